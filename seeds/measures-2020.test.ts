import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { lengths, measureInput, type MeasureSource } from '@kepu/contracts';
import { suggestMeasures } from '@kepu/domain';

const text = (file: string) => readFileSync(path.join(import.meta.dirname, file), 'utf8');
const load = <T>(file: string) => JSON.parse(text(file)) as T;

interface Proposed { kind: 'number' | 'deliverable' | 'milestone' | 'qualitative'; name: string; sources: MeasureSource[]; pool: string | null; min: number | null; unitOfMeasure: string; dueMonth: number }
interface ItemEntry { unit: string; item: number; programme: string; paper: boolean; measures: Proposed[] }

const { items, year, programmeSet } = load<{ items: ItemEntry[]; year: number; programmeSet: string }>('measures-2020.json');
const { units } = load<{ units: { key: string; name: string }[] }>('units.json');
const programmes = load<{ sets: { key: string; programmes: { key: string; name: string; shortName: string }[] }[] }>('programmes.json').sets.find(({ key }) => key === programmeSet)?.programmes ?? [];
const { pools } = load<{ pools: { key: string; name: string }[] }>('talent-kinds.json');
// The sample paper has the structure of the real one, item by item.
const [heading = '', ...lines] = text('papers/twin-2020.items.tsv').trimEnd().split('\n').map((line) => line.split('\t'));
const paper = lines.map((line) => ({ unit: line[heading.indexOf('unit')] ?? '', programme: line[heading.indexOf('programme_canonical')] ?? '' }));
const table = text('../docs/evidence-2020.md').split('\n').filter((line) => line.startsWith('| T2020-')).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
const nameOf = (entry: ItemEntry) => units.find(({ key }) => key === entry.unit)?.name;

test('every one of the 99 items stands there once, in the order of the paper', () => {
  expect([year, items.length]).toEqual([2020, 99]);
  expect(items.map((entry) => ({ unit: nameOf(entry), programme: programmes.find(({ key }) => key === entry.programme)?.name }))).toEqual(paper);
  const counted = new Map<string, number>();
  for (const entry of items) {
    counted.set(entry.unit, (counted.get(entry.unit) ?? 0) + 1);
    expect([entry.unit, entry.item]).toEqual([entry.unit, counted.get(entry.unit)]);
  }
});

test('each has something that proves it: its own number in four cases, measures of the office in all others', () => {
  expect(items.filter((entry) => entry.paper).map((entry) => [entry.unit, entry.item])).toEqual([['agriculture', 1], ['trade-unions', 1], ['wzvcst', 1], ['science-association', 13]]);
  for (const entry of items) expect([entry.unit, entry.item, entry.measures.length > 0]).toEqual([entry.unit, entry.item, !entry.paper]);
});

test('every measure is one that the API takes', () => {
  const poolId = '0199aaaa-0000-7000-8000-000000000001';
  for (const { pool, dueMonth, ...measure } of items.flatMap((entry) => entry.measures)) {
    expect(measureInput.safeParse({ ...measure, poolId: pool === null ? null : poolId, dueOn: `2020-${String(dueMonth).padStart(2, '0')}-01` })).toMatchObject({ success: true });
    if (pool !== null) expect(pools.map(({ key }) => key)).toContain(pool);
    expect(measure.name.length).toBeLessThan(lengths.name);
  }
});

test('17 items are proven by people in a pool', () => {
  expect(items.filter((entry) => entry.measures.some((measure) => measure.pool !== null))).toHaveLength(17);
});

test('one piece of evidence does not reach two numbers of an item', () => {
  const fromActivities = new Set<string>(['sessions', 'turnout', 'volunteer_minutes']);
  for (const entry of items) {
    const numbers = entry.measures.filter((measure) => measure.kind === 'number').flatMap((measure) => measure.sources).filter((source) => source !== 'figure' && source !== 'pool_members');
    expect([entry.unit, entry.item, numbers]).toEqual([entry.unit, entry.item, [...new Set(numbers)]]);
    // An activity names no measure, so what it counts must mean one thing.
    const active = entry.measures.filter((measure) => measure.kind !== 'qualitative').flatMap((measure) => measure.sources).filter((source) => fromActivities.has(source));
    expect([entry.unit, entry.item, active]).toEqual([entry.unit, entry.item, [...new Set(active)]]);
  }
});

test('the table in the docs says the same, item by item', () => {
  expect(table).toHaveLength(99);
  for (const [index, entry] of items.entries()) {
    const [, position, programme, , measures = ''] = table[index] ?? [];
    expect([position, programme]).toEqual([String(entry.item), programmes.find(({ key }) => key === entry.programme)?.shortName]);
    if (entry.paper) expect(measures).toContain('分解表原文');
    else expect(measures.split('<br>')).toHaveLength(entry.measures.length);
    for (const measure of entry.measures) {
      expect(measures).toContain(`${measure.name}${measure.pool === null ? '' : `（${pools.find(({ key }) => key === measure.pool)?.name}）`} ≥ ${measure.min} ${measure.unitOfMeasure}，${measure.dueMonth} 月`);
    }
  }
});

/** In how many of the items that the office measured a suggestion counts what one of its measures counts first. The rules were made with the paper of 2020 at hand: on another one they agree less. */
const agreement = (texts: readonly string[]): number => {
  const measured = items.flatMap((entry, at) => (entry.measures.length === 0 ? [] : [{ text: texts[at] ?? '', wanted: new Set(entry.measures.map(({ sources }) => sources[0])) }]));
  return measured.filter(({ text: said, wanted }) => suggestMeasures({ text: said, dueOn: null }, year).some(({ sources }) => wanted.has(sources[0]))).length / measured.length;
};

test('what the words of an item suggest is mostly what the office counts', () => {
  expect(agreement(lines.map((line) => line[heading.indexOf('content')] ?? ''))).toBeGreaterThan(0.7);
  const original = process.env['KEPU_PAPER_DIR'] && path.resolve(import.meta.dirname, '..', process.env['KEPU_PAPER_DIR'], 'breakdown-2020.items.tsv');
  if (!original || !existsSync(original)) return;
  const [names = '', ...rest] = readFileSync(original, 'utf8').trimEnd().split('\n');
  expect(agreement(rest.map((line) => line.split('\t')[names.split('\t').indexOf('content')] ?? ''))).toBeGreaterThan(0.9);
});
