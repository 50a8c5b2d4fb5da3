import type { Measure, MeasureSource } from '@kepu/contracts';

/** What a row of a sheet says of a measure, in the units in which it is kept. */
export interface SheetMeasure {
  readonly kind: Measure['kind'];
  readonly name: string;
  readonly sources: readonly MeasureSource[];
  readonly poolId: string | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly approx: boolean;
  readonly unitOfMeasure: string;
  readonly dueOn: string | null;
  readonly demands: string | null;
}
/** A measure that the plan has. `kept`: it was judged, or proof names it. */
export interface StandingMeasure extends SheetMeasure {
  readonly id: string;
  readonly itemId: string;
  readonly origin: Measure['origin'];
  readonly version: number;
  readonly kept: boolean;
}
/** An item of the plan. */
export interface SheetItem { readonly id: string; readonly seq: number; readonly withdrawn: boolean }
/** A row as it was read. `measure` is null where it says nothing of one, and undefined where what it says cannot be read. */
export interface SheetLine {
  readonly row: number;
  readonly seq: number | null;
  readonly itemCode: string | null;
  readonly measureCode: string | null;
  readonly version: number | null;
  /** Only a row that was suggested has to be adopted (采用); null where nothing is said. */
  readonly adopt?: boolean | null;
  /** What it was suggested as: whether the row still says just that. */
  readonly suggested?: 'as_printed' | 'changed' | null;
  readonly measure: SheetMeasure | null | undefined;
}
/** What is wrong with a row: a code of `fieldErrors`, and the column that it is said at. */
export interface SheetFault { readonly row: number; readonly field: 'seq' | 'adopt' | keyof SheetMeasure; readonly code: string }
/** What a sheet does. Where there are faults nothing of it is done. */
export interface SheetPlan {
  readonly added: readonly { readonly row: number; readonly itemId: string; readonly after: SheetMeasure }[];
  readonly changed: readonly { readonly row: number; readonly before: StandingMeasure; readonly after: SheetMeasure }[];
  readonly removed: readonly { readonly row: number; readonly before: StandingMeasure }[];
  readonly unchanged: number;
  readonly leftOut: number;
  /** Suggestions that nobody has adopted. */
  readonly passed: number;
  readonly faults: readonly SheetFault[];
}

/** What the paper prints of its own number, and so nobody changes. */
export const PRINTED_FIELDS = ['min', 'max', 'approx', 'unitOfMeasure'] as const;
const FIELDS = ['kind', 'name', 'sources', 'poolId', 'min', 'max', 'approx', 'unitOfMeasure', 'dueOn', 'demands'] as const;

const wordOf = (measure: SheetMeasure, field: keyof SheetMeasure): string => JSON.stringify(field === 'sources' ? [...measure.sources].sort() : measure[field]);
/** In which fields two measures differ. The order of sources says nothing. */
export const differingFields = (a: SheetMeasure, b: SheetMeasure): (keyof SheetMeasure)[] => FIELDS.filter((field) => wordOf(a, field) !== wordOf(b, field));
/** All that a measure says, in one line: two measures that say the same have the same. */
export const measureWords = (measure: SheetMeasure): string => FIELDS.map((field) => wordOf(measure, field)).join('\n');
const keyOf = (itemId: string, measure: SheetMeasure): string => `${itemId}\n${measureWords(measure)}`;

/** A suggestion that was not wanted, or that nobody has touched. */
export const isPassed = ({ suggested, adopt, measure }: Pick<SheetLine, 'suggested' | 'adopt' | 'measure'>): boolean => suggested != null && (adopt === false || (adopt == null && (suggested === 'as_printed' || measure === null)));

/**
 * What the rows of a sheet do to the measures of a plan. A row names a measure by its code or adds one; a row whose measure is emptied removes it; a measure that no row names stays, for a filtered sheet must not delete.
 * What a row says already is unchanged whatever version it was written for, so that the same file does nothing the second time. A copied row has the code of another: the one that says what the measure is already, else the first one, is that measure, and the rest add.
 * A suggested row counts only where somebody has adopted it; one that was changed and not decided about is asked for, so that no work is lost in silence.
 */
