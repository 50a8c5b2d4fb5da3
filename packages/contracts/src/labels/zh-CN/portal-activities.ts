/** Portal: activities and their calendar. */
export const portalActivities = {
} as const;
