import type { Block } from '@kepu/contracts';
import type { Locale } from '@kepu/contracts/labels';
import type { Actor } from '../../platform/auth/actor.js';

/** Says why somebody cannot have a position. Implemented by the matching module, which stands to the right of this one. */
export abstract class EligibilityCheck {
  /** The most telling first, with parameters in words of the language; nothing where nothing stands against it. Inside a unit of work it sees what the unit has written. */
  abstract blocks(actor: Actor, volunteerId: string, positionId: string, locale?: Locale): Promise<Block[]>;
}
