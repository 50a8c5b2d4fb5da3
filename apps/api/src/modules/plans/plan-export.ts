import type { Assignment, Item, PlanRevisionDetail, RevisionSide, SignOff } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import { shanghaiDay } from '../../platform/clock/index.js';
import { addSheet, bytesOf, inert, workbook } from '../../platform/sheets/sheet.js';

const targetText = (item: Item): string => item.targets.map((target) => target.raw).join('；');

/** The printed day, and beside it what holds instead, unit by unit, and what is closed out; the same for all is said once. */
export const dueTextOf = (item: Pick<Item, 'due' | 'assignments'>, locale: Locale, of: readonly Assignment[] = item.assignments): string => {
  const told = (one: Assignment): string[] => [
    ...(one.extendedTo === null ? [] : [label(locale, 'documents.extendedToDay', { day: one.extendedTo })]), ...(one.doneAt === null ? [] : [label(locale, 'documents.closedOutOn', { day: shanghaiDay(new Date(one.doneAt)) })]),
  ];
  const lines = new Set(of.flatMap((one) => told(one).map((text) => (of.length > 1 ? `${text}（${one.unit.printed}）` : text))));
  const printed = item.due?.text ?? null;
  if (lines.size === 0) return printed ?? '';
  return [label(locale, 'documents.originalDay', { due: printed ?? label(locale, 'documents.yearEnd') }), ...lines].join('\n');
};

/** All given items as xlsx, one row an item, in the order of the list. */
export const itemsWorkbook = async (items: readonly Item[], locale: Locale): Promise<Buffer> => {
  const t = (key: string) => label(locale, key);
  const book = await workbook();
  const sheet = addSheet(book, t('documents.items'), [
    { header: t('documents.seq'), width: 6 }, { header: t('terms.assignmentRoles.responsible'), width: 18 }, { header: t('documents.programme'), width: 24 }, { header: t('documents.number'), width: 6 },
    { header: t('documents.text'), width: 80 }, { header: t('documents.targets'), width: 20 }, { header: t('documents.due'), width: 14 }, { header: t('documents.state'), width: 12 },
  ]);
  for (const item of items) {
    const states = item.assignments.map((assignment) => t(`terms.assignmentStates.${assignment.state}`));
    sheet.addRow([
      item.seq, inert(item.units.map((unit) => unit.printed).join('、')), inert(item.programme.printed), item.number ?? '', inert(item.text), inert(targetText(item)), inert(dueTextOf(item, locale)), [...new Set(states)].join('、'),
    ]);
  }
  return bytesOf(book);
};

/** Who has signed, one row a unit, in protocol order. */
export const signOffsWorkbook = async (rows: readonly SignOff[], locale: Locale): Promise<Buffer> => {
  const t = (key: string) => label(locale, key);
  const book = await workbook();
  const sheet = addSheet(book, t('documents.signOffs'), [
    { header: t('documents.unit'), width: 24 }, { header: t('documents.total'), width: 8 }, { header: t('terms.assignmentStates.signed'), width: 8 }, { header: t('terms.assignmentStates.asked'), width: 8 },
    { header: t('terms.assignmentStates.pending'), width: 8 }, { header: t('terms.roles.liaison'), width: 20 }, { header: t('documents.overdue'), width: 8 },
  ]);
  for (const row of rows) {
    sheet.addRow([inert(row.unit.name), row.tally.total, row.tally.signed, row.tally.asked, row.tally.pending, inert(row.liaisons.map((liaison) => liaison.name).join('、')), row.overdue ? t('documents.yes') : '']);
  }
  return bytesOf(book);
};

/** What an edition changes, one row an item: the two papers side by side. What stays the same is left out. */
export const revisionWorkbook = async (revision: PlanRevisionDetail, locale: Locale): Promise<Buffer> => {
  const t = (key: string) => label(locale, key);
  const book = await workbook();
  const sheet = addSheet(book, t('documents.revision'), [
    { header: t('documents.seq'), width: 6 }, { header: t('documents.change'), width: 10 }, { header: t('documents.changedParts'), width: 14 }, { header: t('terms.assignmentRoles.responsible'), width: 20 }, { header: t('documents.programme'), width: 20 },
    { header: t('documents.before'), width: 60 }, { header: t('documents.after'), width: 60 }, { header: t('documents.dueBefore'), width: 12 }, { header: t('documents.dueAfter'), width: 12 }, { header: t('documents.signing'), width: 8 },
  ]);
  const units = (side: RevisionSide | null): string => side?.units.map((unit) => unit.printed).join('、') ?? '';
  for (const line of revision.lines.filter(({ kind }) => kind !== 'same')) {
    const { before, after } = line;
    const either = after ?? before;
    const changedUnits = before && after && line.fields.includes('units') ? `${units(before)} → ${units(after)}` : units(either);
    sheet.addRow([
      line.position ?? '', t(`terms.revisionKinds.${line.kind}`), line.fields.map((field) => t(`terms.revisionFields.${field}`)).join('、'), inert(changedUnits), inert(either?.programme ?? ''), inert(before?.text ?? ''), inert(after?.text ?? ''),
      inert(before?.due?.text ?? ''), inert(after?.due?.text ?? ''), line.signing,
    ]);
  }
  return bytesOf(book);
};
