import type { Activity } from '@kepu/contracts';
import { rolePermissions, type Role } from '@kepu/contracts/permissions';
import { activityLifecycle, allowedActions } from '@kepu/domain';
import { activityOf } from '../testing/loopSamples.js';
import { presentMoment } from '../ui/clock.js';
import { nextStep } from './nextStep.js';

const before = '2026-03-03T01:00:00.000Z';
const during = '2026-03-07T02:00:00.000Z';
const after = '2026-03-07T05:00:00.000Z';
const step = (role: Role, activity: Activity, now: string) => {
  const open = allowedActions(activityLifecycle, activity.state).filter((action) => (rolePermissions[role] as readonly string[]).includes(activityLifecycle.actions[action].permission));
  return nextStep(activity, open, now, (rolePermissions[role] as readonly string[]).includes('activity:write'));
};
const staffed = (change: Partial<NonNullable<Activity['staff']>>): Activity => activityOf({ staff: { ...activityOf().staff!, ...change } });
const quiet = { requested: 0, waiting: 0, confirmed: 1 };

test('each state has one next step for whoever can take it', () => {
  expect(step('liaison', activityOf({ state: 'draft' }), before)).toEqual({ kind: 'submit' });
  expect(step('liaison', activityOf({ state: 'submitted' }), before)).toBeNull();
  expect(step('county', activityOf({ state: 'submitted' }), before)).toEqual({ kind: 'approve' });
  expect(step('county', activityOf({ state: 'reported' }), after)).toEqual({ kind: 'review_close' });
  expect(step('liaison', activityOf({ state: 'reported' }), after)).toBeNull();
  expect(step('liaison', activityOf({ state: 'closed' }), after)).toBeNull();
});

test('while it is open people come before papers', () => {
  expect(step('liaison', activityOf(), before)).toEqual({ kind: 'signups', count: 2 });
  expect(step('liaison', staffed({ signups: quiet }), before)).toEqual({ kind: 'share' });
  expect(step('liaison', activityOf(), during)).toEqual({ kind: 'day' });
  expect(step('liaison', staffed({ hoursToConfirm: 3 }), after)).toEqual({ kind: 'hours', count: 3 });
  expect(step('liaison', staffed({ signups: quiet }), after)).toEqual({ kind: 'close' });
});

test('who prepares for a unit waits for whoever hands in, and closes nothing', () => {
  expect(step('publisher', activityOf({ state: 'draft' }), before)).toEqual({ kind: 'await_submit' });
  expect(step('publisher', activityOf(), after)).not.toEqual({ kind: 'close' });
  expect(step('approver', activityOf({ state: 'draft' }), before)).toEqual({ kind: 'submit' });
});

test('a reader, and whoever does not manage it, is offered nothing', () => {
  expect(step('reader', activityOf(), before)).toBeNull();
  expect(step('liaison', activityOf({ staff: null }), before)).toBeNull();
});

test('the present moment is on the day of the server, at the time of the browser', () => {
  expect(presentMoment('2026-03-07', Date.parse('2026-11-26T03:30:00.000Z'))).toBe('2026-03-07T03:30:00.000Z');
});
