/** Frame, menu, sign-in and first page of the back office, and the names of fields in histories. */
export const adminShell = {
  shell: {
    none: '–', comma: '、', colon: '{label}：', aside: '（{text}）', state: '状态', actions: '操作', reason: '原因', history: '历史', no_history: '还没有记录',
    changed_from_to: '{field}：由“{from}”改为“{to}”', changed_value: '{field}：{value}', system: '系统', saved: '已保存', created: '已新增', undone: '已撤销', copied: '已复制',
    copy_failed: '没有复制成功，请选中文字手动复制', close: '停用', closed: '已停用', closed_on: '{day}停用', closed_done: '已停用', in_use: '使用中', merged_into: '已并入{name}', from_day: '自哪天起',
    last_day: '最后一天', today: '今天', days_left: '还有 {count} 天', days_past: '已过 {count} 天', place_line: '第 {line} 行', place_row: '第 {row} 行', place_cell: '单元格 {cell}',
    place_table_row: '第 {table} 张表第 {row} 行', place_sheet_cell: '工作表“{sheet}”单元格 {cell}', total: '共 {count} 项', nothing_found: '没有找到',
    nothing_found_hint: '换一个词，或清除筛选再试。', search_pinyin: '搜索（名称、拼音或首字母）', retry: '再试一次', to_start: '回到首页', page_broken: '这个页面出了问题',
    page_broken_hint: '您的数据没有受影响。请再试一次；仍不行请告诉管理员。', unreachable: '没有连上服务器。请检查网络后再试，您填写的内容还在。', unexpected: '出了意外的问题，请再试一次。', dark: '切换为深色', light: '切换为浅色',
    no_townships: '这里不设乡镇（街道），直接填地点就行。', township: '乡镇（街道）', hours: '{count} 小时', minutes: '{count} 分钟', more: '更多', filters: '筛选', saved_filters: '保存的筛选', save_filter: '保存当前筛选', save_filter_title: '保存当前筛选', save_filter_hint: '下次在任何设备上都能直接选用。名称相同的会被替换。', filter_name: '筛选名称', filter_saved: '已保存', filter_removed: '已删除', remove_filter: '删除“{name}”', no_saved_filters: '还没有保存的筛选。先选好条件，再点“保存当前筛选”。', copy_text: '复制文字', all: '全部', tab_count: '{label} {count}', see_all: '查看全部',
  },
  menu: {
    work: '工作', activities: '活动', work_entries: '工作台账', measures: '指标', volunteers_group: '志愿服务', volunteers: '志愿者', rosters: '名册导入', pools: '队伍', records: '服务记录', weights: '匹配权重', home: '首页', my_items: '我的任务', plans: '任务分解表', imports: '文件导入', reference: '基础数据', units: '单位', divisions: '行政区划', travel: '路程时间', programmes: '行动与工程',
    terms: '主题与对象', theme_days: '主题日', workdays: '节假日安排', people_group: '人员与权限', people: '人员', grants: '权限一览', invitations: '邀请', applications: '单位入驻', access: '为什么看不到', audit: '操作记录',
  },
  sign_in: {
    title: '登录工作后台', identifier: '邮箱或手机号', password: '密码', submit: '登录', forgotten: '忘记密码请联系办公室重置。', home: '返回网站首页', change_password: '修改密码',
    change_hint: '修改后，其他设备上的登录会立即失效。', change_submit: '确认修改', changed: '密码已修改', current: '现在的密码', next: '新密码', again: '再输一次新密码', not_repeated: '两次输入的新密码不一样',
    rule: '至少 8 位，含大小写字母、数字、符号中的两类；不要用姓名或常见密码。', first_title: '请先设置自己的密码', first_hint: '初始密码由他人告知，只能用一次。设置新密码后即可开始使用。',
  },
  home: {
    hello: '{name}，您好', no_rights: '这里没有您的工作', no_rights_hint: '工作后台供办公室和各单位使用。志愿者的报名、签到和时长在“我的”页面；如应有权限，请联系办公室。', go_me: '去“我的”页面', plan: '本年度任务分解表', no_plan: '还没有任务分解表', no_plan_hint: '上传今年的分解表文件，核对后即可入库、下发。', no_plan_reader: '办公室下发后会显示在这里。', go_issue: '核对并下发',
    go_plan: '查看任务分解表', imports: '待确认的导入', no_imports: '没有待确认的文件。', unsigned: '未签收的单位', unsigned_count: '还有 {count} 个单位没有全部签收：', all_signed: '各单位都已签收',
    go_sign_offs: '查看签收情况', questions: '待答复的疑问', no_questions: '没有待答复的疑问。', go_questions: '去答复（{count}）', theme_days: '最近的主题日', no_theme_days: '近期没有已定日期的主题日。',
  },
  notices: {
    title: '消息', button_unread: '消息（{count} 条未读）', unread: '未读', read_all: '全部标为已读', empty: '没有消息', empty_hint: '下发、签收、答复等消息会出现在这里。',
  },
  fields: {
    waves: '系统分批邀请',
    rows: '行数',
    name: '名称', fullName: '全称', aliases: '别名', kind: '类别', state: '状态', title: '标题', docNumber: '文号', issuer: '发文机关', issuedOn: '成文日期', year: '年度', sortNo: '排序号',
    shortName: '简称', closedOn: '停用日期', openedOn: '启用日期', on: '日期', from: '从', to: '到', minutes: '分钟', reason: '原因', note: '说明', question: '疑问', answer: '答复', text: '内容',
    role: '角色', scopeKind: '范围类别', scopeId: '范围', unitId: '单位', successorId: '承接', divisionCode: '区划', parentId: '上级', urbanCore: '主城区', island: '海岛', mountain: '山区',
    hostsOffice: '办公室所在单位', email: '邮箱', phone: '手机号', fileName: '文件', items: '工作项', units: '单位', signedHow: '签收方式', endedAt: '收回时间', date: '日期', rule: '规则', code: '代码',
    planId: '分解表', programmeId: '项目', unit: '单位', added: '新增', targets: '数量指标', responsible: '责任单位', lead: '牵头单位', cooperating: '配合单位', due: '期限', fullname: '全称',
    how: '方式', count: '数量', paper: '文件信息', summary: '简介', place: '地点', flow: '报名方式', minors: '欢迎中小学生', dangerous: '有危险', companions: '可带 8 岁以下儿童同行', insurance: '保险', riskStatement: '风险说明', startsAt: '开始', endsAt: '结束', turnout: '受众人次', sessions: '场次', held: '举行',
    quantity: '数量', unitOfMeasure: '量词', fromDay: '开始日期', toDay: '结束日期', leader: '负责人', volunteer: '志愿者', ledger: '账目', mark: '登记', min: '至少', max: '至多', approx: '约数', dueOn: '到期日', demands: '要求', met: '结论', sources: '统计内容', position: '岗位', pool: '队伍',
    topics: '主题', audiences: '对象', county: '县（市、区）', township: '乡镇（街道）', serves: '对应任务', shifts: '场次', files: '材料', details: '其他内容', minimum: '最少', maximum: '最多', withoutPhoto: '没有照片的原因',
  },
  resources: {
    'plan-imports': {
      name: '导入',
    },
    plans: {
      name: '任务分解表',
    },
    items: {
      name: '工作',
    },
    units: {
      name: '单位',
    },
    divisions: {
      name: '区划',
    },
    programmes: {
      name: '项目',
    },
    terms: {
      name: '条目',
    },
    'theme-days': {
      name: '主题日',
    },
    workdays: {
      name: '节假日',
    },
    accounts: {
      name: '人员',
    },
    grants: {
      name: '权限',
    },
    'audit-entries': {
      name: '记录',
    },
    assignments: {
      name: '交办',
    },
    measures: {
      name: '指标',
    },
    'work-entries': {
      name: '台账',
    },
    activities: {
      name: '活动',
    },
    signups: {
      name: '报名',
    },
    volunteers: {
      name: '志愿者',
    },
    pools: {
      name: '队伍',
    },
    nominations: {
      name: '入队推荐',
    },
    'pool-terms': {
      name: '成员',
    },
    complaints: {
      name: '投诉',
    },
    'service-records': {
      name: '服务记录',
    },
  },
} as const;
