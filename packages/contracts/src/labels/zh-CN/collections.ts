/** 摸底: words, messages, history, refusals, documents and pages. */
export const collectionTerms = {
  collectionStates: { draft: '草稿', open: '填报中', closed: '已截止', withdrawn: '已撤回' },
  collectionAnswerStates: { draft: '待填报', checking: '待本单位审核', submitted: '已报送', returned: '已退回', accepted: '已通过' },
  collectionFieldTypes: { text: '短文字', long: '长文字', whole: '整数', decimal: '小数、金额', flag: '是 / 否', choice: '单选', choices: '多选', day: '日期', month: '年月' },
  collectionSums: { none: '不汇总', sum: '求和', average: '平均', count: '按选项计数' },
} as const;

/** Sentences of notices about collections. */
export const collectionNotices = {
  collection_opened: '有新的摸底“{title}”，请于 {day} 前填报。', collection_reopened: '摸底“{title}”重新开放，请于 {day} 前填报。', collection_withdrawn: '摸底“{title}”已撤回，不用再填报：{text}', collection_due: '摸底“{title}”请于 {day} 前填报。',
  collection_chased: '提醒：摸底“{title}”还没有收到贵单位的填报，截止日是 {day}。{text}', collection_checking: '{unit}的摸底“{title}”等您审核报送。', collection_sent_back: '摸底“{title}”被退给填报人：{text}', collection_returned: '摸底“{title}”被退回，请修改后重新报送：{text}',
} as const;

/** What the history of a collection says. */
export const collectionActions = {
  'collection.created': '起草摸底', 'collection.copied': '复制为新的摸底', 'collection.changed': '修改摸底', 'collection.deleted': '删除草稿', 'collection.opened': '发出摸底', 'collection.closed': '截止', 'collection.reopened': '重新开放', 'collection.withdrawn': '撤回', 'collection.chased': '催报', 'collection.exported': '导出了摸底结果', 'collection.audience_moved': '单位合并后改由承接单位填报',
  'collection_answer.saved': '填写', 'collection_answer.handed_over': '交审核人', 'collection_answer.sent_back': '退给填报人', 'collection_answer.submitted': '报送', 'collection_answer.recalled': '撤回', 'collection_answer.accepted': '通过', 'collection_answer.returned': '退回', 'collection_answer.moved': '随单位合并转移',
} as const;

/** Refusals about collections. */
export const collectionErrors = {
  'collection.no_fields': '还没有栏目。请至少加一个栏目再发出。', 'collection.no_units': '没有选到要填报的单位。请在“谁来填”里选单位、类别或区县。', 'collection.day_over': '截止日 {day} 已过。请改成今天或以后的日期。',
  'collection.field_gone': '已有单位填报，不能删除栏目“{label}”，否则已填的内容会丢失。可以改名称和说明，或加新的栏目。', 'collection.field_retyped': '已有单位填报，栏目“{label}”的类型、单位、范围和已有选项不能再改。可以改名称和说明、加选项，或加新的栏目。', 'collection.field_demanded': '已有单位填报，新加的栏目“{label}”不能设为必填，否则已报的单位要重填。请改为选填。',
  'collection.fixed': '摸底已发出，填报单位、行数和沿用上次不能再改。要改的，请撤回后复制一份重发。', 'collection.gaps': '还有 {count} 个单位没有报送：{names}。确定截止的，请勾选“仍然截止”。', 'collection.sheet_unsupported': '读不了这种文件（{type}）。请用下载的模板填写，另存为 .xlsx 再上传。', 'collection.sheet_foreign': '表头和这份摸底对不上，缺少栏目：{labels}。请重新下载模板，把内容贴进去再上传。',
} as const;

/** What can be wrong with a cell or the design of a column. */
export const collectionFieldErrors = {
  not_whole: '应为整数，只填数字', not_number: '应为数字，只填数字', too_many_places: '最多 {places} 位小数', not_yes_no: '请填“是”或“否”', bad_month: '不是有效的年月（如 2026-03）', not_choice: '“{value}”不在选项里，可填：{options}', rows_many: '最多填 {maximum} 行', rows_missing: '请至少填一行；本单位没有的，点“本单位没有”', unknown_column: '没有这个栏目，请刷新页面后重试',
  label_twice: '栏目“{value}”重复，请换一个名称', options_missing: '请至少写两个选项', option_twice: '选项“{value}”重复', option_parted: '选项“{value}”里不要用顿号、逗号、分号', bounds: '最小值不能大于最大值', sum_unfit: '这种类型不能这样汇总', personal_reason: '这一栏像是收集个人信息。确有必要的，请写明理由；没有必要的，请换一个名称',
} as const;

