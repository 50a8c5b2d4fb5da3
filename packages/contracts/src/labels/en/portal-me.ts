/** Portal: the own page, check-in, and the leader’s page. */
export const portalMe = {
} as const;
