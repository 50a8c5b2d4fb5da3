/** 讲座菜单: words, messages, history, refusals, workbook and pages. */
export const talkTerms = {
  talkStates: { draft: '草稿', submitted: '待发布', returned: '已退回', published: '已发布', withdrawn: '已下架' },
  talkLanguages: { mandarin: '普通话', wenzhou: '温州话', english: '英语' },
  talkEquipment: { projector: '投影或大屏', microphone: '话筒', computer: '电脑', network: '网络', tables: '可移动的桌椅', power: '电源插座', open_air: '室外场地' },
  talkHidings: { pool: '队伍没有开设讲座菜单', term: '讲师不在聘期内', suspended: '讲师的聘任暂停中' },
  talkGone: '（讲师已注销）',
  talkFields: { lecturer: '讲师', topic: '主题', audience: '对象', pool: '队伍' },
} as const;

/** Sentences of notices. */
export const talkNotices = {
  talk_submitted: '{name}提交了讲座“{title}”，请审核发布。', talk_published: '您的讲座“{title}”已发布到讲座菜单。', talk_returned: '您的讲座“{title}”被退回：{text}', talk_undone: '讲座“{title}”的办理结果已撤销，会重新审核。', talk_withdrawn: '您的讲座“{title}”已从菜单下架：{text}',
} as const;

/** What the history says. */
export const talkActions = {
  'talk.created': '起草讲座', 'talk.changed': '修改讲座', 'talk.corrected': '更正讲座', 'talk.submitted': '提交讲座', 'talk.recalled': '撤回讲座', 'talk.published': '发布讲座', 'talk.returned': '退回讲座', 'talk.undone': '撤销讲座办理', 'talk.withdrawn': '下架讲座', 'talk.left': '本人下架讲座', 'talk.removed': '删除讲座', 'talks.exported': '导出讲座菜单',
} as const;

/** Refusals. */
export const talkErrors = {
  'talk.no_term': '讲师不在这支队伍的聘期内，或这支队伍没有开设讲座菜单。请先办理聘任，或请市办公室在队伍设置里打开“讲座菜单”。', 'talk.too_many': '每位讲师最多写 {count} 个讲座，请先删除不用的。', 'talk.was_published': '这个讲座发布过，不能删除。不再讲的，请下架。',
} as const;

/** What stands in the workbook. */
export const talkDocuments = {
  talkSheet: '讲座菜单', talkColumns: { title: '题目', pool: '队伍', lecturer: '讲师', unit: '单位', county: '县（市、区）', topics: '主题', audiences: '对象', minutes: '时长（分钟）', mostPeople: '适合人数', languages: '语言', months: '季节', equipment: '设备', needs: '其他要求', summary: '内容简介', state: '状态', onMenu: '在菜单上', rating: '评分', ratings: '评价数' }, talkMenuShare: '科普讲座菜单：村、社区、学校可以点讲座，不收费。{url}', talkShare: '科普讲座“{title}”，{minutes} 分钟，可以点到村里、社区和学校。{url}', talkWholeYear: '全年', talkMonth: '{month}月', talkYes: '是', talkNo: '否',
} as const;

/** The back office. */
export const adminTalks = {
  talks: {
    title: '讲座菜单', one: '讲座', subtitle: '讲师写好的讲座在这里审核发布，发布后公众可以看到、点单。', search: '搜索题目、拼音首字母', state: '状态', pool: '队伍', topic: '主题', audience: '对象', language: '语言', lecturer: '讲师', unit: '单位', waiting: '待办', waiting_yes: '待我发布', on_menu: '菜单', on_menu_yes: '现在在菜单上', on_menu_no: '现在不在菜单上', none: '没有符合条件的讲座', none_hint: '讲师在“我的”页面写讲座；也可以点“代写讲座”。',
    create: '代写讲座', create_title: '代讲师写讲座', create_hint: '讲师要在聘期内。是否公开姓名由讲师本人决定。', find_lecturer: '搜索讲师姓名', edit: '更正', edit_title: '更正讲座', name: '题目', summary: '内容简介', summary_hint: '讲什么、听完能知道什么，{count} 字以内。', topics: '主题', audiences: '对象', minutes: '时长（分钟）', most_people: '适合人数', most_people_hint: '不限的留空。', equipment: '需要的设备', needs: '其他要求', languages: '语言', months: '季节（月份）', months_hint: '全年都能讲的不用选。', month: '{month}月', whole_year: '全年', save: '保存', saved: '已保存。', created: '已建好草稿，核对后发布。',
    submit: '提交', submitted: '已提交，等待发布。', publish: '发布', publish_title: '把“{title}”发布到讲座菜单？', published: '已发布，讲师会收到消息。', return: '退回', return_title: '退回“{title}”', returned: '已退回，讲师会收到消息。', withdraw: '下架', withdraw_title: '把“{title}”从菜单下架', withdrawn: '已下架，讲师会收到消息。', reasons: { unclear: '内容简介不清楚，请写明讲什么、适合谁', audience: '对象或时长不合适，请调整', facts: '内容有不准确的地方，请核对', over: '暂时不安排这个讲座' },
    minutes_n: '{count} 分钟', people_n: '{count} 人以内', shown: '在菜单上', hidden_because: '不在菜单上：{reason}', name_public: '公开姓名', name_private: '不公开姓名', by_staff: '代写', published_line: '{name} {at} 发布', returned_line: '{at} 退回：{reason}', withdrawn_line: '{at} 下架：{reason}', withdrawn_own: '{at} 本人下架', updated: '更新时间', rating: '评分', rating_n: '{average} 分（{count} 人评价）', no_rating: '还没有评价', bulk_publish: '发布所选 {count} 个题目', bulk_return: '退回所选 {count} 个题目', bulk_withdraw: '下架所选 {count} 个题目', bulk_select: '选择{name}', export: '导出表格', public_page: '看公开菜单', see_public: '看公开页面',
    menu: '讲座菜单', menu_hint: '打开后，这支队伍在聘期内的讲师可以写讲座，由归口的一方发布。', menu_names: '公开讲师姓名', menu_names_hint: '只公开本人同意公开的。', menu_ratings: '公开评分', menu_ratings_hint: '不打开时，评分只有归口的一方能看。',
  },
} as const;

