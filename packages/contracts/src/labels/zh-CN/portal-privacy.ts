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
} as const;
