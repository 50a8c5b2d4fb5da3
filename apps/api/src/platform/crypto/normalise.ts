const BLANKS_AND_MARKS = /[\s\u200b-\u200f\u202a-\u202e\u2060\ufeff().\-‐-―·]/gu;
const MAINLAND_MOBILE = /^(?:\+?86)?(1[3-9]\d{9})$/;
const MAINLAND_LANDLINE = /^(?:\+860?|0)(10\d{8}|[2-9]\d{8,10})$/;
const OTHER_COUNTRY = /^\+(?!86)[1-9]\d{6,14}$/;

/**
 * One spelling per telephone: E.164, mainland numbers with +86. NFKC turns full-width digits and ＋ into plain ones.
 * Null where it is no telephone number.
 */
export function normalisePhone(input: string): string | null {
  const plain = input.normalize('NFKC').replace(BLANKS_AND_MARKS, '').replace(/^00(?=[1-9])/, '+');
  const mainland = MAINLAND_MOBILE.exec(plain) ?? MAINLAND_LANDLINE.exec(plain);
  if (mainland?.[1] !== undefined) return `+86${mainland[1]}`;
  return OTHER_COUNTRY.test(plain) ? plain : null;
}

/** Lower case, NFKC, no blanks around; null where it is no address. The part before @ is lowered too: in practice nobody tells them apart. */
export function normaliseEmail(input: string): string | null {
  const plain = input.normalize('NFKC').trim().toLowerCase();
  if (plain.length > 254) return null;
  return /^[^\s@<>(),;:"[\]\\]{1,64}@[^\s@<>(),;:"[\]\\]+\.[^\s@.<>(),;:"[\]\\]{2,}$/u.test(plain) && !plain.includes('..') ? plain : null;
}

/** A sign-in name may be an e-mail address, a telephone or a plain account name. */
export type Identifier = { kind: 'email' | 'phone' | 'name'; value: string };

export function normaliseIdentifier(input: string): Identifier | null {
  const email = normaliseEmail(input);
  if (email !== null) return { kind: 'email', value: email };
  const phone = normalisePhone(input);
  if (phone !== null) return { kind: 'phone', value: phone };
  const name = input.normalize('NFKC').trim().toLowerCase();
  return /^[\p{L}\p{N}][\p{L}\p{N}._@-]{0,63}$/u.test(name) ? { kind: 'name', value: name } : null;
}
