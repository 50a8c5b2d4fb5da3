import fc from 'fast-check';
import type { LightReason } from '@kepu/contracts';
import { addDays } from './civil-date.js';
import { DEFAULT_LIGHT_RULES as rules, lightOf, planLine, type LightFacts, type LitMeasure } from './lights.js';
import { workdayCalendar } from './workdays.js';

const calendar = workdayCalendar([
  { date: '2020-01-01', kind: 'holiday', name: '元旦' }, { date: '2020-06-25', kind: 'holiday', name: '端午' }, { date: '2020-06-26', kind: 'holiday', name: '端午' }, { date: '2020-06-28', kind: 'workday', name: '端午调休' }, { date: '2020-10-01', kind: 'holiday', name: '国庆' },
]);
/** Work of the whole year, handed out on 27 May as the paper of 2020 was. */
const facts = (more: Partial<LightFacts> = {}): LightFacts => ({
  from: '2020-05-27', dueOn: null, extendedTo: null, yearEnd: '2020-12-31', signed: true, doneOn: null, measures: [], proofs: [], themeDays: [], missedReports: [], ...more,
});
const number = (permille: number, more: Partial<LitMeasure> = {}): LitMeasure => ({ name: '培训人次', kind: 'number', dueOn: null, permille, evidence: permille > 0 ? 1 : 0, done: permille >= 1000, proven: permille >= 1000, single: false, turnedDown: false, ...more });
const see = (given: Partial<LightFacts>, today: string, by = rules) => lightOf(facts(given), by, today, calendar);
const codes = (given: Partial<LightFacts>, today: string, by = rules): string[] => { const { light, reasons } = see(given, today, by); return [light, ...reasons.map((reason: LightReason) => reason.code)]; };

describe('plan line', () => {
  test('nothing on the day of issue, half of it half way, all of it afterwards', () => {
    expect(planLine('2020-05-27', '2020-12-31', '2020-05-27')).toBe(0);
    expect(planLine('2020-05-27', '2020-12-31', '2020-09-13')).toBe(500);
    expect(planLine('2020-05-27', '2020-12-31', '2020-12-31')).toBe(1000);
    expect(planLine('2020-05-27', '2020-12-31', '2021-02-01')).toBe(1000);
    expect(planLine('2020-05-27', '2020-12-31', '2020-05-01')).toBe(0);
  });
  test('never falls from one day to the next, and stays within its bounds, whatever the days are', () => {
    fc.assert(fc.property(fc.integer({ min: -400, max: 400 }), fc.integer({ min: -400, max: 400 }), (span, past) => {
      const [to, today] = [addDays('2020-05-27', span), addDays('2020-05-27', past)];
      const line = planLine('2020-05-27', to, today);
      expect(line).toBeGreaterThanOrEqual(0);
      expect(line).toBeLessThanOrEqual(1000);
      expect(planLine('2020-05-27', to, addDays(today, 1))).toBeGreaterThanOrEqual(line);
    }));
  });
});

