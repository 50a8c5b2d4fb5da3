import { Injectable } from '@nestjs/common';
import { talkLanguages, type MyVolunteer, type SkillLevel, type volunteerChange } from '@kepu/contracts';
import { chosenOf, signsOf, willingnessOf } from '@kepu/domain';
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
import { toCome } from './volunteer.mapper.js';
import type { VolunteerEntity } from './volunteer.entity.js';
import { VolunteersRepository } from './volunteers.repository.js';

/** What people may change of themselves, as the audit trail keeps it: in words that only the person's key opens. */
const state = (row: VolunteerEntity, topics: ReadonlyMap<string, SkillLevel>) => ({
  occupation: row.occupation, unitId: row.unitId, countyCode: row.countyId, availability: row.availability, travelLimit: row.travelLimit, toIslands: row.toIslands, toMountains: row.toMountains,
  languages: row.languages, monthlyHours: row.monthlyHours, absences: row.absences, recommendationsOff: row.recommendationsOff, pausedUntil: row.pausedUntil, topicIds: [...topics.keys()], levels: [...topics].flatMap(([id, level]) => (level === 'interested' ? [] : [`${id} ${level}`])),
});

const inOrder = (absences: MyVolunteer['absences']): MyVolunteer['absences'] => absences.toSorted((a, b) => (a.from + a.to < b.from + b.to ? -1 : 1));

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
    const topics = (await this.volunteers.topicsOf([row.id], this.clock.today())).map(({ id, name, level }) => ({ id, name, level }));
    return {
      id: row.id, number: row.number, name: (await this.names.openOne(row.id)) ?? brief.name, occupation: row.occupation, unit: brief.unitId === null ? null : { id: brief.unitId, name: brief.unitName ?? '' },
      county: { code: brief.countyCode, name: brief.countyName }, topics, pausedUntil: row.pausedUntil, standing: row.standing, realName: brief.named === 1, phone: (await this.accounts.ownContact(actor)).phone, bornOn: row.bornOn, topicIds: topics.map((topic) => topic.id),
      availability: row.availability, travelLimit: row.travelLimit, toIslands: row.toIslands, toMountains: row.toMountains, languages: chosenOf(talkLanguages, row.languages), monthlyHours: row.monthlyHours, absences: toCome(row.absences, this.clock.today()), recommendationsOff: row.recommendationsOff,
      willingness: willingnessOf(row.willingAskedOn, this.clock.today()), pools: [...((await this.pools.poolsOf([row.id])).get(row.id) ?? [])], registeredAt: row.createdAt.toISOString(), version: row.version,
    };
  }

  /** A yes to the yearly question, or before it is asked: from now on another year. Errors: `volunteer.required`. */
  async stay(actor: PersonActor): Promise<MyVolunteer> {
    await this.work.run(async () => {
      if (!(await this.volunteers.stay(actor.accountId, this.clock.now()))) throw new Refusal('volunteer.required');
      await this.audit.record({ actor: auditActor(actor), action: 'volunteer.stays', subjectKind: 'volunteer', subjectId: actor.accountId, before: null, after: { on: this.clock.today() } });
    });
    return this.mine(actor);
  }

  /** Errors: `volunteer.required`, `version.stale`, `reference.not_found`, `input.invalid` for days away that end before they begin. */
  async change(actor: PersonActor, { version, topicIds, skills, countyCode, languages, absences, ...given }: z.output<typeof volunteerChange>): Promise<MyVolunteer> {
    await this.work.run(async () => {
      await this.demand(actor);
      await this.turns.take(actor.accountId);
      const before = await this.demand(actor);
      const topicsBefore = new Map((await this.volunteers.topicsOf([before.id], this.clock.today())).map((topic) => [topic.id, topic.level]));
      // A unit that was closed since may stay where it stands; another one has to be open.
      for (const [index, { from, to }] of (absences ?? []).entries()) if (to < from) throw new Refusal('input.invalid', { params: { count: 1 }, fields: [{ path: `absences.${index}.to`, code: 'order', params: {} }] });
      await this.references.demand({ countyCode, topicIds, unitId: given.unitId === before.unitId ? undefined : given.unitId });
      const changes: Partial<VolunteerEntity> = { ...given, ...(countyCode === undefined ? {} : { countyId: countyCode }), ...(languages === undefined ? {} : { languages: signsOf(talkLanguages, languages) }), ...(absences === undefined ? {} : { absences: inOrder(absences) }) };
      if (!(await this.volunteers.update(before.id, version, changes))) throw new Refusal('version.stale');
      // How well one knows a topic stays with it, unless it is said anew.
      const levels = skills ? new Map(skills.map(({ topicId, level }) => [topicId, level])) : topicsBefore;
      const followed = new Map((topicIds ?? [...topicsBefore.keys()]).map((id) => [id, levels.get(id) ?? 'interested'] as const));
      if (topicIds || skills) {
        await this.volunteers.clearTopics(before.id);
        await this.volunteers.addTopics(before.id, [...followed.keys()], followed);
      }
      const after = { ...before, ...changes };
      await this.audit.record({
        actor: auditActor(actor), action: 'volunteer.changed', subjectKind: 'volunteer', subjectId: before.id, before: state(before, topicsBefore), after: state(after, followed),
        classified: { personId: before.id, fields: Object.keys(state(before, topicsBefore)) },
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
