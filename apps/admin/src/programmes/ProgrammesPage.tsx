import type { Programme } from '@kepu/contracts';
import { Box, Tab, Tabs, Typography } from '@mui/material';
import { useState } from 'react';
import { ListBase, NumberInput, useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { createOnce, resourceRoutes } from '../providers/resources.js';
import { useMay } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState, Loaded } from '../ui/Panels.js';
import { RecordTable, type Column } from '../ui/RecordTable.js';
import { Mark } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { LineInput } from '../ui/inputs.js';
import { useApi } from '../ui/useApi.js';
import { ProgrammeMappings } from './ProgrammeMappings.js';
import { ProgrammeActions, ProgrammeInputs } from './ProgrammeActions.js';

const routes = resourceRoutes(api);
const create = (resource: 'programmes' | 'programme-sets', values: Record<string, unknown>) => {
  const rules = routes[resource];
  return rules ? createOnce(resource, rules, Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''))) : Promise.resolve();
};

const SetCreate = ({ from }: { from: { id: string; name: string } | undefined }) => {
  const t = useTranslate();
  return (
    <ActionButton
      label={from ? 'admin.programmes.copy_set' : 'admin.programmes.create_set'} title={t('admin.programmes.create_set')} explanation={from ? t('admin.programmes.copy_explained', { name: from.name }) : undefined}
      submitLabel="ra.action.save" success="admin.shell.created" run={(values) => create('programme-sets', { ...values, copyFromId: from?.id ?? null })}
    >
      <LineInput source="name" label="admin.programmes.set_name" isRequired />
      <NumberInput source="fromYear" label="admin.programmes.from_year" helperText={false} />
      <NumberInput source="toYear" label="admin.programmes.to_year" helperText="admin.programmes.to_year_hint" />
    </ActionButton>
  );
};

const InSet = ({ setId }: { setId: string }) => {
  const t = useTranslate();
  const may = useMay();
  const { list, day } = useFormat();
  const columns: readonly Column<Programme>[] = [
    { label: 'admin.programmes.name', sort: 'name', title: true, value: ({ name }) => name },
    { label: 'admin.programmes.short_name', nowrap: true, value: ({ shortName }) => shortName },
    { label: 'admin.units.kind', nowrap: true, value: ({ kind }) => t(`terms.programmeKinds.${kind}`) },
    { label: 'admin.units.aliases', value: ({ aliases }) => (aliases.length > 0 ? list(aliases) : t('admin.shell.none')) },
    { label: 'admin.units.sort_no', sort: 'sortNo', value: ({ sortNo }) => sortNo, wideOnly: true },
    { label: 'admin.shell.state', value: ({ closedOn, successor }) => (closedOn ? <Mark tone="quiet">{successor ? t('admin.shell.merged_into', { name: successor.name }) : t('admin.shell.closed_on', { day: day(closedOn, true) })}</Mark> : t('admin.shell.in_use')) },
  ];
  return (
    <ListBase key={setId} resource="programmes" filter={{ setId }} sort={{ field: 'sortNo', order: 'ASC' }} perPage={200} disableSyncWithLocation>
      <RecordTable<Programme> caption="admin.menu.programmes" columns={columns} {...(may('dictionary:write') ? { actions: (row: Programme) => <ProgrammeActions programme={row} /> } : {})} empty={<EmptyState title="admin.programmes.empty" hint="admin.programmes.empty_hint" />} />
    </ListBase>
  );
};

/** The programmes by set: papers of certain years use one set. */
const ProgrammesPage = () => {
  const t = useTranslate();
  const may = useMay();
  const [chosen, setChosen] = useState<string | null>(null);
  const sets = useApi(['programme-sets'], () => api.listProgrammeSets());
  return (
    <Loaded query={sets} rows={6}>
      {({ data }) => {
        const set = data.find(({ id }) => id === chosen) ?? data[0];
        return (
          <>
            <PageHeader
              title={t('admin.menu.programmes')} subtitle={t('admin.programmes.subtitle')}
              actions={may('dictionary:write') ? (
                <>
                  <SetCreate from={set} />
                  {set && (
                    <ActionButton label="admin.programmes.create" variant="contained" title={t('admin.programmes.create_in', { name: set.name })} submitLabel="ra.action.save" success="admin.shell.created" defaults={{ kind: 'action', aliases: [] }} run={(values) => create('programmes', { ...values, setId: set.id })}>
                      <ProgrammeInputs />
                    </ActionButton>
                  )}
                </>
              ) : undefined}
            />
            {set ? (
              <>
                <Tabs value={set.id} onChange={(_, id: string) => setChosen(id)} variant="scrollable" allowScrollButtonsMobile aria-label={t('admin.programmes.sets')} sx={{ mb: 1.5 }}>
                  {data.map(({ id, name }) => <Tab key={id} value={id} label={name} />)}
                </Tabs>
                <Box sx={{ mb: 1.5 }}><Typography color="textSecondary">{set.toYear ? t('admin.programmes.years', { from: set.fromYear, to: set.toYear }) : t('admin.programmes.years_open', { from: set.fromYear })}</Typography></Box>
                <InSet setId={set.id} />
                <ProgrammeMappings key={`mappings ${set.id}`} set={set} sets={data} />
              </>
            ) : <EmptyState title="admin.programmes.no_sets" hint="admin.programmes.empty_hint" />}
          </>
        );
      }}
    </Loaded>
  );
};
export default ProgrammesPage;
