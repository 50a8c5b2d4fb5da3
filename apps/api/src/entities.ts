import { AccountEntity, GrantEntity, GuardRowEntity, SessionEntity } from './modules/identity/index.js';
import { NoticeEntity } from './modules/notices/index.js';
import { AssignmentEntity, ItemEntity, PlanEntity, PlanImportEntity, PlanProgrammeEntity, PlanUnitEntity } from './modules/plans/index.js';
import { unitsEntities } from './modules/units/index.js';
import { AuditEntryEntity, AuditSealEntity, PersonKeyEntity } from './platform/audit/index.js';
import { RateLimitEntity } from './platform/auth/rate-limit.entity.js';
import { CryptoKeyEntity } from './platform/crypto/index.js';
import type { EntityClass } from './platform/database/index.js';
import { StoredFileEntity } from './platform/files/index.js';
import { IdempotencyKeyEntity } from './platform/http/idempotency.entity.js';
import { JobEntity, LeaseEntity } from './platform/jobs/index.js';

/** Every table of the product. The drift gate holds this against the migrations. */
export const entities: readonly EntityClass[] = [
  AuditEntryEntity, AuditSealEntity, PersonKeyEntity, RateLimitEntity, CryptoKeyEntity, StoredFileEntity, IdempotencyKeyEntity, JobEntity, LeaseEntity,
  AccountEntity, GrantEntity, GuardRowEntity, SessionEntity, ...unitsEntities, NoticeEntity,
  AssignmentEntity, ItemEntity, PlanEntity, PlanImportEntity, PlanProgrammeEntity, PlanUnitEntity,
];
