export { Database } from './database.js';
export { UnitOfWork, NoUnit } from './unit-of-work.js';
export { UnitOverran } from './unit-context.js';
export type { UnitOfWorkLimits } from './unit-limits.js';
export { UnitEnded } from './unit.js';
export {
  databaseConfigOf,
  openDatabase,
  ClockZoneRefused,
  type DatabaseConfig,
  type DatabaseKind,
  type EntityClass,
  type OpenDatabase,
} from './data-source.js';
export {
  CommitUncertain,
  DatabaseBusy,
  DatabaseError,
  DatabaseUnavailable,
  ForeignKeyViolation,
  translateDbError,
  troubleOf,
  UniqueViolation,
  ValueRefused,
} from './db-errors.js';
export { newId } from './ids.js';
export { fromDbTime, toDbTime } from './times.js';
export { indexName, uniqueName, foreignKeyName, snakeCase } from './naming.js';
export type { Statements } from './statements.js';
export { migrate, pendingMigrations, MigrationLocked, type MigrateOptions } from './migrate.js';
export { schemaDrift } from './drift.js';
export { pageOf, countOf, applySort, UnknownSort, MAX_PER_PAGE, type Page, type PageInput, type PageOptions } from './page.js';
export { allOf, anyOf, escapeLike, everything, memberOf, nothing, restrict, searching, startsWith, type Predicate } from './predicates.js';
export { changeRows, insertRows, positional, readRows, runSql, type SqlParams } from './sql.js';
export { takeTurn } from './turns.js';
export { ScopedRepository } from './scoped-repository.js';
export { openOwnedDatabase } from './owned-database.js';
export { lockFile, FileLocked, type FileLock, type LockOwner } from './file-lock.js';
export { DatabaseModule, OPEN_DATABASE, type DatabaseModuleOptions } from './database.module.js';
