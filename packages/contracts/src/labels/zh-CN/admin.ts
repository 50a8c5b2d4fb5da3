/** Labels of the back office. */
export const admin = {} as const;
