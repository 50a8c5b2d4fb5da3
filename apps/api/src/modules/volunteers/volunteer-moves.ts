import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/index.js';
import type { Actor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { PoolTerms } from '../talents/index.js';
import { volunteerKeys } from './volunteer.mapper.js';
import { VolunteersRepository } from './volunteers.repository.js';

/** What happens to volunteers because something else changes. Each inside the unit of work of that change. */
@Injectable()
export class VolunteerMoves {
  constructor(private readonly volunteers: VolunteersRepository, private readonly terms: PoolTerms, private readonly audit: AuditTrail) {}

  async unit(fromUnit: string, toUnit: string, actor: Actor): Promise<void> {
    await this.record(actor, 'unit', toUnit, { unitId: fromUnit }, { unitId: toUnit }, await this.volunteers.moveUnit(fromUnit, toUnit));
  }
  async county(fromCounty: string, toCounty: string, actor: Actor): Promise<void> {
    await this.record(actor, 'division', toCounty, { countyCode: fromCounty }, { countyCode: toCounty }, await this.volunteers.moveCounty(fromCounty, toCounty));
  }
  /** The keys that lists sort and search by stand with the volunteer, the name with the account. */
  async name(accountId: string, name: string): Promise<void> {
    const row = await this.volunteers.find(accountId);
    if (!row) return;
    await this.volunteers.rename(accountId, volunteerKeys(name, row.number));
    await this.terms.followName(accountId);
  }

  /** Suggestions follow the agreement to them. */
  async recommendations(accountId: string, given: boolean): Promise<void> { await this.volunteers.switchRecommendations(accountId, !given); }

  private async record(actor: Actor, subjectKind: 'unit' | 'division', subjectId: string, before: Record<string, string>, after: Record<string, string>, volunteers: number): Promise<void> {
    if (volunteers > 0) await this.audit.record({ actor: auditActor(actor), action: 'volunteer.changed', subjectKind, subjectId, before, after: { ...after, volunteers } });
  }
}
