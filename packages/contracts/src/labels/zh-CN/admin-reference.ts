/** Pages of units, divisions, programmes, terms and the calendar. */
export const adminReference = {
  units: {
    subtitle: '按文件排列顺序。更名、合并后，旧文件仍显示当时的名称。', create: '新增单位', name: '简称', name_hint: '文件里怎么写就怎么填，例如“市教育局”。', full_name: '全称', kind: '类别', division: '所在区划', parent: '上级单位',
    sort_no: '排序号', sort_no_hint: '数字小的排在前面；留空则排在同类末尾。', aliases: '别名', aliases_hint: '文件里出现过的其他叫法，用于自动对应；输入后按回车。', hosts_office: '办公室所在单位', opened_on: '启用日期',
    facts: '基本信息', former_names: '曾用名', until: '{name}（至{day}）', people: '人员', no_people: '还没有人员。可在“人员”里为其授予本单位联络员权限。', closed_on: '已于{day}停用。',
    merged_on: '已于{day}并入{name}。', rename: '更名', rename_title: '{name}更名', rename_explained: '从指定日期起使用新名称；旧文件仍显示旧名称，旧名称继续可以搜索和对应。', renamed: '已更名', new_name: '新简称',
    new_full_name: '新全称', merge: '合并', merge_title: '把{name}并入另一单位', merge_explained: '任务、人员权限和历史都转到承接单位；旧文件仍显示原名称，原名称成为承接单位的别名。此操作不能撤回。', merged: '已合并',
    successor: '承接单位', close_title: '停用{name}？', close_explained: '停用后不再出现在新的选择中，历史保留。如有承接单位请用“合并”。此操作不能撤回。',
  },
  divisions: {
    subtitle: '县（市、区）与乡镇（街道）。', create: '新增区划', name: '名称', code: '代码', code_hint: '县级 6 位，乡级 9 位。', kind: '级别', parent: '上级区划', townships: '乡镇（街道）数',
    townships_of: '乡镇（街道）（{count}）', marks: '标记', urban_core: '主城区', island: '海岛', mountain: '山区', go_units: '查看所属单位', merge: '合并', merge_title: '把{name}并入另一区划',
    merge_explained: '所属单位转到承接区划，历史保留原名称。此操作不能撤回。', merged: '已合并', successor: '承接区划', close_title: '停用{name}？', close_explained: '停用后不再出现在新的选择中，历史保留。此操作不能撤回。',
    travel_subtitle: '县（市、区）之间的估计路程（分钟），来回相同；改后按回车或移开即保存。', from_to: '从 \\ 到', from: '从', minutes_between: '{from}到{to}的分钟数',
  },
  programmes: {
    subtitle: '分解表使用的行动与工程，按年份分套管理。', sets: '项目库', create_set: '新增一套', copy_set: '复制为新的一套', copy_explained: '复制“{name}”里的全部项目，之后可单独修改。', set_name: '名称',
    from_year: '起始年度', to_year: '截止年度', to_year_hint: '仍在使用请留空。', years: '用于 {from}–{to} 年', years_open: '用于 {from} 年起', no_sets: '还没有项目库', empty: '这一套还没有项目',
    empty_hint: '新增一个项目，或从已有的一套复制。', create: '新增项目', create_in: '在“{name}”中新增项目', name: '名称', short_name: '简称', short_name_hint: '用于矩阵表头。',
    aliases_hint: '文件里出现过的其他写法，用于自动对应；输入后按回车。', edit_explained: '已下发的分解表仍显示当时的名称。', merge: '合并', merge_title: '把“{name}”并入另一项目',
    merge_explained: '原名称成为承接项目的别名，旧文件不变。此操作不能撤回。', merged: '已合并', successor: '承接项目', close_title: '停用“{name}”？', close_explained: '停用后不再用于新的分解表，历史保留。此操作不能撤回。',
  },
  terms: {
    subtitle: '活动与讲座使用的主题和对象。', name: '名称', create_topic: '新增主题', create_audience: '新增对象', create_below: '新增下级', create_below_title: '在“{name}”下新增', empty: '还没有条目',
    empty_hint: '新增第一个。', merge_title: '把“{name}”并入另一条目', merge_explained: '使用它的内容都转到承接条目。此操作不能撤回。', merged: '已合并', successor: '承接条目', close_title: '停用“{name}”？',
    close_explained: '停用后不再出现在新的选择中，历史保留。此操作不能撤回。',
  },
  calendar: {
    theme_days_subtitle: '全国科普日、科技活动周等，最近的排在前面。', name: '名称', kind: '日期怎么定',
    kinds: {
      fixed: '每年固定日期', weekday: '某月第几个星期几', month: '整月', announced: '每年另行公布',
    },
    month: '月', day: '日', nth: '第几个', weekday: '星期',
    weekdays: {
      '0': '星期日', '1': '星期一', '2': '星期二', '3': '星期三', '4': '星期四', '5': '星期五', '6': '星期六',
    },
    dates: '已公布的日期', from: '开始', to: '结束', note: '备注', when: '规则', next: '下一次', rule_fixed: '每年 {month} 月 {day} 日', rule_month: '每年 {month} 月',
    rule_weekday: '每年 {month} 月第 {nth} 个{weekday}', rule_announced: '每年另行公布', not_announced: '待公布', create: '新增主题日', empty: '还没有主题日', empty_hint: '新增第一个。',
    close_explained: '停用后不再提醒，历史保留。此操作不能撤回。', workdays_subtitle: '与平常星期不同的日子：放假和调休上班。签收等期限按它计算。', create_workday: '新增一天', date: '日期', workday_name: '名称',
    no_year: '{year} 年的节假日安排还没有录入，期限按平常星期计算，可能有出入。', no_workdays: '这一年没有安排', no_workdays_hint: '按国务院办公厅通知逐日录入。', delete_title: '删除{day}的安排？',
    delete_explained: '删除后这一天按平常星期计算。',
  },
} as const;
