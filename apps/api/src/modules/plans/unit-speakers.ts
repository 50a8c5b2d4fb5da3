import { Injectable } from '@nestjs/common';
import type { PersonActor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/index.js';
import { Refusal } from '../../platform/errors/refusal.js';
import { approvesIn } from './unit-report-steps.js';
import { UnitReportsRepository } from './unit-reports.repository.js';

/** Who speaks for a unit: where somebody approves there, only they; where nobody does, the liaison. */
@Injectable()
export class UnitSpeakers {
  constructor(private readonly rows: UnitReportsRepository, private readonly clock: Clock) {}

  /** Names by path. One statement, however many units. */
  async approversFor(unitPaths: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const found = await this.rows.approversFor(unitPaths, this.clock.today());
    return new Map([...found].map(([path, approvers]) => [path, approvers.map(({ name }) => name)]));
  }
  async approversOf(unitPath: string): Promise<readonly string[]> { return (await this.approversFor([unitPath])).get(unitPath) ?? []; }

  /** Whether what the actor says is the unit's word. */
  async speaks(actor: PersonActor, unitPath: string): Promise<boolean> { return approvesIn(actor, unitPath) || (await this.approversOf(unitPath)).length === 0; }

  /** Errors: the code given, where somebody else approves in the unit. */
  async demandSpeaker(actor: PersonActor, unitPath: string, code: 'unit_report.needs_approver' | 'follow_up.needs_approver' = 'unit_report.needs_approver'): Promise<void> {
    const approvers = approvesIn(actor, unitPath) ? [] : await this.approversOf(unitPath);
    if (approvers.length > 0) throw new Refusal(code, { params: { names: approvers.join('、') } });
  }
}
