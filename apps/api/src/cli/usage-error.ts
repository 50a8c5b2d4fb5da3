/** A command was given wrong words; the message says which ones it takes. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
