/** Back office: keys, retention, looks at contact data. */
export const adminPrivacy = {
  privacy: {
    reveal: '查看{field}', reveal_title: '查看{name}的{field}', reveal_explained: '每次查看都会记录，本人能看到是哪个单位、什么时候、为什么。一般事项请由系统发通知。', reason_hint: '本人会看到。例如：场地临时更换，需要电话通知。', submit: '查看', shown: '{name}的{field}', shown_once: '只显示这一次，关闭后再看需要重新说明原因。', copy: '复制', closed: '关闭', none: '没有登记{field}。',
    reasons: { change: '时间或地点临时变动，需要电话通知', absent: '活动当天没有到场，需要联系本人', check: '登记资料有疑问，需要向本人核实' },
    contact_hint: '需要打电话时，写明原因后可以查看。',
    exports: { label: '导出名单', title: '导出志愿者名单', explained: '按当前条件导出，每张表都带水印。名单里的每个人都会看到是哪个单位、什么时候、为什么导出。', purpose: '用途', purpose_hint: '只有“电话联系”会导出完整手机号。', submit: '导出', file: '志愿者名单.xlsx', reasons: { check: '核对本县（市、区）登记情况', insurance: '为活动集中办理保险', call: '活动变动，需要逐一电话通知' } },
    keys: {
      title: '密钥', subtitle: '手机号、邮箱等加密保存。密钥由运维人员在服务器上更换，这里看进度。', present: '各密钥的情况', active: '使用中', old: '旧密钥', removed: '已停用', not_in_file: '密钥文件中没有', since: '自{when}起使用', values: '加密着 {count} 项', none: '没有数据需要它，可以从密钥文件中移走（旧备份仍需要它）。',
      progress: '换密钥的进度', done: '所有数据都已用新密钥加密。', left: '还有 {count} 项用旧密钥加密，正在后台逐批更换；期间一切照常使用。', unreadable: '有 {count} 项打不开：密钥文件缺少当时的密钥，请找回后放回文件。', last: '最近一次检查：{when}', columns: '按数据列', how: '怎样更换', how_add: '1. 添加：npm run cli -- keyring add 文件', how_copy: '2. 备份密钥文件；有多台服务器的，放到每一台', how_activate: '3. 启用：npm run cli -- keyring activate 文件 编号',
    },
    retention: { title: '保存期限', subtitle: '到期的数据每天夜里自动删除。同一张表也公开在门户的隐私说明里。', what: '数据', long: '保存多久', why: '依据', last: '最近一次', removed: '删除', in_all: '累计删除', never: '还没有执行过', nothing: '不删除', count: '{count} 项' },
  },
} as const;
