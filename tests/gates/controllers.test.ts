import 'reflect-metadata';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { routes, type Route } from '@kepu/contracts';
import { ActivitiesController } from '../../apps/api/src/modules/activities/activities.controller.js';
import { ActivityConsentsController } from '../../apps/api/src/modules/activities/activity-consents.controller.js';
import { SignupsController } from '../../apps/api/src/modules/activities/signups.controller.js';
import { ClassesController } from '../../apps/api/src/modules/classes/classes.controller.js';
import { ComplaintsController } from '../../apps/api/src/modules/complaints/complaints.controller.js';
import { FilesController } from '../../apps/api/src/modules/files/files.controller.js';
import { GuardiansController } from '../../apps/api/src/modules/guardians/guardians.controller.js';
import { IdentityController } from '../../apps/api/src/modules/identity/identity.controller.js';
import { RightsController } from '../../apps/api/src/modules/identity/rights.controller.js';
import { OidcController } from '../../apps/api/src/modules/identity/sign-in/oidc.controller.js';
import { SignInController } from '../../apps/api/src/modules/identity/sign-in/sign-in.controller.js';
import { MatchingController } from '../../apps/api/src/modules/matching/matching.controller.js';
import { NoticesController } from '../../apps/api/src/modules/notices/notices.controller.js';
import { MeasuresController } from '../../apps/api/src/modules/plans/measures.controller.js';
import { PlanDocumentsController } from '../../apps/api/src/modules/plans/plan-documents.controller.js';
import { PlanImportsController } from '../../apps/api/src/modules/plans/plan-imports.controller.js';
import { JointGroupsController } from '../../apps/api/src/modules/plans/joint-groups.controller.js';
import { PlanRevisionsController } from '../../apps/api/src/modules/plans/plan-revisions.controller.js';
import { PlansController } from '../../apps/api/src/modules/plans/plans.controller.js';
import { ReportPeriodsController } from '../../apps/api/src/modules/plans/report-periods.controller.js';
import { UnitReportsController } from '../../apps/api/src/modules/plans/unit-reports.controller.js';
import { WorkEntriesController } from '../../apps/api/src/modules/plans/work-entries.controller.js';
import { RecordsController } from '../../apps/api/src/modules/records/records.controller.js';
import { MinorRecordsController } from '../../apps/api/src/modules/privacy/minor-records.controller.js';
import { MyDataController } from '../../apps/api/src/modules/privacy/my-data.controller.js';
import { PrivacyController } from '../../apps/api/src/modules/privacy/privacy.controller.js';
import { ReportsController } from '../../apps/api/src/modules/reports/reports.controller.js';
import { SystemController } from '../../apps/api/src/modules/system/system.controller.js';
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
  ActivityConsentsController, ReportPeriodsController, UnitReportsController, GuardiansController, MinorRecordsController,
  ActivitiesController, ClassesController, ComplaintsController, DictionariesController, FilesController, IdentityController, MatchingController, MeasuresController, MergesController, MyDataController, NoticesController, OidcController, PlanDocumentsController, PlanImportsController, PlanRevisionsController, JointGroupsController, PlansController, PrivacyController, RecordsController, RegistrationController,
  ReportsController, RightsController, RostersController, SignInController, SignupsController, SystemController, TalentsController, UnitApplicationsController, UnitsController, VolunteersController, WorkEntriesController,
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
