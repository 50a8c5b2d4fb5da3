/** 批量安排: words, messages, history, refusals and pages. */
export const batchTerms = {
  batchStates: { waiting: '排队中', running: '正在计算', draft: '草案', failed: '未能完成', cancelled: '已取消', sending: '正在发出', sent: '已发出', discarded: '已作废' },
  batchSteps: { people: '核对人员条件', auction: '安排人员', chains: '补空位', proof: '核对结果', storing: '保存草案', asking: '发出邀请' },
  batchFailures: { nothing_open: '这段时间已经没有空位。请换一段时间再试。', nobody: '没有可以安排的志愿者。请放宽日期或县（市、区）后再试。', no_right: '计算期间您的权限有变化。请重新登录后再试。', storage_full: '服务器磁盘空间不足。请联系管理员清理后再试。', broken: '计算时出错。请再试一次；仍不成功的，请联系管理员。' },
  batchFills: { minimum: '只补到最少人数', maximum: '补满全部名额' },
  batchLocks: { none: '未锁定', fixed: '已锁定', forbidden: '不安排' },
  batchBars: { minor: '未成年人不批量安排，由监护人先同意', day_taken: '当天已经报了名', enough: '这段时间的报名已到每人最多次数' },
  batchCauses: { no_candidates: '没有符合条件又有空的人', locked_out: '符合条件的人都已设为“不安排”', placed_elsewhere: '符合条件的人同一时段已安排到别处', limits_reached: '符合条件的人次数已满' },
  batchOutcomes: {
    asked: '已邀请', unknown: '找不到这个人或这个岗位', not_open: '岗位没有开放报名', signed_up: '已经报名', asked_already: '已经问过', full: '名额已满', blocked: '不符合岗位条件', no_guardian_word: '监护人还没有同意', too_late: '离开始太近，来不及问', switched_off: '本人关闭了邀请', said_no_lately: '两周内刚说过来不了', asked_enough: '这几天已经问过，先不打扰',
  },
} as const;
/** How long batches are kept. */
export const batchKept = { batches: '批量安排的草案和发出记录，从生成之日算起' } as const;

/** Sentences of notices about batches. */
export const batchNotices = {
  batch_ready: '批量安排“{title}”算好了：{places} 个空位，安排了 {filled} 个。请查看草案。', batch_failed: '批量安排“{title}”未能完成，请打开查看原因。', batch_sent: '批量安排“{title}”已发出：邀请 {asked} 人，{skipped} 人未邀请。',
} as const;

/** What the history says. */
export const batchActions = {
  'batch.ordered': '新建批量安排', 'batch.reckoned': '批量安排草案已算好', 'batch.failed': '批量安排未能完成', 'batch.cancelled': '取消批量安排', 'batch.stopped': '停止重算', 'batch.rerun': '重新计算批量安排', 'batch.placed': '手动安排人员', 'batch.locked': '锁定、移出或放开安排', 'batch.sent': '发出批量安排', 'batch.told': '批量安排发送完毕', 'batch.discarded': '作废批量安排', 'batch.exported': '导出批量安排', 'batch.expired': '批量安排草案到期清除',
} as const;

/** Refusals about batches. */
export const batchErrors = {
  'batch.nothing_open': '这段时间没有可以安排的空位。请换一段时间，或先发布活动。',
  'batch.too_large': '这段时间有 {positions} 个岗位，超过一次能安排的 {max} 个。请缩短时间，或只选一个县（市、区）。',
  'batch.too_many': '您已有 {max} 个批量安排在排队或计算。请等其中一个完成，或者先取消一个，再新建。',
  'batch.full': '这个岗位已安排满。请先移出一位，再安排。',
  'batch.clash': '{name}当天已安排到“{title}”。请选择从那里移过来。',
  'batch.barred': '{name}不能这样安排：{why}。请换一位。',
  'batch.not_eligible': '{name}不能安排到这个岗位：{why}。{remedy}',
  'batch.empty': '草案里没有安排任何人，不用发出。',
} as const;
/** What is wrong with a field. */
export const batchFieldErrors = { batch_days: '一次最多安排 35 天。' } as const;

