import { api } from '../providers/api.js';
import { useApi } from '../ui/useApi.js';

/** Periods in reach, of one plan where it is named, the last to be due first. */
export const usePeriods = (planId?: string) => useApi(['report-periods', planId ?? 'all'], () => api.listReportPeriods({ query: { perPage: 200, ...(planId ? { planId } : {}) } }));
/** One period. */
export const usePeriod = (id: string) => useApi(['report-period', id], () => api.getReportPeriod({ params: { id } }));
/** Which units of a period to show, and in which order. */
export type UnitsQuery = Omit<NonNullable<Parameters<typeof api.listUnitReports>[0]['query']>, 'page' | 'perPage'>;
/** Units of a period. */
export const usePeriodUnits = (id: string, query: UnitsQuery) => useApi(['unit-reports', id, JSON.stringify(query)], () => api.listUnitReports({ params: { id }, query: { perPage: 200, ...query } }));
/** One unit's report. */
export const useUnitReport = (id: string) => useApi(['unit-report', id], () => api.getUnitReport({ params: { id } }));
