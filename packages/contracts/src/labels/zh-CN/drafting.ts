/** The year before the paper: proposals, consultation, sign-off. Words, messages, history, refusals and files. */
export const draftingTerms = {
  proposalCallStates: { open: '征集中', closed: '已截止' },
  proposalAnswerStates: { draft: '未报送', submitted: '已报送', none: '无建议' },
  consultationStates: { open: '征求中', closed: '已结束' },
  consultationAnswerStates: { draft: '未反馈', submitted: '已反馈' },
  stances: { agree: '同意', suggest: '建议修改', object: '不同意' },
  draftingDecisions: { adopted: '采纳', partly: '部分采纳', refused: '未采纳' },
} as const;

/** Sentences of notices about the draft. */
export const draftingNotices = {
  proposal_call_opened: '“{title}”开始征集，请于 {day} 前报送；没有建议的，点“无建议”。', proposal_call_due: '“{title}”还没有报送，请于 {day} 前报送；没有建议的，点“无建议”。',
  consultation_opened: '《{title}》征求意见，请于 {day} 前反馈；没有意见的，一键就能反馈。', consultation_due: '《{title}》还没有反馈意见，请于 {day} 前反馈；没有意见的，一键就能反馈。', consultation_closed: '《{title}》征求意见已结束，您单位意见的采纳情况可以查看了。',
} as const;

/** What the history says. */
export const draftingActions = {
  'proposal_call.created': '发起征集', 'proposal_call.changed': '修改征集', 'proposal_call.closed': '截止征集', 'proposal_call.reopened': '重新征集', 'proposal_call.paper_made': '以采纳的建议生成任务表', 'proposals.exported': '导出了任务建议',
  'proposal_answer.saved': '保存建议', 'proposal_answer.copied': '带入上年任务', 'proposal_answer.submitted': '报送建议', 'proposal_answer.declined': '报送“无建议”', 'proposal_answer.recalled': '撤回建议', 'proposal_answer.moved': '随单位合并转移', 'proposal.decided': '处理建议',
  'consultation.opened': '开始征求意见', 'consultation.changed': '修改征求意见', 'consultation.closed': '结束征求意见', 'consultation.exported': '导出了意见采纳情况表', 'consultation.kept': '草稿已撤销，意见保留', 'consultation_answer.saved': '保存意见', 'consultation_answer.submitted': '反馈意见', 'consultation_answer.recalled': '撤回意见', 'consultation_answer.moved': '随单位合并转移',
  'consultation_comment.decided': '处理意见', 'item.reworded': '按意见修改文字', 'plan_approval.recorded': '登记领导审签', 'plan_approval.replaced': '更换领导审签', 'plan_approval.removed': '删除领导审签',
} as const;

/** Refusals about the draft. */
export const draftingErrors = {
  'proposal_call.no_units': '还没有下发过任务分解表，不知道请哪些单位。请在“请哪些单位”里选择。', 'proposal_call.nothing_adopted': '还没有采纳的建议。请先在建议清单里点“采纳”，再生成任务表。', 'proposal_answer.empty': '还没有写建议。写一条再报送；没有建议的，点“无建议”。', 'proposal_answer.not_empty': '已经写了建议。要报“无建议”，请先删除写好的建议并保存。',
  'drafting.day_earlier': '截止日期只能往后延，请选 {day} 以后的日期。', 'drafting.decided': '办公室已经开始处理，不能撤回。需要修改的，请联系办公室。', 'consultation.open': '正在征求意见。请先结束征求意见，再做这一步。', 'consultation.undecided': '还有 {count} 条意见没有处理。请先处理；仍要结束的，请写明原因。', 'consultation_answer.incomplete': '还有 {count} 项没有表态。逐项选一下，或点“其余都同意”。',
  'plan_approval.signed': '领导已经审签，文字不能再改。确需修改的，请先删除审签记录，改好后重新审签。',
} as const;

