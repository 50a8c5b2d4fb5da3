import { ApiProblem } from '@kepu/api-client/slim';
import type { AuthProvider } from 'react-admin';
import { neededFor } from './access.js';
import { api } from './api.js';
import { toHttpError } from './problem.js';
import { knownSession, loadSession, reloadSession, setSession } from './session.js';

const statusOf = (error: unknown): number | undefined =>
  error instanceof ApiProblem ? error.status : typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number' ? error.status : undefined;

/** The session lacks something: asked for again, it says what, and the page for it comes up. */
const incomplete: ReadonlySet<string> = new Set(['auth.password_change_required', 'auth.second_factor_required', 'auth.second_factor_setup_required']);

/** Signing in and out over `/session`; what may be opened follows the permissions that it answers. */
export const authProvider: AuthProvider = {
  async login({ identifier, password }: { identifier: string; password: string }) {
    try {
      setSession(await api.createSession({ body: { identifier, password } }));
    } catch (error) {
      throw toHttpError(error);
    }
  },
  async logout() {
    const present = knownSession();
    setSession(null);
    // The cookie may be gone already, and signing out must not fail for that.
    if (present) await api.deleteSession().catch(() => undefined);
  },
  async checkAuth() {
    await loadSession().catch((error: unknown) => { throw statusOf(error) === 401 ? Object.assign(new Error(), { message: false }) : toHttpError(error); });
  },
  async checkError(error: unknown) {
    if (statusOf(error) === 401) throw new Error('ra.notification.logged_out');
    const code = error instanceof ApiProblem ? error.problem.code : (error as { body?: { code?: string } } | null)?.body?.code;
    if (code !== undefined && incomplete.has(code)) await reloadSession().catch(() => undefined);
  },
  async getIdentity() {
    const { account } = await loadSession();
    return { id: account.id, fullName: account.name };
  },
  async getPermissions() {
    return (await loadSession()).permissions;
  },
  async canAccess({ resource, action }: { resource: string; action: string }) {
    const needed = neededFor(resource, action);
    if (needed === undefined) return true;
    if (needed === null) return false;
    return (await loadSession()).permissions.includes(needed);
  },
};