describe('light', () => {
  test('work that was closed out is blue, whatever else is true of it', () => {
    expect(codes({ doneOn: '2020-11-02', dueOn: '2020-06-30', missedReports: [{ period: '上半年', dueOn: '2020-07-10' }] }, '2020-12-01')).toEqual(['blue', 'closed_out']);
  });
  test('nobody is behind on the day of issue', () => {
    expect(codes({ measures: [number(0)] }, '2020-05-27')).toEqual(['green', 'on_track']);
    expect(codes({}, '2020-05-27')).toEqual(['grey', 'no_measure']);
  });
  test('ten points behind the line is yellow, more than 25 is red, and the reason says by how much', () => {
    expect(codes({ measures: [number(401)] }, '2020-09-13')).toEqual(['green', 'on_track']);
    expect(codes({ measures: [number(400)] }, '2020-09-13')).toEqual(['yellow', 'behind']);
    expect(codes({ measures: [number(250)] }, '2020-09-13')).toEqual(['yellow', 'behind']);
    expect(see({ measures: [number(249)] }, '2020-09-13')).toMatchObject({ light: 'red', reasons: [{ code: 'behind', params: { measure: '培训人次', has: 24, line: 50, gap: 25 } }] });
  });
  test('thresholds are the office’s', () => {
    expect(codes({ measures: [number(0)] }, '2020-09-13', { ...rules, yellowGap: 500, redGap: 600 })).toEqual(['yellow', 'behind']);
    expect(codes({ measures: [number(0)] }, '2020-09-13', { ...rules, yellowGap: 510, redGap: 600 })).toEqual(['green', 'on_track']);
  });
  test('past its day it is red; where nothing is measured and proof is there, it waits to be closed out', () => {
    expect(see({ dueOn: '2020-06-30' }, '2020-07-02')).toMatchObject({ light: 'red', reasons: [{ code: 'overdue', params: { day: '2020-06-30', days: 2 } }] });
    expect(codes({ dueOn: '2020-06-30', proofs: ['2020-06-01', '2020-06-02'] }, '2020-07-02')).toEqual(['yellow', 'to_close']);
    expect(codes({ dueOn: '2020-06-30', measures: [number(1000)], proofs: ['2020-06-01'] }, '2020-07-02')).toEqual(['green', 'all_reached']);
  });
  test('near its day without proof is yellow: ten workdays, holidays and make-up days counted', () => {
    // 23, 24, 28 (a Sunday on which people work), 29, 30 June: five.
    expect(see({ dueOn: '2020-06-30' }, '2020-06-22')).toMatchObject({ light: 'yellow', reasons: [{ code: 'near', params: { day: '2020-06-30', workdays: 5 } }], uncertain: false });
    expect(codes({ dueOn: '2020-06-30' }, '2020-06-12')[0]).toBe('grey');
    expect(codes({ dueOn: '2020-06-30', proofs: ['2020-06-01'] }, '2020-06-22')).toEqual(['green', 'moving']);
  });
  test('more time moves the day and not the paper: the line is drawn to the new day', () => {
    expect(codes({ dueOn: '2020-06-30', extendedTo: '2020-09-30' }, '2020-07-02')[0]).toBe('grey');
    expect(codes({ dueOn: '2020-06-30', extendedTo: '2020-09-30', measures: [number(300, { dueOn: '2020-06-30' })] }, '2020-07-02')).toEqual(['green', 'on_track']);
    expect(codes({ dueOn: '2020-06-30', measures: [number(300, { dueOn: '2020-06-30' })] }, '2020-07-02')).toEqual(['red', 'overdue', 'measure_overdue']);
    // An earlier step of its own is as late as it was.
    expect(codes({ dueOn: '2020-10-31', extendedTo: '2020-11-30', measures: [number(0, { dueOn: '2020-06-30' })] }, '2020-07-02')).toEqual(['red', 'measure_overdue']);
  });
  test('a milestone is told by its day alone', () => {
    const step = (evidence: number): LitMeasure => ({ name: '印发方案', kind: 'milestone', dueOn: '2020-08-31', permille: 0, evidence, done: evidence > 0, proven: evidence > 0, single: true, turnedDown: false });
    expect(codes({ measures: [step(0)] }, '2020-07-01')[0]).toBe('green');
    expect(codes({ measures: [{ ...step(0), kind: 'deliverable' }] }, '2020-07-01')[0]).toBe('green');
    expect(codes({ measures: [step(0)] }, '2020-08-20')).toEqual(['yellow', 'measure_near']);
    expect(codes({ measures: [step(0)] }, '2020-09-01')).toEqual(['red', 'measure_overdue']);
    expect(codes({ measures: [step(1)], proofs: ['2020-08-20'] }, '2020-09-01')).toEqual(['green', 'all_reached']);
  });
  test('a theme day is nothing before it, waits for proof after it, and is red without', () => {
    const day = { name: '全国科普日', from: '2020-09-19', to: '2020-09-25' };
    const quality: LitMeasure = { name: '组织活动', kind: 'qualitative', dueOn: null, permille: null, evidence: 0, done: false, proven: false, single: true, turnedDown: false };
    expect(see({ themeDays: [day], measures: [quality] }, '2020-08-01')).toMatchObject({ light: 'grey', reasons: [{ code: 'not_due', params: { name: '全国科普日', day: '2020-09-19' } }] });
    expect(codes({ themeDays: [day] }, '2020-09-28')).toEqual(['yellow', 'proof_missing']);
    expect(codes({ themeDays: [day] }, '2020-10-20')).toEqual(['red', 'proof_missing']);
    expect(codes({ themeDays: [day], proofs: ['2020-09-20'] }, '2020-10-20')).toEqual(['green', 'moving']);
    // What was proven in spring is of something else; a number of the item grows from the day on.
    expect(codes({ themeDays: [day], proofs: ['2020-06-01'] }, '2020-10-20')).toEqual(['red', 'proof_missing']);
    expect(codes({ themeDays: [day], measures: [number(0)] }, '2020-09-01')[0]).toBe('grey');
  });
  test('one that was over before the paper was issued is asked for some workdays after the issue', () => {
    const day = { name: '科技活动周', from: '2020-05-16', to: '2020-05-22' };
    expect(see({ themeDays: [day] }, '2020-05-28')).toMatchObject({ light: 'grey', reasons: [{ code: 'proof_missing', params: { day: '2020-06-10' } }] });
    expect(codes({ themeDays: [day] }, '2020-06-11')).toEqual(['red', 'proof_missing']);
  });
  test('each theme day wants a proof of its own', () => {
    const themeDays = [{ name: '科技活动周', from: '2020-05-16', to: '2020-05-22' }, { name: '全国科普日', from: '2020-09-19', to: '2020-09-25' }];
    expect(see({ themeDays, proofs: ['2020-05-20'] }, '2020-10-20')).toMatchObject({ light: 'red', reasons: [{ params: { name: '全国科普日' } }] });
    expect(codes({ themeDays, proofs: ['2020-05-20', '2020-09-21'] }, '2020-10-20')[0]).toBe('green');
  });
  test('a report that is not there is as bad as the office says', () => {
    const missedReports = [{ period: '上半年', dueOn: '2020-07-10' }];
    expect(codes({ missedReports }, '2020-07-13')).toEqual(['red', 'report_missed']);
    expect(codes({ missedReports }, '2020-07-13', { ...rules, missedReport: 'yellow' })).toEqual(['yellow', 'report_missed']);
    expect(codes({ missedReports }, '2020-07-13', { ...rules, missedReport: 'none' })).toEqual(['grey', 'no_measure']);
  });
  test('what is not signed for is grey and says so, and is red for what is due all the same', () => {
    expect(codes({ signed: false, measures: [number(0)] }, '2020-06-01')).toEqual(['grey', 'not_signed', 'on_track']);
    expect(codes({ signed: false, dueOn: '2020-06-30' }, '2020-07-02')).toEqual(['red', 'overdue', 'not_signed']);
  });
  test('quality that is proven waits for the office, not for the unit', () => {
    const quality: LitMeasure = { name: '形成机制', kind: 'qualitative', dueOn: null, permille: null, evidence: 1, done: false, proven: true, single: true, turnedDown: false };
    expect(codes({ measures: [quality], proofs: ['2020-11-01'] }, '2020-12-01')).toEqual(['green', 'all_reached']);
    // The office has looked at it: it is the unit’s again.
    expect(codes({ measures: [{ ...quality, turnedDown: true }], proofs: ['2020-11-01'] }, '2020-12-01')).toEqual(['yellow', 'turned_down']);
  });
  test('says so where workdays of an unknown year were counted', () => {
    expect(see({ yearEnd: '2021-12-31', dueOn: '2021-01-08' }, '2020-12-30')).toMatchObject({ light: 'yellow', uncertain: true });
  });
  test('the worst of its reasons is the light, and stands first', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1200 }), fc.integer({ min: 0, max: 250 }), fc.boolean(), fc.boolean(), (permille, day, missed, signed) => {
      const { light, reasons } = see({ signed, measures: [number(permille)], missedReports: missed ? [{ period: '上半年', dueOn: '2020-07-10' }] : [] }, addDays('2020-05-27', day));
      expect(reasons.length).toBeGreaterThan(0);
      if (light === 'red' || light === 'yellow') expect(reasons[0]?.light).toBe(light);
      if (missed) expect(light).toBe('red');
    }));
  });
});
