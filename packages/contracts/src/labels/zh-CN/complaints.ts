/** Complaints: words, page of the portal, pages of the back office. */
export const complaintTerms = {
  complaintKinds: { false_hours: '时长不实', forced_service: '摊派、强迫参加', charging: '违规收费', personal_data: '个人信息', minor_safety: '未成年人安全', wrong_content: '内容不实', matching: '推荐和录取', other: '其他建议' },
  complaintStates: { open: '待答复', answered: '已答复', reopened: '待复核', closed: '已办结' },
  complaintOutcomes: { upheld: '情况属实', partly: '部分属实', not_upheld: '情况不属实' },
  complaintLevels: { county: '县（市、区）办公室', city: '市办公室' },
  keptApart: { complaints: '投诉和答复，办结后从提交算起' },
} as const;

/** Sentences of notices about complaints. */
export const complaintNotices = {
  complaint_made: '收到一件投诉（{number}，{kind}），请在{day}前答复。', complaint_disputed: '投诉 {number}（{kind}）对答复不满意，请在{day}前复核。', complaint_due: '投诉 {number}（{kind}）要在{day}前答复，请尽快办理。',
} as const;

/** What the history of a complaint says. */
export const complaintActions = {
  'complaint.made': '提交投诉', 'complaint.answer': '答复投诉', 'complaint.dispute': '对答复不满意', 'complaint.accept': '对答复满意', 'complaint.lapse': '期满办结', 'complaint.review': '复核答复', 'complaint.contact_seen': '查看了投诉人的联系方式',
} as const;

/** Refusals about complaints. */
export const complaintErrors = {
  'complaint.unknown': '没有找到这件投诉，链接可能没有复制完整。请从保存的地方重新复制整个链接。', 'complaint.no_contact': '投诉人没有留下联系方式。请直接写答复，对方用链接就能看到。',
} as const;

/** Portal: the form, and what its link shows. */
export const portalComplaints = {
  complaints: {
    link: '投诉与建议', title: '投诉与建议', description: '时长不实、摊派、收费、个人信息、内容不实、推荐不公……都可以在这里说，不用登录，可以不留姓名。', heading: '投诉与建议', lead: '不用登录，可以不留姓名。15 个工作日内答复并说明理由；对答复不满意，可以请市办公室复核一次。被投诉的单位看不到您的投诉。',
    kind: '关于什么', text: '具体情况', textHint: '什么时间、什么地点、什么事。请不要写他人的身份证号等信息。', about: '投诉的页面', aboutPage: '您是从这一页来的：{page}', contact: '手机号或邮箱（可不填）', contactHint: '只有答复您的办公室能看到，每次查看都有记录。不填也能用链接看答复。', name: '怎么称呼您（可不填）', submit: '提交', sending: '正在提交…', required: '这一项要填写',
    kept: '投诉办结后最多保存 3 年（从提交算起），然后删除。不记录您的账号。', law: '依据：《个人信息保护法》第五十条、《互联网信息服务算法推荐管理规定》第二十二条、《科学技术普及法》第三十六条。', look: '已经提交过？用保存的链接查看答复。',
    madeHeading: '已经收到', madeText: '编号 {number}，{day}前答复。请保存下面的链接，用它看答复。', linkHint: '只显示这一次。建议发给自己的微信“文件传输助手”。', copy: '复制链接', copied: '已复制', open: '查看进度',
    status: { title: '投诉进度', description: '用提交时得到的链接，查看投诉的进度和答复。', heading: '投诉进度', noToken: '链接不完整。请从保存的地方复制整个链接，或在下面重新提交。', number: '编号', kind: '关于', state: '进度', submittedAt: '提交时间', text: '您说的', answer: '{level}的答复', outcome: '结论', review: '市办公室的复核', disputed: '您不满意的原因', daysLeft: '还有 {count} 天', daysPast: '已超期 {count} 天',
      next: { open: '正在办理，{day}前答复。', answered: '已经答复。满意请点“满意”；不满意可以请市办公室复核一次。30 天内没有说不满意，就算办结。', reopened: '市办公室正在复核，{day}前答复。', closed: '已经办结。' },
      accept: '满意，办结', dispute: '不满意，请市里复核', disputeReason: '哪里不满意', disputeSubmit: '请市办公室复核', again: '再提一件' },
  },
} as const;

/** Pages of the back office. */
export const adminComplaints = {
  complaints: {
    title: '投诉', subtitle: '15 个工作日内答复并说明理由。被投诉的单位看不到。', number: '编号', kind: '关于', subject: '投诉对象', level: '由谁答复', due: '答复期限', days_left: '还有 {count} 天', days_past: '已超期 {count} 天', submitted: '提交时间', text: '投诉内容', about: '从哪一页提交', name: '称呼', anonymous: '没有留姓名', contact: '联系方式', no_contact: '没有留联系方式，对方用链接看答复', call: '显示联系方式', call_hint: '每次查看都会留下记录。', county: '县（市、区）', unit: '单位', waiting: '待办理',
    answer: '答复', answer_title: '答复投诉 {number}', answer_explained: '投诉人打开链接就能看到。提交后不能修改。请写明查到的情况、怎么处理；不属实的也要说明理由。', review: '复核答复', review_title: '复核投诉 {number}', review_explained: '投诉人对第一次答复不满意。复核后办结，不能修改。', outcome: '结论', answer_text: '答复内容', answered: '已答复', first_answer: '答复', by: '{name}，{when}', disputed: '不满意的原因', reviewed: '复核',
    empty: '没有投诉', empty_hint: '网站每一页的底部都有“投诉与建议”，收到后会出现在这里，并给您发消息。', button: '投诉与建议', desk: '待答复的投诉', search: '按编号查找',
  },
} as const;
