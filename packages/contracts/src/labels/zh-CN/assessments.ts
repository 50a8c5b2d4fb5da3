/** 考核: words, messages, history, refusals, documents and pages. */
export const assessmentTerms = {
  assessmentStates: { draft: '草稿', open: '自评与审核中', announced: '结果公示中', final: '已定', withdrawn: '已撤回' },
  assessmentSheetStates: { draft: '待自评', checking: '待本单位审核', submitted: '待审核', returned: '已退回', accepted: '已审核', released: '不参评' },
  assessmentAppealStates: { open: '待答复', granted: '已改分', refused: '维持原分' },
  criterionKinds: { score: '得分', deduction: '扣分', extra: '加分' },
  criterionSources: { closed_out: '任务办结', measures_done: '指标达成', reports_on_time: '进展按时报送', prompts_answered: '提示督办按时回复', collections_answered: '摸底按时填报', activities: '办结的活动' },
  criterionWays: { share: '按比例', steps: '分档' },
  criterionRules: {
    closed_out: '本单位承担的任务中已办结的项数，除以承担的总项数。', measures_done: '本单位任务的指标中已达成的个数，除以指标总数。', reports_on_time: '已到期的进展填报中按时报送的份数，除以到期的份数；迟报和未报都不算按时。', prompts_answered: '发给本单位的提示函、督办单中按时回复的件数，除以发出的件数；还没到期又没回复的不计。',
    collections_answered: '本年度发给本单位的摸底中按时填报的次数，除以到期的次数。', activities: '本年度已结项、计入任务的活动场次数。',
  },
  assessmentGrades: { excellent: '优秀', good: '良好', passed: '合格', failed: '不合格' },
  assessmentPublications: { own: '各单位只看本单位结果', table: '向参评单位公开结果表（不排名）' },
  assessmentLinkKinds: { work_entry: '工作台账', activity: '活动', unit_report: '进展填报' },
  assessmentRecordKinds: { item: '任务', measure: '指标', unit_report: '进展填报', prompt: '提示、督办', collection_answer: '摸底', activity: '活动' },
} as const;

/** Sentences of notices about assessments. */
export const assessmentNotices = {
  assessment_opened: '“{title}”已开始，请于 {day} 前完成自评并报送。', assessment_due: '“{title}”请于 {day} 前报送自评表。', assessment_withdrawn: '“{title}”已撤回，不用再自评：{text}', assessment_checking: '{unit}的“{title}”自评表等您审核报送。', assessment_sent_back: '“{title}”自评表被退给填报人：{text}', assessment_returned: '“{title}”自评表被退回，请修改后重新报送：{text}',
  assessment_admitted: '您单位在“{title}”中恢复参评，原因：{text}',
  assessment_announced: '“{title}”结果已公布，有异议请在 {day} 前提出申诉。', assessment_final: '“{title}”结果已定。', assessment_appealed: '{unit}对“{title}”的得分提出申诉：{text}', assessment_answered: '对“{title}”的申诉已答复：{text}',
} as const;

/** What the history of an assessment says. */
export const assessmentActions = {
  'assessment.switched_on': '启用考核', 'assessment.switched_off': '停用考核', 'assessment.created': '起草考核', 'assessment.changed': '修改考核', 'assessment.deleted': '删除草稿', 'assessment.opened': '发出考核', 'assessment.widened': '补发给新增单位', 'assessment.extended': '修改截止日', 'assessment.announced': '公布结果', 'assessment.finalised': '定稿', 'assessment.published': '设定公开范围', 'assessment.withdrawn': '撤回考核', 'assessment.exported': '导出考核材料',
  'assessment_sheet.saved': '填写自评', 'assessment_sheet.handed_over': '交审核人', 'assessment_sheet.sent_back': '退给填报人', 'assessment_sheet.submitted': '报送自评表', 'assessment_sheet.recalled': '撤回自评表', 'assessment_sheet.taken_in': '逾期代收', 'assessment_sheet.reviewed': '打分', 'assessment_sheet.sampled': '登记抽查', 'assessment_sheet.accepted': '审核完成', 'assessment_sheet.rescored': '申诉改分', 'assessment_sheet.returned': '退回自评表',
  'assessment_sheet.admitted': '恢复参评', 'assessment_sheet.released': '不参评', 'assessment_sheet.moved': '随单位合并转移', 'assessment_sheet.exported': '导出自评材料', 'assessment_appeal.made': '提出申诉', 'assessment_appeal.granted': '申诉改分', 'assessment_appeal.refused': '维持原分',
} as const;

