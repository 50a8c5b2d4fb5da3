import { HELD_AFTER_MS, minorRules, REST_MINUTES, rules, standsFree } from '../blocks.js';
import { civilDate } from './days.js';
import { nobody, type Demand } from './demand.js';
import { sideStep } from './side-pool.js';
import type { VolunteerColumns } from './volunteer-columns.js';

const MINUTE_MS = 60_000;
/**
 * Whether a row may have the position, once its bits say that it could: the way, the age, and what stands in the side pool. Where a place held comes near enough to matter, or hours of a month are to be added up
 * with places, the rules themselves are asked.
 */
export function mayHave(demand: Demand, columns: VolunteerColumns, row: number): boolean {
  const born = columns.born[row]!;
  if (columns.limit[row]! < demand.way[columns.county[row]!]! || born >= demand.youngFrom) return false;
  const minor = born >= demand.minorFrom;
  if (minor && (!demand.takesMinors || !demand.minorMay(born, columns.guarded.has(row)))) return false;
  const side = columns.side[row]!;
  if (side < 0) return demand.proofs.length === 0;
  if (demand.proofs.length > 0 && !holdsAll(demand, columns, side)) return false;
  if (!columns.pool.binds(side)) return true;
  if (isAway(demand, columns, side)) return false;
  if (columns.pool.places(side) > 0 && comesNear(demand, columns, row, side)) {
    const person = { ...nobody, ...columns.pool.read(side, demand.now, columns.vocabulary), bornOn: civilDate(born), guarded: columns.guarded.has(row), monthMinutes: columns.month[row]! };
    return standsFree(person, demand.position, demand.context) && (!minor || minorRules.every((code) => rules[code](person, demand.position, demand.context) === null));
  }
  const hours = columns.pool.places(side) > 0 ? null : columns.pool.monthlyHours(side);
  return hours === null || (demand.thisMonth ? columns.month[row]! : 0) + demand.minutes <= hours * 60;
}

/** Every proof that is demanded, seen where that counts, and in force on the day. */
function holdsAll({ proofs, day, handedIn }: Demand, { pool }: VolunteerColumns, side: number): boolean {
  const [first, count, { numbers }] = [pool.proofsAt(side), pool.proofs(side), pool];
  for (const words of proofs) {
    let held = false;
    for (let left = count, at = first; left > 0 && !held; left--, at += sideStep.proof) {
      held = (handedIn || (numbers[at]! & 1) === 1) && numbers[at + 1]! <= day && day <= numbers[at + 2]! && words.includes(numbers[at]! >> 1);
    }
    if (!held) return false;
  }
  return true;
}

function isAway({ day, today }: Demand, { pool }: VolunteerColumns, side: number): boolean {
  const [paused, silent] = [pool.pausedUntil(side), pool.silentFrom(side)];
  if ((paused !== null && day <= paused) || (silent !== null && today >= silent)) return true;
  const { numbers } = pool;
  for (let left = pool.absences(side), at = pool.absencesAt(side); left > 0; left--, at += sideStep.absence) if (numbers[at]! <= day && day <= numbers[at + 1]!) return true;
  return false;
}

/** Whether a place held lies on the day of service, or no farther from it than the way there takes or a night's rest, or whether the hours of a month could be used up with all that is held. */
function comesNear({ now, startsAt, endsAt, minutes, dayFrom, dayTo, way }: Demand, { pool, month }: VolunteerColumns, row: number, side: number): boolean {
  const { numbers } = pool;
  let length = 0;
  for (let left = pool.places(side), at = pool.placesAt(side); left > 0; left--, at += sideStep.held) {
    const start = pool.heldStart(at);
    const end = start + numbers[at + 2]!;
    if (end <= now - HELD_AFTER_MS) continue;
    const reach = Math.max(REST_MINUTES, way[numbers[at + 1]! >>> 16]!) * MINUTE_MS;
    if ((start < endsAt + reach && end > startsAt - reach) || (start < dayTo && end > dayFrom)) return true;
    if (end > now) length += numbers[at + 2]!;
  }
  const hours = pool.monthlyHours(side);
  return hours !== null && month[row]! + length / MINUTE_MS + minutes > hours * 60;
}
