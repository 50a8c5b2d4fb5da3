import { Injectable } from '@nestjs/common';
import type { Duplicate, Duplicates, Likeness, Merged, mergeInput, Volunteer } from '@kepu/contracts';
import { isMinor } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { Jobs } from '../../platform/jobs/index.js';
import { AccountsRepository, AccountsService, GrantsRepository, PersonMerges, PersonTurns } from '../identity/index.js';
import { RealNamesRepository } from './real-names.repository.js';
import { RealNames } from './real-names.service.js';
import { VolunteerListsRepository, type VolunteerRow } from './volunteer-lists.repository.js';
import { VolunteerLists } from './volunteer-lists.service.js';
import { VolunteerMergesRepository, type Alike } from './volunteer-merges.repository.js';
import { VolunteerPersonData } from './volunteer-person-data.repository.js';
import { VolunteersRepository } from './volunteers.repository.js';

/** Registrations of one person: found by whoever has a right over both, and merged for good. Those of minors are neither listed nor merged: their record is opened by two people. */
@Injectable()
export class VolunteerMerges {
  constructor(
    private readonly rows: VolunteerMergesRepository, private readonly volunteers: VolunteersRepository, private readonly lists: VolunteerListsRepository, private readonly views: VolunteerLists, private readonly documents: RealNamesRepository, private readonly names: RealNames, private readonly profiles: VolunteerPersonData,
    private readonly merges: PersonMerges, private readonly accounts: AccountsService, private readonly people: AccountsRepository, private readonly grants: GrantsRepository, private readonly turns: PersonTurns, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** Errors: `resource.not_found`. */
  async duplicates(actor: PersonActor, id: string): Promise<Duplicates> {
    const row = await this.demand(actor, id);
    const today = this.clock.today();
    const documents = await this.documents.clashing(id);
    const found = isMinor(row.bornOn, today) || row.standing === 'void' ? [] : await this.rows.candidates(actor, row, documents, today);
    const sides = await this.sides(actor, [id, ...found.map((other) => other.id)]);
    const self = sides.get(id);
    if (!self) throw notFound();
    const data = found.flatMap((other): Duplicate[] => {
      const side = sides.get(other.id);
      return side ? [{ ...side, reasons: likenessesOf(row, other, documents) }] : [];
    });
    return { data, total: data.length, self, merged: (await this.rows.into(id)).map(({ fromNumber, reason, by, at }) => ({ number: fromNumber, reason, by, at })) };
  }

  /** `id` stays. Errors: `resource.not_found`, `merge.same`, `merge.own`, `merge.minor`, `merge.not_good`, `merge.not_alike`, `merge.two_documents`, `account.holds_rights`, `version.stale`. */
  async merge(actor: PersonActor, id: string, { from, version, fromVersion, reason }: z.output<typeof mergeInput>): Promise<Merged> {
    if (from === id) throw new Refusal('merge.same');
    for (const personId of [id, from]) await this.demand(actor, personId);
    if (id === actor.accountId || from === actor.accountId) throw new Refusal('merge.own');
    return this.work.run(async () => {
      // In one order whichever stays: A into B and B into A at once wait for each other, and the second finds nobody.
      for (const personId of [id, from].sort()) await this.turns.take(personId);
      // With the turn at rights that this takes, neither of both is closed, or given rights, meanwhile.
      await this.accounts.endFor(actor, from);
      const [stays, goes] = [await this.demand(actor, id), await this.demand(actor, from)];
      const account = await this.people.find(id);
      if (account?.state !== 'active') throw new Refusal('lifecycle.not_allowed', { params: { state: `terms.accountStates.${account?.state ?? 'closed'}` } });
      demandOnePerson(stays, goes, await this.documents.clashing(id), this.clock.today());
      if (goes.version !== fromVersion || !(await this.volunteers.update(id, version, {}))) throw new Refusal('version.stale');
      const at = this.clock.now();
      const result = await this.merges.move({ actor, from, into: id, at });
      await this.names.handOver(actor, from, id);
      await this.profiles.blank(from);
      await this.rows.insert({ fromId: from, intoId: id, reason, moved: result.moved, joined: result.joined, mergedBy: actor.accountId, mergedAt: at });
      const { moved, joined } = result;
      await this.audit.record({
        actor: auditActor(actor), action: 'volunteer.merged', subjectKind: 'volunteer', subjectId: id, before: null, after: { from, fromNumber: goes.number, moved, joined, reason }, classified: { personId: id, fields: ['reason'] },
      });
      await this.audit.record({ actor: auditActor(actor), action: 'volunteer.merged_away', subjectKind: 'volunteer', subjectId: from, before: null, after: { into: id, number: stays.number } });
      await this.jobs.enqueue('notice.registrations_merged', { fromId: from });
      return { id, number: stays.number, fromNumber: goes.number, ...result };
    });
  }

  private async demand(actor: PersonActor, id: string): Promise<VolunteerRow> {
    const row = await this.lists.findFor(actor, id, 'volunteer:merge');
    if (!row) throw notFound();
    return row;
  }

  /** As lists show people, with what hangs on them. */
  private async sides(actor: PersonActor, ids: readonly string[]): Promise<ReadonlyMap<string, Omit<Duplicate, 'reasons'>>> {
    const { data } = await this.views.list(actor, { page: 1, perPage: ids.length, ids: [...ids] });
    const [holdings, grants] = [await this.merges.holdings(ids), await this.grants.inForce(ids, this.clock.today())];
    return new Map(data.flatMap((volunteer: Volunteer) => {
      const holds = holdings.get(volunteer.id);
      return holds ? [[volunteer.id, { volunteer, holds, rights: grants.filter(({ accountId }) => accountId === volunteer.id).length }] as const] : [];
    }));
  }
}

/** `documents`: people with the document of the one. */
const likenessesOf = (one: Alike, other: Alike, documents: readonly string[]): Likeness[] => [
  ...(documents.includes(other.id) ? ['same_document' as const] : []),
  ...(one.name === other.name && one.bornOn === other.bornOn ? ['same_name_and_birth' as const] : []),
  ...(one.name === other.name && one.unitId !== null && one.unitId === other.unitId ? ['same_name_and_unit' as const] : []),
];

const demandOnePerson = (stays: VolunteerRow, goes: VolunteerRow, documents: readonly string[], today: string): void => {
  if (isMinor(stays.bornOn, today) || isMinor(goes.bornOn, today)) throw new Refusal('merge.minor');
  const unclear = [stays, goes].find(({ standing }) => standing !== 'good');
  if (unclear) throw new Refusal('merge.not_good', { params: { state: `terms.standings.${unclear.standing}` } });
  if (stays.realName !== null && goes.realName !== null) throw new Refusal('merge.two_documents');
  if (likenessesOf(stays, goes, documents).length === 0) throw new Refusal('merge.not_alike');
};
