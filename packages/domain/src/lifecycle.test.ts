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
    ['closed', 'reopen', 'issued'],
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
  'handed-item': [['pending', 'sign', 'signed'], ['pending', 'withdraw', 'withdrawn'], ['signed', 'withdraw', 'withdrawn'], ['withdrawn', 'hand_again', 'pending']],  assessment: [
    ['draft', 'save', 'draft'], ['draft', 'delete', null], ['draft', 'open', 'open'], ['open', 'widen', 'open'], ['open', 'extend', 'open'], ['open', 'announce', 'announced'], ['announced', 'finalise', 'final'], ['final', 'publish', 'final'], ['open', 'withdraw', 'withdrawn'], ['announced', 'withdraw', 'withdrawn'],
  ],
  assessment_sheet: [
    ['draft', 'save', 'draft'], ['returned', 'revise', 'returned'], ['draft', 'hand_over', 'checking'], ['returned', 'hand_over', 'checking'], ['checking', 'send_back', 'draft'], ['draft', 'submit', 'submitted'], ['returned', 'submit', 'submitted'], ['checking', 'submit', 'submitted'],
    ['checking', 'recall', 'draft'], ['submitted', 'recall', 'draft'], ['draft', 'take_in', 'submitted'], ['checking', 'take_in', 'submitted'], ['returned', 'take_in', 'submitted'], ['submitted', 'review', 'submitted'], ['submitted', 'accept', 'accepted'], ['accepted', 'rescore', 'accepted'],
    ['submitted', 'return', 'returned'], ['accepted', 'return', 'returned'], ['draft', 'release', 'released'], ['checking', 'release', 'released'], ['submitted', 'release', 'released'], ['returned', 'release', 'released'], ['accepted', 'release', 'released'], ['released', 'admit', 'draft'], ['released', 'admit_late', 'submitted'],
  ],
  assessment_appeal: [['open', 'grant', 'granted'], ['open', 'refuse', 'refused']],
  nomination: [
    ['draft', 'save', 'draft'], ['returned', 'revise', 'returned'], ['draft', 'recommend', 'recommended'], ['returned', 'recommend', 'recommended'], ['draft', 'withdraw', 'withdrawn'], ['recommended', 'withdraw', 'withdrawn'], ['reviewed', 'withdraw', 'withdrawn'], ['returned', 'withdraw', 'withdrawn'], ['draft', 'refuse', 'withdrawn'], ['recommended', 'refuse', 'withdrawn'], ['reviewed', 'refuse', 'withdrawn'], ['returned', 'refuse', 'withdrawn'], ['recommended', 'review', 'reviewed'], ['recommended', 'return', 'returned'], ['reviewed', 'return', 'returned'], ['recommended', 'decline', 'declined'], ['reviewed', 'decline', 'declined'], ['recommended', 'appoint', 'appointed'], ['reviewed', 'appoint', 'appointed'],
  ],
  team: [
    ['forming', 'activate', 'active'], ['paused', 'activate', 'active'], ['active', 'pause', 'paused'], ['forming', 'disband', 'disbanded'], ['active', 'disband', 'disbanded'], ['paused', 'disband', 'disbanded'],
  ],
  team_member: [
    ['declined', 'invite', 'invited'], ['left', 'invite', 'invited'], ['invited', 'join', 'member'], ['declined', 'join', 'member'], ['left', 'join', 'member'], ['invited', 'ask', 'consent'], ['declined', 'ask', 'consent'], ['left', 'ask', 'consent'], ['consent', 'agree', 'member'], ['invited', 'decline', 'declined'], ['consent', 'decline', 'declined'], ['member', 'leave', 'left'], ['consent', 'leave', 'left'], ['invited', 'remove', 'left'], ['consent', 'remove', 'left'], ['member', 'remove', 'left'],
  ],
  team_signup: [
    ['declined', 'invite', 'invited'], ['cancelled', 'invite', 'invited'], ['retracted', 'invite', 'invited'], ['refused', 'invite', 'invited'], ['invited', 'come', 'coming'], ['coming', 'come', 'coming'], ['declined', 'come', 'coming'], ['cancelled', 'come', 'coming'], ['retracted', 'come', 'coming'], ['invited', 'decline', 'declined'], ['coming', 'call_off', 'cancelled'], ['invited', 'retract', 'retracted'], ['coming', 'refuse', 'refused'],
  ],
  thing_booking: [
    ['asked', 'confirm', 'confirmed'], ['asked', 'decline', 'declined'], ['asked', 'move', 'confirmed'], ['confirmed', 'move', 'confirmed'], ['confirmed', 'take_back', 'taken_back'], ['asked', 'withdraw', 'withdrawn'], ['confirmed', 'withdraw', 'withdrawn'],
  ],
  talk: [
    ['draft', 'change', 'draft'], ['returned', 'change', 'draft'], ['published', 'change', 'draft'], ['withdrawn', 'change', 'draft'], ['draft', 'submit', 'submitted'], ['returned', 'submit', 'submitted'], ['withdrawn', 'submit', 'submitted'], ['submitted', 'recall', 'draft'], ['submitted', 'publish', 'published'],
    ['submitted', 'return', 'returned'], ['published', 'return', 'returned'], ['published', 'undo', 'submitted'], ['returned', 'undo', 'submitted'], ['published', 'withdraw', 'withdrawn'], ['published', 'leave', 'withdrawn'], ['draft', 'remove', null], ['returned', 'remove', null],
  ],
  collection: [
    ['draft', 'save', 'draft'], ['draft', 'delete', null], ['draft', 'open', 'open'], ['open', 'amend', 'open'], ['open', 'close', 'closed'], ['closed', 'reopen', 'open'], ['open', 'withdraw', 'withdrawn'],
  ],
  collection_answer: [
    ['draft', 'save', 'draft'], ['returned', 'revise', 'returned'], ['draft', 'hand_over', 'checking'], ['returned', 'hand_over', 'checking'], ['checking', 'send_back', 'draft'],
    ['draft', 'submit', 'submitted'], ['returned', 'submit', 'submitted'], ['checking', 'submit', 'submitted'], ['checking', 'recall', 'draft'], ['submitted', 'recall', 'draft'],
    ['submitted', 'accept', 'accepted'], ['submitted', 'return', 'returned'], ['accepted', 'return', 'returned'],
  ],
  proposal_call: [
    ['open', 'change', 'open'],
    ['open', 'close', 'closed'],
    ['closed', 'reopen', 'open'],
  ],
  proposal_answer: [
    ['draft', 'save', 'draft'],
    ['draft', 'submit', 'submitted'],
    ['draft', 'decline', 'none'],
    ['submitted', 'recall', 'draft'],
    ['none', 'recall', 'draft'],
  ],
  consultation: [
    ['open', 'change', 'open'],
    ['open', 'close', 'closed'],
  ],
  consultation_answer: [
    ['draft', 'save', 'draft'],
    ['draft', 'submit', 'submitted'],
    ['submitted', 'recall', 'draft'],
  ],
  report_period: [
    ['open', 'change', 'open'],
    ['open', 'lock', 'locked'],
    ['open', 'delete', null],
  ],
  batch: [
    ['waiting', 'begin', 'running'],
    ['running', 'begin', 'running'],
    ['running', 'finish', 'draft'],
    ['waiting', 'fail', 'failed'],
    ['running', 'fail', 'failed'],
    ['waiting', 'keep', 'draft'],
    ['running', 'keep', 'draft'],
    ['waiting', 'cancel', 'cancelled'],
    ['running', 'cancel', 'cancelled'],
    ['waiting', 'stop', 'draft'],
    ['running', 'stop', 'draft'],
    ['draft', 'rerun', 'waiting'],
    ['draft', 'send', 'sending'],
    ['sending', 'told', 'sent'],
    ['sending', 'give_back', 'draft'],
    ['draft', 'discard', 'discarded'],
    ['failed', 'discard', 'discarded'],
    ['cancelled', 'discard', 'discarded'],
  ],
  pack: [
    ['waiting', 'begin', 'making'],
    ['making', 'begin', 'making'],
    ['making', 'finish', 'ready'],
    ['waiting', 'fail', 'failed'],
    ['making', 'fail', 'failed'],
    ['waiting', 'cancel', 'cancelled'],
    ['making', 'cancel', 'cancelled'],
    ['ready', 'expire', 'expired'],
    ['ready', 'delete', 'expired'],
  ],
  prompt: [
    ['draft', 'save', 'draft'],
    ['draft', 'delete', null],
    ['draft', 'request', 'awaiting'],
    ['awaiting', 'take_back', 'draft'],
    ['approved', 'take_back', 'draft'],
    ['awaiting', 'approve', 'approved'],
    ['awaiting', 'turn_down', 'draft'],
    ['draft', 'send', 'sent'],
    ['approved', 'send', 'sent'],
    ['sent', 'reply', 'replied'],
    ['replied', 'amend', 'sent'],
    ['replied', 'accept', 'closed'],
    ['replied', 'return', 'sent'],
    ['sent', 'escalate', 'escalated'],
    ['replied', 'escalate', 'escalated'],
    ['escalated', 'restore', 'sent'],
    ['sent', 'withdraw', 'withdrawn'],
    ['replied', 'withdraw', 'withdrawn'],
  ],
  bulletin: [
    ['draft', 'save', 'draft'],
    ['draft', 'recount', 'draft'],
    ['draft', 'delete', null],
    ['draft', 'request', 'awaiting'],
    ['awaiting', 'take_back', 'draft'],
    ['approved', 'take_back', 'draft'],
    ['awaiting', 'approve', 'approved'],
    ['awaiting', 'turn_down', 'draft'],
    ['approved', 'issue', 'issued'],
    ['issued', 'withdraw', 'withdrawn'],
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
  adjustment: [
    ['checking', 'hand_in', 'asked'],
    ['checking', 'send_back', 'sent_back'],
    ['checking', 'withdraw', 'withdrawn'],
    ['asked', 'withdraw', 'withdrawn'],
    ['asked', 'grant', 'granted'],
    ['asked', 'refuse', 'refused'],
    ['granted', 'write', 'granted'],
    ['checking', 'lapse', 'withdrawn'],
    ['asked', 'lapse', 'withdrawn'],
  ],
  close_out: [
    ['checking', 'hand_in', 'asked'],
    ['checking', 'send_back', 'sent_back'],
    ['checking', 'withdraw', 'withdrawn'],
    ['asked', 'withdraw', 'withdrawn'],
    ['asked', 'accept', 'accepted'],
    ['asked', 'return', 'returned'],
    ['accepted', 'reopen', 'reopened'],
    ['accepted', 'revise', 'reopened'],
    ['checking', 'outdate', 'returned'],
    ['asked', 'outdate', 'returned'],
    ['checking', 'lapse', 'withdrawn'],
    ['asked', 'lapse', 'withdrawn'],
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
    ['requested', 'lapse', 'withdrawn'],
    ['waiting', 'lapse', 'withdrawn'],
    ['confirmed', 'lapse', 'withdrawn'],
    ['waiting', 'pass', 'withdrawn'],
  ],
  credential: [
    ['declared', 'correct', 'declared'],
    ['returned', 'correct', 'declared'],
    ['declared', 'remove', null],
    ['confirmed', 'remove', null],
    ['audited', 'remove', null],
    ['returned', 'remove', null],
    ['declared', 'confirm', 'confirmed'],
    ['declared', 'return', 'returned'],
    ['confirmed', 'return', 'returned'],
    ['audited', 'return', 'returned'],
    ['confirmed', 'undo', 'declared'],
    ['returned', 'undo', 'declared'],
    ['confirmed', 'audit', 'audited'],
    ['audited', 'audit', 'audited'],
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
  place_invitation: [
    ['sent', 'accept', 'accepted'], ['declined', 'accept', 'accepted'], ['lapsed', 'accept', 'accepted'], ['sent', 'decline', 'declined'], ['accepted', 'decline', 'declined'], ['lapsed', 'decline', 'declined'], ['sent', 'lapse', 'lapsed'], ['sent', 'close', 'closed'], ['lapsed', 'close', 'closed'], ['sent', 'call_back', 'closed'],
  ],
  order: [
    ['submitted', 'ask', 'asked'], ['submitted', 'revise', 'submitted'], ['asked', 'revise', 'submitted'], ['submitted', 'accept', 'dispatching'], ['asked', 'accept', 'dispatching'], ['submitted', 'decline', 'declined'], ['asked', 'decline', 'declined'], ['dispatching', 'confirm', 'confirmed'], ['confirmed', 'step_back', 'dispatching'], ['confirmed', 'replace', 'dispatching'], ['confirmed', 'move', 'confirmed'], ['dispatching', 'give_up', 'unfilled'], ['dispatching', 'lapse', 'unfilled'], ['submitted', 'cancel', 'cancelled'], ['asked', 'cancel', 'cancelled'], ['dispatching', 'cancel', 'cancelled'], ['confirmed', 'cancel', 'cancelled'], ['submitted', 'call_off', 'cancelled'], ['asked', 'call_off', 'cancelled'], ['dispatching', 'call_off', 'cancelled'], ['confirmed', 'call_off', 'cancelled'], ['confirmed', 'complete', 'done'], ['done', 'close', 'closed'],
  ],
  order_offer: [
    ['offered', 'accept', 'accepted'], ['offered', 'decline', 'declined'], ['offered', 'expire', 'expired'], ['offered', 'withdraw', 'withdrawn'], ['accepted', 'step_back', 'stepped_back'], ['accepted', 'release', 'released'],
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
