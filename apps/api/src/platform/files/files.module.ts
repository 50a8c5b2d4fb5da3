import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { APP_CONFIG, type AppConfig } from '../config/config.js';
import { everyMinutes, JobWorker } from '../jobs/index.js';
import { BlobStore } from './blob-store.js';
import { Files } from './files.js';
import { FileSweeper } from './file-sweeper.js';
import { StoredFilesRepository } from './stored-files.repository.js';

/** Needs the module of jobs, which runs the sweeper every hour. */
@Global()
@Module({
  providers: [
    { provide: BlobStore, useFactory: (config: AppConfig) => new BlobStore(config.dataDir), inject: [APP_CONFIG] },
    StoredFilesRepository,
    Files,
    FileSweeper,
  ],
  exports: [Files, FileSweeper],
})
export class FilesModule implements OnModuleInit {
  constructor(
    private readonly worker: JobWorker,
    private readonly sweeper: FileSweeper,
  ) {}

  onModuleInit(): void {
    this.worker.register({ kind: 'files.sweep', run: (run) => this.sweeper.sweep(run.signal) });
    this.worker.every('files.sweep', everyMinutes(60));
  }
}
