import { defineLifecycle, type ActionOf, type StateOf } from './lifecycle.js';

/**
 * Credential (资质). It counts from `confirmed` on, on the days that stand on it. A renewed certificate is a new credential, so that the old one holds
 * until its last day; what a finished course gives is confirmed from the beginning. Whoever decided undoes it within some minutes: it waits again.
 */
export const credentialLifecycle = defineLifecycle({
  object: 'credential',
  title: { zh: '资质', en: 'Credential' },
  states: {
    declared: { zh: '待核实', en: 'said by the person; counts for nothing yet' },
    confirmed: { zh: '已核实', en: 'seen by the unit, the county or the office' },
    audited: { zh: '已抽查', en: 'looked at again by the office' },
    returned: { zh: '已退回', en: 'given back with the reason; counts for nothing' },
  },
  initial: 'declared',
  actions: {
    correct: { zh: '修改', en: 'Correct', from: ['declared', 'returned'], to: 'declared', permission: 'self', demands: [] },
    remove: { zh: '删除', en: 'Take out', from: ['declared', 'confirmed', 'audited', 'returned'], to: null, permission: 'self', demands: [] },
    confirm: { zh: '核实', en: 'Confirm', from: ['declared'], to: 'confirmed', permission: 'credential:confirm', demands: [] },
    return: { zh: '退回', en: 'Give back', from: ['declared', 'confirmed', 'audited'], to: 'returned', permission: 'credential:confirm', demands: ['reason'] },
    undo: { zh: '撤销', en: 'Undo a decision', from: ['confirmed', 'returned'], to: 'declared', permission: 'credential:confirm', demands: [] },
    audit: { zh: '抽查', en: 'Look again', from: ['confirmed', 'audited'], to: 'audited', permission: 'credential:audit', demands: [] },
  },
});

/** State of a credential. */
export type CredentialState = StateOf<typeof credentialLifecycle>;
/** Action on a credential. */
export type CredentialAction = ActionOf<typeof credentialLifecycle>;
