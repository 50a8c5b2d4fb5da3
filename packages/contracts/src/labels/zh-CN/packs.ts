/** 迎检包: words, messages, history, refusals, documents and pages; and what a photo shows. */
export const packTerms = {
  packStates: { waiting: '排队中', making: '正在生成', ready: '可下载', failed: '未能生成', cancelled: '已取消', expired: '已过期' },
  packSteps: { gathering: '查找材料', paper: '生成文件', lists: '生成任务清单', ledger: '生成指标台账', reports: '生成进展填报', evidence: '收集佐证材料', follow_ups: '生成督办与销号', index: '生成目录', storing: '保存文件包' },
  packFailures: { too_large: '材料太多，装不进一个包。请选一个单位或一段时间，分开生成。', no_right: '生成期间您的权限有变化。请重新登录后再试。', storage_full: '服务器磁盘空间不足。请联系管理员清理后再试。', broken: '生成时出错。请再试一次；仍不成功的，请联系管理员。' },
  fileFaces: { unchecked: '未看过', none: '没有孩子正脸', allowed: '已同意展示', withheld: '不外传' },
} as const;
/** How long packs are kept. */
export const packKept = { packs: '迎检包文件，从生成之日算起' } as const;

/** Sentences of notices about packs. */
export const packNotices = { pack_ready: '迎检包 {number} 已生成，请下载。{day} 前有效。', pack_failed: '迎检包 {number} 未能生成，请打开查看原因。' } as const;

/** What the history says. */
export const packActions = {
  'pack.ordered': '生成迎检包', 'pack.made': '迎检包已生成', 'pack.failed': '迎检包未能生成', 'pack.downloaded': '下载迎检包', 'pack.cancelled': '取消生成迎检包', 'pack.deleted': '删除迎检包', 'pack.expired': '迎检包已过期', 'pack.moved': '随单位合并转移', 'file.faces_marked': '标注照片能否展示', 'plan.reopened': '撤销归档',
} as const;

/** Refusals about packs. */
export const packErrors = {
  'pack.too_large': '佐证材料共 {files} 个文件、{size}，超过一个包的上限（{maxFiles} 个文件、{max}）。请选一个单位或一段时间，分开生成。',
  'pack.choose_unit': '您同时负责几个单位。请先选要生成哪个单位的迎检包。',
  'pack.too_many': '您已有 {max} 个迎检包在排队或生成。请等其中一个完成，或者先取消一个，再生成新的。',
  'file.withheld_above': '上级已把这个文件标注为“不外传”，本单位不能改。确需展示的，请联系市办公室或所在县（市、区）办公室修改标注。',
} as const;

/** What stands in the documents of a pack, and the names of its folders. */
export const packDocuments = {
  packName: '迎检包', packIndex: '目录', packPaperFolder: '文件', packListsFolder: '任务清单', packLedger: '指标台账', packReportsFolder: '进展填报', packEvidenceFolder: '佐证材料', packFollowUpsFolder: '督办与销号',
  packIndexTitle: '{title}迎检材料目录', packNumber: '编号：{number}', packFacts: '数据截至 {at}；范围：{filter}；导出人：{name}。', packWhole: '全部任务', packUnit: '单位：{unit}', packProgramme: '项目：{programme}', packDays: '期间：{from} 至 {to}', packStart: '最早', packNow: '至今',
  packContents: '一、文件清单', packItems: '二、任务与佐证材料对照', packLeftOut: '三、未放入的材料', packPath: '所在位置', packWhat: '内容', packSource: '来源', packFile: '文件', packReason: '原因', packNothingLeftOut: '没有未放入的材料。', packNoEvidence: '本期没有佐证材料', packNoFiles: '没有上传文件，记录见指标台账',
  packPersonal: '含个人信息，系统内查阅', packPhotos: '另有 {count} 个照片、文档来自可能有孩子参加的活动或工作，尚未确认有无孩子正脸，未放入。请在活动结项页或工作台账里标注后重新生成。', packWithheld: '已标注“不外传”', packPhotoNone: '可能有孩子参加，未确认有无孩子正脸', packNoLetters: '未放入提示函、督办单：导出人没有查看提示函、督办单的权限。', packPhotoName: '照片', packPersonalName: '材料', packGone: '文件已不在系统中', packSame: '同一文件，见 {path}',
  packMeasures: '指标', packLines: '佐证明细', packMeasure: '指标名称', packTarget: '目标', packCurrent: '现值', packInPeriod: '本期新增', packShare: '完成率', packState: '状态', packMetric: '统计内容', packQuantity: '数量', packDay: '日期', packProof: '依据', packManual: '手工填报', packTakenBack: '已冲销', packRecord: '记录编号', packFilesAt: '佐证材料位置', packPool: '人员名单系统内查阅',
  packReportTitle: '{unit}{period}进展填报', packReportFacts: '报送时间：{at}；状态：{state}', packReportNext: '下一步', packFollowUps: '延期调整与销号', packPrompts: '提示函、督办单回执汇总', packNextStep: '下一步打算', packNotReported: '未填写',
  packSources: { activity: '科普活动', service_record: '志愿服务记录', work_entry: '工作台账' },
} as const;

