import { ActivityConsentEntity, ActivityEntity, ActivityItemEntity, ActivityTermEntity, AttendanceEntity, PositionEntity, ShiftEntity, SignupEntity, TeamPlaceEntity, TeamSignupEntity } from './modules/activities/index.js';
import { classEntities } from './modules/classes/index.js';
import { ComplaintEntity } from './modules/complaints/index.js';
import { FileLinkEntity } from './modules/files/index.js';
import { guardianEntities } from './modules/guardians/index.js';
import { AccountEntity, ConsentEntity, ConsentTextEntity, GrantEntity, GuardRowEntity, InvitationEntity, SavedFilterEntity, SealedNameEntity, SessionEntity, signInEntities } from './modules/identity/index.js';
import { batchEntities, MatchingWeightsEntity, placeInvitationEntities } from './modules/matching/index.js';
import { NoticeEntity } from './modules/notices/index.js';
import {
  AdjustmentEntity, AssignmentEntity, CloseOutEntity, ColumnMeaningEntity, draftingEntities, EvidenceEntity, ItemEntity, ItemRevisionEntity, JointGroupEntity, JointPartEntity, MeasureEntity, MeasureSeparationEntity, PlanEntity, PlanImportEntity, PlanProgrammeEntity, PlanRevisionEntity, PlanUnitEntity, ReportCorrectionEntity, ReportEntryEntity, ReportPeriodEntity, UnitReportEntity, WorkEntryEntity, WorkEntryItemEntity, lightEntities, promptEntities, collectionEntities, packEntities, levelEntities, assessmentEntities,
} from './modules/plans/index.js';
import { AccountClosureEntity, DataAccessEntity, MinorRecordRequestEntity } from './modules/privacy/index.js';
import { ServiceCertificateEntity, ServiceRecordEntity } from './modules/records/index.js';
import { CredentialEntity, CredentialKindEntity, NominationEntity, PoolEntity, PoolLetterEntity, PoolTermEntity, TalkEntity, TalkTermEntity } from './modules/talents/index.js';
import { teamEntities } from './modules/teams/index.js';
import { thingEntities } from './modules/things/index.js';
import { unitsEntities } from './modules/units/index.js';
import { RosterEntryEntity, RosterImportEntity, RosterRowEntity, RealNameClashEntity, RealNameEntity, StandingActEntity, VolunteerEntity, VolunteerMergeEntity, VolunteerTopicEntity } from './modules/volunteers/index.js';
import { AuditEntryEntity, AuditSealEntity, PersonKeyEntity } from './platform/audit/index.js';
import { RateLimitEntity } from './platform/auth/rate-limit.entity.js';
import { CryptoKeyEntity } from './platform/crypto/index.js';
import type { EntityClass } from './platform/database/index.js';
import { StoredFileEntity } from './platform/files/index.js';
import { IdempotencyKeyEntity } from './platform/http/idempotency.entity.js';
import { JobEntity, LeaseEntity } from './platform/jobs/index.js';
import { RetentionRunEntity } from './platform/retention/index.js';
import { orderEntities } from './modules/orders/index.js';
import { bulletinEntities } from './modules/reports/index.js';

/** Every table of the product. The drift gate holds this against the migrations. */
export const entities: readonly EntityClass[] = [
  AuditEntryEntity, AuditSealEntity, PersonKeyEntity, RateLimitEntity, CryptoKeyEntity, StoredFileEntity, IdempotencyKeyEntity, JobEntity, LeaseEntity, RetentionRunEntity, AccountEntity, GrantEntity, GuardRowEntity, InvitationEntity, SavedFilterEntity,
  SealedNameEntity, SessionEntity, ...signInEntities, ...unitsEntities, NoticeEntity, ComplaintEntity, AssignmentEntity, ColumnMeaningEntity, ItemEntity, PlanEntity, PlanImportEntity, PlanProgrammeEntity, PlanUnitEntity, PlanRevisionEntity,
  ItemRevisionEntity, JointGroupEntity, JointPartEntity, MeasureSeparationEntity, ReportPeriodEntity, UnitReportEntity, ReportEntryEntity, ReportCorrectionEntity, ...lightEntities, ...promptEntities, ...collectionEntities, ...levelEntities, ...assessmentEntities,
  ...draftingEntities, ...packEntities, AdjustmentEntity, CloseOutEntity, FileLinkEntity, PoolEntity, PoolTermEntity, CredentialKindEntity, CredentialEntity, PoolLetterEntity, NominationEntity, TalkEntity, TalkTermEntity, MeasureEntity, EvidenceEntity, WorkEntryEntity, WorkEntryItemEntity, VolunteerEntity, VolunteerTopicEntity, RosterImportEntity,
  RosterRowEntity, RosterEntryEntity, RealNameEntity, RealNameClashEntity, StandingActEntity, VolunteerMergeEntity, ActivityEntity, ActivityTermEntity, ActivityItemEntity, ShiftEntity, PositionEntity, SignupEntity, AttendanceEntity, ServiceRecordEntity, ServiceCertificateEntity,
  MatchingWeightsEntity, ...batchEntities, ...placeInvitationEntities, ...guardianEntities, ActivityConsentEntity, MinorRecordRequestEntity, DataAccessEntity, AccountClosureEntity, ConsentTextEntity, ConsentEntity, ...classEntities, ...bulletinEntities, ...orderEntities, ...teamEntities, TeamSignupEntity, TeamPlaceEntity, ...thingEntities,
];
