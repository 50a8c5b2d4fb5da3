import type { PupilClass } from '@kepu/contracts';
import { ListBase, Pagination, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useState } from 'react';
import { Box, Tab, Tabs } from '@mui/material';
import { api } from '../providers/api.js';
import { once } from '../providers/idempotency.js';
import { useOwnUnits } from '../providers/ownUnits.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { OwnUnitInput } from '../ui/OwnUnitInput.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState } from '../ui/Panels.js';
import { RecordTable, type Column } from '../ui/RecordTable.js';
import { DivisionInput, LineInput } from '../ui/inputs.js';

const Create = () => {
  const units = useOwnUnits();
  const navigate = useNavigate();
  const t = useTranslate();
  return (
    <ActionButton
      label="admin.classes.create" variant="contained" title={t('admin.classes.create')} explanation={t('admin.classes.create_explained')} submitLabel="ra.action.save" success="admin.classes.created" defaults={{ unitId: units[0]?.id ?? '', name: '', countyCode: '' }}
      run={async ({ unitId, name, countyCode }) => {
        const body = { unitId: String(unitId ?? ''), name: String(name ?? ''), ...(countyCode ? { countyCode: String(countyCode) } : {}) };
        const made = await once(`class ${JSON.stringify(body)}`, (idempotencyKey) => api.createClass({ body, idempotencyKey }));
        void navigate(`/classes/${made.id}`);
      }}
    >
      <OwnUnitInput source="unitId" label="admin.classes.unit" />
      <LineInput source="name" label="admin.classes.name" helperText="admin.classes.name_hint" isRequired />
      <DivisionInput source="countyCode" label="admin.classes.county" helperText="admin.classes.county_hint" county />
    </ActionButton>
  );
};

/** Classes within reach, those that are open first. */
const ClassesPage = () => {
  const t = useTranslate();
  const [archived, setArchived] = useState(false);
  const columns: readonly Column<PupilClass>[] = [
    { label: 'admin.classes.name', sort: 'name', title: true, value: ({ name }) => name },
    { label: 'admin.classes.unit', value: ({ unit }) => unit.name },
    { label: 'admin.classes.teacher', value: ({ teacher }) => teacher.name },
    { label: 'admin.classes.code', nowrap: true, value: ({ code }) => code },
    { label: 'admin.classes.count', align: 'right', nowrap: true, value: ({ registered, pupils }) => `${registered} / ${pupils}` },
  ];
  return (
    <>
      <PageHeader title={t('admin.classes.title')} subtitle={t('admin.classes.subtitle')} actions={<Create />} />
      <Box sx={{ mb: 1.5 }}>
        <Tabs value={archived ? 1 : 0} onChange={(_, value) => setArchived(value === 1)} aria-label={t('admin.classes.title')}>
          <Tab label={t('admin.classes.open')} />
          <Tab label={t('admin.classes.ended')} />
        </Tabs>
      </Box>
      <ListBase resource="classes" filter={archived ? { archived: true } : {}} sort={{ field: 'createdAt', order: 'DESC' }} perPage={25} storeKey={archived ? 'classes.ended' : 'classes.open'}>
        <RecordTable<PupilClass> caption="admin.classes.title" columns={columns} link={({ id }) => `/classes/${id}`} empty={<EmptyState title="admin.classes.empty" hint="admin.classes.empty_hint" />} />
        <Pagination />
      </ListBase>
    </>
  );
};
export default ClassesPage;
