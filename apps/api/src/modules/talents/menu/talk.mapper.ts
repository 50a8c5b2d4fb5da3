import { talkEquipment, talkLanguages, type MyTalk, type PublicTalk, type Talk, type TalkRating } from '@kepu/contracts';
import { chosenOf, monthsOf } from '@kepu/domain';
import { fromDbTime } from '../../../platform/database/index.js';
import type { TalkRow, TalkTermRow } from './talks.repository.js';

const timeOf = (value: string | null): string | null => (value === null ? null : fromDbTime(value));
const named = ({ id, name }: TalkTermRow) => ({ id, name });

const about = (row: TalkRow, terms: readonly TalkTermRow[]) => {
  const own = terms.filter(({ talkId }) => talkId === row.id);
  return {
    id: row.id, pool: { id: row.poolId, name: row.poolName }, title: row.title, summary: row.summary, topics: own.filter(({ kind }) => kind === 'topic').map(named), audiences: own.filter(({ kind }) => kind === 'audience').map(named), minutes: row.minutes, mostPeople: row.mostPeople,
    equipment: chosenOf(talkEquipment, row.equipment), needs: row.needs, languages: chosenOf(talkLanguages, row.languages), months: monthsOf(row.months),
  };
};
/** Why it does not stand on the menu though it is published. */
const hidden = (row: TalkRow): MyTalk['hidden'] => {
  if (row.state !== 'published' || Number(row.onMenu) === 1) return null;
  if (Number(row.menu) === 0) return 'pool';
  return Number(row.inTerm) === 0 ? 'term' : 'suspended';
};
const standing = (row: TalkRow) => ({
  state: row.state, onMenu: Number(row.onMenu) === 1, hidden: hidden(row), nameShown: Number(row.nameShown) === 1, returned: row.state === 'returned' && row.returnedAt !== null ? { reason: row.returnedReason ?? '', at: fromDbTime(row.returnedAt) } : null,
  withdrawn: row.state === 'withdrawn' && row.withdrawnAt !== null ? { reason: row.withdrawnReason, at: fromDbTime(row.withdrawnAt) } : null, publishedAt: timeOf(row.publishedAt), updatedAt: fromDbTime(row.updatedAt), version: row.version,
});

/** For anybody: the lecturer by name only where the pool names lecturers and this one agrees. */
export const publicTalkView = (row: TalkRow, terms: readonly TalkTermRow[], rating: TalkRating | undefined): PublicTalk => ({
  ...about(row, terms), lecturer: Number(row.menuNames) === 1 && Number(row.nameShown) === 1 ? { name: row.lecturerName, unit: row.unitName } : null, rating: Number(row.menuRatings) === 1 ? rating ?? null : null,
});
/** For the lecturer. */
export const myTalkView = (row: TalkRow, terms: readonly TalkTermRow[]): MyTalk => ({ ...about(row, terms), ...standing(row), namesShown: Number(row.menuNames) === 1 });
/** For staff. */
export const talkView = (row: TalkRow, terms: readonly TalkTermRow[], rating: TalkRating | undefined, may: Talk['may']): Talk => ({
  ...about(row, terms), ...standing(row), lecturer: { id: row.lecturerId, name: row.lecturerName }, unit: row.unitId === null ? null : { id: row.unitId, name: row.unitName ?? '' }, county: row.countyId === null ? null : { code: row.countyId, name: row.countyName ?? '' },
  byStaff: Number(row.staffWritten) === 1, submittedAt: timeOf(row.submittedAt), publishedBy: row.publishedByName, rating: may.publish ? rating ?? null : null, may,
});
