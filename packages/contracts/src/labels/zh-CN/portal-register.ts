/** Portal: registration and sign-in. */
export const portalRegister = {
} as const;
