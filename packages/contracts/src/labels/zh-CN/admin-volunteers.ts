/** Back office: volunteers, pools, records, matching. */
export const adminVolunteers = {
  volunteers: {
    one: '志愿者', subtitle: '为了保护隐私，这里不显示联系方式；需要联系时由系统发送通知。', search: '搜索（姓名、拼音首字母、志愿者号）', empty: '没有符合条件的志愿者', empty_hint: '换个条件再找。', name: '姓名', occupation: '职业', unit: '所在单位', unit_optional: '所在单位（选填）', topics: '关注的主题', pools: '所在队伍', age: '年龄段', since: '登记时间',
    level: '熟练程度', language: '语言', languages: '语言', monthly: '每月最多', monthly_hours: '{count} 小时', no_limit: '不限', absences: '没空的日子', willingness: '服务意愿', topic_level: '{topic}（{level}）',
    active: '可以服务', paused: '暂停服务', paused_until: '暂停到{day}', served: '服务情况', served_sum: '{count} 次 · {time}', services: '次服务', on_behalf: '代为登记', registered_by: '由{name}代为登记：{note}', availability: '有空的时间', no_time: '没有填写有空的时间。', no_contact: '联系方式不在这里显示。', no_pools: '还没有加入队伍。', signups: '报名', history: '履历', history_more: '显示更多（共 {count} 条）', events: { registered: '注册成为志愿者', standing: '登记状态', term_begun: '开始聘期：', term_ended: '聘期结束：', credential_confirmed: '资质已核实：', credential_returned: '资质被退回：', credential_expired: '资质已到期：', service: '参加服务：' }, credentials: '资质', no_credentials: '没有资质。', talks: '讲座题目', no_talks: '没有讲座题目。', orders: '承接的点单', no_orders: '没有承接点单。', nominations: '入队推荐', no_nominations: '没有推荐记录。', holds: '持有资质', away: '哪天外出', no_signups: '没有报名记录。', no_records: '没有服务记录。',
    register: '代为登记', register_hint: '适用于打电话或当面提出、自己不方便上网的人，例如村里的联系人、老人。', register_submit: '登记', registered: '已登记{name}，志愿者号 {number}', part_who: '基本情况', part_wishes: '服务意愿', part_consent: '本人同意', phone_hint: '用于通知和登录，加密保存。', born_on: '出生日期', born_hint: '须年满 18 周岁。', too_young: '目前只接受年满 18 周岁的志愿者',
    availability_hint: '点选有空的时间；不确定可以不填。', travel_limit: '最远愿意走多少分钟', to_islands: '愿意去海岛', to_mountains: '愿意去山区', consent: '怎样同意的', consent_hint: '写明日期、方式和是否听过隐私说明，会留存备查。', consent_first: '请先向本人说明用途，并得到同意。',
    consent_notes: { phone: '本人来电要求登记，已口头告知个人信息用途，本人同意。', person: '本人当面要求登记，已看过隐私说明并同意。', family: '由家人陪同办理，本人在场并表示同意。' },
  },
  pools: {
    one: '队伍', subtitle: '科普讲师团、科技志愿者等队伍。人数会计入相应任务的指标。', empty: '还没有队伍', members: '{count} 人', list: '队伍成员', nobody: '还没有成员', nobody_hint: '点“加入成员”，从志愿者中选择。', take_in: '加入成员', take_in_title: '加入“{pool}”', taken_in: '已加入', join: '加入队伍', join_title: '{name}加入队伍',
    end: '退出', end_title: '{name}退出“{pool}”？', end_explained: '历史保留，人数从这一天起减少；已经续聘、还没开始的聘期一并终止。', end_on: '从哪天起不再是成员', ended: '已退出', reasons: { wish: '本人申请退出', term: '聘期已满', moved: '工作调动' },
  },
  records: {
    subtitle: '志愿服务时长和工作业绩分开记账。每条记录只增不改，有误用冲正更正。', empty: '没有符合条件的记录', empty_hint: '活动结束后在“现场”确认时长，就会记在这里。', day: '服务日期', activity: '活动和岗位', time: '时长', ledger: '记入', confirmed: '确认人', corrections: '更正记录', only_corrections: '只看更正', no_corrections: '不看更正', reversal: '冲正', reversed: '已更正',
    reverse: '更正', reverse_title: '更正{name}的记录', reverse_explained: '原记录：{activity}，{time}，{ledger}。原记录不会删除，会加一条相反的记录抵消它。', what: '更正成什么', instead: '改为其他时长或账目', instead_hint: '抵消原记录，再记一条正确的。', nothing: '全部取消', nothing_hint: '这次服务不应计入。', reason_hint: '本人会看到，请写清楚。', corrected: '已更正', corrected_hint: '现在账上有这几条，合计就是更正后的结果。',
  },
  weights: {
    subtitle: '系统怎样给人选排序，公开在这里。分数只供参考，由人决定。', version: '第 {version} 版', present: '现行权重', parts: '各项权重', versions: '历次调整', none: '还没有设定权重', change: '调整权重', change_explained: '保存后成为第 {version} 版，立即用于新的排序；以前的版本保留。', changed: '新权重已生效', sum: '最高可得 {most} 分，最多扣 {off} 分。', note: '为什么调整', note_hint: '会公开显示，例如：提高山区海岛活动的优先程度。',
    hints: {
      topic: '活动主题是不是本人关注的。', audience: '职业适不适合活动面向的人群。', availability: '活动时间是不是本人有空的时间。', travel: '路程越近越高，超过本人限度不安排。', wish: '参加过同类活动，说明愿意。', growth: '没参加过的类型，给一次尝试的机会。', need: '缺人越多、越临近，越高。', rural: '山区、海岛和乡村的活动优先。', first_service: '还没有服务过的人优先给机会。',
      connections: '报名的人已经多了，就让位给缺人的。', load: '最近服务多了，适当休息。', reliability: '一年内录取后没来的次数，平滑计算，最低算一半。只在分批邀请和统筹安排时用，名单的分数和先后都看不出来。',
    },
  },
} as const;
