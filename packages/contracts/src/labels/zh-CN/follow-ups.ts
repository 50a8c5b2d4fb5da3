/** Adjustments and close-outs: words, messages, history, refusals, the sheet and the pages. */
export const followUpTerms = {
  adjustmentKinds: { extension: '延期', content: '调整内容', oral: '口头指示' },
  adjustmentStates: { checking: '待本单位审核', asked: '待审批', granted: '已同意', refused: '未同意', sent_back: '本单位退回', withdrawn: '已撤回' },
  closeOutStates: { checking: '待本单位审核', asked: '待复核', accepted: '已销号', returned: '已退回', reopened: '已重新打开', sent_back: '本单位退回', withdrawn: '已撤回' },
  closeOutPoints: { signed: '任务已签收', measures: '指标已完成', evidence: '有佐证材料', reports: '到期的进展都已报送', pending: '没有待审批的延期、调整' },
  followUpReasons: { revised: '新版修改', withdrawn: '新版不再要求', merged: '单位合并' },
} as const;

/** Sentences of notices about adjustments and close-outs. */
export const followUpNotices = {
  adjustment_checking: '{unit}申请{kind}，请审核后提交：{text}', adjustment_asked: '{unit}申请{kind}：{text}', adjustment_sent_back: '{kind}申请被本单位审核人退回：{text}', adjustment_granted: '{kind}申请已同意（{day}）：{item}', adjustment_refused: '{kind}申请没有同意：{text}', adjustment_oral: '{by}口头指示：{text}（{item}）', adjustment_unwritten: '{by}的口头指示还没有补书面：{text}',
  close_out_checking: '{unit}申请办结，请审核后提交：{item}', close_out_asked: '{unit}申请办结：{item}', close_out_sent_back: '办结申请被本单位审核人退回：{text}', close_out_accepted: '已销号：{item}', close_out_returned: '办结申请被退回：{text}', close_out_reopened: '已销号的任务重新打开：{text}（{item}）',
} as const;

/** What the history of an adjustment or a close-out says. */
export const followUpActions = {
  'adjustment.entered': '登记口头指示', 'adjustment.prepared': '交本单位审核人', 'adjustment.asked': '提出申请', 'adjustment.handed_in': '提交办公室', 'adjustment.sent_back': '退给经办人', 'adjustment.withdrawn': '撤回', 'adjustment.granted': '同意', 'adjustment.refused': '不同意', 'adjustment.written': '补书面', 'adjustment.lapsed': '随任务撤销', 'adjustment.moved': '随单位合并转移',
  'close_out.prepared': '交本单位审核人', 'close_out.asked': '申请办结', 'close_out.handed_in': '提交办公室', 'close_out.sent_back': '退给经办人', 'close_out.withdrawn': '撤回', 'close_out.accepted': '同意销号', 'close_out.returned': '退回', 'close_out.reopened': '重新打开', 'close_out.revised': '新版修改，重新打开', 'close_out.outdated': '新版修改，退回', 'close_out.lapsed': '随任务撤销', 'close_out.moved': '随单位合并转移',
  'follow_ups.exported': '导出了延期与销号表',
} as const;

/** Refusals about adjustments and close-outs. */
export const followUpErrors = {
  'follow_up.needs_approver': '您单位有审核人（{names}），请由审核人提交或退回。', 'adjustment.day_not_later': '新的期限要晚于现在的期限（{day}），也不能早于今天。请另选一天。', 'adjustment.waiting': '这项任务已有一份申请在等办理。要改的，请先撤回那一份。',
  'close_out.unexplained': '还有没达到的：{points}。请逐条写明情况再申请。', 'close_out.lead_asks': '这项任务由{name}牵头，请牵头单位统一申请办结。', 'close_out.waiting': '这项任务已在等复核，不用再申请。', 'close_out.done': '这项任务已经销号，不用再申请。',
} as const;

/** What stands in the sheets. */
export const followUpDocuments = {
  adjustments: '任务调整、延期审批表', closeOuts: '销号表', followUps: '延期与销号', originallyDue: '原定', extendedTo: '延至', extendedToDay: '延至 {day}', originalDay: '原定 {due}', yearEnd: '年底', kind: '类别', askedFor: '申请事项', grantedDay: '批准期限', reason: '理由', askedOn: '申请时间', lateAsked: '逾期申请', decision: '审批结果', decisionNote: '审批意见', decidedBy: '审批人', decidedOn: '审批时间', oral: '口头指示人', writtenNote: '书面依据', unwritten: '待补书面',
  closeOutPoints: '未达到的条件', explained: '单位说明', doneOn: '销号时间', closedOutOn: '{day} 销号', reopenedFor: '重新打开的原因',
} as const;

