/** The words of the field. */
export const terms = {
  product: '科普志愿', office: '全民科学素质工作领导小组办公室',
  roles: { administrator: '管理员', editor: '办公室人员', leader: '领导', county: '县（市、区）办公室', liaison: '联络员', approver: '单位审核人', publisher: '活动编辑', reader: '只读（检查组）' },
  scopeKinds: { city: '全市', division: '县（市、区）', unit: '单位' },
  planStates: { draft: '草稿', issued: '已下发', closed: '已办结' },
  importStates: { queued: '等待读取', reading: '正在读取', asking: '待说明表头', ready: '待确认', failed: '读取失败', committed: '已入库', discarded: '已放弃' },
  assignmentStates: { pending: '待签收', asked: '有疑问', signed: '已签收', withdrawn: '已撤销' },
  jointGroupStates: { confirmed: '联合任务', dismissed: '不是联合任务' },
  jointPartStandings: { printed: '原文在列', reworded: '修订后已改写', withdrawn: '已不再执行' },
  planRevisionStates: { draft: '对照中', issued: '已下发' },
  revisionKinds: { same: '未变', changed: '修改', added: '新增', withdrawn: '不再执行', kept: '继续执行' },
  revisionFields: { text: '内容', programme: '项目', units: '单位', due: '时限', targets: '数量' },
  itemStandings: { printed: '在执行', kept: '新版未列，继续执行', withdrawn: '不再执行' },
  assignmentRoles: { responsible: '责任单位', lead: '牵头单位', cooperating: '配合单位' },
  signedHow: { self: '联络员签收', recorded: '办公室登记' },
  accountStates: { active: '有效', disabled: '已停用', closed: '已注销' },
  unitKinds: {
    party: '党委部门', government: '政府部门', mass_organisation: '群团组织', vertical: '垂直管理单位', university: '高校', institution: '事业单位', media: '媒体',
    county_office: '县（市、区）办公室', township: '乡镇（街道）', community: '社区', village: '村', school: '学校', hospital: '医院', enterprise: '企业', society: '学会协会', other: '其他',
  },
  divisionKinds: { city: '市', county: '县（市、区）', subdistrict: '街道', town: '镇', township: '乡', area: '功能区' },
  termKinds: { topic: '主题', audience: '对象' },
  programmeKinds: { action: '行动', project: '工程' },
  workdayKinds: { holiday: '放假', workday: '上班（调休）' },
  unitFields: { division: '所属区划', parent: '上级', successor: '承接方', programmeSet: '项目库', county: '县（市、区）' },
  paperFields: { docNumber: '文号', issuer: '发文机关', title: '标题', year: '年度', issuedOn: '成文日期' },
} as const;

/** Findings of the paper reader. `{value}` is what stands there, `{suggestion}` what it probably means. */
export const warnings = {
  unknown_unit: '没有找到单位“{value}”',
  units_of_group: '“{value}”包括多个单位，已全部列出，请核对',
  unknown_programme: '没有找到项目“{value}”',
  empty_cell: '单元格是空的',
  no_final_stop: '结尾没有句号',
  possibly_cut: '文字可能不完整，请核对原文',
  lead_in: '列表之前有一段引语，已并入第一项',
  duplicate_row: '与前面的一行相同',
  extract: '这是一份节选，只有部分单位的任务，不能作为整份任务分解表',
  html_tags: '含有标签，已按普通文字保留',
  formula: '含有公式，取其显示的结果',
  formula_without_value: '含有公式但没有结果，请补填',
  empty_rows_ignored: '末尾有 {value} 个空行，已忽略',
  extra_cell: '表格之外的内容“{value}”，已忽略',
  row_not_understood: '这一行看不懂，请核对：{value}',
  unreadable_due: '时限“{value}”不能换算成日期',
  unit_renamed: '“{value}”现为“{suggestion}”，请核对',
  time_word: '“{value}”没有改动，请核对是否还适用',
} as const;

