import type { InputOf, PlanRevisionDetail, Routes } from '@kepu/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useNotify } from 'react-admin';
import { api } from '../providers/api.js';
import { isStale, messageOf } from '../providers/problem.js';
import { useApi } from '../ui/useApi.js';

/** One edition, line by line. */
export const useRevision = (id: string) => useApi(['plan-revision', id], () => api.getPlanRevision({ params: { id } }));
/** The editions of a plan after the first, the newest first, with the comparison that is open. */
export const usePlanRevisions = (planId: string, enabled = true) => useApi(['plan-revisions', planId], () => api.listPlanRevisions({ params: { id: planId } }), { enabled });

/** What the office decides, but for the version: that is the one on the page. */
export type Decision = Omit<InputOf<Routes['updatePlanRevision']>['body'], 'version'>;

/**
 * Sends decisions one after the other, each with the version that the one before it left: whoever decides thirty items need not wait for each. The
 * answer is the whole comparison, and stands on the page at once. Where somebody else was here meanwhile, that is said and the page is read anew.
 * `decide` says what was refused; `attempt` throws it, for a form that shows it itself.
 */
export const useDecide = (id: string) => {
  const client = useQueryClient();
  const notify = useNotify();
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const key = ['kepu', 'plan-revision', id];
  const send = async (decision: Decision, success?: string): Promise<void> => {
    const version = client.getQueryData<PlanRevisionDetail>(key)?.version ?? 0;
    try {
      client.setQueryData(key, await api.updatePlanRevision({ params: { id }, body: { version, ...decision } }));
      if (success) notify(success, { type: 'success' });
    } catch (error) {
      await client.invalidateQueries({ queryKey: key });
      if (!isStale(error)) throw error;
      notify('admin.revisions.stale', { type: 'warning', autoHideDuration: 10_000 });
    }
  };
  const attempt = (decision: Decision, success?: string): Promise<void> => {
    const sent = last.current.then(() => send(decision, success));
    last.current = sent.catch(() => undefined);
    return sent;
  };
  const decide = async (decision: Decision, success?: string): Promise<void> => {
    try {
      await attempt(decision, success);
    } catch (error) {
      notify(messageOf(error), { type: 'error', autoHideDuration: 10_000, messageArgs: { _: messageOf(error) } });
    }
  };
  return { decide, attempt };
};
