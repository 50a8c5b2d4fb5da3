import { defineLifecycle, type ActionOf, type StateOf } from './lifecycle.js';

/** Team (服务队). Whoever keeps it forms it, names who leads and lets it serve; it is asked and comes while it is active, and its history stays when it is over. */
export const teamLifecycle = defineLifecycle({
  object: 'team',
  title: { zh: '服务队', en: 'Team' },
  states: {
    forming: { zh: '组建中', en: 'gathers its people' },
    active: { zh: '服务中', en: 'serves' },
    paused: { zh: '暂停', en: 'rests, with the reason' },
    disbanded: { zh: '已解散', en: 'is over; what it did stays' },
  },
  initial: 'forming',
  actions: {
    activate: { zh: '启用', en: 'Let it serve', from: ['forming', 'paused'], to: 'active', permission: 'team:write', demands: [] },
    pause: { zh: '暂停', en: 'Let it rest', from: ['active'], to: 'paused', permission: 'team:write', demands: ['reason'] },
    disband: { zh: '解散', en: 'Disband', from: ['forming', 'active', 'paused'], to: 'disbanded', permission: 'team:write', demands: ['reason'] },
  },
});

/** Membership of a team (队员). One row however often somebody comes and goes; a minor is in it by a guardian's word. */
export const teamMemberLifecycle = defineLifecycle({
  object: 'team_member',
  title: { zh: '队员', en: 'Membership of a team' },
  states: {
    invited: { zh: '已邀请', en: 'the team asks' },
    consent: { zh: '待监护人同意', en: 'a guardian has to agree' },
    member: { zh: '队员', en: 'is in it' },
    declined: { zh: '未加入', en: 'did not want, or a guardian did not' },
    left: { zh: '已离队', en: 'left or was taken out' },
  },
  initial: 'invited',
  actions: {
    invite: { zh: '邀请', en: 'Ask again', from: ['declined', 'left'], to: 'invited', permission: 'team:write', demands: [] },
    join: { zh: '加入', en: 'Join', from: ['invited', 'declined', 'left'], to: 'member', permission: 'self', demands: [] },
    ask: { zh: '请监护人同意', en: 'Ask a guardian', from: ['invited', 'declined', 'left'], to: 'consent', permission: 'self', demands: [] },
    agree: { zh: '监护人同意', en: 'Agree as the guardian', from: ['consent'], to: 'member', permission: 'self', demands: [] },
    decline: { zh: '不加入', en: 'Decline', from: ['invited', 'consent'], to: 'declined', permission: 'self', demands: [] },
    leave: { zh: '离队', en: 'Leave', from: ['member', 'consent'], to: 'left', permission: 'self', demands: [] },
    remove: { zh: '移出', en: 'Take out', from: ['invited', 'consent', 'member'], to: 'left', permission: 'team:write', demands: ['reason'] },
  },
});

/** Sign-up of a team (整队报名): one for the unit, while each place in it is a person's own sign-up. */
export const teamSignupLifecycle = defineLifecycle({
  object: 'team_signup',
  title: { zh: '整队报名', en: 'Sign-up of a team' },
  states: {
    invited: { zh: '已邀请', en: 'a unit asks the team' },
    coming: { zh: '参加', en: 'comes; each place belongs to a person' },
    declined: { zh: '不参加', en: 'does not come' },
    cancelled: { zh: '已取消', en: 'called off as one' },
    retracted: { zh: '邀请已收回', en: 'the unit took its question back' },
    refused: { zh: '未录取', en: 'the unit has no place for it, with the reason' },
  },
  initial: 'invited',
  actions: {
    invite: { zh: '再次邀请', en: 'Ask again', from: ['declined', 'cancelled', 'retracted', 'refused'], to: 'invited', permission: 'signup:decide', demands: [] },
    come: { zh: '整队报名', en: 'Come', from: ['invited', 'coming', 'declined', 'cancelled', 'retracted'], to: 'coming', permission: 'self', demands: [] },
    decline: { zh: '不参加', en: 'Decline', from: ['invited'], to: 'declined', permission: 'self', demands: [] },
    call_off: { zh: '整队取消', en: 'Call off', from: ['coming'], to: 'cancelled', permission: 'self', demands: [] },
    retract: { zh: '收回邀请', en: 'Take the question back', from: ['invited'], to: 'retracted', permission: 'signup:decide', demands: [] },
    refuse: { zh: '不予录取', en: 'Refuse', from: ['coming'], to: 'refused', permission: 'signup:decide', demands: ['reason'] },
  },
});

/** State of a team. */
export type TeamState = StateOf<typeof teamLifecycle>;
/** Action on a team. */
export type TeamAction = ActionOf<typeof teamLifecycle>;
/** State of a membership. */
export type TeamMemberState = StateOf<typeof teamMemberLifecycle>;
/** Action on a membership. */
export type TeamMemberAction = ActionOf<typeof teamMemberLifecycle>;
/** State of a team's sign-up. */
export type TeamSignupState = StateOf<typeof teamSignupLifecycle>;
/** Action on a team's sign-up. */
export type TeamSignupAction = ActionOf<typeof teamSignupLifecycle>;
