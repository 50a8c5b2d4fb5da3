/** Periodic reports: words, messages, history, refusals and the sheet. */
export const reportTerms = {
  reportPeriodKinds: { half_year: '半年', year: '全年', quarter: '季度', month: '月', scheme: '实施方案' },
  reportPeriodNames: { half_year: '上半年', year: '全年', quarter_1: '第一季度', quarter_2: '第二季度', quarter_3: '第三季度', quarter_4: '第四季度', month: '{number}月', scheme: '实施方案' },
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
  'unit_report.correction_asked': '申请更正', 'unit_report.correction_allowed': '同意更正', 'unit_report.correction_refused': '不同意更正', 'unit_report.correction_ended': '结束更正', 'unit_report.corrected': '更正', 'unit_report.moved': '随单位合并转移',
} as const;

/** Refusals about reports. */
export const reportErrors = {
  'report_period.exists': '这个填报期已经有了，请直接打开“{name}”。', 'report_period.in_use': '已有单位填报，起止日期不能再改、也不能删除；截止日期只能往后延。', 'report_period.not_open': '还没到填报时间，{day} 开始填报。', 'report_period.locked': '这个填报期已锁定。需要修改的，请“申请更正”并写明原因。',
  'report_period.missing': '还有 {count} 家没有通过。仍要锁定的，请写明原因。', 'unit_report.nothing_to_report': '您单位在这个填报期没有需要填报的任务。', 'unit_report.incomplete': '还有 {count} 项没有填。写上进展，或点“没有新进展”，再报送。',
  'unit_report.needs_approver': '您单位有审核人（{names}），请点“交审核人”，由审核人报送。', 'unit_report.no_approver': '您单位没有设审核人，请联络员直接报送。', 'unit_report.unit_merged': '该单位已并入{name}，没有人能再修改。请直接通过；要补充的，请{name}写进自己的填报。',
} as const;

/** What stands in the sheet of reports, and in the reminder. */
export const reportDocuments = {
  reports: '进展汇总', reportProgress: '进展', reportProblems: '问题', reportNext: '下一步', reportNothingNew: '没有新进展', reportNumbers: '指标完成', reportCounts: '本期活动、台账', reportState: '填报状态', reportLate: '迟报', reportCountsOf: '活动 {activities} 场、台账 {entries} 条', reportAdded: '本期 +{added}',
  reportReminder: '【进展填报提醒】{title} {period}进展请于 {day} 前报送。尚未报送的有 {count} 个单位：{units}。手机打开，没有新进展的一键就能报：{url}', reportAllIn: '{title} {period}进展：各单位均已报送，感谢支持。查看：{url}',
} as const;

