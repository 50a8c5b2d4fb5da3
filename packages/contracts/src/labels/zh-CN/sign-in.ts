/** Signing in: the words of proofs, factors and devices; what people are told of their account. */
export const signInTerms = {
  proofKinds: { password: '密码', sms: '短信验证码', email: '邮件链接', oidc: '单点登录', totp: '身份验证器' },
  browsers: { wechat: '微信', edge: 'Edge', chrome: 'Chrome', firefox: 'Firefox', safari: 'Safari', huawei: '华为浏览器', other: '其他浏览器' },
  systems: { android: '安卓', ios: 'iPhone 或 iPad', windows: 'Windows', mac: 'Mac', linux: 'Linux', harmony: '鸿蒙', other: '其他设备' },
  accountChanges: {
    factor_on: '开启了一种验证方式', factor_off: '关闭了一种验证方式', password: '修改了密码', contact: '更换了手机号或邮箱', recovery_codes: '重新生成了备用码', recovery_code_used: '使用了一个备用码', identity_on: '关联了单点登录', identity_off: '取消了单点登录关联',
  },
} as const;

/** Sentences of notices. */
export const signInNotices = {
  signed_in_anew: '您的账号在新设备上登录：{system}，{browser}。如果不是您本人，请到“账号与安全”退出该设备并修改密码。',
  sign_in_changed: '您的账号{change}。如果不是您本人操作，请立即联系办公室。',
} as const;

/** What the history says. */
export const signInActions = {
  'account.factors_reset': '重置第二验证', 'sign_in.code_requested': '获取验证码', 'sign_in.code_refused': '验证码不正确', 'session.proof_added': '补充验证', 'session.proof_refused': '验证失败', 'session.others_ended': '退出其他设备', 'sign_in.factor_on': '开启验证方式', 'sign_in.factor_off': '关闭验证方式',
  'sign_in.recovery_codes_made': '生成备用码', 'sign_in.contact_changed': '更换联系方式', 'sign_in.device_remembered': '记住设备', 'sign_in.device_forgotten': '不再记住设备', 'sign_in.identity_linked': '关联单点登录', 'sign_in.identity_unlinked': '取消单点登录关联',
} as const;

/** Messages that leave by SMS gateway or mail. */
export const signInMessages = {
  code: '【科普志愿】验证码 {code}，10 分钟内有效。请勿告诉任何人。', linkSubject: '科普志愿：登录链接', codeSubject: '科普志愿：验证码',
  link: '您好！\n\n请在 15 分钟内打开下面的链接登录科普志愿，只能用一次：\n\n{url}\n\n如果不是您本人操作，不用理会这封邮件。',
  mailCode: '您好！\n\n您的验证码是 {code}，10 分钟内有效。请勿告诉任何人。\n\n如果不是您本人操作，请尽快修改密码。',
} as const;
