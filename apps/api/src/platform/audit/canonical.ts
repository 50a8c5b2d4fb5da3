type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Never written to the log, whatever it is called on the way here: not even as ciphertext. */
const SECRET = /password|passphrase|secret|token|cookie|private_?key|one_?time_?code|session_?id/i;
const WITHHELD = '[withheld]';

function sorted(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value as { readonly [key: string]: Json });
  entries.sort(([one], [two]) => (one < two ? -1 : 1));
  return Object.fromEntries(entries.map(([key, entry]) => [key, SECRET.test(key) && entry !== null ? WITHHELD : sorted(entry)]));
}

/**
 * One spelling per value: keys sorted by code unit, no blanks, dates as ISO strings, what is undefined left out (the simple part of RFC 8785).
 * Secrets are withheld by the name of their key. Throws a TypeError for what is no JSON.
 */
export function canonicalJson(value: unknown): string {
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined) throw new TypeError('nothing to write as JSON');
  return JSON.stringify(sorted(JSON.parse(text) as Json));
}
