import type { CloseOut, CloseOutPoint } from '@kepu/contracts';
import { checklistOf, fallenSince, type CloseOutFacts } from '@kepu/domain';
import type { PersonActor } from '../../../platform/auth/actor.js';
import { mayOf } from '../deadlines/adjustment.mapper.js';
import { followedView } from '../deadlines/followed.js';
import type { CloseOutRow } from './close-outs.repository.js';

/** What a raw row holds of its snapshots. */
export const pointsIn = (json: string): CloseOutPoint[] => JSON.parse(json) as CloseOutPoint[];

export const closeOutView = (actor: PersonActor, row: CloseOutRow, approvers: readonly string[], proven: Pick<CloseOutFacts, 'measures' | 'evidence'> | undefined): CloseOut => {
  const accepted = row.accepted === null ? null : pointsIn(row.accepted);
  return {
    id: row.id, assignment: followedView(row), state: row.state, note: row.note, explanations: JSON.parse(row.explanations) as CloseOut['explanations'], asked: pointsIn(row.asked), accepted,
    fallen: accepted === null || row.state !== 'accepted' || !proven ? [] : fallenSince(accepted, checklistOf({ signed: true, ...proven, reports: [], pending: [] })),
    createdAt: row.createdAt, createdBy: row.createdBy, askedAt: row.askedAt, askedBy: row.askedBy, decided: row.decidedAt === null ? null : { text: row.decisionNote, by: row.decidedBy ?? '', at: row.decidedAt },
    reopened: row.reopenedAt === null ? null : { text: row.reopenedReason ?? '', by: row.reopenedBy, at: row.reopenedAt }, approvers: row.state === 'checking' ? [...approvers] : [], may: mayOf(actor, row, approvers, 'close-out:ask', 'close-out:decide'), version: row.version,
  };
};
