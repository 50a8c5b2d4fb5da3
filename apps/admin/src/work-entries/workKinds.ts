import type { WorkEntryKind } from '@kepu/contracts';

/** Fields that only some kinds have. */
export type WorkField = 'days' | 'roster' | 'channel' | 'link' | 'reach' | 'place' | 'level' | 'rounds' | 'docNumber' | 'basis';
/** What the form of a kind asks for; what must be there to hand it in is marked. Without a measure the unit is free. */
export interface WorkKind { readonly measure: string | null; readonly fields: readonly WorkField[]; readonly needed: readonly WorkField[] }

/** Kind → its form. The unit of measure is a key of the catalogue. */
export const workKinds: Readonly<Record<WorkEntryKind, WorkKind>> = {
  training: { measure: 'admin.work.measures.training', fields: ['days', 'place', 'roster'], needed: ['roster'] },
  publication: { measure: 'admin.work.measures.publication', fields: ['channel', 'link', 'reach'], needed: ['channel'] },
  work: { measure: 'admin.work.measures.work', fields: ['level'], needed: [] },
  venue: { measure: 'admin.work.measures.venue', fields: ['place', 'level'], needed: ['place'] },
  competition: { measure: 'admin.work.measures.competition', fields: ['rounds', 'level', 'place'], needed: ['rounds'] },
  document: { measure: 'admin.work.measures.document', fields: ['docNumber'], needed: ['docNumber'] },
  figure: { measure: null, fields: ['basis'], needed: ['basis'] },
};

/** Whether a text is a kind. */
export const isWorkKind = (value: string | null): value is WorkEntryKind => value !== null && value in workKinds;
