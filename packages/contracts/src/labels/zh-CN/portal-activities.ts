/** Portal: activities and their calendar. */
export const portalActivities = {
  free: { cancelled: '已取消', over: '已结束', full: '已满，可候补', places: { one: '还有 {count} 个名额', many: '还有 {count} 个名额' } },
  card: { shifts: { one: '共 {count} 场', many: '共 {count} 场' } },
  list: {
    title: '科普志愿活动', heading: '活动', lead: '讲座、展览、义诊、进社区……挑一场合适的，报名就能去。', description: '{city}近期的科普志愿活动：时间、地点、还有多少名额，都在这里。',
    found: { one: '找到 {count} 个活动', many: '找到 {count} 个活动' }, pages: '翻页', previous: '上一页', next: '下一页', page: '第 {page} 页，共 {last} 页',
    filteredHeading: '没有符合条件的活动', filteredText: '可以少选一个条件，或者换一个时间、换一个县（市、区）再看看。', noneHeading: '近期还没有公布的活动', noneText: '单位发布活动以后就会出现在这里。先登记为志愿者，有合适的活动，登录后就能看到推荐。',
    all: '看全部活动', register: '登记成为志愿者', calendar: '按日历看', mine: '只看我能报的', mineOn: '正在按您的年龄、职业、时间和路程挑选', mineFailed: '暂时挑不出来：{text}', mineNone: '眼下没有您能报的活动', mineNoneText: '可以在“我的资料”里放宽路程、修改有空的时间，或者看看全部活动。',
    mineFound: { one: '您能报的有 {count} 个', many: '您能报的有 {count} 个' }, more: '再看一些',
  },
  filters: {
    label: '查找活动', q: '关键词', hint: '如：急救、防诈骗', county: '县（市、区）', anyCounty: '全市', when: '时间', anyTime: '不限时间', week: '本周', month: '本月', more: '更多条件', any: '不限', kind: '类型', topic: '主题', audience: '面向',
    from: '从哪天', to: '到哪天', free: '只看还有名额的', submit: '查找', chosen: '已选条件', quoted: '“{text}”', since: '{day}起', until: '到{day}', remove: '去掉条件：{name}', clear: '全部清除',
  },
  calendar: {
    heading: '{month}的活动', description: '{city}{month}的科普志愿活动，按日期排列。', shifts: { one: '这个月有 {count} 场', many: '这个月有 {count} 场' }, none: '这个月还没有公布的活动。可以看看前后的月份，或者换一个县（市、区）。',
    months: '前后月份', present: '回到本月', submit: '查看', open: '可报名', full: '已满', cancelled: '已取消', more: { one: '还有 {count} 场', many: '还有 {count} 场' },
  },
  activity: {
    description: '{when}，{where}。{summary}', when: '时间', where: '地点', unit: '主办', audiences: '面向', topics: '主题', programmes: '所属项目', shifts: '场次和岗位', flow_instant: '报名后立即录取，有变动会在“我的”里通知您。', flow_request: '报名后由主办单位确认，结果会在“我的”里通知您。',
    wanted: '需要 {minimum}–{maximum} 人，', wantedExactly: '需要 {maximum} 人，', confirmed: { one: '已录取 {count} 人', many: '已录取 {count} 人' }, waiting: { one: '，候补 {count} 人', many: '，候补 {count} 人' },
    requires: '要求', occupations: '限：{list}', credentials: '需要资质：{list}', pools: '只招：{list}', grants: '完成后获得“{name}”', minAge: '年满 {age} 周岁', paid: '这个岗位有报酬，不计志愿服务时长', shiftCancelled: '这一场取消了：', moved: '改期了（原定 {from}）：', cancelled: '很抱歉，活动取消了：', cancelledText: '（{day}公布）已报名的人不会被记为缺席。',
    risk: '风险和保障', insurance: '保险：{how}', result: '活动结果', turnout: '人次参加', sessions: '场', share: '转给同事、朋友', shareText: '复制下面的文字发到群里，或者让对方扫码。', copy: '复制文字', copied: '已复制，去群里粘贴吧', copyFailed: '没能自动复制，请长按上面的文字复制', qr: '打开这一页的二维码', otherPositions: '同一活动还有名额的岗位',
  },
  signup: {
    start: '报名', startFull: '排队候补', confirmHeading: '报名：{name}', onDuty: '我在上班时间代表单位参加', onDutyHint: '代表单位参加的计入工作业绩，不计志愿服务时长；利用业余时间参加的计入志愿服务时长。', note: '想对主办单位说的话（可不填）', send: '确认报名', sendQueue: '确认排队', cancel: '先不报',
    doneConfirmed: '报名成功，您已被录取', doneConfirmedText: '{time}，请准时到场。到时候在“我的”里签到。', doneRequested: '已收到报名，等主办单位确认', doneRequestedText: '还没有录取。结果会在“我的”里通知您，请留意。', doneWaiting: '已排队候补，您排在第 {place} 位', doneWaitingText: '有人退出时按顺序递补，录取后会通知您。', toMe: '去“我的”看进展',
    fullHeading: '刚刚招满了', fullText: '可以排队候补，有人退出时按顺序递补；也可以看看下面还有名额的岗位。', joinQueue: '排队候补', seeOthers: '看看其他有名额的活动', noAlternatives: '这个活动的其他岗位也满了。', alternative: '{time}，{name}', mineConfirmed: '您已被录取', mineRequested: '已报名，等待确认', mineWaiting: '候补第 {place} 位', mineRefused: '这次没有录取',
    registerFirst: '报名前要先登记为志愿者，两分钟就好。', signInFirst: '请先登录。', failedHeading: '这次没有报上', again: '再试一次', passwordFirst: '请先到“我的”修改初始密码，再来报名。',
  },
  matchingPage: {
    title: '推荐的原则', description: '系统怎样为志愿者推荐活动、为岗位推荐人选：用到哪些信息，各占多少分量，怎样关闭。', lead: '系统按下面的规则为您推荐活动，也为单位排列人选。用到的每一条信息、每一个分量都写在这里。',
    rulesHeading: '先看能不能去', rulesText: '下面任何一条不符合，就不会推荐；报名时也按同样的规则检查，并告诉您差在哪里、怎么办。',
    rules: { age: '年满 18 周岁，或活动欢迎未成年人并有监护人同意；岗位另有年龄要求的从其要求', occupation: '岗位限定职业的，职业相符', proofs: '岗位要求资质的，资质已核实；限定人才队伍的，您是其中一支的成员；都以服务当天为准', clash: '与已录取的场次不冲突，中间来得及赶路', hours: '同一天的服务不超过 8 小时，两天的服务之间至少隔 11 小时', travel: '路程在您设定的范围内；海岛、山区只推荐给愿意去的人', open: '活动已发布、没有取消、还没有开始，您也没有暂停服务' },
    scoreHeading: '再看合不合适', scoreText: '每一项得 0 到 1 分，乘以分量，相加（标“−”的相减），分高的排在前面。', part: '项目', meaning: '怎么算', weight: '分量',
    parts: {
      topic: '活动主题与您关注的主题相同得满分，同一大类得一部分', audience: '您的职业是否适合活动面向的人', availability: '活动时间有多少在您有空的时段里', travel: '路程越近分越高，超过您设定的上限不推荐', wish: '您参加过的活动类型', growth: '您还没有试过的活动类型', need: '岗位离最低人数还差多少，乘以时间紧迫程度',
      rural: '农村、山区、海岛的活动加分，让偏远地方也有人去', first_service: '还没有服务过的人，给一次机会', connections: '已有很多人报名的岗位减分，把人引到缺人的地方', load: '最近 30 天服务很多的人减分，请您歇一歇', reliability: '一年内录取后没来的次数，平滑计算，最多减一半；只在系统选人邀请时用，名单的分数和先后都看不出来',
    },
    version: '现行版本：第 {version} 版，{day}起。', unknown: '现行的分量暂时读不到，请过一会儿再看。', tiesHeading: '分数相同怎么办', ties: '很久没有被问到的人在前；仍然相同的，按编号。同样的数据总是得到同样的顺序，没有随机，也没有人能出钱排前。',
    invitingHeading: '人不够时怎样邀请', inviting: '单位可以让系统分批邀请：从最合适、最近没被打扰的人问起，一批能补满就不再多问，人够了就停；每人一周最多问两次，晚上 10 点到早上 8 点不问，谢绝后 14 天内不再问。邀请只是问一声，不答复、来不了都不影响以后；在邀请的页面或“我的”里可以随时关闭。', rightsHeading: '您可以', rights: { off: '随时在“我的资料”里关闭个性化推荐；关闭后只按日期排列，不影响报名和录取', reasons: '看到每条推荐的理由，以及每一项得了多少分；守约情况只用于分先后，不显示', person: '放心：系统只排顺序，不会自动拒绝任何人；录取或不录取由单位的人决定，并说明理由', same: '要求删除用于推荐的主题、时段等信息', ask: '对推荐有疑问，联系页脚的主办单位' }, toMe: '看看给我的推荐',
  },
} as const;
