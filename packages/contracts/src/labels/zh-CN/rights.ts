/** Rights: their names, and the pages of invitations, applications, hand-overs and explanations. */
export const rightTerms = {
  posts: { A: 'A 岗', B: 'B 岗' },
  invitationStates: { open: '待接受', accepted: '已接受', expired: '已过期', withdrawn: '已收回' },
  applicationStates: { submitted: '待审核', returned: '请补充', approved: '已通过', refused: '未通过', withdrawn: '已撤回' },
  openWorkKinds: { assignments_to_sign: '待签收的任务', questions: '等待答复的疑问', activities: '未结项的活动', work_entries: '未采信的台账', unit_reports: '待报送的进展', collections: '待填报的摸底', assessments: '待报送的考核自评表', shifts_led: '由本人负责现场的场次', signups: '待处理的报名', hours: '待确认的时长' },
  accessSubjects: { activity: '活动', work_entry: '工作台账', unit_report: '进展填报', volunteer: '志愿者', plan: '任务分解表', item: '工作任务', unit: '单位' },
  permissions: {
    'account_read': '查看人员', 'account_write': '管理人员账号', 'grant_read': '查看权限', 'grant_write': '授予和收回权限', 'grant_hand-over': '办理联络员移交', 'invitation_read': '查看邀请', 'invitation_write': '邀请单位人员', 'unit-application_read': '查看单位入驻申请',
    'unit-application_decide': '审核单位入驻申请', 'team_read': '查看服务队', 'team_write': '管理服务队', 'thing_read': '查看共享设施', 'thing_write': '管理共享设施', 'thing_ask': '预约共享设施', 'order_read': '查看点单', 'order_place': '代录和取消点单', 'order_write': '审核和派发点单', 'complaint_read': '查看投诉', 'complaint_answer': '答复投诉', 'audit_read': '查看操作记录', 'division_read': '查看行政区划', 'division_write': '管理行政区划', 'unit_read': '查看单位', 'unit_write': '管理单位', 'dictionary_read': '查看基础数据', 'dictionary_write': '管理基础数据',
    'plan-import_read': '查看文件导入', 'plan-import_write': '导入分解表', 'paper_read': '下载原文件', 'plan_read': '查看任务分解表', 'plan_write': '修改任务分解表', 'plan_issue': '下发任务分解表', 'plan_close': '办结任务分解表', 'plan_export': '导出工作清单', 'handed_sign': '签收下达的任务',
    'sign-off_read': '查看签收情况', 'sign-off_record': '登记签收', 'assignment_read': '查看任务交办', 'assignment_sign': '签收任务', 'assignment_ask': '提出疑问', 'assignment_answer': '答复疑问', 'assignment_reopen': '退回重新签收', 'measure_write': '设定指标',
    'measure_judge': '认定指标', 'work-entry_read': '查看工作台账', 'work-entry_write': '填写工作台账', 'work-entry_submit': '提交工作台账', 'work-entry_check': '审核工作台账', 'report_read': '查看进展填报', 'report_write': '填写进展', 'report_submit': '报送进展', 'report_decide': '开放填报、审核进展', 'light_read': '查看进度灯', 'light_write': '设置进度灯、催办', 'prompt_read': '查看提示函、督办单', 'prompt_write': '起草、发出提示函和督办单', 'prompt_approve': '签批督办单', 'prompt_reply': '回复提示函、督办单', 'bulletin_read': '查看通报、总结', 'bulletin_write': '起草和印发通报、总结', 'bulletin_approve': '签批通报、总结', 'collection_read': '查看摸底', 'collection_write': '设计、发出和截止摸底', 'collection_answer': '填写摸底', 'collection_submit': '报送摸底', 'assessment_read': '查看考核', 'assessment_write': '起草、审核和公布考核', 'assessment_answer': '填写考核自评', 'assessment_submit': '报送考核自评、提出申诉', 'assessment_results': '查看全部考核结果', 'assessment_switch': '启用、停用考核', 'pack_read': '查看迎检包', 'pack_write': '生成迎检包', 'photo_mark': '标注照片能否展示', 'drafting_read': '查看任务建议和意见', 'drafting_write': '填写任务建议和意见', 'drafting_submit': '报送任务建议和意见', 'drafting_decide': '征集建议、征求意见', 'adjustment_read': '查看延期、调整', 'adjustment_ask': '申请延期、调整', 'adjustment_decide': '审批延期、调整，登记口头指示', 'close-out_read': '查看销号', 'close-out_ask': '申请办结', 'close-out_decide': '复核销号', 'pool_read': '查看队伍', 'pool_write': '管理队伍', 'credential_read': '查看资质', 'credential_confirm': '核实资质', 'credential_audit': '抽查资质', 'nomination_read': '查看入队推荐', 'nomination_write': '推荐入队', 'talk_read': '查看讲座', 'talk_write': '代写讲座', 'talk_publish': '发布讲座', 'nomination_decide': '审核、聘任', 'volunteer_read': '查看志愿者',
    'volunteer_register': '代为登记志愿者', 'roster_import': '导入志愿者名册', 'volunteer_freeze': '冻结、作废志愿者登记', 'volunteer_merge': '合并重复的志愿者登记', 'activity_read': '查看活动', 'activity_write': '编写活动', 'activity_submit': '提交、改期、取消和结项活动', 'activity_approve': '审核活动和结项', 'signup_read': '查看报名', 'signup_decide': '录取报名', 'attendance_write': '签到登记',
    'record_read': '查看服务记录', 'record_reverse': '更正服务记录', 'matching_read': '查看推荐人选', 'matching_write': '调整匹配权重', 'batch_read': '查看批量安排', 'batch_write': '批量安排志愿者', 'desk_read': '查看待办', 'key_read': '查看密钥轮换', 'minor_policy': '设定未成年人规则', 'minor_open': '申请查看未成年人资料', 'minor_approve': '批准查看未成年人资料', 'minor_audit': '查看未成年人信息审计表', 'class_write': '管理班级、凭回执登记学生', 'personal_reveal': '查看联系方式（写明原因）', 'retention_read': '查看保存期限', 'personal_export': '导出志愿者名单（写明原因）',
  },
} as const;

