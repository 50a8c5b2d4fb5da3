/** Back office: the second proof, and the security of the own account. */
export const adminSignIn = {
  second: {
    reset_factors: '重置第二验证', reset_factors_title: '重置{name}的第二验证？', reset_factors_explained: '用于手机丢失、备用码也没有的情况，请先核实是本人。现有的身份验证器、备用码和记住的设备都会失效，所有设备退出登录；下次登录时重新设置。', reset_factors_done: '已重置',
    title: '还差一步：验证身份', hint: '请再用一种方式确认是您本人。', setup_title: '设置第二种验证方式', setup_hint: '您的账号有工作权限，除了密码还要再验证一次。请在手机上装一个身份验证器 App，扫描二维码，再输入它显示的 6 位数字。', choose: '选一种方式', confirm: '确认', code: '验证码', remember: '30 天内在这台设备上不用再验证',
    app_code: 'App 显示的 6 位数字', app_hint: '打开手机上的身份验证器，输入显示的 6 位数字。', recovery: '用备用码', recovery_code: '备用码', recovery_hint: '设置验证器时保存的备用码，每个只能用一次。', send: '获取验证码', sent: '验证码已经发出，10 分钟内有效。', again: '重新获取', qr: '身份验证器的二维码', key: '不能扫码时，手工输入这个密钥：',
    codes_title: '请保存好备用码', codes_hint: '手机丢失或更换时，每个备用码可以代替验证器用一次。只显示这一次，请抄下来或打印出来。', codes_kept: '我已经保存，继续', codes_left: '还有 {count} 个备用码', by_oidc: '用{name}登录', by_message: '用短信验证码或邮件链接登录', forgotten: '忘记密码？',
    security: '账号与安全', security_hint: '第二种验证方式，和登录着的设备。', factors: '第二种验证方式', factors_hint: '开启后，登录时除了第一种方式还要再验证一次。', factors_demanded: '您的账号有工作权限，至少要保留一种第二验证方式。', on: '已开启，{at}', off: '未开启', turn_on: '开启', turn_off: '关闭', turned_on: '已经开启', turned_off: '已经关闭', renew: '重新生成备用码',
    sessions: '登录中的设备', present: '这台设备', end: '退出', ended: '已退出那台设备', end_others: '退出其他所有设备', ended_others: '其他设备都已退出，也不再记住', last_seen: '最近使用：{at}', devices: '记住的设备', devices_hint: '在这些设备上登录不用第二种验证。', forget: '不再记住', forgot: '不再记住那台设备',
    prove_title: '请先验证身份', prove_hint: '为了您的账号安全，请先确认是您本人，然后再操作一次。', more: '更换手机号、邮箱或关联单点登录',
  },
} as const;
