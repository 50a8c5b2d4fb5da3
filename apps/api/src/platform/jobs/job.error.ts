/** Thrown by a handler when trying again cannot help. `code` and `detail` are kept with the job, so they hold no personal data. */
export class PermanentJobError extends Error {
  override readonly name = 'PermanentJobError';

  constructor(
    readonly code: string,
    readonly detail: string | null = null,
  ) {
    super(code);
  }
}

/** This process no longer holds the job: another took it over, or it was cancelled. What the unit wrote must not be kept. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';

  constructor() {
    super('the job is no longer ours');
  }
}
