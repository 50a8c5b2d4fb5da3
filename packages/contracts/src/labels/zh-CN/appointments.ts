/** 入队推荐、聘任与聘书: words, messages, history, refusals, documents and pages. */
export const appointmentTerms = {
  nominationStates: { draft: '草稿', recommended: '已推荐', reviewed: '县级已审', appointed: '已聘任', returned: '已退回', declined: '未通过', withdrawn: '已撤回' },
  nominationConsents: { asked: '待本人同意', agreed: '本人已同意', refused: '本人不同意', on_behalf: '代为说明已同意' },
  appointmentStates: { valid: '在聘', upcoming: '未到起聘日', suspended: '暂停中', expired: '聘期已满', ended: '已退出' },
  termAnswers: { yes: '愿意继续', no: '不再继续', asked: '已询问', unasked: '未询问' }, headcountsBy: { unit: '按单位', county: '按县（市、区）' },
  poolEntries: { automatic: '按职业自动加入', appointed: '聘任加入' }, poolOwnerKinds: { city: '市全科组办', division: '县（市、区）', unit: '单位' }, poolFields: { owner: '归口单位' }, nominationEnds: { refused: '本人不同意', merged: '重复登记合并' },
} as const;

/** Sentences of notices. */
export const appointmentNotices = {
  nomination_consent: '{unit}推荐您加入“{pool}”，请确认是否同意。', nomination_recommended: '{unit}推荐{name}加入“{pool}”，请审核。', nomination_reviewed: '{name}加入“{pool}”已经县级审核，请聘任。', nomination_returned: '{name}加入“{pool}”的材料被退回：{text}', nomination_declined: '{name}加入“{pool}”未通过：{text}', nomination_appointed: '{name}已聘为“{pool}”成员。', nomination_refused: '{name}不同意加入“{pool}”，推荐已结束。',
  pool_term_ending: '您在“{pool}”的聘期到{day}结束。愿意继续的，请告诉我们。', pool_term_members_ending: '“{pool}”有 {count} 人的聘期到{day}结束，请办理续聘。', pool_term_asked: '您在“{pool}”的聘期到{day}结束，请回复是否愿意继续。', pool_term_answered: '{name}回复了是否继续留在“{pool}”。', pool_term_renewed: '您在“{pool}”已续聘，聘期到{day}。', pool_term_suspended: '您在“{pool}”的聘任已暂停：{text}', pool_term_left: '{name}退出了“{pool}”。', pool_term_ended: '您在“{pool}”的聘期已结束：{text}', pool_term_given_up: '推荐单位结束了{name}在“{pool}”的聘期：{text}',
} as const;

/** What the history says. */
export const appointmentActions = {
  'pool.created': '新建队伍', 'pool.changed': '修改队伍', 'nomination.created': '起草推荐', 'nomination.applied': '本人申请', 'nomination.changed': '修改推荐', 'nomination.recommended': '推荐', 'nomination.withdrawn': '撤回', 'nomination.agreed': '本人同意', 'nomination.refused': '本人不同意', 'nomination.reviewed': '县级通过', 'nomination.returned': '退回', 'nomination.declined': '不予聘任', 'nomination.appointed': '聘任',
  'pool_letter.issued': '发放聘书', 'pool_term.suspended': '暂停聘任', 'pool_term.resumed': '恢复聘任', 'pool_term.asked': '询问是否继续', 'pool_term.answered': '回复是否继续', 'pool_term.renewed': '续聘', 'pool_term.left': '本人退出',
} as const;

/** Refusals. */
export const appointmentErrors = {
  'pool.name_taken': '已有同名的队伍，请换一个名称。', 'pool.full': '这支队伍的 {count} 个名额已满。请先办理退出，或由市办公室调整名额。', 'pool.county_full': '本县（市、区）的 {count} 个名额已满。', 'nomination.open': '此人加入这支队伍的推荐正在办理，不用重复提交。', 'nomination.not_asked': '这支队伍不接受这样的推荐或申请。', 'nomination.no_consent': '本人还没有同意，不能聘任。本人会在“我的”页面收到询问。', 'nomination.not_reviewed': '{county}还没有审核，审核后才能聘任。', 'appointment.unknown': '没有找到这份聘书。请核对编号和验证码；都没有错的，请向发证单位核实。',
} as const;

