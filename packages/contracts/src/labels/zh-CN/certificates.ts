/** 志愿服务记录证明: words, history, the document, and pages. */
export const certificateTerms = { certificateStates: { valid: '与记录一致', changed: '出具后记录有更正' } } as const;

/** What the history says. */
export const certificateActions = { 'service_certificate.issued': '出具志愿服务记录证明' } as const;

/** The document. */
export const certificateDocuments = {
  certificateTitle: '志愿服务记录证明', certificateBody: '兹证明{name}（志愿者编号：{number}）自{from}至{to}，参加本单位组织的科普志愿服务{services}次，志愿服务时长共{hours}小时（{minutes}分钟）。服务内容如下：', certificateDay: '日期', certificateContent: '服务内容（岗位）', certificateMinutes: '时长（分钟）', certificateMore: '另有{count}次服务未逐条列出，已计入上面的次数和时长。', certificateCheck: '扫码核验，可看到记录有没有更正',
} as const;

/** The back office. */
export const adminCertificates = {
  certificates: {
    title: '志愿服务记录证明', none: '还没有出具过证明。', nothing: '您管理的单位没有记录这位志愿者的志愿服务时长。', issue: '出具证明', issue_title: '为{name}出具志愿服务记录证明', explained: '谁记录、谁证明：一份证明对应一个记录单位，内容取自志愿服务时长台账。', unit: '记录单位', from: '自', to: '至', issued: '已出具，可以下载打印、盖章。', file: '下载', line: '{unit}：{services} 次，{time}，{from}至{to}', source: '{unit}（{services} 次，{time}）',
  },
} as const;

/** The portal: the own ones, and their check. */
export const portalCertificates = {
  certificates: {
    heading: '志愿服务记录证明', lead: '由记录服务的单位证明，一个单位一份，不收费。记录更正后请重新出具。', unit: '记录单位', from: '自', to: '至', issue: '出具证明', issued: '证明已出具，可以下载。', download: '下载证明', nothing: '有了确认过的志愿服务时长，就可以出具证明。', source: '{unit}（{services} 次，{hours} 小时）', line: '{services} 次，{hours} 小时，{from}至{to}',
    found: '这份志愿服务记录证明由本平台出具', name: '姓名', number: '编号', span: '服务时间', span_text: '{from}至{to}', services: '服务次数', hours: '服务时长', hours_text: '{hours} 小时（{minutes} 分钟）', issued_on: '出具日期', state: '核验结果', present: '更正后的记录', present_text: '{services} 次，{hours} 小时（{minutes} 分钟）',
  },
} as const;
