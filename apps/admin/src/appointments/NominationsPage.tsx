import type { Nomination } from '@kepu/contracts';
import { Box, Button, Checkbox, FormControlLabel, Stack } from '@mui/material';
import { useState } from 'react';
import { ListBase, Pagination, SelectInput, useListContext, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { FilterCard } from '../ui/FilterCard.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState } from '../ui/Panels.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { RecordTable, type Column } from '../ui/RecordTable.js';
import { Mark, StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { ExportButton } from '../privacy/ExportButton.js';
import { DivisionInput, PoolInput, UnitInput } from '../ui/inputs.js';
import { useBulk } from '../ui/useBulk.js';
import { words } from '../ui/words.js';
import { reasons } from './NominationActions.js';

const filters = [
  <SelectInput key="waiting" source="waiting" label="admin.appointments.waiting" alwaysOn choices={[{ id: 'true', name: 'admin.appointments.waiting_yes' }]} />, <SelectInput key="state" source="state" label="admin.appointments.state" alwaysOn choices={words.nominationStates} />,
  <PoolInput key="poolId" source="poolId" label="admin.appointments.pool" {...{ alwaysOn: true }} />, <UnitInput key="unitId" source="unitId" label="admin.appointments.unit" {...{ alwaysOn: true }} />, <DivisionInput key="countyCode" source="countyCode" label="admin.appointments.county" county {...{ alwaysOn: true }} />,
  <SelectInput key="consent" source="consent" label="admin.appointments.consent_filter" alwaysOn choices={words.nominationConsents} />, <SelectInput key="own" source="own" label="admin.appointments.own_filter" alwaysOn choices={[{ id: 'true', name: 'admin.appointments.own_yes' }, { id: 'false', name: 'admin.appointments.own_no' }]} />,
];

/** Whoever is chosen, and what can be done with all of them at once. */
const Chosen = ({ chosen, setChosen }: { chosen: ReadonlySet<string>; setChosen: (next: ReadonlySet<string>) => void }) => {
  const t = useTranslate();
  const { data = [] } = useListContext<Nomination>();
  const { run, dialog } = useBulk();
  const rows = data.filter(({ id }) => chosen.has(id));
  const able = (can: (one: Nomination) => boolean) => rows.filter(can).map(({ id, person }) => ({ id, name: person.name }));
  const versionOf = (id: string) => data.find((one) => one.id === id)?.version ?? 0;
  const [appointable, reviewable, returnable] = [able(({ may }) => may.appoint), able(({ may }) => may.review), able(({ may }) => may.appoint || may.review)];
  const decidable = data.filter(({ may }) => may.appoint || may.review);
  return (
    <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center', my: 1 }}>
      {decidable.length > 0 && <FormControlLabel sx={{ minHeight: 44 }} control={<Checkbox checked={decidable.every(({ id }) => chosen.has(id))} onChange={(event) => setChosen(new Set(event.target.checked ? decidable.map(({ id }) => id) : []))} />} label={t('admin.appointments.select_all')} />}
      {appointable.length > 0 && <Button variant="contained" sx={{ minHeight: 44 }} onClick={() => void run(appointable, (id) => api.appointNomination({ params: { id }, body: { version: versionOf(id) } })).then(() => setChosen(new Set()))}>{t('admin.appointments.bulk_appoint', { count: appointable.length })}</Button>}
      {reviewable.length > 0 && <Button variant="contained" sx={{ minHeight: 44 }} onClick={() => void run(reviewable, (id) => api.reviewNomination({ params: { id }, body: { version: versionOf(id) } })).then(() => setChosen(new Set()))}>{t('admin.appointments.bulk_review', { count: reviewable.length })}</Button>}
      {returnable.length > 0 && (
        <ActionButton label={t('admin.appointments.bulk_return', { count: returnable.length })} danger variant="outlined" title={t('admin.appointments.bulk_return', { count: returnable.length })} submitLabel="admin.appointments.return" run={async ({ reason }) => { await run(returnable, (id) => api.returnNomination({ params: { id }, body: { version: versionOf(id), reason: String(reason ?? '') } })); setChosen(new Set()); }}>
          <ReasonInput suggestions={reasons} />
        </ActionButton>
      )}
      {dialog}
    </Stack>
  );
};

/** Who is to come into pools: by state, with what waits for the reader first. */
const NominationsPage = () => {
  const t = useTranslate();
  const may = useMay();
  const { instant } = useFormat();
  const [search] = useSearchParams();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const columns: readonly Column<Nomination>[] = [
    { label: 'admin.appointments.person', sort: 'personName', title: true, value: ({ person }) => person.name }, { label: 'admin.appointments.pool', value: ({ pool }) => pool.name }, { label: 'admin.appointments.unit', value: ({ unit, own }) => (own ? t('admin.appointments.own') : (unit?.name ?? t('admin.shell.none'))) },
    { label: 'admin.appointments.state', value: ({ state }) => <StateChip of="nominationStates" state={state} /> }, { label: 'admin.appointments.consent', value: ({ consent }) => <Mark tone={consent === 'asked' ? 'waiting' : consent === 'refused' ? 'wrong' : 'good'}>{t(`terms.nominationConsents.${consent}`)}</Mark> },
    { label: 'admin.appointments.submitted', sort: 'created', wideOnly: true, value: ({ submitted }) => (submitted ? t('admin.appointments.by', { name: submitted.by, at: instant(submitted.at) }) : t('admin.shell.none')) },
  ];
  const toggle = (id: string) => setChosen((all) => { const next = new Set(all); if (!next.delete(id)) next.add(id); return next; });
  const poolId = search.get('poolId');
  return (
    <Box>
      <PageHeader title={t('admin.appointments.nominations')} subtitle={t('admin.appointments.subtitle')} />
      <ListBase resource="nominations" sort={{ field: 'created', order: 'DESC' }} perPage={50} filterDefaultValues={poolId ? { poolId } : {}} storeKey={false}>
        <FilterCard filters={filters} search="admin.appointments.find" />
        <Box sx={{ mb: 1.5 }}><ExportButton list="nominations" /></Box>
        <Chosen chosen={chosen} setChosen={setChosen} />
        <RecordTable<Nomination>
          caption="admin.appointments.nominations" columns={columns} link={({ id }) => `/nominations/${id}`} empty={<EmptyState title="admin.appointments.none" hint="admin.appointments.none_hint" />}
          {...(may('nomination:decide') ? { actions: (one: Nomination) => (one.may.appoint || one.may.review ? <Checkbox checked={chosen.has(one.id)} onChange={() => toggle(one.id)} slotProps={{ input: { 'aria-label': t('admin.appointments.select', { name: one.person.name }) } }} sx={{ width: 44, height: 44 }} /> : null) } : {})}
        />
        <Pagination />
      </ListBase>
    </Box>
  );
};
export default NominationsPage;
