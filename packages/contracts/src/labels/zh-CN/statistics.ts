/** The yearly statistics of pools and of volunteers: workbooks and pages. */
export const statisticsWords = {
  talentTitle: '{pool}{year}年度名册、菜单和服务统计', volunteerTitle: '科技志愿者统计表（{from} 至 {to}）', roster: '名册', menu: '讲座菜单', services: '服务统计', records: '依据', ranking: '服务时长排行', key: '识别码', name: '姓名', unit: '单位', county: '县（市、区）', from: '起聘日期', to: '止聘日期', open: '长期', letter: '聘书编号', talks: '在菜单的题目', orders: '点单', done: '已开讲', people: '受众人次', minutes: '服务分钟', talk: '题目', length: '时长（分钟）', unfilled: '暂无讲师承接', total: '合计',
  order: '点单编号', lecturerKey: '讲师识别码', talkKey: '题目识别码', day: '日期', place: '地点', state: '状态', registered: '在册人数', joined: '新增', served: '有服务人数', volunteerMinutes: '志愿服务分钟', rank: '名次', volunteerNumber: '志愿者编号', noUnit: '无单位', by: { county: '按县（市、区）', unit: '按单位', occupation: '按职业', ageBand: '按年龄段' },
} as const;

/** What the history says. */
export const statisticsActions = { 'talent_statistics.exported': '导出队伍年度统计', 'volunteer_statistics.exported': '导出志愿者统计' } as const;

/** The back office. */
export const adminStatistics = {
  statistics: {
    title: '年度统计', subtitle: '队伍的名册、菜单和服务统计，科技志愿者统计表和服务时长排行。每个数字都能点开看依据。', tab_talents: '人才队伍', tab_volunteers: '科技志愿者', year: '年份', half: '时段', halves: { year: '全年', first: '上半年', second: '下半年' }, pool: '队伍', export: '导出 Excel', lecturers: '在册人数', records_of: '“{name}”的依据', none: '这一时段没有记录', none_hint: '请换一个年份或队伍。', no_pool: '请选择队伍', open_records: '{name}：{value}，查看依据', minor: '未成年人', close: '关闭', more: '显示更多（共 {count} 条）', anybody: '全部',
  },
} as const;