/** Refusals about assessments. */
export const assessmentErrors = {
  'assessment.off': '考核没有启用。需要时请系统管理员在“考核”页启用，已有内容都还在。', 'assessment.exists': '这份任务分解表已有考核“{title}”。请在其中继续，或撤回后再起草。', 'assessment.fixed': '考核已经发出，指标、分值、等次和公示期不能再改。要改请撤回后重新起草。', 'assessment.total': '得分指标合计 {scored} 分，与写明的总分 {total} 分不一致。请调整分值或总分后再发出。', 'assessment.no_units': '这份任务分解表没有承担任务的单位，无法发出。',
  'assessment.none_joined': '没有新增的单位：承担任务的单位都已收到自评表。不参评的单位请打开它的自评表恢复参评。', 'assessment.day_over': '截止日 {day} 已过。请改成今天或以后的日期；自评表过了截止日不能撤回，需要修改请办公室退回。', 'assessment.day_runs': '截止日 {day} 还没到，请等单位自己报送；要提前收表，请先改截止日。', 'assessment.unreviewed': '还有 {count} 个单位没有审核完：{names}。请先审核完成；没报送的可在截止日后代收，不参评的请标明。',
  'assessment.objections_run': '申诉期到 {day} 为止，期满后才能定稿。', 'assessment.objections_over': '申诉期到 {day} 已结束，不能再提出申诉。', 'assessment.appeals_open': '还有 {count} 件申诉没有答复。请先逐件答复再定稿。', 'assessment.appealed': '这项指标已经申诉过。请等待或查看办公室的答复。',
} as const;

/** What can be wrong with a rubric or a sheet. */
export const assessmentFieldErrors = { source_unfit: '活动没有应办数，不能作扣分', steps_order: '分档的分数不能超过满分，比例高的档分数不能更低，比例也不能重复', grades_order: '等次分数线要依次降低，且不超过总分', points_many: '不超过这项的满分 {maximum}', reason_needed: '改分请写明理由', counted: '这项由系统计分，不能填写分数', unknown_criterion: '没有这项指标，请刷新页面', link_foreign: '只能关联本单位的材料' } as const;

/** What stands in sheets and documents. */
export const assessmentDocuments = {
  assessmentDefaultWork: '组织实施', assessmentDefaultPlan: '责任落实', assessmentDefaultPlanNote: '有分管领导和联络员，任务分解到人，年内专题研究过。', assessmentDefaultMeans: '经费与队伍保障', assessmentDefaultMeansNote: '有经费安排，有稳定的科普队伍和阵地。', assessmentDefaultDone: '任务完成', assessmentDefaultClosed: '任务办结', assessmentDefaultMeasures: '指标达成', assessmentDefaultActivities: '科普活动',
  assessmentDefaultAnswer: '报送与响应', assessmentDefaultReports: '进展按时报送', assessmentDefaultPrompts: '提示督办按时回复', assessmentDefaultCollections: '摸底按时填报', assessmentDefaultMore: '扣分与加分', assessmentDefaultFault: '工作失误', assessmentDefaultFaultNote: '被上级通报、数据不实等，每起酌情扣分。', assessmentDefaultExtra: '创新与典型', assessmentDefaultExtraNote: '经验被市级以上推广、获得表彰等，酌情加分。',
  assessmentSheet: '自评表', assessmentNo: '序号', assessmentSection: '类别', assessmentCriterion: '指标', assessmentMost: '满分', assessmentHow: '计分办法', assessmentSelf: '自评分', assessmentGiven: '审核分', assessmentWords: '说明', assessmentUnit: '单位', assessmentTotal: '总分', assessmentGrade: '等次', assessmentState: '状态', assessmentLate: '逾期', assessmentSampled: '抽查', assessmentScores: '得分表', assessmentEvidence: '佐证目录', assessmentEvidenceOf: '佐证材料', assessmentKind: '类型', assessmentRecord: '名称', assessmentFile: '附件', assessmentCounts: '计入', assessmentYes: '是', assessmentNot: '否', assessmentReason: '改分理由', assessmentSystem: '系统计分 {done}/{asked}', assessmentNotice: '关于{title}结果的通报', assessmentNoticeTo: '各有关单位：',
  assessmentNoticeText: '依据任务分解表和考核办法，对{units}个单位{year}年度工作进行了考核。其中优秀{excellent}个、良好{good}个、合格{passed}个、不合格{failed}个。现将结果通报如下，按任务分解表所列顺序排列，不分先后。', assessmentNoticeDraft: '（公示期内，尚未定稿）', assessmentBy: '填报单位：{unit}', assessmentByTotal: '自评 {self} 分，满分 {total} 分', assessmentRuleShare: '{rule}满分 {most} 分，按比例计分。', assessmentRuleSteps: '{rule}{steps}。', assessmentRuleStep: '达到 {from}% 得 {points} 分', assessmentRuleTarget: '{rule}满 {target} 场得 {most} 分，不足按比例。', assessmentRuleDeduct: '{rule}每缺一次扣 {each} 分，最多扣 {most} 分。', assessmentRuleExtra: '{rule}每计一次加 {each} 分，最多加 {most} 分。', assessmentRuleHand: '单位自评，办公室审核。',
} as const;

