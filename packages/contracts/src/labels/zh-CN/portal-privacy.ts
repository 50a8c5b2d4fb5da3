/** Portal: how long data are kept, and one's own data. */
export const portalPrivacy = {
  retention: {
    heading: '各类数据保存多久', what: '数据', long: '保存多久', why: '依据', days: { one: '{count} 天', many: '{count} 天' }, years: { one: '{count} 年', many: '{count} 年' }, kept: '长期保存',
    rules: {
      sessions: '登录记录（时间、网络地址、浏览器类型），从登录结束算起', rate_limits: '防止猜密码的计次（只存摘要），从计次结束算起', idempotency_keys: '防止重复提交的记号', jobs: '已完成的系统任务（只有编号）', read_notices: '已读的消息，从阅读算起', data_accesses: '谁看过您的信息',
      invitations: '没有接受或已接受的邀请（姓名、手机号或邮箱），从发出算起', unit_applications: '未通过或撤回的单位入驻申请，从提交算起',
      closed_names: '注销以后随服务记录保存的姓名，从最后一次服务算起', audit_entries: '操作日志（不少于 6 个月）；其中您的个人信息在注销时销毁密钥，不能再读',
    },
    articles: {
      pipl19: '《个人信息保护法》第十九条：保存期限为实现目的所必要的最短时间', csl21: '《网络安全法》第二十一条：网络日志留存不少于六个月', pipl56: '《个人信息保护法》第五十六条：处理情况记录至少保存三年', gbt40143: 'GB/T 40143-2021 第 5.2.2 条：志愿服务记录至少保存 10 年',
    },
  },
  retentionApart: { heading: '登记以外的数据保存多久' },
  mine: {
    title: '我的信息', heading: '我的信息', description: '查看科普志愿保存了您的哪些信息、谁看过，管理同意，下载全部资料，注销账号。', lead: '我们保存了您的哪些信息、谁看过，由您查看，也由您决定。', parts: '这一页的内容', back: '回到“我的”', notice: '个人信息处理说明',
    kept: { short: '资料', heading: '我们保存了什么', text: '您登记的资料、报名、签到、服务记录、消息和登录记录。下载后可以看到全部内容。', page: '下载网页（适合阅读）', data: '下载数据文件（JSON）', edit: '修改资料', hint: '下载的文件里有您的完整手机号，请妥善保管，不要转发。' },
    accesses: { short: '查看', heading: '谁看过我的信息', none: '还没有工作人员查看过您的手机号或邮箱，也没有导出过含您的名单。', saw: '{body}（{role}）查看了：{field}', reason: '原因：{text}', hint: '没有原因、或者您觉得不该看的，请向办公室投诉。' },
    consents: {
      short: '同意', heading: '我的同意', given: '已同意', not: '未同意', since: '{day}起', withdrawn: '{day}撤回', version: '版本 {version}', give: '同意', withdraw: '撤回同意', needed: '撤回这一项就是注销账号，请看下面。', done: '已更新', none: '您不是志愿者，这里没有需要您同意的内容。',
    },
    leave: {
      short: '注销', heading: '注销账号', text: '注销以后不能再登录、报名。先看看会怎样，再决定。', look: '看看注销会怎样', goesHeading: '马上删除', staysHeading: '会保留', until: '到{day}', forGood: '长期', placesHeading: '会退出这些场次', ties: '您还有 {count} 项工作权限。请先联系管理员移交给他人，再来注销。',
      goes: { contact: '手机号、邮箱和密码', profile: '出生日期、职业、单位、主题、时间等资料', notes: '报名备注、退出原因和别人写给您的原因', messages: '您收到的消息', sessions: '所有登录记录，各设备立即退出', places: '还没开始的报名', log_key: '操作日志里您的个人信息：密钥销毁，任何人都不能再读' },
      stays: { records: '服务记录和时长（统计需要，不含联系方式）', name: '服务记录上的姓名和编号', consents: '您同意过哪些内容的凭证（只有时间和版本）', accesses: '工作人员查看过信息的事实（不含原因）', log: '操作日志（不含您的个人信息）' },
      noName: '您没有服务记录，姓名也会马上删除。', password: '请输入密码，确认是您本人', confirm: '确认注销', keep: '先不注销', start: '我要注销', sure: '注销后不能恢复。以后想回来，需要重新登记，会得到新的编号。', done: '账号已注销，感谢您做过的一切。', sending: '正在注销…',
    },
  },
  asks: { heading: '个人信息处理说明有更新', text: '我们更新了说明：第一次服务前需要补充一次证件号码，加密保存，不显示完整号码；写明了各类数据的保存期限，工作人员查看您的手机号会记录并告诉您，您可以自己下载资料、撤回同意、注销账号。请看过后选择。', read: '阅读新的说明', agree: '我同意', leave: '不同意，注销账号', done: '谢谢，已记录您的同意。' },
} as const;
