import type { EvidenceMetric, WorkEntryDetails, WorkEntryKind } from '@kepu/contracts';
import { missingDemands } from './lifecycle.js';
import { workEntryLifecycle } from './work-entry-lifecycle.js';

/** What each kind of proven work counts as. A figure is the one that a person has added up elsewhere: it is marked as entered by hand. */
export const workEntryMetrics: Readonly<Record<WorkEntryKind, EvidenceMetric>> = {
  training: 'trained', publication: 'publications', work: 'works', venue: 'venues', competition: 'competitions', document: 'documents', figure: 'figure',
};

/** What is known of an entry when it is handed in. */
export interface HandedInEntry {
  readonly kind: WorkEntryKind;
  readonly place: string | null;
  readonly details: WorkEntryDetails;
  /** How many files go with it, the roster among them. */
  readonly files: number;
}
/** A part that may be missing; its words stand under `terms.missing`. */
export type MissingPart = 'files' | 'roster' | 'place' | 'channel' | 'rounds' | 'docNumber' | 'basis';

/**
 * What an entry still lacks before it can be checked. Every kind but a figure wants a file; a figure wants a file or the basis that it rests on.
 * A training course wants its roster, or days and place; a publication its channel; a competition its rounds; a document its number.
 */
export function missingOfWorkEntry({ kind, place, details, files }: HandedInEntry): MissingPart[] {
  const proof = files > 0 ? [files] : kind === 'figure' ? details.basis : null;
  const missing: MissingPart[] = missingDemands(workEntryLifecycle, 'submit', { evidence: proof ?? null }).length === 0 ? [] : [kind === 'figure' ? 'basis' : 'files'];
  if (kind === 'training' && details.rosterFileId === undefined) {
    if (details.days === undefined) missing.push('roster');
    else if (place === null) missing.push('place');
  }
  if (kind === 'publication' && details.channel === undefined) missing.push('channel');
  if (kind === 'competition' && (details.rounds ?? []).length === 0) missing.push('rounds');
  if (kind === 'document' && details.docNumber === undefined) missing.push('docNumber');
  return missing;
}
