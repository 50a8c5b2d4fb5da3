import { Injectable } from '@nestjs/common';
import type { AccessSubject, Permission } from '@kepu/contracts';
import type { Actor } from '../../platform/auth/actor.js';

/** A thing by its name, and the unit that it belongs to. */
export interface NamedSubject { readonly name: string; readonly unit: { readonly id: string; readonly name: string } | null }
/** How a kind of thing is looked for. `find` answers as the system answers that actor: null for what the actor does not see. */
export interface AccessProbe { readonly permission: Permission; find(actor: Actor, id: string): Promise<NamedSubject | null> }

/** Kinds of things about which one can ask who sees them. The modules to the right say how theirs are looked for. */
@Injectable()
export class AccessSubjects {
  private readonly probes = new Map<AccessSubject, AccessProbe>();

  register(kind: AccessSubject, probe: AccessProbe): void {
    if (this.probes.has(kind)) throw new Error(`${kind} is registered already`);
    this.probes.set(kind, probe);
  }

  of(kind: AccessSubject): AccessProbe {
    const probe = this.probes.get(kind);
    if (!probe) throw new Error(`Nobody registered ${kind}`);
    return probe;
  }
}
