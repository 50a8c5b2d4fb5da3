import { createHash } from 'node:crypto';
import { normaliseName, normaliseText } from './normalise.js';
import type { Reading, UnitMention } from './types.js';

/**
 * A SHA-256 (hex) of what the paper says, whatever it was read from: who, under which programme, what, in order, on normalised copies. The same paper
 * as text, Word and Excel file has the same one; letter, places and raw characters do not count.
 */
export function paperFingerprint(reading: Pick<Reading, 'items'>): string {
  const hash = createHash('sha256');
  const names = (mentions: readonly UnitMention[]): string => mentions.map((m) => normaliseName(m.name)).join('\u0003');
  for (const item of reading.items) {
    const fields = [names(item.responsible), names(item.lead), names(item.cooperating), normaliseName(item.programme.printed), item.number ?? '', normaliseText(item.text)];
    hash.update(fields.join('\u0002')).update('\u0001');
  }
  return hash.digest('hex');
}