/** Pages of reports in the back office. */
export const adminReports = {
  reports: {
    title: '进展填报', subtitle: '按期填报各项任务的进展。没有新进展的，一键就能报。', none: '现在没有要填报的', none_hint: '开始填报时会在这里出现，也会收到消息。', none_office: '还没有填报期', none_office_hint: '点“开放填报”，选一个填报期，日期已按工作日算好。',
    not_issued: '下发后才能开放填报', due: '{day}截止', opens: '{day}开始填报', uncertain: '该年节假日安排未公布，日期可能调整。', span: '{from}至{to}', late_n: '迟报 {count}', overdue_n: '逾期未报 {count}', done_of: '已报送 {done} / {all} 家', accepted_n: '已通过 {count}', waiting_n: '待审 {count}', open_period: '查看',
    create: '开放填报', create_title: '开放填报', create_which: '填报期', create_explained: '到开始日期，系统会通知各单位联络员；截止前会提醒还没报的。', created: '已开放填报', from: '开始日', to: '结束日', opensOn: '开始填报', dueOn: '截止日期', name: '名称', returnWorkdays: '退回后几个工作日内重报', remindWorkdays: '截止前几个工作日提醒', units: '只请这些单位填报（不选为全部）', change: '修改时间', change_title: '修改“{name}”的时间', change_explained: '有单位报送后，起止日期不能再改，截止日期只能延后。', changed: '已修改',
    remove: '删除', remove_title: '删除“{name}”？', remove_explained: '还没有单位填报，可以删除。', removed: '已删除', lock: '锁定', lock_title: '锁定“{name}”？', lock_explained: '锁定后不能再填报和修改，只能申请更正。', lock_missing: '还有 {count} 家没有通过，请写明锁定的原因。', locked: '已锁定', locked_by: '{name}于{when}锁定', remind: '提醒还没报的', remind_hint: '复制文字或截下二维码，发到联络员群。', qr: '二维码，打开 {url}', export: '导出汇总表',
    list: '各单位填报情况', show: '显示哪些', all: '全部 {count}', find: '查找单位（名称、拼音）', sort: '排序', sort_unit: '按分解表顺序', sort_status: '待处理的在前', sort_submittedAt: '按报送时间', nobody: '没有符合条件的单位', nobody_hint: '换一个词，或选择“全部”。', written: '已填 {written} / {items} 项', nothing_n: '{count} 项没有新进展', submitted_on: '{when}报送', late: '迟报', overdue: '逾期未报', resubmit: '{day}前重报',
    accept_chosen: '通过选中的 {count} 家', accept_title: '通过 {count} 家的进展？', accept_some: '已通过 {count} 家', accept_one: '通过', accepted: '已通过', choose: '选择{unit}', begin: '开始填报', go_on: '继续填报', read: '查看', table_unit: '单位', table_state: '状态', table_written: '填报', table_time: '报送时间',
    progress: '进展', progress_hint: '做了什么、做到哪一步，200 字左右就够。', problems: '问题（选填）', next: '下一步（选填）', more: '填写问题和下一步', nothing_new: '没有新进展', nothing_new_said: '本期没有新进展', rest_nothing: '其余 {count} 项都没有新进展', copy_last: '用上期的话', last: '上期（{period}）：{text}', last_nothing: '上期没有新进展', count: '{used} / 500',
    numbers: '系统里的数', added: '本期 +{value}', activities_n: '本期活动 {count} 场', entries_n: '本期台账 {count} 条', no_numbers: '本期系统里还没有活动和台账', reported: '报送时：{text}', empty: '还没填', scheme: '实施方案：写清怎么做、难在哪、分几步。',
    bar: '填报操作', missing: '还有 {count} 项没填', whole: '{count} 项都填好了', unsaved: '有没保存的内容', save: '保存草稿', saved: '已保存', submit: '报送', submit_title: '报送“{period}”进展？', submit_explained: '报送后由办公室审核；审核前可以撤回修改。', submitted: '已报送', hand_over: '交审核人', hand_over_title: '交给{names}审核？', hand_over_explained: '审核人确认后报送办公室。', handed_over: '已交审核人',
    send_back: '退给填报人', send_back_title: '退给填报人修改', sent_back: '已退回', recall: '撤回修改', recall_title: '撤回“{period}”进展？', recall_explained: '撤回后可以修改，改好要重新报送；截止后重报会记为迟报。', recalled: '已撤回', return: '退回', return_title: '退回{unit}的进展', return_explained: '单位会收到原因和重报期限。', returned: '已退回', returned_by: '{name}退回：{reason}', returned_inside: '本单位审核人{name}退回：{reason}', reasons: { numbers: '请补充具体数字', detail: '写得太简单，请写清做了什么', next: '请写明下一步和时间', wrong: '与佐证材料不一致，请核对' },
    ask: '申请更正', ask_title: '申请更正“{period}”进展', ask_explained: '写明哪里要改、为什么。办公室同意后就能修改，原来的内容会保留。', asked: '已申请，请等办公室答复', allow: '同意更正', allow_title: '同意{unit}更正？', allow_explained: '单位修改后重新报送，前后内容都会保留。', allowed: '已同意', refuse: '不同意', refuse_title: '不同意{unit}更正', refused: '已回复', end: '结束更正', end_title: '结束{unit}的更正', end_explained: '不再等单位修改，恢复为锁定时的内容。请写明原因。', ended: '已结束，内容恢复为锁定时的样子', corrections: '更正记录', correction_open: '{name}申请更正：{reason}', correction_allowed: '{name}已同意', correction_refused: '{name}没有同意：{reason}', correction_before: '更正前', correction_after: '更正后', correction_waiting: '正在更正，请修改后重新报送。',
    stale: '刚才有人改过这份填报，已载入最新内容。您没保存的内容还在，请核对后再保存。', submitted_by: '{name}于{when}报送', checked_by: '{name}于{when}审核', my_due: '{count} 份进展待报送', my_due_one: '{period}进展{day}', desk_due: '进展待报送', desk_decide: '进展待审', desk_decide_n: '{count} 家待审', why_not: '为什么看不到', restored: '已恢复未保存的内容，请核对后保存。', contested: '您填写期间，别人改过这一项。现在保存的是：', take_theirs: '用现在这份', keep_mine: '用我写的', contested_n: '有 {count} 项别人改过，请先选用哪一份', unsent: '单位还没有报送，报送后才能看到内容。', unsent_since: '单位正在修改，这里是上次报送的内容。',
  },
} as const;
