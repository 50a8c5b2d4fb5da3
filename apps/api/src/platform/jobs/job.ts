/** Ids and small figures only: whom a message goes to and what it says is looked up when the job runs, so no personal data lies in a queue. */
export type JobPayload = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
export type JobResult = JobPayload;
export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

/** Why a job failed, in codes: an error's message may hold what a person typed. */
export interface JobProblem {
  readonly code: string;
  readonly detail: string | null;
}

/** What others see of a job. */
export interface JobView {
  readonly id: string;
  readonly kind: string;
  readonly payload: JobPayload;
  readonly state: JobState;
  /** From 0 to 1. */
  readonly progress: number;
  readonly attempts: number;
  readonly cancelRequested: boolean;
  readonly result: JobResult | null;
  readonly problem: JobProblem | null;
  readonly createdAt: Date;
  readonly runAfter: Date;
  readonly finishedAt: Date | null;
}

export const JOB_LENGTHS = { kind: 60, key: 190, payloadText: 200, payloadIds: 1_000 } as const;

/** Throws a TypeError: a payload that is no list of ids is a mistake of ours, found at the first call. */
export function checkPayload(kind: string, payload: JobPayload): void {
  for (const [name, value] of Object.entries(payload)) {
    const values = Array.isArray(value) ? (value as readonly string[]) : [value];
    const tooLong = values.some((entry) => typeof entry === 'string' && entry.length > JOB_LENGTHS.payloadText);
    if (tooLong || values.length > JOB_LENGTHS.payloadIds) {
      throw new TypeError(`payload of job ${kind}: "${name}" is too long for ids; store it and pass its id`);
    }
  }
}
