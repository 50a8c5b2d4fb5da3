import { SYSTEM_PERMISSION, defineLifecycle, type ActionOf, type StateOf } from './lifecycle.js';

/**
 * PlanImport (分解表导入): a paper on its way into a plan. A worker reads it; a person looks at the preview, then commits or
 * discards it; a commit can be undone while the plan is still a draft (the caller checks that: it is the plan's state, not the import's).
 */
export const planImportLifecycle = defineLifecycle({
  object: 'plan-import',
  title: { zh: '分解表导入', en: 'Plan import' },
  states: {
    queued: { zh: '等待读取', en: 'stored, waits for a worker' },
    reading: { zh: '正在读取', en: 'a worker reads the paper' },
    asking: { zh: '待说明表头', en: 'the columns of the table are not understood; a person says what they hold' },
    ready: { zh: '待确认', en: 'preview ready, can be corrected' },
    failed: { zh: '读取失败', en: 'the paper could not be read; the reason and the remedy are kept' },
    committed: { zh: '已入库', en: 'the rows are in the plan' },
    discarded: { zh: '已放弃', en: 'given up; nothing came in' },
  },
  initial: 'queued',
  actions: {
    start: { zh: '开始读取', en: 'Start reading', from: ['queued'], to: 'reading', permission: SYSTEM_PERMISSION, demands: [] },
    // A worker that died leaves its lease to run out; the job then waits again.
    requeue: { zh: '重新排队', en: 'Queue again', from: ['reading'], to: 'queued', permission: SYSTEM_PERMISSION, demands: [] },
    finish: { zh: '读取完成', en: 'Finish reading', from: ['reading'], to: 'ready', permission: SYSTEM_PERMISSION, demands: [] },
    fail: { zh: '读取失败', en: 'Fail', from: ['reading'], to: 'failed', permission: SYSTEM_PERMISSION, demands: ['reason'] },
    ask: { zh: '询问表头', en: 'Ask about the columns', from: ['reading'], to: 'asking', permission: SYSTEM_PERMISSION, demands: [] },
    // From a preview too: what was said of the columns may have been wrong.
    explain: { zh: '说明表头', en: 'Say what the columns hold', from: ['asking', 'ready'], to: 'queued', permission: 'plan-import:write', demands: [] },
    commit: { zh: '确认入库', en: 'Commit', from: ['ready'], to: 'committed', permission: 'plan-import:write', demands: [] },
    discard: { zh: '放弃', en: 'Discard', from: ['ready', 'asking'], to: 'discarded', permission: 'plan-import:write', demands: [] },
    // Goes with the withdrawal of the draft plan, and asks for the same right. The preview is back with every correction.
    undo: { zh: '撤销入库', en: 'Undo the commit', from: ['committed'], to: 'ready', permission: 'plan:write', demands: [] },
  },
});

/** State of a plan import. */
export type PlanImportState = StateOf<typeof planImportLifecycle>;
/** Action on a plan import. */
export type PlanImportAction = ActionOf<typeof planImportLifecycle>;
