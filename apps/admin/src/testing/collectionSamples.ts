import type { Collection, CollectionAnswer, CollectionField } from '@kepu/contracts';
import { uuid } from './samples.js';

/** A column; `no` makes its key. */
export const fieldOf = (no: number, label: string, type: CollectionField['type'], change: Partial<CollectionField> = {}): CollectionField => ({ key: uuid(5000 + no), label, type, required: false, help: null, unitOfMeasure: null, places: 2, min: null, max: null, maxLength: null, options: [], sum: 'none', personalReason: null, ...change });
/** A hall, how many lecturers it has, and whether it is free. */
export const hallFields = [fieldOf(1, '场馆名称', 'text', { required: true }), fieldOf(2, '讲师', 'whole', { required: true, min: 0, sum: 'sum', unitOfMeasure: '人' }), fieldOf(3, '免费', 'flag', { sum: 'count' }), fieldOf(4, '类别', 'choice', { options: ['展厅', '科技馆'], sum: 'count' })];
/** A collection that asks two units. */
export const collectionOf = (change: Partial<Collection> = {}): Collection => ({
  id: uuid(510), title: '场馆摸底', note: '省里要汇总。', dueOn: '2026-03-10', dueUncertain: false, mostRows: 3, state: 'open', fields: hallFields, audience: { unitKinds: [], divisions: [], units: [] }, prefill: false, copiedFrom: null, counts: { asked: 2, answered: 1, none: 0, missing: 1, late: 0, toCheck: 1 }, begun: false, own: [],
  created: { by: '林一', at: '2026-03-02T01:00:00.000Z' }, openedAt: '2026-03-02T01:00:00.000Z', closedAt: null, endedReason: null, version: 2, ...change,
});
/** What a unit has begun to answer. */
export const answerOf = (change: Partial<CollectionAnswer> = {}): CollectionAnswer => {
  const { id, title, note, dueOn, dueUncertain, mostRows, state, fields, version } = collectionOf();
  return {
    id: uuid(511), collection: { id, title, note, dueOn, dueUncertain, mostRows, state, fields, version }, unit: { id: uuid(101), name: '市教育局' }, state: 'draft', none: false, rows: [], prefilled: false, late: false, overdue: false, submitted: null, returned: null, approvers: [], may: { write: true, submit: true, decide: false }, version: 1, ...change,
  };
};
