import { bulletinMetrics, meetingMetrics, type Bulletin, type BulletinKind, type BulletinMetric, type Figure } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import { textParts } from '@kepu/domain';
import type { BulletinAxes, BulletinSection } from './bulletin.entity.js';
import type { FigureLines, SumRow } from './bulletins.repository.js';

/** Metrics of a programme, and of a unit: what has a meaning for one. */
const programmeMetrics = bulletinMetrics.filter((metric) => !['assignments', 'signed', 'reports_due', 'reports_in', 'reports_late', 'value'].includes(metric));
const unitMetrics = bulletinMetrics.filter((metric) => !['units', 'value'].includes(metric));
const cityMetrics = bulletinMetrics.filter((metric) => metric !== 'value');
/** Whether a kind of bulletin tells of a metric. */
const tells = (kind: BulletinKind) => (metric: BulletinMetric): boolean => kind === 'meeting' || !meetingMetrics.some((one) => one === metric);
/** Columns that a table always has; the others where the year has anything of them. */
const always: readonly BulletinMetric[] = ['items', 'closed_out', 'measures', 'measures_done', 'activities', 'turnout'];

/** The key of a number: it stands in the stored text, and stays what it is when names change. */
export const figureKey = ({ scope, metric, ofId }: FigureLines): string => (scope === 'city' ? metric : `${scope}:${ofId ?? ''}:${metric}`);
/** What a key names; null where it is none. */
export const figureOf = (key: string): FigureLines | null => {
  const [scope, ofId, metric] = key.includes(':') ? key.split(':') : ['city', null, key];
  const known = bulletinMetrics.find((one) => one === metric);
  return known && (scope === 'city' || scope === 'programme' || scope === 'unit' || scope === 'measure') ? { scope, metric: known, ofId: ofId ?? null } : null;
};
/** A number as it is printed: service is counted in minutes and told in hours. */
export const shownValue = (value: number, minutes: boolean): string => String(minutes ? Math.round(value / 6) / 10 : value);

type Sums = Readonly<Record<FigureLines['scope'], readonly SumRow[]>>;
const plain = (name: string): string => name.replaceAll(/[{}\n]/gu, '');

/** All numbers of a bulletin with the names that text calls them by, each name once. */
export const figuresOf = (kind: BulletinKind, axes: BulletinAxes, sums: Sums, locale: Locale): Figure[] => {
  const values = new Map(Object.entries(sums).flatMap(([scope, rows]) => rows.map((row) => [figureKey({ scope: scope as FigureLines['scope'], metric: row.metric, ofId: row.ofId }), Number(row.value)] as const)));
  const metricName = (metric: BulletinMetric) => label(locale, `terms.bulletinMetrics.${metric}`);
  const taken = new Set<string>();
  const made = (scope: FigureLines['scope'], metric: BulletinMetric, ofId: string | null, minutes: boolean, wanted: string, fallback: string): Figure => {
    const key = figureKey({ scope, metric, ofId });
    const name = [plain(wanted), plain(fallback)].find((one) => !taken.has(one)) ?? `${plain(fallback)} ${key}`;
    taken.add(name);
    const value = values.get(key) ?? 0;
    return { key, name, metric, scope, of: ofId, value, shown: shownValue(value, minutes) };
  };
  const of = (name: string, metric: BulletinMetric) => label(locale, 'documents.bulletinOf', { name, metric: metricName(metric) });
  const figure = (scope: 'city' | 'programme' | 'unit', metric: BulletinMetric, ofId: string | null, name: string): Figure => made(scope, metric, ofId, metric === 'volunteer_minutes', name, `${name} (${label(locale, `documents.bulletinScopes_${scope}`)})`);
  return [
    ...cityMetrics.filter(tells(kind)).map((metric) => figure('city', metric, null, metricName(metric))),
    ...axes.programmes.flatMap(({ id, name }) => programmeMetrics.filter(tells(kind)).map((metric) => figure('programme', metric, id, of(name, metric)))),
    ...axes.units.flatMap(({ id, name }) => unitMetrics.filter(tells(kind)).map((metric) => figure('unit', metric, id, of(name, metric)))),
    ...axes.measures.map(({ id, seq, name, units, minutes }) => made('measure', 'value', id, minutes, label(locale, 'documents.bulletinOfMeasure', { seq, name }), label(locale, 'documents.bulletinOfMeasureUnit', { seq, name, unit: units }))),
  ];
};

/** Columns of the tables of programmes and units. */
export const columnsOf = (figures: readonly Figure[]): Bulletin['columns'] => {
  const any = new Set(figures.filter(({ scope, value }) => scope === 'city' && value > 0).map(({ metric }) => metric));
  return programmeMetrics.filter((metric) => metric !== 'units' && (always.includes(metric) || any.has(metric)));
};

const replaced = (text: string, by: (figure: string) => string): string => textParts(text).map(({ text: part, figure }) => (figure === null ? part : by(figure))).join('');
/** Text as it is stored, with numbers by their names; a number that is gone keeps its key. */
export const namedText = (text: string, figures: ReadonlyMap<string, Figure>): string => replaced(text, (key) => `{${figures.get(key)?.name ?? key}}`);
/** Text as it is printed. */
export const printedText = (text: string, figures: ReadonlyMap<string, Figure>): string => replaced(text, (key) => figures.get(key)?.shown ?? `{${key}}`);
/** Text as somebody has written it, with numbers by their keys, and the names that are none. */
export const keyedSections = (sections: readonly BulletinSection[], catalogues: readonly (readonly Figure[])[]): { sections: BulletinSection[]; unknown: string[] } => {
  const keys = new Map(catalogues.flatMap((figures) => figures.flatMap(({ key, name }) => [[name, key], [key, key]] as const)));
  const unknown = new Set<string>();
  const keyed = (text: string): string => replaced(text, (name) => {
    const key = keys.get(name.trim());
    if (key === undefined) unknown.add(name);
    return `{${key ?? name}}`;
  });
  return { sections: sections.map(({ heading, text }) => ({ heading, text: keyed(text) })), unknown: [...unknown] };
};
/** Names in stored text that are no number of it any more. */
export const missingIn = (sections: readonly BulletinSection[], figures: ReadonlyMap<string, Figure>): string[] => [...new Set(sections.flatMap(({ text }) => textParts(text)).flatMap(({ figure }) => (figure !== null && !figures.has(figure) ? [figure] : [])))];
