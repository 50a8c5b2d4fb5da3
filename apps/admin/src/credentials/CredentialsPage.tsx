import type { Credential } from '@kepu/contracts';
import { Box, Checkbox } from '@mui/material';
import { useState } from 'react';
import { ListBase, NumberInput, Pagination, required, SelectInput, useNotify, useRefresh, useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { useMay, useSession } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { FilterCard } from '../ui/FilterCard.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState } from '../ui/Panels.js';
import { RecordTable, type Column } from '../ui/RecordTable.js';
import { Mark, StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { ExportButton } from '../privacy/ExportButton.js';
import { DivisionInput, PoolInput, UnitInput } from '../ui/inputs.js';
import { words } from '../ui/words.js';
import { ChosenCredentials } from './ChosenCredentials.js';
import { CredentialKindInput } from './CredentialKindsInput.js';
import { Span } from './Span.js';

const filters = [
  <SelectInput key="state" source="state" label="admin.credentials.state" choices={words.credentialStates} alwaysOn />, <CredentialKindInput key="kindId" source="kindId" label="admin.credentials.kind" {...{ alwaysOn: true }} />,
  <UnitInput key="unitId" source="unitId" label="admin.credentials.unit" {...{ alwaysOn: true }} />, <DivisionInput key="countyCode" source="countyCode" label="admin.credentials.county" county {...{ alwaysOn: true }} />,
  <SelectInput key="ending" source="ending" label="admin.credentials.ending" alwaysOn choices={[{ id: '60', name: 'admin.credentials.ending_60' }, { id: '14', name: 'admin.credentials.ending_14' }]} />,
  <SelectInput key="sampled" source="sampled" label="admin.credentials.sampled" alwaysOn choices={[{ id: 'true', name: 'admin.credentials.sampled_only' }]} />,
  <PoolInput key="poolId" source="poolId" label="admin.credentials.pool" {...{ alwaysOn: true }} />, <SelectInput key="filed" source="filed" label="admin.credentials.filed" alwaysOn choices={[{ id: 'true', name: 'admin.credentials.filed_yes' }, { id: 'false', name: 'admin.credentials.filed_no' }]} />,
];

const Sample = () => {
  const t = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  return (
    <ActionButton
      label="admin.credentials.sample" title={t('admin.credentials.sample_title')} explanation={t('admin.credentials.sample_hint')} submitLabel="admin.credentials.sample" defaults={{ size: 20, kindId: null }}
      run={async ({ size, kindId }) => {
        const { drawn } = await api.createCredentialSample({ body: { size: Number(size), kindId: kindId ? String(kindId) : null } });
        notify(t(drawn > 0 ? 'admin.credentials.sample_done' : 'admin.credentials.sample_none', { count: drawn }), { type: 'info' });
        refresh();
      }}
    >
      <NumberInput source="size" label="admin.credentials.sample_size" min={1} max={200} validate={required()} helperText={false} />
      <CredentialKindInput source="kindId" label="admin.credentials.sample_kind" />
    </ActionButton>
  );
};

/** What volunteers in reach have declared, and what is to be confirmed. */
const CredentialsPage = () => {
  const t = useTranslate();
  const may = useMay();
  const { instant } = useFormat();
  const own = useSession()?.account.id;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) => setChosen((all) => { const next = new Set(all); if (!next.delete(id)) next.add(id); return next; });
  const columns: readonly Column<Credential>[] = [
    { label: 'admin.credentials.person', sort: 'personName', title: true, value: ({ person }) => person.name }, { label: 'admin.credentials.kind', value: ({ kind }) => kind.name },
    { label: 'admin.credentials.unit', value: ({ unit, county }) => unit?.name ?? county.name }, { label: 'admin.credentials.issuer', wideOnly: true, value: ({ issuer, byCourse }) => (byCourse ? t('admin.credentials.course', { title: byCourse.title }) : issuer) },
    { label: 'admin.credentials.span', sort: 'toDay', value: (credential) => <Span credential={credential} /> }, { label: 'admin.credentials.file', wideOnly: true, value: ({ file, byCourse }) => file?.name ?? (byCourse ? t('admin.shell.none') : t('admin.credentials.no_file')) },
    { label: 'admin.credentials.declared_at', sort: 'declaredAt', wideOnly: true, nowrap: true, value: ({ declaredAt }) => instant(declaredAt) },
    { label: 'admin.credentials.state', value: ({ state, sampledAt, auditedAt }) => <><StateChip of="credentialStates" state={state} />{sampledAt && (!auditedAt || auditedAt < sampledAt) && <Mark tone="waiting">{t('admin.credentials.sampled_only')}</Mark>}</> },
  ];
  return (
    <>
      <PageHeader title={t('admin.credentials.title')} subtitle={t('admin.credentials.subtitle')} actions={may('credential:audit') ? <Sample /> : undefined} />
      <ListBase resource="credentials" sort={{ field: 'declaredAt', order: 'DESC' }} perPage={50} filterDefaultValues={{ state: 'declared' }}>
        <FilterCard filters={filters} search="admin.credentials.search" />
        <Box sx={{ mb: 1 }}><ExportButton list="credentials" /></Box>
        {may('credential:confirm') && <ChosenCredentials chosen={chosen} setChosen={setChosen} />}
        <RecordTable<Credential> {...(may('credential:confirm') ? { actions: (one: Credential) => (one.state === 'declared' && one.person.id !== own ? <Checkbox checked={chosen.has(one.id)} onChange={() => toggle(one.id)} slotProps={{ input: { 'aria-label': t('admin.appointments.select', { name: one.person.name }) } }} sx={{ width: 44, height: 44 }} /> : null) } : {})} caption="admin.credentials.title" columns={columns} link={({ id }) => `/credentials/${id}`} empty={<EmptyState title="admin.credentials.empty" hint="admin.credentials.empty_hint" />} />
        <Pagination />
      </ListBase>
    </>
  );
};
export default CredentialsPage;
