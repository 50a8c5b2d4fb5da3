/** 工作提示函 and 督办单: words, messages, history, refusals, documents and pages. */
export const promptTerms = {
  promptKinds: { letter: '工作提示函', order: '督办单' },
  promptStates: { draft: '草稿', awaiting: '待签批', approved: '已签批', sent: '待回复', replied: '已回复', closed: '已销单', escalated: '已升级', withdrawn: '已撤回' },
} as const;

/** Sentences of notices about prompts. */
export const promptNotices = {
  prompt_awaiting: '发给{unit}的“{title}”等您签批。', prompt_approved: '发给{unit}的“{title}”已签批，可以编号发出。', prompt_turned_down: '发给{unit}的“{title}”被退回修改：{text}', prompt_sent: '收到{number}《{title}》，请于 {day} 前回复。', prompt_replied: '{unit}回复了{number}，请查看。',
  prompt_accepted: '{number}的回复已认可，已销单。', prompt_returned: '{number}的回复被退回，请于 {day} 前重新回复。', prompt_withdrawn: '{number}已撤回，不用再回复：{text}', prompt_escalated: '{number}已升级为督办单，这一份不用再回复：{text}', prompt_due: '{number}《{title}》请于 {day} 前回复。', prompt_overdue: '{number}《{title}》应于 {day} 前回复，还没有收到。',
} as const;

/** What the history of a prompt says. */
export const promptActions = {
  'prompt.written': '起草', 'prompt.changed': '修改', 'prompt.deleted': '删除草稿', 'prompt.requested': '送领导签批', 'prompt.taken_back': '收回修改', 'prompt.approved': '签批', 'prompt.turned_down': '退回修改', 'prompt.sent': '发出', 'prompt.read': '已阅', 'prompt.replied': '回复', 'prompt.amended': '撤回回复',
  'prompt.accepted': '销单', 'prompt.returned': '退回重报', 'prompt.escalated': '升级为督办单', 'prompt.restored': '恢复办理', 'prompt.withdrawn': '撤回', 'prompt.moved': '随单位合并转移', 'prompts.exported': '导出了提示函、督办单',
} as const;

/** Refusals about prompts. */
export const promptErrors = {
  'prompt.closed_out': '有 {count} 项已销号，不能再发提示函或督办单。请去掉这几项再试。', 'prompt.needs_approval': '督办单要领导签批后才能发出。请先“送领导签批”。', 'prompt.number_taken': '编号“{number}”本年度已经用过，请换一个编号。', 'prompt.day_over': '回复期限 {day} 已过，请先改期限再发出。',
} as const;

/** What stands in the letter and in the sheet. */
export const promptDocuments = {
  prompts: '提示函、督办单回执汇总', promptKind: '类别', promptKind_letter: '工作提示函', promptKind_order: '督办单', promptNumber: '编号', promptUnnumbered: '（未编号）', promptAbout: '事项', promptSent: '发出时间', promptReplyDay: '回复期限', promptRead: '阅知时间', promptReplied: '回复时间', promptTo: '{unit}：', promptReplyBy: '请于{day}前回复，说明原因、下一步措施和完成时间。', promptItems: '事项清单',
  promptTitle_letter: '关于抓紧推进有关任务的提示函', promptTitle_order: '关于落实有关任务的督办单', promptText_letter: '根据《{title}》，你单位承担的 {count} 项任务进度落后或临近时限（见后附清单）。请查找原因，抓紧推进，并按时上传佐证材料。', promptText_order: '根据《{title}》，你单位承担的 {count} 项任务明显落后或已经逾期（见后附清单）。请立即研究整改，明确责任人和完成时间。',
  promptText_escalated: '{number}要求办理的 {count} 项任务（见后附清单）至今没有落实。原因：{reason}\n根据《{title}》，请立即研究整改，明确责任人和完成时间。', promptSlip: '{kind}回执', promptSlipPoint: '项目', promptSlipText: '内容', promptSlipReason: '原因', promptSlipMeasures: '下一步措施', promptSlipDay: '完成时间', promptSlipBy: '回复人、时间',
} as const;

