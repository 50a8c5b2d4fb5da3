/** What the server itself writes for people: workbooks, reminders, and the rules of a password. */
export const adminDocuments = {
  export: {
    items: '工作清单', seq: '序号', programme: '项目', number: '原编号', text: '工作内容和要求', targets: '数量指标', due: '期限', state: '签收状态', signOffs: '签收情况', unit: '责任单位', total: '任务数', overdue: '逾期', yes: '是',
  },
  reminder: {
    text: '【科普任务签收提醒】《{title}》还有 {count} 个单位未完成签收：{units}。请联络员于 {signBy} 前登录签收，有疑问可在页面上提出：{url}',
    allSigned: '【科普任务签收】《{title}》各单位已全部签收，感谢支持。查看任务：{url}',
  },
  passwordRules: {
    length: '至少 8 个字符。', common: '过于常见或简单，容易被猜到。', name: '不能包含姓名。', kinds: '至少包含大写字母、小写字母、数字、符号中的两种。', same: '不能与现在的密码相同。',
  },
} as const;
