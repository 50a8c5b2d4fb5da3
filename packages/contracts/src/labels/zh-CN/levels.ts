/** 县（市、区）、乡镇的分解: words, history, refusals, documents and pages. */
export const levelTerms = { handedStates: { pending: '待签收', signed: '已签收', withdrawn: '已收回' } } as const;

/** What the history says of handing down and of plans without a paper. */
export const levelActions = {
  'plan.begun': '新建分解表', 'plan.discarded': '删除草稿', 'item.added': '加入任务', 'item.changed': '修改任务', 'item.linked': '修改对应的上级任务', 'item.removed': '移出任务', 'item.handed_down': '下达', 'item.handed_signed': '签收下达的任务', 'item.handed_withdrawn': '收回下达的任务', 'levels.exported': '导出了县级汇总表', 'plan.office_moved': '改由合并后的办公室管理',
} as const;

/** Sentences of notices about what is handed down. */
export const levelNotices = { items_handed: '“{title}”有 {count} 项任务下达给{division}，请签收并分解。' } as const;

/** Refusals. */
export const levelErrors = {
  'plan.empty': '分解表里还没有任务。请先加入任务再下发。',
  'plan.unit_outside': '“{unit}”不在本级行政区划内，不能列入本级分解表。请换成本辖区的单位。', 'plan.from_paper': '这份分解表是由文件导入的，内容以文件为准。要改的，请撤销提交后在预览里改，或导入新的一版。',
} as const;

/** 县级汇总表. */
export const levelDocuments = { levels: '县级汇总表', levelDivision: '县（市、区）', levelPlan: '分解表', levelNone: '未下发', levelItems: '任务数', levelLinked: '对应上级任务', levelHanded: '下达', levelHandedSigned: '已签收', levelOpen: '未分解', levelSigned: '单位签收', levelMeasures: '指标完成', levelReported: '最近填报' } as const;

/** Pages. */
export const adminLevels = {
  title: '下级分解情况', why: '每个下级行政区划的分解表、下达任务和进度。灯色是今早的。', empty: '下面没有行政区划', empty_hint: '本级的任务直接交给单位和村、社区，不用再往下分解。', no_plan: '还没有下发分解表', division: '行政区划', items: '任务 {count} 项，其中 {linked} 项对应上级任务', handed: '下达 {total} 项，已签收 {signed} 项', open: '{count} 项还没有分解', signed: '单位签收 {signed}/{total}', measures: '指标完成 {done}/{total}', reported: '最近填报 {day}', not_reported: '还没有填报', export: '导出汇总表',
  begin: '新建分解表', begin_title: '不用文件，新建一份分解表', begin_explained: '给本级或下级行政区划新建草稿，再逐项加入任务。本级已有文件的，请用导入。', begun: '已建好草稿，请加入任务', year: '年度', name: '标题',
  hand_down: '下达任务', hand_down_title: '把任务下达给下级', hand_down_explained: '选好任务和行政区划。对方会收到通知，签收后分解。已下达的不会重复。', handed_done: '已下达', items_chosen: '任务', divisions: '下达给', choose_division: '请至少选一个行政区划',
  handed_title: '下达的任务', handed_empty: '还没有下达任务', handed_empty_hint: '下达后在这里看签收和分解情况。', sign_all: '签收 {count} 项', signed_done: '已签收', withdraw: '收回', withdraw_title: '收回下达给{division}的任务？', withdraw_explained: '对方已分解的任务会保留。', withdrawn: '已收回', not_broken_down: '还没有分解', broken_down: '已分解为 {count} 项',
  add_item: '加一项任务', add_item_title: '加一项任务', item_added: '已加入', text: '任务内容', units: '责任单位', programme: '项目', due: '完成日（可不填）', parents: '对应的上级任务（可不选）', parents_hint: '可选多项。上级指标设为“由下级汇总”的，本项的数会计入。', above: '对应的上级任务', parent_gone: '上级已撤销', below: '各地完成情况', item_signed: '签收 {signed}/{total}', nothing_below: '还没有分解',
  waiting: '上级下达、还没有分解的任务（{count}）', see_all: '签收、查看全部', more: '还有 {count} 项',
  remove: '删除草稿', remove_title: '删除草稿“{title}”？', removed: '已删除', fromBelow: '由下级汇总', from_below_hint: '下级对应任务里同类来源、同一单位的指标也计入；同一条记录只算一次。', link_parents: '改对应任务', linked: '已保存',
} as const;