/** What can be wrong with a field. */
export const appointmentFieldErrors = { unknown_placeholder: '不认识 {value}。可用的占位词见提示', number_pattern: '编号里年份和序号的占位词各写一次，见提示' } as const;

/** What stands in letters. */
export const appointmentDocuments = { letterTitle: '聘书', letterStamp: '（盖章处）', letterCheck: '扫码核验聘书', letterCode: '验证码：{code}', letterIssuer: '{place}全民科学素质工作领导小组办公室', letterDay: '{year}年{month}月{day}日', letterOpenEnd: '长期' } as const;


/** The back office. */
export const adminAppointments = {
  appointments: {
    nominations: '入队推荐', subtitle: '单位推荐、本人申请的人，在这里审核和聘任。', none: '没有要办的推荐', none_hint: '在队伍页面点“推荐人员”，或看其他状态。', find: '搜索姓名、拼音首字母', waiting: '待我办理', waiting_yes: '待我办理', state: '状态', person: '姓名', pool: '队伍', unit: '单位', county: '审核的县（市、区）', consent: '本人意见', submitted: '推荐', own: '本人申请', by: '{name}，{at}',
    recommend: '推荐人员', recommend_title: '推荐人员加入“{pool}”', words: '推荐理由', words_hint: '500 字以内。', consent_note: '本人怎样同意的（代为说明）', consent_note_hint: '本人已当面或书面同意的，写明时间和方式；留空则由系统请本人在手机上确认。', start: '开始填写', started: '已建好草稿，请填写后推荐。', answers: '填报内容', no_answers: '这支队伍没有要填的内容。', save: '保存', saved: '已保存。', submit: '推荐', submitted_done: '已推荐。', submit_title: '推荐{name}？', withdraw: '撤回', withdrawn: '已撤回。', withdraw_title: '撤回这条推荐？',
    review: '县级通过', reviewed: '已通过。', review_title: '同意{name}加入“{pool}”？', appoint: '聘任', appointed: '已聘任。', appoint_title: '聘{name}为“{pool}”成员？', appoint_hint: '不填日期的，从今天起，聘期按队伍的规定。要发聘书的队伍会同时发聘书。', return: '退回', returned: '已退回。', return_title: '退回{name}的推荐？', decline: '不予聘任', declined: '已处理。', decline_title: '不予聘任{name}？', history: '记录', reason: '原因：{reason}', reasons: { incomplete: '材料不完整', duties: '不符合条件', full: '名额已满' }, to_term: '看聘期和聘书',
    bulk_appoint: '聘任所选 {count} 人', bulk_return: '退回所选 {count} 人', bulk_review: '县级通过所选 {count} 人', bulk_title: '正在办理', bulk_progress: '已办 {done}/{count}', bulk_done: '办好 {done} 项，没有办成 {failed} 项', bulk_ok: '已办', bulk_close: '关闭', select: '选择{name}', select_all: '全选本页',
    renewals: '续聘', renewals_subtitle: '聘期快到或已满、还没有续聘的人。', renewals_none: '没有要续聘的人', renewals_none_hint: '聘期快到时会自动出现在这里。', ends: '聘期止', willing: '本人意愿', willing_yes: '愿意继续', willing_no: '不再继续', willing_asked: '已询问', willing_unasked: '未询问', renew: '续聘', renew_n: '续聘所选 {count} 人', renew_title: '续聘{name}？', renew_hint: '不填日期的，按队伍规定的聘期。会发新的聘书。', renewed: '已续聘。', ask: '询问是否继续', ask_n: '询问所选 {count} 人', asked: '已询问。', let_end: '到期结束',
    term: '聘期', term_of: '{name} · {pool}', from_to: '{from} 至 {to}', no_end: '长期', letter: '聘书', letter_none: '这一聘期没有聘书。', download: '下载聘书', number: '聘书编号', suspend: '暂停', suspend_title: '暂停{name}的聘任？', suspended: '已暂停。', suspended_line: '暂停：{from} 至 {to}，{reason}', until_open: '另行通知', resume: '恢复', resumed: '已恢复。', resume_title: '恢复{name}的聘任？', renewed_line: '已续聘', actions: '办理',
    settings: '队伍设置', create_pool: '新建队伍', pool_created: '已新建队伍。', pool_saved: '已保存。', name: '队伍名称', note: '说明', aliases: '别名（每行一个）', entry: '怎样加入', owner: '由谁聘任', owner_kind: '归口', owner_division: '县（市、区）', owner_unit: '单位', units_recommend: '单位可以推荐', people_apply: '本人可以申请', county_reviews: '经县（市、区）审核', county_hint: '市级单位的人没有县级这一步。', quota: '总名额', county_quota: '每个县（市、区）名额', quota_hint: '不限的留空。', term_months: '聘期（月）', term_hint: '长期的留空。', renew_days: '到期前几天列入续聘', has_letter: '发聘书', letter_words: '聘书正文', letter_words_hint: '可用占位词：{blanks}。留空用通用正文。', number_pattern: '聘书编号', number_hint: '例：{example}',
    headcounts: '各单位、各县人数', headcounts_on: '截至', headcounts_by: '统计方式', headcounts_none: '这一天没有在聘的人', no_unit: '无单位', topic: '主题', level: '掌握程度', language: '语言', away: '哪天外出', ending: '多久内到期', ending_30: '30 天内', ending_60: '60 天内', ending_180: '180 天内', on: '哪天在聘', held: '暂停', held_yes: '暂停中', consent_filter: '本人意见', own_filter: '来源', own_yes: '本人申请', own_no: '单位推荐', bulk_undo: '撤销', county_home: '常住县（市、区）',
    questions: '推荐时要填的内容', questions_hint: '推荐人或本人申请时填。已经提交的保留当时的内容。', question_n: '第 {count} 项', add_question: '加一项', question_label: '名称', question_type: '类型', question_required: '必填', question_options: '选项（每行一个）', question_help: '填写提示', up: '上移', down: '下移', remove: '删除', no_questions: '还没有要填的内容。', save_settings: '保存设置', places: '还有 {count} 个名额', quota_of: '{count} / {quota} 人', waiting_n: '待办 {count}',
  },
} as const;

