/** Who somebody is, and whether their registration holds. */
export const registrationTerms = {
  documentKinds: { id_card: '身份证（含港澳台居民居住证、永久居留身份证）', passport: '护照' },
  skillLevels: { interested: '感兴趣', practised: '有经验', teaching: '能主讲' },
  willingnesses: { standing: '愿意服务', asked: '等本人确认', silent: '久未确认' },
  standings: { good: '正常', frozen: '已冻结', void: '已作废' },
  standingActions: { freeze: '冻结', suspend: '因年龄冻结', unfreeze: '解除冻结', void: '作废' },
  /** Sentences that are kept as reasons where no person wrote one. */
  standingReasons: { under_age: '证件上的出生日期显示未满 18 周岁。', void: '志愿者登记不实，已作废。', released: '志愿者登记已冻结或作废，报名随之取消。' },
} as const;

/** Sentences of notices. */
export const registrationNotices = {
  still_willing: '一年过去了，您还愿意继续做科普志愿者吗？请在“我的资料”里点一下“愿意继续”。',
  real_name_wanted: '第一次服务前，请补充一次身份证号。补充以后才能确认您的服务时长。', birth_date_corrected: '您登记的出生日期与证件不一致，已按证件更正为{day}。',
  registration_frozen: '您的志愿者登记已冻结：{text}。已有的服务记录都在，暂时不能报名、确认时长。如有疑问，请联系所在县（市、区）办公室。', registration_unfrozen: '您的志愿者登记已恢复正常：{text}。可以继续报名和服务。',
} as const;

/** What the history says. */
export const registrationActions = {
  'volunteer.stays': '确认愿意继续服务',
  'real_name.given': '补充了实名信息', 'real_name.corrected': '更正了实名信息', 'real_name.released': '删除了实名信息', 'volunteer.birth_date_corrected': '按证件更正出生日期', 'volunteer.frozen': '冻结志愿者登记', 'volunteer.suspended': '因年龄冻结志愿者登记', 'volunteer.unfrozen': '解除冻结',
  'volunteer.made_void': '作废志愿者登记', 'signup.released': '因登记失效退出', 'real_name.reminded': '提醒补充实名信息',
} as const;

/** Portal: the own number. */
export const portalRealName = {
  realName: {
    title: '实名信息', heading: '补充一次身份证号', description: '第一次服务前补充一次身份证号，只填一次。', back: '回到“我的”', lead: '第一次服务前填一次，以后不用再填。',
    whyHeading: '为什么要填', why: '《慈善法》要求志愿服务实名登记。有了它，您的服务时长才能确认，证明才有效。', safe: '号码加密保存，只用来核对是否本人、是否重复登记、是否年满 18 周岁。任何页面都不会显示完整的号码，包括给您自己看。注销账号时立即删除。',
    number: '身份证号', numberHint: '18 位，最后一位可能是 X。港澳台居民居住证、新版外国人永久居留身份证的 18 位号码也可以。', submit: '提交', sending: '正在提交…', passport: '没有 18 位号码的（如护照），请带证件到所在县（市、区）办公室，由工作人员登记。',
    faults: { length: '请填 18 位：前 17 位是数字，最后一位是数字或 X。', date: '第 7 到 14 位是出生日期，现在看不出是哪一天，请对照证件检查。', check: '号码有一位不对，请对照证件从头检查一遍。', typed: '已填 {count} 位' },
    next: '提交以后马上生效，等负责人确认时长就行。', given: '已补充：{masked}', givenHeading: '实名信息已补充', givenText: '以后不用再填。号码有误，请带证件联系所在县（市、区）办公室更正。', byStaff: '由工作人员当面登记。', corrected: '您登记的出生日期与证件不一致，已按证件更正为{day}。',
    frozenHeading: '登记暂时冻结', frozenText: '您的志愿者登记已冻结：暂时不能报名，也不能确认时长。已有的服务记录都在。请联系所在县（市、区）办公室，说明情况。', minor: '证件显示您未满 18 周岁。谢谢您的热心！未成年人参加需要监护人同意，请先请家长联系所在县（市、区）办公室。', none: '您还没有登记为志愿者，不用填写。',
    card: { heading: '第一次服务前，请补充一次身份证号', text: '补充以后，负责人才能确认您的服务时长。大约一分钟，只填一次。', go: '去补充' },
  },
} as const;

/** Portal and back office: rows whose hours cannot be confirmed yet. */
export const hoursWait = {
  realName: '待本人补充实名信息后再确认', frozen: '登记冻结中，暂不能确认', explained: { one: '{count} 人待补充实名信息，先确认其他人，签到不会丢。', many: '{count} 人待补充实名信息，先确认其他人，签到不会丢。' }, remind: '提醒补充', reminded: { one: '已提醒 {count} 人，每人每天最多提醒一次', many: '已提醒 {count} 人，每人每天最多提醒一次' },
} as const;

/** Back office. */
export const adminRegistration = {
  registration: {
    heading: '登记与实名', standing: '登记状态', real_name: '实名信息', named: '已实名', unnamed: '未实名', by_document: '{kind}，{masked}，{day}', by_self: '本人填写', by_staff: '工作人员登记', unnamed_hint: '第一次确认时长前，需要本人在“我的”里填写，或由工作人员看过证件后登记。', history: '状态记录', no_history: '没有冻结或作废过。', system: '系统',
    enter: '登记证件号', enter_title: '登记{name}的证件号', enter_explained: '请先看过证件原件。保存后任何人都看不到完整号码。', correct: '更正证件号', correct_title: '更正{name}的证件号', correct_explained: '原来的号码会被替换。请看过证件原件再填。', kind: '证件', number: '证件号码', born_on: '证件上的出生日期', born_hint: '护照才需要填；身份证号里已有。', seen: '怎样核对的', seen_hint: '例如：2026 年 3 月 5 日在窗口看过身份证原件。', seen_notes: { window: '本人到窗口，已看过证件原件。', visit: '入户时已看过证件原件。' }, entered: '已登记，出生日期按证件核对',
    faults: { length: '应为 18 位', date: '出生日期部分不是有效的日期', check: '号码有一位不对，请对照证件' },
    freeze: '冻结', freeze_title: '冻结{name}的登记？', freeze_explained: '冻结后不能新报名、不能确认时长，已录取的场次和已有记录保留。本人会收到原因和联系方式，可以随时解除。', frozen: '已冻结', unfreeze: '解除冻结', unfreeze_title: '解除对{name}的冻结？', unfreeze_explained: '恢复报名和确认时长，本人会收到通知。', unfrozen: '已解除冻结', reason_hint: '本人会看到，请写清楚。',
    void: '作废登记', void_title: '作废{name}的登记？', void_explained: '只用于查实的虚假登记，不能恢复。账号停用，以后的报名全部取消，队伍资格结束，服务记录全部撤销，相应的任务进度随之减少，证件号可以由真正的本人重新登记。', void_counts: '会取消 {places} 个报名、结束 {terms} 个队伍资格、撤销 {records} 条服务记录（共 {minutes} 分钟）。', made_void: '已作废，服务记录正在逐条撤销', going: '还有 {count} 条服务记录正在撤销。', reasons: { other: '冒用他人证件', nobody: '查无此人', twice: '重复登记', unclear: '信息待核实' },
    taken_back: '结项后有 {records} 条记录被撤销，共 {minutes} 分钟。', plan_taken_back: '办结后有 {records} 条佐证被撤销，共 {minutes} 分钟。请核对已报送的数字。',
  },
} as const;
