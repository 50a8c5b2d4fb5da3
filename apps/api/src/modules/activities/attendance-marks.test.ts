import { attendanceLifecycle, can, type AttendanceAction } from '@kepu/domain';
import fc from 'fast-check';
import { markedAs, type Mark, type Noted } from './attendance-marks.js';

const planned = { startsAt: '2026-11-28T01:00:00.000Z', endsAt: '2026-11-28T03:00:00.000Z' };
const at = (minutes: number): Date => new Date(Date.parse(planned.startsAt) + minutes * 60_000);
const scanned: Noted = { state: 'present', inAt: at(12), inBy: 'code', outAt: null, outBy: null };
const marks: readonly Mark[] = ['present', 'left', 'absent', 'clear'];

test.each([
  ['before the beginning', -20, -20],
  ['at the end', 115, 0],
  ['a day later', 1_500, 0],
])('a tick %s is a presence from then or from the beginning on', (_, now, inAt) => {
  expect(markedAs(null, 'present', planned, at(now))).toEqual({ state: 'present', inAt: at(inAt), inBy: 'list', outAt: null, outBy: null });
});

test.each([
  ['who goes early', 60, 60],
  ['who stayed for the questions', 145, 145],
  ['who is ticked off in the evening', 600, 120],
])('%s', (_, now, outAt) => {
  expect(markedAs(scanned, 'left', planned, at(now))).toEqual({ ...scanned, state: 'left', outAt: at(outAt), outBy: 'list' });
});

test('a code that was scanned stays the beginning of the presence, whatever is ticked afterwards', () => {
  const left = markedAs(scanned, 'left', planned, at(50)) as Noted;
  expect(markedAs(left, 'present', planned, at(55))).toEqual(scanned);
  // Absent takes it away: whoever is marked as present again was ticked, not scanned.
  const absent = markedAs(left, 'absent', planned, at(60)) as Noted;
  expect(absent).toEqual({ state: 'absent', inAt: null, inBy: null, outAt: null, outBy: null });
  expect(markedAs(absent, 'present', planned, at(70))).toMatchObject({ inAt: at(0), inBy: 'list' });
});

test('somebody of whom nothing is known can be ticked off at once', () => {
  expect(markedAs(null, 'left', planned, at(121))).toEqual({ state: 'left', inAt: at(0), inBy: 'list', outAt: at(121), outBy: 'list' });
  expect(markedAs(null, 'clear', planned, at(121))).toBeNull();
});

test('hours that stand in the ledger are changed by no mark', () => {
  for (const mark of marks) expect(markedAs({ ...scanned, state: 'settled' }, mark, planned, at(200))).toBe('settled');
});

test('the same mark again changes nothing, and every change is a walk through the table', () => {
  const actions: Record<Mark, AttendanceAction[]> = { present: ['mark_present'], left: ['mark_left'], absent: ['mark_absent'], clear: ['clear'] };
  fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...marks), fc.integer({ min: -60, max: 2_000 })), { maxLength: 12 }), (steps) => {
    let noted: Noted | null = null;
    for (const [mark, minute] of steps) {
      const before: Noted | null = noted;
      const after = markedAs(before, mark, planned, at(minute));
      if (after === 'settled') throw new Error('Nothing is settled here');
      if (before && after !== before) {
        const direct = actions[mark].some((action) => can(attendanceLifecycle, before.state, action));
        expect(direct || (before.state === 'absent' && mark === 'left')).toBe(true);
      }
      expect(after === null || after.state === (mark === 'clear' ? before?.state : mark)).toBe(true);
      expect(markedAs(after, mark, planned, at(minute + 5))).toEqual(after);
      if (after?.state === 'absent') expect([after.inAt, after.outAt]).toEqual([null, null]);
      else if (after) expect(after.inAt).not.toBeNull();
      noted = after;
    }
  }));
});
