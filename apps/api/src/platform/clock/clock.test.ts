import { shanghaiDay, SystemClock, TestClock } from './clock.js';

describe('the clock', () => {
  it('takes the calendar day in Asia/Shanghai, whatever the zone of the host', () => {
    expect(shanghaiDay(new Date('2026-03-01T15:59:59.999Z'))).toBe('2026-03-01');
    expect(shanghaiDay(new Date('2026-03-01T16:00:00.000Z'))).toBe('2026-03-02');
    expect(shanghaiDay(new Date('2026-12-31T16:00:00.000Z'))).toBe('2027-01-01');
  });

  it('follows the machine', () => {
    const before = Date.now();
    const now = new SystemClock().now().getTime();
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
  });

  it('stands still when frozen and moves only when told', () => {
    const clock = new TestClock();
    clock.freeze(new Date('2026-05-30T23:59:00.000Z'));
    expect(clock.now().toISOString()).toBe('2026-05-30T23:59:00.000Z');
    expect(clock.today()).toBe('2026-05-31');
    clock.advance(17 * 3_600_000);
    expect(clock.today()).toBe('2026-06-01');
  });

  it('runs on from a shifted time and returns to the machine on reset', () => {
    const clock = new TestClock();
    clock.shiftTo(new Date('2030-01-01T00:00:00.000Z'));
    const shifted = clock.now().getTime() - Date.parse('2030-01-01T00:00:00.000Z');
    expect(shifted).toBeGreaterThanOrEqual(0);
    expect(shifted).toBeLessThan(5_000);
    clock.reset();
    expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(5_000);
  });
});
