/** Back office: measures, evidence, work entries. */
export const adminWork = {
  desk: {
    title: '待办', approve: '待审核的活动', accept: '待审核的结项', check: '待审核的台账', returned: '退回给您的', drafts: '待提交的草稿', close: '已结束待结项', short: '一周内缺人', measures: '到期的指标', signups: '待处理的报名', hours: '待确认的时长', upcoming: '接下来的活动', next_shift: '下一场', quiet: '现在没有等您处理的事。',
    all: '查看全部 {count} 件', people: '{count} 人', kinds: { activity: '活动', work_entry: '台账' }, n_signups: '{count} 人报名待处理', n_hours: '{count} 人时长待确认', n_returned: '{count} 件被退回', n_drafts: '{count} 份草稿待提交', n_close: '{count} 场待结项',
  },
  measures: {
    title: '指标与进度', one: '指标', ledger: '指标台账', subtitle: '每项任务做到什么程度算完成，现在到了哪里。点开能一直查到签到。', search: '搜索（指标、任务内容、单位）', progress: '进度', empty: '没有符合条件的指标', empty_hint: '换个条件再找。指标在每项任务的页面上设定。', none: '这项任务还没有设定指标。', none_office: '这项任务还没有设定指标，请说明做到什么程度算完成。',
    hours: '小时', of: '{value}，目标 {wanted}', so_far: '已有 {value} {unit}', manual: '其中手工填报 {value}', surplus: '超出 {value}', evidence_count: '佐证 {count} 件', due_on: '{day}到期', printed: '原文“{raw}”', done_of: '{done} / {total}',
    evidence: '佐证', no_evidence: '还没有佐证。', all_evidence: '查看全部 {count} 条', by_hand: '手工填报', reversal: '冲正', pool_hint: '按队伍中属于这些单位的在册人数实时计算。',
    create: '设定指标', kind: '类型', name: '指标名称', name_hint: '例如“培训农村实用人才”。', sources: '统计什么', sources_hint: '这些内容通过审核后，会自动计入。', pool: '哪支队伍', pool_alone: '队伍人数只能单独作为一项指标。', in_hours: '志愿服务时长按小时填写。', min: '至少', min_optional: '至少（选填）', max: '至多（选填）', approx: '约数', approx_hint: '达到 95% 就算完成。',
    due: '到期日', due_optional: '到期日（选填）', demands: '需要的佐证', demands_hint: '例如：印发文件、现场照片、验收意见。', paper_stays: '数量来自分解表原文，不能修改；可以改名称、统计内容和要求。',
    judge: '认定', judge_again: '重新认定', judge_title: '“{name}”完成了吗？', judge_explained: '已有佐证 {count} 件。请看过佐证再认定。', judgement: '结论', judged_met: '已达到要求', judged_not_met: '还没有达到', judge_note: '认定意见', judged: '已认定', delete_title: '删除指标“{name}”？', delete_explained: '已指明用于它的佐证时不能删除。',
  },
  work: {
    subtitle: '培训班、宣传报道、作品、场馆、竞赛、会议文件等工作成果。审核采信后计入任务进度。', create: '登记台账', create_hint: '选择是哪一类工作，只填这一类需要的内容。', create_kind: '登记{kind}', other_kind: '换一类', states: '台账状态', search: '搜索（名称、单位，支持拼音首字母）', empty: '没有符合条件的台账', empty_hint: '换个条件再找，或登记一项新的工作。', back: '返回台账', came_back: '被退回', files_here: '照片已上传（{count} 个），请选择是哪一类工作。',
    part_serves: '完成哪项任务', part_what: '工作内容', part_files: '佐证材料', kind: '类别', unit: '单位', title: '名称', day: '日期', from_day: '开始日期', to_day: '结束日期', several_days: '不止一天？', quantity: '数量', unit_of_measure: '单位量词', division: '县（市、区）或乡镇', text: '情况说明', text_hint: '写几句话：做了什么、效果怎样。',
    serves: '对应的任务', serves_hint: '输入关键词查找，可以选多项。', serves_refused: '请检查所选的任务', measure_of: '证明哪项指标', measure_hint: '不选时，按内容自动计入符合的指标。', measure_any: '自动计入', for_measure: '用于指标“{name}”',
    measures: { training: '人次', publication: '篇', work: '件', venue: '个', competition: '场', document: '份' },
    quantities: { training: '培训人次', publication: '篇（条）数', work: '件数', venue: '个数', competition: '场数', document: '份数', figure: '数量' },
    kind_hints: { training: '培训多少人次，附学员名单。', publication: '报刊、广播电视、新媒体刊播。', work: '科普图书、视频、展教品等。', venue: '新建或提升的科普场馆、基地。', competition: '各轮次参加人数和获奖情况。', document: '印发的文件、召开的会议。', figure: '没有其他佐证方式的数字，会标明“手工填报”。' },
    title_hints: { training: '例如“农村实用人才培训班（第二期）”。', publication: '例如“《温州日报》科普专版：防台知识”。', work: '例如“科普动画《小溪流去哪儿了》”。', venue: '例如“泽雅造纸科普馆”。', competition: '例如“全市青少年科技创新大赛”。', document: '例如“关于加强社区科普工作的通知”。', figure: '例如“全县农函大培训人次”。' },
    days: '天数', roster: '学员名单', roster_hint: '只用来核对人数，不公开，也不放进迎检包。', channel: '刊播渠道', link: '网址', reach: '阅读或收看人次', reach_hint: '有据可查的才填。', place: '地点', level: '级别', docNumber: '文号或会议名称', basis: '填报依据', basis_hint: '数字从哪里来，谁负责，例如：县农业农村局统计表，王某某核对。',
    field_hints: { channel: '例如：温州日报、学习强国、本单位公众号。', link: '能打开看到的网页地址。', place: '写到能找到的地方。', level: '国家级、省级、市级或县级。', docNumber: '例如：温科协〔2026〕5号。' },
    rounds: '轮次与奖项', rounds_hint: '每一轮或每一个奖项一行。', round_no: '第 {no} 行', stage: '轮次或奖项', entries: '参加人（件）数', awards: '获奖情况', add_round: '增加一行', remove_round: '删除这一行',
    files: '照片和材料', files_hint: '能证明这项工作的照片、文件、截图。', files_refused: '请检查上传的材料', no_files: '没有上传材料。', finish: '完成', needed: '提交时必须有：{fields}，以及佐证材料。', needed_files: '提交时须有佐证材料。',
    accept: '采信', accepted: '已采信，数量已计入任务进度', return: '退回', return_title: '退回“{title}”', return_explained: '{unit}会收到通知，补充后可以再提交。', reasons: { files: '请补充能证明的材料', quantity: '请核对数量', serves: '对应的任务不合适，请重新选择' },
    revoke: '撤销采信', revoke_title: '撤销对“{title}”的采信？', revoke_explained: '它的数量会从所有指标中扣除，原记录保留。此操作不能撤回。', revoked: '已撤销，数量已从进度中扣除', revoked_because: '采信已撤销：{reason}', counts: '已采信，数量已计入对应任务的进度。', checked: '审核',
  },
} as const;
