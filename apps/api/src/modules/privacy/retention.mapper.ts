import type { RetentionRuleView } from '@kepu/contracts';
import { retentionRules, type RetentionRule } from '@kepu/domain';
import type { RuleHistory } from '../../platform/retention/index.js';

/** Rules as the office reads them, each with what it has removed. */
export const retentionView = (histories: readonly RuleHistory[]): RetentionRuleView[] => retentionRules.map(({ key, table, keep, article }: RetentionRule) => {
  const history = histories.find((one) => one.rule === key);
  return {
    key, table, days: keep && 'days' in keep ? keep.days : null, years: keep && 'years' in keep ? keep.years : null, article, lastRunAt: history?.lastRunAt ?? null, removed: history?.removed ?? null,
    removedInAll: history?.removedInAll ?? 0,
  };
});
