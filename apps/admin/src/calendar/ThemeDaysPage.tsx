import type { ThemeDay } from '@kepu/contracts';
import { Box } from '@mui/material';
import { ArrayInput, ListBase, NumberInput, Pagination, required, SelectInput, SimpleFormIterator, TextArrayInput, useTranslate } from 'react-admin';
import { useWatch, type FieldValues } from 'react-hook-form';
import { api } from '../providers/api.js';
import { createOnce, resourceRoutes } from '../providers/resources.js';
import { useMay, useSession } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { AddLineButton } from '../ui/AddLineButton.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState } from '../ui/Panels.js';
import { RecordTable, type Column } from '../ui/RecordTable.js';
import { Mark } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { DayInput, LineInput } from '../ui/inputs.js';
import { fieldsOf, ruleOf, ruleText } from './rule.js';

const routes = resourceRoutes(api)['theme-days'];
const kinds = ['fixed', 'weekday', 'month', 'announced'].map((id) => ({ id, name: `admin.calendar.kinds.${id}` }));
const weekdays = [1, 2, 3, 4, 5, 6, 0].map((id) => ({ id, name: `admin.calendar.weekdays.${id}` }));
const noteOf = (values: FieldValues): string | null => (typeof values['note'] === 'string' && values['note'].trim() !== '' ? values['note'] : null);

const Inputs = () => {
  const kind: unknown = useWatch({ name: 'kind' });
  return (
    <>
      <LineInput source="name" label="admin.calendar.name" isRequired />
      <SelectInput source="kind" label="admin.calendar.kind" choices={kinds} validate={required()} helperText={false} />
      <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr 1fr' } }}>
        {kind !== 'announced' && <NumberInput source="month" label="admin.calendar.month" min={1} max={12} validate={required()} helperText={false} />}
        {kind === 'fixed' && <NumberInput source="day" label="admin.calendar.day" min={1} max={31} validate={required()} helperText={false} />}
        {kind === 'weekday' && <NumberInput source="nth" label="admin.calendar.nth" min={1} max={5} validate={required()} helperText={false} />}
        {kind === 'weekday' && <SelectInput source="weekday" label="admin.calendar.weekday" choices={weekdays} validate={required()} helperText={false} />}
      </Box>
      {kind === 'announced' && (
        <ArrayInput source="dates" label="admin.calendar.dates" helperText={false}>
          <SimpleFormIterator inline disableReordering disableClear addButton={<AddLineButton />}>
            <DayInput source="from" label="admin.calendar.from" isRequired /><DayInput source="to" label="admin.calendar.to" />
          </SimpleFormIterator>
        </ArrayInput>
      )}
      <TextArrayInput source="aliases" label="admin.units.aliases" helperText="admin.programmes.aliases_hint" />
      <LineInput source="note" label="admin.calendar.note" rows={2} />
    </>
  );
};

const Actions = ({ row }: { row: ThemeDay }) => {
  const t = useTranslate();
  const today = useSession()?.today ?? '';
  const { id, version, name, aliases, rule, note, closedOn } = row;
  if (closedOn) return null;
  return (
    <>
      <ActionButton label="ra.action.edit" variant="text" title={name} submitLabel="ra.action.save" success="admin.shell.saved" defaults={{ name, note, aliases, ...fieldsOf(rule) }} run={(values) => api.updateThemeDay({ params: { id }, body: { version, name: String(values['name'] ?? ''), rule: ruleOf(values), note: noteOf(values), aliases: (values['aliases'] ?? []) as string[] } })}>
        <Inputs />
      </ActionButton>
      <ActionButton label="admin.shell.close" variant="text" danger title={t('admin.terms.close_title', { name })} explanation={t('admin.calendar.close_explained')} submitLabel="admin.shell.close" success="admin.shell.closed_done" defaults={{ on: today }} run={(values) => api.closeThemeDay({ params: { id }, body: { version, on: String(values['on'] ?? '') } })}>
        <DayInput source="on" label="admin.shell.last_day" isRequired />
      </ActionButton>
    </>
  );
};

/** Days, weeks and months with a theme, the next one first. */
const ThemeDaysPage = () => {
  const t = useTranslate();
  const may = useMay();
  const { day, distance, today } = useFormat();
  // A day far off needs no countdown.
  const near = (from: string) => (today !== null && Date.parse(from) - Date.parse(today) < 60 * 86_400_000 ? ` · ${distance(from)}` : '');
  const columns: readonly Column<ThemeDay>[] = [
    { label: 'admin.calendar.name', sort: 'name', title: true, value: ({ name, closedOn }) => <>{name}{closedOn && <> <Mark tone="quiet">{t('admin.shell.closed')}</Mark></>}</> },
    { label: 'admin.calendar.when', nowrap: true, value: ({ rule }) => ruleText(rule, t) },
    { label: 'admin.calendar.next', sort: 'next', value: ({ next }) => (next ? `${day(next.from)}${next.to !== next.from ? ` – ${day(next.to)}` : ''}${near(next.from)}` : t('admin.calendar.not_announced')) },
    { label: 'admin.calendar.note', value: ({ note }) => note ?? t('admin.shell.none') },
  ];
  return (
    <>
      <PageHeader
        title={t('admin.menu.theme_days')} subtitle={t('admin.calendar.theme_days_subtitle')}
        actions={may('dictionary:write') ? (
          <ActionButton label="admin.calendar.create" variant="contained" title={t('admin.calendar.create')} submitLabel="ra.action.save" success="admin.shell.created" defaults={{ kind: 'fixed', aliases: [] }} run={async (values) => { if (routes) await createOnce('theme-days', routes, { name: values['name'], rule: ruleOf(values), aliases: (values['aliases'] ?? []) as string[], ...(noteOf(values) ? { note: noteOf(values) } : {}) }); }}>
            <Inputs />
          </ActionButton>
        ) : undefined}
      />
      <ListBase resource="theme-days" sort={{ field: 'next', order: 'ASC' }} perPage={50}>
        <RecordTable<ThemeDay> caption="admin.menu.theme_days" columns={columns} {...(may('dictionary:write') ? { actions: (row: ThemeDay) => <Actions row={row} /> } : {})} empty={<EmptyState title="admin.calendar.empty" hint="admin.calendar.empty_hint" />} />
        <Pagination />
      </ListBase>
    </>
  );
};
export default ThemeDaysPage;
