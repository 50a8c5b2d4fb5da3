import type { Grant } from '@kepu/contracts';
import type { GrantRow } from './grants.repository.js';

/** A grant as the API shows it. The city has no name of its own here: the label says it. */
export const grantView = (row: GrantRow): Grant => ({
  id: row.id, accountId: row.accountId, accountName: row.accountName, role: row.role,
  scope: { kind: row.scopeKind, id: row.scopeId, name: row.scopeName ?? '' }, post: row.post, from: row.fromDay, to: row.toDay, endedAt: row.endedAt,
});
