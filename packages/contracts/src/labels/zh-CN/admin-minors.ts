/** Back office: minors' records, rules and audit. */
export const adminMinors = {
  minors: {
    records: '未成年人资料申请', records_subtitle: '查看未成年人资料须写明原因，由负责人批准，24 小时内有效，每次查看都会记录并告诉监护人。', no_records: '没有申请', no_records_hint: '需要查看时，请在该志愿者的页面上写明原因提出申请。', asked_by: '申请人', decided_by: '办理', until: '有效期至', opened: '查看次数', times: '{count} 次', go_on: '去查看资料',
    approve: '批准', approve_title: '批准{name}查看 {number} 的资料？', approve_explained: '请先核实确有必要。批准后 24 小时内有效，监护人会看到查看记录。', approved: '已批准，申请人会收到通知', refuse: '不批准', refuse_title: '不批准{name}查看 {number} 的资料？', refuse_explained: '申请人会收到通知，可以重新申请。', refused: '已回复',
    protected: '未成年人', protected_text: '姓名只显示姓氏，联系方式和资料不公开。活动当天，现场负责人能看到姓名和紧急联系卡。', ask: '申请查看资料', ask_title: '申请查看 {number} 的资料', ask_explained: '由领导或管理员批准。请写清楚为什么需要，监护人会看到这个原因。', asked: '已提交申请，请等待批准', reason_hint: '监护人会看到。', reasons: { guardian: '监护人来电要求核对', safety: '活动安全需要联系监护人', check: '核对登记信息' },
    open: '查看资料', open_title: '查看 {number} 的资料？', logged: '这次查看已经记录，监护人能看到时间、单位和原因。请不要截图或转发。', born: '出生日期', age: '{age} 岁', guardians: '监护人', no_guardian: '还没有监护人确认',
    policy: '未成年人规则', policy_subtitle: '按年龄段规定能不能自己登记、要不要陪同、每天最多服务多久、最晚到几点。每一版都保留。', version: '第 {version} 版', change: '调整规则', change_explained: '保存后成为第 {version} 版，马上生效；已登记的人不受影响，新的报名按新规则。年龄段要从 8 岁以上开始，一段接一段，到 17 岁为止。', changed: '已生效', band: '{from}–{to} 岁', from: '从几岁', to: '到几岁', most: '每天最多（分钟）', most_is: '每天最多 {count} 分钟', latest: '最晚结束（点）', latest_is: '{hour}:00 前结束', alone: '可以自己登记，再请监护人确认', by_guardian: '由监护人登记', accompanied: '须监护人陪同', consented: '监护人同意即可', note: '为什么调整',
    audit: '未成年人信息审计', export: '导出审计表', more: '还有 {count} 条较早的记录没有列出。', no_accesses: '这一年没有人查看过未成年人的信息。',
  },
} as const;
