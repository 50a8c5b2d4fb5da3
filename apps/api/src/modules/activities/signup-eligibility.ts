import type { Block } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import { Refusal } from '../../platform/errors/refusal.js';

/** What a sign-up is refused for by a code of its own, so that the page can say and do more about it. */
const apart: ReadonlySet<Block['code']> = new Set(['overlap', 'started', 'not_open']);

/** The first block that is no refusal of its own, as a sentence with what would help. Errors: `signup.not_eligible`. */
export function demandEligible(blocks: readonly Block[], locale: Locale): void {
  const block = blocks.find(({ code }) => !apart.has(code));
  if (!block) return;
  const say = (what: 'blocks' | 'remedies') => label(locale, `matching.${what}.${block.code}`, block.params);
  throw new Refusal('signup.not_eligible', { params: { block: block.code, why: say('blocks'), remedy: say('remedies') } });
}
