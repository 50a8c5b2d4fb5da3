import { Injectable } from '@nestjs/common';
import type { RealName, RealNameGiven, realNameInput, realNameOnBehalf, Registration } from '@kepu/contracts';
import { ADULT_AGE, ageOn, readIdentityNumber, readPassportNumber, type CivilDate } from '@kepu/domain';
import type { z } from 'zod';
import { AuditTrail } from '../../platform/audit/index.js';
import type { Actor, PersonActor } from '../../platform/auth/actor.js';
import { auditActor } from '../../platform/auth/audit-actor.js';
import { RateLimits } from '../../platform/auth/rate-limits.js';
import { Clock } from '../../platform/clock/index.js';
import { BlindIndex, FieldCipher } from '../../platform/crypto/index.js';
import { uniqueName, UniqueViolation, UnitOfWork } from '../../platform/database/index.js';
import { notFound, Refusal } from '../../platform/errors/refusal.js';
import { Jobs } from '../../platform/jobs/index.js';
import { AccountsRepository, AccountsService, maskedName, PersonTurns, SealedNames } from '../identity/index.js';
import { numberPlace, RealNameViews } from './real-name-views.js';
import { RealNamesRepository } from './real-names.repository.js';
import type { RealNameEntity } from './real-name.entity.js';
import { Standings } from './standings.service.js';
import { VolunteerListsRepository } from './volunteer-lists.repository.js';
import type { VolunteerEntity } from './volunteer.entity.js';
import { VolunteersRepository } from './volunteers.repository.js';

/** A slip of the finger happens twice or thrice; whoever tries numbers of others does not get far. */
const perPerson = { tries: 8, minutes: 24 * 60 };
const perStaff = { tries: 120, minutes: 60 };
const numbers = uniqueName('real_names', ['number_index']);

/** A document as it was read. */
interface Document { readonly kind: RealNameEntity['kind']; readonly number: string; readonly bornOn: CivilDate }
interface Entry { readonly givenBy: string | null; readonly seen: string | null; readonly replaces: boolean }

const wrongField = (path: string, code: string): Refusal => new Refusal('input.invalid', { params: { count: 1 }, fields: [{ path, code }] });

/** Who a volunteer is, by the number of a document. The number is sealed where it comes in and leaves in no answer, log or job. */
@Injectable()
export class RealNames {
  constructor(
    private readonly rows: RealNamesRepository, private readonly volunteers: VolunteersRepository, private readonly lists: VolunteerListsRepository, private readonly views: RealNameViews, private readonly standings: Standings, private readonly turns: PersonTurns, private readonly accounts: AccountsService, private readonly people: AccountsRepository, private readonly sealed: SealedNames,
    private readonly cipher: FieldCipher, private readonly index: BlindIndex, private readonly limits: RateLimits, private readonly jobs: Jobs, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock,
  ) {}

  /** Errors: `volunteer.required`. */
  async mine(actor: PersonActor): Promise<RealName> {
    const volunteer = await this.demand(actor.accountId);
    return { ...(await this.views.of(volunteer.id)), bornOn: volunteer.bornOn, standing: volunteer.standing };
  }

  /** Once. Errors: `volunteer.required`, `volunteer.void`, `real_name.given`, `real_name.taken`, `rate.limited`, `input.invalid`. */
  async give(actor: PersonActor, { number }: z.output<typeof realNameInput>): Promise<RealNameGiven> {
    await this.demand(actor.accountId);
    const document = this.read('id_card', number, null);
    await this.limits.spend('real name', actor.accountId, perPerson);
    const corrected = await this.work.run(() => this.write(actor, actor.accountId, document, { givenBy: null, seen: null, replaces: false })).catch((error: unknown) => this.taken(actor.accountId, document, error));
    return { ...(await this.mine(actor)), corrected };
  }

  /** Inside a unit, by the person, for whom nothing has to be limited: the demo city. */
  async record(actor: PersonActor, id: string, number: string): Promise<void> { await this.write(actor, id, this.read('id_card', number, null), { givenBy: null, seen: null, replaces: false }); }

  /** By staff who saw the document. Errors: as `give`, and `resource.not_found`. */
  async enter(actor: PersonActor, id: string, given: z.output<typeof realNameOnBehalf>): Promise<Registration> {
    if (!(await this.lists.findFor(actor, id, 'volunteer:register'))) throw notFound();
    const document = this.read(given.kind, given.number, given.bornOn);
    await this.limits.spend('real name by staff', actor.accountId, perStaff);
    await this.work.run(() => this.write(actor, id, document, { givenBy: actor.accountId, seen: given.seen, replaces: given.replaces })).catch((error: unknown) => this.taken(id, document, error));
    return this.standings.of(id);
  }

