/** The days of a plan and what changed: words, documents and pages. */
export const courseTerms = {
  timelineKinds: { theme_day: '主题日', item: '任务时限', measure: '指标时限', report: '进展报送', activity: '活动', prompt: '提示督办回复', sign_by: '签收期限' },
  timelineStates: { ahead: '未到', done: '已完成', late: '逾期', over: '已过' },
  changeKinds: { light: '亮灯变化', number: '数字变化', signed: '签收', report: '进展报送', activity: '活动', work_entry: '工作台账', close_out: '销号', adjustment: '延期和调整', prompt: '提示督办', edition: '文件修订' },
  changeOutcomes: { signed: '已签收', submitted: '已报送', accepted: '已审核通过', returned: '已退回', closed_out: '已销号', reopened: '重新打开', granted: '已同意', said: '口头指示', sent: '已发出', replied: '已回复', closed: '已办结', completed: '已结项', issued: '已发布', better: '变好', worse: '变差', more: '增加', less: '减少' },
} as const;

/** What the history says. */
export const courseActions = { 'plan_changes.exported': '导出了变化清单', 'plan.calendar_exported': '导出了日历', 'plan.whole_exported': '导出了整套数据' } as const;

/** What stands in the sheet. */
export const courseDocuments = {
  signBy: '签收期限', changes: '变化清单', changeDay: '日期', changeKind: '类别', changeOutcome: '结果', changeTitle: '内容', changeAmount: '数量', changeRecords: '依据条数', changeLight: '{from} → {to}', changeOf: '{metric} {quantity}', lightUnseen: '未记录',
} as const;

/** Pages of the back office. */
export const adminCourse = {
  course: {
    timeline: '全年日程', calendar: '下载日历', calendar_hint: '导入手机、电脑日历（.ics），按当前筛选。', timeline_hint: '主题日、任务和指标时限、报送截止、活动和回复期限，都在这里按日子排开。', months: '按月看', month: '{month}月', month_count: '{month}月，{count} 件，逾期 {late} 件', month_late: '逾期 {count}', whole_year: '全年', kind: '类别', state: '情况', any: '全部', unit: '责任单位', programme: '项目', none: '这段时间没有日程', none_hint: '换一个月份，或者清除筛选条件。',
    undated: '另有 {count} 项任务没有写明时限，按年底（12月31日）掌握，可在“任务”中查看。', units: '{unit}等 {count} 个单位', until: '{from}—{to}',
    changes: '最近变化', changes_hint: '从所选日期零点起，亮灯、数字、签收、报送、活动和销号有哪些变化。亮灯和数字只说净变化，其余逐条列出。', since: '从哪天起', since_week: '近一周', since_month: '近一个月', since_quarter: '近三个月', since_issued: '印发以来', no_changes: '这段时间没有变化', no_changes_hint: '把起始日期往前挪，或者清除筛选条件。', export: '导出变化清单', count: '{kind} {count}', records: '{count} 条依据', as_of: '截至 {day}。', amount: '{metric} {quantity}',
    part_unit: '责任单位：{name}', part_programme: '项目：{name}', back: '返回矩阵', items: '任务', items_count: '{count} 项', measures: '指标', numbers: '推进情况', next: '接下来', next_none: '两个月内没有到期的事项。', all_days: '看全年日程', all_changes: '看全部变化', all_lights: '看全部进度灯', all_measures: '看全部指标', recent: '近一个月变化', not_here: '这份文件里没有这个单位或项目', not_here_hint: '可能在修订中已经调出，请回到矩阵查看。', red_first: '需要关注', calm: '没有红灯和黄灯', calm_hint: '各项任务都在正常推进。',
    board: '一图总览', board_title: '{year}年目标任务总览', board_none: '还没有已下发的分解表', board_none_hint: '下发后，这里先列红灯，再看各项行动、单位和指标。', programmes: '各项行动', units_title: '责任单位', bar: '红 {red}，黄 {yellow}，绿 {green}，蓝 {blue}，灰 {grey}', targets: '有数量要求的指标', targets_none: '还没有设定有数量要求的指标。', days_title: '近期日程', go_plan: '打开分解表', unit_order: '按签收文件顺序排列，不是排名。',
  },
} as const;