/** Pages of the back office. */
export const adminRights = {
  invitations: {
    title: '邀请', subtitle: '邀请本单位的人加入。链接只发给本人，一周内有效，只能用一次。', create: '邀请人员', create_explained: '保存后得到一个链接，请通过微信或短信发给本人。对方填写同一个手机号或邮箱后即可加入。', name: '姓名', contact: '手机号或邮箱', contact_hint: '对方接受邀请时要填同一个。', unit: '单位', role: '角色', post: '岗位（选填）', post_hint: '联络员可分 A、B 岗，A 岗为主。',
    until: '有效期至', by: '邀请人', link_title: '{name}的邀请链接', link_hint: '只显示这一次，请现在就复制并发给本人；不要发到群里。', link_text: '【科普志愿】{name}，您好！{unit}邀请您担任{role}。请在一周内打开链接接受邀请：{link}', copy_link: '复制邀请文字', done: '已发送，关闭',
    renew: '重新生成链接', renew_title: '为{name}重新生成链接？', renew_explained: '原来的链接立即失效，新链接一周内有效。', withdraw: '收回', withdraw_title: '收回对{name}的邀请？', withdraw_explained: '链接立即失效。', withdrawn: '已收回', empty: '还没有邀请过人', empty_hint: '把经办同事请进来：填写姓名和手机号，把链接发给本人就行。',
  },
  applications: {
    title: '单位入驻', subtitle: '学校、医院、村（社区）等自己提出的入驻申请。通过后，申请人用原来的链接设置密码，成为该单位的联络员。', number: '编号', unit: '申请单位', kind: '类别', county: '县（市、区）', place: '地址', person: '申请人', duty: '职务', contact: '联系方式', note: '说明', submitted: '提交时间', decided: '办理', decided_by: '{name}，{when}',
    call: '显示联系方式', call_hint: '请打电话核实申请人身份和单位意见。每次查看都会留下记录。', similar: '可能已有的单位', similar_hint: '如果就是其中一个，请选它，不要重复建单位。', liaisons: '已有 {count} 位联络员', no_similar: '没有名称相近的单位，通过后会新建。', approve: '通过', approve_title: '通过“{unit}”的入驻申请？', approve_explained: '申请人会成为下面的角色。请先电话核实。',
    as_unit: '作为哪个单位', new_unit: '新建“{unit}”', role: '申请人的角色', approved: '已通过，申请人打开原来的链接就能设置密码', return: '退回补充', return_title: '退回“{unit}”的申请', return_explained: '申请人打开链接会看到原因，补充后可以再提交。', returned: '已退回', refuse: '不通过', refuse_title: '不通过“{unit}”的申请', refuse_explained: '申请人打开链接会看到原因。不能恢复，对方可以重新申请。', refused: '已回复',
    reasons: { name: '单位名称请写全称', person: '请由单位指定的经办人申请', place: '请补充详细地址', duplicate: '该单位已经入驻，请联系单位的联络员', outside: '不在本市范围内' }, empty: '没有申请', empty_hint: '把入驻页面的地址发给学校、医院和村（社区），他们就能自己申请。', copy_text: '【科普志愿】学校、医院、村（社区）等单位可以在这里申请入驻，发布科普活动、点单请讲师：{link}', copy: '复制入驻说明', back: '返回申请列表', admitted: '已入驻为',
  },
  hand_over: {
    title: '移交联络员工作', button: '移交工作', hint: '移交后，原联络员在该单位的权限立即收回，由接手人办理全部未完工作。', unit: '单位', from: '移交人', to: '接手人', reason: '原因', work: '未完工作', moves: '随移交转给接手人', stays: '留在单位，由接手人办理', none: '没有未完工作', submit: '确认移交', done_short: '已移交，双方都会收到通知', reason_hint: '本单位历史里会显示这个原因。', reasons: { post: '岗位调整', leave: '离职', holiday: '长期休假' },
  },
  access: {
    title: '为什么看不到', subtitle: '选一个人和一样东西，系统按此人的权限实际查一遍，说明能不能看到、差在哪里。', person: '谁', kind: '看什么', thing: '哪一个', unit: '属于{unit}', ask: '查一下', sees: '{name}能看到“{thing}”。', sees_not: '{name}看不到“{thing}”。', needs: '需要的权限：{permission}', pick: '请选择人员、类别和具体内容。',
    checks: { account: '账号有效', password: '已设置自己的密码', grants: '有生效的权限', permission: '其中有查看这类内容的权限', reach: '范围覆盖到这一项' },
    remedies: { account: '账号已停用：请管理员启用。', password: '还在用初始密码：请本人登录并设置密码。', grants: '没有任何生效的权限：请管理员授予，或检查起止日期。', permission: '现有角色都不能查看这类内容：请授予合适的角色。', reach: '权限范围不包含这一项，或它还是草稿：请核对单位、县（市、区）和状态。' },
  },
  rights: { export: '导出权限表', table: '角色能做什么', table_hint: '✓ 表示这个角色在授予的范围内可以做。', permission: '权限', of_role: '{role}能做什么', explain: '为什么看不到', post: '岗位' },
} as const;

