export { Database } from './database.js';
export { UnitOfWork, UnitOverran, NoUnit, type UnitOfWorkLimits } from './unit-of-work.js';
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
  UniqueViolation,
  ValueRefused,
} from './db-errors.js';
export { newId } from './ids.js';
export { fromDbTime, toDbTime } from './times.js';
export { indexName, uniqueName, foreignKeyName, snakeCase } from './naming.js';
export type { Statements } from './statements.js';
export { migrate, pendingMigrations, MigrationLocked, type MigrateOptions } from './migrate.js';
export { schemaDrift } from './drift.js';
