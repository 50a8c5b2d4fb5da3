import type { ImportItem, ImportWarning, PlanImport } from '@kepu/contracts';

/** A printed name that nobody could place yet. */
export interface OpenName { kind: 'unit' | 'programme'; name: string; suggestion: { id: string; name: string } | null; positions: number[] }

/** Names without a match, each once, in the order of the paper, with the items that they stand in. */
export const openNames = ({ items, warnings }: Pick<PlanImport, 'items' | 'warnings'>): OpenName[] => {
  const found = new Map<string, OpenName>();
  const add = (kind: OpenName['kind'], name: string, position: number) => {
    const key = `${kind} ${name}`;
    const known = found.get(key);
    if (known) {
      if (!known.positions.includes(position)) known.positions.push(position);
      return;
    }
    const finding = warnings.find(({ code, value }) => code === `unknown_${kind}` && value === name);
    const suggestion = finding?.suggestionId && finding.suggestion ? { id: finding.suggestionId, name: finding.suggestion } : null;
    found.set(key, { kind, name, suggestion, positions: [position] });
  };
  for (const item of items) {
    if (item.programme.programmeId === null) add('programme', item.programme.printed, item.position);
    for (const { name, unitId } of [...item.responsible, ...item.lead, ...item.cooperating]) if (unitId === null) add('unit', name, item.position);
  }
  return [...found.values()];
};

/** Which items to show. */
export interface ItemFilter { only: 'all' | 'warnings' | 'unmatched' | 'corrected'; text: string }
const unmatched = (item: ImportItem): boolean =>
  item.programme.programmeId === null || [...item.responsible, ...item.lead, ...item.cooperating].some(({ unitId }) => unitId === null);
/** The items of a preview that a filter leaves. */
export const shownItems = (items: readonly ImportItem[], { only, text }: ItemFilter): ImportItem[] => {
  const wanted = text.trim().toLowerCase();
  return items.filter((item) =>
    (only === 'all' || (only === 'warnings' && item.warnings.length > 0) || (only === 'unmatched' && unmatched(item)) || (only === 'corrected' && item.corrected))
    && (wanted === '' || [item.text, item.programme.name, item.programme.printed, ...item.responsible.map(({ name }) => name), ...item.lead.map(({ name }) => name), ...item.cooperating.map(({ name }) => name)]
      .some((part) => part.toLowerCase().includes(wanted))));
};

/** Findings by kind, the kinds in the order of their first finding. */
export const byCode = (warnings: readonly ImportWarning[]): [code: string, warnings: ImportWarning[]][] => {
  const groups = new Map<string, ImportWarning[]>();
  for (const warning of warnings) groups.set(warning.code, [...(groups.get(warning.code) ?? []), warning]);
  return [...groups];
};

/** A number that the paper sets, as people write it: 约 5000 人次, 2–3 家. */
export const targetText = ({ min, max, approx, unit }: { min: number | null; max: number | null; approx: boolean; unit: string }, words: { about: string; atLeast: string; atMost: string }): string => {
  const number = min !== null && max !== null ? (min === max ? String(min) : `${min}–${max}`) : min !== null ? `${words.atLeast}${min}` : max !== null ? `${words.atMost}${max}` : '';
  return `${approx ? words.about : ''}${number} ${unit}`.trim();
};
