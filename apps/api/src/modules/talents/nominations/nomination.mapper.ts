import type { CollectionField, CollectionRow, Nomination } from '@kepu/contracts';
import { can, reachOf, type PersonActor } from '../../../platform/auth/actor.js';
import { fromDbTime } from '../../../platform/database/index.js';
import { keeps } from './appointments.service.js';
import type { NominationRow } from './nominations.repository.js';
import type { TermDetailRow } from './term-details.repository.js';

const act = (by: string | null, at: string | null): Nomination['submitted'] => (at === null ? null : { by: by ?? '', at: fromDbTime(at) });
const open: readonly Nomination['state'][] = ['draft', 'recommended', 'reviewed', 'returned'];

/** Whether the office of the county that has a say is the actor's, or above it. */
export const speaksForCounty = (actor: PersonActor, countyId: string | null): boolean => {
  const reach = reachOf(actor, 'nomination:decide');
  return countyId !== null && (reach === 'all' || reach.divisions.some((code) => countyId.startsWith(code)));
};
/** Whether the actor speaks for those who recommend: the unit, and for somebody who belongs to none the office of the home. */
export const speaksForUnit = (actor: PersonActor, { unitPath, own, createdBy }: Pick<NominationRow, 'unitPath' | 'own' | 'createdBy'>): boolean => {
  if (Number(own) === 1 || !can(actor, 'nomination:write')) return false;
  const reach = reachOf(actor, 'nomination:write');
  return reach === 'all' || createdBy === actor.accountId || (unitPath !== null && reach.unitPaths.some((path) => unitPath.startsWith(path)));
};

/** Whether the actor ends a term: the office, whoever keeps the pool, and those who recommended the person. */
export const endsTerm = (actor: PersonActor, row: Pick<TermDetailRow, 'ownerDivisionId' | 'ownerUnitId' | 'ownerPath' | 'nominationId' | 'recommendedPath' | 'recommendedOwn' | 'recommendedBy'>): boolean =>
  reachOf(actor, 'pool:write') === 'all' || keeps(actor, row) || (row.nominationId !== null && speaksForUnit(actor, { unitPath: row.recommendedPath, own: row.recommendedOwn ?? 0, createdBy: row.recommendedBy ?? '' }));

/** A nomination without what the reader may do with it. */
export const plainNomination = (row: NominationRow): Omit<Nomination, 'may'> => ({
  id: row.id, pool: { id: row.poolId, name: row.poolName }, person: { id: row.personId, name: row.personName }, unit: row.unitId === null ? null : { id: row.unitId, name: row.unitName ?? '' }, county: row.countyId === null ? null : { code: row.countyId, name: row.countyName ?? '' }, own: Number(row.own) === 1, state: row.state, consent: row.consent, consentNote: row.consentNote,
  words: row.words, questions: JSON.parse(row.questions) as CollectionField[], answers: JSON.parse(row.answers) as CollectionRow, reason: row.reason, submitted: act(row.submittedByName, row.submittedAt), reviewed: act(row.reviewedByName, row.reviewedAt), decided: act(row.decidedByName, row.decidedAt), termId: row.termId, createdAt: fromDbTime(row.createdAt), version: row.version,
});
/** A nomination as staff read it. */
export const nominationView = (actor: PersonActor, row: NominationRow): Nomination => {
  const writes = speaksForUnit(actor, row);
  return {
    ...plainNomination(row),
    may: { write: writes && (row.state === 'draft' || row.state === 'returned'), withdraw: writes && open.includes(row.state), review: row.state === 'recommended' && speaksForCounty(actor, row.countyId), appoint: (row.state === 'reviewed' || (row.state === 'recommended' && row.countyId === null)) && keeps(actor, row) },
  };
};