/** What stands in sheets and documents. */
export const collectionDocuments = {
  collectionRows: '填报明细', collectionGaps: '未报单位', collectionCount: '计数 {label}', collectionTotal: '合计', collectionAverage: '平均', collectionNo: '序号', collectionCounty: '所属区县', collectionOption: '选项', collectionTimes: '次数', collectionUnit: '单位', collectionState: '状态', collectionDue: '截止日', collectionLate: '迟报', collectionNone: '本单位没有',
  collectionProblem: '问题', collectionColumn: '栏目', collectionDemand: '要求', collectionMade: '汇总', collectionTemplate: '填报表', collectionHow: '填写说明', collectionSummary: '{title}汇总表', collectionAsked: '应报 {asked} 个单位，已报 {answered} 个（其中 {none} 个没有此项），未报 {missing} 个。', collectionOf: '分区县', collectionAnswered: '已报', collectionAskedOf: '应报', collectionRowsOf: '行数', collectionYes: '是', collectionNot: '否', collectionOptions: '选项',
  collectionReminder: '【{title}】\n请于 {day} 前填报，手机上就能填。\n还没有报的 {count} 个单位：{units}\n{url}', collectionAllIn: '【{title}】\n各单位都已填报，谢谢。\n{url}', collectionRequired: '必填', collectionOptional: '选填', collectionHintRows: '从第 2 行填起，最多 {count} 行。不要改表头。',
} as const;

