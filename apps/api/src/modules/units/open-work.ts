import { Injectable } from '@nestjs/common';
import type { OpenWorkKind } from '@kepu/contracts';
import type { Actor } from '../../platform/auth/actor.js';

/** The unit and the person whose work is looked at. */
export interface OpenWorkOf { readonly unitId: string; readonly accountId: string }
/** A kind of open work. What is bound to the person has a `move`, which runs inside the unit of work of the hand-over. */
export interface OpenWorkPart { count(of: OpenWorkOf): Promise<number>; move?(of: OpenWorkOf, toAccountId: string, actor: Actor): Promise<void> }

/** What a liaison leaves to a successor. The modules to the right say what theirs is. */
@Injectable()
export class OpenWorkRegistry {
  readonly parts = new Map<OpenWorkKind, OpenWorkPart>();

  register(kind: OpenWorkKind, part: OpenWorkPart): void {
    if (this.parts.has(kind)) throw new Error(`${kind} is registered already`);
    this.parts.set(kind, part);
  }
}
