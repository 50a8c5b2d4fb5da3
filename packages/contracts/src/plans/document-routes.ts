import { z } from 'zod';
import { byId, id } from '../primitives.js';
import { defineRoute } from '../route.js';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Of which units the lists are wanted. */
export const taskListsQuery = z.strictObject({ unitId: id.optional() });
/** Of which unit the list is wanted. */
export const taskListQuery = z.strictObject({ unitId: id });

/** Routes of a plan as documents: the paper itself, and a list for each unit. Each export is numbered and stands in the log. */
export const planDocumentRoutes = {
  exportPlanDocx: defineRoute('exportPlanDocx', { summary: 'The paper in its newest edition, in the layout of GB/T 9704', access: 'plan:export', params: byId, file: docx }),
  exportPlanXlsx: defineRoute('exportPlanXlsx', { summary: 'The table of the paper in its newest edition', access: 'plan:export', params: byId, file: xlsx }),
  exportWholePlan: defineRoute('exportWholePlan', { summary: 'All that is kept of a plan as one workbook, each sheet as far as the reader may see it', access: 'plan:export', params: byId, file: xlsx }),
  exportTaskLists: defineRoute('exportTaskLists', { summary: 'A list of work for each unit in reach, as docx and xlsx', access: 'plan:export', params: byId, query: taskListsQuery, file: 'application/zip', errors: ['plan.no_task_lists'] }),
  exportTaskList: defineRoute('exportTaskList', { summary: 'The list of work of one unit in reach', access: 'plan:export', params: byId, query: taskListQuery, file: docx }),
} as const;
