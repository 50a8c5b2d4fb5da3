import type { Pack } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import { addDays, retentionRules, shanghaiTime } from '@kepu/domain';
import { fromDbTime } from '../../../platform/database/index.js';
import { pathPart } from './pack-names.js';
import type { PackRow } from './packs.repository.js';

const kept = retentionRules.find(({ key }) => key === 'packs')?.keep;
/** The last day of a file that was made at a moment. */
export const keptUntil = (finishedAt: string): string => addDays(shanghaiTime(finishedAt).day, kept && 'days' in kept ? kept.days : 0);

/** The folder in a pack, which says which one it is wherever it is copied to. It is in the language of the office, whoever saves it. */
export const packRoot = (number: string): string => `${label('zh-CN', 'documents.packName')} ${number}`;
/** The name of the file. */
export const packName = ({ number, planYear, unitName }: Pick<PackRow, 'number' | 'planYear' | 'unitName'>): string => `${label('zh-CN', 'documents.packName')} ${planYear}${unitName === null ? '' : ` ${pathPart(unitName, 30)}`} ${number}.zip`;

/** A pack as one person sees it. */
export const packView = (row: PackRow, accountId: string): Pack => {
  const finishedAt = row.finishedAt === null ? null : fromDbTime(row.finishedAt);
  return {
    id: row.id, number: row.number, plan: { id: row.planId, title: row.planTitle, year: row.planYear, state: row.planState }, unit: row.unitId === null ? null : { id: row.unitId, name: row.unitName ?? '' }, programme: row.programmeId === null ? null : { id: row.programmeId, name: row.programmeName ?? '' },
    from: row.fromDay, to: row.toDay, state: row.state, progress: { done: row.done, total: row.total, step: row.step }, name: packName(row), size: row.size, files: row.files,
    leftOut: row.leftPersonal === null || row.leftPhotos === null ? null : { personal: row.leftPersonal, photos: row.leftPhotos }, failure: row.failure, ordered: { by: row.createdByName, at: fromDbTime(row.createdAt), own: row.createdBy === accountId }, finishedAt, keptUntil: row.state === 'ready' && finishedAt !== null ? keptUntil(finishedAt) : null, version: row.version,
  };
};
