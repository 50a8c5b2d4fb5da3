import type { Activity, ActivityWaves, Candidate, Desk, File as HandedIn, Measure, PositionInvitation, Roster, ServiceRecord, Signup, Volunteer, WorkEntry } from '@kepu/contracts';
import { uuid } from './samples.js';

const instant = '2026-03-01T02:00:00.000Z';
const unit = { id: uuid(101), name: '市教育局' };

/** A position that wants `minimum` to `maximum`. */
export const positionOf = (no: number, change: Partial<Activity['shifts'][number]['positions'][number]> = {}): Activity['shifts'][number]['positions'][number] => ({
  id: uuid(7500 + no), role: 'helper', name: '协助', minimum: 1, maximum: 2, confirmed: 0, waiting: 0, free: 2, paid: false, requires: { occupations: [], credentials: [], pools: [], minAge: null, note: null }, ...change,
});

/** A published activity of a Saturday morning, 7 March 2026, with a lecturer and two helpers. */
export const activityOf = (change: Partial<Activity> = {}): Activity => ({
  id: uuid(7000), title: '社区讲堂', kind: 'lecture', state: 'open', unit, county: { code: '330302', name: '鹿城区' }, township: null, place: '文化中心二楼', topics: [{ id: uuid(501), name: '疾病防治' }], audiences: [{ id: uuid(511), name: '老年人' }], flow: 'request', minors: false, companions: false, dangerous: false,
  startsAt: '2026-03-07T01:00:00.000Z', endsAt: '2026-03-07T03:00:00.000Z', shiftCount: 1, wanted: 3, free: 3, version: 4, summary: '讲慢性病。', programmes: [{ id: uuid(201), name: '青少年行动' }], grants: null, risk: { statement: '室内活动。', insurance: 'none_needed' },
  shifts: [{ id: uuid(7100), startsAt: '2026-03-07T01:00:00.000Z', endsAt: '2026-03-07T03:00:00.000Z', cancelled: null, moved: null, positions: [positionOf(1, { role: 'lecturer', name: '主讲', maximum: 1, free: 1 }), positionOf(2)] }],
  cancelled: null, result: null, publishedAt: instant,
  staff: {
    serves: [{ itemId: uuid(401), text: '第 1 件样例工作。', programme: '青少年行动' }], createdBy: '林一', createdAt: instant, submittedAt: instant, approvedAt: instant, approvedBy: '王二', returned: null, leaders: [], signups: { requested: 2, waiting: 0, confirmed: 1 }, hoursToConfirm: 0, takenBack: null, report: null,
  },
  ...change,
});

const person = (no: number) => ({ id: uuid(5000 + no), name: `志愿者${no}`, number: `WZ${1000 + no}`, occupation: 'teacher' as const, unit: null, countyName: '鹿城区', minor: false });

/** A sign-up for the helpers' position. */
export const signupOf = (no: number, change: Partial<Signup> = {}): Signup => ({
  id: uuid(8000 + no), state: 'requested', queue: null, reason: null, volunteer: person(no), activity: { id: uuid(7000), title: '社区讲堂', state: 'open' }, unit, place: '文化中心二楼', countyName: '鹿城区',
  shift: { id: uuid(7100), startsAt: '2026-03-07T01:00:00.000Z', endsAt: '2026-03-07T03:00:00.000Z', cancelled: false, moved: false }, position: { id: uuid(7502), name: '协助', role: 'helper' }, onDuty: false, companions: 0, companionsToConfirm: false, note: null, byStaff: null, team: null, attendance: null, signedUpAt: instant, version: 3, ...change,
});

/** The same person as a candidate, with one reason for and its reckoning. */
export const candidateOf = (no: number, score: number, change: Partial<Candidate> = {}): Candidate => ({
  volunteer: person(no), signup: { id: uuid(8000 + no), state: 'requested', version: 3, queue: null }, score, parts: [{ part: 'topic', value: 1, weight: 0.3, points: 0.3 }, { part: 'load', value: 0.5, weight: -0.1, points: -0.05 }],
  reasons: [{ code: 'topic_same', part: 'topic', points: 0.3, params: { topic: '疾病防治' } }], against: null, blocks: [], services: 2, lastServedAt: instant, ...change,
});

/** One line of a tick list. */
export const rosterRowOf = (no: number, change: Partial<Roster['rows'][number]> = {}): Roster['rows'][number] => ({ signupId: uuid(8000 + no), name: `志愿者${no}`, number: `WZ${1000 + no}`, position: '协助', onDuty: false, companions: 0, companionsToConfirm: false, minor: null, attendance: null, team: null, proposedMinutes: null, recorded: false, realName: true, frozen: false, ...change });
/** Somebody who came at nine and left at eleven. */
export const cameOf = (change: Partial<NonNullable<Roster['rows'][number]['attendance']>> = {}): NonNullable<Roster['rows'][number]['attendance']> => ({ state: 'left', inAt: '2026-03-07T01:00:00.000Z', inBy: 'code', outAt: '2026-03-07T03:00:00.000Z', outBy: 'list', minutes: null, ...change });
/** The tick list of the sample's shift. */
export const rosterOf = (rows: Roster['rows'], change: Partial<Roster> = {}): Roster => ({
  shift: { id: uuid(7100), startsAt: '2026-03-07T01:00:00.000Z', endsAt: '2026-03-07T03:00:00.000Z', cancelled: false }, activity: { id: uuid(7000), title: '社区讲堂', place: '文化中心二楼', countyName: '鹿城区', unit }, leader: null, open: true, mayConfirmHours: true, companions: rows.reduce((sum, { companions }) => sum + companions, 0), rows, ...change,
});

