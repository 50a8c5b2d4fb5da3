import type { ReportWords } from '@kepu/contracts';

/** What is typed on an item and not saved, and the words that it began from. */
export interface Edit { readonly words: ReportWords; readonly base: ReportWords }
/** Edits of a report, by item. */
export type Edits = Readonly<Record<string, Edit>>;

const nameOf = (place: string): string => `kepu.unsaved-report.${place}`;

/** What this tab still has of a person's report. A tap beside the box, a reload or a session that ends must not cost the words; another person does not get them. */
export const readEdits = (place: string): Edits => {
  try {
    return JSON.parse(sessionStorage.getItem(nameOf(place)) ?? '{}') as Edits;
  } catch {
    return {};
  }
};
/** Keeps what is not saved; nothing is forgotten. A browser that keeps nothing is no reason to stop writing. */
export const storeEdits = (place: string, edits: Edits): void => {
  try {
    if (Object.keys(edits).length === 0) sessionStorage.removeItem(nameOf(place));
    else sessionStorage.setItem(nameOf(place), JSON.stringify(edits));
  } catch {
    // Full, or switched off.
  }
};
