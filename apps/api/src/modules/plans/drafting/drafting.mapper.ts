import type { ConsultationComment, Permission, Proposal } from '@kepu/contracts';
import { isPastDeadline } from '@kepu/domain';
import { reaches, reachOf, type PersonActor } from '../../../platform/auth/actor.js';
import { fromDbTime } from '../../../platform/database/index.js';
import type { CommentRow } from './consultations.repository.js';
import type { ProposalRow } from './proposals.repository.js';

/** A decision as a raw row holds it. */
export interface VerdictRow { readonly decision: string | null; readonly decidedText: string | null; readonly decidedReason: string | null; readonly decidedName: string | null; readonly decidedAt: string | null }
/** Where a unit stands in the tree. */
export interface Placed { readonly path: string; readonly divisionId: string }

/** `told`: whether the reader is to know of decisions yet. */
export const verdictOf = (row: VerdictRow, told: boolean): Proposal['verdict'] =>
  !told || row.decision === null || row.decidedAt === null ? null : { decision: row.decision as NonNullable<Proposal['verdict']>['decision'], text: row.decidedText, reason: row.decidedReason, by: row.decidedName ?? '', at: fromDbTime(row.decidedAt) };

export const proposalView = (row: ProposalRow, told: boolean): Proposal => ({
  id: row.id, seq: row.seq, unit: { id: row.unitId, name: row.unitName }, programme: { id: row.programmeId, name: row.programmeName }, text: row.text, dueText: row.dueText, measure: row.measure, note: row.note, copied: Boolean(row.copied), verdict: verdictOf(row, told), version: row.version,
});

/** `drafts`: whether the reader sees drafts, and so what the item says by now. */
export const commentView = (row: CommentRow, told: boolean, drafts: boolean): ConsultationComment => ({
  id: row.id, unit: { id: row.unitId, name: row.unitName }, seq: row.seq, programme: row.programme, itemText: row.itemText, stance: row.stance, text: row.text,
  item: !drafts || row.itemId === null || row.nowText === null || row.itemVersion === null ? null : { id: row.itemId, text: row.nowText, version: row.itemVersion }, verdict: verdictOf(row, told), version: row.version,
});

/** What the rights of a reader reach for a unit: one person may hold several, for several units. */
export const mayFor = (actor: PersonActor, unit: Placed): { write: boolean; submit: boolean } => {
  const within = (permission: Permission): boolean => reaches(reachOf(actor, permission), unit);
  return { write: within('drafting:write'), submit: within('drafting:submit') };
};
/** Whether a reader belongs to those who write or hand in for a unit: what is not handed in is theirs alone. */
export const isInside = (actor: PersonActor, unit: Placed): boolean => { const { write, submit } = mayFor(actor, unit); return write || submit; };
/** Units are told what was decided once it is all decided; who reads everything sees it as it comes. */
export const isTold = (actor: PersonActor, state: 'open' | 'closed'): boolean => state === 'closed' || reachOf(actor, 'drafting:read') === 'all';
/** Not handed in, and the last day is over. */
export const isOverdue = (state: string, callState: 'open' | 'closed', dueOn: string, today: string): boolean => state === 'draft' && callState === 'open' && isPastDeadline(today, dueOn);
