import fc from 'fast-check';
import { courseEnd, credentialDays, credentialReminder, impliedBy, makesCircle, type Implications } from './credentials.js';

const graph: Implications = new Map([['chief', ['physician']], ['physician', ['health']], ['nurse', ['health']], ['health', []]]);

test.each([['chief', ['chief', 'health', 'physician']], ['nurse', ['health', 'nurse']], ['health', ['health']], ['unknown', ['unknown']]])('%s stands for %p', (kind, all) => expect([...impliedBy(kind, graph)].sort()).toEqual(all));

test('a circle is found however long it is, and ends all the same', () => {
  expect(makesCircle('health', ['chief'], graph)).toBe(true);
  expect(makesCircle('health', ['nurse'], graph)).toBe(true);
  expect(makesCircle('health', ['health'], graph)).toBe(true);
  expect(makesCircle('nurse', ['chief'], graph)).toBe(false);
  expect([...impliedBy('a', new Map([['a', ['b']], ['b', ['a']]]))].sort()).toEqual(['a', 'b']);
});

const kinds = ['a', 'b', 'c', 'd', 'e'];
const anyGraph = fc.array(fc.tuple(fc.constantFrom(...kinds), fc.constantFrom(...kinds)), { maxLength: 12 }).map((edges): Implications => new Map(kinds.map((kind) => [kind, edges.filter(([from]) => from === kind).map(([, to]) => to)])));

test('whoever holds a kind holds all that what it stands for stands for', () => fc.assert(fc.property(anyGraph, fc.constantFrom(...kinds), (implications, kind) => {
  const all = impliedBy(kind, implications);
  for (const one of all) for (const other of impliedBy(one, implications)) expect(all.has(other)).toBe(true);
})));
test('edges that are taken only where they make no circle never make one', () => fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...kinds), fc.constantFrom(...kinds)), { maxLength: 30 }), (edges) => {
  const implications = new Map<string, string[]>();
  for (const [from, to] of edges) {
    const wanted = [...(implications.get(from) ?? []), to];
    if (!makesCircle(from, wanted, implications)) implications.set(from, wanted);
  }
  for (const kind of kinds) for (const next of implications.get(kind) ?? []) expect(impliedBy(next, implications).has(kind)).toBe(false);
})));

test.each([
  ['2026-01-02', null, false, 'from_future'], ['2026-01-01', '2025-12-31', false, 'end_before_start'], ['2026-01-01', null, true, 'end_missing'], ['2026-01-01', null, false, null], ['2026-01-01', '2026-01-01', true, null],
] as const)('from %s to %s, with an end demanded: %s', (fromDay, toDay, expires, problem) => expect(credentialDays({ fromDay, toDay }, { expires }, '2026-01-01')).toBe(problem));

test.each([['2026-03-03', null], ['2026-03-02', 60], ['2026-01-16', 60], ['2026-01-15', 14], ['2026-01-01', 14], ['2025-12-31', null]])('a certificate that ends on %s is told of on 1 January: %p', (toDay, days) => expect(credentialReminder(toDay, '2026-01-01')).toBe(days));

test.each([['2026-01-31', 1, '2026-02-27'], ['2026-03-15', 12, '2027-03-14'], ['2026-12-01', 1, '2026-12-31'], ['2024-02-29', 12, '2025-02-27'], ['2026-05-05', null, null]] as const)('a course of %s that holds for %p months ends on %p', (day, months, end) => expect(courseEnd(day, months)).toBe(end));
