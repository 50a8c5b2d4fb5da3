import fc from 'fast-check';
import { credentialLifecycle } from './credential-lifecycle.js';
import { can } from './lifecycle.js';
import { talkLifecycle } from './talk-lifecycle.js';
import { UNDO_MINUTES, undoable } from './undo.js';

const at = new Date('2026-03-02T08:00:00.000Z');

test('a decision is undone by whoever made it, for some minutes and no longer', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 2 * UNDO_MINUTES * 60_000 }), fc.boolean(), (passed, own) => {
    expect(undoable({ at, by: 'a' }, own ? 'a' : 'b', new Date(at.getTime() + passed))).toBe(own && passed <= UNDO_MINUTES * 60_000);
  }));
  expect(undoable(null, 'a', at)).toBe(false);
});

test('what was decided waits again, and what was built upon cannot be undone', () => {
  expect(talkLifecycle.stateNames.filter((state) => can(talkLifecycle, state, 'undo'))).toEqual(['returned', 'published']);
  expect(credentialLifecycle.stateNames.filter((state) => can(credentialLifecycle, state, 'undo'))).toEqual(['confirmed', 'returned']);
});
