/** The words of the loop: measures, work entries, volunteers, activities, sign-ups, attendance, records. */
export const loopTerms = {
  measureKinds: { number: '数量', deliverable: '成果', milestone: '节点', qualitative: '定性' },
  measureKindHints: { number: '达到数量即完成', deliverable: '交出成果即完成', milestone: '按时到达节点即完成', qualitative: '有佐证并由办公室认定' },
  measureSources: {
    turnout: '活动受众人次', sessions: '活动场次', volunteer_minutes: '志愿服务时长', trained: '培训人次', publications: '刊播篇（条）数', works: '作品、产品数', venues: '场馆、基地数', competitions: '竞赛场次', documents: '会议、文件数',
    figure: '手工填报', pool_members: '队伍人数',
  },
  measureOrigins: { paper: '分解表原文', office: '办公室设定' },
  measureStates: { open: '未开始', moving: '推进中', done: '已完成', overdue: '已逾期' },
  workEntryKinds: { training: '培训班', publication: '宣传报道', work: '作品产品', venue: '场馆基地', competition: '竞赛', document: '会议文件', figure: '手工填报数' },
  workEntryStates: { draft: '草稿', submitted: '待审核', accepted: '已采信', revoked: '已撤销' },
  occupations: {
    teacher: '教师', medical: '医务工作者', university_student: '大学生、研究生', pupil: '中小学生', researcher: '科技工作者', technology_envoy: '科技特派员', agronomist: '农技人员', village_official: '大学生村官',
    employee: '企业职工', media_arts: '媒体文艺', retired: '退休人员', other: '其他',
  },
  dayParts: { morning: '上午', afternoon: '下午', evening: '晚上' },
  weekdays: { mon: '周一', tue: '周二', wed: '周三', thu: '周四', fri: '周五', sat: '周六', sun: '周日' },
  ageBands: { minor: '未满 18 岁', '18-35': '18–35 岁', '36-59': '36–59 岁', '60+': '60 岁以上' },
  peopleFields: { volunteer: '志愿者', pool: '队伍', affiliation: '所在单位', child: '孩子' },
  poolTermStates: { ended: '已退出' },
  poolTermEnds: { left: '本人退出', registration_void: '志愿者登记作废', registration_merged: '重复登记合并', unit_changed: '所在单位变更', occupation_changed: '职业变更' },
  activityKinds: { lecture: '讲座', exhibition: '展览', outreach: '进社区（下乡）', consultation: '义诊咨询', training: '培训', open_day: '开放日', competition: '竞赛', performance: '演出', other: '其他' },
  activityStates: { draft: '草稿', submitted: '待审核', open: '已发布', reported: '待审结项', closed: '已结项', cancelled: '已取消' },
  signupFlows: { instant: '报名即录取', request: '报名后由单位确认' },
  positionRoles: { lecturer: '主讲', demonstrator: '演示', guide: '引导', clinician: '医护', photographer: '摄影', helper: '协助' },
  turnoutMethods: { list: '签到名单', counted: '现场清点', gate: '票务或闸机', estimated: '估计' },
  insurances: { none_needed: '风险低，无需专门保险', organiser: '主办单位购买意外险', platform: '平台统一保险' },
  signupStates: { requested: '待确认', waiting: '候补', confirmed: '已录取', refused: '未录取', withdrawn: '已退出', cancelled: '活动取消' },
  attendanceStates: { present: '已签到', left: '已签退', absent: '未到', settled: '时长已确认' },
  attendanceMethods: { list: '名单登记', code: '扫码或数字码', self: '本人', assumed: '按计划结束时间' },
  ledgers: { volunteer: '志愿服务时长', work: '工作业绩', none: '不计入' },
  ledgerRules: { own_time: '利用业余时间自愿无偿服务', duty_time: '上班时间代表单位参加，属于本职工作', paid: '岗位领取报酬，不是无偿服务', too_short: '到场不足 15 分钟', corrected: '经更正' },
  ledgerSources: {
    own_time: '依据《志愿服务条例》第二条：自愿、无偿。', duty_time: '与本职密切相关、在正常工作时间内完成的工作不计志愿服务时长；依据《科学技术普及法》第四十三条，可作为工作业绩。', paid: '依据《志愿服务条例》第二条：志愿服务是无偿的。',
    too_short: '时长按实际服务计算，到场过短无法计为一次服务。', corrected: '原记录保留，以冲正记录更正。',
  },
  missing: {
    shifts: '场次', positions: '岗位', serves: '服务的任务', risk: '风险说明', future: '尚未开始的时间', files: '佐证材料', photo: '照片或无照片的原因', roster: '学员名单', text: '文字说明', basis: '填报依据', rounds: '竞赛场次或奖项',
    channel: '刊播渠道', docNumber: '文号或会议名称', place: '地点',
  },
  activityFields: { unit: '主办单位', county: '县（市、区）', township: '乡镇（街道）', leader: '现场负责人' },
  signupClosed: { started: '已经开始', cancelled: '已取消', not_open: '活动没有开放报名' },
} as const;

