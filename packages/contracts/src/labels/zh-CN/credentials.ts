/** 资质: words, messages, history, refusals and pages. */
export const credentialTerms = {
  credentialStates: { declared: '待核实', confirmed: '已核实', audited: '已抽查', returned: '已退回' },
  credentialProofs: { file: '看了上传的照片', original: '看了证书原件', register: '查了发证机构的登记' },
  credentialFields: { kind: '资质种类' },
  credentialDays: { from_future: '发证日期还没有到', end_before_start: '到期日早于发证日期', end_missing: '这类资质要填到期日' },
  credentialLapsed: '服务当天没有有效的{kinds}', membershipLapsed: '服务当天不在{pools}的聘期内',
} as const;

/** Sentences of notices about certificates. */
export const credentialNotices = {
  credential_declared: '{name}上传了“{kind}”，请核实。', credential_confirmed: '您的“{kind}”已核实，可以报名需要它的岗位。', credential_returned: '您的“{kind}”被退回：{text}', credential_undone: '“{kind}”的办理结果已撤销，会重新核实。', credential_granted: '您完成了“{title}”，获得“{kind}”。',
  credential_ending: '您的“{kind}”{day}到期。换了新证的，请及时上传，免得影响报名。', credential_ending_unit: '{name}的“{kind}”{day}到期，请提醒本人换证。', signup_lapsed: '您在“{title}”（{time}）的名额已取消：{text}。符合要求后可以重新报名。', signup_lapsed_unit: '{name}在“{title}”（{time}）的名额已空出：{text}。请尽快补人。',
} as const;

/** What the history says. */
export const credentialActions = {
  'credential_kind.created': '新增资质种类', 'credential_kind.changed': '修改资质种类', 'credential.declared': '申报资质', 'credential.corrected': '修改资质', 'credential.removed': '删除资质', 'credential.file_set': '上传资质照片', 'credential.opened': '查看资质照片', 'credential.confirmed': '核实资质', 'credential.audited': '抽查资质', 'credential.undone': '撤销资质办理', 'credential.returned': '退回资质',
  'credential.sampled': '抽取资质', 'credential.granted': '培训结业获得资质', 'credential.taken_back': '收回培训资质', 'signup.lapsed': '因资质或聘期失效退出',
} as const;

/** Back office: certificates and their kinds. */
export const adminCredentials = {
  credentials: {
    title: '资质核实', one: '资质', subtitle: '志愿者申报的证书。单位看过照片或原件后核实，办公室再抽查。只有核实过的资质才能报需要它的岗位。', search: '搜索姓名或拼音首字母', state: '状态', kind: '资质种类', unit: '单位', county: '县（市、区）', ending: '到期', ending_60: '60 天内到期或已到期', ending_14: '14 天内到期或已到期', sampled: '抽查', sampled_only: '已抽中、待查看',
    empty: '没有符合条件的资质', empty_hint: '志愿者在“我的”里申报后，会出现在这里。', person: '姓名', issuer: '发证机构', number: '证书编号', span: '有效期', no_end: '长期有效', until: '至 {day}', expired: '已过期', file: '证书照片', no_file: '没有上传照片', open_file: '查看照片', open_logged: '每次查看都会记录，本人看得到。', declared_at: '申报时间', course: '培训结业：{title}', confirmed_by: '{name} {at} 核实（{proof}）', audited_by: '{name} {at} 抽查', returned_because: '{at} 退回：{reason}', drawn: '{at} 抽中', implies: '同时相当于：{kinds}',
    confirm: '核实', confirm_title: '核实{name}的“{kind}”', confirm_hint: '请核对姓名、编号和日期，与证书不一致的，在这里改过来。', proof: '怎么核实的', from_day: '发证日期', to_day: '到期日', to_day_hint: '长期有效的留空。', confirmed: '已核实，本人会收到消息', return: '退回', return_title: '退回{name}的“{kind}”', returned: '已退回，本人会收到消息', reasons: { blurred: '照片看不清，请重新拍', other: '不是本人的证书', ended: '证书已过期，请上传新证', wrong: '编号或日期与证书不一致' },
    return_warning: '退回后，本人靠这项资质得到的名额会立即空出。', audit: '抽查通过', audit_title: '抽查{name}的“{kind}”', audited: '已记录抽查结果', sample: '抽取一批', bulk_confirm: '确认所选 {count} 份', bulk_return: '退回所选 {count} 份', bulk_proof_hint: '只确认您逐份核对过的：对照上传的证书、证书原件，或发证单位的登记。', pool: '队伍', filed: '证书文件', filed_yes: '已上传', filed_no: '未上传', sample_title: '抽取要复查的资质', sample_hint: '从没有抽过的已核实资质里随机抽取。', sample_size: '抽几份', sample_kind: '哪一类（不选为全部）', sample_done: '抽中 {count} 份', sample_none: '没有可以抽的资质', own: '不能核实自己的资质',
  },
  credential_kinds: {
    title: '资质种类', subtitle: '岗位可以要求的证书。“相当于”表示有了这一种，就不用再提供另一种。', create: '新增种类', edit: '修改', name: '名称', note: '说明（给志愿者看）', implies: '相当于', implies_hint: '例如主任医师相当于执业医师。', expires: '有到期日', expires_hint: '申报时必须填到期日。', by_course: '可由培训授予', by_course_hint: '培训活动可以选它，完成的人自动获得。', sort: '排序', retired: '停用', retired_hint: '停用后不能再申报和要求；已有的仍然有效。', saved: '已保存', empty: '还没有资质种类', empty_hint: '点“新增种类”，例如“执业医师”“急救员证”。',
  },
} as const;

/** Portal: the own certificates. */
export const portalCredentials = {
  credentials: {
    short: '资质', heading: '我的资质', none: '还没有资质。医师、教师、急救员等证书，上传后经单位核实，就能报需要它的岗位。', add: '添加资质', kind: '哪一种', choose: '请选择', issuer: '发证机构', number: '证书编号（选填）', numberHint: '加密保存，别人看不到完整编号。', fromDay: '发证日期', toDay: '到期日', toDayHint: '长期有效的不用填。', toDayNeeded: '这类资质要填到期日。', photo: '证书照片', photoHint: '拍清楚姓名、编号和日期。JPG、PNG 或 PDF，15 MB 以内。只有核实的人能看，每次查看都有记录。', save: '提交核实', saving: '正在提交…', saved: '已提交，核实后会收到消息。', savedNoPhoto: '已保存，但照片没有传上去：{reason}。请在下面重新上传。',
    until: '至 {day}', always: '长期有效', implies: '同时相当于：{kinds}', course: '培训“{title}”结业获得', returned: '退回原因：{reason}', expired: '{day}已到期', ending: '{day}到期，换新证后请上传', edit: '修改', renew: '上传新证', upload: '上传照片', replace: '换一张照片', open: '查看照片', noPhoto: '还没有上传照片', remove: '删除', removeSure: '确定删除“{kind}”吗？靠它得到的名额会空出。', removed: '已删除。', cancel: '取消', required: '这一项要填写', mend: '去补资质',
  },
} as const;
