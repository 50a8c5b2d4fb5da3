import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/index.js';
import { JobWorker } from '../../platform/jobs/index.js';

/** The kind of the job. */
export const WIPE = 'privacy.wipe';

/** What was deleted still stands in SQLite's write-ahead log until that is folded back. MariaDB purges its own logs. */
@Injectable()
export class Wiping implements OnModuleInit {
  constructor(private readonly worker: JobWorker, private readonly database: Database) {}

  onModuleInit(): void {
    this.worker.register({
      kind: WIPE, maxAttempts: 20,
      run: () => {
        // Somebody reads or writes at this moment: the job comes again.
        if (!this.database.foldLog()) throw new Error('busy');
        return Promise.resolve();
      },
    });
  }
}
