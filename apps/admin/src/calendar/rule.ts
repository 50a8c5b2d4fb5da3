import type { ThemeDay } from '@kepu/contracts';

/** How a theme day finds its date. */
export type Rule = ThemeDay['rule'];
type Values = Record<string, unknown>;

/** The rule that the form's fields say. What is not filled in is left for the API to name. */
export const ruleOf = (values: Values): Rule => {
  const number = (name: string) => (values[name] === null || values[name] === undefined || values[name] === '' ? NaN : Number(values[name]));
  switch (values['kind'] as Rule['kind']) {
    case 'month': return { kind: 'month', month: number('month') };
    case 'weekday': return { kind: 'weekday', month: number('month'), nth: number('nth'), weekday: number('weekday') };
    case 'announced': return { kind: 'announced', dates: ((values['dates'] ?? []) as { from?: string; to?: string }[]).map(({ from, to }) => ({ from: from ?? '', to: to || from || '' })) };
    case 'fixed': return { kind: 'fixed', month: number('month'), day: number('day') };
  }
};

/** The form's fields of a rule. */
export const fieldsOf = (rule: Rule): Values => ({ ...rule });

/** A rule as people say it. */
export const ruleText = (rule: Rule, t: (key: string, params?: Values) => string): string => {
  switch (rule.kind) {
    case 'fixed': return t('admin.calendar.rule_fixed', { month: rule.month, day: rule.day });
    case 'month': return t('admin.calendar.rule_month', { month: rule.month });
    case 'weekday': return t('admin.calendar.rule_weekday', { month: rule.month, nth: rule.nth, weekday: t(`admin.calendar.weekdays.${rule.weekday}`) });
    case 'announced': return t('admin.calendar.rule_announced');
  }
};
