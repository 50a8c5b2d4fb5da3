import { useSession } from '../providers/session.js';

/** Whether the reader's rights are of the whole city: to them alone the sign-off is shown. */
export const useSeesApproval = (): boolean => useSession()?.grants.some(({ scope }) => scope.kind === 'city') ?? false;
