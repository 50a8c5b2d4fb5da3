import { createElement, useCallback, useState } from 'react';
import { useLogoutIfAccessDenied, useNotify, useRefresh } from 'react-admin';
import { messageOf } from '../providers/problem.js';
import { UndoButton } from './UndoButton.js';

interface Said<T> {
  success?: string; args?: Record<string, unknown>;
  /** Takes it back, from the message that says that it was done; given what the deed answered. */
  undo?: (answer: T) => Promise<unknown>;
}
/** Long enough to see one's slip; the server allows some minutes. */
const UNDO_MS = 10_000;

/**
 * Runs a write: says how it went, and has everything on the page asked again. `run` gives undefined where it was refused;
 * `attempt` throws instead, for a form that shows the refusal itself.
 */
export const useRun = () => {
  const [pending, setPending] = useState(false);
  const notify = useNotify();
  const refresh = useRefresh();
  const logoutIfAccessDenied = useLogoutIfAccessDenied();

  const takeBack = useCallback(async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
      notify('admin.shell.undone', { type: 'success' });
      refresh();
    } catch (error) {
      await logoutIfAccessDenied(error);
      notify(messageOf(error), { type: 'error', autoHideDuration: 10_000, messageArgs: { _: messageOf(error) } });
    }
  }, [notify, refresh, logoutIfAccessDenied]);

  const attempt = useCallback(async <T>(work: () => Promise<T>, { success, args, undo }: Said<T> = {}): Promise<T> => {
    setPending(true);
    try {
      const answer = await work();
      if (success) notify(success, { type: 'success', messageArgs: args ?? {}, ...(undo ? { autoHideDuration: UNDO_MS, action: createElement(UndoButton, { back: () => takeBack(() => undo(answer)) }) } : {}) });
      refresh();
      return answer;
    } catch (error) {
      await logoutIfAccessDenied(error);
      throw error;
    } finally {
      setPending(false);
    }
  }, [notify, refresh, logoutIfAccessDenied, takeBack]);

  const run = useCallback(async <T>(work: () => Promise<T>, said: Said<T> = {}): Promise<T | undefined> => {
    try {
      return await attempt(work, said);
    } catch (error) {
      notify(messageOf(error), { type: 'error', autoHideDuration: 10_000, messageArgs: { _: messageOf(error) } });
      return undefined;
    }
  }, [attempt, notify]);

  return { run, attempt, pending };
};
