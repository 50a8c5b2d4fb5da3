import { createHash } from 'node:crypto';
import type { AuditEntryEntity } from './audit-entry.entity.js';
import type { AuditSealEntity } from './audit-seal.entity.js';

/** What the first link of a chain names as the one before it. */
export const GENESIS = '0'.repeat(64);

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Over a JSON list, so that no two different rows share their bytes. Ciphertext goes in as it stands: the hash outlives the key. */
export function entryHash(entry: Omit<AuditEntryEntity, 'hash' | 'seal'>): string {
  return sha256(
    JSON.stringify([
      'kepu audit entry v1',
      entry.id,
      entry.at.toISOString(),
      entry.actorKind,
      entry.actorId,
      entry.actorIp,
      entry.action,
      entry.subjectKind,
      entry.subjectId,
      entry.before,
      entry.after,
      entry.classifiedPersonId,
      entry.classified,
    ]),
  );
}

export interface Leaf {
  readonly id: string;
  readonly hash: string;
}

export function writeLeaves(leaves: readonly Leaf[]): string {
  return leaves.map((leaf) => `${leaf.id} ${leaf.hash}`).join('\n');
}

export function readLeaves(text: string): Leaf[] {
  return text.split('\n').map((line) => {
    const [id = '', hash = ''] = line.split(' ');
    return { id, hash };
  });
}

export function leavesRoot(leaves: string): string {
  return sha256(leaves);
}

export function sealHash(seal: Omit<AuditSealEntity, 'hash' | 'leaves'>): string {
  return sha256(JSON.stringify(['kepu audit seal v1', seal.number, seal.at.toISOString(), seal.count, seal.root, seal.previous]));
}