/** Columns of the sheet. */
export const batchDocuments = {
  batchName: '批量安排', batchSheet: '岗位', batchActivity: '活动', batchPosition: '岗位', batchUnit: '单位', batchCounty: '县（市、区）', batchTime: '时间', batchPlaces: '空位', batchFilled: '已安排', batchMissing: '离最少人数还缺', batchCause: '空缺原因',
} as const;

/** Pages of batches in the back office. */
export const adminBatches = {
  batches: {
    title: '批量安排', subtitle: '把一段时间里的空位一次安排好：先保最少人数，再顾乡村，再看个人意愿和路程。', create: '新建安排', create_title: '新建批量安排', create_hint: '只安排已发布活动的空位，以及符合条件、时间合适的成年志愿者。算好后先给您看草案，您发出后才会邀请本人，本人同意才算数。', submit: '开始计算', created: '已开始计算',
    name: '名称', name_hint: '例如：科普月第二周', from: '从', to: '到', county: '县（市、区）', county_all: '全部', kinds: '活动类型', kinds_hint: '不选就是全部', services: '每人最多几次', services_hint: '这段时间里，含已有的报名；同一天不安排两次', fill: '安排多少', show: '显示', all: '全部',
    none: '还没有批量安排', none_hint: '科普月、三下乡这样人手紧的时候，点“新建安排”，一次排好。', by: '{name} {at} 新建', days: '{from} 至 {to}', each: '每人最多 {count} 次', waits: '正在排队', progress: '{step}（{percent}%）', progress_people: '{step}（{done} / {total} 人）', progress_asking: '{step}（{done} / {total}）', leave: '可以离开这一页，算好了会通知您。',
    cancel: '取消', cancelled: '已取消', stop: '停止重算', stopped: '已停止，原草案保留', discard: '作废', discard_title: '作废“{title}”？', discard_hint: '草案立即清除，不能恢复；不会通知任何志愿者。', discarded: '已作废', open: '查看草案', follow: '查看结果', back: '返回列表',
    filled: '{places} 个空位，已安排 {filled} 个', all_filled: '{places} 个空位全部安排好了', people: '共安排 {placed} 人（从 {people} 名志愿者中选）', covered: '最少人数还缺 {missing} 人', all_covered: '最少人数都够了', settled: '已锁定 {count} 处', lost: '{count} 处锁定的安排已不成立（本人已不符合条件，或名额已满），已放开', rerun: '按锁定重新计算', rerun_hint: '锁定的不动，设为“不安排”的不再安排，其余尽量少动。', rerun_done: '正在重新计算',
    send: '发出邀请', send_title: '邀请这 {count} 处安排的志愿者？', send_hint: '每位志愿者会收到一条邀请，点一下就能答复；本人同意才算数。发出后草案不能再改，答复情况在各活动的报名页查看。近期已被多次邀请的人这次不打扰。', send_done: '正在发出', sent: '已邀请 {asked} 人，{skipped} 人未邀请', not_asked: '未邀请：{why}', export: '导出岗位表', check: '复核', check_same: '按保存的输入重新计算，结果一致：{positions} 个岗位、{people} 人、{places} 处安排。', check_other: '按保存的输入重新计算，结果不一致。请联系管理员。',
    search: '找活动', only_open: '还有空位', only_short: '不够最少人数', everything: '全部岗位', no_match: '没有符合的岗位', no_match_hint: '换个条件试试。', places: '{filled} / {places} 人', needs: '至少 {minimum} 人', nobody: '还没有安排人', kept_out: '不安排：', lift: '恢复', lifted: '已恢复',
    open_because: '空 {count} 个：{cause}', open_numbers: '符合条件 {candidates} 人，其中已安排到别处 {elsewhere} 人，次数已满 {limits} 人，设为“不安排” {lockedOut} 人', lock: '锁定', locked: '已锁定', unlock: '放开', unlocked: '已放开', take_out: '移出', taken_out: '已移出，重新计算时不再安排到这里', by_hand: '手动', put: '安排人', put_title: '安排到“{position}”', put_hint: '{activity} · {when}', put_find: '按姓名或编号找', put_here: '安排', put_instead: '从“{title}”移过来', put_done: '已安排', put_none: '没有可以安排的人', put_none_hint: '按姓名找，可以看到不能安排的原因。', why: '安排理由',
  },
} as const;