/** Pages of packs in the back office, and what is asked before a year is archived. */
export const adminPacks = {
  packs: {
    title: '迎检包', subtitle: '把文件、清单、台账、填报和佐证材料装成一个编号的压缩包。不含个人信息。', order: '生成迎检包', order_title: '生成迎检包', order_hint: '不选就是全部。几分钟内生成，可以离开这一页，好了会通知您。', order_submit: '开始生成', ordered: '已开始生成', unit: '单位', unit_all: '全部单位', programme: '项目', programme_all: '全部项目', from: '从', to: '到', show: '显示', all: '全部',
    none: '还没有迎检包', none_hint: '点“生成迎检包”，几分钟后就能下载。', download: '下载', downloaded: '已下载', cancel: '取消生成', cancelled: '已取消', delete: '删除', delete_title: '删除迎检包 {number}？', delete_hint: '文件立即删除，不能恢复；生成记录保留。需要时可以再生成。', deleted: '已删除', again: '再生成一次',
    whole: '全部任务', days: '{from} 至 {to}', first: '最早', last: '至今', by: '{name} {at} 生成', made_of: '{files} 个文件，{size}', kept: '保留到 {day}', left_personal: '{count} 个含个人信息的文件未放入', left_photos: '{count} 个未确认有无孩子正脸的照片、文档未放入', progress: '{step}（{done} / {total}）', waits: '正在排队', plan: '任务分解表', open_plan: '到任务分解表里生成', no_plan: '选择一份任务分解表后生成。',
    mark: '标注', mark_title: '照片、文档能不能展示', mark_hint: '来源可能有孩子的，迎检包只放入确认过的照片和文档。含签名、姓名、电话的，选“不外传”。', mark_now: '能否展示', marked: '已标注',
  },
  archive: { still_open: '还有没办完的：', nothing_open: '没有未办完的事项。', unsigned: '没有签收的任务 {count} 项', reports: '未审核的进展填报 {count} 份', periods: '未锁定的填报期 {count} 个', adjustments: '待审批的延期、调整 {count} 件', close_outs: '待复核的销号 {count} 件', prompts: '没有回复的提示函、督办单 {count} 件', work_entries: '待审核的工作台账 {count} 项', revisions: '没有下发的修订 {count} 份', questions: '没有答复的签收疑问 {count} 件', unsent_prompts: '没有发出的提示函、督办单 {count} 件', consultations: '没有结束的征求意见 {count} 次', assessments: '没有定稿的考核 {count} 次', reopen: '撤销归档', reopen_title: '撤销“{title}”的归档？', reopen_hint: '任务分解表恢复为已下发，各单位可以继续填报。归档时删去的未开始填报期不会恢复。', reopened: '已撤销归档' },
} as const;
