/** Words of minors and their guardians, for all apps. */
export const guardianTerms = {
  /** Words for the same, as rolls of pupils have them. */
  spokenRelations: { mother: '妈妈 母', father: '爸爸 父', grandparent: '爷爷 奶奶 外公 外婆 祖父 祖母 外祖父 外祖母', sibling: '哥哥 姐姐', other: '其他' },
  relations: { mother: '母亲', father: '父亲', grandparent: '祖父母、外祖父母', sibling: '成年兄姐', other: '其他法定监护人' },
  linkMethods: { registered: '由监护人登记', link: '监护人在自己的手机上确认', slip: '监护人签名的纸质回执' },
  guardianStates: { asked: '等待监护人确认', linked: '已确认', declined: '对方表示不是监护人', expired: '链接已过期', ended: '已解除' },
  activityConsentStates: { asked: '等待监护人同意', given: '监护人已同意', changed: '风险告知有变化，请重新同意', refused: '监护人不同意', withdrawn: '监护人已撤回同意', over: '已结束' },
  recordRequestStates: { asked: '等待批准', approved: '已批准', refused: '未批准', expired: '已过期' },
  whoMayServe: { adults: '只招成年人', minors: '也欢迎中小学生（须监护人同意）', dangerous: '有危险（救援、登高、化学品等），只招成年人' },
  shiftConsents: { given: '监护人已同意', changed: '风险告知变了，监护人还没重新同意', missing: '监护人没有同意' },
} as const;

/** Children under 8, who come along with an adult of their family. */
export const companionTerms = {
  total: '另有同行儿童 {count} 名（8 岁以下，由家长照看）', row: '同行儿童 {count} 名', toConfirm: '风险说明已更新，待本人重新确认同行儿童', welcome: '可带 8 岁以下儿童同行',
} as const;

/** Sentences of notices about minors. A child is named by the masked name alone. */
export const guardianNotices = {
  consent_asked: '{name}想参加“{title}”（{time}），请阅读风险告知后决定是否同意。', consent_given: '监护人已同意您参加“{title}”。', consent_refused: '监护人没有同意您参加“{title}”。', consent_withdrawn: '监护人撤回了对“{title}”的同意，您在这项活动的名额已退出。',
  consent_changed: '“{title}”的风险告知有变化，请重新阅读并决定是否同意{name}参加；开始前没有重新同意的，不能参加。', guardian_linked: '{name}已确认为监护人，现在可以报名适合未成年人的活动。', guardian_ended: '一位监护人已解除关联，相关的同意和名额已一并结束。',
  came_of_age: '您已年满 18 周岁：监护人不再替您决定，请核对资料并重新阅读个人信息处理说明。', child_came_of_age: '{name}已年满 18 周岁，您作为监护人的权限已自动结束。',
  child_signup_confirmed: '{name}已被录取：“{title}”，{time}，{place}。', child_signup_waiting: '“{title}”的岗位已满，{name}在候补名单中。', child_signup_refused: '很抱歉，{name}报名的“{title}”未能录取：{text}', child_activity_cancelled: '{name}报名的“{title}”已取消：{text}。',
  child_shift_moved: '{name}报名的“{title}”改到{time}：{text}。如不能参加，可以退出。', child_shift_cancelled: '{name}报名的“{title}”{time}的场次已取消：{text}。', child_signup_clashed: '{name}报名的“{title}”改到{time}，与“{other}”冲突，这次报名已取消。', child_hours_confirmed: '{name}在“{title}”的服务时长已确认：{hours} 小时，{ledger}。',
  minor_record_asked: '{unit}的{by}申请查看一名未成年人的资料，请核实后批准或不批准。', minor_record_approved: '您查看未成年人资料（{number}）的申请已批准，24 小时内有效。', minor_record_refused: '您查看未成年人资料（{number}）的申请没有批准。',
} as const;

/** What the history says about minors. */
export const guardianActions = {
  'guardian.registered': '监护人开通账号', 'guardian.age_stated': '监护人填写出生日期', 'guardian.asked': '请监护人确认', 'guardian.linked': '监护人确认关联', 'guardian.declined': '对方表示不是监护人', 'guardian.ended': '解除监护关联', 'child.registered': '监护人登记孩子', 'minor.came_of_age': '年满 18 周岁', 'minor_policy.created': '调整未成年人规则',
  'activity_consent.asked': '请监护人同意', 'activity_consent.given': '监护人同意', 'activity_consent.refused': '监护人不同意', 'activity_consent.withdrawn': '监护人撤回同意', 'minor_record.asked': '申请查看未成年人资料', 'minor_record.approved': '批准查看未成年人资料', 'minor_record.refused': '不批准查看未成年人资料',
  'minor_record.opened': '查看未成年人资料', 'emergency_card.opened': '查看紧急联系卡', 'minor_audit.exported': '导出未成年人信息合规审计表',
} as const;

/** The rules for children's data. A changed text needs a new version of the consent `child`. */
export const childText = '我是孩子的父母或其他监护人。我知道：科普志愿只保存孩子参加志愿服务必需的信息：姓名、出生日期、常住县（市、区）、学校（可不填）、关注的主题，以及报名、签到和服务记录；不要求照片、住址、成绩和健康信息，不收集位置。孩子的姓名加密保存，名单上只显示姓氏；只有活动当天的现场负责人能看到姓名，遇到紧急情况时可以查看我的电话，每次查看都有记录并告诉我。其他工作人员要看孩子的资料，须写明原因，由负责人批准，24 小时内有效，同样有记录。孩子的信息不用于推荐以外的任何用途，默认不做个性化推荐，不公开，不提供给其他人。每一项活动都由我看过风险告知后单独决定；我可以随时撤回同意、查看、更正、导出和删除孩子的信息。孩子年满 18 周岁时，我的权限自动结束。服务记录按《志愿服务记录与证明出具办法》保存。' as const;

/** The sheet of the yearly audit of minors' data. */
export const minorAuditWords = {
  title: '未成年人个人信息合规审计表', sheetFigures: '数量', sheetAccesses: '查看记录', item: '项目', count: '数量', year: '年度', madeAt: '生成时间', policy: '未成年人规则第 {version} 版', at: '时间', who: '查看人', body: '单位', role: '身份', field: '看了什么', number: '志愿者编号', reason: '原因',
  basis: '依据《未成年人网络保护条例》第三十七条，每年进行一次合规审计。', shiftLeader: '现场负责人',
  figures: {
    minors: '在册未成年志愿者', children: '其中不满 14 周岁', registered: '本年新登记', guardians: '有效的监护关联', withoutGuardian: '还没有监护人确认', consentsGiven: '监护人对活动的同意', consentsRefused: '监护人不同意', consentsWithdrawn: '监护人撤回同意', served: '参加过服务的未成年人', minutes: '服务分钟',
    recordsAsked: '申请查看资料', recordsApproved: '已批准', recordsRefused: '未批准', recordsOpened: '查看资料', emergencyCards: '查看紧急联系卡', slipsOpened: '查看签名回执扫描件', reveals: '查看联系方式', exported: '出现在导出名单中（姓名已隐去）', deleted: '已注销', cameOfAge: '年满 18 周岁',
  },
} as const;
