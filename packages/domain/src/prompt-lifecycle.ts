import { defineLifecycle, type ActionOf, type StateOf } from './lifecycle.js';

/**
 * Prompt (工作提示函、督办单): a numbered letter to one unit with a day to reply by. A 工作提示函 is sent by the office itself; a 督办单 only after a leader has approved it, which the service
 * demands by its kind. What is not answered, or answered badly, is escalated into a new one.
 */
export const promptLifecycle = defineLifecycle({
  object: 'prompt',
  title: { zh: '工作提示函、督办单', en: 'Prompt' },
  states: {
    draft: { zh: '草稿', en: 'being written by the office' },
    awaiting: { zh: '待签批', en: 'waits for the leader' },
    approved: { zh: '已签批', en: 'approved by the leader, not sent' },
    sent: { zh: '待回复', en: 'sent, with the unit, which has to reply' },
    replied: { zh: '已回复', en: 'the unit has replied; the office looks at it' },
    closed: { zh: '已销单', en: 'the reply is accepted' },
    escalated: { zh: '已升级', en: 'an order has taken its place' },
    withdrawn: { zh: '已撤回', en: 'the office has taken it back; no reply is wanted' },
  },
  initial: 'draft',
  actions: {
    save: { zh: '保存', en: 'Save', from: ['draft'], to: 'draft', permission: 'prompt:write', demands: [] },
    delete: { zh: '删除草稿', en: 'Delete the draft', from: ['draft'], to: null, permission: 'prompt:write', demands: [] },
    request: { zh: '送领导签批', en: 'Ask the leader', from: ['draft'], to: 'awaiting', permission: 'prompt:write', demands: [] },
    take_back: { zh: '收回修改', en: 'Take back to change it', from: ['awaiting', 'approved'], to: 'draft', permission: 'prompt:write', demands: [] },
    approve: { zh: '签批', en: 'Approve', from: ['awaiting'], to: 'approved', permission: 'prompt:approve', demands: [] },
    turn_down: { zh: '退回修改', en: 'Turn down', from: ['awaiting'], to: 'draft', permission: 'prompt:approve', demands: ['reason'] },
    send: { zh: '发出', en: 'Send', from: ['draft', 'approved'], to: 'sent', permission: 'prompt:write', demands: ['docNumber'] },
    reply: { zh: '回复', en: 'Reply', from: ['sent'], to: 'replied', permission: 'prompt:reply', demands: ['answer'] },
    amend: { zh: '撤回重写', en: 'Take the reply back', from: ['replied'], to: 'sent', permission: 'prompt:reply', demands: [] },
    accept: { zh: '销单', en: 'Accept the reply', from: ['replied'], to: 'closed', permission: 'prompt:write', demands: [] },
    return: { zh: '退回重报', en: 'Give the reply back', from: ['replied'], to: 'sent', permission: 'prompt:write', demands: ['reason'] },
    escalate: { zh: '升级为督办单', en: 'Escalate', from: ['sent', 'replied'], to: 'escalated', permission: 'prompt:write', demands: ['reason'] },
    restore: { zh: '恢复办理', en: 'Wait for a reply again', from: ['escalated'], to: 'sent', permission: 'prompt:write', demands: [] },
    withdraw: { zh: '撤回', en: 'Take back', from: ['sent', 'replied'], to: 'withdrawn', permission: 'prompt:write', demands: ['reason'] },
  },
});

/** State of a prompt. */
export type PromptState = StateOf<typeof promptLifecycle>;
/** Action on a prompt. */
export type PromptAction = ActionOf<typeof promptLifecycle>;

/** How many workdays a unit has to reply, by the kind of the prompt, until the office sets another day. */
export const DEFAULT_REPLY_WORKDAYS = { letter: 5, order: 3 } as const;
