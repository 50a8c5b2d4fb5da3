import { checklistOf, dayInForce, fallenSince, isLaterDay, unexplained, type CloseOutFacts } from './close-outs.js';

const whole: CloseOutFacts = { signed: true, measures: [{ name: '科技下乡', done: true, value: 60, target: 60, unitOfMeasure: '场' }], evidence: 3, reports: [{ name: '上半年', handedIn: true }], pending: [] };

describe('the checklist of a close-out', () => {
  it('is met where everything is there', () => {
    expect(checklistOf(whole).map(({ point, met, total, done }) => [point, met, total, done])).toEqual([['signed', true, 1, 1], ['measures', true, 1, 1], ['evidence', true, 1, 3], ['reports', true, 1, 1], ['pending', true, 0, 0]]);
    expect(unexplained(checklistOf(whole), [])).toEqual([]);
  });

  it('names what is missing', () => {
    const points = checklistOf({ signed: false, measures: [...whole.measures, { name: '培训', done: false, value: 20, target: 200, unitOfMeasure: '人次' }], evidence: 0, reports: [{ name: '上半年', handedIn: false }], pending: ['延期至 2026-12-20'] });
    expect(unexplained(points, ['reports'])).toEqual(['signed', 'measures', 'evidence', 'pending']);
    expect(points.map(({ missing }) => missing.map(({ name, value, target }) => [name, value, target]))).toEqual([[], [['培训', 20, 200]], [], [['上半年', null, null]], [['延期至 2026-12-20', null, null]]]);
  });

  it('wants words where nothing is measured', () => {
    expect(unexplained(checklistOf({ ...whole, measures: [] }), [])).toEqual(['measures']);
    expect(unexplained(checklistOf({ ...whole, measures: [] }), ['measures'])).toEqual([]);
  });

  it('tells what fell after it was accepted, and only of what evidence decides', () => {
    const now = checklistOf({ ...whole, signed: false, evidence: 0, reports: [{ name: '全年', handedIn: false }] });
    expect(fallenSince(checklistOf(whole), now)).toEqual(['evidence']);
    expect(fallenSince(now, now)).toEqual([]);
  });
});

test('the day in force is the extended one, the printed one, or the end of the year', () => {
  expect(dayInForce({ extendedTo: '2026-11-30', dueOn: '2026-10-31' }, 2026)).toBe('2026-11-30');
  expect(dayInForce({ extendedTo: null, dueOn: '2026-10-31' }, 2026)).toBe('2026-10-31');
  expect(dayInForce({ extendedTo: null, dueOn: null }, 2026)).toBe('2026-12-31');
  expect([isLaterDay('2026-11-01', '2026-10-31', '2026-10-01'), isLaterDay('2026-10-31', '2026-10-31', '2026-10-01'), isLaterDay('2026-11-01', '2026-10-31', '2026-11-02')]).toEqual([true, false, false]);
});
