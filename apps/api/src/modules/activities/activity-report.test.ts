import { reportFaults } from './activity-report.js';

const told = (shiftId: string, more: Partial<{ held: boolean; turnout: number }> = {}) => ({ shiftId, held: true, turnout: 30, method: 'counted' as const, ...more });
const codes = (...given: Parameters<typeof reportFaults>) => reportFaults(...given).map((fault) => [fault.path, fault.code]);

it('is whole when every shift is told of once, and there is a photo or the reason why not', () => {
  expect(codes({ shifts: [told('a'), told('b', { held: false, turnout: 0 })], withoutPhoto: null }, ['a', 'b'], true)).toEqual([]);
  expect(codes({ shifts: [told('a')], withoutPhoto: '涉及病人隐私，未拍照。' }, ['a'], false)).toEqual([]);
});

it('lacks a shift that is left out, or told of twice', () => {
  expect(codes({ shifts: [told('a')], withoutPhoto: null }, ['a', 'b'], true)).toEqual([['body.shifts', 'required']]);
  expect(codes({ shifts: [told('a'), told('a')], withoutPhoto: null }, ['a'], true)).toEqual([['body.shifts', 'required']]);
});

it('counts nobody at what did not take place, and names every fault at once', () => {
  expect(codes({ shifts: [told('a', { held: false })], withoutPhoto: null }, ['a'], false)).toEqual([['body.shifts.0.turnout', 'too_big'], ['body.withoutPhoto', 'required']]);
});
