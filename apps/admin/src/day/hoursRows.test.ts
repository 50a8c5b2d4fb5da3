import { hoursInput } from '@kepu/contracts';
import { activityOf, cameOf, positionOf, rosterRowOf } from '../testing/loopSamples.js';
import { uuid } from '../testing/samples.js';
import { hoursBody, hoursRow, toConfirm } from './hoursRows.js';

const shift = activityOf().shifts[0]!;
const came = rosterRowOf(1, { attendance: cameOf(), proposedMinutes: 120 });

test('hours are confirmed of those who were there, once', () => {
  expect(toConfirm([came, rosterRowOf(2), rosterRowOf(3, { attendance: cameOf({ state: 'absent' }) }), rosterRowOf(4, { attendance: cameOf({ state: 'settled' }), recorded: true })])).toEqual([came]);
});

test('what is shown before is what the rules of the domain say', () => {
  expect(hoursRow(came, undefined, shift)).toMatchObject({ minutes: 120, choice: { ledger: 'volunteer', rule: 'own_time' }, tooMany: false });
  expect(hoursRow(came, { onDuty: true }, shift).choice).toEqual({ ledger: 'work', rule: 'duty_time' });
  expect(hoursRow(came, { minutes: 10 }, shift).choice).toEqual({ ledger: 'none', rule: 'too_short' });
  expect(hoursRow(came, undefined, { ...shift, positions: [positionOf(2, { paid: true })] }).choice).toEqual({ ledger: 'none', rule: 'paid' });
  expect(hoursRow(came, { minutes: 151 }, shift).tooMany).toBe(true);
});

test('the API is told what the leader said otherwise, and nothing else', () => {
  const said = { [uuid(8002)]: { minutes: 90, onDuty: true, note: ' 提前离开 ' } };
  const rows = [came, rosterRowOf(2, { attendance: cameOf(), proposedMinutes: 120 })].map((row) => hoursRow(row, said[row.signupId], shift));
  const body = hoursBody(rows, said);
  expect(hoursInput.parse(body)).toEqual({ rows: [{ signupId: uuid(8001) }, { signupId: uuid(8002), minutes: 90, onDuty: true, note: '提前离开' }] });
});
