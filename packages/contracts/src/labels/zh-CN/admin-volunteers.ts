/** Back office: volunteers, pools, records, matching. */
export const adminVolunteers = {
} as const;