  /** Inside a unit, with the turns of both: the number follows the person into the registration that stays, which has none, and the birth date with it. */
  async handOver(actor: Actor, from: string, into: string): Promise<void> {
    const row = await this.rows.find(from);
    await this.rows.forgetClash(from);
    if (!row) return;
    const [gone, stays] = [await this.demand(from), await this.demand(into)];
    await this.rows.remove(from);
    await this.rows.forgetClash(into);
    await this.rows.insert({ ...row, id: into, numberSealed: this.cipher.seal(this.cipher.open(row.numberSealed, numberPlace(from)), numberPlace(into)) });
    if (gone.bornOn !== stays.bornOn) await this.correctBirth(actor, stays, gone.bornOn);
  }

  /** Whose number it is, is told to nobody here; that somebody was refused it is kept for whoever looks for duplicates. */
  private async taken(id: string, document: Document, error: unknown): Promise<never> {
    if (!(error instanceof UniqueViolation && error.constraint === numbers)) throw error;
    await this.work.run(() => this.rows.noteClash({ id, numberIndex: this.indexOf(document), at: this.clock.now() }));
    throw new Refusal('real_name.taken', { cause: error });
  }

  private indexOf({ kind, number }: Pick<Document, 'kind' | 'number'>): string { return this.index.of('identity_document', `${kind} ${number}`); }

  private async demand(id: string): Promise<VolunteerEntity> {
    const row = await this.volunteers.find(id);
    if (!row) throw new Refusal('volunteer.required');
    return row;
  }

  /** Errors: `input.invalid`, which never repeats what was typed. */
  private read(kind: Document['kind'], typed: string, bornOn: CivilDate | null): Document {
    if (kind === 'passport') {
      const number = readPassportNumber(typed);
      if (number === null) throw wrongField('body.number', 'bad_format');
      if (bornOn === null || bornOn > this.clock.today()) throw wrongField('body.bornOn', bornOn === null ? 'required' : 'bad_date');
      return { kind, number, bornOn };
    }
    const read = readIdentityNumber(typed);
    if (!read.ok) throw wrongField('body.number', `identity_${read.fault}`);
    if (read.bornOn > this.clock.today()) throw wrongField('body.number', 'identity_date');
    return { kind, number: read.number, bornOn: read.bornOn };
  }

  /** Inside a unit. Answers whether the registered birth date was another one. */
  private async write(actor: Actor, id: string, { kind, number, bornOn }: Document, { givenBy, seen, replaces }: Entry): Promise<boolean> {
    await this.turns.take(id);
    const volunteer = await this.demand(id);
    if (volunteer.standing === 'void') throw new Refusal('volunteer.void');
    if ((await this.people.find(id))?.state === 'closed') throw new Refusal('volunteer.required');
    const before = await this.rows.find(id);
    if (before && !replaces) throw new Refusal('real_name.given');
    const row: RealNameEntity = { id, kind, numberSealed: this.cipher.seal(number, numberPlace(id)), numberIndex: this.indexOf({ kind, number }), givenAt: this.clock.now(), givenBy, seen };
    await (before ? this.rows.replace(row) : this.rows.insert(row));
    await this.rows.forgetClash(id);
    await this.audit.record({
      actor: auditActor(actor), action: before ? 'real_name.corrected' : 'real_name.given', subjectKind: 'volunteer', subjectId: id, before: before && { kind: before.kind }, after: { kind, bySelf: givenBy === null, seen },
      classified: { personId: id, fields: ['seen'] },
    });
    if (bornOn === volunteer.bornOn) return false;
    await this.correctBirth(actor, volunteer, bornOn);
    return true;
  }

  /** The document is right. Whoever claimed to be of age and is not cannot go on as an adult. */
  private async correctBirth(actor: Actor, volunteer: VolunteerEntity, bornOn: CivilDate): Promise<void> {
    const today = this.clock.today();
    await this.volunteers.correctBirth(volunteer.id, bornOn);
    await this.audit.record({
      actor: auditActor(actor), action: 'volunteer.birth_date_corrected', subjectKind: 'volunteer', subjectId: volunteer.id, before: { bornOn: volunteer.bornOn }, after: { bornOn }, classified: { personId: volunteer.id, fields: ['bornOn'] },
    });
    await this.jobs.enqueue('notice.birth_date_corrected', { volunteerId: volunteer.id });
    if (ageOn(volunteer.bornOn, today) < ADULT_AGE || ageOn(bornOn, today) >= ADULT_AGE) return;
    await this.hideName(volunteer.id);
    await this.standings.suspend(volunteer.id);
  }

  /** From now on the person is named as minors are. */
  private async hideName(id: string): Promise<void> {
    const name = (await this.people.namesOf([id])).get(id);
    if (name === undefined || (await this.sealed.openOne(id)) !== null) return;
    await this.sealed.seal(id, name);
    await this.accounts.rename(id, maskedName(name));
  }
}
