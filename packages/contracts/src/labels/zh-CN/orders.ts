/** 点单: words, messages, history and refusals. */
export const orderTerms = {
  orderStates: { submitted: '待审核', asked: '待补充', dispatching: '派单中', confirmed: '已确认', done: '待评价', closed: '已办结', declined: '已退单', unfilled: '暂无讲师承接', cancelled: '已取消' },
  orderOfferStates: { offered: '待答复', accepted: '已接单', declined: '不能接', expired: '逾期未答', withdrawn: '已收回', stepped_back: '接单后退出', released: '已换人' },
  ordererKinds: { village: '村', community: '社区', school: '学校', other: '其他单位' },
  orderWays: { portal: '网上点单', office: '代录', unit: '单位点单' },
  orderStages: { county: '本县讲师', city: '全市讲师' },
  orderNewsKinds: { received: '已收到', asked: '要求补充', declined: '退单', confirmed: '讲师已定', substitute: '另找讲师', moved: '改期', unfilled: '暂无讲师承接', called_off: '取消', rate: '请评价' },
  orderNewsStates: { waiting: '等待发送', sent: '已发短信', overtaken: '已由新的短信代替', stopped: '对方不接收短信', untold: '没有短信服务，未告知', refused: '短信被运营商拒绝，未告知', unreachable: '短信没有发出，未告知', held: '当天短信太多，未发', called: '已电话告知' },
  orderRaters: { orderer: '点单方', lecturer: '讲师', audience: '听众' },
  orderPlaceKinds: { township: '乡镇（街道）', village: '村', community: '社区', school: '学校', other: '单位' },
  lecturerParts: { topic: '题目', area: '距离', audience: '对象和语言', rating: '评价', fairness: '轮流', lagging: '任务进度' },
  lecturerReasons: {
    own_talk: '菜单里有所点的“{title}”', topic_same: '讲同一主题', topic_near: '讲相近主题', topic_other: '没有这个主题', nothing_asked: '没有特别要求', same_township: '同一乡镇（街道）', same_county: '同一县（市、区）', neighbour: '路程约 {minutes} 分钟', elsewhere: '路程较远', audience_and_language: '对象和语言都合适', audience_fits: '讲过这类对象', language_fits: '会这种语言', nothing_known: '没有登记对象和语言',
    rated: '平均 {average} 分（{count} 次）', not_rated: '还没有评价，按中间分算', orders_lately: '近 90 天接了 {count} 单', no_orders_lately: '近 90 天没有接单', lags: '所在单位有任务进度落后', no_lag: '所在单位没有落后的任务',
  },
  lecturerBlocks: { topic: '不讲这个主题', busy: '这个时间已有“{title}”', paused: '暂停服务到{day}', frozen: '登记已冻结', too_far: '路程约 {minutes} 分钟，超过本人愿意的 {limit} 分钟', island: '不去海岛', mountain: '不去山区', monthly_cap: '这个月已接 {count} 单', unchecked: '有未成年人，讲师还没有实名', language: '不会{language}', asked: '这一单已经问过' },
  orderFields: { place: '地点', talk: '题目', lecturer: '讲师', date: '日期', unit: '点单单位', order: '点单' },
  orderTitle: '科普讲座',
  orderSummary: '由{place}点单。{need}',
  orderRisk: '室内讲座。请注意脚下和消防通道，听从现场安排。',
  orderAutoReasons: { rain: '因天气改期', nobody: '超过期限，没有讲师承接', activity: '活动已取消', lecturer_place: '讲师退出了活动的名额', lecturer_gone: '讲师已退出平台' },
  orderAlternatives: '可以先用“科普中国”的视频和图文，由本村（社区）科普员组织观看；也可以换一个题目或日期再点一次。',
  keptApart: { orders: '已结束的点单上的联系人和电话，从提交时算起', order_devices: '听众评价用的去重标记，从评价时算起' },
} as const;

