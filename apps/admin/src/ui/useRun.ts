import { useCallback, useState } from 'react';
import { useLogoutIfAccessDenied, useNotify, useRefresh } from 'react-admin';
import { messageOf } from '../providers/problem.js';

interface Said { success?: string; args?: Record<string, unknown> }

/**
 * Runs a write: says how it went, and has everything on the page asked again. `run` gives undefined where it was refused;
 * `attempt` throws instead, for a form that shows the refusal itself.
 */
export const useRun = () => {
  const [pending, setPending] = useState(false);
  const notify = useNotify();
  const refresh = useRefresh();
  const logoutIfAccessDenied = useLogoutIfAccessDenied();

  const attempt = useCallback(async <T>(work: () => Promise<T>, { success, args }: Said = {}): Promise<T> => {
    setPending(true);
    try {
      const answer = await work();
      if (success) notify(success, { type: 'success', messageArgs: args ?? {} });
      refresh();
      return answer;
    } catch (error) {
      await logoutIfAccessDenied(error);
      throw error;
    } finally {
      setPending(false);
    }
  }, [notify, refresh, logoutIfAccessDenied]);

  const run = useCallback(async <T>(work: () => Promise<T>, said: Said = {}): Promise<T | undefined> => {
    try {
      return await attempt(work, said);
    } catch (error) {
      notify(messageOf(error), { type: 'error', autoHideDuration: 10_000, messageArgs: { _: messageOf(error) } });
      return undefined;
    }
  }, [attempt, notify]);

  return { run, attempt, pending };
};
