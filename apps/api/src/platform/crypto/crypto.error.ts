export type CryptoErrorCode =
  | 'keyring_missing'
  | 'keyring_invalid'
  | 'keyring_permissions'
  | 'unknown_key'
  | 'wrong_key'
  | 'malformed'
  | 'tampered';

/** A refusal of the crypto room. Messages name key ids and places, never keys or plain values. */
export class CryptoError extends Error {
  override readonly name = 'CryptoError';

  constructor(
    readonly code: CryptoErrorCode,
    message: string,
    readonly kid: string | null = null,
  ) {
    super(message);
  }
}
