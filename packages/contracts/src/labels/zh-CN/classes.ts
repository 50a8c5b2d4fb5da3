/** Classes that a teacher registers with slips: words, the printed slips, pages of the back office. */
export const classTerms = {
  pupilStates: { listed: '待附回执', scanned: '待确认登记', registered: '已登记', adult: '已满 18 周岁', left: '已注销' },
  classFields: { unit: '学校', scan: '回执扫描件', position: '岗位', pupil: '学生' },
} as const;
/** What is told where it is collected, with the period. */
export const classKept = { unregistered_pupils: '名单上没有登记的学生，从写上名单算起', slips: '签名回执的扫描件，从同意结束（年满 18 周岁、撤回同意、活动结束）算起；注销账号后 30 天内删除' } as const;

/** Sentences of notices about classes. */
export const classNotices = { slips_changed: '“{title}”的风险告知有变化，您班上 {count} 名学生的回执须重新打印、签名、上传，否则不能参加。' } as const;

/** What the history says about classes. */
export const classActions = {
  'class.created': '新建班级', 'class.changed': '修改班级', 'class.archived': '结束班级', 'pupils.added': '添加学生', 'pupil.removed': '从名单删除学生', 'pupil.slip_set': '指定学生的回执', 'class_scan.created': '上传回执扫描件', 'class_scan.opened': '查看回执扫描件', 'child.registered_by_slip': '凭签名回执登记孩子',
} as const;

/** Refusals about classes. */
export const classErrors = {
  'class.exists': '学校已有同名的班级，请换一个名称，或打开原来的班级。', 'class.archived': '这个班级已经结束，不能再改。', 'pupil.exists': '名单上已有姓名和出生日期相同的学生，请核对后再添加。', 'pupil.too_many': '一个班最多 {max} 人，请分成两个班。',
  'pupil.known': '这名学生已经登记过（由家长、本人或另一个班），不用再登记。请家长在“我的家庭”里报名。', 'pupil.no_slip': '请先附上家长签名的登记回执，再确认登记。', 'pupil.registered': '这名学生已经登记，不能再改。请刷新页面。', 'pupil.not_registered': '这名学生还没有登记、已满 18 周岁或已注销，不能代为办理。',
  'pupil.taken_over': '家长已用自己的手机管理孩子，请家长在“我的家庭”里办理。', 'child.at_school': '学校已经凭您签名的回执登记了这个孩子。请向班主任要一个链接，用这个手机号确认后就能管理。',
} as const;

/** The slips of paper. */
export const slipWords = {
  registration: '未成年人志愿者登记回执', activity: '未成年人参加志愿服务活动回执', class: '班级', code: '班级码', pupil: '学生姓名', born: '出生日期', rules: '未成年人信息保护规则', version: '版本 {version}', privacy: '个人信息处理说明（版本 {version}）：{url}', guardian: '监护人姓名', relation: '与学生的关系（父亲、母亲或其他法定监护人）', phone: '监护人手机号',
  consent: '我已阅读并同意上面的规则和个人信息处理说明，同意学校为孩子登记为科普志愿者。虚假填写的，登记无效。', signature: '监护人签名', date: '日期', title: '活动', time: '时间', place: '地点', insurance: '保险', risk: '风险告知', riskCode: '告知码', accompanies: '我会陪同', stays: '我不陪同，同意由老师带队', agree: '我已阅读风险告知，同意孩子参加这次活动。我可以随时告诉老师撤回同意。', adult: '我已年满 18 周岁。',
} as const;

