import type { Desk } from '@kepu/contracts';
import { api } from '../providers/api.js';
import { useApi } from '../ui/useApi.js';

/** What waits for the person who is signed in. */
export const useDesk = () => useApi(['desk'], () => api.getDesk());

const filtered = (path: string, filter: Record<string, string>): string => `${path}?filter=${encodeURIComponent(JSON.stringify(filter))}`;

/** The lists behind the counts: exactly these, whatever a list was last filtered by. */
export const deskLinks = {
  activitiesToApprove: filtered('/activities', { state: 'submitted' }), reportsToAccept: filtered('/activities', { state: 'reported' }), workEntriesToCheck: filtered('/work-entries', { state: 'submitted' }),
  open: filtered('/activities', { state: 'open' }), drafts: filtered('/activities', { state: 'draft' }), complaintsToAnswer: filtered('/complaints', { waiting: 'true' }), ordersToArrange: filtered('/orders', { waiting: 'true' }),
} as const;

/** Where a unit answers a call or a consultation. */
export const draftingPath = ({ kind, id }: Pick<NonNullable<Desk['drafting']>['first'][number], 'kind' | 'id'>): string => `/${kind}-answers/${id}`;

/** Whether anything waits. */
export const isQuiet = (desk: Desk): boolean =>
  [desk.activitiesToApprove, desk.reportsToAccept, desk.workEntriesToCheck, desk.returned, desk.drafts, desk.signupsToDecide, desk.reportsDue, desk.hoursToConfirm, desk.complaintsToAnswer, desk.ordersToArrange, desk.unitReports, desk.unitReportsToDecide, desk.drafting, desk.followUps, desk.followUpsToDecide].every((part) => !part || part.count === 0) && (desk.shortOfPeople ?? []).length === 0 && desk.measuresDue.length === 0;