/** Sentences of notices about orders. */
export const orderNotices = {
  order_made: '{place}点了一场讲座（{number}），请在{day}前审核。', order_review_due: '{place}的点单（{number}）{day}前要审核，请尽快处理。', order_answered: '{place}已补充点单（{number}）的内容，请继续审核。',
  order_offered: '请您到{place}讲一场（{time}），请在{until}前答复。', order_offer_ending: '{place}的讲座邀请（{time}）{until}截止，请尽快答复。', order_offer_withdrawn: '{place}的讲座邀请（{time}）已收回：{text}',
  order_confirmed: '{place}的点单（{number}）已由{name}承接，时间{time}。', order_confirmed_lecturer: '您已接下{place}的讲座（{time}）。联系人和电话在“我的点单”里。', order_refused: '{name}不能接{place}的点单（{number}），已请下一位。', order_stuck: '{place}的点单（{number}）没有可以请的讲师了，请指定一位，或告诉对方暂无讲师承接。', order_city: '{place}的点单（{number}）本县没有讲师承接，已转全市讲师。',
  order_stepped_back: '{name}不能去{place}（{number}，{time}），正在另找讲师：{text}', order_released: '{place}的讲座（{time}）不用去了，已另请讲师：{text}', order_moved: '{place}的讲座改到{time}：{text}', order_called_off: '{place}的讲座（{number}）取消了：{text}', order_unfilled: '{place}的点单（{number}）暂无讲师承接：{text}',
  order_reminder: '提醒：{place}的讲座在{time}。', order_rate: '{place}的讲座已结束，请评价一下。',
} as const;

/** Text messages to whoever ordered without an account. The provider's template says `text` with the three in it, so what stands for `news` has at most 35 characters. */
export const orderSms = {
  text: '您的讲座点单{number}：{news}。查看或停收短信：{link}', when: '{month}月{day}日{time}', day: '{month}月{day}日',
  news: { received: '已收到，{day}前答复', asked: '需要补充内容，请打开回答', declined: '没有受理，原因请打开查看', confirmed: '讲师已定，{when}', substitute: '原讲师不能来，正在另找，时间不变', moved: '改到{when}', unfilled: '暂无讲师承接，可换的办法请打开看', called_off: '已取消，原因请打开查看', rate: '已经讲完，请打开评价' },
} as const;

/** What the history says. */
export const orderActions = {
  'order.placed': '提交点单', 'order.revise': '修改点单', 'order.ask': '要求补充', 'order.accept': '受理点单', 'order.decline': '退单', 'order.offered': '邀请讲师', 'order.offer_accepted': '讲师接单', 'order.offer_declined': '讲师不能接', 'order.offer_expired': '讲师逾期未答', 'order.offer_withdrawn': '收回邀请', 'order.confirm': '确认',
  'order.step_back': '讲师退出', 'order.replace': '更换讲师', 'order.move': '改期', 'order.give_up': '无讲师承接', 'order.lapse': '到期无讲师承接', 'order.cancel': '取消点单', 'order.call_off': '取消点单', 'order.complete': '活动结项', 'order.close': '办结', 'order.rated': '评价', 'order.rated_by_lecturer': '讲师评价', 'order.contact_seen': '查看联系电话', 'order.told': '电话告知对方', 'order.messages_stopped': '停收短信', 'order.messages_wanted': '恢复短信', 'order.to_city': '转全市讲师',
  'order_trip.created': '合并成一趟', 'order_trip.dissolved': '拆开合并', 'order_settings.changed': '修改点单设置',
} as const;

/** Refusals about orders. */
export const orderErrors = {
  'order.unknown': '没有找到这张点单。请核对单号和查询码；都记不得了，请联系县（市、区）全科组办。', 'order.too_many': '这个手机号还有 {count} 张点单没有办完。请等办完再点，或先取消一张。', 'order.too_soon': '日期太近了，最早可以选{day}。请换一个日期。', 'order.talk_gone': '所选题目已下架，请从菜单里另选一个。',
  'order.reason_needed': '没有选排在第一的讲师，或他有不合适的地方。请写明理由。', 'order.offered': '已经请过这位讲师，正在等答复。', 'order.offer_over': '这个邀请已过答复时间，或已经收回。', 'order.taken': '这一单已由别的讲师接下，谢谢您。', 'order.time_over': '时间已经过了，或太近了，请换一个时间。',
  'order.trip_unfit': '只有同一县（市、区）、还在派单、没有发出邀请、当天都可以的点单，才能合并成一趟。', 'order.trip_hours': '各场之间的时间不够：讲完还要赶路，请至少隔开 {minutes} 分钟。', 'order.not_over': '讲座还没有结束，结束后再评价。', 'order.rated': '已经评价过了，谢谢。', 'order.rating_unknown': '没有找到这场讲座，请重新扫描现场的二维码。', 'order.rating_closed': '评价时间已过，或还没有开始。讲座开始后 7 天内可以评价。',
} as const;
/** What is wrong with a field of an order. */
export const orderFieldErrors = { order_wish_missing: '请选题目或主题，或用自己的话说明需要', order_dates_twice: '有两个一样的日期' } as const;
