/** Periodic reports: words, messages, history, refusals and the sheet. */
export const reportTerms = {
  reportPeriodKinds: { half_year: '半年', year: '全年', quarter: '季度', month: '月', scheme: '实施方案' },
  reportPeriodNames: { half_year: '上半年', year: '全年', quarter: '第{number}季度', month: '{number}月', scheme: '实施方案' },
  reportPeriodStates: { open: '填报中', locked: '已锁定' },
  unitReportStates: { draft: '草稿', checking: '待本单位审核', submitted: '已报送', returned: '已退回', accepted: '已通过', locked: '已锁定', asking: '申请更正' },
  unitReportStatuses: { not_begun: '未填', draft: '草稿', checking: '待本单位审核', submitted: '已报送', returned: '已退回', accepted: '已通过', locked: '已锁定', asking: '申请更正' },
} as const;

/** Sentences of notices about reports. */
export const reportNotices = {
  report_opened: '《{title}》{period}进展开始填报，请于 {day} 前报送。', report_due: '《{title}》{period}进展还没有报送，请于 {day} 前报送。', unit_report_checking: '{unit}的{period}进展已填好，请审核后报送。', unit_report_sent_back: '{period}进展被本单位审核人退回：{text}',
  unit_report_returned: '{period}进展被退回，请于 {day} 前重新报送：{text}', unit_report_accepted: '{period}进展已通过，感谢填报。', correction_asked: '{unit}申请更正{period}进展：{text}', correction_allowed: '{period}进展可以更正了，改好后请重新报送。', correction_refused: '{period}进展没有同意更正：{text}',
} as const;

/** What the history of a report says. */
export const reportActions = {
  'report_period.created': '开放填报', 'report_period.changed': '修改填报时间', 'report_period.deleted': '删除填报期', 'report_period.locked': '锁定填报期', 'unit_reports.exported': '导出了进展汇总',
  'unit_report.begun': '开始填报', 'unit_report.saved': '保存', 'unit_report.handed_over': '交本单位审核人', 'unit_report.sent_back': '退给填报人', 'unit_report.submitted': '报送', 'unit_report.recalled': '撤回', 'unit_report.accepted': '通过', 'unit_report.returned': '退回', 'unit_report.locked': '锁定',
  'unit_report.correction_asked': '申请更正', 'unit_report.correction_allowed': '同意更正', 'unit_report.correction_refused': '不同意更正', 'unit_report.corrected': '更正', 'unit_report.moved': '随单位合并转移',
} as const;

/** Refusals about reports. */
export const reportErrors = {
  'report_period.exists': '这个填报期已经有了，请直接打开“{name}”。', 'report_period.in_use': '已有单位填报，起止日期不能再改、也不能删除；截止日期只能往后延。', 'report_period.not_open': '还没到填报时间，{day} 开始填报。', 'report_period.locked': '这个填报期已锁定。需要修改的，请“申请更正”并写明原因。',
  'report_period.missing': '还有 {count} 家没有通过。仍要锁定的，请写明原因。', 'unit_report.nothing_to_report': '您单位在这个填报期没有需要填报的任务。', 'unit_report.incomplete': '还有 {count} 项没有填。写上进展，或点“没有新进展”，再报送。',
  'unit_report.needs_approver': '您单位有审核人（{names}），请点“交审核人”，由审核人报送。', 'unit_report.no_approver': '您单位没有设审核人，请联络员直接报送。',
} as const;

/** What stands in the sheet of reports, and in the reminder. */
export const reportDocuments = {
  reports: '进展汇总', reportProgress: '进展', reportProblems: '问题', reportNext: '下一步', reportNothingNew: '没有新进展', reportNumbers: '指标完成', reportCounts: '本期活动、台账', reportState: '填报状态', reportLate: '迟报', reportCountsOf: '活动 {activities} 场、台账 {entries} 条', reportAdded: '本期 +{added}',
  reportReminder: '【进展填报提醒】{title} {period}进展请于 {day} 前报送。尚未报送的有 {count} 个单位：{units}。手机打开，没有新进展的一键就能报：{url}', reportAllIn: '{title} {period}进展：各单位均已报送，感谢支持。查看：{url}',
} as const;
