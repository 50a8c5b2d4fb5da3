import { normaliseName, type DictionaryEntry, type Place as ReadPlace, type Reading } from '@kepu/breakdown';
import type { ImportItem, ImportWarning, Place } from '@kepu/contracts';
import type { ImportContent } from './import-content.js';

const placeOf = (place: ReadPlace): Place => ('line' in place ? { line: place.line } : 'cell' in place ? { cell: place.cell, sheet: place.sheet } : { row: place.row, table: place.table });
const samePlace = (a: Place, b: Place | null): boolean => b !== null && JSON.stringify(a) === JSON.stringify(b);

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
    const item = items.find((one) => samePlace(one.source, place) && one.warnings.includes(warning.code));
    return { code: warning.code, place, value: warning.value, suggestion: warning.suggestion, suggestionId: warning.suggestionId, position: item?.position ?? null };
  });
  return { paper: reading.paper, items, warnings };
};