/** Pages of assessments in the back office. */
export const adminAssessments = {
  assessments: {
    title: '考核', subtitle: '按指标自评、审核、公示，能从系统取数的自动计分。', subtitle_unit: '填写本单位自评，查看结果。', none: '还没有考核', none_hint: '新建一次，系统会给出一套可以修改的指标，或沿用上次的指标。', none_unit: '没有需要自评的考核', none_unit_hint: '办公室发出后，您会收到消息。', off_title: '考核没有启用', off_hint: '需要时由这些人启用：{names}。停用不会丢失任何内容。', off_nobody: '系统管理员', switch_on: '启用考核', switch_on_title: '启用考核？', switch_on_hint: '启用后，办公室可以起草考核，单位可以看到发给自己的考核。', switched_on: '已启用。', switch_off: '停用考核', switch_off_title: '停用考核？', switch_off_hint: '停用后所有人都看不到考核，内容不会丢失，可随时再启用。', switched_off: '已停用。', find: '查找标题', state: '状态', all: '全部', due: '截止 {day}', counts: '已报送 {submitted}/{units}，已审核 {accepted}', missing_n: '{count} 个未报送', appeals_n: '{count} 件申诉待答复', open_page: '查看', fill: '去自评', loading_switch: '正在查看是否启用',
    create: '新建考核', create_title: '新建考核', create_save: '建好并编辑指标', created: '草稿已建好。', field_plan: '任务分解表', field_title: '标题', field_due: '自评截止日', due_hint: '最好选工作日。', uncertain: '那一年的节假日安排还没公布，日期可能要调整。', field_from: '沿用哪次的指标', from_default: '系统给出的指标', default_title: '{year}年度全民科学素质工作考核',
    rubric: '考核指标', total: '总分', scored: '得分指标合计 {scored} / 总分 {total} 分', scored_wrong: '得分指标合计 {scored} 分，与总分 {total} 分不一致，还不能发出。', grades: '等次分数线', excellent: '优秀，不低于', good: '良好，不低于', passed: '合格，不低于', objection: '申诉期（工作日）', add_section: '加一类', section: '类别名称', remove_section: '删除这一类', add_criterion: '加一项指标', criterion: '指标', note: '说明', kind: '性质', most: '满分', source: '计分', by_hand: '人工评分', way: '计分方式', target: '满分场次', each: '每次分值', steps: '分档（每行一档：比例 分数）', steps_unreadable: '第 {line} 行“{text}”读不出来。请写成“比例 分数”，例如 80 6。', steps_hint: '例如 80 6 表示达到 80% 得 6 分。', up: '上移', down: '下移', remove: '删除', removed: '已删除，保存后生效。', save: '保存', saved: '已保存。', unsaved: '有改动还没有保存', restored: '已恢复上次没有保存的内容，请核对后保存。', stale: '别人刚改过，已载入最新内容；您没有保存的内容还在，请核对后再保存。', contested: '别人刚改过这份内容，请选择以哪份为准。', take_theirs: '用最新的', keep_mine: '用我的', how: '怎样计分', fix: '有 {count} 处需要修改，已标出。',
    open: '发出', open_title: '发给任务分解表上的各单位？', open_hint: '单位会收到消息，发出后指标和分值不能再改。', opened: '已发出。', widen: '补发给新增单位', widen_title: '发给发出后才承担任务的单位？', widen_hint: '已有自评表的单位不受影响；新增单位会收到消息。', widened: '已补发。', extend: '改截止日', extended: '已修改。', announce: '公布结果', announce_title: '向各单位公布结果？', announce_hint: '每个单位只看到自己的结果，从明天起可在申诉期内提出申诉。', announced: '已公布。', finalise: '定稿', finalise_title: '定稿？', finalise_hint: '定稿后分数不能再改。', finalised: '已定稿。', publish: '公开范围', publish_title: '单位能看到什么', published: '已保存。', withdraw: '撤回', withdraw_title: '撤回这次考核？', withdraw_hint: '单位不用再自评，会收到消息。', withdrawn: '已撤回。', remove_draft: '删除草稿', remove_draft_title: '删除这份草稿？', draft_deleted: '已删除。', ended: '已撤回：{reason}', objection_until: '申诉期到 {day}', export_scores: '导出得分表', export_notice: '下载结果通报', history: '记录',
    standings: '各单位', show: '筛选', show_missing: '未报送', show_submitted: '待审核', show_accepted: '已审核', show_late: '逾期', show_sampled: '抽查过', show_appealed: '有申诉', find_unit: '查找单位', no_units_found: '没有符合的单位', late: '逾期', overdue: '已过期', sampled: '抽查', self_total: '自评 {points} 分', total_points: '{points} 分', review: '去审核', look: '查看', results: '结果表',
    sheet_title: '自评表', sheet_of: '{unit} · 截止 {day}', counted: '系统计分', counted_as: '系统计 {done}/{asked}，{points} 分', frozen_as: '报送时 {done}/{asked}，{points} 分', difference: '与报送时相差 {points} 分', records: '{count} 条记录', record_done: '计入', record_missing: '未计入', no_records: '没有记录', points: '自评分', points_of: '满分 {most} 分', words: '说明', links: '关联材料', add_links: '选择材料', links_title: '选择本单位的材料', links_find: '查找名称', no_links: '没有可关联的材料', pick: '选上', remove_link: '去掉“{title}”', files: '附件', nothing_to_add: '全部由系统计分，没有补充', save_sheet: '保存', sheet_saved: '已保存。', submit: '报送', submit_title: '报送给办公室？', submitted: '已报送。', gaps: '还有 {count} 处没有填好，已标出。', hand_over: '交审核人', handed_over: '已交给{names}。', needs: '您单位由{names}审核报送。', send_back: '退给填报人', sent_back: '已退回。', recall: '撤回修改', recalled: '已撤回，可以修改。', take_in: '逾期代收', take_in_hint: '按目前内容收下，没填的自评分按 0 分。', taken_in: '已代收。', return: '退回', returned: '已退回。', accept: '审核完成', accepted: '已审核。', release: '不参评', release_title: '这个单位不参评？', released: '已标为不参评。', admit: '恢复参评', admit_title: '让这个单位恢复参评？', admit_hint: '自评表回到单位，单位会收到消息和理由。', admit_late_hint: '结果已公布：按目前内容收下，由您审核；审核完成后单位会收到结果，申诉期从那天起算足。', admitted: '已恢复参评。', returned_by: '{name} 于 {at} 退回：{reason}', hidden: '报送前只有本单位能看到内容。',
    given: '审核分', given_reason: '改分理由', given_by: '{name}：{points} 分', proposed: '未改则为 {points} 分', save_review: '保存打分', review_saved: '已保存打分。', sample: '登记抽查', sample_title: '登记现场抽查', sample_note: '抽查情况', sample_saved: '已登记。', sample_by: '{name} 于 {at} 抽查：{note}', result: '得分 {points}', final_total: '总分 {points}，{grade}', appeal: '申诉', appeal_title: '对“{title}”的得分申诉', appeal_words: '理由', appealed: '已提出申诉。', appeals: '申诉', appeal_of: '对“{title}”（{points} 分）', answer: '答复申诉', answer_points: '改为多少分（不改请留空）', answer_reason: '答复理由', answered: '已答复。', answer_by: '{name}：{reason}', export_sheet: '下载自评表', export_evidence: '下载佐证材料', my_due: '待自评的考核：{count}',
  },
} as const;
