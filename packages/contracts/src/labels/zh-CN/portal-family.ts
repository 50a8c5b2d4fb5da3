/** Portal: minors and their guardians. */
export const portalFamily = {
  guardianAccount: {
    heading: '开通家长账号', name: '您的姓名', nameHint: '请填真实姓名，孩子看到的是隐去后的姓名。', bornOn: '您的出生日期', bornOnHint: '8 位数字，如 19850312。监护人须年满 18 周岁；加密保存，只用来核对年龄。', bornOnYoung: '未满 18 周岁不能做监护人，请由父母或其他成年监护人用自己的手机办理', phone: '您的手机号', phoneHint: '用来登录；孩子在活动中遇到紧急情况时，现场负责人打这个电话。', submit: '开通账号', sending: '正在开通…', exists: '这个手机号已有账号，请直接登录。', signIn: '登录已有账号',
  },
  family: {
    title: '家长登记孩子', heading: '我是家长', description: '家长登记孩子、决定孩子参加哪些科普志愿活动。', lead: '孩子能不能参加、参加哪一项，都由您决定。', signedIn: '您已登录：{name}', goOn: '去“我的家庭”', have: '已经有账号（自己也是志愿者）？',
    steps: { account: '用自己的手机号开通账号；已有账号的直接登录。', child: '登记孩子，看过两份说明后分别同意。', agree: '每一项活动，都由您看过风险告知后再决定。' }, rules: '未成年人信息保护规则',
  },
  myFamily: {
    title: '我的家庭', heading: '我的家庭', description: '登记孩子、同意孩子参加活动、查看和删除孩子的信息；未成年人在这里请监护人确认。', lead: '一家人的事，在这里商量。', back: '回到“我的”',
    waiting: {
      heading: '等您决定', wants: '{name}想参加', text: '请先看风险告知，再决定。', risk: '风险告知', accompany: '我会陪同参加', accompanyNeeded: '这个年龄须由监护人全程陪同，请勾选后再同意。', accompanyMay: '可以不陪同；勾选后现场名单上会写明。', agree: '同意并报名', refuse: '不同意', changed: '风险告知有变化，请重新决定',
      agreed: '已同意，{name}已报名“{title}”。', agreedOnly: '已同意“{title}”。这个岗位没有报上，可能已满或时间有冲突，请到活动页看看其他岗位。', refused: '已告知{name}：不参加“{title}”。', textChanged: '风险告知刚刚改过，已为您换成新的，请重新看过再决定。', stale: '这一条刚有变动，已为您刷新。',
      refuseSure: '不同意，并退出已报的名额吗？', refuseText: '{name}在“{title}”的名额会一并退出。', keep: '再想想',
    },
    children: {
      heading: '我的孩子', none: '您还没有登记孩子。', add: '登记一个孩子', age: '{age} 周岁', until: '到 {day} 年满 18 周岁为止，由您决定；之后由本人决定。', most: '每天服务最多 {count} 小时', latest: '{hour} 点前结束', accompanied: '须由您全程陪同', alone: '您同意后可以自己参加', none_yet: '这个年龄还不能参加活动',
      find: '给孩子找活动', signups: '孩子的报名', profile: '资料', data: '全部信息', accesses: '谁看过', leave: '注销', end: '不再是监护人', endSure: '不再做{name}的监护人吗？', endText: '您同意过的活动会一并撤回，还没开始的名额会退出。另一位监护人不受影响。', endYes: '确认解除', endNo: '先不解除', ended: '已解除与{name}的监护关联。', onlyOne: '您是孩子唯一的监护人，不能解除；可以请另一位监护人确认后再解除，或者注销孩子的账号。',
      dataText: '我们保存的孩子的全部信息：登记资料、报名、签到、服务记录和同意记录。', dataHint: '文件里有孩子的姓名和出生日期，请妥善保管，不要转发。', noAccesses: '还没有人查看过孩子的资料或您的电话。', leaveText: '注销后孩子不能再报名。先看看会怎样，再决定。', leaveSure: '注销后不能恢复。以后想回来，需要重新登记，会得到新的编号。', leaveStart: '注销孩子的账号', leavePassword: '请输入您自己的密码，确认是您本人', realName: '孩子的实名', realNameLead: '第一次服务前，填一次{name}的身份证号（在户口簿上），以后不用再填。', realNameWhy: '《慈善法》要求志愿服务实名登记。有了它，孩子的服务时长才能确认，证明才有效。', left: '{name}的账号已注销。',
    },
    form: {
      heading: '登记孩子', name: '孩子的姓名', nameHint: '加密保存，名单上只显示姓氏。', bornOn: '孩子的出生日期', bornOnHint: '8 位数字，如 20131105', relation: '您是孩子的', county: '常住的县（市、区）', school: '学校', schoolHint: '输入名称、拼音或首字母，从列表里选；可以空着。', topics: '孩子感兴趣的主题', privacy: '我已阅读并同意《个人信息处理说明》', child: '我已阅读并同意《未成年人信息保护规则》', readChild: '阅读《未成年人信息保护规则》', childPage: '在单独的页面打开', separate: '两份说明，请分别看过、分别同意。', submit: '登记', sending: '正在登记…', cancel: '先不登记', done: '登记好了。给孩子找一个活动吧。',
      wrong: { adult: '已年满 18 周岁，请本人登记', consent: '请看过后勾选；不同意的话，我们不会保存您填的任何内容' }, phoneFirst: '去绑定手机号',
    },
    given: { heading: '您已同意的活动', none: '还没有同意过的活动。', since: '{day}同意', accompanies: '您会陪同', withdraw: '撤回同意', sure: '撤回对“{title}”的同意吗？', sureText: '{name}还没开始的名额会马上退出，主办单位会知道。', yes: '撤回并退出', no: '不撤回', done: '已撤回，{name}在“{title}”的名额已退出。', noPlace: '同意了，还没有名额', earlier: '以前的' },
    guardians: {
      heading: '我的监护人', needs: '还差一步：请监护人确认', needsText: '未成年人报名活动，须有监护人同意。填好下面三项，把链接发给监护人，请他用自己的手机打开。', none: '还没有监护人。', more: '再请一位监护人', name: '监护人的姓名', phone: '监护人的手机号', phoneHint: '必须是监护人自己的号码，确认时要核对；不能与您的相同。', relation: '监护人是您的', submit: '生成链接', sending: '正在生成…', until: '{day}前有效，只能用一次。', linkHeading: '请把链接发给监护人', linkText: '在微信里粘贴发给监护人，或者请他扫下面的码。', message: '我登记了科普志愿，请您做我的监护人，打开链接确认（{day}前有效）：{link}', copy: '复制，去微信粘贴', copied: '已复制，去微信里粘贴吧', alt: '监护人扫这个码打开链接', done: '好了', adult: '您到 {day} 年满 18 周岁，之后不再需要监护人同意。', at: '{day}',
    },
    own: { heading: '请监护人决定的活动', none: '还没有请监护人决定的活动。看到想参加的，点“请监护人同意”。', find: '看看欢迎中小学生的活动', hint: '可以当面提醒监护人：打开科普志愿的“我的家庭”就能决定。', place: '已报名', noPlace: '监护人同意了，名额没有报上，请到活动页再报一次。' },
  },
  guardianLink: {
    title: '监护人确认', heading: '监护人确认', description: '孩子请您确认监护关系的链接。', text: '{child}（{county}）在科普志愿登记时写明：您是{relation}。', who: '孩子', county: '常住', relation: '您是孩子的', name: '孩子写的姓名', phone: '需要的手机号', until: '有效期到', only: '只有用上面这个手机号的账号才能确认。', signIn: '我有账号，去登录', make: '没有账号，开通一个', signedIn: '您已登录：{name}', other: '换一个账号', rules: '请先看《未成年人信息保护规则》', tick: '我已阅读并同意《未成年人信息保护规则》', tickNeeded: '请看过规则后勾选', accept: '我是监护人，确认', accepting: '正在确认…', decline: '我不是监护人', declineSure: '确定您不是监护人吗？', declineText: '链接会作废，孩子会看到“对方表示不是监护人”。', declineYes: '不是，作废链接', declineNo: '再看看',
    noToken: '链接不完整。请从孩子发来的消息里重新打开，或者扫孩子手机上的码。', declined: '谢谢告知，链接已作废。', done: '已确认，您现在是{child}的监护人', doneText: '孩子想参加活动时会请您决定，您在“我的家庭”里看过风险告知后同意或不同意。', toFamily: '去“我的家庭”', wrongPhone: '换一个账号登录',
    closed: { linked: '这个链接已经用过，监护关系已确认。', declined: '这个链接已作废：有人表示不是监护人。需要的话，请孩子重新发送。', expired: '这个链接已过期。请孩子在“我的家庭”里重新发送。', ended: '监护关系已解除。需要的话，请孩子重新发送。' },
  },
  familySignup: {
    ask: '请监护人同意', askHeading: '请监护人同意：{name}', askText: '监护人会收到消息，看过风险告知后决定；同意了就自动报名，不用再来一次。', send: '发给监护人', asked: '已请监护人决定', askedText: '同意后自动报名，结果会通知您。可以当面提醒监护人打开“我的家庭”。', refused: '监护人没有同意这项活动', refusedText: '可以和监护人商量，再请一次。', changed: '风险告知有变化，等监护人重新决定', needs: '先请监护人确认，才能报名', toFamily: '去“我的家庭”',
    notForMinors: '这个活动不接受未成年人', others: '看看欢迎中小学生的活动', child: '为孩子报名', childHeading: '为孩子报名：{name}', which: '哪个孩子', agree: '同意并报名', cancel: '先不报', accompany: '我会陪同参加', accompanyNeeded: '{name}这个年龄须由监护人全程陪同，请勾选后再报名。', textChanged: '风险告知刚刚改过，请看过下面新的内容再决定。', doneConfirmed: '{name}报名成功，已被录取', doneRequested: '已收到{name}的报名，等主办单位确认', doneWaiting: '{name}已排队候补，排在第 {place} 位', missing: '监护人还没有同意。请监护人打开“我的家庭”，看过风险告知后同意。',
  },
  minors: { welcome: '欢迎中小学生', dangerous: '有危险，未成年人不能参加', dangerousText: '这项活动有危险，未成年人不能参加，监护人同意也不行。', filter: '只看欢迎中小学生的' },
  companions: {
    heading: '带小孩一起来', welcome: '家里有 8 岁以下的孩子，欢迎带着一起来：满 18 周岁的志愿者报名时填写同行人数，最多 3 名。孩子不用登记，不占名额，不记服务时长，全程由家长自己照看。', number: '带几个 8 岁以下的孩子一起来？', none: '不带', some: '{count} 名',
    hint: '孩子由您全程照看。我们只记人数，不记姓名和生日；孩子不占名额，不记时长，没有服务记录和证明，也不计入任何统计。满 8 周岁的孩子，请在“我的家庭”登记后报名。',
    tick: '我已看过风险说明，同行的孩子由我全程照看', tickNeeded: '带孩子同行，请先看过风险说明并勾选。', textChanged: '风险说明刚刚改过，请看过下面新的内容再确认。',
    mine: '同行儿童 {count} 名（8 岁以下，由您照看）', changed: '风险说明已更新，请重新确认同行儿童', changedText: '您填了 {count} 名。请看过新的风险说明，重新确认，或者改为不带。', again: '看过并重新确认', change: '修改同行儿童', add: '带孩子一起来', save: '确认', cancel: '先不改', saved: '已记下：“{title}”同行儿童 {count} 名。', savedNone: '已记下：“{title}”不带孩子。',
  },
  leadMinors: { age: '{age} 周岁', accompanied: '监护人陪同', escort: '{name}老师带队', blocked: '监护人同意后才能登记到场。请打电话给监护人，请他在“我的家庭”里决定。', card: '紧急联系卡', cardDay: '只在活动当天（{day}）开放。', cardFor: '{name}的紧急联系人', logged: '这次查看已记录，会告诉监护人和孩子。请只在紧急情况下使用，不要另存。', call: '打电话给{name}', accompanies: '在现场陪同', close: '关闭', failed: '联系卡打不开：{text}', none: '没有可以联系的监护人，请联系主办单位。' },
  childrenPage: {
    title: '未成年人信息保护规则', description: '科普志愿怎样保护孩子的信息：收集什么、谁能看到、家长能做什么、怎样投诉。', lead: '孩子的信息，按更严格的规则保护。下面是家长登记孩子时同意的全文。', text: '规则全文', version: '版本：{version}', bands: '各年龄怎样参加', age: '年龄', ages: '{from}–{to} 周岁', register: '怎样登记', alone: '自己登记，请监护人确认', byGuardian: '由监护人登记', come: '怎样参加', accompanied: '监护人同意，并全程陪同', consent: '监护人同意', most: '每天最多', hours: '{count} 小时', latest: '最晚', hour: '{hour}:00', below: '{age} 周岁以下的孩子不登记；写明“可带 8 岁以下儿童同行”的活动，家长报名时填写人数，就可以带着一起来。', danger: '抢险、高空、接触化学品等有危险的活动，任何未成年人都不能参加。', policy: '现行规则：第 {version} 版，{day}起。', unknown: '现行的年龄规则暂时读不到，请过一会儿再看。',
    rights: '家长随时可以', right: { see: '看孩子的全部信息，下载保存', change: '更正孩子的资料', withdraw: '撤回对任何一项活动的同意', who: '查谁看过孩子的资料、为什么', leave: '注销孩子的账号，删除信息' }, toFamily: '去“我的家庭”', complain: '怎样投诉', complainText: '觉得孩子的信息被不当查看或使用，请联系：{contact}。15 个工作日内答复；也可以向网信部门举报，或拨打 12345。', complainNone: '觉得孩子的信息被不当查看或使用，请联系页脚的主办单位。15 个工作日内答复；也可以向网信部门举报，或拨打 12345。', notice: '个人信息处理说明',
  },
} as const;
