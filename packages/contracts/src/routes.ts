import { activityRoutes, signupRoutes } from './activities/routes.js';
import { classRoutes } from './classes/routes.js';
import { complaintRoutes } from './complaints/routes.js';
import { fileRoutes } from './files/routes.js';
import { guardianRoutes } from './guardians/routes.js';
import { invitationRoutes } from './identity/invitations.js';
import { rightRoutes } from './identity/rights.js';
import { identityRoutes, systemRoutes } from './identity/routes.js';
import { signInRoutes } from './identity/sign-in.js';
import { batchRoutes } from './matching/batches.js';
import { placeInvitationRoutes } from './matching/invitations.js';
import { matchingRoutes } from './matching/routes.js';
import { noticeRoutes, publicRoutes } from './notices/routes.js';
import { orderDeskRoutes, orderOfferRoutes, orderPaperRoutes, orderRoutes } from './orders/routes.js';
import { assessmentRoutes, assessmentSheetRoutes } from './plans/assessment-routes.js';
import { collectionAnswerRoutes, collectionRoutes } from './plans/collection-routes.js';
import { levelRoutes } from './plans/level-routes.js';
import { planDocumentRoutes } from './plans/document-routes.js';
import { lightRoutes } from './plans/lights.js';
import { packRoutes } from './plans/packs.js';
import { promptRoutes } from './plans/prompts.js';
import { consultationRoutes, proposalRoutes } from './plans/drafting-routes.js';
import { adjustmentRoutes, closeOutRoutes } from './plans/follow-up-routes.js';
import { reportPeriodRoutes, unitReportRoutes } from './plans/report-routes.js';
import { jointGroupRoutes, planCopyRoutes, planImportRoutes, planRevisionRoutes, planRoutes } from './plans/routes.js';
import { measureRoutes, measureSheetRoutes, workEntryRoutes } from './plans/work-routes.js';
import { privacyRoutes } from './privacy/routes.js';
import { certificateRoutes } from './records/certificates.js';
import { recordRoutes } from './records/routes.js';
import { bulletinRoutes } from './reports/bulletins.js';
import { savedFilterRoutes } from './identity/saved-filters.js';
import { courseRoutes } from './reports/course.js';
import { personRoutes } from './reports/people.js';
import { statisticsRoutes } from './reports/service-statistics.js';
import { reportRoutes } from './reports/routes.js';
import { credentialRoutes } from './talents/credential-routes.js';
import { appointmentRoutes, nominationRoutes } from './talents/nomination-routes.js';
import { talentRoutes } from './talents/routes.js';
import { talkRoutes } from './talents/talk-routes.js';
import { myTeamRoutes, teamRoutes, teamSignupRoutes } from './teams/routes.js';
import { thingRoutes } from './things/routes.js';
import { unitApplicationRoutes } from './units/applications.js';
import { dictionaryRoutes, unitRoutes } from './units/routes.js';
import { rosterRoutes } from './volunteers/rosters.js';
import { mergeRoutes } from './volunteers/merges.js';
import { registrationRoutes } from './volunteers/registration.js';
import { volunteerRoutes } from './volunteers/routes.js';

/** The routes, for typed clients. Named part by part: the type of the whole is longer than the compiler writes into a declaration. */
export type Routes =
  typeof systemRoutes & typeof identityRoutes & typeof signInRoutes & typeof invitationRoutes & typeof rightRoutes & typeof unitRoutes & typeof unitApplicationRoutes & typeof dictionaryRoutes & typeof planImportRoutes &
  typeof planRoutes & typeof planCopyRoutes & typeof planRevisionRoutes & typeof jointGroupRoutes & typeof planDocumentRoutes & typeof reportPeriodRoutes & typeof unitReportRoutes & typeof lightRoutes &
  typeof promptRoutes & typeof collectionRoutes & typeof collectionAnswerRoutes & typeof proposalRoutes & typeof levelRoutes & typeof assessmentRoutes & typeof assessmentSheetRoutes & typeof packRoutes &
  typeof consultationRoutes & typeof adjustmentRoutes & typeof closeOutRoutes & typeof noticeRoutes & typeof complaintRoutes & typeof publicRoutes & typeof fileRoutes & typeof measureRoutes & typeof measureSheetRoutes &
  typeof workEntryRoutes & typeof talentRoutes & typeof credentialRoutes & typeof nominationRoutes & typeof appointmentRoutes & typeof talkRoutes & typeof volunteerRoutes & typeof rosterRoutes & typeof registrationRoutes & typeof mergeRoutes & typeof activityRoutes & typeof signupRoutes & typeof orderRoutes & typeof orderDeskRoutes & typeof orderOfferRoutes & typeof orderPaperRoutes & typeof recordRoutes &
  typeof certificateRoutes & typeof matchingRoutes & typeof batchRoutes & typeof placeInvitationRoutes & typeof reportRoutes & typeof statisticsRoutes & typeof personRoutes & typeof bulletinRoutes & typeof courseRoutes & typeof savedFilterRoutes & typeof privacyRoutes & typeof guardianRoutes & typeof classRoutes &
  typeof teamRoutes & typeof teamSignupRoutes & typeof myTeamRoutes & typeof thingRoutes;

/** Every route by name. A gate holds this against `paths` and against the controllers. */
export const routes: Routes = {
  ...systemRoutes, ...identityRoutes, ...signInRoutes, ...invitationRoutes, ...rightRoutes, ...unitRoutes, ...unitApplicationRoutes, ...dictionaryRoutes, ...planImportRoutes, ...planRoutes, ...planCopyRoutes, ...planRevisionRoutes, ...levelRoutes,
  ...jointGroupRoutes, ...planDocumentRoutes, ...reportPeriodRoutes, ...unitReportRoutes, ...lightRoutes, ...promptRoutes, ...collectionRoutes, ...collectionAnswerRoutes, ...assessmentRoutes, ...assessmentSheetRoutes, ...packRoutes, ...proposalRoutes,
  ...consultationRoutes, ...adjustmentRoutes, ...closeOutRoutes, ...noticeRoutes, ...complaintRoutes, ...publicRoutes, ...fileRoutes, ...measureRoutes, ...measureSheetRoutes, ...workEntryRoutes, ...talentRoutes, ...credentialRoutes, ...nominationRoutes, ...appointmentRoutes, ...talkRoutes, ...volunteerRoutes, ...rosterRoutes,
  ...registrationRoutes, ...mergeRoutes, ...activityRoutes, ...signupRoutes, ...orderRoutes, ...orderDeskRoutes, ...orderOfferRoutes, ...orderPaperRoutes, ...recordRoutes, ...certificateRoutes, ...matchingRoutes, ...batchRoutes, ...placeInvitationRoutes, ...reportRoutes, ...statisticsRoutes, ...personRoutes, ...bulletinRoutes, ...courseRoutes, ...savedFilterRoutes, ...privacyRoutes, ...guardianRoutes, ...classRoutes, ...teamRoutes, ...teamSignupRoutes, ...myTeamRoutes, ...thingRoutes,
};
