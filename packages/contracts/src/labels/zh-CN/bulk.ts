/** Measures in bulk: sheets, suggestions, double counting, and the copy of a year. */
export const bulkErrors = {
  'measure_overlap.changed': '这两项指标刚有变化，或别人刚处理过。请刷新后再看。',
  'measure_suggestion.measured': '有 {count} 项任务已有指标，请刷新后再选。',
  'plan_copy.year_earlier': '新一年要晚于 {year} 年，请改年份。', 'plan_copy.year_taken': '{year} 年已有分解表（{state}）。草稿请先撤销；已下发的，请用修订。',
  'measure_sheet.foreign': '这不是指标表，缺少栏目：{labels}。请在这份分解表里重新下载指标表，填好再上传。', 'measure_sheet.other_plan': '这是另一份分解表的指标表。请在这份分解表里下载指标表再填。', 'measure_sheet.faulty': '表里有 {count} 处问题，什么都没有写入。请下载带“问题”列的文件，改好再上传。',
} as const;

/** What became of a programme from one year to another. */
export const bulkTerms = { pairKinds: { same: '不变', mapped: '换项目', merged: '合并', split: '拆分', new: '新增', dropped: '不再安排', open: '待选' } } as const;

/** What the history says. */
export const bulkActions = {
  'measures.separated': '认定两项指标对象不同', 'measures.rejoined': '撤回“对象不同”的认定',
  'plan.copied': '由往年复制', 'plan.pairs_exported': '导出了新旧项目对照表', 'programme.mapped': '设定项目对应', 'measure.sheet_taken': '按指标表设定指标', 'plan.measures_taken': '上传了指标表', 'plan.measures_exported': '下载了指标表',
} as const;

/** What can be wrong with a row of a sheet of measures. */
export const bulkFieldErrors = {
  sheet_source_unknown: '有不认得的来源，请从“可选内容”里选', sheet_item_unknown: '这份分解表里没有这项任务，请核对序号', sheet_row_mixed: '序号和这一行的任务对不上。要加指标，请复制整行再改；分解表修订过的，请重新下载', sheet_item_withdrawn: '这项任务已撤销，不能再设或改指标', sheet_measure_gone: '这项指标已被删除。要重新设定，请清空“指标代码”', sheet_measure_changed: '下载以后别人改过这项指标，请重新下载再改',
  sheet_measure_kept: '这项指标已有佐证或已认定，不能删除', sheet_paper_stays: '这是分解表原文的数量，不能改，也不能删除', sheet_kind_stays: '种类不能改。请清空这一行的指标内容以删除，再另加一行', sheet_row_double: '和前面一行完全相同，请删去一行', sheet_suggestion_open: '改过这条建议，还没说要不要。要就填“是”，不要就填“否”', sheet_suggestion_empty: '填了“是”，这一行却是空的。请填好内容，或者改成“否”', sheet_adopt_standing: '这一行不是建议，不用填“采用”。不要这项指标，请清空这一行从“种类”到“证明要求”的内容', sheet_least_one: '不能小于 1', sheet_too_big: '数字太大',
} as const;

/** What stands in the sheet. */
export const bulkDocuments = {
  pairs: '新旧项目对照表', pairFrom: '{year}年项目', pairTo: '{year}年项目', pairKind: '变化',
  overlaps: '可能重复计算', overlapFirst: '指标', overlapSecond: '另一项指标', overlapWords: '都提到', overlapRecords: '同时计入的记录', measureSheet: '指标表', measureSheetNotes: '填写说明', measureSheetOptions: '可选内容', measureSheet_seq: '序号', measureSheet_suggested: '建议', measureSheet_adopt: '采用', measureSheet_suggestionCode: '建议代码', measureSheetSuggestedBy: '建议：写到“{words}”', measureSheetSuggestedPlain: '建议：定性考核', measureSheet_kind: '种类', measureSheet_name: '名称', measureSheet_sources: '来源', measureSheet_pool: '人才库', measureSheet_min: '至少', measureSheet_max: '至多', measureSheet_approx: '约', measureSheet_unitOfMeasure: '计量单位', measureSheet_dueOn: '完成日期', measureSheet_demands: '证明要求',
  measureSheet_itemCode: '任务代码', measureSheet_measureCode: '指标代码', measureSheet_version: '版本', measureSheetHow: '一行一项指标；一项任务有几项指标就有几行，要加就复制整行再改。清空一行从“种类”到“证明要求”的内容，就是删除这项指标。删掉整行，指标不变。还没有指标的任务，按文字给出建议（黄底斜体），“采用”填“是”才算数；不填，上传后什么也不会增加。最后四列隐藏，请不要改。上传后先看有哪些变化，确认了才写入。',
  measureSheetHow_seq: '分解表里的序号，不要改。', measureSheetHow_suggested: '系统按任务文字给的建议，以及依据的词。只供参考。', measureSheetHow_adopt: '只对建议有用。数量等改好后填“是”；不要就留空或填“否”。', measureSheetHow_kind: '数量、成果、节点、定性中选一个。数量要填“至少”，节点要填“完成日期”。', measureSheetHow_name: '例如“培训农村实用人才”。最多 120 字。', measureSheetHow_sources: '统计什么。可以填几个，用分号隔开。', measureSheetHow_pool: '来源是“队伍人数”时选一支队伍，其他情况留空。', measureSheetHow_min: '整数。志愿服务时长填小时。', measureSheetHow_max: '没有上限就留空。', measureSheetHow_approx: '约数填“是”，达到 95% 就算完成。',
  measureSheetHow_unitOfMeasure: '人次、场、家、篇等。', measureSheetHow_dueOn: '例如 2026-11-30。', measureSheetHow_demands: '例如：印发文件、现场照片、验收意见。',
} as const;