/** Pages of the back office. */
export const adminFollowUps = {
  follow_ups: {
    tab: '延期与销号', adjustments: '延期、调整', close_outs: '销号', close_out: '申请办结', adjustments_why: '延期、调整和口头指示都记在这里。分解表原文和原定期限不变，另行标明。', close_outs_why: '单位申请办结，系统先核对条件，办公室复核后销号。', not_issued: '下发后才有延期与销号', export: '导出审批表和销号表', no_adjustments: '还没有延期、调整', no_adjustments_hint: '在“我的任务”或任务页点“更多”，就能申请延期或调整。', no_adjustments_office: '单位申请后会出现在这里。领导口头交代的，点“登记口头指示”。', no_close_outs: '还没有办结申请', no_close_outs_hint: '任务做完后，在“我的任务”或任务页点“更多”，再点“申请办结”。', no_close_outs_office: '单位申请办结后会出现在这里，等您复核。',
    nothing_found: '没有符合条件的', nothing_found_hint: '换一个词，或选择“全部”。', find: '查找（内容、单位、拼音）', kind: '类别', state: '状态', unit: '单位', every: '全部', sort: '排序', sort_waiting: '待处理的在前', sort_askedAt: '按申请时间', sort_seq: '按分解表顺序', sort_unit: '按单位', sort_day: '按新期限', ask_extension: '申请延期',
    ask_content: '申请调整', ask_close: '申请办结', ask_extension_title: '申请延期', ask_extension_explained: '请在到期前申请。办公室同意前，仍按现在的期限。', ask_content_title: '申请调整内容', ask_content_explained: '分解表原文不变。同意后标在任务旁边，改文件时由办公室写进新版。', ask_submit: '提交申请', asked: '已提交', new_day: '新的期限', new_day_optional: '新的期限（选填）', content: '改成怎样', files: '附件（选填）', reasons: { place: '场地暂时不能使用', people: '人手不足，需要协调', money: '经费尚未到位', weather: '受天气影响，需要改期' }, ask_close_title: '申请办结',
    ask_close_explained: '系统已核对下面各项。没有达到的，请写明情况，办公室会看到。', leader_asks: '这项任务由{name}牵头，由牵头单位统一申请办结。', approver_first: '提交后先由本单位审核人（{names}）审核，再报办公室。', explain: '写明情况', note: '补充说明（选填）', checklist: '办结条件', met: '达到', not_met: '没有达到', no_measures: '没有设指标，请用文字说明完成情况', of: '{done} / {total}', pieces: '{count} 件', extended: '原定 {due}，延至 {day}', year_end: '年底', done_at: '{when}销号',
    oral: '登记口头指示', oral_title: '登记口头指示', oral_explained: '登记后马上生效，并通知有关单位。请在 5 个工作日内补书面。', oral_submit: '登记', oral_entered: '已登记，记得补书面', oral_of: '哪些任务', said_by: '谁说的', said_on: '哪天说的', said_text: '说了什么', said: '{by} {day}口头指示：{text}', unwritten: '待补书面（{day}前）', write: '补书面', write_title: '补书面', write_explained: '写明依据，可附扫描件。同一次指示的其他任务一并补上。',
    written_note: '依据（如会议纪要编号）', scan: '扫描件（选填）', written: '已补书面', written_is: '{by}补书面：{text}', printed_day: '原定 {due}', day_before: '申请时的期限 {day}', asked_day: '申请延至 {day}', granted_to: '同意延至 {day}', moved_to: '期限改到 {day}', content_is: '改为：{text}', reason_is: '理由：{text}', asked_by: '{by}，{when}申请', waits_for: '等本单位审核人{names}审核', decided_by: '{by}，{when}：{text}', reopened_by: '{by}，{when}重新打开：{text}',
    system: '系统', late: '逾期申请', grant: '同意', grant_title: '同意{unit}的申请？', grant_explained: '可以另定一个期限。单位会收到通知，原定期限仍然显示。', granted: '已同意', granted_day: '同意延至', decision_note: '意见（选填）', refuse: '不同意', refuse_title: '不同意{unit}的申请', refused: '已回复', hand_in: '提交办公室', hand_in_title: '提交办公室？', handed_in: '已提交办公室',
    send_back: '退给经办人', send_back_title: '退给经办人', sent_back: '已退回', withdraw: '撤回', withdraw_title: '撤回这份申请？撤回后可以重新申请。', withdrawn: '已撤回', accept: '同意销号', accept_title: '同意{unit}销号？', accept_explained: '销号后进度灯为“已销号”。发现问题可以重新打开。', not_open: '这项任务已在申请办结，或已经销号，不用再申请。', accepted: '已销号', accept_chosen: '同意选中的 {count} 项', accept_chosen_title: '同意 {count} 项销号？', choose: '选择第 {seq} 项 {unit}', return: '退回',
    return_title: '退回{unit}的办结申请', return_explained: '单位会收到原因，补充后可以再申请。', returned: '已退回', return_reasons: { proof: '请补充佐证材料', numbers: '指标还没有完成，请继续推进', report: '请先报送到期的进展' }, reopen: '重新打开', reopen_title: '重新打开{unit}的任务', reopen_explained: '原来的销号记录会保留，单位要重新申请办结。', reopened: '已重新打开', all_met: '条件都达到', short_n: '{count} 项没有达到', short_of: '{point}：没有达到。单位说明：{text}', fallen: '销号后有佐证被撤回，现在没有达到：{points}。需要的话请重新打开。', show_checklist: '查看核对情况', hide_checklist: '收起',
    when_asked: '申请时', when_accepted: '销号时', desk_decide: '待审批的延期、销号', desk_back: '退回的延期、销号', my_back: '{count} 件延期、办结要处理', kinds: { adjustment: '延期、调整', close_out: '申请办结' },
  },
} as const;
