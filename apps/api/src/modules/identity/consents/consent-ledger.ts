import { Injectable, type OnModuleInit } from '@nestjs/common';
import { consentKinds, consentVersions, neededConsent, type ConsentKind, type ConsentMethod, type MyConsent } from '@kepu/contracts';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { auditActor } from '../../../platform/auth/audit-actor.js';
import { Clock } from '../../../platform/clock/index.js';
import { newId, UnitOfWork } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/errors/refusal.js';
import type { ConsentEntity } from './consent.entity.js';
import { consentText } from './consent-texts.js';
import { ConsentsRepository } from './consents.repository.js';

/** What follows an agreement that was given or taken back. Runs inside the unit of work of the change. */
export type ConsentHandler = (personId: string, kind: ConsentKind, given: boolean) => Promise<void>;

/** What people agreed to: which text, when, and how. */
@Injectable()
export class ConsentLedger implements OnModuleInit {
  private readonly handlers: ConsentHandler[] = [];

  constructor(private readonly rows: ConsentsRepository, private readonly audit: AuditTrail, private readonly work: UnitOfWork, private readonly clock: Clock) {}

  /** The texts that are asked for now are kept before anybody can agree to them. */
  async onModuleInit(): Promise<void> {
    const known = new Set((await this.rows.texts()).map(({ kind, hash }) => `${kind} ${hash}`));
    for (const kind of consentKinds) {
      const { zh, en, hash } = consentText(kind);
      if (known.has(`${kind} ${hash}`)) continue;
      await this.work.run(() => this.rows.insertTextOnce({ id: newId(), kind, version: consentVersions[kind], hash, textZh: zh, textEn: en, createdAt: this.clock.now() }));
    }
  }

  /** For the modules to the right that keep something by an agreement. */
  whenChanged(handler: ConsentHandler): void { this.handlers.push(handler); }

  /** Every kind, as it stands for a person. Whoever never agreed to the privacy notice is no volunteer and is not asked. */
  async of(personId: string): Promise<MyConsent[]> {
    const rows = await this.rows.of(personId);
    const volunteer = rows.some((row) => row.kind === neededConsent && row.withdrawnAt === null);
    // The rules for children are agreed to by guardians: nobody else is asked, or shown an empty line.
    return consentKinds.filter((kind) => kind !== 'child' || rows.some((row) => row.kind === kind)).map((kind) => {
      const last = rows.filter((row) => row.kind === kind).at(-1);
      const given = last !== undefined && last.withdrawnAt === null;
      return {
        kind, needed: kind === neededConsent, given, asks: volunteer && kind === neededConsent && last?.version !== consentVersions[kind], currentVersion: consentVersions[kind], version: last?.version ?? null,
        givenAt: last?.givenAt.toISOString() ?? null, method: last?.method ?? null, withdrawnAt: last?.withdrawnAt?.toISOString() ?? null,
      };
    });
  }

  /** Whether an agreement is in force. */
  async holds(personId: string, kind: ConsentKind): Promise<boolean> {
    return (await this.rows.of(personId)).some((row) => row.kind === kind && row.withdrawnAt === null);
  }

  /** By the person. Errors: `consent.text_changed` where another text than the present one was read; `volunteer.required` for somebody whose data are not kept by consent. */
  async give(actor: Extract<Actor, { kind: 'person' }>, kind: ConsentKind, version: string): Promise<void> {
    if (kind === 'child') throw new Refusal('consent.needed');
    if (version !== consentVersions[kind]) throw new Refusal('consent.text_changed');
    await this.work.run(async () => {
      if (!(await this.holds(actor.accountId, neededConsent))) throw new Refusal('volunteer.required');
      await this.enter(actor, actor.accountId, [kind], 'self');
      await this.audit.record({ actor: auditActor(actor), action: 'consent.given', subjectKind: 'account', subjectId: actor.accountId, before: null, after: { kind, version } });
      for (const handler of this.handlers) await handler(actor.accountId, kind, true);
    });
  }

  /** By the person. Errors: `consent.needed`. */
  async withdraw(actor: Extract<Actor, { kind: 'person' }>, kind: ConsentKind): Promise<void> {
    if (kind === neededConsent || kind === 'child') throw new Refusal('consent.needed');
    await this.work.run(async () => {
      if (!(await this.end(actor.accountId, kind))) return;
      await this.audit.record({ actor: auditActor(actor), action: 'consent.withdrawn', subjectKind: 'account', subjectId: actor.accountId, before: { kind }, after: null });
      for (const handler of this.handlers) await handler(actor.accountId, kind, false);
    });
  }

  /** Inside a unit whose audit row tells of it: agreements to the present texts. One that is in force for the same text is not entered twice. */
  async enter(actor: Actor, personId: string, kinds: readonly ConsentKind[], method: ConsentMethod, scanId: string | null = null): Promise<void> {
    const present = await this.rows.of(personId);
    for (const kind of kinds) {
      const { hash } = consentText(kind);
      if (present.some((row) => row.kind === kind && row.hash === hash && row.withdrawnAt === null)) continue;
      const row: ConsentEntity = {
        id: newId(), personId, kind, version: consentVersions[kind], hash, givenAt: this.clock.now(), method, givenBy: (method === 'on_behalf' || method === 'guardian' || method === 'slip') && actor.kind === 'person' ? (actor.guardianId ?? actor.accountId) : null, scanId, withdrawnAt: null,
      };
      await this.rows.insert([row]);
    }
  }

  /** Inside a unit whose audit row tells of it, for a change that itself does what follows. Answers whether there was one. */
  async end(personId: string, kind: ConsentKind): Promise<boolean> { return (await this.rows.withdraw(personId, kind, this.clock.now())) > 0; }
}
