/** Portal: ways of signing in beside the password, and the security of the own account. */
export const portalSignIn = {
  entry: {
    ways: { sms: '短信登录', password: '密码登录', email: '邮件链接' }, waysLabel: '登录方式', phone: '手机号', getCode: '获取验证码', code: '验证码', codeHint: '短信或邮件里的 6 位数字。',
    codeSent: '如果这个号码登记过，验证码已经发出，10 分钟内有效。', codeSentRegister: '验证码已经发到 {phone}，10 分钟内有效。', ownCodeSent: '验证码已经发出，10 分钟内有效。', resend: '重新获取', resendIn: '{seconds} 秒后可以重新获取', mail: '邮箱', sendLink: '发送登录链接',
    linkSent: '如果这个邮箱登记过，登录链接已经发出，15 分钟内有效。请到邮箱里打开。', oidc: '用{name}登录', forgotten: '忘记密码？', confirm: '确认', remember: '30 天内在这台设备上不用再验证（只在自己的设备上勾选）',
    demo: '这是演示环境：短信和邮件不会真的发出，内容写在服务器数据目录的 demo-messages.txt 里。',
    oidcUnknown: '这个账号还没有关联到本站。请先用下面的方式登录，再到“账号与安全”里关联，以后就能直接登录。', oidcFailed: '没有登录成功，请再试一次，或换一种方式。', oidcTaken: '这个账号已经关联到另一个人，不能再关联。',
  },
  second: {
    title: '验证身份', heading: '还差一步：验证身份', description: '用第二种方式确认是您本人。', text: '请再用一种方式确认是您本人。', choose: '选一种方式', totp: '身份验证器', totpHint: '打开手机上的身份验证器，输入显示的 6 位数字。', recovery: '用备用码', recoveryLabel: '备用码', recoveryHint: '设置验证器时保存的备用码，每个只能用一次。',
    sms: '短信验证码', email: '邮件验证码', password: '密码', oidc: '单点登录', leave: '退出登录', nothing: '已经验证过了，正在继续…',
    setupHeading: '设置第二种验证方式', setupText: '您的账号有工作权限，除了密码还要再验证一次。请在手机上装一个身份验证器 App，扫描二维码，再输入它显示的 6 位数字。', setupBegin: '开始设置', setupKey: '不能扫码时，手工输入这个密钥：', setupCode: 'App 显示的 6 位数字', qr: '身份验证器的二维码',
    codesHeading: '请保存好备用码', codesText: '手机丢失或更换时，每个备用码可以代替验证器用一次。它们只显示这一次，请抄下来或打印出来。', codesSaved: '我已经保存，继续',
  },
  link: { title: '登录链接', heading: '用邮件链接登录', description: '打开邮件里的链接登录。', text: '点一下就登录。这个链接只能用一次。', submit: '登录', broken: '链接不完整，可能没有复制全。请回到邮件里重新打开，或重新获取。', again: '重新获取链接', done: '已经登录。', newPassword: '设置新密码' },
  recover: { title: '找回密码', heading: '找回密码', description: '用手机验证码或邮件链接找回密码。', text: '先用手机验证码或邮件链接确认是您本人，再设置新密码。', none: '目前不能自助找回，请联系办公室重置。', newHeading: '设置新密码', newText: '设置以后，其他设备上的登录会立即退出。', submit: '保存新密码', linkHint: '打开邮件里的链接后，选“设置新密码”。', late: '验证已超过 10 分钟，请重新验证。' },
  security: {
    title: '账号与安全', heading: '账号与安全', description: '登录方式、设备和密码。', back: '返回“我的”', since: '{day}起', lastSeen: '最近使用：{day}', ip: 'IP 地址 {ip}', present: '这台设备', device: '{system} · {browser}',
    prove: { heading: '请先验证身份', text: '为了您的账号安全，请先确认是您本人，然后再操作一次。', done: '已验证，10 分钟内可以操作。' },
    contact: { heading: '手机号和邮箱', phone: '手机号', email: '邮箱', none: '还没有', change: '更换', add: '添加', next: '新的手机号', nextEmail: '新的邮箱', done: '已经更换。' },
    password: { heading: '密码', change: '修改密码', text: '修改以后，其他设备上的登录会立即退出。', recoverText: '您刚用验证码或链接登录，可以直接设置新密码。', done: '密码已修改。' },
    factors: { heading: '第二种验证方式', text: '开启后，登录时除了第一种方式还要再验证一次，别人拿到密码也进不来。', demanded: '您的账号有工作权限，至少要保留一种。', totp: '身份验证器 App', sms: '短信验证码', on: '已开启，{day}', off: '未开启', turnOn: '开启', turnOff: '关闭', codesLeft: '还有 {count} 个备用码', renew: '重新生成备用码', doneOn: '已经开启。', doneOff: '已经关闭。' },
    oidc: { heading: '单点登录', text: '关联以后，可以用{name}直接登录。', link: '关联{name}', unlink: '取消关联', linked: '已关联，{day}', done: '已取消关联。' },
    sessions: { heading: '登录中的设备', end: '退出', endOthers: '退出其他所有设备', doneOne: '已退出那台设备。', doneAll: '其他设备都已退出，也不再记住。', only: '只有这台设备登录着。' },
    devices: { heading: '记住的设备', text: '在这些设备上登录不用第二种验证。', none: '没有记住的设备。', forget: '不再记住', until: '到 {day}', done: '不再记住那台设备。' },
  },
} as const;
