/** Words of personal data, for all apps. */
export const privacyTerms = {
  accessFields: { phone: '手机号', email: '邮箱', export: '名单导出' },
  consentKinds: { privacy: '个人信息处理说明', recommendations: '个性化推荐', honour_roll: '在光荣榜上公开姓名' },
  consentMethods: { self: '本人在网上同意', on_behalf: '工作人员代为登记时同意', earlier: '登记时同意' },
  bodies: { city: '市全民科学素质工作领导小组办公室', division: '{name}办公室' },
} as const;

/** The texts that people agree to beside the privacy notice. A changed text needs a new version. */
export const consentTexts = {
  recommendations: '我同意科普志愿根据我关注的主题、有空的时间、常住地、职业和参加过的活动，为我推荐活动、为主办单位排列人选。规则公开在“推荐的原则”。可以随时关闭，关闭后只按日期排列，不影响报名和服务记录。',
  honour_roll: '我同意在科普志愿的光荣榜、表扬名单等公开页面上显示我的姓名、所在单位和服务时长。默认不公开；可以随时撤回，撤回后公开页面不再显示我的姓名，不影响我的服务记录和证明。',
} as const;
