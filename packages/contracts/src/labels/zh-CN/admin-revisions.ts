/** Pages of a plan's later editions: the comparison with a new paper, and what an edition changed. */
export const adminRevisions = {
  revisions: {
    edition: '第 {edition} 版', compare: '与已下发的第 {edition} 版对照', compare_why: '{year} 年第 {edition} 版已下发。先逐项对照，确认后作为第 {next} 版下发，没有变化的任务不用重新签收。', compared: '已对照，请逐项核对',
    open_comparison: '查看正在进行的对照', go_revision: '查看第 {edition} 版修订', editions: '版本', drafted: '{day}开始对照',
    paper: '修订文件信息', paper_save: '保存文件信息',
    list: '逐项对照', show: '显示哪些', only_all: '全部变化 {count}', only_changed: '修改 {count}', only_added: '新增 {count}', only_withdrawn: '不再执行 {count}', only_kept: '继续执行 {count}', only_same: '未变 {count}', only_undecided: '待决定 {count}',
    same_count: '另有 {count} 项没有变化。', find: '在对照表中查找', none: '没有符合条件的任务', none_hint: '换一个词，或选择“全部变化”。', none_undecided: '没有待决定的任务', none_undecided_hint: '新文件不再列出、已有佐证的任务都已决定。',
    at: '新文件第 {no} 项', unprinted: '新文件不再列出', to_decide: '待决定', evidence: '已有 {count} 条佐证', signing: '需 {count} 家签收', signing_none: '不用重新签收', changed_parts: '变化：{fields}', open_item: '打开任务',
    old: '原内容', new: '新内容', deleted: '删去：', inserted: '新增：', no_due: '没有期限', no_targets: '没有数量指标',
    decide: '这项任务怎么办', keep: '继续执行', withdraw: '不再执行', unpair: '这不是同一项', unpair_said: '已拆为两项：新内容为新增，原任务不再列出', pair: '其实是原有任务…', pair_said: '已对应为同一项任务', pair_title: '对应哪一项原有任务？',
    pair_explained: '从新文件不再列出的任务中选一项。对应后，原任务的佐证和历史都接着用，内容有变化的由单位重新签收。', pair_find: '查找（内容、单位、项目）', pair_submit: '对应', pair_choose: '请先选一项。', pair_none: '没有可以对应的任务', pair_more: '还有 {count} 项，请输入几个字缩小范围。',
    stale: '这份对照刚被他人修改，已为您载入最新内容，请再看一遍。', bar: '下发或撤销对照', ready: '将通知 {units} 家单位，共需 {signing} 份签收。', ready_none: '没有需要签收的变化。', wait_undecided: '还有 {count} 项待决定，决定后才能下发。', wait_missing: '还缺少{fields}，补充后才能下发。',
    go_undecided: '去决定',
    issue: '下发修订', issue_title: '下发第 {edition} 版？', issue_withdraws: '{count} 项任务不再执行，其记录和佐证保留。', issue_final: '下发后不能撤回。', issued: '第 {edition} 版已下发，有变化的单位会收到消息',
    take_back: '撤销对照', take_back_title: '撤销这次对照？', take_back_explained: '回到导入预览，文件和在预览里改过的内容都在；在这里做的取舍不再保留。', taken_back: '已撤销对照', export: '导出修订对照表', issued_on: '下发于 {when}',
    versions: '版本变化', item_withdrawn: '第 {edition} 版不再列入，记录保留', item_kept: '第 {edition} 版不再列出，仍继续执行', did: { same: '第 {edition} 版未变', changed: '第 {edition} 版有变化', added: '第 {edition} 版新增', withdrawn: '第 {edition} 版起不再执行', kept: '第 {edition} 版不再列出，继续执行' },
    see_change: '看变化', hide_change: '收起变化', new_for_unit: '原来没有交给您单位。', standing: '是否在执行', see_withdrawn: '查看不再执行的',
  },
} as const;
