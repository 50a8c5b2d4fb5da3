/** Pages of people, rights and the audit trail. */
export const adminPeople = {
  people: {
    subtitle: '可以登录的人。联系方式只显示一部分。', create: '新增人员', create_explained: '保存后显示一次初始密码，请当面或电话告知本人。', name: '姓名', email: '邮箱', phone: '手机号', contact: '联系方式',
    contact_hint: '邮箱和手机号至少填一项，用于登录。', new_email: '新邮箱（不改请留空）', new_phone: '新手机号（不改请留空）', edit_explained: '联系方式不完整显示；只填需要更换的。', facts: '基本信息', since: '新增时间',
    last_seen: '最近登录', go_audit: '查看此人的操作记录', rights: '权限', no_rights: '没有权限', no_rights_hint: '还没有权限，登录后看不到内容。请授予权限。', first_password: '{name}的初始密码',
    shown_once: '只显示这一次，关闭后无法再看。首次登录时须修改。', copy_password: '复制密码', noted: '已记下，关闭', reset: '重置密码', reset_title: '重置{name}的密码？',
    reset_explained: '原密码立即失效，已登录的设备会退出，并显示一次新的初始密码。', disable: '停用账号', disable_title: '停用{name}？', disable_explained: '已登录的设备立即退出，不能再登录；以后可以重新启用。', disabled: '已停用',
    enable: '启用账号', enable_title: '启用{name}？', enable_explained: '恢复登录，原有权限继续有效。', enabled: '已启用', grants_subtitle: '谁在哪个范围内有什么权限。收回后立即失效。', grant: '授予权限',
    grant_to: '授予{name}权限', granted: '已授予', person: '人员', role: '角色',
    role_hints: {
      administrator: '办公室全部权限，并管理人员和权限。', editor: '导入、下发、签收管理和基础数据，并邀请单位人员。', leader: '全市只读，并批准督办。', county: '查看本县（市、区）范围的任务和签收情况。', liaison: '为本单位签收任务、提出疑问，提交活动和台账，并邀请同事。', approver: '审核并提交本单位的活动和台账，不编写。', publisher: '编写本单位的活动和台账、处理报名和签到，由联络员或审核人提交。', reader: '全市只读，供检查使用，必须有截止日期。',
    },
    scope: '范围', whole_city: '范围：全市', from: '自', to: '至', to_hint: '长期有效请留空。', to_lent: '这个角色必须有截止日期。', open_end: '长期', from_on: '自{from}起', from_to: '{from}至{to}', current: '是否有效',
    current_yes: '有效', current_no: '已失效', ended_at: '{when} 收回', end: '收回', end_title: '收回权限？', end_explained: '{right}。收回后立即失效，对方下一次操作就会被拒绝。', ended: '已收回',
  },
  audit: {
    subtitle: '谁在什么时候改了什么。每条记录都有校验，封存后不能改动。', who: '谁', what: '做了什么', when: '时间', from: '从', to: '到', change: '变化', seal: '封存', sealed: '已封存', not_sealed: '待封存',
    kinds: {
      person: '人员', system: '系统', public: '访客',
    },
  },
} as const;