/** The portal: one's own pools, and the check of a letter. */
export const portalAppointments = {
  pools: {
    none: '您还没有加入要聘任的队伍。', asks: '{by}推荐您加入“{pool}”，是否同意？', asks_own: '您申请加入“{pool}”', agree: '同意', refuse: '不同意', agreed: '已同意，等待审核。', refused: '已回复不同意。', term: '{from} 至 {to}', no_end: '长期', number: '聘书编号：{number}', download: '下载聘书', leave: '退出', leave_sure: '确定退出“{pool}”？退出后立即生效。', left: '已退出。', still: '聘期快到了，您愿意继续吗？', go_on: '愿意继续', stop: '不再继续', answered: '已回复，谢谢。', said_yes: '您已回复：愿意继续', said_no: '您已回复：不再继续',
    suspended: '暂停中：{reason}', state: '办理情况', withdraw: '撤回申请', withdrawn: '已撤回。', reason: '原因：{reason}', open: '可以申请的队伍', apply: '申请加入', applying: '正在提交……', applied: '已提交申请。', words: '申请理由', required: '必填', choose: '请选择', yes: '是', no: '否', history: '以往', cancel: '取消',
  },
  appointment: {
    title: '核验聘书和服务证明', description: '核对一份聘书或志愿服务记录证明是不是真的、现在是否有效。', heading: '核验聘书和服务证明', lead: '填写聘书或志愿服务记录证明上的编号和验证码，或扫上面的二维码。', number: '编号', code: '验证码', check: '核验', found: '这份聘书是真的', unknown: '没有找到这份聘书或证明', unknown_hint: '请核对编号和验证码。都没有错的，请向发证单位核实。', limited: '核验太频繁，请过几分钟再试。', name: '姓名', pool: '队伍', unit: '单位', term: '聘期', issuer: '发证单位', state: '状态', to: '{from} 至 {to}', no_end: '长期', checked: '核验日期：{day}', masked: '为保护个人信息，只显示姓。请与持证人出示的身份证件核对。', again: '核验另一份',
    states: { valid: '有效', upcoming: '未到起聘日', suspended: '暂停中', expired: '聘期已满', ended: '已退出' },
  },
} as const;
