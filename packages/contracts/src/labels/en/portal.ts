/** Labels of the public portal. */
export const portal = {} as const;
