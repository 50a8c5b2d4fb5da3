import { Injectable } from '@nestjs/common';

type Listener = (jobId: string | null) => void;

/** Tells the worker of the same process at once what others would find at their next look: new work (null), or a job to be cancelled (its id). */
@Injectable()
export class JobSignals {
  private readonly listeners = new Set<Listener>();

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  newWork(): void {
    for (const listener of this.listeners) listener(null);
  }

  cancelled(jobId: string): void {
    for (const listener of this.listeners) listener(jobId);
  }
}
