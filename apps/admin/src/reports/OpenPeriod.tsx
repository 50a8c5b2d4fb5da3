import type { ReportPeriodProposal } from '@kepu/contracts';
import { Box } from '@mui/material';
import { useEffect, useRef } from 'react';
import { NumberInput, SelectInput, useTranslate } from 'react-admin';
import { useFormContext, useWatch, type FieldValues } from 'react-hook-form';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { useFormat } from '../ui/format.js';
import { DayInput, LineInput, pair, UnitsInput } from '../ui/inputs.js';
import { useApi } from '../ui/useApi.js';

const days = ['from', 'to', 'opensOn', 'dueOn'] as const;
const keyOf = ({ kind, from }: Pick<ReportPeriodProposal, 'kind' | 'from'>): string => `${kind} ${from}`;

/** Days and workdays of a period. */
export const PeriodDays = () => (
  <>
    <Box sx={pair}>{days.map((name) => <DayInput key={name} source={name} label={`admin.reports.${name}`} isRequired />)}</Box>
    <Box sx={pair}>
      <NumberInput source="returnWorkdays" label="admin.reports.returnWorkdays" min={1} max={30} helperText={false} />
      <NumberInput source="remindWorkdays" label="admin.reports.remindWorkdays" min={1} max={30} helperText={false} />
    </Box>
  </>
);

/** The period that is chosen brings its days along; they can be changed. */
const Chosen = ({ offered }: { offered: readonly ReportPeriodProposal[] }) => {
  const which: unknown = useWatch({ name: 'which' });
  const { setValue } = useFormContext();
  const was = useRef(which);
  useEffect(() => {
    // The first one stands in the form already.
    if (was.current === which) return;
    was.current = which;
    const found = offered.find((one) => keyOf(one) === which);
    for (const name of days) if (found) setValue(name, found[name]);
    if (found) setValue('name', found.name);
  }, [which, offered, setValue]);
  return <SelectInput source="which" label="admin.reports.create_which" helperText={false} choices={[...offered.filter(({ exists }) => !exists).map((one) => ({ id: keyOf(one), name: one.name })), { id: 'scheme', name: 'terms.reportPeriodKinds.scheme' }]} />;
};

/** What a form of a period says, but for its kind. */
export const periodValues = (values: FieldValues) => ({
  name: String(values['name'] ?? ''), ...(Object.fromEntries(days.map((name) => [name, String(values[name] ?? '')])) as Record<(typeof days)[number], string>),
  ...(values['returnWorkdays'] ? { returnWorkdays: Number(values['returnWorkdays']) } : {}), ...(values['remindWorkdays'] ? { remindWorkdays: Number(values['remindWorkdays']) } : {}),
});

/** Has units report on a period of the year, or on a scheme. */
export const OpenPeriod = ({ planId }: { planId: string }) => {
  const t = useTranslate();
  const offered = useApi(['report-period-proposals', planId], () => api.proposeReportPeriods({ params: { id: planId } })).data?.data ?? [];
  const { today } = useFormat();
  const free = offered.filter(({ exists }) => !exists);
  const first = free.find(({ to }) => today !== null && to >= today) ?? free[0];
  return (
    <ActionButton
      label="admin.reports.create" variant="contained" disabled={offered.length === 0} title={t('admin.reports.create_title')} submitLabel="admin.reports.create" success="admin.reports.created" defaults={{ returnWorkdays: 3, remindWorkdays: 3, ...(first ? { which: keyOf(first), name: first.name, ...Object.fromEntries(days.map((name) => [name, first[name]])) } : {}) }}
      run={(values) => {
        const which = offered.find((one) => keyOf(one) === values['which']);
        const units = values['unitIds'] as string[] | undefined;
        return api.createReportPeriod({ params: { id: planId }, body: { kind: which?.kind ?? 'scheme', ...periodValues(values), unitIds: units && units.length > 0 ? units : null } });
      }}
    >
      <Chosen offered={offered} />
      <LineInput source="name" label="admin.reports.name" isRequired />
      <PeriodDays />
      <UnitsInput source="unitIds" label="admin.reports.units" helperText="admin.reports.create_explained" />
    </ActionButton>
  );
};
