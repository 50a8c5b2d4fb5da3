/** Portal: the own page, check-in, and the leader’s page. */
export const portalMe = {
  me: {
    title: '我的', more: '再看一些（{shown} / {total}）', heading: '我的', description: '我的报名、签到、服务时长和资料。', greeting: '{name}，您好', parts: '这一页的内容', moved: '已改期', welcome: '登记好了，欢迎您！看看下面为您推荐的活动。',
    unregistered: '您还没有登记为志愿者', unregisteredText: '登记以后就可以报名活动、记录服务时长，大约两分钟。',
    next: { short: '下一场', heading: '下一场', none: '目前没有要参加的场次。', find: '去找活动', later: '开始前 60 分钟起，可以在这里签到、签退。', checkedIn: '签到成功', checkedOut: '已签退，辛苦了！时长由负责人确认后记入。', checkOut: '签退' },
    led: { heading: '我负责的现场', open: '打开名单', count: '应到 {expected} 人，已到 {present} 人', hours: { one: '{count} 人的时长待确认', many: '{count} 人的时长待确认' } },
    suggestions: {
      short: '推荐', heading: '为您推荐', none: '眼下没有合适的活动。可以放宽路程、补充有空的时间，或者看看全部活动。', reasons: '推荐理由', against: '请留意：', why: '为什么推荐这个', part: '项目', value: '得分', weight: '分量', points: '小计', score: '合计',
      note: '推荐按公开的规则排列，您可以在“我的资料”里关闭。路程是县（市、区）之间的估计。', principle: '推荐的原则', off: '您已关闭个性化推荐，这里只按日期排列。',
    },
    signups: { short: '报名', heading: '我的报名', none: '还没有要参加的报名。', earlier: '以前的报名', noneEarlier: '没有以前的报名。', reason: '原因：{text}', requestedHint: '主办单位确认后会通知您，请留意消息。' },
    leave: { button: '退出报名', ask: '要退出“{title}”吗？', reason: '原因（可不填）', reasonLate: '离开始不到 24 小时，请写明原因，方便负责人找人接替', reasonNeeded: '请写明原因', confirm: '确认退出', stay: '不退了', done: '已退出“{title}”', stale: '这条报名刚有变动，已为您刷新。' },
    hours: {
      short: '时长', heading: '服务时长', volunteer: '小时志愿服务', work: '小时工作业绩', year: '小时在今年', services: '次服务', toConfirm: { one: '还有 {count} 次的时长等负责人确认', many: '还有 {count} 次的时长等负责人确认' }, none: '还没有服务记录。参加活动、由负责人确认时长后，就会记在这里。', records: '服务记录', hours: '{count} 小时',
      rule: '为什么这样记', reversal: '这是一条冲正记录，更正了之前的一条。', reversed: '这条记录已被更正。', confirmedBy: '确认人：{name}', note: '志愿服务时长和工作业绩分开记，不会相加。记录有误，请联系主办单位更正。',
    },
pools: { short: '队伍', heading: '我的队伍' },
    profile: {
      short: '资料', heading: '我的资料', name: '姓名', number: '志愿者编号', phone: '手机号', bornOn: '出生日期', occupation: '职业', unit: '所在单位', county: '常住地', topics: '关注的主题', availability: '有空的时间', travel: '最远路程', islands: '愿意去海岛', mountains: '愿意去山区', personal: '个性化推荐', personalOn: '已开启', personalOff: '已关闭', pools: '所在队伍',
      languages: '能用的语言', languagesHint: '讲座和活动会用到。', level: '{topic}：熟练程度', monthly: '每月最多服务', monthlyAny: '不限', monthlyHours: '{count} 小时', absences: '没空的日子', absencesHint: '外出、考试等没空的日子，期间不会安排您，也不能报名。', absenceFrom: '从', absenceTo: '到', absenceLine: '{from}至{to}', absenceAdd: '再加一段', stillWilling: '一年过去了，您还愿意继续做科普志愿者吗？不回复的话，过一段时间就不再邀请您。', stay: '愿意继续', stayed: '谢谢您！又可以一起做科普了。', stayOr: '想歇一歇，可以在下面“修改资料”里设置暂停。',
      yes: '愿意', no: '暂不', unsaid: '没有填写', wholeDay: '全天', minutes: '{count} 分钟以内', fixed: '姓名、手机号或出生日期有误，请联系所在县（市、区）办公室更正。', edit: '修改资料', pausedUntil: '您已暂停服务到{day}，期间不会收到推荐，也不能报名。', pause: '暂停服务到', pauseHint: '忙的时候可以暂停，到期自动恢复；要马上恢复，请清空日期。', turnOff: '关闭个性化推荐，只按日期排列',
    },
    notices: { short: '消息', heading: '消息', none: '还没有消息。', new: '新', open: '查看', readAll: '全部标为已读（{count}）' },
    door: { family: '我的家庭', mine: '我的信息', security: '账号与安全', password: '修改密码', leave: '退出登录', changed: '密码已修改，其他设备需要重新登录。' },
  },
  checkIn: {
    title: '签到', heading: '签到', description: '扫现场二维码签到。', in: '已签到', out: '已签退', inText: '请准时开始；{time} 结束后，回到这一页或“我的”签退。', outText: '辛苦了！时长由负责人确认后记入您的服务记录。', checkOut: '现在签退', failed: '没有签上', unknown: '这个签到地址不对。请重新扫现场的二维码，或请负责人在名单上登记。', list: '手机不方便？请负责人在名单上登记，一样有效。',
    code: { label: '六位数字签到码', hint: '扫现场的二维码，或输入负责人念的六位数字。', submit: '签到', short: '请输入六位数字' },
  },
  lead: {
    title: '现场名单', heading: '现场名单', description: '现场负责人的签到名单、签到码和时长确认。', cancelled: '这一场已取消，不用登记，也不会有人被记为缺席。', list: '签到名单', search: '按姓名或编号找人', counts: '应到 {expected} 人：已到 {present}，未到 {absent}，未登记 {open}。', closed: '现在不能登记：开始前 60 分钟起可以登记，时长确认后不再改动。',
    nobody: '这一场还没有录取的志愿者。', notFound: '名单上没有这个人。', unmarked: '未登记', onDuty: '代表单位', recorded: '时长已确认', mark: { present: '到', absent: '未到', left: '离开' }, marked: { present: '{name}：已登记到场', absent: '{name}：已登记未到', left: '{name}：已登记离开', clear: '{name}：已清除登记' },
    undo: '撤销', undone: '{name}：已撤销', notMarked: '{name}没有登记上：{text}', none: '您不是这一场的负责人', noneText: '负责人从开始前一天到结束后三天可以打开这一页。如果应该由您负责，请联系主办单位指定。', failed: '名单暂时打不开', toMe: '回到“我的”',
    code: { show: '出示签到码', hide: '收起签到码', alt: '签到二维码，志愿者用手机扫', digits: '签到数字：', text: '每 {seconds} 秒更换一次，截图发给别人没有用。不方便扫码的，念数字给他，或直接在名单上登记。' },
    hours: {
      heading: '确认时长', later: '活动结束后在这里确认每个人的时长。', none: '没有待确认的时长。', text: '系统按签到、签退提出时长，有出入可以增减；最多为计划时间加 30 分钟。确认后记入服务记录，不能直接修改。', proposed: '按签到算 {count} 分钟', noOut: '没有签退，按计划结束时间算', of: '{name}的时长', less: '减少 {count} 分钟', more: '增加 {count} 分钟', minutes: '{count} 分钟', onDuty: '上班时间代表单位参加', rule: '为什么',
      submit: { one: '确认 {count} 人的时长', many: '确认 {count} 人的时长' }, sure: '确认这些时长吗？', sureText: '{people} 人，共 {hours} 小时，其中 {duty} 人计入工作业绩。确认后不能直接修改。', confirm: '确认', done: '已确认 {people} 人，共 {hours} 小时',
    },
  },
} as const;
