/** Lights and chasing: words, reasons, messages, history, refusals, the sheet and the pages. */
export const lightTerms = {
  lights: { red: '红灯', yellow: '黄灯', green: '绿灯', blue: '已销号', grey: '灰灯' },
  lightMeanings: { red: '逾期或明显落后，需马上处理', yellow: '落后于时序进度或临近时限', green: '按进度推进', blue: '已办结销号', grey: '未到时间，或还没有签收' },
  lightReasons: {
    overdue: '完成时限 {day} 已过 {days} 天，还没有完成', measure_overdue: '“{measure}”应在 {day} 前完成，已过 {days} 天', behind: '“{measure}”完成 {has}%，按时序应达 {line}%，落后 {gap} 个百分点', proof_missing: '“{name}”的工作应在 {day} 前上传佐证，现在还没有', turned_down: '“{measure}”办公室认定还没有达到，请补充',
    report_missed: '{period}进展应在{day}前报送，还没有报', near: '完成时限 {day}，还有 {workdays} 个工作日，还没有佐证', measure_near: '“{measure}”时限 {day}，还有 {workdays} 个工作日，还没有佐证', to_close: '时限 {day} 已到，已有佐证 {count} 件，请申请办结',
    not_signed: '还没有签收', not_due: '“{name}”{day} 开始，未到时间', no_measure: '还没有完成标准，也没有佐证', moving: '已有佐证 {count} 件，正在推进', on_track: '“{measure}”完成 {has}%，按时序应达 {line}%', all_reached: '完成标准都已达到，可以申请办结', closed_out: '{day} 已销号',
  },
  missedReports: { red: '亮红灯', yellow: '亮黄灯', none: '不影响' },
} as const;

/** Sentences of notices about lights. */
export const lightNotices = {
  chased: '《{title}》有 {count} 项任务需要您单位抓紧：{text}', lights_turned: '《{title}》您单位新增红灯 {red} 项、黄灯 {yellow} 项，请查看原因并抓紧推进。', lights_office: '《{title}》今天新增红灯 {red} 项、黄灯 {yellow} 项。',
} as const;

/** What the history says of lights. */
export const lightActions = { 'light_rules.changed': '修改亮灯规则', 'light.set': '人工调整进度灯', 'light.released': '恢复按规则亮灯', 'lights.exported': '导出了红黄灯清单', 'plan.chased': '催办' } as const;

/** Refusals about lights. */
export const lightErrors = { 'light.bad_expiry': '有效期请选 {from} 到 {to} 之间的一天；到期后自动恢复按规则亮灯。', 'light.closed_out': '这项任务已销号，不能再调整进度灯。要重新推进的，请先“恢复办理”。' } as const;

/** What stands in the sheet of lights, and in the text of a chase. */
export const lightDocuments = {
  lights: '红黄灯清单', light: '进度灯', lightReasons: '原因', lightByHand: '人工调整', lightByHandOf: '{by}调整为{light}，有效期至 {day}：{reason}', chasedTimes: '催办次数', chasedLast: '最近催办',
  chase: '【工作提醒】{unit}：\n{title}有 {count} 项任务请抓紧推进：\n{lines}\n{rest}\n{words}\n手机打开查看、报进展：{url}', chaseLine: '第 {seq} 项 {text}', chaseRest: '……共 {count} 项',
} as const;

/** Pages of lights in the back office. */
export const adminLights = {
  lights: {
    title: '进度灯', subtitle: '按规则自动亮灯，每天更新。只有办公室和任务单位自己看得到。', not_issued: '下发后才有进度灯', none: '没有符合条件的任务', none_hint: '换一个条件，或清除筛选。', all: '全部 {count}', count: '{light} {count}', unit: '单位', programme: '项目', search: '搜索任务、单位、项目', any_unit: '全部单位', any_programme: '全部项目',
    chosen: '已选 {count} 项', choose: '选择第 {seq} 项 {unit}', choose_all: '选择本页全部', chase: '催办', chase_one: '催办', chase_title: '催办 {units} 个单位的 {count} 项任务', chase_hint: '每个单位的联络员收到一条消息，当天已催过的不重复发。', chase_words: '附言（可不填）', chase_send: '发送催办', chased_done: '已催办 {units} 个单位、{count} 项。', chased_skipped: '{count} 项今天已催过或已销号，没有重复发。', chased_unheard: '{units}还没有联络员，收不到消息，请另行联系。', chased_none: '没有需要再催的：今天都已催过。',
    message: '转发文字', messages_title: '转发到工作群', messages_hint: '每个单位一段文字，复制后发到群里；也可以让对方扫码打开。', chased_times: '已催 {times} 次，最近 {day}', chased_read: '已读', chased_unread: '未读',
    history: '催办记录', no_history: '还没有催办过', no_history_hint: '在“进度灯”里选中任务，点“催办”。', history_row: '{by} 催办 {units} 个单位、{count} 项', read_by: '{name} {at} 已读',
    set: '调整', set_title: '人工调整进度灯', set_many: '批量调灯', set_many_title: '调整 {count} 项任务的进度灯', change_many: '批量改期限或内容', set_hint: '用于规则看不到的情况。到期自动恢复，原因对任务单位可见。', set_light: '调整为', set_reason: '原因', set_until: '有效期至', set_save: '调整', set_done: '已调整。', release: '恢复按规则', release_done: '已恢复按规则亮灯。', by_hand_of: '{by}调整为{light}，至 {day}：{reason}', by_rule: '规则判定：{light}', since: '{day}起', changes: '变化记录', no_changes: '还没有变化', no_changes_hint: '每天早上记录一次变化。', change_of: '{from} → {to}', first_seen: '首次记录：{to}', uncertain: '该年节假日安排未公布，按周末推算。',
    rules: '亮灯规则', rules_title: '亮灯规则', rules_hint: '只影响这张任务分解表。改后立即按新规则亮灯。', rule_yellow: '落后多少个百分点亮黄灯', rule_red: '超过多少个百分点亮红灯', rule_near: '离时限几个工作日内没有佐证亮黄灯', rule_proof: '主题日后几个工作日内上传佐证', rule_missed: '逾期未报送进展', rules_standard: '当前为默认规则。', rules_saved: '规则已更新。', rules_explain: '时序进度从下发之日算起，到完成时限（没有时限的到年底）为 100%；写明主题日的任务按主题日的日期计算。', save: '保存', export: '导出清单', as_of: '截至 {day}', all_calm: '没有红灯、黄灯', open_item_n: '第 {seq} 项', go: '查看全部进度灯',
  },
} as const;
