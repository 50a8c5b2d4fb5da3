/** react-admin's own sentences in Chinese; a test holds the keys against the English ones. */
export const raChinese = {
  ra: {
    action: {
      add_filter: '添加筛选', add: '添加', back: '返回', bulk_actions: '已选 {smart_count} 项', cancel: '取消', clear_array_input: '清空列表', clear_input_value: '清除',
      clone: '复制', confirm: '确定', create: '新增', create_item: '新增“{item}”', delete: '删除', edit: '修改', export: '导出', list: '列表', refresh: '刷新',
      remove_filter: '去掉这个筛选', remove_all_filters: '去掉全部筛选', remove: '移除', reset: '重置', save: '保存', search: '搜索', search_columns: '搜索列', select_all: '全选',
      select_all_button: '全选', select_row: '选择这一行', show: '查看', sort: '排序', undo: '撤销', unselect: '取消选择', expand: '展开', close: '关闭', open_menu: '展开菜单',
      close_menu: '收起菜单', update: '更新', move_up: '上移', move_down: '下移', open: '打开', toggle_theme: '切换明暗', select_columns: '选择列', update_application: '重新载入',
    },
    boolean: { true: '是', false: '否', null: ' ' },
    page: {
      create: '新增{name}', dashboard: '首页', edit: '{name} {recordRepresentation}', error: '出了点问题', list: '{name}', loading: '正在载入', not_found: '没有找到页面',
      show: '{name} {recordRepresentation}', empty: '还没有{name}。', invite: '现在新增一个？', access_denied: '没有权限', authentication_error: '登录验证失败',
    },
    input: {
      file: { upload_several: '把文件拖到这里，或点击选择。', upload_single: '把文件拖到这里，或点击选择一个。' },
      image: { upload_several: '把图片拖到这里，或点击选择。', upload_single: '把图片拖到这里，或点击选择一张。' },
      references: { all_missing: '没有找到关联的内容。', many_missing: '有关联的内容已不存在。', single_missing: '关联的内容已不存在。' },
      password: { toggle_visible: '隐藏密码', toggle_hidden: '显示密码' },
    },
    message: {
      about: '关于', access_denied: '您没有查看这个页面的权限', are_you_sure: '确定吗？', authentication_error: '无法核对您的登录信息，请稍后重试。', auth_error: '核对登录信息时出错。',
      bulk_delete_content: '确定删除选中的 {smart_count} 项{name}吗？', bulk_delete_title: '删除 {smart_count} 项{name}', bulk_update_content: '确定更新选中的 {smart_count} 项{name}吗？{recordRepresentation}',
      bulk_update_title: '更新 {smart_count} 项{name}{recordRepresentation}', clear_array_input: '确定清空整个列表吗？', delete_content: '确定删除这项{name}吗？', delete_title: '删除{name} {recordRepresentation}',
      details: '详细信息', error: '页面出错，操作没有完成。', invalid_form: '有填写不符合要求的地方，请检查。', loading: '请稍候', no: '否', not_found: '地址有误，或链接已失效。',
      select_all_limit_reached: '数量太多，只选中了前 {max} 项。', unsaved_changes: '有修改还没有保存，确定离开吗？', yes: '是', placeholder_data_warning: '网络有问题：内容没有刷新。',
    },
    navigation: {
      clear_filters: '清除筛选', no_filtered_results: '按当前筛选没有找到{name}。', no_results: '没有{name}', no_more_results: '第 {page} 页超出范围，请看前一页。', page_out_of_boundaries: '第 {page} 页超出范围',
      page_out_from_end: '已是最后一页', page_out_from_begin: '已是第一页', page_range_info: '第 {offsetBegin}–{offsetEnd} 项，共 {total} 项', partial_page_range_info: '第 {offsetBegin}–{offsetEnd} 项，还有更多',
      current_page: '第 {page} 页', page: '转到第 {page} 页', first: '第一页', last: '最后一页', next: '下一页', previous: '上一页', page_rows_per_page: '每页：', skip_nav: '跳到正文',
    },
    sort: { sort_by: '按{field_lower_first}{order}排列', ASC: '升序', DESC: '降序' },
    auth: {
      auth_check_error: '请先登录', user_menu: '我的账号', username: '账号', password: '密码', email: '邮箱', sign_in: '登录', sign_in_error: '登录失败，请重试', logout: '退出登录',
    },
    notification: {
      updated: '已保存', created: '已新增', deleted: '已删除', bad_item: '内容有误', item_doesnt_exist: '这条内容不存在', http_error: '与服务器通信出错', data_provider_error: '读取数据出错。',
      i18n_error: '无法载入所选语言', canceled: '已取消', logged_out: '登录已过期，请重新登录。', not_authorized: '您没有访问这项内容的权限。', application_update_available: '有新版本可用。', offline: '网络不通，无法读取数据。',
    },
    validation: {
      required: '必填', minLength: '至少 {min} 个字', maxLength: '最多 {max} 个字', minValue: '不能小于 {min}', maxValue: '不能大于 {max}', number: '请填写数字', email: '请填写有效的邮箱',
      oneOf: '请选择：{options}', regex: '格式应为：{pattern}', unique: '不能重复',
    },
    saved_queries: {
      label: '已存的查询', query_name: '查询名称', new_label: '保存当前查询…', new_dialog_title: '保存当前查询为', remove_label: '删除已存的查询', remove_label_with_name: '删除查询“{name}”',
      remove_dialog_title: '删除已存的查询？', remove_message: '确定从列表中删除这个查询吗？', help: '先筛选，再把这次查询保存下来',
    },
    guesser: { empty: { title: '没有可显示的数据', message: '请检查数据来源' } },
    configurable: {
      customize: '自定义', configureMode: '配置此页', inspector: { title: '检查器', content: '把鼠标移到页面元素上进行配置', reset: '恢复默认', hideAll: '全部隐藏', showAll: '全部显示' },
      Datagrid: { title: '表格', unlabeled: '未命名的列 {column}' }, SimpleForm: { title: '表单', unlabeled: '未命名的输入 {input}' },
      SimpleList: { title: '列表', primaryText: '主要文字', secondaryText: '次要文字', tertiaryText: '附加文字' },
    },
  },
} as const;
