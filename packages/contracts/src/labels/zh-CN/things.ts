/** 共享设施: words, messages, history, refusals and pages. */
/** Words. */
export const thingTerms = {
  thingKinds: { van: '科普大篷车', mobile_museum: '流动科技馆', planetarium: '流动天文台', exhibition: '巡回展览', other: '其他' },
  bookingStates: { asked: '待确认', confirmed: '已确认', declined: '未同意', taken_back: '已收回', withdrawn: '已撤销' },
  thingFields: { thing: '共享设施', unit: '单位', activity: '活动', county: '县（市、区）' },
} as const;

/** Sentences of notices. */
export const thingNotices = {
  booking_asked: '{name}预约“{title}”：{day} 至 {until}，{place}。请答复。', booking_confirmed: '“{title}”的预约已确认：{day} 至 {until}，{place}。', booking_declined: '“{title}”的预约没有同意：{text}', booking_moved: '“{title}”的预约改到 {day} 至 {until}：{text}', booking_taken_back: '“{title}”的预约被收回：{text}', booking_withdrawn: '{name}撤销了“{title}”的预约（{day} 至 {until}）。',
} as const;

/** What the history says. */
export const thingActions = {
  'shared_thing.created': '登记共享设施', 'shared_thing.changed': '修改共享设施', 'thing_booking.asked': '预约共享设施', 'thing_booking.confirmed': '确认预约', 'thing_booking.declined': '没有同意预约', 'thing_booking.moved': '预约改期', 'thing_booking.taken_back': '收回预约', 'thing_booking.withdrawn': '撤销预约',
} as const;

/** Refusals. */
export const thingErrors = {
  'thing.name_taken': '这个单位已有同名的设施。', 'thing.closed': '这个设施暂时不能预约。', 'booking.taken': '这些日子已被占用：{days}。请换别的日子。', 'booking.over': '预约的日子已经过去。',
} as const;

/** The back office. */
export const adminThings = {
  things: {
    title: '共享设施', subtitle: '科普大篷车、流动科技馆等，按半天预约，不会重复占用。', calendar: '日历', bookings: '预约', register: '设施', month_of: '{year} 年 {month} 月', previous: '上个月', next: '下个月', no_stops: '这个月没有已确认的安排', today: '今天', public_page: '看公开页面', all: '全部设施', name: '名称', kind: '类型', unit: '管理单位', about: '简介', needs: '现场要求', shown: '公开行程', shown_no: '不公开', closed: '暂停预约', waiting: '待答复', waiting_n: '{count} 个待答复', none: '还没有登记共享设施', none_hint: '有大篷车、流动展品的单位在这里登记。', add: '登记设施', added: '已登记', edit: '修改', save: '保存', saved: '已保存', ask: '预约', ask_title: '预约“{name}”', ask_hint: '确认前可以随时撤销。', asked: '已提交，等管理单位答复。', for_unit: '使用单位',
    activity: '用于活动', place: '地点', county: '县（市、区）', purpose: '用途', from: '从', to: '到', parts: '时段（每天相同）', bookings_title: '设施预约', bookings_subtitle: '本单位的预约，和等本单位答复的预约。', booking: '预约', thing: '设施', state: '状态', mine: '待办', mine_yes: '待我答复', when: '时间', asked_by: '提交人', asked_at: '提交时间', decided: '答复', decided_line: '{name} {at}', reason: '原因', moved: '改期原因', no_bookings: '没有符合条件的预约', no_bookings_hint: '到“共享设施”里选一个，点“预约”。', clash: '其中 {days} 已被占用，请改期或不同意。', run: '{days}（{parts}）', span: '{from} 至 {to}', confirm: '确认', confirmed: '已确认，对方会收到消息。', decline: '不同意', declined: '已答复，对方会收到消息。', move: '改期',
    move_hint: '改期后即为已确认。', moved_done: '已改期，对方会收到消息。', take_back: '收回', taken_back: '已收回，对方会收到消息。', withdraw: '撤销预约', withdrawn: '已撤销',
    reasons: { busy: '那几天已有安排', repair: '设备检修', weather: '天气原因', place: '场地条件不够' },
  },
} as const;

/** The portal. */
export const portalThings = {
  things: { title: '大篷车和流动展', heading: '大篷车和流动展', description: '科普大篷车、流动科技馆接下来去哪里。', lead: '接下来三个月的行程，都是已确认的，免费参观。', next: '接下来去哪里', none: '近期还没有安排。', what: '有什么', by: '{unit}管理', needs: '现场要求：{text}', host: '{unit}邀请', activity: '看活动', print: '打印', asOf: '{day}整理，以网上最新的为准。', ask: '村、社区、学校想请来的，请联系所在的县（市、区）科协。', span: '{from} 至 {to}', link: '大篷车行程', parts: '、', noThings: '还没有登记。', one: '只看这个', all: '看全部' },
} as const;
