import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a failpoint does when the code reaches it: the process dies as by a power cut, or the call throws, once; or, until it is off, everybody waits there for a moment, or for as long as that takes, or a guard of this name is passed over. */
export type FailpointAction = 'kill' | 'throw' | 'wait' | 'hold' | 'skip';

/** Long enough for hundreds of requests to come to the same place. */
const WAIT_MS = 1_000;
/** A test that has died holds nobody for longer. */
const HOLD_MS = 60_000;
const LOOK_MS = 50;

/**
 * Places in the code where a test makes the process die. Nothing is armed unless TEST_CONTROL=1 opened the routes that arm them,
 * and production refuses that setting.
 */
@Injectable()
export class Failpoints {
  private readonly armed = new Map<string, FailpointAction>();

  arm(name: string, action: FailpointAction | 'off'): void {
    if (action === 'off') this.armed.delete(name);
    else this.armed.set(name, action);
  }

  /** Acts once where a test has armed this name. */
  reach(name: string): void {
    const action = this.armed.get(name);
    if (action !== 'kill' && action !== 'throw') return;
    this.armed.delete(name);
    if (action === 'kill') process.kill(process.pid, 'SIGKILL');
    throw new Error(`failpoint ${name}`);
  }

  /** Between a look and what follows from it: a race needs that many have looked before the first one acts. */
  async pause(name: string): Promise<void> {
    if (this.armed.get(name) === 'wait') await sleep(WAIT_MS);
    for (let waited = 0; waited < HOLD_MS && this.armed.get(name) === 'hold'; waited += LOOK_MS) await sleep(LOOK_MS);
  }

  /** Whether a test has switched the guard of this name off, to show the race that it prevents. */
  skips(name: string): boolean { return this.armed.get(name) === 'skip'; }
}
