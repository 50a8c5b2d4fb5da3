/**
 * Where repositories take their manager from.
 *
 * `writer` is the manager of the open unit of work and exists only inside one. `reader` is the same manager inside a unit, so that a unit sees what it has
 * written; outside it is the read-only connection (SQLite) or the pool (MariaDB, MySQL), which see what is committed.
 */
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DatabaseKind, OpenDatabase } from './data-source.js';
import { backupSqlite, foldSqliteLog } from './sqlite-adapter.js';
import type { Statements } from './statements.js';
import { NoUnit, type UnitOfWork } from './unit-of-work.js';

@Injectable()
export class Database {
  private readonly committed: EntityManager;

  constructor(
    private readonly opened: OpenDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {
    // SQLite's reader has one runner for all, and statements through its own manager need not ask for it.
    this.committed = opened.reader?.createQueryRunner().manager ?? opened.writer.manager;
  }

  get kind(): DatabaseKind {
    return this.opened.kind;
  }

  /** @throws NoUnit outside `UnitOfWork.run` */
  get writer(): EntityManager {
    const manager = this.unitOfWork.manager;
    if (!manager) throw new NoUnit();
    return manager;
  }

  get reader(): EntityManager {
    return this.unitOfWork.manager ?? this.committed;
  }

  /** Counts statements in tests, times them for metrics. */
  get statements(): Statements {
    return this.opened.statements;
  }

  /** For `/health/ready`: fails when the database does not answer. */
  async ping(): Promise<void> {
    await (this.opened.reader ?? this.opened.writer).query('SELECT 1');
  }

  /** SQLite: folds the write-ahead log back into the file and empties it, so that nothing deleted stays readable in it; false while it is in use. Others have nothing to fold. */
  foldLog(): boolean { return this.opened.config.kind !== 'sqlite' || foldSqliteLog(this.opened.config.file); }

  /** SQLite only: an online copy of the whole file. MariaDB and MySQL have their own tools. */
  async backupTo(file: string): Promise<void> {
    if (this.opened.config.kind !== 'sqlite') throw new Error('A MariaDB or MySQL database is backed up by its own tools');
    await backupSqlite(this.opened.config.file, file);
  }
}
