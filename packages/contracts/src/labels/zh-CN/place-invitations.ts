/** 活动邀请: words, history, messages, refusals, and pages. */
export const invitationTerms = {
  placeInvitationStates: { sent: '待答复', accepted: '答应了', declined: '这次不来', lapsed: '没有答复', closed: '已结束' },
  placeInvitationOrigins: { wave: '系统分批', unit: '单位邀请', batch: '批量安排', waiting: '候补轮到' },
  noThanksReasons: { time: '时间不合适', too_far: '太远了', topic: '内容不合适', other: '其他原因' },
  waveRests: { filled: '人够了，不再问', too_early: '离开始还早，先等大家自己报名', too_late: '离开始太近，不再问', nobody_left: '合适的人都问过了，或暂时不宜打扰' },
  keptApart: { place_invitations: '活动邀请和答复，从发出时算起' },
} as const;

/** What the history says. */
export const invitationActions = {
  'place_invitation.sent': '发出活动邀请', 'place_invitation.accepted': '答应邀请', 'place_invitation.declined': '谢绝邀请', 'place_invitation.called_back': '收回邀请', 'place_invitation.preference_set': '设置是否接收邀请', 'signup.held': '为候补的人保留名额', 'signup.passed': '保留的名额到期，让给下一位', 'activity_waves.switched': '设置系统分批邀请',
} as const;
/** Sentences of notices. */
export const invitationNotices = {
  place_invited: '“{title}”想请您来帮忙：{time}，{place}。能来或来不了，都请在{until}前说一声。',
  place_held: '“{title}”有名额了，给您留到{until}：{time}，{place}。还能来吗？',
  signup_passed: '“{title}”（{time}）给您留的名额到时间了，已让给下一位。还想来，可以重新报名。',
} as const;
/** Refusals. */
export const invitationErrors = { 'place_invitation.unknown': '这个邀请链接不完整，或已经过期。登录后可以在“我的”里看到您的邀请。' } as const;

/** The mail and the short message. */
export const invitationWords = {
  heldSubject: '“{title}”有名额了，还能来吗？', heldMail: '{name}您好：\n\n您候补的活动有名额了，先给您留着：\n“{title}” · {position}（{unit}）\n{time}\n{place}\n\n还能不能来，点开下面的链接选一下就行，不用登录：\n{link}\n\n请在 {until} 前答复，到时没有答复就让给下一位。', heldSms: '您候补的“{title}”（{time}，{place}，{unit}）有名额了，还能来吗？请点：{link}',
  subject: '邀请您参加“{title}”', mail: '{name}您好：\n\n{unit}想请您来帮忙：\n“{title}” · {position}\n{time}\n{place}\n\n能来或来不了，点开下面的链接选一下就行，不用登录：\n{link}\n\n请在 {until} 前答复；来不了也没关系。不想再收到邀请，也可以在这个页面上关闭。', sms: '{unit}想请您参加“{title}”（{time}，{place}）。能来或来不了，请点：{link}',
} as const;

/** The back office. */
export const adminInvitations = {
  placeInvitations: {
    invite: '邀请', invite_chosen: '邀请选中的 {count} 人', sent: '已邀请 {count} 人，请等答复。', skipped: '{count} 人没有邀请：', skip_line: '{name}：{why}', choose: '选中{name}', heading: '邀请', none: '还没有邀请过人。', call_back: '收回', called_back: '已收回。', until: '{at}前答复', answered: '{at}答复',
    wave: '第 {count} 批', waves: '系统分批邀请', waves_hint: '打开后，岗位没到最低人数时，系统从最合适的人问起，一批一批问，人够了就停。每人一周最多问两次，夜里不打扰，谢绝后两周内不再问。', on: '已打开', off: '没有打开', switch_on: '打开', switch_off: '关闭', switched: '{name}，{at}',
    missing: '还差 {count} 人', enough: '最低人数已够', tally: '问过 {asked} 人：{yes} 人能来，{no} 人来不了，{open} 人还没答复，{silent} 人没有答复', tally_none: '还没有问过人', next_send: '{at}问 {count} 人', next_send_now: '马上问 {count} 人（10 分钟内）', next_wait: '等答复，{at}再看', would: '如果打开：',
  },
} as const;

/** The portal: the page of a link, and the own invitations. */
export const portalInvited = {
  invited: {
    title: '活动邀请', description: '看看邀请的内容，一下就能答复，不用登录。', hello: '{name}，您好', hello_plain: '您好', asks: '{unit}想请您来帮忙', asks_waiting: '您候补的活动有名额了，给您留着，还能来吗？', what: '做什么', when: '什么时候', where: '在哪里', why: '为什么想到您', until: '请在{time}前答复', details: '看活动详情', yes: '我能来', no: '这次来不了',
    thanks_yes: '太好了，名额已经给您留好，到时候见！', thanks_no: '知道了，谢谢您告诉我们。接下来两周不会再邀请您。', changed: '临时有变化？', change_yes: '我又能来了', change_no: '我来不了了', why_not: '方便的话，说说原因（可以不选）', why_not_late: '离开始不到一天了，请选一个原因，好让对方安排',
    over: { filled: '谢谢您的心意！这次的名额刚刚满了。', started: '谢谢您！这场活动已经开始了。', cancelled: '谢谢您！这场活动取消了。', withdrawn: '谢谢您的心意！这个岗位已经不招人了。', called_back: '谢谢您！这个邀请已经收回，不用来了。' }, lapsed: '已过了答复时间，名额还有，仍然可以来。', alternatives: '还有两个活动也需要人', alternative_one: '还有一个活动也需要人', unknown: '这个链接打不开', unknown_text: '链接不完整，或已经过期。登录后可以在“我的”里看到邀请。', to_me: '到“我的”看看',
    stop: '以后不再邀请我', stopped: '以后不会再邀请您。想再接收，可以在“我的”里打开。', kept: '邀请和答复保存一年。', how: '怎样推荐和邀请',
  },
  myInvited: { heading: '邀请我的活动', short: '邀请', none: '现在没有等您答复的邀请。', answer: '去答复', off: '已关闭邀请，不会再问您。', on: '有合适的活动缺人时，会问您能不能来。', switch_off: '不再邀请我', switch_on: '重新接收邀请', switched: '已保存。' },
} as const;
