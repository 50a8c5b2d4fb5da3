import { activityStates, applicationStates, assignmentStates, attendanceStates, complaintStates, importStates, planRevisionStates, planStates, reportPeriodStates, signupStates, standings, unitReportStates, workEntryStates } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import { activityLifecycle } from './activity-lifecycle.js';
import { assignmentLifecycle } from './assignment-lifecycle.js';
import { attendanceLifecycle } from './attendance-lifecycle.js';
import { complaintLifecycle } from './complaint-lifecycle.js';
import { planImportLifecycle } from './plan-import-lifecycle.js';
import { planLifecycle } from './plan-lifecycle.js';
import { planRevisionLifecycle } from './plan-revision-lifecycle.js';
import { reportPeriodLifecycle } from './report-period-lifecycle.js';
import { signupLifecycle } from './signup-lifecycle.js';
import { standingLifecycle } from './standing-lifecycle.js';
import { unitApplicationLifecycle } from './unit-application-lifecycle.js';
import { unitReportLifecycle } from './unit-report-lifecycle.js';
import { workEntryLifecycle } from './work-entry-lifecycle.js';

// Contracts and domain may not import each other's values, so what they both say is compared here.
test.each([
  [planLifecycle, planStates, 'planStates'],
  [planRevisionLifecycle, planRevisionStates, 'planRevisionStates'],
  [planImportLifecycle, importStates, 'importStates'],
  [assignmentLifecycle, assignmentStates, 'assignmentStates'],
  [workEntryLifecycle, workEntryStates, 'workEntryStates'],
  [reportPeriodLifecycle, reportPeriodStates, 'reportPeriodStates'],
  [unitReportLifecycle, unitReportStates, 'unitReportStates'],
  [activityLifecycle, activityStates, 'activityStates'],
  [signupLifecycle, signupStates, 'signupStates'],
  [attendanceLifecycle, attendanceStates, 'attendanceStates'],
  [standingLifecycle, standings, 'standings'],
  [unitApplicationLifecycle, applicationStates, 'applicationStates'],
  [complaintLifecycle, complaintStates, 'complaintStates'],
] as const)('%#: states and their Chinese words agree with contracts', (lifecycle, states, key) => {
  expect(Object.keys(lifecycle.states)).toEqual([...states]);
  for (const [state, term] of Object.entries(lifecycle.states)) expect(label('zh-CN', `terms.${key}.${state}`)).toBe(term.zh);
});
