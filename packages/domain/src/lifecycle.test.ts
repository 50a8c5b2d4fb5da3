import fc from 'fast-check';
import { activityLifecycle } from './activity-lifecycle.js';
import { assignmentLifecycle } from './assignment-lifecycle.js';
import { attendanceLifecycle } from './attendance-lifecycle.js';
import { LEADER_PERMISSION, SELF_PERMISSION, SYSTEM_PERMISSION, allowedActions, can, defineLifecycle, isFinal, missingDemands, next } from './lifecycle.js';
import { lifecycles } from './lifecycles.js';
import { planImportLifecycle } from './plan-import-lifecycle.js';
import { planLifecycle } from './plan-lifecycle.js';
import { signupLifecycle } from './signup-lifecycle.js';
import { workEntryLifecycle } from './work-entry-lifecycle.js';

/** The tables once more, as an office would tell them: every step that is not listed has to be refused. */
const steps: Record<string, readonly (readonly [from: string, action: string, to: string | null])[]> = {
  plan: [
    ['draft', 'issue', 'issued'],
    ['draft', 'withdraw', null],
    ['issued', 'close', 'closed'],
  ],
  'plan-revision': [
    ['draft', 'decide', 'draft'],
    ['draft', 'issue', 'issued'],
    ['draft', 'withdraw', null],
  ],
  'plan-import': [
    ['queued', 'start', 'reading'],
    ['reading', 'requeue', 'queued'],
    ['reading', 'finish', 'ready'],
    ['reading', 'fail', 'failed'],
    ['reading', 'ask', 'asking'],
    ['asking', 'explain', 'queued'],
    ['asking', 'discard', 'discarded'],
    ['ready', 'explain', 'queued'],
    ['ready', 'commit', 'committed'],
    ['ready', 'discard', 'discarded'],
    ['committed', 'undo', 'ready'],
  ],
  assignment: [
    ['pending', 'sign', 'signed'],
    ['asked', 'sign', 'signed'],
    ['pending', 'ask', 'asked'],
    ['asked', 'answer', 'pending'],
    ['pending', 'record', 'signed'],
    ['asked', 'record', 'signed'],
    ['signed', 'reopen', 'pending'],
    ['signed', 'revise', 'pending'],
    ['pending', 'withdraw', 'withdrawn'],
    ['asked', 'withdraw', 'withdrawn'],
    ['signed', 'withdraw', 'withdrawn'],
    ['withdrawn', 'reinstate', 'pending'],
  ],
  work_entry: [
    ['draft', 'submit', 'submitted'],
    ['draft', 'delete', null],
    ['submitted', 'recall', 'draft'],
    ['submitted', 'accept', 'accepted'],
    ['submitted', 'return', 'draft'],
    ['accepted', 'revoke', 'revoked'],
  ],
  report_period: [
    ['open', 'change', 'open'],
    ['open', 'lock', 'locked'],
    ['open', 'delete', null],
  ],
  unit_report: [
    ['draft', 'save', 'draft'],
    ['returned', 'revise', 'returned'],
    ['draft', 'hand_over', 'checking'],
    ['returned', 'hand_over', 'checking'],
    ['checking', 'send_back', 'draft'],
    ['draft', 'submit', 'submitted'],
    ['returned', 'submit', 'submitted'],
    ['checking', 'submit', 'submitted'],
    ['checking', 'recall', 'draft'],
    ['submitted', 'recall', 'draft'],
    ['submitted', 'accept', 'accepted'],
    ['submitted', 'return', 'returned'],
    ['accepted', 'return', 'returned'],
    ['draft', 'lock', 'locked'],
    ['checking', 'lock', 'locked'],
    ['submitted', 'lock', 'locked'],
    ['returned', 'lock', 'locked'],
    ['accepted', 'lock', 'locked'],
    ['locked', 'ask', 'asking'],
    ['asking', 'allow', 'draft'],
    ['asking', 'refuse', 'locked'],
  ],
  activity: [
    ['draft', 'submit', 'submitted'],
    ['draft', 'delete', null],
    ['submitted', 'recall', 'draft'],
    ['submitted', 'return', 'draft'],
    ['submitted', 'approve', 'open'],
    ['submitted', 'cancel', 'cancelled'],
    ['open', 'cancel', 'cancelled'],
    ['open', 'report', 'reported'],
    ['reported', 'return_report', 'open'],
    ['reported', 'accept_report', 'closed'],
  ],
  signup: [
    ['requested', 'admit', 'confirmed'],
    ['waiting', 'admit', 'confirmed'],
    ['requested', 'confirm', 'confirmed'],
    ['waiting', 'confirm', 'confirmed'],
    ['requested', 'queue', 'waiting'],
    ['requested', 'refuse', 'refused'],
    ['waiting', 'refuse', 'refused'],
    ['confirmed', 'refuse', 'refused'],
    ['requested', 'withdraw', 'withdrawn'],
    ['waiting', 'withdraw', 'withdrawn'],
    ['confirmed', 'withdraw', 'withdrawn'],
    ['withdrawn', 'renew', 'requested'],
    ['cancelled', 'renew', 'requested'],
    ['requested', 'cancel', 'cancelled'],
    ['waiting', 'cancel', 'cancelled'],
    ['confirmed', 'cancel', 'cancelled'],
    ['requested', 'release', 'withdrawn'],
    ['waiting', 'release', 'withdrawn'],
    ['confirmed', 'release', 'withdrawn'],
  ],
  registration: [
    ['good', 'freeze', 'frozen'],
    ['good', 'suspend', 'frozen'],
    ['frozen', 'unfreeze', 'good'],
    ['good', 'void', 'void'],
    ['frozen', 'void', 'void'],
  ],
  attendance: [
    ['present', 'check_out', 'left'],
    ['present', 'mark_left', 'left'],
    ['present', 'mark_absent', 'absent'],
    ['left', 'mark_absent', 'absent'],
    ['absent', 'mark_present', 'present'],
    ['left', 'mark_present', 'present'],
    ['present', 'clear', null],
    ['left', 'clear', null],
    ['absent', 'clear', null],
    ['present', 'settle', 'settled'],
    ['left', 'settle', 'settled'],
  ],
  unit_application: [
    ['submitted', 'approve', 'approved'],
    ['submitted', 'return', 'returned'],
    ['submitted', 'refuse', 'refused'],
    ['returned', 'refuse', 'refused'],
    ['returned', 'revise', 'submitted'],
    ['submitted', 'withdraw', 'withdrawn'],
    ['returned', 'withdraw', 'withdrawn'],
  ],
  complaint: [
    ['open', 'answer', 'answered'],
    ['answered', 'dispute', 'reopened'],
    ['answered', 'accept', 'closed'],
    ['answered', 'lapse', 'closed'],
    ['reopened', 'review', 'closed'],
  ],
};

