import { Injectable } from '@nestjs/common';
import { reachOf, unitsWithin, type Actor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/index.js';
import { notFound } from '../../platform/errors/refusal.js';
import { RosterRepository, type LedShiftRow } from './roster.repository.js';

/** The right of whoever leads on the spot begins so long before the shift … */
export const BEFORE_MS = 24 * 3_600_000;
/** … and ends so long after it: there has to be time to confirm the hours, and then the list is nobody's but the unit's. */
export const AFTER_MS = 72 * 3_600_000;

/** Who may see and keep the tick list of a shift: whoever leads it, from a day before to three days after, and those who keep the attendance of its unit. */
@Injectable()
export class ShiftAccess {
  constructor(private readonly rows: RosterRepository, private readonly clock: Clock) {}

  /** The shift, for those who lead it. Inside or outside a unit. Errors: `resource.not_found`. */
  async demandLeader(actor: Actor, shiftId: string): Promise<LedShiftRow> {
    const now = this.clock.now().getTime();
    const shift = await this.rows.shiftFor(shiftId, unitsWithin(reachOf(actor, 'attendance:write'), 'u'));
    if (!shift) throw notFound();
    const leads = actor.kind === 'person' && shift.leaderId === actor.accountId && Date.parse(shift.startsAt) - BEFORE_MS <= now && now < Date.parse(shift.endsAt) + AFTER_MS;
    if (!leads && Number(shift.kept) !== 1) throw notFound();
    return shift;
  }

  /** Whether an account has a place in a shift, and so could lead it. */
  hasPlace(shiftId: string, accountId: string): Promise<boolean> { return this.rows.hasPlace(shiftId, accountId); }
}
