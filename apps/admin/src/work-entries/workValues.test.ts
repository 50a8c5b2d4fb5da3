import { workEntryInput, workEntryKinds } from '@kepu/contracts';
import { fileOf, workEntryOf } from '../testing/loopSamples.js';
import { uuid } from '../testing/samples.js';
import { workKinds } from './workKinds.js';
import { newWork, workChanges, workErrors, workFields, workValues, type WorkValues } from './workValues.js';

const values = (change: Partial<WorkValues> & Pick<WorkValues, 'kind'>): WorkValues => ({ ...newWork(change.kind, '份', '2026-03-03'), unitId: uuid(101), itemIds: [uuid(401)], files: [fileOf(1)], title: '工作', quantity: 1, ...change });

test('every kind of the contract has its form', () => {
  expect(Object.keys(workKinds).sort()).toEqual([...workEntryKinds].sort());
  for (const kind of workEntryKinds) expect(workKinds[kind].fields).toEqual(expect.arrayContaining([...workKinds[kind].needed]));
});

test('a field of another kind that was filled in before is left behind', () => {
  const body = workFields(values({ kind: 'publication', channel: '温州日报', docNumber: '不该有', rounds: [{ stage: '初赛', entries: 3, awards: '' }], place: '不该有' }));
  expect(body.details).toEqual({ channel: '温州日报' });
  expect(body.place).toBeNull();
});

test('the roster of a course is named, and is one of its files', () => {
  const body = workFields(values({ kind: 'training', roster: [fileOf(2)], days: 3, quantity: 120 }));
  expect(body).toMatchObject({ details: { days: 3, rosterFileId: uuid(9002) }, fileIds: [uuid(9001), uuid(9002)], toDay: '2026-03-03' });
  expect(workEntryInput.safeParse({ unitId: uuid(101), kind: 'training', ...body }).success).toBe(true);
});

test('rounds of a competition are a table of the contract', () => {
  const body = workFields(values({ kind: 'competition', rounds: [{ stage: ' 初赛 ', entries: 320, awards: '' }, { stage: '决赛', entries: 40, awards: '一等奖 5 项' }] }));
  expect(workEntryInput.parse({ unitId: uuid(101), kind: 'competition', ...body }).details.rounds).toEqual([{ stage: '初赛', entries: 320, awards: '' }, { stage: '决赛', entries: 40, awards: '一等奖 5 项' }]);
});

test('a work entry goes through the form without a change', () => {
  const entry = workEntryOf({ files: [fileOf(1), fileOf(2)], details: { rosterFileId: uuid(9002), days: 2 } });
  const start = workValues(entry);
  expect([start.files.map(({ id }) => id), start.roster.map(({ id }) => id)]).toEqual([[uuid(9001)], [uuid(9002)]]);
  expect(workChanges(start, start)).toEqual({});
  expect(workChanges({ ...start, measureIds: { [uuid(401)]: uuid(601) } }, start)).toEqual({ serves: [{ itemId: uuid(401), measureId: uuid(601) }] });
});

test('refusals stand at the fields of the form', () => {
  expect(workErrors({ title: '必填', details: { channel: '必填' }, serves: { 0: { itemId: '不存在' } } })).toEqual({ title: '必填', channel: '必填', itemIds: 'admin.work.serves_refused' });
});