/** Sentences of notices. */
export const notices = {
  plan_issued: '《{title}》已下发，您单位有 {count} 项工作待签收，请于 {signBy} 前签收。',
  assignment_asked: '{unit} 对一项工作有疑问：{text}', assignment_answered: '您对一项工作的疑问已答复：{text}', assignment_reopened: '办公室请您单位重新签收一项工作，原因见详情：{text}',
  plan_revised: '《{title}》第 {edition} 版已下发，贵单位有 {count} 项任务新增或有变化，请于 {signBy} 前签收。', joint_group: '“{name}”是几家单位共同的任务，由{lead}牵头，贵单位的工作请与其对接。', plan_eased: '《{title}》第 {edition} 版已下发，贵单位有 {count} 项任务不再执行。', import_asks: '“{fileName}”的表头系统不认识，请指出每一列是什么。', import_ready: '“{fileName}”已读取完毕，请核对预览。', import_failed: '“{fileName}”读取失败，请查看原因。', grant_given: '您已获得权限：{role}（{scope}）。',
  invitation_accepted: '{name}接受了邀请，成为{unit}的{role}。', unit_application: '“{unit}”申请入驻，请核实办理。', handed_over: '您在{unit}的联络员工作已移交给{name}，感谢您的付出。', taken_over: '您接手了{name}在{unit}的联络员工作，请查看未完事项。',
  activity_submitted: '{unit}提交了活动“{title}”，请审核。', activity_returned: '活动“{title}”被退回：{text}', activity_approved: '活动“{title}”已通过审核并发布。', activity_cancelled: '很抱歉，活动“{title}”已取消：{text}。您不会被记为缺席。',
  shift_moved: '活动“{title}”改到{time}：{text}。如不能参加，可以退出，不记缺席。', shift_cancelled: '活动“{title}”{time}的场次已取消：{text}。您不会被记为缺席。', report_submitted: '{unit}提交了“{title}”的结项，请审核。', report_returned: '“{title}”的结项被退回：{text}', report_accepted: '“{title}”的结项已通过，受众人次已计入进度。',
  signup_requested: '{count} 人报名“{title}”，请确认。', signup_confirmed: '您已被录取：“{title}”，{time}，{place}。', signup_waiting: '“{title}”的岗位已满，您在候补名单中。', signup_refused: '很抱歉，“{title}”未能录取：{text}', signup_withdrawn: '{name}退出了“{title}”（{time}）。', signup_clashed: '“{title}”改到{time}，与您已录取的“{other}”时间冲突，这次报名已为您取消，不记缺席。可以看看其他场次。',
  leader_set: '您是“{title}”（{time}）的现场负责人，请在手机上打开签到名单。', hours_confirmed: '“{title}”的服务时长已确认：{hours} 小时，{ledger}。', record_reversed: '您在“{title}”的服务记录已更正：{text}',
  work_entry_submitted: '{unit}提交了台账“{title}”，请审核。', work_entry_returned: '台账“{title}”被退回：{text}', work_entry_accepted: '台账“{title}”已采信，已计入进度。', work_entry_revoked: '台账“{title}”已撤销：{text}',
} as const;

