import type { Block } from '@kepu/contracts';
import type { Actor } from '../../platform/auth/actor.js';
import { Refusal } from '../../platform/errors/refusal.js';

/** The hard rules between a volunteer and a position. Implemented by the matching module, which stands to the right of this one. Inside or outside a unit; only the database is awaited. */
export abstract class EligibilityCheck {
  /** Why the person cannot have the position, the most telling first; nothing where nothing stands against it. */
  abstract blocks(actor: Actor, volunteerId: string, positionId: string): Promise<Block[]>;
}

/** What a sign-up is refused for by a code of its own, so that the page can say and do more about it. */
const apart: ReadonlySet<Block['code']> = new Set(['overlap', 'started', 'not_open']);

/** Occupations come as codes with commas between them; a sentence takes them as keys of the catalogue. */
const occupationKeys = (codes: string | number | undefined): string => String(codes ?? '').split(',').map((code) => `terms.occupations.${code}`).join(',');

/** The first block that is no refusal of its own, as a sentence with what would help. Errors: `signup.not_eligible`. */
export function demandEligible(blocks: readonly Block[]): void {
  const block = blocks.find(({ code }) => !apart.has(code));
  if (!block) return;
  const { params } = block;
  throw new Refusal('signup.not_eligible', {
    params: { ...params, ...('occupations' in params ? { occupations: occupationKeys(params['occupations']) } : {}), why: `matching.blocks.${block.code}`, remedy: `matching.remedies.${block.code}` },
  });
}
