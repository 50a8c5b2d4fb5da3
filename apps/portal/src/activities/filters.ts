import type { Client } from '@kepu/api-client';
import type { Locale } from '@kepu/contracts/labels';
import { pathOf } from '../routes.js';
import { lastDayOf } from '../times.js';

/** How a list of activities is asked for. */
export type ListQuery = NonNullable<NonNullable<Parameters<Client['listActivities']>[0]>['query']>;
/** What an address of the list says, each name once. */
export type Filters = Readonly<Partial<Record<'county' | 'when' | 'from' | 'to' | 'topic' | 'audience' | 'kind' | 'free' | 'minors' | 'q' | 'page', string>>>;

export const perPage = 20;

/** The query of the API for an address of the list. Days that were chosen stand above "this week"; without a first day, what is still to come. */
export const queryOf = ({ county, when, from, to, topic, audience, kind, free, minors, q, page }: Filters, today: string): ListQuery => ({
  perPage, page: Number(page ?? 1), sort: 'startsAt',
  ...(county && { county }), ...(topic && { topicId: topic }), ...(audience && { audienceId: audience }), ...(kind && { kind: kind as ListQuery['kind'] }), ...(free && { free: 'true' as const }), ...(minors && { minors: 'true' as const }), ...(q && { q }),
  ...(from || to ? { ...(from && { from }), ...(to && { to }) } : when && { to: lastDayOf(when === 'month' ? 'month' : 'week', today) }),
});

/** The filters that stand behind "more". */
export const furtherFilters = ['topic', 'audience', 'kind', 'from', 'to', 'free', 'minors'] as const;

/** The list with other filters; it begins at its first page again. */
export const listPath = (locale: Locale, filters: Filters, change: Filters = {}): string => pathOf('activities', locale, { query: { ...filters, page: undefined, ...change } });

/** Whether anything is chosen at all. */
export const isFiltered = ({ page: _, ...filters }: Filters): boolean => Object.keys(filters).length > 0;
