import { Injectable } from '@nestjs/common';
import type { Roster } from '@kepu/contracts';
import { isMinor } from '@kepu/domain';
import { shanghaiDay } from '../../platform/clock/index.js';
import { Refusal } from '../../platform/errors/refusal.js';
import { Failpoints } from '../../platform/test-control/failpoints.js';
import { ActivityConsentsRepository } from './activity-consents.repository.js';
import { riskTextOf } from './risk-text.js';

/** How the word of a guardian stands on one child. */
export interface Word { readonly consent: NonNullable<Roster['rows'][number]['minor']>['consent']; /** By the guardian or the teacher of the class, which of them is said by the other two. */ readonly accompanied: boolean; readonly byGuardian: boolean; readonly escort: string | null }

/** Whether guardians have agreed to what their children are about to do: this activity, with the text of its risks as it stands now. */
@Injectable()
export class GuardianWords {
  constructor(private readonly rows: ActivityConsentsRepository, private readonly failpoints: Failpoints) {}

  /** By child; who is missing has no word at all. */
  async on(activityId: string, minorIds: readonly string[]): Promise<ReadonlyMap<string, Word>> {
    const risk = minorIds.length === 0 ? null : await this.rows.risk(activityId);
    if (!risk) return new Map();
    const { hash } = riskTextOf(risk);
    return new Map((await this.rows.words(activityId, minorIds)).map((row) => [row.minorId, { consent: row.riskHash === hash ? 'given' : 'changed', accompanied: row.accompanies === 1 || row.escort !== null, byGuardian: row.accompanies === 1, escort: row.escort }]));
  }

  /** Whether somebody may serve in a shift as far as a guardian is asked: adults on its day may. */
  async allow(volunteerId: string, place: { readonly activityId: string; readonly startsAt: string }): Promise<boolean> {
    if (this.failpoints.skips('guardian.word')) return true;
    const bornOn = await this.rows.bornOn(volunteerId);
    if (bornOn === null || !isMinor(bornOn, shanghaiDay(new Date(place.startsAt)))) return true;
    return (await this.on(place.activityId, [volunteerId])).get(volunteerId)?.consent === 'given';
  }

  /** Errors: `consent.missing`. */
  async demand(volunteerId: string, place: { readonly activityId: string; readonly startsAt: string }): Promise<void> {
    if (!(await this.allow(volunteerId, place))) throw new Refusal('consent.missing');
  }
}
