/** Rosters: what they say of themselves, on every page and in every sheet. */
export const rosterTerms = {
  rosterStates: { previewed: '待确认', committed: '已发出', undone: '已撤销', discarded: '已放弃' },
  rosterEntryStates: { pending: '待本人确认', accepted: '已接受', declined: '已谢绝', withdrawn: '已收回', expired: '已过期' },
  rosterColumns: { name: '姓名', phone: '手机号', bornOn: '出生日期', occupation: '职业', county: '县（市、区）', unit: '单位', topics: '关注的主题', pool: '人才队伍' },
  rosterProblems: {
    missing: '这一格要填写', bad_name: '姓名太长或含有不该有的字符', bad_phone: '不是有效的手机号', phone_rounded: '手机号被表格改成了科学计数法，末几位已经丢失，请把这一列设为“文本”后重新填写', bad_date: '不是有效的出生日期，请写成 1980-01-02',
    under_age: '未满 18 周岁。未成年人由监护人登记，请从名单中删除', bad_occupation: '不是可选的职业', unknown_county: '没有这个县（市、区）', unknown_unit: '没有找到这个单位；可以留空，或用系统里的名称', unit_ambiguous: '有几个单位都叫这个名称，请写全称',
    unknown_topic: '没有这个主题', unknown_pool: '没有这支队伍', pool_not_yours: '加入队伍由市办公室办理，这一格请留空', out_of_reach: '不在您的工作范围内', twice_in_file: '与第 {suggestion} 行的手机号重复', known_phone: '这个手机号已登记，或已在待确认名单中', declined_before: '本人谢绝过，不能再次邀请',
    hidden_row: '这一行在表格里是隐藏的，请取消隐藏或删除', row_too_long: '这一行内容太多', merged_cells: '这里是合并单元格，请拆分后逐行填写',
  },
} as const;

/** How long what rosters bring is kept. */
export const rosterKept = { roster_rows: '名册表格里的内容，从上传算起', roster_entries: '名册邀请的结果（不含姓名和手机号），从邀请到期算起；谢绝的一直留一个不可还原的号码摘要，以免再次打扰' } as const;

/** The sheets: the template, and the table that comes back. */
export const rosterSheet = {
  sheet: '名册', values: '可填的值', template_file: '名册模板.xlsx', file_back: '{name}-问题.xlsx', problems: '问题', hint_mark: '（说明，导入时忽略）', maybe: '{text}（是不是“{suggestion}”？）', at: '{column}：{text}',
  hints: { name: '（说明，导入时忽略）必填，真实姓名', phone: '必填，11 位手机号，单元格设为文本', bornOn: '必填，如 1980-01-02', occupation: '必填，见“可填的值”', county: '必填，见“可填的值”', unit: '可不填，用系统里的单位名称', topics: '可不填，用顿号隔开', pool: '可不填，仅市办公室填写' },
  sms: '【科普志愿】{name}，{body}邀请您成为科普志愿者。愿不愿意由您决定，请在 30 天内打开链接查看：{link}',
} as const;