describe.each(lifecycles.map((lifecycle) => [lifecycle.object, lifecycle] as const))('lifecycle of %s', (object, lifecycle) => {
  const expected = new Map(steps[object]?.map(([from, action, to]) => [`${from} ${action}`, to]));
  const cells = lifecycle.stateNames.flatMap((state) => lifecycle.actionNames.map((action) => [state, action] as const));

  test('has an expectation for every listed step', () => {
    const keys = new Set(cells.map(([state, action]) => `${state} ${action}`));
    expect(expected.size).toBeGreaterThan(0);
    expect([...expected.keys()].filter((key) => !keys.has(key))).toEqual([]);
  });

  test.each(cells)('%s × %s', (state, action) => {
    const to = expected.get(`${state} ${action}`);
    const result = next(lifecycle, state, action);
    expect(can(lifecycle, state, action)).toBe(to !== undefined);
    if (to !== undefined) {
      const rule = lifecycle.actions[action];
      expect(result).toEqual({ ok: true, state: to, permission: rule?.permission, demands: rule?.demands });
    } else {
      const allowed = allowedActions(lifecycle, state);
      expect(allowed).not.toContain(action);
      expect(result).toEqual({ ok: false, code: 'lifecycle.not_allowed', object, state, action, allowed });
    }
  });

  test('no path leaves the declared states, and a refused step changes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...lifecycle.actionNames), { maxLength: 40 }), (path) => {
        let state: string | null = lifecycle.initial;
        for (const action of path) {
          if (state === null) return;
          const step: ReturnType<typeof next<string, string>> = next(lifecycle, state, action);
          expect(step.ok).toBe(expected.has(`${state} ${action}`));
          if (step.ok) state = step.state;
          else expect(step.state).toBe(state);
          if (state !== null) expect(lifecycle.stateNames).toContain(state);
        }
      }),
    );
  });

  test('every term has both languages', () => {
    const terms = [lifecycle.title, ...Object.values(lifecycle.states), ...Object.values(lifecycle.actions)];
    for (const term of terms) {
      expect(term.zh).toMatch(/\p{Script=Han}/u);
      expect(term.en).toMatch(/^[\x20-\x7e]+$/);
    }
  });
});

