import { planMeasureSheet, type SheetLine, type SheetMeasure, type StandingMeasure } from './measure-sheets.js';

const measure = (change: Partial<SheetMeasure> = {}): SheetMeasure => ({ kind: 'number', name: '场次', sources: ['sessions', 'figure'], poolId: null, min: 12, max: null, approx: false, unitOfMeasure: '场', dueOn: null, demands: null, ...change });
const standing = (id: string, change: Partial<StandingMeasure> = {}): StandingMeasure => ({ ...measure(), id, itemId: 'a', origin: 'office', version: 3, kept: false, ...change });
const line = (row: number, change: Partial<SheetLine> = {}): SheetLine => ({ row, seq: 1, itemCode: 'a', measureCode: null, version: null, measure: measure(), ...change });
const items = [{ id: 'a', seq: 1, withdrawn: false }, { id: 'b', seq: 2, withdrawn: true }];
const faults = (present: readonly StandingMeasure[], lines: readonly SheetLine[]) => planMeasureSheet(items, present, lines).faults.map(({ row, field, code }) => `${row} ${field} ${code}`);

test('what stands there is unchanged, whatever version the row was written for and in whatever order its sources stand', () => {
  expect(planMeasureSheet(items, [standing('m')], [line(2, { measureCode: 'm', version: 1, measure: measure({ sources: ['figure', 'sessions'] }) })])).toMatchObject({ added: [], changed: [], removed: [], unchanged: 1, leftOut: 0, faults: [] });
  expect(planMeasureSheet(items, [standing('m')], [line(2)])).toMatchObject({ added: [], unchanged: 1, leftOut: 0 });
});

test('a row changes, adds or removes; what no row names stays', () => {
  const present = [standing('m'), standing('n', { name: '人次' }), standing('o', { name: '篇数' })];
  const plan = planMeasureSheet(items, present, [line(2, { measureCode: 'm', version: 3, measure: measure({ min: 20 }) }), line(3, { measureCode: 'n', version: 3, measure: null }), line(4, { measure: measure({ name: '新' }) }), line(5, { measureCode: 'gone', measure: null })]);
  expect([plan.changed.map(({ before }) => before.id), plan.removed.map(({ before }) => before.id), plan.added.map(({ row }) => row), plan.unchanged, plan.leftOut, plan.faults]).toEqual([['m'], ['n'], [4], 1, 1, []]);
});

test('a copied row has the code of another: the first is that measure, the rest add', () => {
  const plan = planMeasureSheet(items, [standing('m')], [line(2, { measureCode: 'm', version: 3 }), line(3, { measureCode: 'm', version: 3, measure: measure({ name: '另一项' }) })]);
  expect([plan.unchanged, plan.added.map(({ after }) => after.name)]).toEqual([1, ['另一项']]);
});

test('nobody’s work is overwritten, and what is fixed stays', () => {
  const other = measure({ min: 20 });
  expect(faults([standing('m')], [line(2, { measureCode: 'm', version: 2, measure: other })])).toEqual(['2 name sheet_measure_changed']);
  expect(faults([standing('m', { kept: true })], [line(2, { measureCode: 'm', version: 3, measure: null })])).toEqual(['2 name sheet_measure_kept']);
  expect(faults([standing('m', { origin: 'paper' })], [line(2, { measureCode: 'm', version: 3, measure: null })])).toEqual(['2 name sheet_paper_stays']);
  expect(faults([standing('m', { origin: 'paper' })], [line(2, { measureCode: 'm', version: 3, measure: measure({ min: 20, unitOfMeasure: '次' }) })])).toEqual(['2 min sheet_paper_stays', '2 unitOfMeasure sheet_paper_stays']);
  expect(faults([standing('m')], [line(2, { measureCode: 'm', version: 3, measure: measure({ kind: 'deliverable' }) })])).toEqual(['2 kind sheet_kind_stays']);
  expect(faults([], [line(2, { measureCode: 'gone', version: 1 }), line(3), line(4), line(5, { seq: 2, itemCode: null }), line(6, { seq: 9, itemCode: null }), line(7, { seq: null, itemCode: null }), line(8, { seq: 2 })])).toEqual([
    '2 name sheet_measure_gone', '4 name sheet_row_double', '5 seq sheet_item_withdrawn', '6 seq sheet_item_unknown', '7 seq required', '8 seq sheet_row_mixed',
  ]);
});

test('a suggestion counts where it is adopted, is passed by where nobody touched it, and is asked about where somebody did', () => {
  const row = (at: number, change: Partial<SheetLine>) => line(at, { suggested: 'as_printed', adopt: null, ...change });
  const lines = [row(2, {}), row(3, { adopt: false, suggested: 'changed', measure: measure({ name: '不要' }) }), row(4, { adopt: true }), row(5, { suggested: 'changed', measure: measure({ name: '改过' }) }), row(6, { suggested: 'changed', measure: null }), row(7, { adopt: true, measure: null }), row(8, { suggested: null, adopt: false })];
  const plan = planMeasureSheet(items, [], lines);
  expect([plan.added.map(({ row: at }) => at), plan.passed, faults([], lines)]).toEqual([[4], 3, ['5 adopt sheet_suggestion_open', '7 adopt sheet_suggestion_empty', '8 adopt sheet_adopt_standing']]);
  expect(planMeasureSheet(items, [], lines.slice(0, 2))).toMatchObject({ added: [], unchanged: 0, passed: 2, faults: [] });
});
