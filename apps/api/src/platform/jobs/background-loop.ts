import { Logger } from '@nestjs/common';

/** Repeats a short piece of work with a pause in between, until stopped. What it throws is logged by name, and the next round comes. */
export class BackgroundLoop {
  private readonly logger: Logger;
  private timer: NodeJS.Timeout | undefined;
  private current: Promise<void> = Promise.resolve();
  private running = false;

  constructor(
    private readonly name: string,
    private readonly pauseMs: number,
    private readonly work: () => Promise<unknown>,
  ) {
    this.logger = new Logger(name);
  }

  start(): void {
    if (this.running) return;
    this.running = true;
    this.schedule();
  }

  /** Resolves when the round that is under way has ended. */
  async stop(): Promise<void> {
    this.running = false;
    clearTimeout(this.timer);
    await this.current;
  }

  private schedule(): void {
    if (!this.running) return;
    this.timer = setTimeout(() => {
      this.current = this.round();
    }, this.pauseMs);
  }

  private async round(): Promise<void> {
    try {
      await this.work();
    } catch (error) {
      this.logger.error(`${this.name} failed: ${error instanceof Error ? error.name : typeof error}`);
    }
    this.schedule();
  }
}
