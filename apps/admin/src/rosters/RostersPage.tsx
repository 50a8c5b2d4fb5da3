import type { RosterImport } from '@kepu/contracts';
import { Typography } from '@mui/material';
import { ListBase, Pagination, useTranslate } from 'react-admin';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState } from '../ui/Panels.js';
import { RecordTable, type Column } from '../ui/RecordTable.js';
import { StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { RosterEntries } from './RosterEntries.js';
import { RosterUpload } from './RosterUpload.js';

/** Brings a roster, and lists those that were brought, with the people who are asked. */
const RostersPage = () => {
  const t = useTranslate();
  const { instant } = useFormat();
  const answers = ({ state, counts }: RosterImport) => (state === 'previewed' || state === 'discarded' ? t('admin.shell.none')
    : (['pending', 'accepted', 'declined'] as const).map((one) => `${t(`terms.rosterEntryStates.${one}`)} ${counts[one] ?? 0}`).join(' · '));
  const columns: readonly Column<RosterImport>[] = [
    { label: 'admin.rosters.file', sort: 'fileName', title: true, value: ({ fileName }) => fileName },
    { label: 'admin.shell.state', value: ({ state }) => <StateChip of="rosterStates" state={state} /> },
    { label: 'admin.rosters.rows', align: 'right', value: ({ rows }) => rows },
    { label: 'admin.rosters.problem_rows', align: 'right', value: ({ problemRows }) => problemRows },
    { label: 'admin.rosters.answers', value: answers },
    { label: 'admin.rosters.by', sort: 'createdAt', value: ({ createdBy, createdAt }) => `${createdBy} · ${instant(createdAt)}` },
  ];
  return (
    <>
      <PageHeader title={t('admin.rosters.title')} subtitle={t('admin.rosters.subtitle')} />
      <RosterUpload />
      <ListBase resource="roster-imports" sort={{ field: 'createdAt', order: 'DESC' }} perPage={10}>
        <RecordTable<RosterImport> caption="admin.rosters.title" columns={columns} link={({ id }) => `/roster-imports/${id}`} empty={<EmptyState title="admin.rosters.empty" hint="admin.rosters.empty_hint" />} />
        <Pagination rowsPerPageOptions={[10, 25, 50]} />
      </ListBase>
      <Typography variant="h2" sx={{ mt: 4, mb: 1.5 }}>{t('admin.rosters.entries')}</Typography>
      <RosterEntries />
    </>
  );
};
export default RostersPage;
