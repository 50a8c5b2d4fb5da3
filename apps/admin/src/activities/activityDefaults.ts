import type { ActivityKind, Occupation, Position } from '@kepu/contracts';
import { saturdayAhead } from './dayAndTime.js';
import type { PositionValues, ShiftValues } from './activityValues.js';

type Usual = readonly [role: Position['role'], minimum: number, maximum: number, occupations?: readonly Occupation[]];

// Whom the usual activity of a kind needs, so that a plain lecture wants no more than a title, a place and a day.
const usual: Readonly<Record<ActivityKind, readonly Usual[]>> = {
  lecture: [['lecturer', 1, 1], ['helper', 1, 2]],
  exhibition: [['guide', 2, 4], ['helper', 1, 2]],
  outreach: [['demonstrator', 1, 2], ['guide', 2, 4]],
  consultation: [['clinician', 2, 4, ['medical']], ['guide', 1, 2]],
  training: [['lecturer', 1, 1], ['helper', 1, 2]],
  open_day: [['guide', 2, 6], ['demonstrator', 1, 2]],
  competition: [['helper', 2, 6], ['photographer', 0, 1]],
  performance: [['helper', 2, 4], ['photographer', 0, 1]],
  other: [['helper', 1, 4]],
};

/** Risks that a template names; sentences stand under `admin.activities.risks`. */
export const riskTemplates = ['indoor', 'outdoor', 'clinic', 'experiment', 'crowd', 'minors', 'travel'] as const;
/** A risk that a template names. */
export type RiskTemplate = (typeof riskTemplates)[number];

const risks: Readonly<Record<ActivityKind, readonly RiskTemplate[]>> = {
  lecture: ['indoor'], exhibition: ['indoor'], outreach: ['outdoor'], consultation: ['clinic'], training: ['indoor'], open_day: ['indoor', 'crowd'], competition: ['indoor', 'crowd'], performance: ['crowd'], other: ['indoor'],
};
/** The risks that a kind of activity usually has. */
export const usualRisks = (kind: ActivityKind): readonly RiskTemplate[] => risks[kind];

/** One more position. `name` says what the role is called. */
export const newPosition = (role: Position['role'], name: (role: string) => string): PositionValues => ({ role, name: name(role), minimum: 1, maximum: 1, occupations: [], credentialIds: [], poolIds: [], minAge: null, note: '', paid: false });

/** The positions that a kind of activity usually has. */
export const usualPositions = (kind: ActivityKind, name: (role: string) => string): PositionValues[] =>
  usual[kind].map(([role, minimum, maximum, occupations = []]) => ({ ...newPosition(role, name), minimum, maximum, occupations: [...occupations] }));

/** The first shift: a Saturday morning with time enough to find people. */
export const usualShift = (today: string, positions: PositionValues[]): ShiftValues => ({ day: saturdayAhead(today), from: '09:00', to: '11:00', positions });
