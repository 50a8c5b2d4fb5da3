import type { Bulletin, BulletinRecord, BulletinSummary } from '@kepu/contracts';
import type { Locale } from '@kepu/contracts/labels';
import { looseNumbers } from '@kepu/domain';
import { fromDbTime } from '../../../platform/database/index.js';
import type { BulletinAxes, BulletinSection } from './bulletin.entity.js';
import type { BulletinRow, BulletinsRepository, RecordRow } from './bulletins.repository.js';
import { columnsOf, figuresOf, namedText } from './figures.js';

const act = (at: string | null, by: string | null): { by: string; at: string } | null => (at === null ? null : { by: by ?? '', at: fromDbTime(at) });
const reasoned = (at: string | null, by: string | null, reason: string | null) => (at === null ? null : { by: by ?? '', at: fromDbTime(at), reason: reason ?? '' });

export const sectionsOf = (row: Pick<BulletinRow, 'sections'>): BulletinSection[] => JSON.parse(row.sections) as BulletinSection[];
export const axesOf = (row: Pick<BulletinRow, 'axes'>): BulletinAxes => JSON.parse(row.axes) as BulletinAxes;

export const summaryView = (row: BulletinRow): BulletinSummary => ({
  id: row.id, plan: { id: row.planId, title: row.planTitle, year: row.planYear, state: row.planState }, kind: row.kind, state: row.state, number: row.number, title: row.title, from: row.fromDay, to: row.toDay, countedAt: fromDbTime(row.countedAt), written: { by: row.createdBy, at: fromDbTime(row.createdAt) },
  issued: act(row.issuedAt, row.issuedBy), version: row.version,
});

export const bulletinView = (row: BulletinRow, sums: Awaited<ReturnType<BulletinsRepository['sums']>>, newer: boolean, locale: Locale): Bulletin => {
  const axes = axesOf(row);
  const figures = figuresOf(row.kind, axes, sums, locale);
  const byKey = new Map(figures.map((figure) => [figure.key, figure]));
  const sections = sectionsOf(row).map(({ heading, text }) => ({ heading, text: namedText(text, byKey) }));
  return {
    ...summaryView(row), ...axes, sections, figures, columns: columnsOf(figures), loose: looseNumbers(sections.map(({ heading, text }) => `${heading}\n${text}`).join('\n')), newer,
    approved: act(row.approvedAt, row.approvedBy), turnedDown: reasoned(row.turnedDownAt, row.turnedDownBy, row.turnedDownReason), withdrawn: reasoned(row.withdrawnAt, row.withdrawnBy, row.withdrawnReason),
  };
};

export const recordView = (row: RecordRow): BulletinRecord => ({
  kind: row.refKind, id: row.refId, title: row.title, quantity: Number(row.quantity), manual: Number(row.manual), unit: row.unitId === null ? null : { id: row.unitId, name: row.unitName ?? '' }, occurredOn: row.occurredOn, itemId: row.itemId, activityId: row.activityId, items: Number(row.items),
});
