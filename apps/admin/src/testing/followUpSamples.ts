import type { Adjustment, CloseOut, CloseOutChecklist, CloseOutPoint } from '@kepu/contracts';
import { uuid } from './samples.js';

const instant = '2026-03-03T02:00:00.000Z';
const may = { ask: false, handIn: false, decide: true };
/** An assignment as adjustments and close-outs show it. */
export const followedOf = (no: number, change: Partial<Adjustment['assignment']> = {}): Adjustment['assignment'] => ({
  id: uuid(300 + no), version: 1, role: 'responsible', unit: { id: uuid(101), name: '市教育局' }, item: { id: uuid(400 + no), seq: no, number: null, programme: '青少年行动', text: `第 ${no} 件样例工作。`, due: { text: '10月底前', date: '2026-10-31' } },
  plan: { id: uuid(10), title: '样例分解表', year: 2026, state: 'issued' }, extendedTo: null, dayInForce: '2026-10-31', doneAt: null, ...change,
});
/** A unit asks for another day. */
export const adjustmentOf = (no: number, change: Partial<Adjustment> = {}): Adjustment => ({
  id: uuid(1300 + no), assignment: followedOf(no), kind: 'extension', state: 'asked', dayBefore: '2026-10-31', askedDay: '2026-12-15', grantedDay: null, content: null, reason: '场地装修。', late: false, saidBy: null, saidOn: null, written: null, unwritten: false, writtenBy: null, files: [],
  createdAt: instant, createdBy: '林一', askedAt: instant, askedBy: '林一', decided: null, approvers: [], may, version: 1, ...change,
});
/** A checklist on which some points are not met. */
export const pointsOf = (short: readonly CloseOutPoint['point'][] = []): CloseOutPoint[] => (['signed', 'measures', 'evidence', 'reports', 'pending'] as const).map((point) => ({
  point, met: !short.includes(point), total: 1, done: short.includes(point) ? 0 : 1, missing: point === 'measures' && short.includes(point) ? [{ name: '培训青年农民', value: 60, target: 200, unitOfMeasure: '人次' }] : [],
}));
/** A unit asks to close out. */
export const closeOutOf = (no: number, change: Partial<CloseOut> = {}): CloseOut => ({
  id: uuid(1400 + no), assignment: followedOf(no), state: 'asked', note: null, explanations: [], asked: pointsOf(), accepted: null, fallen: [], createdAt: instant, createdBy: '林一', askedAt: instant, askedBy: '林一', decided: null, reopened: null, approvers: [], may, version: 1, ...change,
});
/** What the system finds before a unit asks. */
export const checklistOf = (change: Partial<CloseOutChecklist> = {}): CloseOutChecklist => ({ assignment: followedOf(1, { version: 4 }), points: pointsOf(['measures', 'evidence']), leader: null, approvers: [], open: true, mayAsk: true, ...change });
