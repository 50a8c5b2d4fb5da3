/** Back office: measures, evidence, work entries. */
export const adminWork = {
} as const;
