import { randomInt } from 'node:crypto';
import type { RateLimits } from '../../../platform/auth/rate-limits.js';
import { networkOf } from '../../../platform/http/client-address.js';

/** Checks per network: whoever stands at a door may check a whole team. */
const perNetwork = { tries: 120, minutes: 10 };
const loopback: ReadonlySet<string> = new Set(['127.0.0.1', '::1']);
/** Without signs that look like others when they are read aloud or typed. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const CODE_LENGTH = 10;

/** What stands beside the number of a document that anybody can check: numbers can be guessed. */
export const checkCode = (): string => Array.from({ length: CODE_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('');

/**
 * Counts a check. The portal asks from this machine for all its readers at once, so that one of them could lock the others out; what keeps codes from being tried is their length.
 * Errors: `rate.limited`.
 */
export const spendCheck = async (limits: RateLimits, document: string, ip: string | null): Promise<void> => {
  if (ip !== null && !loopback.has(ip)) await limits.spend(document, networkOf(ip), perNetwork);
};
