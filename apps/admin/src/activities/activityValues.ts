import type { Activity, ActivityKind, Occupation, Position } from '@kepu/contracts';
import type { FieldErrors } from '../providers/problem.js';
import { dayOf, timeOf, toInstant } from './dayAndTime.js';

/** A position as the form holds it; a number field that was emptied holds nothing. */
export interface PositionValues {
  id?: string; role: Position['role']; name: string; minimum: number | null; maximum: number | null; occupations: Occupation[]; credentialIds: string[]; poolIds: string[]; minAge: number | null; note: string; paid: boolean;
}
/** A shift as the form holds it: day and times of day rather than instants. */
export interface ShiftValues { id?: string; day: string; from: string; to: string; positions: PositionValues[] }
/** Who may serve: grown-ups alone, minors too, or grown-ups alone because it is dangerous. */
export type WhoMayServe = 'adults' | 'minors' | 'dangerous';
/** The whole form. */
export interface ActivityValues {
  unitId: string; kind: ActivityKind; title: string; summary: string; topicIds: string[]; audienceIds: string[]; countyCode: string; townshipCode: string | null; place: string; flow: Activity['flow'];
  riskStatement: string; insurance: Activity['risk']['insurance']; who: WhoMayServe; companions: boolean; serves: string[]; grantsKindId: string | null; grantsMonths: number | null; shifts: ShiftValues[];
}

const text = (value: string | null | undefined): string => (value ?? '').trim();
const textOrNull = (value: string | null | undefined): string | null => text(value) || null;
const number = (value: number | null | undefined): number => value ?? Number.NaN;

const position = ({ id, role, name, minimum, maximum, occupations, credentialIds, poolIds, minAge, note, paid }: PositionValues) => ({
  ...(id ? { id } : {}), role, name: text(name), minimum: number(minimum), maximum: number(maximum), paid, requires: { occupations: occupations ?? [], credentialIds: credentialIds ?? [], poolIds: poolIds ?? [], minAge: minAge ?? null, note: textOrNull(note) },
});
const shift = ({ id, day, from, to, positions }: ShiftValues) => ({ ...(id ? { id } : {}), startsAt: toInstant(day, from), endsAt: toInstant(day, to), positions: positions.map(position) });

/** What the API is told, but for the unit. */
export const fieldsOf = (values: ActivityValues) => ({
  title: text(values.title), kind: values.kind, summary: text(values.summary), topicIds: values.topicIds ?? [], audienceIds: values.audienceIds ?? [], countyCode: values.countyCode ?? '', townshipCode: values.townshipCode || null,
  place: text(values.place), flow: values.flow, riskStatement: text(values.riskStatement), insurance: values.insurance, minors: values.who === 'minors', companions: values.who === 'minors' && values.companions, dangerous: values.who === 'dangerous', serves: values.serves ?? [], grants: values.kind === 'training' && values.grantsKindId ? { kindId: values.grantsKindId, months: values.grantsMonths ?? null } : null, shifts: values.shifts.map(shift),
});

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What was changed, whole fields at a time: shifts are told whole, for one that is left out goes. */
export const changesOf = (values: ActivityValues, start: ActivityValues): Partial<ReturnType<typeof fieldsOf>> => {
  const before = fieldsOf(start);
  return Object.fromEntries(Object.entries(fieldsOf(values)).filter(([key, value]) => !same(value, before[key as keyof typeof before])));
};

/** An activity as the form holds it. Shifts that were cancelled are no matter of the form any more. */
export const valuesOf = (activity: Activity): ActivityValues => ({
  unitId: activity.unit.id, kind: activity.kind, title: activity.title, summary: activity.summary, topicIds: activity.topics.map(({ id }) => id), audienceIds: activity.audiences.map(({ id }) => id),
  countyCode: activity.county.code, townshipCode: activity.township?.code ?? null, place: activity.place, flow: activity.flow, riskStatement: activity.risk.statement, insurance: activity.risk.insurance, who: activity.dangerous ? 'dangerous' : activity.minors ? 'minors' : 'adults', companions: activity.companions,
  serves: activity.staff?.serves.map(({ itemId }) => itemId) ?? [], grantsKindId: activity.grants?.kind.id ?? null, grantsMonths: activity.grants?.months ?? null,
  shifts: activity.shifts.filter(({ cancelled }) => cancelled === null).map(({ id, startsAt, endsAt, positions }) => ({
    id, day: dayOf(startsAt), from: timeOf(startsAt), to: timeOf(endsAt),
    positions: positions.map(({ requires, ...each }) => ({ id: each.id, role: each.role, name: each.name, minimum: each.minimum, maximum: each.maximum, paid: each.paid, occupations: [...requires.occupations], credentialIds: requires.credentials.map((kind) => kind.id), poolIds: requires.pools.map((pool) => pool.id), minAge: requires.minAge, note: requires.note ?? '' })),
  })),
});

const renamed: Readonly<Record<string, string>> = { startsAt: 'day', endsAt: 'to', minors: 'who', dangerous: 'who', grants: 'grantsKindId' };

/** The API's field errors by the form's own fields: instants are a day and times here, requirements stand beside the rest. */
export const formErrorsOf = (errors: FieldErrors | undefined): FieldErrors | undefined => {
  if (!errors) return undefined;
  const walk = (node: FieldErrors): FieldErrors => Object.fromEntries(Object.entries(node).flatMap(([key, value]): [string, string | FieldErrors][] => {
    const inner = typeof value === 'string' ? value : walk(value);
    if (key === 'requires' && typeof inner === 'object') return Object.entries(inner);
    return [[renamed[key] ?? key, inner]];
  }));
  return walk(errors);
};
