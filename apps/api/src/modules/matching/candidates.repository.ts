import { Injectable } from '@nestjs/common';
import type { MySignup } from '@kepu/contracts';
import { addDays, WILLING_SILENT_DAYS } from '@kepu/domain';
import type { Reach } from '@kepu/matching';
import { reachOf, unitsWithin, type Actor } from '../../platform/auth/actor.js';
import { allOf, anyOf, Database, everything, fromDbTime, memberOf, readRows, startsWith, type Predicate } from '../../platform/database/index.js';

/** A position that the actor decides about, with the counties that its unit draws on. */
export interface DecidedPosition { readonly id: string; readonly countyCode: string; readonly unitDivision: string }
/** A sign-up for the position; `queue` counts those who wait, from 1. */
export interface CandidateSignup { readonly id: string; readonly volunteerId: string; readonly state: MySignup['state']; readonly version: number; readonly queue: number | null }

const COUNTY_DIGITS = 6;
/** How many parameters one statement takes on every database. */
const AT_ONCE = 500;
const portionsOf = (ids: readonly string[]): string[][] => Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, at) => ids.slice(at * AT_ONCE, (at + 1) * AT_ONCE));

/** Who can be a candidate, within what the actor may see. `v` is the volunteer, `vu` the unit that the person belongs to. */
@Injectable()
export class CandidatesRepository {
  constructor(private readonly database: Database) {}

  /** Null where it does not exist, or belongs to a unit out of reach. */
  async positionFor(actor: Actor, id: string): Promise<DecidedPosition | null> {
    const { sql, params } = allOf([unitsWithin(reachOf(actor, 'signup:decide'), 'u'), { sql: 'p.id = :id', params: { id } }]);
    return (await readRows<DecidedPosition>(this.database.reader, `
      SELECT p.id AS id, a.county_id AS countyCode, u.division_id AS unitDivision FROM positions p JOIN activities a ON a.id = p.activity_id JOIN units u ON u.id = a.unit_id WHERE ${sql}`, params))[0] ?? null;
  }

  async signups(positionId: string): Promise<CandidateSignup[]> {
    const rows = await readRows<Omit<CandidateSignup, 'queue'>>(this.database.reader, `
      SELECT g.id AS id, g.volunteer_id AS volunteerId, g.state AS state, g.version AS version FROM signups g WHERE g.position_id = :positionId ORDER BY g.queued_at, g.id`, { positionId });
    let queue = 0;
    return rows.map((row) => ({ ...row, queue: row.state === 'waiting' ? ++queue : null }));
  }

  /** Among whom the actor looks for a position: beginnings of county codes and of paths of units; null for everybody. */
  reach(actor: Actor, { countyCode, unitDivision }: DecidedPosition): Reach | null {
    const reach = reachOf(actor, 'signup:decide');
    return reach === 'all' ? null : { counties: [...reach.divisions, ...(reach.unitPaths.length === 0 ? [] : [countyCode, unitDivision.slice(0, COUNTY_DIGITS)])], unitPaths: reach.unitPaths };
  }

  /**
   * Of all whose account is not disabled: for the office everybody, for a county those who live there, for a unit those who live in the county of the activity or of
   * the unit, and its own people. Whoever has long not answered whether they still want to serve is counted on by nobody. `among`: only these are asked about.
   */
  async pool(actor: Actor, place: DecidedPosition, today: string, among?: readonly string[]): Promise<string[]> {
    const reach = this.reach(actor, place);
    const within: Predicate = reach === null ? everything : anyOf([
      ...reach.counties.map((code, index) => startsWith('v.county_id', code, `county${index}`)), ...(reach.unitPaths.length === 0 ? [] : [unitsWithin({ divisions: [], unitPaths: reach.unitPaths }, 'vu')]),
    ]);
    const found: string[] = [];
    for (const named of among === undefined ? [everything] : portionsOf(among).map((ids) => memberOf('v.id', ids, 'among'))) {
      const { sql, params } = allOf([within, named]);
      const rows = await readRows<{ id: string }>(this.database.reader, `
        SELECT v.id AS id FROM volunteers v JOIN accounts c ON c.id = v.id LEFT JOIN units vu ON vu.id = v.unit_id WHERE c.state = 'active' AND (v.willing_asked_on IS NULL OR v.willing_asked_on > :silentSince) AND (${sql})`, { ...params, silentSince: addDays(today, -WILLING_SILENT_DAYS) });
      found.push(...rows.map(({ id }) => id));
    }
    return found;
  }

  /** Who has a place in a shift. */
  async placedIn(shiftId: string): Promise<string[]> {
    return (await readRows<{ id: string }>(this.database.reader, "SELECT DISTINCT g.volunteer_id AS id FROM signups g WHERE g.shift_id = :shiftId AND g.state = 'confirmed'", { shiftId })).map(({ id }) => id);
  }

  /** Those of the ids whom the actor sees by name anyway, signed up or not. */
  async named(actor: Actor, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const reach = reachOf(actor, 'volunteer:read');
    if (reach === 'all' || ids.length === 0) return new Set(ids);
    const seen = anyOf([...reach.divisions.map((code, index) => startsWith('v.county_id', code, `county${index}`)), unitsWithin({ divisions: [], unitPaths: reach.unitPaths }, 'vu')]);
    const { sql, params } = allOf([seen, memberOf('v.id', ids, 'ids')]);
    const rows = await readRows<{ id: string }>(this.database.reader, `SELECT v.id AS id FROM volunteers v LEFT JOIN units vu ON vu.id = v.unit_id WHERE ${sql}`, params);
    return new Set(rows.map(({ id }) => id));
  }

  /** When people served last, by records that nothing has taken back. */
  async lastServed(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found: (readonly [string, string])[] = [];
    for (const portion of portionsOf(ids)) {
      const rows = await readRows<{ id: string; endedAt: string }>(this.database.reader, `
        SELECT r.volunteer_id AS id, MAX(s.ends_at) AS endedAt FROM service_records r JOIN shifts s ON s.id = r.shift_id
        WHERE r.volunteer_id IN (:...ids) AND r.ledger <> 'none' AND r.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM service_records x WHERE x.reverses_id = r.id) GROUP BY r.volunteer_id`,
      { ids: portion });
      found.push(...rows.map(({ id, endedAt }) => [id, fromDbTime(endedAt)] as const));
    }
    return new Map(found);
  }
}
