import { activityRoutes, signupRoutes } from './activities/routes.js';
import { classRoutes } from './classes/routes.js';
import { complaintRoutes } from './complaints/routes.js';
import { fileRoutes } from './files/routes.js';
import { guardianRoutes } from './guardians/routes.js';
import { invitationRoutes } from './identity/invitations.js';
import { rightRoutes } from './identity/rights.js';
import { identityRoutes, systemRoutes } from './identity/routes.js';
import { signInRoutes } from './identity/sign-in.js';
import { matchingRoutes } from './matching/routes.js';
import { noticeRoutes, publicRoutes } from './notices/routes.js';
import { planDocumentRoutes } from './plans/document-routes.js';
import { reportPeriodRoutes, unitReportRoutes } from './plans/report-routes.js';
import { jointGroupRoutes, planImportRoutes, planRevisionRoutes, planRoutes } from './plans/routes.js';
import { measureRoutes, workEntryRoutes } from './plans/work-routes.js';
import { privacyRoutes } from './privacy/routes.js';
import { recordRoutes } from './records/routes.js';
import { reportRoutes } from './reports/routes.js';
import { talentRoutes } from './talents/routes.js';
import { unitApplicationRoutes } from './units/applications.js';
import { dictionaryRoutes, unitRoutes } from './units/routes.js';
import { rosterRoutes } from './volunteers/rosters.js';
import { mergeRoutes } from './volunteers/merges.js';
import { registrationRoutes } from './volunteers/registration.js';
import { volunteerRoutes } from './volunteers/routes.js';

/** Every route by name. A gate holds this against `paths` and against the controllers. */
export const routes = {
  ...systemRoutes, ...identityRoutes, ...signInRoutes, ...invitationRoutes, ...rightRoutes, ...unitRoutes, ...unitApplicationRoutes, ...dictionaryRoutes, ...planImportRoutes, ...planRoutes, ...planRevisionRoutes, ...jointGroupRoutes, ...planDocumentRoutes, ...reportPeriodRoutes, ...unitReportRoutes, ...noticeRoutes, ...complaintRoutes, ...publicRoutes,
  ...fileRoutes, ...measureRoutes, ...workEntryRoutes, ...talentRoutes, ...volunteerRoutes, ...rosterRoutes, ...registrationRoutes, ...mergeRoutes, ...activityRoutes, ...signupRoutes, ...recordRoutes, ...matchingRoutes, ...reportRoutes, ...privacyRoutes, ...guardianRoutes, ...classRoutes,
} as const;
/** The routes, for typed clients. */
export type Routes = typeof routes;