/** A photo that was handed in. */
export const fileOf = (no: number, change: Partial<HandedIn> = {}): HandedIn => ({ id: uuid(9000 + no), name: `照片${no}.jpg`, type: 'image/jpeg', size: 2_000_000, alreadyUsed: false, ...change });

/** A measure of the paper, 40 % done. */
export const measureOf = (no: number, change: Partial<Measure> = {}): Measure => ({
  id: uuid(600 + no), item: { id: uuid(401), planId: uuid(10), seq: 1, text: '第 1 件样例工作。', units: [unit] }, kind: 'number', name: `指标${no}`, raw: '不少于 8000 人次', origin: 'paper', sources: ['turnout'], pool: null, fromBelow: false, min: 8000, max: null, approx: false, unitOfMeasure: '人次', dueOn: null,
  demands: null, sharedWith: null, judged: null, progress: { value: 3200, manual: 0, evidence: 0, permille: 400, state: 'moving', surplus: 0 }, version: 2, ...change,
});

/** A draft of a training course. */
export const workEntryOf = (change: Partial<WorkEntry> = {}): WorkEntry => ({
  id: uuid(9100), unit, kind: 'training', title: '培训班', quantity: 120, unitOfMeasure: '人次', fromDay: '2026-03-01', toDay: '2026-03-01', division: null, place: null, text: null, details: {}, files: [], serves: [{ itemId: uuid(401), text: '第 1 件样例工作。', measureId: null, measureName: null }],
  state: 'draft', returned: null, submittedAt: null, submittedBy: null, checkedAt: null, checkedBy: null, revokedReason: null, createdAt: instant, createdBy: '林一', version: 1, ...change,
});

/** A teacher who registered by herself. */
export const volunteerOf = (no: number, change: Partial<Volunteer> = {}): Volunteer => ({
  id: uuid(5000 + no), number: `WZ${1000 + no}`, name: `志愿者${no}`, occupation: 'teacher', unit: null, county: { code: '330302', name: '鹿城区' }, topics: [], pausedUntil: null, standing: 'good', realName: 'id_card', ageBand: '36-59', availability: '0'.repeat(21), languages: ['mandarin'], monthlyHours: null, absences: [], willingness: 'standing', pools: [], registeredAt: instant, onBehalf: null, services: 0, minutes: 0, version: 1, ...change,
});

/** Two hours of volunteer service. */
export const recordOf = (no: number, change: Partial<ServiceRecord> = {}): ServiceRecord => ({
  id: uuid(9500 + no), volunteer: { id: uuid(5001), name: '志愿者1', number: 'WZ1001' }, activity: { id: uuid(7000), name: '社区讲堂' }, kind: 'lecture', unit, shiftId: uuid(7100), position: '协助', day: '2026-03-01', minutes: 120, ledger: 'volunteer', rule: 'own_time', reverses: null, reversedBy: null,
  reason: null, confirmedBy: '林一', createdAt: instant, ...change,
});

/** A desk on which nothing waits; a part is null for those who have nothing to do with it. */
export const deskOf = (change: Partial<Desk> = {}): Desk => ({
  today: '2026-03-03', activitiesToApprove: null, reportsToAccept: null, workEntriesToCheck: null, returned: null, drafts: null, signupsToDecide: null, complaintsToAnswer: null, ordersToArrange: null, reportsDue: null, unitReports: null, unitReportsToDecide: null, drafting: null, followUps: null, followUpsToDecide: null, hoursToConfirm: null, shortOfPeople: null, measuresDue: [], upcoming: [], ...change,
});

/** An invitation to the helpers' position that waits for its answer. */
export const invitationOf = (no: number, change: Partial<PositionInvitation> = {}): PositionInvitation => ({
  id: uuid(8500 + no), volunteer: { id: uuid(5000 + no), name: `志愿者${no}`, number: `WZ${1000 + no}` }, state: 'sent', origin: 'unit', wave: null, sentAt: instant, answerBy: '2026-03-05T02:00:00.000Z', answeredAt: null, reason: null, version: 1, ...change,
});

/** How asking for the helpers stands. */
export const wavesOf = (on = false): ActivityWaves => ({
  on, version: on ? 1 : 0, switchedAt: on ? instant : null, switchedBy: on ? '林一' : null,
  positions: [{ position: { id: uuid(7502), name: '协助', role: 'helper' }, shift: { id: uuid(7100), startsAt: '2026-03-07T01:00:00.000Z' }, minimum: 1, maximum: 2, confirmed: 0, missing: 1, asked: 8, open: 2, yes: 3, no: 1, silent: 2, next: { kind: 'send', at: '2099-03-05T01:00:00.000Z', count: 12, because: null } }],
});
