import { createHash } from 'node:crypto';
import { lengths, measureInput, measureKinds, measureSheetLimits, measureSources, type CollectionField, type CollectionRow, type MeasureSheetColumn, type MeasureSource } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import { isPassed, measureWords, type SheetFault, type SheetLine, type SheetMeasure } from '@kepu/domain';
import type { SheetForm } from '../collections/collection-sheet-reader.js';
import type { OfferedPool } from './measure-sheets.repository.js';

/** The sheet is in the language of the office, whoever makes it: it comes back from somebody else. */
const OFFICE = 'zh-CN';
export const words = (key: string, params: Readonly<Record<string, string | number>> = {}): string => label(OFFICE, key, params);
const MINUTES = 60;
/** How large and long a sheet may be. */
export const form: SheetForm = { mostRows: measureSheetLimits.rows, maxBytes: measureSheetLimits.sheetBytes, foreign: 'measure_sheet.foreign', mayLack: ['adopt', 'suggestionCode'] };

const kindOf = new Map(measureKinds.map((kind) => [words(`terms.measureKinds.${kind}`), kind]));
const sourceNames = measureSources.map((source) => [words(`terms.measureSources.${source}`), source] as const);
const narrow = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '');
/** Sources as they are named, however they are parted: a name may hold what parts them. Null where a word is none. */
const sourcesOf = (text: string): MeasureSource[] | null => {
  let rest = narrow(text);
  const found = sourceNames.toSorted(([a], [b]) => b.length - a.length).flatMap(([name, source]) => {
    if (!rest.includes(narrow(name))) return [];
    rest = rest.replace(narrow(name), '');
    return [source];
  });
  return /[^、,;/]/u.test(rest) ? null : measureSources.filter((source) => found.includes(source));
};
/** What the drop-downs offer, by column. */
export const offered = (pools: readonly OfferedPool[]): readonly (readonly [MeasureSheetColumn, readonly string[]])[] => [
  ['kind', [...kindOf.keys()]], ['sources', sourceNames.map(([name]) => name)], ['pool', pools.map(({ name }) => name)], ['approx', [words('documents.yes')]],
];

const plain = { required: false, help: null, unitOfMeasure: null, places: 0, min: null, max: null, maxLength: null, options: [] as string[], sum: 'none', personalReason: null } as const;
/** The columns that are read; unit, programme and text stand beside them for whoever fills it in. */
export const columns = (pools: readonly OfferedPool[]): CollectionField[] => {
  const options = new Map(offered(pools));
  const column = (key: MeasureSheetColumn, type: CollectionField['type'], more: Partial<CollectionField> = {}): CollectionField => ({ ...plain, key, label: words(`documents.measureSheet_${key}`), type, ...more, options: [...(options.get(key) ?? [])] });
  return [
    column('seq', 'whole'), column('adopt', 'flag'), column('kind', 'choice'), column('name', 'text', { maxLength: lengths.name }), column('sources', 'text'), column('pool', 'choice'), column('min', 'decimal', { places: 2 }), column('max', 'decimal', { places: 2 }), column('approx', 'flag'),
    column('unitOfMeasure', 'text', { maxLength: lengths.unitOfMeasure }), column('dueOn', 'day'), column('demands', 'long', { maxLength: lengths.note }), column('itemCode', 'text'), column('measureCode', 'text'), column('version', 'whole'), column('suggestionCode', 'text'),
  ];
};
/** The columns that say what a measure is. */
export const measureColumns = ['kind', 'name', 'sources', 'pool', 'min', 'max', 'approx', 'unitOfMeasure', 'dueOn', 'demands'] as const satisfies readonly MeasureSheetColumn[];
type MeasureColumn = (typeof measureColumns)[number];

/** Stands for what was suggested, so that a row that was changed is known from one that was not. */
export const suggestionCode = (measure: SheetMeasure): string => createHash('sha256').update(measureWords(measure)).digest('hex').slice(0, 16);