/** What the history of an object says, by action of the audit trail. */
export const actions = {
  'plan.committed': '由文件导入', 'plan.changed': '修改了基本信息', 'plan.undone': '撤销了导入', 'plan.issued': '下发', 'plan.revised': '下发修订版', 'plan_revision.created': '对照新文件', 'plan_revision.changed': '对照取舍', 'plan_revision.withdrawn': '撤销对照', 'joint_group.created': '确认为联合任务', 'joint_group.changed': '调整联合任务', 'joint_group.dismissed': '标为不是联合任务', 'joint_group.restored': '恢复为待确认', 'joint_group.dissolved': '取消联合任务', 'item.changed': '修订', 'item.added': '新增', 'item.withdrawn': '不再执行', 'item.kept': '继续执行', 'plan.closed': '办结',
  'assignment.signed': '签收', 'assignment.asked': '提出疑问', 'assignment.answered': '答复疑问', 'assignment.recorded': '登记为已在办公系统签收', 'assignment.reopened': '退回重新签收', 'assignment.moved': '随单位合并转移',
  'plan_import.created': '上传了文件', 'plan_import.read': '读取完毕', 'plan_import.failed': '读取失败', 'plan_import.changed': '补充了文件信息', 'plan_import.item_corrected': '修改了一项工作', 'plan_import.name_resolved': '确认了名称对应', 'plan_import.columns_explained': '说明了表头', 'plan_import.committed': '确认入库', 'plan_import.discarded': '放弃了导入',
  'unit.created': '新增单位', 'unit.changed': '修改单位', 'unit.renamed': '更名', 'unit.closed': '停用', 'unit.merged': '合并', 'division.created': '新增区划', 'division.changed': '修改区划', 'division.closed': '停用区划', 'division.merged': '合并区划', 'travel.changed': '修改了路程时间',
  'term.created': '新增条目', 'term.changed': '修改条目', 'term.closed': '停用条目', 'term.merged': '合并条目', 'programme_set.created': '新增项目库', 'programme.created': '新增项目', 'programme.changed': '修改项目', 'programme.closed': '停用项目', 'programme.merged': '合并项目',
  'theme_day.created': '新增主题日', 'theme_day.changed': '修改主题日', 'theme_day.closed': '停用主题日', 'workday.created': '新增节假日安排', 'workday.deleted': '删除节假日安排',
  'account.created': '新增人员', 'account.changed': '修改人员', 'account.disabled': '停用人员', 'account.enabled': '启用人员', 'account.password_reset': '重置密码', 'account.password_changed': '修改密码', 'grant.given': '授予权限', 'grant.ended': '收回权限', 'grant.moved': '随单位合并转移权限',
  'roster_import.previewed': '检查了名册', 'roster_import.committed': '邀请了名册中的人', 'roster_import.discarded': '放弃了名册', 'roster_import.undone': '撤销了名册', 'roster_import.downloaded': '下载了名册', 'roster_entry.links_shown': '查看了名册邀请的链接', 'roster_entry.reminded': '提醒了名册中的人', 'roster_entry.withdrawn': '收回了名册邀请', 'roster_entry.accepted': '接受名册邀请', 'roster_entry.declined': '谢绝名册邀请',
  'invitation.created': '邀请人员', 'invitation.renewed': '重新生成邀请链接', 'invitation.withdrawn': '收回邀请', 'invitation.accepted': '接受邀请', 'liaison.handed_over': '移交联络员工作', 'unit_application.submitted': '申请单位入驻', 'unit_application.revised': '补充入驻申请', 'unit_application.withdrawn': '撤回入驻申请', 'unit_application.approved': '通过入驻申请', 'unit_application.returned': '退回入驻申请', 'unit_application.refused': '不通过入驻申请', 'unit_application.contact_seen': '查看了申请人的联系方式',
  'session.created': '登录', 'session.ended': '退出', 'session.refused': '登录失败', 'paper.opened': '查看了原文件', 'items.exported': '导出了工作清单', 'plan.paper_exported': '导出了正式文件', 'plan.task_lists_exported': '导出了单位任务清单', 'sign_offs.exported': '导出了签收情况',
  'activity.created': '新建活动', 'activity.changed': '修改活动', 'activity.deleted': '删除草稿', 'activity.submitted': '提交审核', 'activity.recalled': '撤回', 'activity.returned': '退回', 'activity.approved': '审核通过并发布', 'activity.cancelled': '取消活动', 'activity.reported': '提交结项', 'activity.report_returned': '退回结项',
  'activity.report_accepted': '结项通过', 'shift.moved': '改期', 'shift.cancelled': '取消场次', 'shift.leader_set': '指定现场负责人', 'signup.created': '报名', 'signup.placed': '代为报名', 'signup.confirmed': '录取', 'signup.queued': '列入候补', 'signup.refused': '不予录取', 'signup.withdrawn': '退出', 'signup.companions_set': '填写同行儿童人数', 'signup.cancelled': '随活动取消',
  'attendance.checked_in': '签到', 'attendance.checked_out': '签退', 'attendance.marked': '登记到场情况', 'hours.confirmed': '确认时长', 'service_record.reversed': '更正服务记录', 'consent.given': '同意', 'consent.withdrawn': '撤回同意', 'account.closed': '本人注销账号', 'account.name_erased': '保存期满，删除姓名', 'personal.downloaded': '下载本人信息', 'personal.exported': '导出志愿者名单', 'personal.revealed': '查看联系方式', 'key.retired': '停用旧密钥', 'volunteer.registered': '登记为志愿者', 'volunteer.registered_on_behalf': '代为登记志愿者', 'volunteer.changed': '修改志愿者资料',
  'pool_term.created': '加入队伍', 'pool_term.ended': '退出队伍', 'measure.created': '设定指标', 'measure.changed': '修改指标', 'measure.deleted': '删除指标', 'measure.judged': '认定指标', 'work_entry.created': '新建台账', 'work_entry.changed': '修改台账', 'work_entry.deleted': '删除台账草稿', 'work_entry.submitted': '提交审核',
  'work_entry.recalled': '撤回', 'work_entry.accepted': '采信', 'work_entry.returned': '退回', 'work_entry.revoked': '撤销采信', 'file.created': '上传文件', 'matching_weights.created': '调整匹配权重',
} as const;
