import type { Session } from '@kepu/contracts';
import { ApiProblem } from '@kepu/api-client/slim';
import { keeping, type Permission } from '@kepu/contracts/permissions';
import { createContext, useContext, useSyncExternalStore } from 'react';
import { api } from './api.js';

let session: Session | null = null;
let asked: Promise<Session> | null = null;
// Several parts of a page ask at once who is there; "nobody" holds for all of them, until somebody signs in.
let nobody: unknown = null;
const listeners = new Set<() => void>();

/** Keeps what the API said of the person who is signed in. */
export const setSession = (value: Session | null): void => {
  session = value;
  asked = null;
  nobody = null;
  for (const listener of listeners) listener();
};
/** Who is signed in, asked once. Errors: `ApiProblem` 401. */
export const loadSession = (): Promise<Session> => {
  if (session) return Promise.resolve(session);
  if (nobody) return Promise.reject(nobody as Error);
  asked ??= api.getSession().then(
    (value) => { setSession(value); return value; },
    (error: unknown) => {
      asked = null;
      if (error instanceof ApiProblem && error.status === 401) nobody = error;
      throw error;
    },
  );
  return asked;
};
/** Asks again: rights or notices may have changed. */
export const reloadSession = async (): Promise<void> => {
  setSession(await api.getSession());
};
/** Who is signed in as far as known. */
export const knownSession = (): Session | null => session;

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
/** Who is signed in, or null before the answer and after signing out. */
export const useSession = (): Session | null => useSyncExternalStore(subscribe, knownSession);
const keepingPlans: ReadonlySet<Permission> = new Set(keeping);
/** Whether the plan that a page is about is the reader's office's own: a right to write plans is one to write those. */
export const KeptPlan = createContext(true);
/** Whether the person may do this. The API decides again. */
export const useMay = (): ((permission: Permission) => boolean) => {
  const current = useSession();
  const kept = useContext(KeptPlan);
  return (permission) => (current?.permissions.includes(permission) ?? false) && (kept || !keepingPlans.has(permission));
};
