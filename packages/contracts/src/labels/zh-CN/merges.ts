/** Two registrations of one person. */
export const mergeTerms = {
  likenesses: { same_document: '填过对方的证件号', same_name_and_birth: '姓名和出生日期相同', same_name_and_unit: '姓名和单位相同' },
  holdings: { signups: '报名', records: '服务记录', volunteerMinutes: '志愿服务时长', workMinutes: '工作业绩时长', terms: '队伍资格', topics: '关注的主题', children: '监护的孩子', leads: '负责的现场' },
  /** Sentences that are kept as reasons where something was there twice. */
  mergeReasons: { place: '两份登记合并，同一时间的报名只保留一个。', record: '两份登记合并，同一场次的时长只算一次。' },
} as const;

/** Sentences of notices. */
export const mergeNotices = { registrations_merged: '您名下的两份登记（{from}、{number}）已合并为 {number}，报名、服务记录和队伍资格都在这里。原来的账号 {from} 已停用，请用这个账号登录。如有疑问，请联系所在县（市、区）办公室。' } as const;

/** What the history says. */
export const mergeActions = { 'volunteer.merged': '合并了一份重复登记', 'volunteer.merged_away': '登记并入另一份，账号停用', 'signup.joined': '合并了重复的报名' } as const;

/** Back office. */
export const adminMerges = {
  merges: {
    heading: '可能重复', heading_history: '合并记录', lead: { one: '有 {count} 份登记可能是同一个人，请核实后合并。', many: '有 {count} 份登记可能是同一个人，请核实后合并。' }, compare: '比较并合并', title: '合并{name}的两份登记', irreversible: '合并不能撤销。请先打电话或当面核实是同一个人。',
    stays: '保留', goes: '并入', keep: '保留哪一份', keep_this: '保留 {number}', field: '项目', number: '编号', name: '姓名', unit: '单位', county: '县（市、区）', services: '服务次数', hours: '服务时长', pools: '队伍', registered: '登记时间', real_name: '实名', named: '已实名', unnamed: '未实名', none: '无', times: '{count} 次',
    moves: '会从 {from} 转到 {number}：', nothing: '{from} 名下没有需要转移的内容。', ends: '{from} 的账号停用，以后用 {number} 的账号登录。同一时间的报名只留一个；同一场次有两条时长的，较短的一条会撤销。', rights: '{number} 还有 {count} 项工作权限，不能并入。请先办理移交或收回权限。', documents: '两份登记都补充过证件号，应是两个人，不能合并。', frozen: '有一份登记不是“正常”，请先核实并恢复正常。',
    suggestions: { phone: '已电话向本人核实', desk: '本人到窗口核实', unit: '已向所在单位核实' }, sure: '我已核实是同一个人，知道合并不能撤销', sure_needed: '请先勾选', submit: '合并', done: '已合并到 {number}', joined: '其中重复、只算一次的：{text}', history: '{number} 已于{day}并入（{by}）：{reason}',
  },
} as const;
