/** 服务队: words, messages, history, refusals and pages. */
/** Words. */
export const teamTerms = {
  teamStates: { forming: '组建中', active: '服务中', paused: '暂停', disbanded: '已解散' },
  teamMemberStates: { invited: '已邀请', consent: '待监护人同意', member: '队员', declined: '未加入', left: '已离队' },
  teamSignupStates: { invited: '已邀请', coming: '参加', declined: '不参加', cancelled: '已取消', retracted: '邀请已收回', refused: '未录取' },
  teamBlocks: { overlap: '这个时间已有别的活动', exists: '已经报过这个岗位', refused: '这个岗位没有录取', consent: '要监护人先同意', age: '年龄不符合', requirement: '不符合岗位要求', time: '时间安排不合适', left: '已不能参加', full: '没有名额了', other: '目前不能报名' },
  teamFields: { unit: '单位', kind: '类型', leader: '队长', member: '队员', position: '岗位', team: '服务队' },
} as const;

/** Sentences of notices. */
export const teamNotices = {
  team_invited: '“{title}”邀请您加入。请到“我的服务队”答复。', team_joined: '{name}加入了“{title}”。', team_left: '{name}离开了“{title}”。', team_dismissed: '您已不在“{title}”：{text}', team_led: '您现在是“{title}”的队长。', team_paused: '“{title}”暂停活动：{text}', team_disbanded: '“{title}”已解散：{text}', team_child_asks: '{name}想加入“{title}”，请您决定是否同意。', team_asked: '“{title}”（{time}）邀请“{name}”参加，请答复。', team_comes: '“{name}”报名参加“{title}”（{time}）。', team_declined: '“{name}”不参加“{title}”（{time}）。{text}', team_called_off: '“{name}”取消参加“{title}”（{time}）。{text}', team_refused: '“{title}”（{time}）没有录取“{name}”：{text}', team_taken_along: '“{name}”的队长为您报名了“{title}”（{time}）。不能去的，请在“我的”里退出。',
  team_consent_wanted: '“{name}”要参加“{title}”（{time}），孩子参加要监护人先同意这次活动。',
} as const;

/** What the history says. */
export const teamActions = {
  'team_kind.created': '新增服务队类型', 'team_kind.changed': '修改服务队类型', 'team.created': '组建服务队', 'team.changed': '修改服务队', 'team.leader_set': '指定队长', 'team.code_renewed': '更换入队码', 'team.activate': '启用服务队', 'team.pause': '暂停服务队', 'team.disband': '解散服务队', 'team.invited': '邀请入队', 'team.joined': '加入服务队', 'team.consent_asked': '申请入队，等监护人同意', 'team.member_invite': '邀请入队', 'team.member_join': '接受邀请入队', 'team.member_ask': '接受邀请，等监护人同意', 'team.member_agree': '监护人同意入队', 'team.member_decline': '没有加入', 'team.member_leave': '离队', 'team.member_remove': '移出服务队', 'teams.exported': '导出服务队', 'team_signup.invited': '邀请服务队',
  'team_signup.came': '整队报名', 'team_signup.declined': '服务队不参加', 'team_signup.called_off': '整队取消', 'team_signup.retracted': '收回对服务队的邀请', 'team_signup.confirmed': '录取服务队', 'team_signup.refused': '没有录取服务队',
} as const;

/** Refusals. */
export const teamErrors = {
  'team.name_taken': '已有同名的，请换一个名称。', 'team.no_leader': '请先指定队长：要先有成年队员。', 'team.leader_minor': '队长要由成年队员担任。', 'team.leader_leaves': '队长不能直接离队，请先把队长交给别人。', 'team.member_exists': '已经在这支队伍里，或已经收到邀请。', 'team.members_full': '一支队伍最多 {count} 人。', 'team.closed': '这支队伍已经解散。', 'team.not_active': '这支队伍现在没有在服务，不能报名。', 'team.signed_up': '这支队伍已经收到邀请、已经报名，或没有被录取。', 'team.comes': '这支队伍还报名了 {count} 场没结束的活动，请先取消。',
} as const;

/** What stands in the workbook. */
export const teamDocuments = {
  teamSheet: '服务队',
  teamColumns: { name: '名称', kind: '类型', unit: '单位', leader: '队长', state: '状态', members: '队员数', activities: '参加活动（场）', people: '服务人数', hours: '服务时长（小时）', about: '简介', reason: '暂停或解散的原因' },
} as const;

