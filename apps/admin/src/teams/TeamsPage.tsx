import type { Team, TeamSummaryRow } from '@kepu/contracts';
import Download from '@mui/icons-material/DownloadOutlined';
import { Box, Button, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { ListBase, Pagination, SelectInput, useListContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { FilterCard } from '../ui/FilterCard.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState, Loaded, Panel } from '../ui/Panels.js';
import { RecordTable, type Column } from '../ui/RecordTable.js';
import { Mark, StateChip } from '../ui/StateChip.js';
import { saveFile } from '../ui/download.js';
import { UnitInput } from '../ui/inputs.js';
import { useApi } from '../ui/useApi.js';
import { useFormat } from '../ui/format.js';
import { useRun } from '../ui/useRun.js';
import { words } from '../ui/words.js';
import { CreateTeam } from './TeamActions.js';
import { TeamKindInput } from './TeamInputs.js';

const always = { alwaysOn: true } as const;
const filters = [
  <SelectInput key="state" source="state" label="admin.teams.state" choices={words.teamStates} alwaysOn />, <TeamKindInput key="kindId" source="kindId" label="admin.teams.kind" {...always} />, <UnitInput key="unitId" source="unitId" label="admin.teams.unit" {...always} />,
  <SelectInput key="leaderless" source="leaderless" label="admin.teams.leaderless" alwaysOn choices={[{ id: 'true', name: 'admin.teams.leaderless_yes' }]} />,
];
/** Hours to one decimal. */
export const hoursOf = (minutes: number): number => Math.round(minutes / 6) / 10;

/** The list as it is filtered, as a workbook. */
const Export = () => {
  const t = useTranslate();
  const { filterValues } = useListContext();
  const { run, pending } = useRun();
  return <Button variant="outlined" startIcon={<Download />} disabled={pending} onClick={() => void run(async () => saveFile(await api.exportTeams({ query: filterValues }), `${t('admin.teams.title')}.xlsx`))}>{t('admin.teams.export')}</Button>;
};

/** How teams stand and what they did this year, unit by unit. */
const Summary = () => {
  const t = useTranslate();
  const query = useApi(['team-summary'], () => api.getTeamSummary({ query: {} }));
  const columns: readonly (readonly [string, (row: TeamSummaryRow) => number])[] = [
    ['admin.teams.teams', ({ teams }) => teams], ['admin.teams.active', ({ active }) => active], ['admin.teams.members', ({ members }) => members], ['admin.teams.activities', ({ activities }) => activities], ['admin.teams.people', ({ people }) => people], ['admin.teams.hours', ({ minutes }) => hoursOf(minutes)],
  ];
  return (
    <Loaded query={query} rows={2}>
      {({ data }) => (data.length === 0 ? null : (
        <Panel id="summary" title={t('admin.teams.summary')}>
          <Box sx={{ color: 'text.secondary', mb: 1 }}>{t('admin.teams.summary_hint')}</Box>
          <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={t('admin.teams.summary')}>
            <Table size="small">
              <TableHead><TableRow><TableCell>{t('admin.teams.unit')}</TableCell>{columns.map(([label]) => <TableCell key={label} align="right">{t(label)}</TableCell>)}</TableRow></TableHead>
              <TableBody>{data.map((row) => <TableRow key={row.unit.id}><TableCell>{row.unit.name}</TableCell>{columns.map(([label, value]) => <TableCell key={label} align="right">{value(row)}</TableCell>)}</TableRow>)}</TableBody>
            </Table>
          </Box>
        </Panel>
      ))}
    </Loaded>
  );
};

/** Teams: who keeps them, who leads them, and what they did. */
const TeamsPage = () => {
  const t = useTranslate();
  const may = useMay();
  const { day } = useFormat();
  const columns: readonly Column<Team>[] = [
    { label: 'admin.teams.name', sort: 'name', title: true, value: ({ name }) => name }, { label: 'admin.teams.kind', value: ({ kind }) => kind.name }, { label: 'admin.teams.unit', value: ({ unit }) => unit.name }, { label: 'admin.teams.leader', value: ({ leader }) => leader?.name ?? <Mark tone="waiting">{t('admin.teams.no_leader')}</Mark> },
    { label: 'admin.teams.members', sort: 'members', align: 'right', value: ({ members }) => t('admin.teams.members_n', { count: members }) }, { label: 'admin.teams.activities', align: 'right', value: ({ served }) => (served.activities > 0 ? t('admin.teams.activities_n', { count: served.activities }) : null) },
    { label: 'admin.teams.hours', align: 'right', wideOnly: true, value: ({ served }) => (served.minutes > 0 ? t('admin.teams.hours_n', { count: hoursOf(served.minutes) }) : null) }, { label: 'admin.teams.state', value: ({ state }) => <StateChip of="teamStates" state={state} /> }, { label: 'admin.teams.created', sort: 'createdAt', wideOnly: true, nowrap: true, value: ({ createdAt }) => day(createdAt.slice(0, 10)) },
  ];
  return (
    <ListBase resource="teams" sort={{ field: 'name', order: 'ASC' }} perPage={50}>
      <PageHeader title={t('admin.teams.title')} subtitle={t('admin.teams.subtitle')} actions={<><Button component={Link} to="/team-kinds">{t('admin.teams.kinds')}</Button><Export />{may('team:write') && <CreateTeam />}</>} />
      <FilterCard filters={filters} search="admin.teams.search" />
      <RecordTable<Team> caption="admin.teams.title" columns={columns} link={({ id }) => `/teams/${id}`} empty={<EmptyState title="admin.teams.none" hint="admin.teams.none_hint" />} />
      <Pagination />
      <Summary />
    </ListBase>
  );
};
export default TeamsPage;
