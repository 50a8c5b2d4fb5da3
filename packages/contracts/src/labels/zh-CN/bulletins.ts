/** 通报 and 工作总结: words, messages, history, refusals, documents and pages. */
export const bulletinTerms = {
  bulletinKinds: { bulletin: '通报', half_year: '半年工作总结', year: '年度工作总结', meeting: '领导小组会议材料' },
  bulletinStates: { draft: '草稿', awaiting: '待签批', approved: '已签批', issued: '已印发', withdrawn: '已撤回' },
  bulletinMetrics: {
    units: '责任单位', items: '任务', assignments: '任务交办', signed: '已签收', closed_out: '已销号任务', measures: '指标', measures_done: '已完成指标', reports_due: '应报送', reports_in: '已报送', reports_late: '迟报', activities: '活动', sessions: '活动场次', turnout: '受众人次', volunteer_minutes: '志愿服务时长',
    trained: '培训人次', publications: '刊播篇（条）数', works: '作品产品', venues: '场馆基地', competitions: '竞赛', documents: '会议文件', joint: '联合任务', overdue: '逾期未完成', proposals: '明年任务建议', proposals_adopted: '已采纳的建议', value: '完成数',
  },
  bulletinRules: {
    units: '有任务在办的责任单位，每家计一次。', items: '分解表中没有撤销的任务，每项计一次。', assignments: '交办到各单位的任务，一项交给几个单位计几次。', signed: '已签收的任务交办。', closed_out: '各承担单位都已销号的任务。', measures: '设定的指标。联合任务的同一指标全市只计牵头单位的，各单位表中分别计列。', measures_done: '取数时已完成的指标，口径同“指标”。',
    reports_due: '填报期截止日在本期内的，每家单位每期计一次。', reports_in: '应报送中已经报送的。', reports_late: '应报送中超过期限才报送或仍未报送的。', activities: '本期内已结项的活动，按活动计，服务几项任务都只计一次。', sessions: '已结项活动的场次，同一活动只计一次。', turnout: '已结项活动登记的受众人次，同一活动只计一次，不含志愿者。', volunteer_minutes: '签到签退后确认的志愿服务时长。',
    trained: '已审核的工作台账中的培训人次。', publications: '已审核的工作台账中的刊播篇（条）数。', works: '已审核的工作台账中的作品、产品数。', venues: '已审核的工作台账中的场馆、基地数。', competitions: '已审核的工作台账中的竞赛场次。', documents: '已审核的工作台账中的会议、文件数。', joint: '已确认的联合任务，按联合任务计。', overdue: '取数时已过完成时限、还没有完成的任务交办，按单位计。已批准延期的按延期后的时限。', proposals: '各单位报送的下一年度任务建议，每条计一次。', proposals_adopted: '下一年度任务建议中已采纳、部分采纳的。', value: '该指标到取数时的完成数。',
  },
  bulletinRecordKinds: { unit: '单位', item: '任务', assignment: '任务交办', measure: '指标', activity: '活动', work_entry: '工作台账', service_record: '服务记录', unit_report: '进展填报', joint_group: '联合任务', proposal: '任务建议' },
} as const;

/** Sentences of notices about bulletins. */
export const bulletinNotices = {
  bulletin_awaiting: '“{title}”等您签批。', bulletin_approved: '“{title}”已签批，可以编号印发。', bulletin_turned_down: '“{title}”被退回修改：{text}', bulletin_issued: '{number}《{title}》已印发，请查阅。', bulletin_withdrawn: '{number}《{title}》已撤回：{text}',
} as const;

/** What the history of a bulletin says. */
export const bulletinActions = {
  'bulletin.written': '起草', 'bulletin.changed': '修改', 'bulletin.recounted': '重新取数', 'bulletin.deleted': '删除草稿', 'bulletin.requested': '送领导签批', 'bulletin.taken_back': '收回修改', 'bulletin.approved': '签批', 'bulletin.turned_down': '退回修改', 'bulletin.issued': '印发', 'bulletin.withdrawn': '撤回', 'bulletin.exported': '导出',
} as const;

/** Refusals about bulletins. */
export const bulletinErrors = {
  'bulletin.unknown_figure': '文中的 {names} 不是这份材料的数字。请从“插入数字”里选，或者去掉花括号。', 'bulletin.number_taken': '编号“{number}”本年度已经用过，请换一个编号。', 'bulletin.asks_missing': '“提请会议研究的事项”还没有填写。请写上事项，没有的把这一节删去。',
} as const;

