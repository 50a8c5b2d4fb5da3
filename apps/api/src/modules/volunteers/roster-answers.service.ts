import { Injectable } from '@nestjs/common';
import type { rosterAcceptance, RosterOffer } from '@kepu/contracts';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import type { Actor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { RateLimits } from '../../platform/auth/rate-limits.js';
import { Clock } from '../../platform/clock/index.js';
import { normalisePhone } from '../../platform/crypto/normalise.js';
import { fromDbTime, UnitOfWork } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/refusal.js';
import { networkOf } from '../../platform/http/client-address.js';
import { AccountsRepository, maskPhone, PersonTurns, tokenHash, type Device, type SignedIn } from '../identity/index.js';
import { PoolTerms } from '../talents/index.js';
import { UnitDirectory } from '../units/index.js';
import { CONSENT_VERSION } from './consent.js';
import { DictionaryRepository } from './dictionary.repository.js';
import { Enrolment, type NewVolunteer } from './enrolment.service.js';
import { RosterEntriesRepository, type EntryRow } from './roster-entries.repository.js';
import { RosterSeals } from './roster-seals.js';
import { VolunteersRepository } from './volunteers.repository.js';

/** A school or a hospital answers from one network; numbers are tried per question. */
const perNetwork = { tries: 300, minutes: 15 };
const perEntry = { tries: 8, minutes: 60 };
type Wanted = NewVolunteer & { phone: string };

/** What people of a roster answer, by their link. A link that is unknown, used, withdrawn or too old is answered alike. */
@Injectable()
export class RosterAnswers {
  constructor(
    private readonly rows: RosterEntriesRepository, private readonly seals: RosterSeals, private readonly enrolment: Enrolment, private readonly volunteers: VolunteersRepository, private readonly accounts: AccountsRepository, private readonly turns: PersonTurns,
    private readonly pools: PoolTerms, private readonly units: UnitDirectory, private readonly dictionary: DictionaryRepository, private readonly limits: RateLimits, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** Errors: `rate.limited`, `roster.link_unknown`. */
  async lookUp(token: string, device: Device): Promise<RosterOffer> {
    const row = await this.byToken(token, device);
    const person = await this.personOf(row);
    const topics = (await this.dictionary.terms(this.clock.today())).filter(({ id }) => person.topicIds.includes(id)).map(({ name }) => name);
    return {
      name: person.name, phone: maskPhone(person.phone), bornOn: person.bornOn, occupation: person.occupation, unit: row.unitName, county: row.countyName, topics, pool: row.poolName, askedBy: row.createdByName, body: row.body, expiresAt: fromDbTime(row.expiresAt),
      consent: CONSENT_VERSION,
    };
  }

  /** Answers the session that opens with it; null for somebody who is signed in and stays so. Errors: `rate.limited`, `roster.link_unknown`, `roster.wrong_phone`, `roster.sign_in_first`, and as of a registration. */
  async accept(actor: Actor, given: z.output<typeof rosterAcceptance>, device: Device): Promise<SignedIn | null> {
    const row = await this.byToken(given.token, device);
    this.enrolment.demandConsent(given.consent);
    await this.limits.spend('roster phone', row.id, perEntry);
    const phone = normalisePhone(given.phone);
    if (phone === null || this.seals.indexOf(phone) !== row.phoneIndex) throw new Refusal('roster.wrong_phone');
    const known = await this.accounts.findByIndex('phoneIndex', row.phoneIndex);
    if (known && (actor.kind !== 'person' || actor.accountId !== known.id)) throw new Refusal('roster.sign_in_first');
    // Somebody else is signed in here: whose number it is would be registered under their eyes.
    if (!known && actor.kind === 'person') throw new Refusal('roster.wrong_phone');
    const person = await this.personOf(row);
    if (known) return this.acceptAs(actor, known.id, row, person);
    if (given.password === undefined) throw new Refusal('input.invalid', { params: { count: 1 }, fields: [{ path: 'body.password', code: 'required' }] });
    return this.enrolment.comeIn(actor, person, { password: given.password, consent: given.consent, phoneProof: given.phoneProof }, device, (id) => this.settle(actor, id, row)).catch((error: unknown) => {
      throw error instanceof Refusal && error.code === 'volunteer.exists' ? new Refusal('roster.sign_in_first', { cause: error }) : error;
    });
  }

  /** Errors: `rate.limited`, `roster.link_unknown`. */
  async decline(actor: Actor, token: string, device: Device): Promise<void> {
    const row = await this.byToken(token, device);
    await this.work.run(async () => {
      if (!(await this.rows.end(row.id, 'declined', this.clock.now()))) throw new Refusal('roster.link_unknown');
      await this.audit.record({ actor: auditActor(actor), action: 'roster_entry.declined', subjectKind: 'roster_entry', subjectId: row.id, before: null, after: null });
    });
  }

  /** With the account that the person has: what they know of themselves stays, and a profile is made where there is none. */
  private async acceptAs(actor: Actor, accountId: string, row: EntryRow, person: Wanted): Promise<null> {
    await this.work.run(async () => {
      if (!(await this.volunteers.find(accountId))) {
        await this.turns.begin(accountId);
        const { name } = (await this.accounts.find(accountId)) ?? person;
        await this.enrolment.beginAs(actor, accountId, { ...person, name });
      }
      await this.settle(actor, accountId, row);
    });
    return null;
  }

  /** Inside the unit that makes the volunteer: one of many answers wins. */
  private async settle(actor: Actor, accountId: string, row: EntryRow): Promise<void> {
    if (!(await this.rows.end(row.id, 'accepted', this.clock.now(), accountId))) throw new Refusal('roster.link_unknown');
    if (row.poolId !== null) await this.pools.take(actor, { accountId, poolId: row.poolId, unitId: row.unitId, proposedBy: row.createdBy });
    await this.audit.record({ actor: auditActor(actor), action: 'roster_entry.accepted', subjectKind: 'roster_entry', subjectId: row.id, before: null, after: { accountId, importId: row.importId } });
  }

  private async byToken(token: string, device: Device): Promise<EntryRow> {
    await this.limits.spend('roster network', networkOf(device.ip), perNetwork);
    const row = await this.rows.openByToken(tokenHash(token), this.clock.now());
    if (!row) throw new Refusal('roster.link_unknown');
    return row;
  }

  /** What was entered, without what was closed since. */
  private async personOf(row: EntryRow): Promise<Wanted> {
    if (row.name === null || row.phoneSealed === null || row.bornOn === null || row.occupation === null) throw new Refusal('roster.link_unknown');
    const wanted = JSON.parse(row.topicIds) as string[];
    const open = new Set((await this.dictionary.terms(this.clock.today())).map(({ id }) => id));
    const unitId = row.unitId !== null && (await this.units.exists('unit', row.unitId)) ? row.unitId : null;
    return {
      name: row.name, phone: this.seals.openPhone(row.id, row.phoneSealed), bornOn: row.bornOn, occupation: row.occupation, unitId, countyCode: row.countyId, topicIds: wanted.filter((id) => open.has(id)), availability: '0'.repeat(21), travelLimit: 60, toIslands: false, toMountains: true,
    };
  }
}