/** The portal: the menu, its printed form, one talk, and the own ones. */
export const portalTalks = {
  talks: {
    title: '讲座菜单', description: '科普讲师可以讲的题目，按主题、对象、时长、语言挑选。', heading: '讲座菜单', lead: '村、社区、学校和单位可以从这里点讲座，讲师和讲座都不收费。', count: '共 {count} 个讲座', none: '没有符合条件的讲座', none_hint: '放宽一两个条件再看，或者把想听的写下来点单。', all: '看全部讲座', filter: '筛选', apply: '查找', clear: '清除条件', q: '题目里的词', topic: '主题', audience: '对象', language: '语言', length: '时长', month: '月份', any: '不限', longest: '{count} 分钟以内', month_n: '{month}月',
    minutes: '{count} 分钟', people: '{count} 人以内', whole_year: '全年', from_to: '{from}月至{to}月', one_month: '{month}月', lecturer: '讲师', lecturer_of: '{pool}讲师', by: '{name}（{unit}）', for_whom: '对象', when: '季节', how_long: '时长', room: '人数', needs: '需要的设备', other_needs: '其他要求', speaks: '语言', about: '内容简介', pool: '队伍', rating: '{average} 分（{count} 人评价）', rated: '评分',
    order: '点这个讲座', order_many: '去点单', print: '打印整份菜单', printed: '讲座菜单', printed_lead: '扫码看最新的菜单、点讲座。', printed_on: '{day}整理，以网上最新的为准。', scan: '扫码看详情', back: '返回讲座菜单', previous: '上一页', next: '下一页', page_n: '第 {page} 页，共 {pages} 页', share: '复制文字', copied: '已复制', link: '讲座菜单', to_menu: '看看讲座菜单', gone: '这个讲座现在不在菜单上', gone_hint: '讲师可能暂时不能讲。看看别的题目吧。',
  },
  myTalks: {
    heading: '我的讲座', short: '讲座', none: '您还没有写讲座。写一个您拿手的题目，发布后村和社区就能点。', no_pool: '讲师在聘期内才能写讲座。', add: '写一个讲座', pool: '队伍', name: '题目', name_hint: '让不熟悉的人一看就懂。', summary: '内容简介', summary_hint: '讲什么、听完能知道什么，{count} 字以内。', topics: '主题（最多 {count} 个）', audiences: '适合谁听', minutes: '时长（分钟）', most_people: '适合人数（选填）', equipment: '需要的设备', needs: '其他要求（选填）', languages: '能用什么语言讲', months: '哪几个月能讲', months_hint: '全年都能讲的不用选。', month: '{month}月', name_shown: '同意在菜单上公开我的姓名和单位', name_hidden_hint: '不同意的，菜单上只写队伍名称。', save: '保存', save_submit: '保存并提交', saving: '正在保存…', saved: '已保存为草稿，写好后请提交。', submitted: '已提交，发布后会收到消息。', edit: '修改', edit_published: '修改后要重新审核，审核通过前不在菜单上。', submit: '提交', recall: '撤回', recalled: '已撤回。', withdraw: '下架', withdraw_sure: '确定把“{title}”从菜单下架吗？', withdrawn: '已下架。', remove: '删除', remove_sure: '确定删除“{title}”吗？', removed: '已删除。', cancel: '取消', on_menu: '现在在菜单上', hidden: '现在不在菜单上：{reason}', returned: '退回原因：{reason}', withdrawn_because: '下架原因：{reason}', see: '看公开页面', required: '这一项要填写', too_many: '主题最多选 {count} 个',
  },
} as const;
