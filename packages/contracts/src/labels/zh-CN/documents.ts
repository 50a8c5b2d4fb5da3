/** What stands in files and texts that the API makes. */
export const documents = {
  place: '原文位置', problem: '问题', otherProblems: '其他提醒', probably: '（可能是“{suggestion}”）',
  edition: '第{edition}版', revision: '修订对照', change: '变化', changedParts: '变化之处', before: '原内容', after: '新内容', dueBefore: '原时限', dueAfter: '新时限', signing: '需签收',
  items: '工作清单', signOffs: '签收情况', seq: '序', number: '编号', programme: '项目', text: '工作内容和要求', targets: '指标', due: '时限', state: '签收', unit: '单位', total: '工作项数',
  overdue: '逾期', yes: '是', no: '否', grants: '权限一览', roles: '角色权限表', person: '姓名', role: '角色', scope: '范围', post: '岗位', from: '自', to: '至', open_end: '长期', permission: '权限', exported: '{name} 于 {at} 导出',
  table: '任务分解表', taskList: '任务清单', taskListOf: '{unit}任务清单', part: '承担角色', partners: '共同承担单位', demands: '指标和完成标准', chargedLeader: '分管领导', chargedPerson: '具体责任人', remark: '备注',
  wholePlan: '整套数据', wholeCover: '说明', wholeOf: '{title}的整套数据', wholeSheet: '表', wholeRows: '行数', wholeNotYours: '您没有查看权限，未导出', wholeAssignments: '任务交办', wholeMeasures: '指标', wholeReports: '进展填报', wholeJoint: '联合任务', wholeRole: '承担角色', wholeSignedAt: '签收时间', wholeSignedBy: '签收人', wholeExtendedTo: '延期至', wholeDoneOn: '销号日期', wholeMeasure: '指标项', wholeKind: '种类', wholeMin: '至少', wholeMax: '至多', wholeUnitOfMeasure: '计量单位', wholeValue: '完成数', wholePercent: '完成率（%）', wholeMeasureState: '状态', wholeMeasureDue: '完成日期', wholeDemands: '证明要求', wholeJudged: '办公室认定',
  wholePeriod: '填报期', wholeReportState: '报送状态', wholeSubmittedAt: '报送时间', wholeLate: '迟报', wholeLead: '牵头单位', wholeClause: '共同内容', wholeSignedCount: '已签收', wholeLastSigned: '最近签收', calendar: '日历', calendarDone: '已完成：{title}', calendarItem: '第{seq}项 {title}',
  annex: '附件', draftStamp: '【草案】', readAnew: '个别内容重新导入后请人工核对。', extractStamp: '【节选】', wholePaper: '全部任务', everyUnit: '各单位（{count} 个）', ownWork: '本单位及所属单位的任务', ofUnit: '{unit}的任务', signedOn: '已签收\n{day}', counted: '共 {count} 项',
  stamp: '说明：数据截至 {at}；范围：{filter}；导出人：{name}；导出编号：{number}。', sheetPage: '第 &P 页，共 &N 页',
  reminder: '【签收提醒】{title}已下发，请各单位联络员于 {signBy} 前登录签收。尚未全部签收的有 {count} 个单位：{units}。手机打开：{url}',
  allSigned: '{title}：各单位均已签收，感谢支持。查看：{url}',
  activityShare: '【科普活动】{title}\n时间：{time}\n地点：{place}\n主办：{unit}\n查看详情：{url}',
  activityShareFree: '【招募志愿者】{title}\n时间：{time}\n地点：{place}\n主办：{unit}\n还有 {free} 个名额，点开就能报名：{url}',
  activityShareCancelled: '【活动取消】{title}（{time}）已取消：{reason}\n报过名的朋友不会被记为缺席，感谢理解。查看其他活动：{url}',
} as const;

/** Why a password is not accepted. */
export const passwordRules = {
  length: '至少 8 位', kinds: '需包含大写字母、小写字母、数字、符号中的至少两类', common: '过于常见，容易被猜到', name: '不能包含姓名', same: '不能与原密码相同', history: '不能与最近用过的五个密码相同',
} as const;
