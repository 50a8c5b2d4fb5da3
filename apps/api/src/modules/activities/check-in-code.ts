/**
 * The code that rotates on the leader's phone: an HMAC of the shift's secret over the shift and a step of half a minute. Whoever holds the secret makes and
 * checks it without a network; a photograph sent home is worth nothing a minute later.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** How long one code is shown. */
export const STEP_SECONDS = 30;
/** How many steps before the present one are still accepted: people need a moment to type. */
const GRACE_STEPS = 1;
const STEP_MS = STEP_SECONDS * 1_000;
const CODE_LENGTH = 22;
const DIGITS = 6;

/** A code for cameras, and the digits of the same step for reading out. */
export interface CheckInCode { readonly code: string; readonly digits: string }

/** Which step a moment belongs to. */
export const stepOf = (now: Date): number => Math.floor(now.getTime() / STEP_MS);
/** The end of a step, when the next code is shown. */
export const stepEnd = (step: number): Date => new Date((step + 1) * STEP_MS);

/** The code of a step. The shift stands in it, so that a secret that two shifts came to share would still not open both. */
export const codeOf = (secret: string, shiftId: string, step: number): CheckInCode => {
  const mac = createHmac('sha256', secret).update(`check-in ${shiftId} ${step}`).digest();
  // RFC 4226, 5.3: four bytes from a place that the last half byte names.
  const number = mac.readUInt32BE((mac[mac.length - 1] ?? 0) & 0x0f) & 0x7fffffff;
  return { code: mac.toString('base64url').slice(0, CODE_LENGTH), digits: String(number % 10 ** DIGITS).padStart(DIGITS, '0') };
};

const same = (given: string, expected: string): boolean => {
  const [a, b] = [Buffer.from(given, 'utf8'), Buffer.from(expected, 'utf8')];
  return a.length === b.length && timingSafeEqual(a, b);
};

/** Whether a code, or its digits with or without blanks, is good at a moment. Every step is compared, whichever fits. */
export const isCodeGood = (secret: string, shiftId: string, given: string, now: Date): boolean => {
  const plain = given.replaceAll(/[\s-]/g, '');
  let good = false;
  for (let back = 0; back <= GRACE_STEPS; back += 1) {
    const { code, digits } = codeOf(secret, shiftId, stepOf(now) - back);
    const fits = [same(given.trim(), code), same(plain, digits)].includes(true);
    good = good || fits;
  }
  return good;
};
