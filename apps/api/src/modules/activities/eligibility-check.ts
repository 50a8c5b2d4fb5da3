import type { Block } from '@kepu/contracts';
import type { Actor } from '../../platform/auth/actor.js';

/** Says why somebody cannot have a position. Implemented by the matching module, which stands to the right of this one. */
export abstract class EligibilityCheck {
  abstract blocks(actor: Actor, volunteerId: string, positionId: string): Promise<Block[]>;
}
