import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { notFound } from '../../platform/errors/refusal.js';
import { maskedName, SealedNames } from '../identity/index.js';
import { GuardianLinksRepository, type GuardianRow } from './guardian-links.repository.js';

/** What follows when the actor is no longer the guardian of a child. Runs inside the unit of work of the change. */
export type LinkEndHandler = (guardian: PersonActor, minorId: string) => Promise<void>;

/** Who decides for which child, for the other modules. */
@Injectable()
export class Guardians {
  private readonly handlers: LinkEndHandler[] = [];

  constructor(private readonly rows: GuardianLinksRepository, private readonly names: SealedNames, private readonly clock: Clock) {}

  /** For the modules to the right that keep something by a guardian's word. */
  whenEnded(handler: LinkEndHandler): void { this.handlers.push(handler); }
  async ended(guardian: PersonActor, minorId: string): Promise<void> { for (const handler of this.handlers) await handler(guardian, minorId); }

  /** Whoever acts for an own child: as the child, without any right of the guardian's. Errors: `resource.not_found`, also for the child of others. */
  async actingFor(actor: PersonActor, childId: string): Promise<PersonActor> {
    if (actor.guardianId !== undefined || !(await this.rows.decides(actor.accountId, childId, this.clock.today()))) throw notFound();
    const name = await this.names.openOne(childId);
    return { ...actor, accountId: childId, guardianId: actor.accountId, name: name === null ? '' : maskedName(name), grants: [], permissions: new Set() };
  }

  /** Whether there is a child of that name and birth date whose guardian has the number. */
  async known({ name, bornOn, phoneIndex }: { readonly name: string; readonly bornOn: string; readonly phoneIndex: string }): Promise<boolean> {
    const ids = await this.rows.ofNumber(bornOn, phoneIndex);
    return [...(await this.names.open(ids)).values()].includes(name);
  }

  decides(guardianId: string, minorId: string): Promise<boolean> { return this.rows.decides(guardianId, minorId, this.clock.today()); }

  /** Who decides, by child. */
  async of(minorIds: readonly string[]): Promise<ReadonlyMap<string, readonly GuardianRow[]>> {
    const found = new Map<string, GuardianRow[]>();
    for (const row of await this.rows.guardiansOf(minorIds, this.clock.today())) found.set(row.minorId, [...(found.get(row.minorId) ?? []), row]);
    return found;
  }

  /** The children of somebody, by id. */
  async childrenOf(guardianId: string): Promise<readonly string[]> { return (await this.rows.childrenOf(guardianId, this.clock.today())).map(({ id }) => id); }
}