describe('what each table demands', () => {
  test('a plan is issued with number and date, and closed with a reason', () => {
    expect(missingDemands(planLifecycle, 'issue', {})).toEqual(['docNumber', 'issuedOn']);
    expect(missingDemands(planLifecycle, 'issue', { docNumber: '温全科组办〔2020〕2号', issuedOn: '2020-05-27' })).toEqual([]);
    expect(missingDemands(planLifecycle, 'close', { reason: '  ' })).toEqual(['reason']);
    expect(planLifecycle.actions.issue.permission).toBe('plan:issue');
    expect(planLifecycle.actions.withdraw.permission).toBe('plan:write');
    expect(planLifecycle.actions.close.permission).toBe('plan:close');
  });

  test('only the system reads a paper; a failure has its reason', () => {
    const bySystem = planImportLifecycle.actionNames.filter((action) => planImportLifecycle.actions[action].permission === SYSTEM_PERMISSION);
    expect(bySystem).toEqual(['start', 'requeue', 'finish', 'fail', 'ask']);
    expect(missingDemands(planImportLifecycle, 'fail', { reason: null })).toEqual(['reason']);
  });

  test('signing elsewhere needs a note, a question its words, reopening a reason', () => {
    expect(missingDemands(assignmentLifecycle, 'sign', {})).toEqual([]);
    expect(missingDemands(assignmentLifecycle, 'record', {})).toEqual(['note']);
    expect(missingDemands(assignmentLifecycle, 'ask', { question: '' })).toEqual(['question']);
    expect(missingDemands(assignmentLifecycle, 'answer', { answer: '按原文执行。' })).toEqual([]);
    expect(missingDemands(assignmentLifecycle, 'reopen', {})).toEqual(['reason']);
  });

  test('work counts by another hand than the one that wrote it, and is taken back with a reason', () => {
    expect(missingDemands(workEntryLifecycle, 'submit', {})).toEqual(['evidence']);
    for (const action of ['accept', 'return', 'revoke'] as const) expect(workEntryLifecycle.actions[action].permission).toBe('work-entry:check');
    expect(missingDemands(workEntryLifecycle, 'accept', {})).toEqual([]);
    expect(missingDemands(workEntryLifecycle, 'return', {})).toEqual(['reason']);
    expect(missingDemands(workEntryLifecycle, 'revoke', {})).toEqual(['reason']);
    expect(isFinal(workEntryLifecycle, 'revoked')).toBe(true);
  });

  test('an activity is published and its close accepted by the office; a cancelled one says why', () => {
    const byOffice = activityLifecycle.actionNames.filter((action) => activityLifecycle.actions[action].permission === 'activity:approve');
    expect(byOffice).toEqual(['return', 'approve', 'return_report', 'accept_report']);
    for (const action of ['return', 'cancel', 'return_report'] as const) expect(missingDemands(activityLifecycle, action, {})).toEqual(['reason']);
    expect(missingDemands(activityLifecycle, 'report', {})).toEqual(['evidence']);
    expect(activityLifecycle.stateNames.filter((state) => isFinal(activityLifecycle, state))).toEqual(['closed', 'cancelled']);
  });

  test('a person leaves without a reason, a unit refuses with one, and nobody refused comes back by the own hand', () => {
    expect(missingDemands(signupLifecycle, 'withdraw', {})).toEqual([]);
    expect(missingDemands(signupLifecycle, 'refuse', {})).toEqual(['reason']);
    const own = signupLifecycle.actionNames.filter((action) => signupLifecycle.actions[action].permission === SELF_PERMISSION);
    expect(own).toEqual(['withdraw', 'renew']);
    expect(isFinal(signupLifecycle, 'refused')).toBe(true);
  });

  test('who leads marks the list; settled hours are touched by nobody', () => {
    const own = attendanceLifecycle.actionNames.filter((action) => attendanceLifecycle.actions[action].permission === SELF_PERMISSION);
    expect(own).toEqual(['check_out']);
    const led = attendanceLifecycle.actionNames.filter((action) => attendanceLifecycle.actions[action].permission === LEADER_PERMISSION);
    expect(led).toEqual(['mark_left', 'mark_absent', 'mark_present', 'clear', 'settle']);
    expect(isFinal(attendanceLifecycle, 'settled')).toBe(true);
  });

  test('an empty list of files is no evidence', () => {
    const withEvidence = defineLifecycle({
      object: 'sample',
      title: { zh: '样例', en: 'Sample' },
      states: { open: { zh: '进行中', en: 'open' }, done: { zh: '已办结', en: 'done' } },
      initial: 'open',
      actions: { finish: { zh: '办结', en: 'Finish', from: ['open'], to: 'done', permission: 'plan:write', demands: ['evidence'] } },
    });
    expect(missingDemands(withEvidence, 'finish', { evidence: [] })).toEqual(['evidence']);
    expect(missingDemands(withEvidence, 'finish', { evidence: ['file-1'] })).toEqual([]);
    expect(isFinal(withEvidence, 'done')).toBe(true);
    expect(isFinal(withEvidence, 'open')).toBe(false);
  });
});

