import 'reflect-metadata';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { routes, type Route } from '@kepu/contracts';
import { ActivitiesController } from '../../apps/api/src/modules/activities/activities.controller.js';
import { ActivityConsentsController } from '../../apps/api/src/modules/activities/activity-consents.controller.js';
import { TeamSignupsController } from '../../apps/api/src/modules/activities/team-signups/team-signups.controller.js';
import { OwnTeamsController } from '../../apps/api/src/modules/teams/own-teams.controller.js';
import { TeamsController } from '../../apps/api/src/modules/teams/teams.controller.js';
import { ThingsController } from '../../apps/api/src/modules/things/things.controller.js';
import { SignupsController } from '../../apps/api/src/modules/activities/signups.controller.js';
import { ClassesController } from '../../apps/api/src/modules/classes/classes.controller.js';
import { ComplaintsController } from '../../apps/api/src/modules/complaints/complaints.controller.js';
import { FilesController } from '../../apps/api/src/modules/files/files.controller.js';
import { GuardiansController } from '../../apps/api/src/modules/guardians/guardians.controller.js';
import { IdentityController } from '../../apps/api/src/modules/identity/identity.controller.js';
import { RightsController } from '../../apps/api/src/modules/identity/rights.controller.js';
import { OidcController } from '../../apps/api/src/modules/identity/sign-in/oidc.controller.js';
import { SignInController } from '../../apps/api/src/modules/identity/sign-in/sign-in.controller.js';
import { PlaceInvitationsController } from '../../apps/api/src/modules/matching/invitations/invitations.controller.js';
import { BatchesController } from '../../apps/api/src/modules/matching/batches/batches.controller.js';
import { MatchingController } from '../../apps/api/src/modules/matching/matching.controller.js';
import { NoticesController } from '../../apps/api/src/modules/notices/notices.controller.js';
import { ConsultationsController } from '../../apps/api/src/modules/plans/drafting/consultations.controller.js';
import { ProposalsController } from '../../apps/api/src/modules/plans/drafting/proposals.controller.js';
import { MeasuresController } from '../../apps/api/src/modules/plans/measures.controller.js';
import { MeasureSheetsController } from '../../apps/api/src/modules/plans/measure-sheets/measure-sheets.controller.js';
import { PlanCopiesController } from '../../apps/api/src/modules/plans/copies/plan-copies.controller.js';
import { PlanDocumentsController } from '../../apps/api/src/modules/plans/plan-documents.controller.js';
import { PlanImportsController } from '../../apps/api/src/modules/plans/plan-imports.controller.js';
import { JointGroupsController } from '../../apps/api/src/modules/plans/joint-groups.controller.js';
import { PlanRevisionsController } from '../../apps/api/src/modules/plans/plan-revisions.controller.js';
import { PlansController } from '../../apps/api/src/modules/plans/plans.controller.js';
import { LightsController } from '../../apps/api/src/modules/plans/lights/lights.controller.js';
import { AssessmentSheetsController } from '../../apps/api/src/modules/plans/assessments/assessment-sheets.controller.js';
import { AssessmentsController } from '../../apps/api/src/modules/plans/assessments/assessments.controller.js';
import { CollectionAnswersController } from '../../apps/api/src/modules/plans/collections/collection-answers.controller.js';
import { LevelsController } from '../../apps/api/src/modules/plans/levels/levels.controller.js';
import { AppointmentsController } from '../../apps/api/src/modules/talents/nominations/appointments.controller.js';
import { TalksController } from '../../apps/api/src/modules/talents/menu/talks.controller.js';
import { NominationsController } from '../../apps/api/src/modules/talents/nominations/nominations.controller.js';
import { CollectionsController } from '../../apps/api/src/modules/plans/collections/collections.controller.js';
import { PacksController } from '../../apps/api/src/modules/plans/packs/packs.controller.js';
import { PromptsController } from '../../apps/api/src/modules/plans/prompts/prompts.controller.js';
import { ReportPeriodsController } from '../../apps/api/src/modules/plans/report-periods.controller.js';
import { AdjustmentsController } from '../../apps/api/src/modules/plans/deadlines/adjustments.controller.js';
import { CloseOutsController } from '../../apps/api/src/modules/plans/close-outs/close-outs.controller.js';
import { UnitReportsController } from '../../apps/api/src/modules/plans/unit-reports.controller.js';
import { WorkEntriesController } from '../../apps/api/src/modules/plans/work-entries.controller.js';
import { RecordsController } from '../../apps/api/src/modules/records/records.controller.js';
import { MinorRecordsController } from '../../apps/api/src/modules/privacy/minor-records.controller.js';
import { MyDataController } from '../../apps/api/src/modules/privacy/my-data.controller.js';
import { PrivacyController } from '../../apps/api/src/modules/privacy/privacy.controller.js';
import { BulletinsController } from '../../apps/api/src/modules/reports/bulletins/bulletins.controller.js';
import { CourseController } from '../../apps/api/src/modules/reports/course/course.controller.js';
import { SavedFiltersController } from '../../apps/api/src/modules/identity/saved-filters/saved-filters.controller.js';
import { ReportsController } from '../../apps/api/src/modules/reports/reports.controller.js';
import { CertificatesController } from '../../apps/api/src/modules/records/certificates/certificates.controller.js';
import { PeopleController } from '../../apps/api/src/modules/reports/people/people.controller.js';
import { StatisticsController } from '../../apps/api/src/modules/reports/statistics/statistics.controller.js';
import { SystemController } from '../../apps/api/src/modules/system/system.controller.js';
import { OrdersController } from '../../apps/api/src/modules/orders/orders.controller.js';
import { OrdersDeskController } from '../../apps/api/src/modules/orders/orders-desk.controller.js';
import { OrderPapersController } from '../../apps/api/src/modules/orders/order-papers.controller.js';
import { OrderOffersController } from '../../apps/api/src/modules/orders/order-offers.controller.js';
import { CredentialsController } from '../../apps/api/src/modules/talents/credentials/credentials.controller.js';
import { TalentsController } from '../../apps/api/src/modules/talents/talents.controller.js';
import { DictionariesController } from '../../apps/api/src/modules/units/dictionaries.controller.js';
import { UnitApplicationsController } from '../../apps/api/src/modules/units/unit-applications.controller.js';
import { UnitsController } from '../../apps/api/src/modules/units/units.controller.js';
import { MergesController } from '../../apps/api/src/modules/volunteers/merges.controller.js';
import { RostersController } from '../../apps/api/src/modules/volunteers/rosters.controller.js';
import { RegistrationController } from '../../apps/api/src/modules/volunteers/registration.controller.js';
import { VolunteersController } from '../../apps/api/src/modules/volunteers/volunteers.controller.js';
import { INPUT, ROUTE } from '../../apps/api/src/platform/http/contract-route.js';
import { trackedFiles } from './tracked-files.js';