/** What stands in the document and in the sheet. */
export const bulletinDocuments = {
  bulletinTitle_bulletin: '关于{year}年全民科学素质工作目标任务进展情况的通报', bulletinTitle_half_year: '{year}年上半年全民科学素质工作总结', bulletinTitle_year: '{year}年度全民科学素质工作总结', bulletinTitle_meeting: '{year}年度全民科学素质工作领导小组会议材料', bulletinOverview: '总体情况', bulletinProgrammes: '各项行动进展', bulletinReports: '进展报送情况', bulletinProblems: '存在的问题',
  bulletinText_plan: '根据《{title}》，全市{units}家责任单位承担{items}项任务。', bulletinText_measures: '设定指标{measures}项。', bulletinText_measures_done: '设定指标{measures}项，已完成{measures_done}项。', bulletinText_closed: '已销号任务{closed_out}项。', bulletinText_span: '{from}至{to}，', bulletinText_activities: '开展科普活动{activities}项、{sessions}场，受众{turnout}人次', bulletinText_none: '还没有结项的活动', bulletinText_hours: '志愿服务{volunteer_minutes}小时',
  bulletinText_trained: '培训{trained}人次', bulletinText_publications: '刊播{publications}篇（条）', bulletinText_works: '推出作品、产品{works}件', bulletinText_venues: '建设场馆、基地{venues}个', bulletinText_competitions: '举办竞赛{competitions}场', bulletinText_documents: '会议、文件{documents}个', bulletinText_programme: '{name}。共{items}项任务，', bulletinText_reports: '本期应报送{reports_due}家次，已报送{reports_in}家次，迟报或未报{reports_late}家次。',
  bulletinJoint: '联合任务', bulletinOverdue: '逾期未完成的任务', bulletinAsks: '提请会议研究的事项', bulletinNext: '下一年度任务建议', bulletinText_joint: '联合任务{joint}项。', bulletinText_joint_one: '{name}：{lead}，{units}参加。', bulletinText_joint_lead: '{unit}牵头', bulletinText_joint_nobody: '还没有确定牵头单位', bulletinText_overdue: '到取数时，逾期未完成{overdue}项次。',
  bulletinText_overdue_one: '{unit}：第{seq}项“{text}”，{due}。原因：{why}', bulletinText_overdue_day: '应于{day}前完成', bulletinText_overdue_measure: '“{measure}”应于{day}前完成', bulletinText_rest_problems: '其余{count}条见本期的“进展填报”。', bulletinText_rest_joint: '其余{count}项见任务分解表的“联合任务”。', bulletinText_rest_overdue: '其余{count}项次见任务分解表的“进度灯”。', bulletinText_rest_next: '其余{count}条见“起草”中的建议汇总。', bulletinText_overdue_unsaid: '单位没有报送。', bulletinText_overdue_none: '没有逾期未完成的任务。', bulletinText_asks: '（请填写提请会议研究的事项，写好后删去本句。）', bulletinText_next: '各单位报送建议{proposals}条', bulletinText_next_adopted: '，已采纳{proposals_adopted}条', bulletinText_next_one: '{unit}（{programme}）：{text}',
  bulletinText_problem: '{unit}：{text}', bulletinAnd: '，', bulletinEnd: '。', bulletinNumerals: '一、|二、|三、|四、|五、|六、|七、|八、|九、|十、|十一、|十二、|十三、|十四、|十五、|十六、|十七、|十八、|十九、|二十、', bulletinUnnumbered: '（未编号）', bulletinDraft: '（草稿，未签批）', bulletinWithdrawn: '（已撤回）',
  bulletinOf: '{name}·{metric}', bulletinOfMeasure: '第{seq}项·{name}', bulletinOfMeasureUnit: '第{seq}项·{name}（{unit}）', bulletinAnnex: '附件{n}', bulletinAnnexProgrammes: '各项行动进展情况表', bulletinAnnexUnits: '各责任单位进展情况表', bulletinAnnexMeasures: '有数量要求的指标完成情况表', bulletinAnnexSources: '数据来源说明', bulletinProgramme: '项目', bulletinUnit: '责任单位', bulletinUnitsNote: '按签收文件顺序排列，不分先后。联合任务的指标和共同开展的工作在各单位分别计列，全市合计只计一次，因此各单位之和可能大于全市数。',
  bulletinProgrammesNote: '一项活动服务几个项目的，在各项目分别计列，全市合计只计一次。', bulletinTotal: '全市', bulletinTarget: '目标', bulletinValue: '完成', bulletinState: '状态', bulletinFigure: '数字', bulletinRule: '统计口径', bulletinWhere: '逐条明细见 {url}，打开后点正文中的数字，可以一直看到活动和签到记录。', bulletinSpan: '统计期：{from}至{to}；取数时间：{at}。',
  bulletinNumbers: '数字', bulletinRecords: '依据明细', bulletinScope: '范围', bulletinScopes_city: '全市', bulletinScopes_programme: '项目', bulletinScopes_unit: '单位', bulletinScopes_measure: '指标', bulletinRecordKind: '类别', bulletinRecordTitle: '名称', bulletinRecordDay: '日期', bulletinQuantity: '数量', bulletinManual: '其中手工填报', bulletinMetric: '指标项', bulletinAtLeast: '{min}', bulletinAbout: '约{min}', bulletinBetween: '{min}—{max}',
} as const;

