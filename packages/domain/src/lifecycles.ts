import { activityLifecycle } from './activity-lifecycle.js';
import { adjustmentLifecycle } from './adjustment-lifecycle.js';
import { assessmentAppealLifecycle, assessmentLifecycle, assessmentSheetLifecycle } from './assessment-lifecycles.js';
import { assignmentLifecycle } from './assignment-lifecycle.js';
import { attendanceLifecycle } from './attendance-lifecycle.js';
import { batchLifecycle } from './batch-lifecycle.js';
import { closeOutLifecycle } from './close-out-lifecycle.js';
import { collectionAnswerLifecycle, collectionLifecycle } from './collection-lifecycle.js';
import { credentialLifecycle } from './credential-lifecycle.js';
import { complaintLifecycle } from './complaint-lifecycle.js';
import { consultationAnswerLifecycle, consultationLifecycle, proposalAnswerLifecycle, proposalCallLifecycle } from './drafting-lifecycles.js';
import { handedItemLifecycle } from './handed-item-lifecycle.js';
import type { Lifecycle } from './lifecycle.js';
import { nominationLifecycle } from './nomination-lifecycle.js';
import { placeInvitationLifecycle } from './place-invitation-lifecycle.js';
import { orderLifecycle, orderOfferLifecycle } from './order-lifecycles.js';
import { packLifecycle } from './pack-lifecycle.js';
import { planImportLifecycle } from './plan-import-lifecycle.js';
import { planLifecycle } from './plan-lifecycle.js';
import { planRevisionLifecycle } from './plan-revision-lifecycle.js';
import { bulletinLifecycle } from './bulletin-lifecycle.js';
import { promptLifecycle } from './prompt-lifecycle.js';
import { reportPeriodLifecycle } from './report-period-lifecycle.js';
import { signupLifecycle } from './signup-lifecycle.js';
import { standingLifecycle } from './standing-lifecycle.js';
import { bookingLifecycle } from './booking-lifecycle.js';
import { talkLifecycle } from './talk-lifecycle.js';
import { teamLifecycle, teamMemberLifecycle, teamSignupLifecycle } from './team-lifecycles.js';
import { unitApplicationLifecycle } from './unit-application-lifecycle.js';
import { unitReportLifecycle } from './unit-report-lifecycle.js';
import { workEntryLifecycle } from './work-entry-lifecycle.js';

/** Every lifecycle of the product, in the order of the docs. A new one is added here, so that tests and docs find it. */
export const lifecycles: readonly Lifecycle<string, string>[] = [
  proposalCallLifecycle, proposalAnswerLifecycle, planImportLifecycle, planLifecycle, consultationLifecycle, consultationAnswerLifecycle, planRevisionLifecycle, handedItemLifecycle, assignmentLifecycle, workEntryLifecycle, reportPeriodLifecycle, unitReportLifecycle, promptLifecycle, bulletinLifecycle, collectionLifecycle, collectionAnswerLifecycle, assessmentLifecycle, assessmentSheetLifecycle, assessmentAppealLifecycle, adjustmentLifecycle, closeOutLifecycle, packLifecycle, nominationLifecycle, talkLifecycle, teamLifecycle, teamMemberLifecycle, activityLifecycle, signupLifecycle, placeInvitationLifecycle, teamSignupLifecycle, attendanceLifecycle, batchLifecycle, bookingLifecycle, orderLifecycle, orderOfferLifecycle, standingLifecycle, credentialLifecycle, unitApplicationLifecycle, complaintLifecycle,
];