/** Pages of the back office. */
export const adminBulk = {
  sheets: {
    overlaps: '可能重复计算的指标', overlaps_hint: '这些指标按同样的口径统计人次，对象可能是同一批人。目标数不要直接相加；已完成的数，全市合计时同一条记录只计一次。', overlap_words: '都提到“{words}”', overlap_records: '有 {count} 条记录同时计入', overlaps_show: '看 {count} 对', overlaps_hide: '收起', overlap_one: '可能重复计算', separate: '对象不同', separate_title: '这两项指标统计的不是同一批人？', separate_hint: '“{a}”和“{b}”。认定后不再提醒；其中一项的名称、来源或任务文字改了，或者又有记录同时计入，会再次提醒。', separate_submit: '认定对象不同', separated: '已认定，不再提醒。', said_title: '已认定对象不同（{count} 对）', said: '{reason}（{by}，{at}）', said_before: '{by}于{at}认定过对象不同：{reason}。之后有改动，请再核对。', rejoin: '恢复提醒', rejoin_title: '恢复这两项指标的提醒？', rejoined: '已恢复提醒。', overlaps_all_said: '没有待核对的指标。',
    title: '用 Excel 批量设定', hint: '下载指标表，在 Excel 里填，再传上来。没有指标的任务，表里已按文字填好建议，“采用”填“是”才算数。写入前先看有哪些变化。', download: '下载指标表', upload: '上传填好的指标表', file: '指标表.xlsx', preview_title: '上传后会有这些变化', added: '新增 {count} 项', changed: '修改 {count} 项', removed: '删除 {count} 项', unchanged: '不变 {count} 项', left_out: '表里没有、保持原样的 {count} 项', passed: '没有采用的建议 {count} 条，不写入', nothing: '表里的内容和现在一样，不用写入。', row: '第 {row} 行 · 第 {seq} 项任务', steps: { added: '新增', changed: '修改', removed: '删除' }, field: '{field}：{before} → {after}', empty: '空', more: '另有 {count} 处变化没有列出。',
    take: '写入', taken: '已写入：新增 {added}、修改 {changed}、删除 {removed}。', faults: '表里有 {count} 处问题，什么都没有写入：', fault: '{cell} “{field}”：“{value}” {message}', marked: '下载带“问题”列的文件',
  },
  copies: {
    pairs: '新旧项目对照', pairs_hint: '{from} 年和 {to} 年的项目，以及各有多少项任务。', pairs_save: '下载对照表', pair_to: '→ {to}', pair_items: '{count} 项',
    title: '复制为新一年', hint: '以这份分解表为底稿。先在这里选内容，生成预览后逐项核对，再入库成草稿；文号和日期留空，佐证和认定不带走。', year: '新的年份', year_later: '请填 {year} 年以后的四位年份。', measures: '带上指标，完成日期顺延', joint: '带上联合任务（{count} 项）', make: '生成预览（{count} 项）', items: '任务', item: '第 {seq} 项 · {units}', every: '全部', take_all: '这 {count} 项都要', take_none: '这 {count} 项都不要', move_all: '改这 {count} 项里的年份', move: '把文中的年份改成新年份',
    programme: '{from} → {to}', programme_open: '{from} → 待选（可能是{to}）', nobody: '没有对应', unit_renamed: '{was} 现为 {name}', unit_closed: '{name} 已撤销，请在预览里另选单位', measures_n: '另设指标 {count} 项', time_word: '“{word}”不会改，请核对', open_hint: '标着“待选”的项目，请在下一步的预览里选定；常用的对应可以在“项目库”里设好。', none: '没有符合条件的任务', none_hint: '换个单位或项目。',
  },
  mappings: {
    title: '新旧项目对应', hint: '复制往年分解表时，按这里的对应换成新项目。', into: '对应到', to: '新项目', none: '没有对应', ask: '逐项问', ask_hint: '勾选后，复制时由人逐项确认，这里选的只作提示。', direct: '直接换', edit: '设定', note: '说明', saved: '已设定对应。',
  },
  suggestions: {
    title: '按任务文字建议指标', hint: '还没有指标的 {count} 项任务，按文字给出建议。改好数量再采用，不合适的不勾。', open: '看建议', close: '收起', none: '每项任务都已有指标。', words: '因为写到“{words}”', no_words: '文字里看不出数量，建议定性考核', item: '第 {seq} 项 · {units}', choose: '采用“{name}”', name: '名称', min: '至少', unit: '计量单位', choose_all: '全部勾选', choose_none: '全部不勾', take: '采用所选（{count} 项）', taken: '已设定 {count} 项指标。', incomplete: '勾选的指标要填名称、计量单位和 1 以上的整数。', more: '先处理前 {shown} 项任务，采用后再看其余的。',
  },
} as const;