/** Pages of collections in the back office. */
export const adminCollections = {
  collections: {
    title: '摸底', subtitle: '临时要数据时，几分钟设计一张小表，单位在手机上填，合计和缺口自动出来。', subtitle_unit: '办公室临时要的数据，在这里填。', none: '还没有摸底', none_hint: '点“新建摸底”，或复制一份以前的。', none_unit: '没有要填的摸底', none_unit_hint: '有新的摸底时会收到消息。', find: '搜索标题', state: '状态', all: '全部', due: '{day}截止', counts: '已报 {answered}/{asked}', to_check: '待查看 {count}', missing_n: '未报 {count}', my_due: '待填的摸底 {count}', open: '打开', fill: '去填报',
    create: '新建摸底', create_title: '新建摸底', create_save: '建好，去设计', created: '已建好草稿。', field_title: '标题', field_note: '说明（为什么要、怎么填）', field_due: '截止日', due_hint: '建议选工作日。', uncertain: '该年节假日安排未公布，日期可能调整。', field_rows: '每个单位填几行', rows_hint: '1 是每单位一份；如按场馆逐个填，写最多几行。', who: '谁来填', who_hint: '按类别、区县选，或直接点名；都选的，取同时符合类别和区县的，再加上点名的。', kinds: '单位类别', divisions: '区县', units: '点名的单位', asked_n: '共 {count} 个单位', prefill: '沿用上次填的内容作为起点', prefill_hint: '只带入“{title}”里同一栏目的内容，单位再核对修改。',
    fields: '栏目', add_field: '加一个栏目', field_n: '第 {count} 栏', label: '名称', type: '类型', required: '必填', help: '填写提示', unit_of_measure: '计量单位', places: '小数位数', min: '最小值', max: '最大值', max_length: '最多字数', options: '选项（每行一个）', sum: '汇总', personal: '这一栏像是收集个人信息。科普摸底一般不需要，请换成数量或名称；确有必要的，写明理由。', personal_field: '必须收集的理由', up: '上移', down: '下移', remove: '删除这一栏', remove_title: '删除“{label}”？', removed: '已删除。', no_fields: '还没有栏目。常用的有：数量（整数、求和）、经费（小数、求和）、有没有（是 / 否）、名称（短文字）。', locked: '已有单位填报：可以改名称、说明，加选项和选填的栏目；不能删除或改类型，免得已填的内容丢失。', too_many: '最多 {count} 个栏目。',
    save: '保存设计', saved: '已保存。', unsaved: '有改动还没有保存', restored: '已恢复上次没有保存的内容，请核对后保存。', stale: '别人刚改过，已载入最新内容；您没有保存的内容还在，请核对后再保存。', preview: '预览', preview_title: '单位在手机上看到的样子', send: '发出', send_title: '发给 {count} 个单位？', send_hint: '单位的联络员会收到消息。发出后不能再改填报单位。', sent: '已发出。', amend: '改标题、说明和截止日', settings: '改标题、单位和截止日', change_fields: '改栏目', amend_title: '修改', copy: '复制为新的摸底', copy_title: '复制为新的摸底', copied: '已复制为草稿。', copy_suffix: '{title}（新）',
    close: '截止', close_title: '截止填报？', close_hint: '截止后单位不能再填报，可以重新开放。', close_gaps: '还有 {count} 个单位没有报：{names}', close_anyway: '仍然截止', closed: '已截止。', reopen: '重新开放', reopen_title: '重新开放', reopened: '已重新开放。', withdraw: '撤回', withdraw_title: '撤回这次摸底？', withdraw_hint: '单位不用再填，会收到消息。', withdrawn: '已撤回。', remove_draft: '删除草稿', remove_draft_title: '删除这份草稿？', draft_deleted: '已删除。', ended: '撤回原因：{reason}',
    answered: '已报', missing: '未报', late: '迟报', standings: '各单位', show: '显示', show_answered: '已报', show_missing: '未报', show_late: '迟报', show_none: '没有此项', show_toCheck: '待查看', show_returned: '已退回', county: '区县', chased_on: '{day}催过', rows_n: '{count} 行', none_mark: '没有此项', overdue_mark: '逾期未报', late_mark: '迟报', no_units_found: '没有符合的单位', accept_all: '全部通过（{count}）', accepted_n: '已通过 {count} 份。', chase: '催报', chase_title: '催没有报的 {count} 个单位？', chase_hint: '联络员会收到消息；同一单位一天只催一次。', chase_words: '附言（可不填）', chased: '已催 {count} 个单位。', chase_skipped: '{count} 个今天已催过', chase_unheard: '没有联络员、收不到消息：{names}', share: '群里发', share_title: '发到工作群', share_hint: '复制文字发到群里，或让大家扫码。', qr: '二维码：{url}',
    table: '全部数据', table_find: '搜索单位、内容', no_rows: '还没有报上来的数据', no_rows_hint: '单位报送后，这里自动出现明细和合计。', total: '合计', average: '平均', counts_of: '{option} {count}', gaps_of: '空 {count}', export: '导出 Excel', export_docx: '导出汇总表', summary: '汇总', by_county: '分区县', county_line: '已报 {answered}/{asked}', then: '上次', now: '这次', difference: '增减', compare: '与“{title}”相比', column: '栏目', history: '记录', unit: '单位',
    fill_title: '填报', due_on: '截止日：{day}', row_n: '第 {count} 行', add_row: '加一行', remove_row: '删除这一行', most_rows: '最多填 {count} 行', none_button: '本单位没有', none_said: '已填“本单位没有”', none_undo: '改为填写', prefilled: '已带入上次填的内容，请逐项核对。', yes: '是', no: '否', paste: '从 Excel 粘贴', paste_title: '从 Excel 粘贴', paste_hint: '在 Excel 里选中数据（不含表头），复制，再点下面的框粘贴。列的顺序：{columns}', paste_box: '粘贴到这里', paste_fill: '填入表格', paste_done: '已填入 {count} 行。', paste_faults: '有 {count} 处不对，其余可以填入。先在上面改好，或填入后再改：', paste_place: '第 {row} 行“{label}”：“{value}” {message}', paste_cut: '最多 {count} 行，多出的 {rest} 行没有填入。', template: '下载 Excel 模板', upload: '上传填好的 Excel', uploaded: '已读入 {count} 行，请核对后报送。', sheet_faults: '文件里有 {count} 处不对，其余已填入。', sheet_place: '{cell} “{field}”：“{value}” {message}', sheet_back: '下载带“问题”列的文件',
    rows_there: '页面上已经填了 {count} 行', rows_append: '接在后面', rows_replace: '替换原来的', too_many_rows: '合起来超过 {count} 行，只能替换。', contested_design: '别人刚改过这份摸底的栏目。请先选用哪一份。', contested: '本单位别人刚改过这份填报。请先选用哪一份。', take_theirs: '用最新的', keep_mine: '保留我的', save_answer: '保存', answer_saved: '已保存。', submit: '报送', submitted: '已报送，谢谢。', submit_title: '报送给办公室？', submit_gaps: '还有 {count} 处没有填好，已在表里标出。', hand_over: '交审核人', handed_over: '已交 {names} 审核。', needs: '本单位由 {names} 审核报送。', send_back: '退给填报人', sent_back: '已退给填报人。', recall: '撤回修改', recalled: '已撤回，可以修改。', accept: '通过', accepted: '已通过。', return: '退回', return_title: '退回给单位', returned: '已退回。', returned_by: '{name} {at} 退回：{reason}', submitted_by: '{name} {at} 报送', not_open: '这次摸底已截止或撤回，不能再填。', waiting_hidden: '单位还没有报送，报送后才看得到内容。', clear: '清空', choose: '请选择', optional: '选填',
  },
} as const;
