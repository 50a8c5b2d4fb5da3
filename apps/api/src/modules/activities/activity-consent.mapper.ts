import type { ActivityConsent } from '@kepu/contracts';
import { ageOn, bandOf, isMinor, type MinorBand } from '@kepu/domain';
import { shanghaiDay } from '../../platform/clock/index.js';
import { fromDbTime } from '../../platform/database/index.js';
import type { ConsentRow } from './activity-consents.repository.js';
import { riskTextOf } from './risk-text.js';

const risksOf = (row: ConsentRow) => riskTextOf({ id: row.activityId, riskStatement: row.riskStatement, insurance: row.insurance, minors: row.minors === 1, dangerous: row.dangerous === 1 });

/** How a word stands: by its times, by the text that it was given for, and by what has become of activity and child. */
export const consentStateOf = (row: ConsentRow, now: Date): ActivityConsent['state'] => {
  if (row.withdrawnAt !== null) return 'withdrawn';
  if (row.refusedAt !== null) return 'refused';
  const ended = row.activityState !== 'open' || (row.lastAt !== null && Date.parse(fromDbTime(row.lastAt)) <= now.getTime());
  if (ended || !isMinor(row.bornOn, shanghaiDay(now))) return 'over';
  if (row.riskHash !== risksOf(row).hash) return 'changed';
  return row.givenAt === null ? 'asked' : 'given';
};

/** A word as the family reads it: with the text as it stands now where the word is still to be given, else with the text that it was given for. */
export const activityConsentView = (row: ConsentRow, childName: string, bands: readonly MinorBand[], now: Date): ActivityConsent => {
  const state = consentStateOf(row, now);
  const present = risksOf(row);
  const open = state === 'asked' || state === 'changed';
  const startsAt = row.startsAt === null ? null : fromDbTime(row.startsAt);
  return {
    id: row.id, state, child: { id: row.minorId, name: childName }, activity: { id: row.activityId, title: row.title }, unit: { id: row.unitId, name: row.unitName }, startsAt, place: row.place, countyName: row.countyName,
    position: row.positionId === null ? null : { id: row.positionId, name: row.positionName ?? '' }, risk: { text: open ? present.text : row.riskText, hash: open ? present.hash : row.riskHash, insurance: row.insurance },
    accompanied: bandOf(ageOn(row.bornOn, shanghaiDay(startsAt === null ? now : new Date(startsAt))), bands)?.accompanied ?? false, accompanies: row.accompanies === null ? null : row.accompanies === 1, askedAt: fromDbTime(row.askedAt),
    givenAt: row.givenAt === null ? null : fromDbTime(row.givenAt), withdrawnAt: row.withdrawnAt === null ? null : fromDbTime(row.withdrawnAt), signedUp: row.signedUp === 1, version: row.version,
  };
};
