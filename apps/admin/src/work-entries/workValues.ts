import type { File as HandedIn, WorkEntry, WorkEntryDetails, WorkEntryKind } from '@kepu/contracts';
import type { FieldErrors } from '../providers/problem.js';
import { workKinds, type WorkField } from './workKinds.js';

/** One round or award as the form holds it. */
export interface RoundValues { stage: string; entries: number | null; awards: string }
/** The form of a work entry, whatever its kind. */
export interface WorkValues {
  unitId: string; kind: WorkEntryKind; title: string; quantity: number | null; unitOfMeasure: string; fromDay: string; toDay: string | null; divisionCode: string | null; place: string; text: string; files: HandedIn[]; roster: HandedIn[];
  days: number | null; channel: string; link: string; reach: number | null; level: string; docNumber: string; basis: string; rounds: RoundValues[]; itemIds: string[]; measureIds: Record<string, string | null>;
}

const text = (value: string | null | undefined): string => (value ?? '').trim();
const textOrNull = (value: string | null | undefined): string | null => text(value) || null;
const filled = (value: unknown): boolean => value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

/** What only this kind has; a field of another kind that was filled in before is left behind. */
const detailsOf = (values: WorkValues): WorkEntryDetails => {
  const all: Partial<Record<WorkField, WorkEntryDetails>> = {
    days: { days: values.days ?? undefined }, roster: { rosterFileId: values.roster?.[0]?.id }, channel: { channel: text(values.channel) }, link: { link: text(values.link) }, reach: { reach: values.reach ?? undefined }, level: { level: text(values.level) },
    docNumber: { docNumber: text(values.docNumber) }, basis: { basis: text(values.basis) },
    rounds: { rounds: (values.rounds ?? []).map(({ stage, entries, awards }) => ({ stage: text(stage), entries: entries ?? Number.NaN, awards: text(awards) })) },
  };
  const own = workKinds[values.kind].fields.map((field) => all[field] ?? {});
  return Object.fromEntries(own.flatMap((part) => Object.entries(part)).filter(([, value]) => filled(value)));
};

/** What the API is told, but for unit and kind. */
export const workFields = (values: WorkValues) => {
  const kind = workKinds[values.kind];
  const files = [...(values.files ?? []), ...(kind.fields.includes('roster') ? values.roster ?? [] : [])].map(({ id }) => id);
  return {
    title: text(values.title), quantity: values.quantity ?? Number.NaN, unitOfMeasure: text(values.unitOfMeasure), fromDay: values.fromDay ?? '', toDay: values.toDay || values.fromDay || '', divisionCode: values.divisionCode || null,
    place: kind.fields.includes('place') ? textOrNull(values.place) : null, text: textOrNull(values.text), details: detailsOf(values), fileIds: [...new Set(files)], serves: (values.itemIds ?? []).map((itemId) => ({ itemId, measureId: values.measureIds?.[itemId] || null })),
  };
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What was changed, whole fields at a time. */
export const workChanges = (values: WorkValues, start: WorkValues): Partial<ReturnType<typeof workFields>> => {
  const before = workFields(start);
  return Object.fromEntries(Object.entries(workFields(values)).filter(([key, value]) => !same(value, before[key as keyof typeof before])));
};

/** An empty form for a kind. */
export const newWork = (kind: WorkEntryKind, unitOfMeasure: string, today: string): Omit<WorkValues, 'unitId' | 'itemIds' | 'files'> => ({
  kind, title: '', quantity: kind === 'training' || kind === 'figure' ? null : 1, unitOfMeasure, fromDay: today, toDay: null, divisionCode: null, place: '', text: '', roster: [], days: null, channel: '', link: '', reach: null, level: '', docNumber: '', basis: '',
  rounds: kind === 'competition' ? [{ stage: '', entries: null, awards: '' }] : [], measureIds: {},
});

/** A work entry as the form holds it. */
export const workValues = (entry: WorkEntry): WorkValues => {
  const { details } = entry;
  const isRoster = ({ id }: HandedIn) => id === details.rosterFileId;
  return {
    unitId: entry.unit.id, kind: entry.kind, title: entry.title, quantity: entry.quantity, unitOfMeasure: entry.unitOfMeasure, fromDay: entry.fromDay, toDay: entry.toDay === entry.fromDay ? null : entry.toDay, divisionCode: entry.division?.code ?? null, place: entry.place ?? '', text: entry.text ?? '',
    files: entry.files.filter((file) => !isRoster(file)), roster: entry.files.filter(isRoster), days: details.days ?? null, channel: details.channel ?? '', link: details.link ?? '', reach: details.reach ?? null, level: details.level ?? '', docNumber: details.docNumber ?? '', basis: details.basis ?? '',
    rounds: (details.rounds ?? []).map((round) => ({ ...round })), itemIds: entry.serves.map(({ itemId }) => itemId), measureIds: Object.fromEntries(entry.serves.map(({ itemId, measureId }) => [itemId, measureId])),
  };
};

/** The API's field errors by the form's own fields: details stand beside the rest here. */
export const workErrors = (errors: FieldErrors | undefined): FieldErrors | undefined => {
  if (!errors) return undefined;
  const { details, serves, fileIds, ...others } = errors;
  return { ...others, ...(typeof details === 'object' ? details : {}), ...(serves ? { itemIds: typeof serves === 'string' ? serves : 'admin.work.serves_refused' } : {}), ...(fileIds ? { files: typeof fileIds === 'string' ? fileIds : 'admin.work.files_refused' } : {}) };
};
