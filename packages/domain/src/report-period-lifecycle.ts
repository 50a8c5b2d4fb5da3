import { defineLifecycle, type ActionOf, type StateOf } from './lifecycle.js';

/** ReportPeriod (填报期): a span of the year that units report on. A lock is for good: afterwards there are corrections only. */
export const reportPeriodLifecycle = defineLifecycle({
  object: 'report_period',
  title: { zh: '填报期', en: 'Report period' },
  states: {
    open: { zh: '填报中', en: 'units report' },
    locked: { zh: '已锁定', en: 'nothing changes any more, but by a correction' },
  },
  initial: 'open',
  actions: {
    change: { zh: '修改时间', en: 'Change its days', from: ['open'], to: 'open', permission: 'report:decide', demands: [] },
    lock: { zh: '锁定', en: 'Lock', from: ['open'], to: 'locked', permission: 'report:decide', demands: [] },
    delete: { zh: '删除', en: 'Delete, while nobody has written anything', from: ['open'], to: null, permission: 'report:decide', demands: [] },
  },
});

/** State of a report period. */
export type ReportPeriodState = StateOf<typeof reportPeriodLifecycle>;
/** Action on a report period. */
export type ReportPeriodAction = ActionOf<typeof reportPeriodLifecycle>;