const factorOf = (sources: readonly string[]): number => (sources.includes('volunteer_minutes') ? MINUTES : 1);
/** A measure as people write it: service in hours, kinds and sources by their names. */
export const cellsOf = (measure: SheetMeasure, pools: ReadonlyMap<string, string>): Record<MeasureColumn, string | number> => {
  const told = (value: number | null): number | '' => (value === null ? '' : Math.round((value / factorOf(measure.sources)) * 100) / 100);
  return {
    kind: words(`terms.measureKinds.${measure.kind}`), name: measure.name, sources: measure.sources.map((source) => words(`terms.measureSources.${source}`)).join('；'), pool: pools.get(measure.poolId ?? '') ?? '', min: told(measure.min), max: told(measure.max),
    approx: measure.approx ? words('documents.yes') : '', unitOfMeasure: measure.unitOfMeasure, dueOn: measure.dueOn ?? '', demands: measure.demands ?? '',
  };
};

/** The field of a measure at the column that it is written in. */
export const columnOf = (field: SheetFault['field']): MeasureSheetColumn => (field === 'poolId' ? 'pool' : field);

/** What a row says, and what keeps it from being a measure. `unread`: a cell of it could not be read, which is said already. */
export const lineOf = (row: number, values: CollectionRow, texts: Readonly<Record<MeasureSheetColumn, string>>, pools: ReadonlyMap<string, string>, unread: boolean): { line: SheetLine; faults: { field: SheetFault['field']; code: string }[] } => {
  const text = (key: MeasureSheetColumn): string | null => (typeof values[key] === 'string' ? values[key] : null);
  const number = (key: MeasureSheetColumn): number | null => (typeof values[key] === 'number' ? values[key] : null);
  const code = text('suggestionCode');
  const adopt = typeof values['adopt'] === 'boolean' ? values['adopt'] : null;
  const place = { row, seq: number('seq'), itemCode: text('itemCode'), measureCode: text('measureCode'), version: number('version'), adopt, suggested: code === null ? null : 'changed' as const };
  // The answer no to 约 alone says nothing of a measure.
  if (measureColumns.every((key) => texts[key] === '' || (key === 'approx' && values['approx'] === false))) return { line: { ...place, measure: null }, faults: [] };
  const named = sourcesOf(text('sources') ?? '');
  const sources = named ?? [];
  const factor = factorOf(sources);
  // Hours are printed with two decimals, which is less than half a minute away from the minutes that they were.
  const counted = (value: number | null): number | null => (value === null || factor === 1 ? value : Math.round(value * factor));
  const given = {
    kind: kindOf.get(text('kind') ?? ''), name: text('name'), sources, poolId: pools.get(text('pool') ?? '') ?? null, min: counted(number('min')), max: counted(number('max')), approx: values['approx'] === true,
    unitOfMeasure: text('unitOfMeasure'), dueOn: text('dueOn'), demands: text('demands'),
  };
  // A cell that holds something that cannot be read is named already.
  const missing = (['kind', 'name', 'sources', 'unitOfMeasure'] as const).flatMap((field) => (texts[field] === '' ? [{ field, code: 'required' }] : field === 'sources' && named === null ? [{ field, code: 'sheet_source_unknown' }] : []));
  const odd = (['min', 'max'] as const).flatMap((field) => (given[field] === null ? [] : given[field] < 1 ? [{ field, code: 'sheet_least_one' }] : Number.isInteger(given[field]) ? [] : [{ field, code: 'not_whole' }]));
  const whole = measureInput.safeParse(given);
  const said = new Set([...missing, ...odd].map(({ field }) => field as string));
  // The rules of a measure say what it lacks; what a single cell may hold was asked before.
  const lacking = whole.success || unread ? [] : whole.error.issues.flatMap(({ path, code, message }) => {
    const field = String(path[0]) as keyof SheetMeasure;
    return said.has(field) ? [] : [{ field, code: code === 'custom' ? (message === 'order' ? 'bounds' : message) : code === 'too_big' ? 'sheet_too_big' : 'bad_format' }];
  });
  const measure = whole.success && !unread ? whole.data : undefined;
  const line: SheetLine = { ...place, measure, suggested: code === null ? null : measure && suggestionCode(measure) === code ? 'as_printed' : 'changed' };
  return { line, faults: isPassed(line) ? [] : [...missing, ...odd, ...lacking] };
};
