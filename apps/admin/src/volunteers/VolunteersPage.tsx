import type { Volunteer } from '@kepu/contracts';
import PersonAdd from '@mui/icons-material/PersonAddAltOutlined';
import { Box, Button, Typography } from '@mui/material';
import { ListBase, Pagination, SelectInput, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { CredentialKindInput } from '../credentials/CredentialKindsInput.js';
import { ExportButton } from '../privacy/ExportButton.js';
import { useMay } from '../providers/session.js';
import { FilterCard } from '../ui/FilterCard.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState } from '../ui/Panels.js';
import { RecordTable, type Column } from '../ui/RecordTable.js';
import { Mark, StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { DayInput, DivisionInput, PoolInput, TopicInput, UnitInput } from '../ui/inputs.js';
import { words } from '../ui/words.js';
import { topicWithLevel } from './topicWithLevel.js';

const filters = [
  <SelectInput key="occupation" source="occupation" label="admin.volunteers.occupation" choices={words.occupations} alwaysOn />, <DivisionInput key="countyCode" source="countyCode" label="terms.unitFields.county" county {...{ alwaysOn: true }} />,
  <UnitInput key="unitId" source="unitId" label="admin.volunteers.unit" {...{ alwaysOn: true }} />, <TopicInput key="topicId" source="topicId" label="admin.volunteers.topics" {...{ alwaysOn: true }} />, <PoolInput key="poolId" source="poolId" label="admin.volunteers.pools" {...{ alwaysOn: true }} />,
  <SelectInput key="active" source="active" label="admin.shell.state" alwaysOn choices={[{ id: 'true', name: 'admin.volunteers.active' }, { id: 'false', name: 'admin.volunteers.paused' }]} />,
  <SelectInput key="level" source="level" label="admin.volunteers.level" choices={words.skillLevels} alwaysOn />, <SelectInput key="language" source="language" label="admin.volunteers.language" choices={words.talkLanguages} alwaysOn />,
  <SelectInput key="willingness" source="willingness" label="admin.volunteers.willingness" choices={words.willingnesses} alwaysOn />,
  <SelectInput key="standing" source="standing" label="admin.registration.standing" choices={words.standings} alwaysOn />,
  <CredentialKindInput key="kindId" source="kindId" label="admin.volunteers.holds" {...{ alwaysOn: true }} />, <DayInput key="away" source="away" label="admin.volunteers.away" {...{ alwaysOn: true }} />,
];

/** Volunteers in reach. No contact stands here: who is to be told is told by the system. */
const VolunteersPage = () => {
  const t = useTranslate();
  const may = useMay();
  const { list, duration, instant } = useFormat();
  const columns: readonly Column<Volunteer>[] = [
    { label: 'admin.volunteers.name', sort: 'name', title: true, value: ({ name, number }) => <>{name} <Typography component="span" color="textSecondary" sx={{ fontWeight: 400 }}>{number}</Typography></> },
    { label: 'admin.volunteers.occupation', value: ({ occupation, unit }) => <>{t(`terms.occupations.${occupation}`)}{unit && <Typography component="div" color="textSecondary">{unit.name}</Typography>}</> },
    { label: 'terms.unitFields.county', nowrap: true, value: ({ county }) => county.name },
    { label: 'admin.volunteers.topics', wideOnly: true, value: ({ topics }) => (topics.length > 0 ? list(topics.map((topic) => topicWithLevel(topic, t))) : t('admin.shell.none')) },
    { label: 'admin.volunteers.served', sort: 'minutes', nowrap: true, value: ({ services, minutes }) => t('admin.volunteers.served_sum', { count: services, time: duration(minutes) }) },
    { label: 'admin.volunteers.pools', value: ({ pools }) => (pools.length > 0 ? list(pools.map(({ name }) => name)) : t('admin.shell.none')) },
    { label: 'admin.volunteers.since', sort: 'registeredAt', wideOnly: true, nowrap: true, value: ({ registeredAt, onBehalf, pausedUntil, standing, willingness }) => <>{instant(registeredAt)}{onBehalf && <div><Mark tone="quiet">{t('admin.volunteers.on_behalf')}</Mark></div>}{standing !== 'good' && <div><StateChip of="standings" state={standing} /></div>}{pausedUntil && <div><Mark tone="waiting">{t('admin.volunteers.paused')}</Mark></div>}{willingness === 'silent' && <div><Mark tone="quiet">{t('terms.willingnesses.silent')}</Mark></div>}</> },
  ];
  return (
    <>
      <PageHeader title={t('admin.menu.volunteers')} subtitle={t('admin.volunteers.subtitle')} actions={may('volunteer:register') ? <Button variant="contained" startIcon={<PersonAdd />} component={Link} to="/volunteers/create">{t('admin.volunteers.register')}</Button> : undefined} />
      <ListBase resource="volunteers" sort={{ field: 'name', order: 'ASC' }} perPage={50}>
        <FilterCard filters={filters} search="admin.volunteers.search" />
        <Box sx={{ mb: 1.5 }}><ExportButton /></Box>
        <RecordTable<Volunteer> caption="admin.menu.volunteers" columns={columns} link={({ id }) => `/volunteers/${id}`} empty={<EmptyState title="admin.volunteers.empty" hint="admin.volunteers.empty_hint" action={may('volunteer:register') ? { label: 'admin.volunteers.register', to: '/volunteers/create' } : undefined} />} />
        <Pagination />
      </ListBase>
    </>
  );
};
export default VolunteersPage;