/** Pages of the back office. */
export const adminRosters = {
  rosters: {
    title: '名册导入', subtitle: '把现有的志愿者名单交给系统邀请。先检查、后邀请：名单里的人同意以后才是志愿者。', drop: '把名册拖到这里，或点击选择', drop_hint: '.xlsx，不超过 4 MB、10000 行。上传后只检查，不会通知任何人。', reading: '正在检查…', template: '下载模板', step_fill: '下载模板，填好名单', step_check: '上传检查，按提示改好', step_ask: '确认邀请，由本人同意',
    empty: '还没有导入过名册', empty_hint: '先下载模板，填好以后上传。', file: '名册', rows: '人数', problem_rows: '有问题', by: '导入人', answers: '答复', right: '可以邀请', no_problems: '没有问题，可以邀请。', has_problems: '共 {rows} 行，{count} 行有问题。可以下载带“问题”列的表格，改好后重新上传；也可以只邀请没有问题的人。', only_problems: '只看有问题的', row: '行', value: '填的是', problem: '问题', suggestion: '建议', nothing_read: '没有填',
    other_columns: '这些列没有用到：{columns}', file_back: '下载带“问题”列的表格', commit: '确认邀请', commit_title: '邀请 {count} 人成为志愿者？', commit_explained: '每个人会得到一个只给本人的链接，30 天内有效。本人同意后才成为志愿者；谢绝的不再打扰。', commit_skipped: '有问题的 {count} 行不会邀请。', committed: '已准备好邀请', discard: '放弃', discard_title: '放弃这份名册？', discard_explained: '读到的内容立即删除，不能恢复。', discarded: '已放弃',
    undo: '撤销整份名册', undo_title: '撤销这份名册的邀请？', undo_explained: '还没有答复的邀请全部收回，链接立即失效，不能恢复；已经接受的人不受影响。', undone: '已撤销', gone: '名册内容已按期删除（保留 7 天）。', entries: '邀请名单', entries_empty: '还没有邀请的人', entries_hint: '检查通过并确认邀请后，名单会出现在这里。', name: '姓名', phone: '手机号', unit: '单位', county: '县（市、区）', until: '有效期至', answered: '答复于', reminded: '上次提醒',
    link: '链接和二维码', link_title: '{name}的链接', link_hint: '只发给本人，不要发到群里：谁打开谁就能看到这个人的登记内容。', copy_link: '复制邀请文字', copy_all: '复制全部待确认的链接', copy_all_title: '待确认的 {count} 人', copy_all_hint: '一人一行，请逐个发给本人。', remind: '提醒', remind_title: '再提醒{name}一次？', remind_explained: '每人每天最多一次。系统能发短信时由系统发送，否则请复制链接发给本人。', reminded_done: '已记下提醒', withdraw: '收回', withdraw_title: '收回对{name}的邀请？', withdraw_explained: '链接立即失效，这个人的资料随即删除，不能恢复。', withdrawn: '已收回', close: '关闭', qr: '{name}的二维码', back: '返回名册列表', answered_person: '（已答复）',
  },
} as const;

/** Portal: the question to somebody who stands in a roster. */
export const portalRoster = {
  roster: {
    title: '邀请您成为科普志愿者', description: '查看邀请，自己决定要不要加入。', heading: '邀请您成为科普志愿者', asks: '{body}的{by}把您列入名单，想请您成为科普志愿者。愿不愿意，由您决定；您同意之前，您不是志愿者。', data: '他们填写的资料', dataHint: '只用于这次邀请。接受后可以在“我的”里修改；谢绝后立即删除。', name: '姓名', phone: '手机号', bornOn: '出生日期', occupation: '职业', unit: '单位', county: '县（市、区）', topics: '主题', pool: '拟加入的队伍', until: '请在{day}前决定。',
    fullPhone: '您的手机号', fullPhoneHint: '请完整填写，确认是您本人；以后用它登录。', password: '设置登录密码', passwordHint: '至少 8 位，大写字母、小写字母、数字、符号至少包含两类。', consent: '我已阅读并同意《个人信息处理说明》', readPrivacy: '阅读《个人信息处理说明》', consentNeeded: '同意后才能加入', accept: '我愿意加入', accepting: '正在办理…', decline: '谢绝，不再联系我', declineSure: '确定谢绝吗？资料会立即删除，这个单位不会再邀请您。', code: '短信验证码', sendCode: '获取验证码', codeSent: '验证码已经发出，请输入。',
    signedIn: '您已登录为{name}，接受后不用再设密码。', signInFirst: '这个手机号已有账号。登录后会回到这里。', signIn: '去登录', done: '欢迎加入！', doneText: '现在可以看看近期活动，挑一场合适的报名。', toActivities: '看看近期活动', toMe: '我的', declined: '已谢绝，资料已删除。', declinedText: '以后改变主意，随时可以自己登记。', noToken: '链接不完整。请从收到的消息里重新打开，或复制完整的链接。',
  },
} as const;
