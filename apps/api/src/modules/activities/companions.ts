import { Injectable } from '@nestjs/common';
import { isMinor } from '@kepu/domain';
import { shanghaiDay } from '../../platform/clock/index.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { Failpoints } from '../../platform/test-control/failpoints.js';
import { ActivityConsentsRepository } from './activity-consents.repository.js';
import { riskTextOf } from './risk-text.js';
import type { SignupEntity } from './signup.entity.js';
import { SignupTurns } from './signup-turns.repository.js';

/** What a sign-up keeps of children who come along. */
export type Brought = Pick<SignupEntity, 'companions' | 'companionsHash'>;
/** A sign-up without any. */
export const nobodyBrought: Brought = { companions: 0, companionsHash: null };
/** What says how such a number stands, as the database answers it; flags are 0 or 1. */
export interface CompanionsSqlRow {
  readonly companions: number; readonly companionsHash: string | null; readonly bornOn: string; readonly startsAt: string; readonly activityId: string; readonly riskStatement: string; readonly insurance: string; readonly minors: number; readonly dangerous: number;
}
/** Columns of `CompanionsSqlRow` that lists of sign-ups (`s`, `a`) do not ask for anyway. */
export const companionsColumns = 's.companions AS companions, s.companions_hash AS companionsHash, a.risk_statement AS riskStatement, a.insurance AS insurance, a.minors AS minors, a.dangerous AS dangerous';

/** The number with whether it has to be confirmed again: the risks have another text than was read, or the shift was moved to a day on which the person is a minor. */
export const companionsView = (row: CompanionsSqlRow): { companions: number; companionsToConfirm: boolean } => ({
  companions: row.companions,
  companionsToConfirm: row.companions > 0 && row.companionsHash !== null
    && (isMinor(row.bornOn, shanghaiDay(new Date(row.startsAt))) || riskTextOf({ id: row.activityId, riskStatement: row.riskStatement, insurance: row.insurance, minors: row.minors === 1, dangerous: row.dangerous === 1 }).hash !== row.companionsHash),
});

/** Children under 8, who cannot act and come along with an adult of their family (民法典 20): who may bring them, and where. */
@Injectable()
export class Companions {
  constructor(private readonly rows: ActivityConsentsRepository, private readonly turns: SignupTurns, private readonly failpoints: Failpoints) {}

  /** Inside the unit, before any other turn: what the sign-up keeps. Errors: `signup.no_companions`, `signup.companions_by_adults`, `consent.text_changed`, `input.invalid`. */
  async demand(volunteerId: string, place: { readonly activityId: string; readonly startsAt: string }, { companions, riskHash }: { readonly companions: number; readonly riskHash: string | null }): Promise<Brought> {
    if (companions === 0) return nobodyBrought;
    await this.turn(place.activityId);
    const [risk, bornOn] = [await this.rows.risk(place.activityId), await this.rows.bornOn(volunteerId)];
    await this.failpoints.pause('companions.looked');
    if (!risk || bornOn === null) throw notFound();
    if (!risk.companions) throw new Refusal('signup.no_companions');
    if (isMinor(bornOn, shanghaiDay(new Date(place.startsAt)))) throw new Refusal('signup.companions_by_adults');
    if (riskHash === null) throw new Refusal('input.invalid', { params: { count: 1 }, fields: [{ path: 'body.riskHash', code: 'risk_unread' }] });
    if (riskTextOf(risk).hash !== riskHash) throw new Refusal('consent.text_changed');
    return { companions, companionsHash: riskHash };
  }

  /** Inside the unit in which an activity stops taking them. Errors: `activity.companions_signed_up`. */
  async demandNone(activityId: string, now: Date): Promise<void> {
    await this.turn(activityId);
    const count = await this.rows.bringing(activityId, now);
    await this.failpoints.pause('companions.looked');
    if (count > 0) throw new Refusal('activity.companions_signed_up', { params: { count } });
  }

  /** Nobody brings children to an activity while it is closed to them. */
  private async turn(activityId: string): Promise<void> { if (!this.failpoints.skips('signup.companions')) await this.turns.atActivity(activityId); }
}