/** Pages of bulletins in the back office. */
export const adminBulletins = {
  bulletins: {
    title: '通报、总结', subtitle: '数字自动取，每个数字都能点开看依据。领导签批后编号印发。', none: '还没有通报或总结', none_hint: '点“起草”，选好统计期，数字和初稿会自动生成。', none_unit: '还没有印发的通报或总结', none_unit_hint: '办公室印发后会在这里出现，也会收到消息。', find: '搜索编号、标题', kind: '类别', state: '状态', all: '全部', unnumbered: '未编号', span: '{from}—{to}', counted: '{at} 取数',
    write: '起草', write_title: '起草通报、总结', write_hint: '选类别和统计期，系统取数并写出初稿，文字可以再改。', plan: '任务分解表', from: '统计期开始', to: '统计期结束', write_save: '取数并起草', written: '初稿已生成，请核对。', field_title: '标题', heading: '小标题', text: '正文', text_hint: '花括号里是数字的名称，印出来是数字本身。', add_section: '加一节', remove_section: '删除这一节', move_up: '上移', move_down: '下移', insert: '插入数字', insert_find: '按名称查找数字', insert_none: '没有这样的数字', words: '看单位报送的文字', words_hint: '点“引用”把文字放到正在写的一节末尾。', words_none: '这一期单位没有报送文字', words_part: '内容', progress: '进展', problems: '问题', nextStep: '下一步', quote: '引用', quoted: '已放到“{heading}”末尾',
    edit: '修改文字', save: '保存', cancel: '不改了', leave: '有没保存的文字，确定不要了吗？', saved: '已保存。', restored: '上次没保存的文字还在，核对后请保存。', stale: '别人刚改过这份材料。您写的还在，请核对后再保存：先复制您的文字，再点“看最新的”。', latest: '看最新的', loose: '这些数字没有依据：{numbers}。建议改用“插入数字”；确实需要手写的可以保留。', newer: '取数以后又有新的依据或者撤回，要更新请点“重新取数”。', recount: '重新取数', recount_title: '按现在的数据重新取数？', recount_hint: '文字不变，文中数字会更新。', recounted: '已重新取数，{count} 个数字有变化。', recounted_same: '已重新取数，数字没有变化。',
    request: '送领导签批', request_title: '送领导签批？', request_loose: '文中还有没有依据的数字：{numbers}。', requested: '已送签。', take_back: '收回修改', taken_back: '已收回，可以修改。', approve: '同意签批', approve_title: '签批这份材料？', approve_hint: '签批后由办公室编号印发。', approved: '已签批。', turn_down: '退回修改', turn_down_title: '退回修改', turned_down: '已退回。', issue: '编号印发', issue_title: '编号印发', issue_hint: '编号由办公室自定，本年度不重复。印发后各责任单位都能看到，也会收到消息，不能再改。', number: '编号', issued: '已印发。', withdraw: '撤回', withdraw_title: '撤回已印发的材料', withdraw_hint: '各单位会看到已撤回和原因。', withdrawn: '已撤回。', delete: '删除草稿', delete_title: '删除这份草稿？', delete_hint: '删除后不能恢复。', deleted: '已删除。', word: '下载 Word', sheet: '下载数字和依据',
    issue_meeting_hint: '编号由办公室自定，本年度不重复。会议材料只有办公室和领导看得到，不发给各单位；印发后不能再改。', withdraw_meeting_hint: '领导会看到已撤回和原因。', meeting_note: '会议材料含逾期任务和原因，只有办公室和领导看得到。',
    written_by: '{name} {at} 起草', approved_by: '{name} {at} 签批', turned_down_by: '{name} {at} 退回：{reason}', issued_by: '{name} {at} 印发', withdrawn_by: '{name} {at} 撤回：{reason}', by_programme: '各项行动', by_unit: '各责任单位', by_measure: '有数量要求的指标', target: '目标', value: '完成', programme: '项目', unit: '责任单位', unit_note: '按文件顺序排列，不分先后。联合任务在各单位分别计列，全市只计一次。', programme_note: '一项活动服务几个项目的分别计列，全市只计一次。', city: '全市', figure_of: '看“{name}”的依据',
    proof: '这个数字怎么来的', proof_sum: '{shown}，由下面 {count} 条相加', proof_one: '取数时的值', proof_hidden: '另有 {count} 条属于其他单位，您看不到明细，已计入合计。', proof_none: '这一期还没有', proof_manual: '其中手工填报 {count}', proof_items: '服务 {count} 项任务，只计一次', proof_adds: '计 {count}', proof_find: '搜索名称', close: '关闭', to_approve: '待签批的通报、总结',
  },
} as const;
