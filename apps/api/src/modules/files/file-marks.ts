import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';

/** What is done about the bytes of files of which somebody has said that they stay inside, or that they were not looked at after all. Runs inside the unit that says so. */
export type MarkHandler = (hashes: readonly string[], actor: Actor) => Promise<void>;

/** Something that may not be shown any more has been copied before: what stands to the right of this module registers what becomes of its copies. */
@Injectable()
export class FileMarks {
  private readonly handlers = new Map<string, MarkHandler>();

  /** `name` says what holds copies (`packs`); a second one of the same name is a mistake in the wiring. */
  register(name: string, handler: MarkHandler): void {
    if (this.handlers.has(name)) throw new Error(`${name} is registered already`);
    this.handlers.set(name, handler);
  }

  /** Inside a unit. */
  async withdraw(hashes: readonly string[], actor: Actor): Promise<void> {
    if (hashes.length > 0) for (const handler of this.handlers.values()) await handler(hashes, actor);
  }
}
