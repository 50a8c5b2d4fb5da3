/** How long something is kept: so many days or years after the moment that its rule names, or for good. */
export type Keeping = { readonly days: number } | { readonly years: number } | null;
/** A law or standard that a period rests on; the words stand in the labels under `portal.retention.articles`. */
export type RetentionArticle = 'pipl19' | 'csl21' | 'pipl56' | 'gbt40143';
/** What is kept of which table, for how long, and why. `reason` says it in the labels under `portal.retention.rules`, with the moment from which is counted. */
export interface RetentionRule { readonly key: string; readonly table: string; readonly keep: Keeping; readonly article: RetentionArticle; /** Told where it is collected, and no part of the notice that volunteers agree to; its words stand under `terms.keptApart`. */ readonly apart?: true }

/** Every kind of data with an end of its own. The job that deletes, the page of the office and the public page read this one table. */
export const retentionRules = [
  { key: 'sessions', table: 'sessions', keep: { days: 30 }, article: 'pipl19' },
  { key: 'rate_limits', table: 'rate_limits', keep: { days: 1 }, article: 'pipl19' },
  { key: 'idempotency_keys', table: 'idempotency_keys', keep: { days: 1 }, article: 'pipl19' },
  { key: 'jobs', table: 'jobs', keep: { days: 30 }, article: 'pipl19' },
  { key: 'read_notices', table: 'notices', keep: { years: 1 }, article: 'pipl19' },
  { key: 'invitations', table: 'invitations', keep: { years: 1 }, article: 'pipl19' },
  { key: 'unit_applications', table: 'unit_applications', keep: { years: 1 }, article: 'pipl19' },
  { key: 'roster_rows', table: 'roster_rows', keep: { days: 7 }, article: 'pipl19', apart: true },
  { key: 'roster_entries', table: 'roster_entries', keep: { years: 1 }, article: 'pipl19', apart: true },
  { key: 'complaints', table: 'complaints', keep: { years: 3 }, article: 'pipl56', apart: true },
  { key: 'place_invitations', table: 'place_invitations', keep: { years: 1 }, article: 'pipl19', apart: true },
  { key: 'orders', table: 'orders', keep: { years: 3 }, article: 'pipl19', apart: true },
  { key: 'order_devices', table: 'order_ratings', keep: { days: 90 }, article: 'pipl19', apart: true },
  { key: 'unregistered_pupils', table: 'pupils', keep: { days: 90 }, article: 'pipl19', apart: true },
  { key: 'batches', table: 'batches', keep: { years: 1 }, article: 'pipl19', apart: true },
  { key: 'packs', table: 'packs', keep: { days: 30 }, article: 'pipl19', apart: true },
  { key: 'slips', table: 'class_scans', keep: { years: 3 }, article: 'pipl56', apart: true },
  { key: 'data_accesses', table: 'data_accesses', keep: { years: 3 }, article: 'pipl56' },
  { key: 'closed_names', table: 'accounts', keep: { years: 10 }, article: 'gbt40143' },
  { key: 'audit_entries', table: 'audit_entries', keep: null, article: 'csl21' },
] as const satisfies readonly RetentionRule[];
/** The key of a rule. */
export type RetentionKey = (typeof retentionRules)[number]['key'];

/** Where the words of a rule stand in the labels. */
export const retentionLabel = (key: string): string => `${retentionRules.some((rule) => rule.key === key && 'apart' in rule) ? 'terms.keptApart' : 'portal.retention.rules'}.${key}`;

/** The moment before which nothing of a rule is kept, seen from `now`; null for what is kept for good. Years end with their day, 29 February with the 28th. */
export const keptSince = (keep: Keeping, now: Date): Date | null => {
  if (keep === null) return null;
  if ('days' in keep) return new Date(now.getTime() - keep.days * 86_400_000);
  const since = new Date(now);
  since.setUTCFullYear(now.getUTCFullYear() - keep.years);
  // 29 February of a year that has none becomes 1 March.
  if (since.getUTCMonth() !== now.getUTCMonth()) since.setUTCDate(0);
  return since;
};
