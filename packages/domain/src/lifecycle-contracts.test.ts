import { activityStates, adjustmentStates, applicationStates, assessmentAppealStates, assessmentSheetStates, assessmentStates, assignmentStates, attendanceStates, batchStates, bookingStates, bulletinStates, closeOutStates, collectionAnswerStates, collectionStates, complaintStates, consultationAnswerStates, consultationStates, handedStates, importStates, orderOfferStates, orderStates, packStates, placeInvitationStates, planRevisionStates, planStates, promptStates, proposalAnswerStates, proposalCallStates, reportPeriodStates, signupStates, standings, teamMemberStates, teamSignupStates, teamStates, unitReportStates, workEntryStates } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import { activityLifecycle } from './activity-lifecycle.js';
import { adjustmentLifecycle } from './adjustment-lifecycle.js';
import { assessmentAppealLifecycle, assessmentLifecycle, assessmentSheetLifecycle } from './assessment-lifecycles.js';
import { assignmentLifecycle } from './assignment-lifecycle.js';
import { attendanceLifecycle } from './attendance-lifecycle.js';
import { batchLifecycle } from './batch-lifecycle.js';
import { closeOutLifecycle } from './close-out-lifecycle.js';
import { collectionAnswerLifecycle, collectionLifecycle } from './collection-lifecycle.js';
import { complaintLifecycle } from './complaint-lifecycle.js';
import { consultationAnswerLifecycle, consultationLifecycle, proposalAnswerLifecycle, proposalCallLifecycle } from './drafting-lifecycles.js';
import { handedItemLifecycle } from './handed-item-lifecycle.js';
import { placeInvitationLifecycle } from './place-invitation-lifecycle.js';
import { orderLifecycle, orderOfferLifecycle } from './order-lifecycles.js';
import { packLifecycle } from './pack-lifecycle.js';
import { planImportLifecycle } from './plan-import-lifecycle.js';
import { planLifecycle } from './plan-lifecycle.js';
import { planRevisionLifecycle } from './plan-revision-lifecycle.js';
import { reportPeriodLifecycle } from './report-period-lifecycle.js';
import { signupLifecycle } from './signup-lifecycle.js';
import { teamLifecycle, teamMemberLifecycle, teamSignupLifecycle } from './team-lifecycles.js';
import { bookingLifecycle } from './booking-lifecycle.js';
import { standingLifecycle } from './standing-lifecycle.js';
import { unitApplicationLifecycle } from './unit-application-lifecycle.js';
import { bulletinLifecycle } from './bulletin-lifecycle.js';
import { promptLifecycle } from './prompt-lifecycle.js';
import { unitReportLifecycle } from './unit-report-lifecycle.js';
import { workEntryLifecycle } from './work-entry-lifecycle.js';

// Contracts and domain may not import each other's values, so what they both say is compared here.
test.each([
  [planLifecycle, planStates, 'planStates'], [teamLifecycle, teamStates, 'teamStates'], [teamMemberLifecycle, teamMemberStates, 'teamMemberStates'], [teamSignupLifecycle, teamSignupStates, 'teamSignupStates'], [bookingLifecycle, bookingStates, 'bookingStates'],
  [planRevisionLifecycle, planRevisionStates, 'planRevisionStates'],
  [planImportLifecycle, importStates, 'importStates'],
  [handedItemLifecycle, handedStates, 'handedStates'],
  [assignmentLifecycle, assignmentStates, 'assignmentStates'],
  [workEntryLifecycle, workEntryStates, 'workEntryStates'],
  [reportPeriodLifecycle, reportPeriodStates, 'reportPeriodStates'],
  [unitReportLifecycle, unitReportStates, 'unitReportStates'], [promptLifecycle, promptStates, 'promptStates'], [bulletinLifecycle, bulletinStates, 'bulletinStates'],
  [assessmentLifecycle, assessmentStates, 'assessmentStates'],
  [assessmentSheetLifecycle, assessmentSheetStates, 'assessmentSheetStates'],
  [assessmentAppealLifecycle, assessmentAppealStates, 'assessmentAppealStates'],
  [collectionLifecycle, collectionStates, 'collectionStates'],
  [collectionAnswerLifecycle, collectionAnswerStates, 'collectionAnswerStates'],
  [proposalCallLifecycle, proposalCallStates, 'proposalCallStates'],
  [proposalAnswerLifecycle, proposalAnswerStates, 'proposalAnswerStates'],
  [consultationLifecycle, consultationStates, 'consultationStates'],
  [consultationAnswerLifecycle, consultationAnswerStates, 'consultationAnswerStates'],
  [adjustmentLifecycle, adjustmentStates, 'adjustmentStates'],
  [closeOutLifecycle, closeOutStates, 'closeOutStates'],
  [packLifecycle, packStates, 'packStates'],
  [batchLifecycle, batchStates, 'batchStates'],
  [activityLifecycle, activityStates, 'activityStates'],
  [signupLifecycle, signupStates, 'signupStates'],
  [attendanceLifecycle, attendanceStates, 'attendanceStates'],
  [standingLifecycle, standings, 'standings'],
  [unitApplicationLifecycle, applicationStates, 'applicationStates'],
  [placeInvitationLifecycle, placeInvitationStates, 'placeInvitationStates'],
  [orderLifecycle, orderStates, 'orderStates'],
  [orderOfferLifecycle, orderOfferStates, 'orderOfferStates'],
  [complaintLifecycle, complaintStates, 'complaintStates'],
] as const)('%#: states and their Chinese words agree with contracts', (lifecycle, states, key) => {
  expect(Object.keys(lifecycle.states)).toEqual([...states]);
  for (const [state, term] of Object.entries(lifecycle.states)) expect(label('zh-CN', `terms.${key}.${state}`)).toBe(term.zh);
});