/** What stands in the sheets. */
export const draftingDocuments = {
  proposals: '任务建议汇总', proposalMeasure: '指标、完成标准', proposalNote: '说明', proposalDecision: '采纳情况', proposalWords: '采用的文字', draftingReason: '理由', proposalPaper: '{year}年全民科学素质工作目标任务分解表（征集稿）',
  consultation: '征求意见汇总及采纳情况表', consultationTitle: '《{title}》征求意见汇总及采纳情况表', consultationItem: '征求意见稿内容', consultationComment: '意见', consultationDecision: '采纳情况', consultationOpen: '未处理', consultationFact: '共征求 {units} 家单位意见，{answered} 家反馈，其中提出意见 {comments} 条，采纳 {adopted} 条，部分采纳 {partly} 条，未采纳 {refused} 条。', consultationNone: '各单位均无不同意见。', consultationAgreed: '无不同意见的单位：{units}。', consultationMissing: '未反馈的单位：{units}。',
} as const;

/** Pages of the back office. */
export const adminDrafting = {
  drafting: {
    title: '起草', subtitle: '下发之前：征集任务建议，就草稿征求各单位意见，领导审签。', go: '征集建议、征求意见', calls: '征集任务建议', consultations: '征求意见', no_calls: '还没有征集', no_calls_office: '点“发起征集”，请各单位报来年的任务建议。', no_calls_unit: '办公室发起征集后会显示在这里，也会收到消息。', no_consultations: '还没有征求意见', no_consultations_office: '任务表导入成草稿后，在草稿的“征求意见”里发起。', no_consultations_unit: '办公室征求意见时会显示在这里，也会收到消息。',
    due: '{day}截止', done_of: '已报送 {done} / {all} 家', answered_of: '已反馈 {done} / {all} 家', none_n: '无建议 {count} 家', late_n: '迟报 {count}', overdue_n: '逾期未报 {count}', proposals_n: '{count} 条建议', undecided_n: '{count} 条待处理', adopted_n: '采纳 {count} 条', comments_n: '{count} 条意见', late: '迟报', overdue: '逾期未报', submitted_on: '{when}报送', submitted_by: '{name}于{when}报送', handed_on: '{when}反馈',
    create: '发起征集', create_title: '发起征集', create_explained: '这些单位的联络员会收到消息，截止前 2 个工作日提醒还没报的。过了截止日期仍可报送，会标为迟报。', created: '已发起征集', year: '为哪一年征集', name: '名称', note: '要求（选填）', note_hint: '例如每单位报几条、怎么写。', dueOn: '截止日期', units: '请哪些单位（不选为上一份分解表里的全部单位）', call_title: '{year}年任务建议征集',
    change: '修改', change_title: '修改征集', change_explained: '截止日期只能往后延。', changed: '已修改', close: '截止', close_title: '截止征集？', close_explained: '截止后单位不能再报送，能看到各条建议的采纳情况。还没报的有 {count} 家。可以重新征集。', closed: '已截止', reopen: '重新征集', reopen_title: '重新征集？', reopen_explained: '没报的单位可以继续报送。', reopened: '已重新征集', export: '导出汇总表',
    make: '以采纳的建议生成任务表', make_title: '以采纳的 {count} 条建议生成任务表？', make_explained: '系统生成一份任务表并读入，接着在预览里核对。还没有处理的建议不会进去。', made: '已生成，请核对', open_import: '查看生成的任务表', by_unit: '各单位报送情况', list: '建议清单', filter: '处理情况', filter_unit: '单位', all: '全部', open_only: '待处理', nothing: '还没有报送的建议', nothing_hint: '单位报送后显示在这里。', nothing_found: '没有符合条件的', nothing_found_hint: '换一个条件，或选择“全部”。',
    decide: '处理', decide_again: '改处理', decide_title: '处理{unit}的建议', decide_comment_title: '处理{unit}的意见', decision: '怎么处理', words: '采用的文字', words_hint: '写进任务表的就是这段文字。', reason: '理由（单位会看到）', decided: '已处理', 
    programme: '项目', due_text: '完成时限', measure: '指标、完成标准', copied: '上年任务', used: '采用：{text}', because: '理由：{text}', fill: '填写建议', go_on: '继续填写', read: '查看', comment: '填写意见',
    proposals: '任务建议', add: '加一条建议', add_title: '加一条建议', edit: '修改', edit_title: '修改这条建议', remove: '删除', remove_title: '删除这条建议？', removed: '已删除', saved: '已保存', text: '任务内容', text_hint: '一条写一件事，写清做什么、做多少。', due_hint: '例如：9月底前、全年', measure_hint: '例如：培训 200 人次', extra: '说明（选填）', copy: '带入上年任务（{year}年，{count} 条）', copied_done: '已带入，请逐条核对', nothing_written: '还没有写建议', nothing_written_hint: '点“加一条建议”，或带入上年任务再修改。没有建议的，点“无建议”。', not_sent: '单位还没有报送，报送后才能看到内容。',
    bar: '报送操作', count: '共 {count} 条', submit: '报送', submit_title: '报送 {count} 条建议？', submit_explained: '办公室处理之前可以撤回修改。', submitted: '已报送', decline: '无建议', decline_title: '报送“无建议”？', decline_explained: '截止前可以撤回，再写建议。', declined: '已报送“无建议”', recall: '撤回修改', recall_title: '撤回？', recall_explained: '撤回后可以修改，改好要重新报送；截止后重报会记为迟报。', recalled: '已撤回', none_said: '已报送“无建议”。', closed_said: '征集已截止。', waits: '已报送，等办公室处理。',
    open: '开始征求意见', open_title: '就这份草稿征求意见？', open_explained: '{units} 家单位的联络员会收到消息，各单位只看到自己的任务。', opened: '已开始征求意见', consult_note: '说明（选填）', not_draft: '已下发，不再征求意见', move: '修改', move_title: '修改征求意见', end: '结束征求意见', end_title: '结束征求意见？', end_explained: '结束后单位不能再反馈，提了意见的单位会收到消息、看到采纳情况。没有反馈的有 {count} 家。', end_undecided: '还有 {count} 条意见没有处理，请写明原因。', ended: '已结束', ended_because: '结束说明：{reason}', gone: '草稿已撤销，意见保留在这里。',
    table_xlsx: '采纳情况表（xlsx）', table_docx: '采纳情况表（docx）', by_unit_comments: '各单位反馈情况', comments: '意见清单', no_comments: '还没有不同意见', no_comments_hint: '单位提出修改或不同意见后，显示在这里。', then: '征求意见稿：{text}', now: '草稿现为：{text}', put: '同时修改草稿文字', put_hint: '指标会按新的文字重新识别。不改文字的，保持原样。', items_n: '{count} 项任务',
    answer: '征求意见', stance_of: '对第 {seq} 项的意见', suggest_title: '建议怎么改', object_title: '为什么不同意', opinion: '意见', opinion_hint: '写清改成什么、为什么。', rest_agree_button: '其余都同意，反馈', all_agree_button: '全部同意，反馈', hand_in_button: '反馈', open_hint: '设一个截止日期，各单位就能对自己的任务提意见。', all_agree_title: '对 {count} 项任务都没有意见？', rest_agree_title: '其余 {count} 项都同意，一并反馈？', hand_in: '反馈', hand_in_title: '反馈意见？', hand_in_explained: '办公室处理之前可以撤回修改。', handed_in: '已反馈', missing: '还有 {count} 项没有表态', whole: '{count} 项都表态了', no_items: '没有您单位的任务', told_later: '结束征求意见后，在这里看到采纳情况。', ended_said: '征求意见已结束。',
    approval: '领导审签', approval_none: '还没有登记领导审签。', approval_hint: '领导签批后，登记姓名、日期并上传签批件。登记后草稿文字不能再改。', record: '登记审签', replace: '更换', approver: '审签领导', signed_on: '审签日期', approval_note: '备注（选填）', scan: '签批件', scan_hint: '扫描成 PDF，或拍照上传。只有市级能看到，单位看不到。', recorded: '已登记', approval_remove: '删除', approval_remove_title: '删除审签记录？', approval_removed: '已删除', approval_by: '{name}登记', approval_missing: '还没有登记领导审签。可以先登记再下发，也可以继续下发。',
    my_due: '{count} 份建议、意见待报送', desk_due: '建议、意见待报送', kinds: { proposal: '征集任务建议', consultation: '征求意见' },
  },
} as const;
