/** The yearly statistics of pools and of volunteers: workbooks and pages. */
export const statisticsWords = {
  talentTitle: '{pool}{year}年度名册、菜单和服务统计', volunteerTitle: '科技志愿者统计表（{from} 至 {to}）', roster: '名册', menu: '讲座菜单', services: '服务统计', records: '依据', ranking: '服务时长排行', key: '识别码', name: '姓名', unit: '单位', county: '县（市、区）', from: '起聘日期', to: '止聘日期', open: '长期', letter: '聘书编号', talks: '在菜单的题目', orders: '点单', done: '已开讲', people: '受众人次', minutes: '服务分钟', talk: '题目', length: '时长（分钟）', unfilled: '暂无讲师承接', total: '合计',
  order: '点单编号', lecturerKey: '讲师识别码', talkKey: '题目识别码', day: '日期', place: '地点', state: '状态', registered: '在册人数', joined: '新增', served: '有服务人数', volunteerMinutes: '志愿服务分钟', rank: '名次', volunteerNumber: '志愿者编号', noUnit: '无单位', certificates: '志愿服务记录证明', certificateUnit: '出具单位', issued: '出具份数', paperAsOf: '（数据截至{day}）', paperSpan: '（{from}至{to}）',
  talentPaper: '{year}年度，{pool}在册{lecturers}人，在菜单的讲座题目{talks}个。全年收到点单{orders}个，已开讲{done}场，受众{people}人次，讲师服务{minutes}分钟；暂无讲师承接的点单{unfilled}个。名册、讲座菜单和各县（市、区）服务情况见以下各表。',
  talentPaperBasis: '在册人数按聘期计，同一人只计一次；场次按已开讲的点单计，受众人次按活动结项核定数计，服务时长按服务记录计。每个数字都可以在系统的年度统计里逐条查到依据。',
  volunteerPaperTitle: '科技志愿者统计表', volunteerPaper: '截至{day}，在册科技志愿者{registered}人，其中这一时段新增{joined}人。这一时段有{served}人提供服务，共{services}人次，志愿服务时长{minutes}分钟（约{hours}小时），出具志愿服务记录证明{certificates}份。按县（市、区）、单位、职业、年龄段的情况和服务时长排行见以下各表。',
  volunteerPaperBasis: '服务人次和时长按志愿服务时长台账计，已撤回的记录不计；本职工作计入工作业绩，不在此列。未成年人只计数，不列姓名。', rankingNote: '只列成年志愿者。', by: { county: '按县（市、区）', unit: '按单位', occupation: '按职业', ageBand: '按年龄段' },
} as const;

/** What the history says. */
export const statisticsActions = { 'talent_statistics.exported': '导出队伍年度统计', 'volunteer_statistics.exported': '导出志愿者统计' } as const;

/** The back office. */
export const adminStatistics = {
  statistics: {
    title: '年度统计', subtitle: '队伍的名册、菜单和服务统计，科技志愿者统计表和服务时长排行。每个数字都能点开看依据。', tab_talents: '人才队伍', tab_volunteers: '科技志愿者', year: '年份', half: '时段', halves: { year: '全年', first: '上半年', second: '下半年' }, pool: '队伍', export: '导出 Excel', export_paper: '导出 Word', lecturers: '在册人数', records_of: '“{name}”的依据', none: '这一时段没有记录', none_hint: '请换一个年份或队伍。', no_pool: '请选择队伍', open_records: '{name}：{value}，查看依据', minor: '未成年人', close: '关闭', more: '显示更多（共 {count} 条）',
  },
} as const;
