import { Injectable } from '@nestjs/common';
import type { MyVolunteer, volunteerChange } from '@kepu/contracts';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/refusal.js';
import { AccountsService, ConsentLedger, PersonTurns, SealedNames } from '../identity/index.js';
import { PoolTerms } from '../talents/index.js';
import { References } from './references.js';
import type { VolunteerEntity } from './volunteer.entity.js';
import { VolunteersRepository } from './volunteers.repository.js';

/** What people may change of themselves, as the audit trail keeps it: in words that only the person's key opens. */
const state = (row: VolunteerEntity, topicIds: readonly string[]) => ({
  occupation: row.occupation, unitId: row.unitId, countyCode: row.countyId, availability: row.availability, travelLimit: row.travelLimit, toIslands: row.toIslands, toMountains: row.toMountains,
  recommendationsOff: row.recommendationsOff, pausedUntil: row.pausedUntil, topicIds,
});

/** Volunteers and their own profile. */
@Injectable()
export class VolunteersService {
  constructor(
    private readonly volunteers: VolunteersRepository, private readonly accounts: AccountsService, private readonly turns: PersonTurns, private readonly pools: PoolTerms,
    private readonly references: References, private readonly consents: ConsentLedger, private readonly names: SealedNames, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** The own row. Errors: `volunteer.required` for somebody who has an account and is no volunteer. */
  async demand(actor: PersonActor): Promise<VolunteerEntity> {
    const row = await this.volunteers.find(actor.accountId);
    if (!row) throw new Refusal('volunteer.required');
    return row;
  }

  async mine(actor: PersonActor): Promise<MyVolunteer> {
    const row = await this.demand(actor);
    const [brief] = await this.volunteers.briefs([row.id]);
    if (!brief) throw new Refusal('volunteer.required');
    const topics = (await this.volunteers.topicsOf([row.id], this.clock.today())).map(({ id, name }) => ({ id, name }));
    return {
      id: row.id, number: row.number, name: (await this.names.openOne(row.id)) ?? brief.name, occupation: row.occupation, unit: brief.unitId === null ? null : { id: brief.unitId, name: brief.unitName ?? '' },
      county: { code: brief.countyCode, name: brief.countyName }, topics, pausedUntil: row.pausedUntil, standing: row.standing, realName: brief.named === 1, phone: (await this.accounts.ownContact(actor)).phone, bornOn: row.bornOn, topicIds: topics.map((topic) => topic.id),
      availability: row.availability, travelLimit: row.travelLimit, toIslands: row.toIslands, toMountains: row.toMountains, recommendationsOff: row.recommendationsOff,
      pools: [...((await this.pools.poolsOf([row.id])).get(row.id) ?? [])], registeredAt: row.createdAt.toISOString(), version: row.version,
    };
  }

  /** Errors: `volunteer.required`, `version.stale`, `reference.not_found`. */
  async change(actor: PersonActor, { version, topicIds, countyCode, ...given }: z.output<typeof volunteerChange>): Promise<MyVolunteer> {
    await this.work.run(async () => {
      await this.demand(actor);
      await this.turns.take(actor.accountId);
      const before = await this.demand(actor);
      const topicsBefore = (await this.volunteers.topicsOf([before.id], this.clock.today())).map((topic) => topic.id);
      // A unit that was closed since may stay where it stands; another one has to be open.
      await this.references.demand({ countyCode, topicIds, unitId: given.unitId === before.unitId ? undefined : given.unitId });
      const changes: Partial<VolunteerEntity> = { ...given, ...(countyCode === undefined ? {} : { countyId: countyCode }) };
      if (!(await this.volunteers.update(before.id, version, changes))) throw new Refusal('version.stale');
      if (topicIds) {
        await this.volunteers.clearTopics(before.id);
        await this.volunteers.addTopics(before.id, [...new Set(topicIds)]);
      }
      const after = { ...before, ...changes };
      await this.audit.record({
        actor: auditActor(actor), action: 'volunteer.changed', subjectKind: 'volunteer', subjectId: before.id, before: state(before, topicsBefore), after: state(after, topicIds ?? topicsBefore),
        classified: { personId: before.id, fields: Object.keys(state(before, [])) },
      });
      if (after.recommendationsOff !== before.recommendationsOff) {
        if (after.recommendationsOff) await this.consents.end(before.id, 'recommendations');
        else await this.consents.enter(actor, before.id, ['recommendations'], actor.guardianId ? 'guardian' : 'self');
      }
      await this.pools.follow(actor, before.id, before, after);
    });
    return this.mine(actor);
  }
}