describe('defineLifecycle refuses a table that cannot be right', () => {
  const base = {
    object: 'sample',
    title: { zh: '样例', en: 'Sample' },
    states: { open: { zh: '进行中', en: 'open' }, done: { zh: '已办结', en: 'done' } },
  } as const;
  const finish = { zh: '办结', en: 'Finish', from: ['open'], to: 'done', permission: 'plan:write', demands: [] } as const;

  test('a state that no path reaches', () => {
    expect(() => defineLifecycle({ ...base, initial: 'done', actions: { finish } })).toThrow('no path reaches state "open"');
  });

  test('an action that starts nowhere', () => {
    expect(() => defineLifecycle({ ...base, initial: 'open', actions: { finish: { ...finish, from: [] } } })).toThrow('starts nowhere');
  });

  test('states that are not declared, from data that the compiler did not see', () => {
    const strange = (patch: object) => JSON.parse(JSON.stringify({ ...base, initial: 'open', actions: { finish }, ...patch })) as Parameters<typeof defineLifecycle>[0];
    expect(() => defineLifecycle(strange({ initial: 'gone' }))).toThrow('initial state "gone"');
    expect(() => defineLifecycle(strange({ actions: { finish: { ...finish, from: ['gone'] } } }))).toThrow('unknown state "gone"');
    expect(() => defineLifecycle(strange({ actions: { finish: { ...finish, to: 'gone' } } }))).toThrow('unknown state "gone"');
  });
});
