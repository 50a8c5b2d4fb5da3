import { ActivityConsentEntity, ActivityEntity, ActivityItemEntity, ActivityTermEntity, AttendanceEntity, PositionEntity, ShiftEntity, SignupEntity } from './modules/activities/index.js';
import { classEntities } from './modules/classes/index.js';
import { ComplaintEntity } from './modules/complaints/index.js';
import { FileLinkEntity } from './modules/files/index.js';
import { guardianEntities } from './modules/guardians/index.js';
import { AccountEntity, ConsentEntity, ConsentTextEntity, GrantEntity, GuardRowEntity, InvitationEntity, SealedNameEntity, SessionEntity, signInEntities } from './modules/identity/index.js';
import { MatchingWeightsEntity } from './modules/matching/index.js';
import { NoticeEntity } from './modules/notices/index.js';
import {
  AssignmentEntity, ColumnMeaningEntity, EvidenceEntity, ItemEntity, ItemRevisionEntity, JointGroupEntity, JointPartEntity, MeasureEntity, PlanEntity, PlanImportEntity, PlanProgrammeEntity, PlanRevisionEntity, PlanUnitEntity, ReportCorrectionEntity, ReportEntryEntity, ReportPeriodEntity, UnitReportEntity, WorkEntryEntity, WorkEntryItemEntity,
} from './modules/plans/index.js';
import { AccountClosureEntity, DataAccessEntity, MinorRecordRequestEntity } from './modules/privacy/index.js';
import { ServiceRecordEntity } from './modules/records/index.js';
import { PoolEntity, PoolTermEntity } from './modules/talents/index.js';
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

/** Every table of the product. The drift gate holds this against the migrations. */
export const entities: readonly EntityClass[] = [
  AuditEntryEntity, AuditSealEntity, PersonKeyEntity, RateLimitEntity, CryptoKeyEntity, StoredFileEntity, IdempotencyKeyEntity, JobEntity, LeaseEntity, RetentionRunEntity,
  AccountEntity, GrantEntity, GuardRowEntity, InvitationEntity, SealedNameEntity, SessionEntity, ...signInEntities, ...unitsEntities, NoticeEntity, ComplaintEntity,
  AssignmentEntity, ColumnMeaningEntity, ItemEntity, PlanEntity, PlanImportEntity, PlanProgrammeEntity, PlanUnitEntity, PlanRevisionEntity, ItemRevisionEntity, JointGroupEntity, JointPartEntity, ReportPeriodEntity, UnitReportEntity, ReportEntryEntity, ReportCorrectionEntity,
  FileLinkEntity, PoolEntity, PoolTermEntity, MeasureEntity, EvidenceEntity, WorkEntryEntity, WorkEntryItemEntity, VolunteerEntity, VolunteerTopicEntity, RosterImportEntity, RosterRowEntity, RosterEntryEntity,
  RealNameEntity, RealNameClashEntity, StandingActEntity, VolunteerMergeEntity,
  ActivityEntity, ActivityTermEntity, ActivityItemEntity, ShiftEntity, PositionEntity, SignupEntity, AttendanceEntity, ServiceRecordEntity, MatchingWeightsEntity,
  ...guardianEntities, ActivityConsentEntity, MinorRecordRequestEntity,
  DataAccessEntity, AccountClosureEntity, ConsentTextEntity, ConsentEntity, ...classEntities,
];
