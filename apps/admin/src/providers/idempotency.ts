import { ApiProblem } from '@kepu/api-client/slim';

/** A random UUID, also where the page is served without TLS inside an office network and `randomUUID` is missing. */
export const randomId = (): string => {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte, index) => (index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte).toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};

const open = new Map<string, string>();
// No answer, or one that says nothing about what happened: the same write may have arrived.
const undecided = (error: unknown): boolean => error instanceof ApiProblem && (error.status === 0 || error.status >= 500 || error.problem.code === 'idempotency.in_progress');

/**
 * Runs a write under a key that stays the same while its outcome is unknown, so that a second press of the button after a
 * broken connection does not write twice.
 */
export const once = async <T>(what: string, write: (idempotencyKey: string) => Promise<T>): Promise<T> => {
  const key = open.get(what) ?? randomId();
  open.set(what, key);
  try {
    const answer = await write(key);
    open.delete(what);
    return answer;
  } catch (error) {
    if (!undecided(error)) open.delete(what);
    throw error;
  }
};