/** Pages of the back office. */
export const adminClasses = {
  classes: {
    title: '班级', subtitle: '没有智能手机的家长也能同意：打印回执，家长签名，老师扫描上传，确认后学生就是志愿者。', create: '新建班级', create_explained: '您就是这个班的带班老师。学校换老师时，接手的老师可以改为自己带班。', created: '班级已建好，接下来添加学生', name: '班级名称', name_hint: '如：八年级3班', unit: '学校', county: '学生住在哪个县（市、区）', county_hint: '市直属学校须填写。', teacher: '带班老师', code: '班级码', count: '登记 / 名单', open: '进行中', ended: '已结束', empty: '还没有班级', empty_hint: '新建一个班级，添加学生，打印回执。', back: '返回班级列表', search: '按名称或班级码查找',
    rename: '改名', renamed: '已改名', take_over: '由我带班', take_over_title: '由您带“{name}”？', take_over_explained: '以后由您查看回执、带队。原来的老师不再能打开扫描件。', taken_over: '现在由您带班', archive: '结束班级', archive_title: '结束“{name}”？', archive_explained: '毕业或分班时用。已登记的学生仍是志愿者，名单不能再改，也不能再为这个班报名。', archived: '已结束',
    steps: '怎么做', step_list: '添加学生', step_print: '打印登记回执，请家长签名', step_scan: '扫描后上传', step_confirm: '逐个附上回执，确认登记',
    roll: '名单', no_pupils: '名单还是空的', no_pupils_hint: '一次添加一名，或把表格里的几行粘贴进来。', masked: '县、市办公室只看到姓氏。', add: '添加学生', add_explained: '和回执上写的一样。手机号用于紧急联系，也是家长以后接管孩子的凭据。', added: '已添加', pupil: '姓名', born: '出生日期', guardian: '监护人', phone: '监护人手机号', relation: '关系', paste: '粘贴名单', paste_explained: '每行一名：姓名、出生日期（如 2014-05-01）、监护人、关系（父亲、母亲……）、手机号，用空格、逗号或制表符隔开。', lines: '名单', bad_line: '第 {line} 行看不懂，请按“姓名 出生日期 监护人 关系 手机号”填写。',
    number: '志愿者编号', own_account: '家长已在自己的手机上管理', slip: '附回执', slip_title: '{name}的登记回执', slip_explained: '打开扫描件核对：姓名、监护人、手机号和签名齐全。', scan: '扫描件', page: '第几页', page_is: '{file} 第 {page} 页', slip_set: '已附上', confirm: '确认登记', confirm_title: '为{name}确认登记？', confirm_explained: '确认后，{name}成为志愿者。请确认回执上监护人已签名，规则版本是 {child}，个人信息处理说明版本是 {privacy}。', confirmed: '已登记', remove: '删除', remove_title: '从名单删除{name}？', remove_explained: '没有登记，直接删除。', removed: '已删除',
    link: '请家长接管', link_title: '{name}的家长接管链接', link_hint: '只发给家长本人。只有用回执上的手机号登录才能确认，7 天内有效。', link_text: '【科普志愿】{name}的家长，您好！请在 7 天内打开链接，用回执上的手机号登录并确认，以后就能自己管理孩子的志愿服务：{link}', copy: '复制文字', close: '好', leave: '注销', leave_title: '按家长意愿注销{name}的账号？', leave_explained: '家长要求删除孩子的信息时用。不能恢复，以后的名额一并退出。请输入您的密码确认。', password: '您的登录密码', left: '已注销',
    print: '打印登记回执', print_blank: '打印空白回执', print_activity: '打印活动回执', print_now: '打印', print_hint: '用 A4 纸打印，每名学生一页。', blank: '空白', registration_slip: '登记回执', no_activity: '没有找到这个活动，或它还没有公布。',
    scans: '扫描件', upload: '上传扫描件', upload_hint: 'PDF、JPG 或 PNG，不超过 15 MB。可以把全班的回执扫成一个 PDF。每次打开都有记录并告诉家长。', uploaded: '已上传', no_scans: '还没有上传扫描件', uses: '{count} 名学生', look: '打开',
    signups: '参加活动', sign_up: '为全班报名', sign_up_explained: '每名学生都要有这项活动的签名回执。名额、时间冲突、每天时长和最晚时间与其他人报名一样检查。', activity: '活动', position: '岗位和时间', risk_code: '回执上的告知码', risk_code_hint: '8 位字母数字，印在活动回执上。', escort: '由我（带班老师）带队陪同', who: '哪些学生', no_registered: '还没有已登记的学生。', accompanies: '监护人陪同', go: '报名', done: '已报名 {count} 名', failed: '{name}：{reason}', no_consents: '还没有为这个班报过名', with_guardian: '监护人陪同', with_teacher: '{name}带队', consented: '监护人同意', withdraw: '撤回', withdraw_title: '撤回{name}参加“{title}”的同意？', withdraw_explained: '按监护人的意思办理，以后的名额一并退出。', withdrawn: '已撤回', no_shifts: '这项活动没有可报的场次', load: '查看场次', changed_hint: '风险告知有变化：请重新打印活动回执，签名后再为这些学生报一次名。',
  },
} as const;
