import { createHash } from 'node:crypto';
import type { RiskText } from '@kepu/contracts';

/** What of an activity says how dangerous it is. */
export interface RiskFacts { readonly id: string; readonly riskStatement: string; readonly insurance: string; readonly minors: boolean; readonly dangerous: boolean }

/** The text that a guardian reads, and its hash: of this activity, with these risks and this insurance. */
export const riskTextOf = ({ id, riskStatement, insurance, minors, dangerous }: RiskFacts): RiskText => ({
  text: riskStatement, insurance, minors, dangerous, hash: createHash('sha256').update(JSON.stringify([id, riskStatement, insurance, dangerous])).digest('hex'),
});
