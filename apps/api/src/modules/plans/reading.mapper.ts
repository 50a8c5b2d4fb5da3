import { normaliseName, type DictionaryEntry, type Place as ReadPlace, type Reading } from '@kepu/breakdown';
import type { ImportItem, ImportWarning, Place } from '@kepu/contracts';
import type { ImportContent } from './import-content.js';

const placeOf = (place: ReadPlace): Place => ('line' in place ? { line: place.line } : 'cell' in place ? { cell: place.cell, sheet: place.sheet } : { row: place.row, table: place.table });

/** Each name once: two sets may use the same name, and which set is meant is known only after the year has been read. */
export const eachNameOnce = (programmes: readonly DictionaryEntry[]): DictionaryEntry[] => {
  const taken = new Set<string>();
  return programmes.map((entry) => ({ id: entry.id, names: entry.names.filter((name) => !taken.has(normaliseName(name)) && taken.add(normaliseName(name))) })).filter((entry) => entry.names.length > 0);
};

/** The programme that a printed name means in the set of the paper's year, which `programmes` gives first. */
export const programmeNamed = (printed: string, programmes: readonly DictionaryEntry[]): DictionaryEntry | undefined => {
  const wanted = normaliseName(printed);
  return programmes.find((entry) => entry.names.some((name) => normaliseName(name) === wanted));
};

/** A reading as the preview keeps it. Names of programmes are taken from the set of the paper's year. */
export const contentOf = (reading: Reading, programmes: readonly DictionaryEntry[]): ImportContent => {
  const items: ImportItem[] = reading.items.map((item, index) => {
    const programme = programmeNamed(item.programme.printed, programmes);
    return {
      position: index + 1,
      programme: { printed: item.programme.printed, name: programme?.names[0] ?? item.programme.name, programmeId: programme?.id ?? item.programme.programmeId },
      responsible: item.responsible, lead: item.lead, cooperating: item.cooperating, text: item.text, raw: item.raw, number: item.number, due: item.due,
      targets: item.targets.map(({ raw, min, max, approx, unit }) => ({ raw, min, max, approx, unit })), roleHint: item.roleHint, source: placeOf(item.source),
      warnings: item.warnings, corrected: false,
    };
  });
  const warnings: ImportWarning[] = reading.warnings.map((warning) => {
    const place = warning.place && placeOf(warning.place);
    const meant = warning.code === 'unknown_programme' && warning.suggestion ? programmeNamed(warning.suggestion, programmes) : undefined;
    return { code: warning.code, place, value: warning.value, suggestion: warning.suggestion, suggestionId: meant?.id ?? warning.suggestionId, position: warning.item === null ? null : warning.item + 1 };
  });
  return { paper: reading.paper, items, warnings };
};
