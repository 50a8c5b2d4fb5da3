import { terms } from './terms.js';

/** Words of personal data, for all apps. */
export const privacyTerms = {
  closedPerson: '已注销用户',
  accessRoles: { ...terms.roles, shift_leader: '现场负责人' },
  accessFields: { phone: '手机号', email: '邮箱', export: '名单导出', minor_record: '未成年人资料', emergency_card: '紧急联系卡', slip: '签名的回执', credential: '资质证书照片' },
  consentKinds: { privacy: '个人信息处理说明', recommendations: '个性化推荐', honour_roll: '在光荣榜上公开姓名', child: '未成年人信息保护规则' },
  consentMethods: { self: '本人在网上同意', guardian: '监护人同意', slip: '监护人在纸质回执上签名同意', on_behalf: '工作人员代为登记时同意', earlier: '登记时同意' },
  bodies: { city: '市全民科学素质工作领导小组办公室', division: '{name}办公室' },
} as const;

/** The texts that people agree to beside the privacy notice. A changed text needs a new version. */
export const consentTexts = {
  recommendations: '我同意科普志愿根据我关注的主题、有空的时间、常住地、职业和参加过的活动，为我推荐活动、为主办单位排列人选。规则公开在“推荐的原则”。可以随时关闭，关闭后只按日期排列，不影响报名和服务记录。',
  honour_roll: '我同意在科普志愿的光荣榜、表扬名单等公开页面上显示我的姓名、所在单位和服务时长。默认不公开；可以随时撤回，撤回后公开页面不再显示我的姓名，不影响我的服务记录和证明。',
} as const;

/** The page on which people read what is kept of them. */
export const myDataWords = {
  title: '我的全部信息', lead: '科普志愿保存的关于 {name} 的全部信息，生成于 {at}。时间为北京时间。', none: '没有', acts: '我办理的工作', actsText: '您作为工作人员办理的事项属于公务记录，这里只列数量。', count: '{count} 条', yes: '是', no: '否',
  sections: {
    batches: '批量安排', placeInvitations: '活动邀请', invitationPreference: '不接收邀请', orderOffers: '点单邀请', nominations: '入队推荐', letters: '聘书', serviceCertificates: '志愿服务记录证明', talks: '讲座', teams: '服务队', teamPlaces: '随队报名', account: '账号', savedFilters: '保存的筛选', grants: '工作权限', consents: '同意记录', sessions: '登录记录', profile: '志愿者资料', rosters: '名册邀请', realName: '实名信息', standing: '登记状态记录', topics: '关注的主题', pools: '队伍', credentials: '资质', signups: '报名', attendance: '签到', leads: '负责的现场', records: '服务记录', notices: '消息', accesses: '谁看过我的信息', factors: '第二种登录方式', recoveryCodes: '恢复码', identities: '绑定的其他账号', devices: '记住的设备', passwords: '修改密码的时间', codes: '发出的验证码和链接', wholeName: '姓名（未成年人单独加密保存）', guardianAge: '出生日期（作为监护人填写，加密保存）', guardians: '监护人', children: '我监护的孩子', activityConsents: '监护人对活动的同意', recordRequests: '申请查看我的资料', merges: '合并的登记', documentRefused: '没有登记成功的证件号（只记时间）', classes: '学校登记的班级', slips: '签名回执的扫描件',
  },
  fields: {
    invitationsOff: '已关闭邀请', lockState: '锁定', outcome: '结果', certificateNumber: '证明编号', leads: '是队长', joinedAt: '加入时间', leftAt: '离队时间', place: '点单的村、社区、学校', talk: '讲座', offeredAt: '邀请时间', expiresAt: '答复期限', answeredAt: '答复时间', answer: '答复', masked: '证件号（只显示末几位）', seen: '怎样核对的', action: '操作', name: '姓名', state: '状态', phone: '手机号', email: '邮箱', createdAt: '建立时间', lastSignInAt: '最近登录', role: '角色', scopeKind: '范围', scopeId: '范围编号', fromDay: '自', toDay: '至', endedAt: '结束时间', kind: '类别', version: '版本', hash: '文本摘要', givenAt: '同意时间', method: '方式',
    withdrawnAt: '撤回时间', lastSeenAt: '最近使用', ip: '网络地址', userAgent: '浏览器', number: '志愿者编号', bornOn: '出生日期', occupation: '职业', unit: '单位', county: '县（市、区）', availability: '有空的时间（周一上午起，每天三段）', travelLimit: '最远路程（分钟）', toIslands: '愿意去海岛',
    toMountains: '愿意去山区', languages: '语言', monthlyHours: '每月最多小时数', absences: '没空的日子', willingAt: '确认愿意服务', level: '熟练程度', recommendationsOff: '关闭个性化推荐', pausedUntil: '暂停到', consentNote: '代为登记的说明', pool: '队伍', endedOn: '退出日期', suspendedFrom: '暂停开始', suspendedTo: '暂停到', suspendedReason: '暂停原因', reason: '原因', activity: '活动', position: '岗位', startsAt: '开始', endsAt: '结束', onDuty: '上班时间参加', note: '备注', signedUpAt: '报名时间',
    inAt: '签到', inBy: '签到方式', outAt: '签退', outBy: '签退方式', minutes: '分钟', day: '日期', ledger: '记入', rule: '规则', params: '内容', readAt: '阅读时间', at: '时间', body: '单位', issuer: '来自', channel: '方式', usedAt: '使用时间', field: '看了什么', relation: '关系', riskText: '风险告知', accompanies: '陪同', companions: '同行的 8 岁以下儿童（只记人数）', refusedAt: '不同意时间', approved: '是否批准', opened: '查看次数', file: '文件', declaredAt: '申报时间', confirmedAt: '核实时间', course: '培训', page: '第几页', title: '题目', summary: '内容简介',
  },
} as const;

/** The spreadsheet of volunteers. */
export const exportWords = {
  terms: '队伍聘期名单', roster: '名册', rosterTitle: '{pool}名册（截至 {day}，共 {count} 人）', nominations: '入队推荐名单', credentials: '资质名单', place: '序号', pool: '队伍', fromDay: '起聘日期', toDay: '止聘日期', openEnd: '长期', letter: '聘书编号', issuedOn: '发聘日期', state: '状态', willing: '是否继续', own: '本人申请', consent: '本人意见', submittedOn: '提交日期', decidedOn: '办理日期', reasonGiven: '原因', kind: '资质', issuer: '发证单位', credentialNumber: '证书编号（部分隐藏）', confirmedBy: '核对人',
  volunteers: '志愿者名单', number: '编号', name: '姓名', occupation: '职业', unit: '所在单位', county: '县（市、区）', ageBand: '年龄段', services: '服务次数', minutes: '服务分钟', phone: '手机号', watermark: '内部资料，含个人信息，不得外传。导出人：{name}；时间：{at}；人数：{count}；用途：{purpose}；原因：{reason}', purposes: { register: '核对登记', statistics: '统计汇总', contact: '电话联系' },
} as const;
