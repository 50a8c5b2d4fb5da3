import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import type { Progress } from '@kepu/matching';
import type { BatchBefore, BatchGiven, BatchPerson, BatchRepeated, BatchResult, FromThread, ToThread } from './batch-solving.js';

/** What a thread may take of the heap, in MB; its columns stand beside it. */
const HEAP_MB = 1_024;

/** A thread that reckons one batch. Ends with `close`, also in the middle. */
export class BatchThread {
  private readonly worker: Worker;
  /** In the bundle, which is one file, the thread's own file stands beside it, as it does here. */
  private static readonly file = new URL('./batch-thread.js', import.meta.url);

  constructor(given: BatchGiven | null) {
    this.worker = new Worker(BatchThread.file, { workerData: given, resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
  }

  /** Hands over some people, and waits until they are taken. */
  async take(people: readonly BatchPerson[]): Promise<void> { await this.ask({ kind: 'people', people }, () => undefined); }

  async solve(seed: number, before: BatchBefore | null, onProgress: (progress: Progress) => void): Promise<BatchResult> {
    const answer = await this.ask({ kind: 'solve', seed, before }, onProgress);
    if (answer.kind !== 'solved') throw new TypeError(`the thread answered ${answer.kind}`);
    return answer.result;
  }

  async repeat(input: Uint8Array): Promise<BatchRepeated> {
    const answer = await this.ask({ kind: 'repeat', input }, () => undefined);
    if (answer.kind !== 'repeated') throw new TypeError(`the thread answered ${answer.kind}`);
    return answer.result;
  }

  async close(): Promise<void> { await this.worker.terminate(); }

  /** Rejects with what the thread threw, and where it ended before it answered. One question at a time. */
  private ask(message: ToThread, onProgress: (progress: Progress) => void): Promise<Exclude<FromThread, { kind: 'progress' }>> {
    const { worker } = this;
    return new Promise((resolve, reject) => {
      const quiet = (): void => { worker.off('message', hear).off('error', fail).off('exit', gone); };
      const hear = (answer: FromThread): void => {
        if (answer.kind === 'progress') { onProgress(answer.progress); return; }
        quiet();
        resolve(answer);
      };
      const fail = (error: Error): void => { quiet(); reject(error); };
      const gone = (): void => fail(new Error('the thread of a batch ended before it answered'));
      worker.on('message', hear).on('error', fail).on('exit', gone);
      worker.postMessage(message);
    });
  }
}

/** Starts threads; bound by itself, so that tests may reckon in their own. */
@Injectable()
export class BatchThreads {
  open(given: BatchGiven | null): BatchThread { return new BatchThread(given); }
}
