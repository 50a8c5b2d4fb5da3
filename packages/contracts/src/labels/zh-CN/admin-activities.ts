/** Back office: activities, sign-ups, the day itself. */
export const adminActivities = {
} as const;