/** Why, why not, and what would help. A travel time is an estimate between county seats. */
export const matching = {
  reasons: {
    topic_same: '正是您关注的主题：{topic}', topic_near: '与您关注的主题相近：{topic}', audience_fits: '面向{audience}，适合您的专长', time_fits: '在您有空的时间（{time}）', same_county: '就在本县（市、区）', near: '邻近，约 {minutes} 分钟',
    far: '路程较远，约 {minutes} 分钟', wished: '您参加过同类活动', something_new: '还没有试过的活动类型', short_of_people: '还差 {count} 人，{days} 天后开始', rural: '山区海岛和乡村，更需要人', first_service: '适合第一次参加', many_asked: '报名的人已经不少',
    served_much: '最近 30 天已服务 {hours} 小时',
  },
  staffReasons: {
    topic_same: '关注主题一致：{topic}', topic_near: '关注主题相近：{topic}', audience_fits: '适合面向{audience}', time_fits: '这个时间有空（{time}）', same_county: '同县（市、区）', near: '邻县，约 {minutes} 分钟', far: '路程较远，约 {minutes} 分钟',
    wished: '参加过同类活动', something_new: '第一次参加这类活动', short_of_people: '岗位还差 {count} 人，{days} 天后开始', rural: '愿意去山区海岛和乡村', first_service: '还没有服务过，适合给一次机会', many_asked: '这个岗位报名的人已经不少', served_much: '最近 30 天已服务 {hours} 小时',
  },
  blocks: {
    frozen: '志愿者登记已冻结', age: '岗位要求年满 {age} 周岁', occupation: '岗位要求：{occupations}', paused: '已暂停服务到 {day}', overlap: '同一时段已录取到“{title}”', travel_between: '与“{title}”之间来不及赶路（约需 {minutes} 分钟）',
    minor_danger: '这项活动有危险，未成年人不能参加', minor_not_taken: '这项活动只招成年志愿者', minor_too_young: '未满 8 周岁，只能由家长带着一起参加', minor_no_guardian: '还没有监护人确认', minor_hours: '这一天的服务超过了该年龄段的 {minutes} 分钟', minor_late: '结束时间晚于该年龄段的 {hour}:00',
    credential_missing: '岗位要求有{kinds}', credential_unconfirmed: '{kinds}还没有核实', credential_expired: '{kinds}到服务那天已过期（{day}到期）', pool: '岗位只招：{pools}',
    absent: '到 {day} 没空', monthly_hours: '超过了每月最多 {hours} 小时',
    too_many_hours: '这一天已安排 {hours} 小时，超过 8 小时', rest: '与“{title}”只隔 {hours} 小时，不到一夜休息的 11 小时', started: '已经开始', not_open: '活动没有开放报名', island: '没有选择“愿意去海岛”', mountain: '没有选择“愿意去山区”', too_far: '路程约 {minutes} 分钟，超过设定的 {limit} 分钟',
  },
  remedies: {
    frozen: '请联系所在县（市、区）办公室核实后恢复。', age: '可以看看同一活动的其他岗位。', occupation: '可以报其他岗位；如果职业填错了，请在“我的资料”里修改。', paused: '请在“我的资料”里恢复服务。', overlap: '请先退出其中一个。', travel_between: '请选时间错开的场次。', too_many_hours: '请选另一天的场次，注意休息。', rest: '请选晚一些或隔一天的场次，好好休息。', pool: '可以看看同一活动的其他岗位；“我的队伍”里写着怎样加入。',
    minor_danger: '请看看其他活动。', minor_not_taken: '请在活动列表里选择“欢迎中小学生”。', minor_too_young: '家长报名时可以注明带孩子。', minor_no_guardian: '请在“我的家庭”里请监护人确认。', minor_hours: '请选择短一些的场次。', minor_late: '请选择白天的场次。',
    credential_missing: '请在“我的资质”里上传，核实后就能报名；或看看同一活动的其他岗位。', credential_unconfirmed: '请联系所在单位核实；没有单位的，由县（市、区）办公室核实。', credential_expired: '请在“我的资质”里上传新证。',
    absent: '请在“我的资料”里修改没空的日子，或选别的日子。', monthly_hours: '请选下个月的场次，或在“我的资料”里放宽每月时长。',
    started: '请看看下一场。', not_open: '请看看其他活动。', island: '请在“我的资料”里勾选愿意去海岛。', mountain: '请在“我的资料”里勾选愿意去山区。', too_far: '请在“我的资料”里放宽路程，或选近一些的活动。',
  },
  parts: { topic: '主题', audience: '对象', availability: '时间', travel: '路程', wish: '意愿', growth: '成长', need: '缺人程度', rural: '城乡均衡', first_service: '首次服务', connections: '已有报名', load: '近期负担', reliability: '守约情况' },
} as const;
