import { Injectable } from '@nestjs/common';
import { keptSince, retentionRules, type RetentionKey } from '@kepu/domain';
import { Clock } from '../clock/index.js';
import { newId, UnitOfWork } from '../database/index.js';
import type { JobResult } from '../jobs/index.js';
import { RetentionRunsRepository } from './retention-runs.repository.js';

/** Removes what was over before the moment, in units of its own. Answers how many. */
export type Remover = (before: Date) => Promise<number>;

/** How many rows one unit removes: few enough that nobody waits. */
const PORTION = 500;

/** Lets go of what has been kept for its time: the rules stand in `@kepu/domain`, and each module removes its own rows. */
@Injectable()
export class Retention {
  private readonly removers = new Map<RetentionKey, Remover>();

  constructor(private readonly runs: RetentionRunsRepository, private readonly work: UnitOfWork, private readonly clock: Clock) {}

  /** For the module whose rows a rule is about. */
  register(key: RetentionKey, remover: Remover): void {
    if (this.removers.has(key)) throw new TypeError(`rule ${key} has its remover already`);
    this.removers.set(key, remover);
  }

  /** `remove` takes a limit and answers how many it removed; called in units of its own until it finds no more. */
  async inPortions(remove: (limit: number) => Promise<number>): Promise<number> {
    for (let removed = 0; ;) {
      const portion = await this.work.run(() => remove(PORTION));
      removed += portion;
      if (portion < PORTION) return removed;
    }
  }

  /** Applies every rule once. One that fails does not keep the others from being applied; the job comes again for it. */
  async run(signal: AbortSignal): Promise<JobResult> {
    const failed: string[] = [];
    const result: Record<string, number> = {};
    for (const { key, keep } of retentionRules) {
      signal.throwIfAborted();
      const before = keptSince(keep, this.clock.now());
      const remover = this.removers.get(key);
      if (before === null) continue;
      if (!remover) throw new TypeError(`rule ${key} has no remover`);
      try {
        const removed = await remover(before);
        result[key] = removed;
        await this.work.run(() => this.runs.insert({ id: newId(), rule: key, ranAt: this.clock.now(), removed }));
      } catch {
        failed.push(key);
      }
    }
    if (failed.length > 0) throw new Error(`not applied: ${failed.join(', ')}`);
    return result;
  }
}
