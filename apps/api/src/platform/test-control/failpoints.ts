import { Injectable } from '@nestjs/common';

/** What a failpoint does when the code reaches it: the process dies as by a power cut, or the call throws. */
export type FailpointAction = 'kill' | 'throw';

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
    if (!action) return;
    this.armed.delete(name);
    if (action === 'kill') process.kill(process.pid, 'SIGKILL');
    throw new Error(`failpoint ${name}`);
  }
}
