import { activityChange, activityInput } from '@kepu/contracts';
import { activityOf } from '../testing/loopSamples.js';
import { uuid } from '../testing/samples.js';
import { changesOf, fieldsOf, formErrorsOf, valuesOf } from './activityValues.js';
import { dayOf, saturdayAhead, timeOf, toInstant } from './dayAndTime.js';

test('days and times are those of Shanghai, in any browser', () => {
  expect(toInstant('2026-03-07', '09:00')).toBe('2026-03-07T01:00:00.000Z');
  expect([dayOf('2026-03-06T23:30:00.000Z'), timeOf('2026-03-06T23:30:00.000Z')]).toEqual(['2026-03-07', '07:30']);
  expect(toInstant('', '09:00')).toBe('');
});

test('the day that is offered is a Saturday with at least a week to find people', () => {
  expect(saturdayAhead('2026-03-03')).toBe('2026-03-14');
  expect(saturdayAhead('2026-03-07')).toBe('2026-03-14');
  expect(saturdayAhead('2026-03-08')).toBe('2026-03-21');
});

test('an activity goes through the form and back without a change, in the words of the contract', () => {
  const activity = activityOf();
  const fields = fieldsOf(valuesOf(activity));
  expect(activityChange.parse({ version: 4, ...fields })).toMatchObject({ title: '社区讲堂', townshipCode: null, serves: [uuid(401)], shifts: [{ id: uuid(7100), startsAt: '2026-03-07T01:00:00.000Z', endsAt: '2026-03-07T03:00:00.000Z' }] });
  expect(activityInput.safeParse({ unitId: uuid(101), ...fields }).success).toBe(true);
  expect(changesOf(valuesOf(activity), valuesOf(activity))).toEqual({});
});

test('only what was changed is told; a note of blanks is none', () => {
  const start = valuesOf(activityOf());
  const values = { ...start, title: ' 新名称 ', shifts: start.shifts.map((shift) => ({ ...shift, positions: shift.positions.map((position) => ({ ...position, note: '  ' })) })) };
  expect(changesOf(values, start)).toEqual({ title: '新名称' });
});

test('an emptied number is refused by the contract at its own field, not sent as nought', () => {
  const start = valuesOf(activityOf());
  const shifts = start.shifts.map((shift) => ({ ...shift, positions: shift.positions.map((position) => ({ ...position, minimum: null })) }));
  const parsed = activityChange.safeParse({ version: 4, ...changesOf({ ...start, shifts }, start) });
  expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toContain('shifts.0.positions.0.minimum');
});

test('a shift that was cancelled is no matter of the form', () => {
  const { shifts } = activityOf();
  const cancelled = { ...shifts[0]!, id: uuid(7199), cancelled: { reason: '台风' } };
  expect(valuesOf(activityOf({ shifts: [...shifts, cancelled] })).shifts).toHaveLength(1);
});

test('refusals stand at the fields of the form', () => {
  expect(formErrorsOf({ title: '必填', shifts: { 0: { endsAt: '结束不能早于开始', positions: { 1: { maximum: '不能小于 1', requires: { minAge: '不能小于 18' } } } } } })).toEqual({
    title: '必填', shifts: { 0: { to: '结束不能早于开始', positions: { 1: { maximum: '不能小于 1', minAge: '不能小于 18' } } } },
  });
});
