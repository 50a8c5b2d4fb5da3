/**
 * Lengths that entities and migrations share, in characters. A released one never changes, because released migrations use it: a longer one gets a new name,
 * and a migration that widens the columns.
 */
export const LENGTHS = {
  id: 36,
  code: 40,
  digest: 88,
  day: 10,
  searchKey: 400,
  /** `v1.kid.iv.ciphertext.tag` in base64url around UTF-8, where a character takes up to 4 bytes. */
  encrypted: (plainLength: number): number => 100 + Math.ceil((plainLength * 4 * 4) / 3),
} as const;