export function planMeasureSheet(items: readonly SheetItem[], standing: readonly StandingMeasure[], given: readonly SheetLine[]): SheetPlan {
  const lines = given.filter((line) => !isPassed(line));
  const byId = new Map(items.map((item) => [item.id, item]));
  const bySeq = new Map(items.map((item) => [item.seq, item]));
  const measures = new Map(standing.map((measure) => [measure.id, measure]));
  const taken = new Set<string>();
  // A row that says what the measure is already has the first claim to it: somebody may have pasted a copy above the original.
  const owner = new Map<string, number>();
  for (const same of [true, false]) {
    for (const { row, measureCode, measure } of lines) {
      const known = measureCode === null ? undefined : measures.get(measureCode);
      if (known && !owner.has(known.id) && (!same || (measure != null && differingFields(known, measure).length === 0))) owner.set(known.id, row);
    }
  }
  const plan = { added: [] as SheetPlan['added'][number][], changed: [] as SheetPlan['changed'][number][], removed: [] as SheetPlan['removed'][number][], faults: [] as SheetFault[] };
  let unchanged = 0;
  const fresh: { row: number; item: SheetItem; after: SheetMeasure }[] = [];
  for (const line of lines) {
    const wrong = (field: SheetFault['field'], code: string) => { plan.faults.push({ row: line.row, field, code }); };
    const item = line.itemCode === null ? bySeq.get(line.seq ?? -1) : byId.get(line.itemCode);
    const before = line.measureCode === null || owner.get(line.measureCode) !== line.row ? undefined : measures.get(line.measureCode);
    if (!item) { wrong('seq', line.itemCode === null && line.seq === null ? 'required' : 'sheet_item_unknown'); continue; }
    if ((line.itemCode !== null && line.seq !== null && item.seq !== line.seq) || (before && before.itemId !== item.id)) { wrong('seq', 'sheet_row_mixed'); continue; }
    if (before) taken.add(before.id);
    if (line.suggested && line.adopt == null) { wrong('adopt', 'sheet_suggestion_open'); continue; }
    if (line.suggested && line.measure === null) { wrong('adopt', 'sheet_suggestion_empty'); continue; }
    if (!line.suggested && line.adopt === false && line.measure !== null) { wrong('adopt', 'sheet_adopt_standing'); continue; }
    if (line.measure === undefined) continue;
    if (!before) {
      const gone = line.measureCode !== null && !measures.has(line.measureCode);
      if (line.measure === null) unchanged += gone ? 1 : 0;
      else if (gone && !standing.some((one) => one.itemId === item.id && line.measure && differingFields(one, line.measure).length === 0)) wrong('name', 'sheet_measure_gone');
      else fresh.push({ row: line.row, item, after: line.measure });
      continue;
    }
    const differing = line.measure === null ? [] : differingFields(before, line.measure);
    if (line.measure !== null && differing.length === 0) { unchanged += 1; continue; }
    const stale = line.version !== null && line.version !== before.version;
    if (stale) wrong('name', 'sheet_measure_changed');
    else if (item.withdrawn) wrong('seq', 'sheet_item_withdrawn');
    else if (line.measure === null) {
      if (before.origin === 'paper') wrong('name', 'sheet_paper_stays');
      else if (before.kept) wrong('name', 'sheet_measure_kept');
      else plan.removed.push({ row: line.row, before });
    } else if (differing.includes('kind')) wrong('kind', 'sheet_kind_stays');
    else {
      const printed = before.origin === 'paper' ? PRINTED_FIELDS.filter((field) => differing.includes(field)) : [];
      for (const field of printed) wrong(field, 'sheet_paper_stays');
      if (printed.length === 0) plan.changed.push({ row: line.row, before, after: line.measure });
    }
  }
  // What another row has changed or removed does not stand for a new one any more.
  const changing = new Set([...plan.changed, ...plan.removed].map(({ before }) => before.id));
  const present = new Map(standing.filter(({ id }) => !changing.has(id)).map((measure) => [keyOf(measure.itemId, measure), measure.id]));
  const after = new Set(plan.changed.map(({ before, after: next }) => keyOf(before.itemId, next)));
  for (const { row, item, after: next } of fresh) {
    const key = keyOf(item.id, next);
    if (after.has(key)) plan.faults.push({ row, field: 'name', code: 'sheet_row_double' });
    else if (present.has(key)) { unchanged += 1; taken.add(present.get(key) ?? ''); }
    else if (item.withdrawn) plan.faults.push({ row, field: 'seq', code: 'sheet_item_withdrawn' });
    else { after.add(key); plan.added.push({ row, itemId: item.id, after: next }); }
  }
  return { ...plan, faults: plan.faults.toSorted((a, b) => a.row - b.row), unchanged, leftOut: standing.filter(({ id }) => !taken.has(id)).length, passed: given.length - lines.length };
}