/** Portal: applying for a unit, and invitations. */
export const portalJoin = {
  join: {
    title: '单位入驻', description: '学校、医院、村（社区）、企业和社会组织可以申请入驻，发布科普活动、招募志愿者。', heading: '单位入驻', lead: '学校、医院、村（社区）、企业和社会组织都可以申请。县（市、区）办公室会打电话核实，一般 5 个工作日内办好。', unit: '关于单位', unitName: '单位全称', unitNameHint: '与公章一致。', kind: '类别', county: '所在县（市、区）', place: '详细地址', person: '关于您', name: '您的姓名', duty: '职务或岗位', dutyHint: '如：教务处主任、村文书。', contact: '手机号或邮箱', contactHint: '用来核实身份，以后也用它登录。',
    note: '想说明的（可不填）', submit: '提交申请', sending: '正在提交…', consent: '提交即表示您受单位委托办理，并同意我们为核实身份使用以上信息。', choose: '请选择', required: '这一项要填写', contactWrong: '手机号或邮箱看起来不对，请检查',
    madeHeading: '申请已提交', madeText: '编号 {number}。请保存下面的链接：以后用它查看进度，通过后也用它设置密码。', linkHint: '只显示这一次。建议发给自己的微信“文件传输助手”。', copy: '复制链接', copied: '已复制', open: '查看进度',
    ownHeading: '入驻申请', number: '编号', state: '进度', reason: '原因', submittedAt: '提交时间', withdraw: '撤回申请', withdrawSure: '确定要撤回这份申请吗？撤回后不能恢复，但可以重新申请。', withdrawn: '申请已撤回。', revise: '补充后重新提交', revised: '已重新提交，请等待核实。',
    next: { submitted: '办公室会打电话给您核实，请留意来电。', returned: '请按下面的原因补充，然后重新提交。', approved: '已通过。请设置密码，开始使用。', refused: '很抱歉，没有通过。', withdrawn: '这份申请已撤回。' }, goOn: '设置密码', look: '已经申请过？用保存的链接查看进度。',
  },
  invitation: {
    title: '接受邀请', description: '加入单位，一起做科普。', heading: '接受邀请', text: '{by}邀请您在{unit}担任{role}。', until: '请在{day}前接受。', phone: '收到邀请的手机号', email: '收到邀请的邮箱', contactHint: '请填写邀请您的人留下的那一个，以后用它登录。', password: '设置登录密码', passwordHint: '至少 8 位，大写字母、小写字母、数字、符号至少包含两类。', accept: '接受邀请', accepting: '正在处理…', signedIn: '您已登录为{name}，接受后这项权限会加到您的账号上。',
    signInFirst: '这个手机号或邮箱已有账号。登录后会回到这里。', signIn: '去登录', done: '已加入{unit}', doneText: '现在可以进入工作后台。', goOn: '进入工作后台', noToken: '链接不完整。请从收到的消息里重新打开，或复制完整的链接。', closed: { accepted: '这个邀请已经接受过了，请直接登录。', expired: '这个邀请已过期，请联系邀请您的人重新生成。', withdrawn: '这个邀请已被收回，请联系邀请您的人。' },
  },
} as const;
