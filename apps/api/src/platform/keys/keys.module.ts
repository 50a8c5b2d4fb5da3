import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { everyMinutes, JobWorker } from '../jobs/index.js';
import { KeyFollower } from './key-follower.js';
import { KeyResealer, RESEAL } from './key-resealer.js';
import { KeyStatesReader } from './key-states.js';
import { SealedColumnsRepository } from './sealed-columns.repository.js';

/** Keys that change while requests run. Every process follows the file; one of them seals anew. Needs the modules of crypto, jobs and audit. */
@Global()
@Module({ providers: [KeyFollower, KeyResealer, KeyStatesReader, SealedColumnsRepository], exports: [KeyStatesReader] })
export class KeysModule implements OnModuleInit {
  constructor(private readonly worker: JobWorker, private readonly resealer: KeyResealer) {}

  onModuleInit(): void {
    this.worker.register({ kind: RESEAL, run: (run) => this.resealer.run(run) });
    // What was sealed by a process that could not follow for a while is met by a later turn.
    this.worker.every(RESEAL, everyMinutes(60));
  }
}
