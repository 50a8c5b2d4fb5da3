/** Portal: registration and sign-in. */
export const portalRegister = {
  register: {
    title: '登记成为志愿者', heading: '登记成为志愿者', description: '年满 18 周岁就可以登记为科普志愿者，手机上两分钟填好。', lead: '填好下面几项就行，大约两分钟。其他的以后随时可以补。',
    name: '姓名', nameHint: '请填真实姓名，服务证明上用这个名字。', phone: '手机号', phoneHint: '用来登录，也方便联系您；不会公开，也不会告诉其他志愿者。', bornOn: '出生日期', bornOnHint: '8 位数字，如 19850312', bornOnRead: '{date}，{age} 周岁', bornOnWrong: '看不出是哪一天，请按 8 位数字填写，如 19850312', bornOnFuture: '出生日期不能晚于今天',
    tooYoungHeading: '谢谢您的热心！', tooYoung: '目前只接受年满 18 周岁的志愿者。未满 18 周岁需要监护人同意，这项功能开放后会在首页告知。您可以先请家长或老师登记，带您一起参加。',
    occupation: '您的职业', unit: '所在单位', unitHint: '输入名称、拼音或首字母，从列表里选；没有单位或找不到可以空着。', units: { none: '没有找到，可以空着，以后再补', many: '有 {count} 个结果，用上下键选择', chosen: '已选：{name}', clear: '不选这个单位' }, county: '常住的县（市、区）', optional: '（可不填）',
    availability: '什么时候有空', weekend: '周末', evenings: '工作日晚上', all: '都可以', week: '按星期细选', topics: '关注的主题', topicsHint: '选几个感兴趣的，推荐会更合适。',
    password: '设置登录密码', passwordHint: '至少 8 位，大写字母、小写字母、数字、符号至少包含两类。', reveal: '显示', consent: '我已阅读并同意《个人信息处理说明》', readPrivacy: '阅读《个人信息处理说明》', privacyPage: '在单独的页面打开', submit: '登记', already: '已经登记过？', signIn: '直接登录', sending: '正在登记…',
    wrong: { adult: '未满 18 周岁，暂时不能登记', required: '这一项要填写', phone: '手机号看起来不对，请检查', choose: '请选一个', password: '至少 8 位，且包含两类字符', consent: '同意后才能登记；不同意的话，我们不会保存您填的任何内容' },
  },
  privacy: {
    title: '个人信息处理说明', description: '科普志愿收集哪些个人信息、为什么、保存多久、谁能看到，以及您的权利。', lead: '登记为志愿者之前，请花一分钟看看：我们收集什么，为什么，谁能看到，您能做什么。', handler: '个人信息处理者：{name}。处理的依据是您的同意，您可以随时撤回。', office: '本市全民科学素质工作领导小组办公室',
    what: {
      heading: '收集什么', identity: '姓名、出生日期、职业、所在单位、常住县（市、区）：登记时由您填写，其中所在单位可以不填。', contact: '手机号：用来登录和联系您，加密保存。', wishes: '关注的主题、有空的时间、能去多远：可以不填，随时能改。', records: '报名、签到、服务时长：在您参加活动时产生。',
      device: '登录时用一个 Cookie 记住您已登录，另一个记住是否用大字版；浏览器里还会留一个“已登录”的记号和没提交完的登记草稿，只在您的设备上。不跟踪您看了什么，不用第三方统计。密码只保存不可还原的摘要。',
    },
    why: { heading: '为什么', match: '为您推荐合适的活动，为活动找到合适的人。', reach: '活动改期、取消或录取时通知您。', record: '记录服务时长、出具证明（《志愿服务条例》第十九条）。', report: '汇总成不含个人信息的统计数字，用于年度工作报告。' },
    who: { heading: '谁能看到', unit: '您报名的活动的主办单位、所在县（市、区）办公室和市办公室的工作人员：姓名、志愿者编号、职业、单位、县（市、区）、年龄段、关注的主题、有空的时间和服务时长。看不到手机号和出生日期。', leader: '活动当天的现场负责人：签到名单上的姓名和编号。', nobody: '其他志愿者和公众：什么也看不到。我们不出售、不交换，也不提供给其他机构；法律规定必须提供的除外。' },
    long: { heading: '保存多久', profile: '登记资料保存到您退出志愿者为止。', service: '服务记录至少保存 10 年（GB/T 40143-2021），以便日后查询和出具证明。' },
    rights: { heading: '您的权利', see: '在“我的”里查看您的全部资料和记录。', change: '在“我的资料”里修改；姓名和出生日期有误，请联系办公室更正。', leave: '随时撤回同意、要求删除资料或退出志愿者，联系办公室办理；撤回不影响之前已经记录的服务。', complain: '认为处理不当的，可以向办公室投诉，也可以向网信部门举报。' },
    machine: { heading: '推荐怎么做', order: '系统按公开的规则为您推荐活动、为单位排列人选，规则和分量见“推荐的原则”。', off: '可以在“我的资料”里关闭个性化推荐。', decide: '系统不会自动拒绝任何人，录取与否由单位的人决定并说明理由。' },
    contactHeading: '联系我们', contact: '{contact}', contactNone: '请联系页脚的主办单位，或所在县（市、区）办公室。', version: '版本：{version}',
  },
  signIn: {
    title: '志愿者登录', heading: '志愿者登录', description: '登录后可以报名、签到、查看服务时长。', identifier: '手机号', identifierHint: '登记时填的手机号；有邮箱账号的也可以用邮箱。', password: '密码', submit: '登录', sending: '正在登录…', new: '还没有登记？', register: '登记成为志愿者',
    forgotten: '忘记密码，请联系所在县（市、区）办公室重置。', forgottenContact: '忘记密码，请联系办公室重置：{contact}', staff: '联络员和办公室人员：', admin: '登录工作后台', signedIn: '您已登录：{name}', goOn: '继续', other: '换一个账号',
    firstHeading: '请设置自己的密码', firstText: '您用的是初始密码。设置一个只有自己知道的密码，然后继续。', current: '现在的密码', next: '新密码', nextHint: '至少 8 位，大写字母、小写字母、数字、符号至少包含两类。', change: '保存并继续',
  },
} as const;
