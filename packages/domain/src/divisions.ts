/**
 * Administrative division codes (GB/T 2260, GB/T 10114): province, city and county have six digits and are told apart by trailing
 * pairs of zeros, a township has nine, a village or community twelve. Each code begins with the significant digits of its parent.
 */
export type DivisionLevel = 'province' | 'city' | 'county' | 'township' | 'village';

const PREFIX_LENGTH: Readonly<Record<DivisionLevel, number>> = { province: 2, city: 4, county: 6, township: 9, village: 12 };
const CODE = /^[1-9]\d{5}(?:\d{3}(?:\d{3})?)?$/;

/** The level of a code, or `null` when the text is no code. */
export function divisionLevel(code: string): DivisionLevel | null {
  if (!CODE.test(code)) return null;
  if (code.length === 12) return 'village';
  if (code.length === 9) return 'township';
  if (code.endsWith('0000')) return 'province';
  return code.endsWith('00') ? 'city' : 'county';
}

/**
 * The digits that every code within the division begins with: `330300` → `3303`, `330302` → `330302`. Used as `LIKE 'prefix%'`.
 * @throws RangeError when the text is no code: a scope that cannot be read must not widen to everything
 */
export function divisionPrefix(code: string): string {
  const level = divisionLevel(code);
  if (level === null) throw new RangeError(`Not a division code: ${code}`);
  return code.slice(0, PREFIX_LENGTH[level]);
}

/** Whether `code` is the division `scope` or lies in it. An unreadable `code` lies nowhere. */
export function isWithin(code: string, scope: string): boolean {
  return divisionLevel(code) !== null && code.startsWith(divisionPrefix(scope));
}

/** The code of the next level up, or `null` for a province and for text that is no code. */
export function parentDivision(code: string): string | null {
  switch (divisionLevel(code)) {
    case 'village':
      return code.slice(0, 9);
    case 'township':
      return code.slice(0, 6);
    case 'county':
      return `${code.slice(0, 4)}00`;
    case 'city':
      return `${code.slice(0, 2)}0000`;
    default:
      return null;
  }
}

/** The county of a township, village or county code, or `null` above that level. */
export function countyOf(code: string): string | null {
  const level = divisionLevel(code);
  return level === 'county' || level === 'township' || level === 'village' ? code.slice(0, 6) : null;
}

/** Why a place cannot stand as it is. */
export type PlaceProblem = 'county.unknown' | 'township.required' | 'township.none_here' | 'township.unknown';

/**
 * Checks a county and township that a person chose. A county with townships demands one of its own; one that has none, such as
 * 龙港市 (330383), whose communities stand directly under it, takes none.
 * @param townshipsByCounty the township codes of each county; an empty list means that the county has none
 */
export function placeProblem(
  place: { readonly county: string; readonly township: string | null },
  townshipsByCounty: ReadonlyMap<string, readonly string[]>,
): PlaceProblem | null {
  const townships = townshipsByCounty.get(place.county);
  if (townships === undefined) return 'county.unknown';
  if (townships.length === 0) return place.township === null ? null : 'township.none_here';
  if (place.township === null) return 'township.required';
  return townships.includes(place.township) ? null : 'township.unknown';
}