const controllers = {
  ActivityConsentsController, ReportPeriodsController, UnitReportsController, CertificatesController, PeopleController, StatisticsController, LightsController, PromptsController, LevelsController, CollectionsController, NominationsController, TalksController, AppointmentsController, CollectionAnswersController, AssessmentsController, AssessmentSheetsController, PacksController, ProposalsController, ConsultationsController, AdjustmentsController, CloseOutsController, GuardiansController, MinorRecordsController,
  ActivitiesController, ClassesController, ComplaintsController, DictionariesController, FilesController, IdentityController, MatchingController, PlaceInvitationsController, MeasuresController, MeasureSheetsController, MergesController, MyDataController, NoticesController, OidcController, PlanCopiesController, PlanDocumentsController, PlanImportsController, PlanRevisionsController, JointGroupsController, PlansController, PrivacyController, RecordsController, RegistrationController,
  BatchesController, BulletinsController, CourseController, SavedFiltersController, ReportsController, RightsController, RostersController, SignInController, SignupsController, SystemController, TalentsController, OrdersController, OrdersDeskController, OrderOffersController, OrderPapersController, CredentialsController, TeamSignupsController, OwnTeamsController, TeamsController, ThingsController, UnitApplicationsController, UnitsController, VolunteersController, WorkEntriesController,
};

/** Every handler: a method that Nest would route. */
const handlers = Object.values(controllers).flatMap((controller) => {
  const prototype = controller.prototype as unknown as Record<string, unknown>;
  return Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor').map((name) => ({ name: `${controller.name}.${name}`, handler: prototype[name] as object }))
    .filter(({ handler }) => Reflect.hasMetadata(PATH_METADATA, handler));
});
const routeOf = (handler: object): Route | undefined => Reflect.getMetadata(ROUTE, handler) as Route | undefined;

it('this gate looks at every controller', () => {
  const files = trackedFiles().filter((file) => /^apps\/api\/src\/.*\.controller\.ts$/.test(file));
  expect(files).toHaveLength(Object.keys(controllers).length);
});

it('every handler is bound to a route of the contracts, or the guard refuses it', () => {
  expect(handlers.filter(({ handler }) => !routeOf(handler)).map(({ name }) => name)).toEqual([]);
});

it('every route has one handler', () => {
  const bound = handlers.map(({ handler }) => routeOf(handler)?.name);
  expect([...bound].sort()).toEqual(Object.keys(routes).sort());
});

it('every handler of a route with parameters, query or body takes them validated', () => {
  const open = handlers.filter(({ handler }) => {
    const route = routeOf(handler);
    return route && !route.upload && (route.params ?? route.query ?? route.body) && Reflect.getMetadata(INPUT, handler) !== true;
  });
  expect(open.map(({ name }) => name)).toEqual([]);
});
