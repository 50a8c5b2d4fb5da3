import type { Actor } from './actor.js';

/** The actor as the audit trail keeps it. */
export const auditActor = (actor: Actor): { kind: Actor['kind']; id: string | null; ip: string | null } => ({
  kind: actor.kind, id: actor.kind === 'person' ? (actor.guardianId ?? actor.accountId) : null, ip: actor.kind === 'system' ? null : actor.ip,
});
