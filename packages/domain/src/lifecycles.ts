import { activityLifecycle } from './activity-lifecycle.js';
import { assignmentLifecycle } from './assignment-lifecycle.js';
import { attendanceLifecycle } from './attendance-lifecycle.js';
import { complaintLifecycle } from './complaint-lifecycle.js';
import type { Lifecycle } from './lifecycle.js';
import { planImportLifecycle } from './plan-import-lifecycle.js';
import { planLifecycle } from './plan-lifecycle.js';
import { planRevisionLifecycle } from './plan-revision-lifecycle.js';
import { reportPeriodLifecycle } from './report-period-lifecycle.js';
import { signupLifecycle } from './signup-lifecycle.js';
import { standingLifecycle } from './standing-lifecycle.js';
import { unitApplicationLifecycle } from './unit-application-lifecycle.js';
import { unitReportLifecycle } from './unit-report-lifecycle.js';
import { workEntryLifecycle } from './work-entry-lifecycle.js';

/** Every lifecycle of the product, in the order of the docs. A new one is added here, so that tests and docs find it. */
export const lifecycles: readonly Lifecycle<string, string>[] = [
  planImportLifecycle, planLifecycle, planRevisionLifecycle, assignmentLifecycle, workEntryLifecycle, reportPeriodLifecycle, unitReportLifecycle, activityLifecycle, signupLifecycle, attendanceLifecycle, standingLifecycle, unitApplicationLifecycle, complaintLifecycle,
];