/** Pages of prompts in the back office. */
export const adminPrompts = {
  prompts: {
    title: '提示函、督办单', subtitle: '编号的书面提示，限期回复。督办单经领导签批后发出。', none: '没有提示函或督办单', none_hint: '在任务分解表的“进度灯”里选中任务，点“发提示函”。', none_unit: '没有要回复的', none_unit_hint: '收到工作提示函或督办单时会在这里出现，也会收到消息。', find: '搜索编号、标题、单位', show: '显示', all: '全部', overdue: '逾期未回复', overdue_mark: '逾期未回复', late: '迟复', kind: '类别', number: '编号', unnumbered: '未编号', reply_by: '{day}前回复', uncertain: '该年节假日安排未公布，日期可能调整。', items: '涉及任务', items_n: '{count} 项任务', export: '导出汇总', letter: '下载函件', open: '打开',
    write: '发提示函', write_title: '给 {units} 个单位起草', write_hint: '每个单位一份草稿，写好后编号发出。督办单先送领导签批。', write_kind: '类别', write_reply_by: '回复期限', write_reply_hint: '不填的，提示函 5 个工作日、督办单 3 个工作日。', write_text: '正文', write_text_hint: '不填的，按范文起草，可再修改。', write_save: '起草', written: '已起草 {count} 份，请逐份核对后发出。',
    field_title: '标题', field_text: '正文', change: '修改', change_title: '修改草稿', saved: '已保存。', delete: '删除草稿', delete_title: '删除这份草稿？', delete_restores: '这份督办单由提示函升级而来，删除后原提示函恢复为待回复。', deleted: '已删除。', request: '送领导签批', request_title: '送领导签批？', requested: '已送签。', take_back: '收回修改', taken_back: '已收回，可以修改。', approve: '同意签批', approve_title: '签批这份督办单？', approve_hint: '签批后由办公室编号发出。', approved: '已签批。', turn_down: '退回修改', turn_down_title: '退回修改', turned_down: '已退回。', send: '编号发出', send_title: '编号发出', send_hint: '编号由办公室自定，本年度不重复。发出后单位会收到消息。等签批用去的时间，可以在这里把回复期限改晚。', sent: '已发出。',
    reply: '回复', reply_title: '回复', reply_reason: '原因', reply_measures: '下一步措施', reply_day: '预计完成时间', reply_day_hint: '要延长时限的，请另外申请延期。', replied: '已回复，谢谢。', amend: '撤回重写', amended: '已撤回，可以重新回复。', accept: '认可并销单', accept_title: '认可回复并销单？', accept_note: '意见（可不填）', accepted: '已销单。', return: '退回重报', return_title: '退回重报', return_day: '新的回复期限', returned: '已退回。', escalate: '升级为督办单', escalate_title: '升级为督办单', escalate_hint: '本件结束，另起草一份督办单，送领导签批后发出。', escalated: '已起草督办单。', withdraw: '撤回', withdraw_title: '撤回', withdraw_hint: '单位不用再回复，会收到消息。', withdrawn: '已撤回。',
    written_by: '{name} {at} 起草', approved_by: '{name} {at} 签批', turned_down_by: '{name} {at} 退回：{reason}', sent_by: '{name} {at} 发出', read_by: '{name} {at} 已阅', unread: '单位还没有阅读', closed_by: '{name} {at} 销单', ended: '原因：{reason}', replies: '回复', no_reply: '还没有回复', reply_by_of: '{name} {at}', reply_returned: '{name} {at} 退回：{reason}', reply_taken_back: '已撤回', promised: '预计 {day} 完成', before: '由 {number} 升级而来', after: '已升级为 {number}', the_order: '督办单', the_letter: '提示函', my_due: '待回复的提示函、督办单 {count}', to_approve: '待签批的督办单', to_look_at: '待查看的回复',
  },
} as const;
