export type SandboxFailure = 'timeout' | 'memory' | 'crashed' | 'output' | 'aborted';

/** Why a child gave no answer. */
export class SandboxError extends Error {
  override readonly name = 'SandboxError';

  constructor(
    readonly code: SandboxFailure,
    message: string,
  ) {
    super(message);
  }
}
