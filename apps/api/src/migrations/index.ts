/**
 * All migrations in their order. A new one goes to the end; one that has been released is never changed, and neither are the lengths it used.
 */
import { CreateAuditJobsFiles1795460122203 } from './1795460122203-create-audit-jobs-files.js';
import { CreateIdentity1796000000000 } from './1796000000000-create-identity.js';
import { CreateUnits1796000001000 } from './1796000001000-create-units.js';
import { CreatePlans1796000003000 } from './1796000003000-create-plans.js';
import { CreateMeasures1796300000000 } from './1796300000000-create-measures.js';
import { CreateVolunteers1796300001000 } from './1796300001000-create-volunteers.js';
import { CreateActivities1796300002000 } from './1796300002000-create-activities.js';
import { CreateRecords1796300003000 } from './1796300003000-create-records.js';
import { SeedMatchingWeights1796300004500 } from './1796300004500-seed-matching-weights.js';
import { MeasurePresentPlans1796300009000 } from './1796300009000-measure-present-plans.js';
import { IndexUnitNames1796400000000 } from './1796400000000-index-unit-names.js';
import { CreateSignIn1796500000000 } from './1796500000000-create-sign-in.js';
import { CreatePrivacy1796500001000 } from './1796500001000-create-privacy.js';
import { CreateAdmission1796500002000 } from './1796500002000-create-admission.js';
import { CreateRealNames1796600000000 } from './1796600000000-create-real-names.js';
import { CreateGuardians1796600001000 } from './1796600001000-create-guardians.js';
import { CreateRosters1796600002000 } from './1796600002000-create-rosters.js';
import { CreateComplaints1796600003000 } from './1796600003000-create-complaints.js';
import { CreateVolunteerMerges1796600004000 } from './1796600004000-create-volunteer-merges.js';
import { CreateClasses1796600005000 } from './1796600005000-create-classes.js';
import { CreateColumnMeanings1796700000000 } from './1796700000000-create-column-meanings.js';
import { FamilyCompanions1796800000000 } from './1796800000000-family-companions.js';
import { GuardianAges1796800100000 } from './1796800100000-guardian-ages.js';
import { CreatePlanRevisions1796900000000 } from './1796900000000-create-plan-revisions.js';
import { CreateJointGroups1797000000000 } from './1797000000000-create-joint-groups.js';
import { CreateReports1797100000000 } from './1797100000000-create-reports.js';
import { CreateDrafting1797200000000 } from './1797200000000-create-drafting.js';
import { CreateFollowUps1797200100000 } from './1797200100000-create-follow-ups.js';
import { CreateLights1797200200000 } from './1797200200000-create-lights.js';
import { CreatePrompts1797200300000 } from './1797200300000-create-prompts.js';
import { CreatePacks1797200400000 } from './1797200400000-create-packs.js';
import { CreateCollections1797200500000 } from './1797200500000-create-collections.js';
import { CreateBulletins1797200600000 } from './1797200600000-create-bulletins.js';
import { CreateProgrammeMappings1797200700000 } from './1797200700000-create-programme-mappings.js';
import { CreateLevels1797200800000 } from './1797200800000-create-levels.js';
import { CreateAssessments1797200900000 } from './1797200900000-create-assessments.js';
import { CreateSavedFilters1797201000000 } from './1797201000000-create-saved-filters.js';
import { CreateMeasureSeparations1797201100000 } from './1797201100000-create-measure-separations.js';
import { CreateNominations1797201300000 } from './1797201300000-create-nominations.js';
import { CreateCredentials1797201400000 } from './1797201400000-create-credentials.js';
import { CreateTalks1797201500000 } from './1797201500000-create-talks.js';
import { CreateOrders1797201600000 } from './1797201600000-create-orders.js';
import { WidenProfiles1797201700000 } from './1797201700000-widen-profiles.js';
import { CreateTeams1797201800000 } from './1797201800000-create-teams.js';
import { IndexPeople1797201900000 } from './1797201900000-index-people.js';
import { SumServedMinutes1797202000000 } from './1797202000000-sum-served-minutes.js';
import { CreateServiceCertificates1797202100000 } from './1797202100000-create-service-certificates.js';
import { CreateOrderNews1797202200000 } from './1797202200000-create-order-news.js';
import { CreatePlaceInvitations1797202300000 } from './1797202300000-create-place-invitations.js';
import { HoldPlaces1797202310000 } from './1797202310000-hold-places.js';
import { CreateBatches1797202400000 } from './1797202400000-create-batches.js';
import { DemandPools1797202500000 } from './1797202500000-demand-pools.js';
import { KeepInvitations1797202600000 } from './1797202600000-keep-invitations.js';
import type { MigrationClass } from './dsl.js';

export { Migration, Schema, type ForeignKeySpec, type MigrationClass, type TableSpec } from './dsl.js';

export const migrations: readonly MigrationClass[] = [
  CreateAuditJobsFiles1795460122203,
  CreateIdentity1796000000000,
  CreateUnits1796000001000,
  CreatePlans1796000003000,
  CreateMeasures1796300000000,
  CreateVolunteers1796300001000,
  CreateActivities1796300002000,
  CreateRecords1796300003000,
  SeedMatchingWeights1796300004500,
  MeasurePresentPlans1796300009000,
  IndexUnitNames1796400000000,
  CreateSignIn1796500000000,
  CreatePrivacy1796500001000,
  CreateAdmission1796500002000,
  CreateRealNames1796600000000,
  CreateGuardians1796600001000,
  CreateRosters1796600002000,
  CreateComplaints1796600003000,
  CreateVolunteerMerges1796600004000,
  CreateClasses1796600005000,
  CreateColumnMeanings1796700000000,
  FamilyCompanions1796800000000,
  GuardianAges1796800100000,
  CreatePlanRevisions1796900000000,
  CreateJointGroups1797000000000,
  CreateReports1797100000000,
  CreateDrafting1797200000000,
  CreateFollowUps1797200100000,
  CreateLights1797200200000,
  CreatePrompts1797200300000,
  CreatePacks1797200400000,
  CreateCollections1797200500000,
  CreateBulletins1797200600000,
  CreateProgrammeMappings1797200700000,
  CreateLevels1797200800000,
  CreateAssessments1797200900000,
  CreateSavedFilters1797201000000,
  CreateMeasureSeparations1797201100000,
  CreateNominations1797201300000,
  CreateCredentials1797201400000,
  CreateTalks1797201500000,
  CreateOrders1797201600000,
  WidenProfiles1797201700000,
  CreateTeams1797201800000,
  IndexPeople1797201900000,
  SumServedMinutes1797202000000,
  CreateServiceCertificates1797202100000,
  CreateOrderNews1797202200000,
  CreatePlaceInvitations1797202300000,
  HoldPlaces1797202310000,
  CreateBatches1797202400000,
  DemandPools1797202500000,
  KeepInvitations1797202600000,
];