/** The back office. */
export const adminTeams = {
  teams: {
    title: '服务队', subtitle: '服务队、巡演队、先锋岗等，整队报名，每个名额都落到人。', search: '搜索名称、拼音首字母', none: '没有符合条件的服务队', none_hint: '点“组建服务队”，再请志愿者加入。', export: '导出表格', kinds: '类型', summary: '各单位服务队情况', summary_hint: '今年的活动和时长，按服务记录统计。', name: '名称', kind: '类型', unit: '单位', leader: '队长', no_leader: '还没有队长', leaderless: '队长', leaderless_yes: '还没有队长的', state: '状态', members: '队员', members_n: '{count} 人', about: '简介', activities: '活动', activities_n: '{count} 场', hours: '时长', hours_n: '{count} 小时', people: '服务人数', created: '组建时间', active: '服务中', teams: '队伍', create: '组建服务队', created_done: '已组建，请邀请队员并指定队长。', edit: '修改', save: '保存',
    saved: '已保存', activate: '启用', activated: '已启用，可以整队报名。', pause: '暂停', paused: '已暂停，队员会收到消息。', disband: '解散', disbanded: '已解散，队员会收到消息。', disband_hint: '解散后不能恢复，服务记录保留。', reason_line: '原因：{reason}',
    reasons: { season: '暂时没有活动', people: '人手不足', merged: '并入别的队伍', over: '任务已完成' },
    set_leader: '指定队长', leader_set: '已指定，队长会收到消息。', leader_hint: '要是成年队员。队长可以邀请队员、为队伍报名。', invite: '邀请队员', invited: '已邀请，等本人接受。', invite_hint: '本人接受后才是队员；未成年人还要监护人同意。队长也可以发入队码。', volunteer: '志愿者', number: '志愿者编号', remove: '移出', remove_title: '把{name}移出队伍', removed: '已移出，本人会收到消息。',
    remove_reasons: { asked: '本人要求', moved: '已调离', away: '长期没有参加' },
    joined: '加入时间', services: '随队服务', services_n: '{count} 次', leads: '队长', minor: '未成年', no_members: '还没有队员', where: '整队报名', no_signups: '还没有整队报名', when: '时间', activity: '活动', position: '岗位', places: '人数', places_n: '{confirmed} 人录取', waiting_n: '{count} 人候补', requested_n: '{count} 人待确认', pending_n: '{count} 人等监护人同意', at_activity: '服务队', at_activity_hint: '一支队伍算一个整体，名额按人计算。', ask_team: '邀请服务队', asked: '已邀请，等队长答复。', ask_hint: '全市正在服务的队伍都可以邀请。', team: '服务队', note: '说明', retract: '收回邀请', retracted: '已收回', confirm: '整队录取', confirmed: '已录取', confirm_left: '没有录取：{names}', refuse: '不予录取', refuse_title: '不录取“{name}”',
    refused: '已告知队长和队员。',
    refuse_reasons: { full: '名额已满', fits: '岗位要求不合适' },
    with_team: '随“{name}”', kinds_title: '服务队类型', kinds_subtitle: '类型由市办公室管理，停用后不能新组建。', add_kind: '新增类型', kind_added: '已新增', closed: '停用', close_kind: '停用', open_kind: '启用', kind_note: '说明', place: '排序',
  },
} as const;

/** The portal. */
export const portalTeams = {
  myTeams: {
    heading: '我的服务队', description: '我参加和带领的服务队。', none: '您还没有加入服务队。有入队码的，填在下面。', code: '入队码', codeHint: '队长发给您的 10 位码。', look: '查看队伍', loading: '正在办理…', invitedBy: '邀请您加入', accept: '加入', decline: '不加入', accepted: '已加入。', acceptedMinor: '已请监护人决定。', declined: '已答复。', waits: '等监护人同意', leads: '我是队长', leader: '队长：{name}', noLeader: '还没有队长', members: '{count} 名队员', served: '一起参加 {activities} 场活动，{people} 人服务 {hours} 小时', leave: '离开队伍', leaveReason: '原因（选填）', leaveSure: '确定离开', left: '您已离开队伍。', cancel: '返回', open: '管理队伍', children: '孩子的服务队', childAsks: '{name}想加入这支队伍', childIn: '{name}在这支队伍里', agree: '同意',
    refuse: '不同意', takeOut: '让孩子离队', agreed: '已同意，孩子加入了队伍。每次活动还会再请您同意。', refused: '已答复。', way: '邀请队员', wayText: '把链接、二维码或入队码发给要邀请的人。', copy: '复制链接', copied: '已复制', renew: '换一个入队码', renewed: '已更换，原来的码不能再用。', qr: '入队二维码', people: '队员', minor: '未成年', dismiss: '移出', dismissReason: '移出的原因（本人会看到）', dismissed: '已移出。', handOver: '设为队长', handedOver: '已移交队长。', asked: '邀请队伍参加', goes: '队伍要参加的活动', nothing: '没有要参加的活动。到活动页点“整队报名”。', find: '找活动', acceptAll: '能去的都去', choose: '挑选队员', notComing: '不参加', callOff: '整队取消', callOffReason: '取消的原因（离开始不到一天的必须填）', calledOff: '已整队取消。', counts: '{confirmed} 人录取，{waiting} 人候补，{requested} 人待确认',
    consentWaits: '等监护人同意', cancelledShift: '这场活动已取消', signUp: '整队报名', pick: '选择参加的队员', pickText: '每人各占一个名额，还剩 {count} 个。', wait: '名额不够时，排在后面的候补', send: '报名', done: '已为 {count} 人报名。', notDone: '没有人能报名，原因见下面。', notThese: '没有报上名：{names}', because: '{name}（{reason}）', already: '已报名', noLed: '您没有带领的服务队。', notActive: '队伍现在没有在服务，不能报名。', back: '我的服务队',
  },
  teamDoor: { heading: '加入服务队', description: '用入队码加入科普服务队。', text: '登录后可以看到这支队伍，并加入。', join: '加入这支队伍', minorText: '您未满 18 周岁，加入要监护人同意。', joined: '您已在这支队伍里。', done: '已加入。', doneMinor: '已请监护人决定。', gone: '这个入队码不能用了，请向队长要新的。', toTeams: '我的服务队' },
} as const;
