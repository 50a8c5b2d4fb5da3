import type { WorkEntry } from '@kepu/contracts';
import { Alert, Box, Link, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { FileCards } from '../files/FileCards.js';
import { api } from '../providers/api.js';
import { History } from '../ui/History.js';
import { LoadedPage } from '../ui/LoadedPage.js';
import { PageHeader } from '../ui/PageHeader.js';
import { Facts, Loaded, Panel } from '../ui/Panels.js';
import { StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { WorkEntryActions } from './WorkEntryActions.js';

const Rounds = ({ rounds }: { rounds: NonNullable<WorkEntry['details']['rounds']> }) => {
  const t = useTranslate();
  const { number } = useFormat();
  return (
    <Box sx={{ overflowX: 'auto', mt: 2 }}>
      <Table size="small" aria-label={t('admin.work.rounds')}>
        <TableHead><TableRow><TableCell>{t('admin.work.stage')}</TableCell><TableCell align="right">{t('admin.work.entries')}</TableCell><TableCell>{t('admin.work.awards')}</TableCell></TableRow></TableHead>
        <TableBody>{rounds.map(({ stage, entries, awards }, index) => <TableRow key={`${stage}-${index}`}><TableCell>{stage}</TableCell><TableCell align="right">{number(entries)}</TableCell><TableCell>{awards}</TableCell></TableRow>)}</TableBody>
      </Table>
    </Box>
  );
};

const What = ({ entry }: { entry: WorkEntry }) => {
  const t = useTranslate();
  const { day, number } = useFormat();
  const { details } = entry;
  const roster = entry.files.find(({ id }) => id === details.rosterFileId);
  const rows: (readonly [string, ReactNode] | null)[] = [
    ['admin.work.kind', t(`terms.workEntryKinds.${entry.kind}`)], ['admin.work.quantity', `${number(entry.quantity)} ${entry.unitOfMeasure}`], ['admin.work.day', entry.fromDay === entry.toDay ? day(entry.fromDay, true) : `${day(entry.fromDay, true)} – ${day(entry.toDay, true)}`],
    details.days ? ['admin.work.days', details.days] : null, entry.division || entry.place ? ['admin.work.place', [entry.division?.name, entry.place].filter(Boolean).join(' ')] : null, details.channel ? ['admin.work.channel', details.channel] : null,
    details.link ? ['admin.work.link', <Link key="link" href={details.link} target="_blank" rel="noopener noreferrer" sx={{ overflowWrap: 'anywhere' }}>{details.link}</Link>] : null, details.reach !== undefined ? ['admin.work.reach', number(details.reach)] : null,
    details.level ? ['admin.work.level', details.level] : null, details.docNumber ? ['admin.work.docNumber', details.docNumber] : null, details.basis ? ['admin.work.basis', details.basis] : null, roster ? ['admin.work.roster', roster.name] : null,
  ];
  return (
    <Panel id="what" title={t('admin.work.part_what')}>
      <Facts rows={rows.filter((row) => row !== null)} />
      {details.rounds && details.rounds.length > 0 && <Rounds rounds={details.rounds} />}
      {entry.text && <Typography sx={{ mt: 2, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{entry.text}</Typography>}
    </Panel>
  );
};

const Said = ({ entry }: { entry: WorkEntry }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  const { returned, state, revokedReason } = entry;
  return (
    <>
      {returned && state === 'draft' && <Alert severity="warning" sx={{ mb: 2 }}>{t('admin.activities.returned_because', { by: returned.by, when: instant(returned.at), reason: returned.reason })}</Alert>}
      {revokedReason && <Alert severity="error" sx={{ mb: 2 }}>{t('admin.work.revoked_because', { reason: revokedReason })}</Alert>}
      {state === 'accepted' && <Alert severity="success" sx={{ mb: 2 }}>{t('admin.work.counts')}</Alert>}
    </>
  );
};

/** One proven piece of work: what it was, its proof, what it counts for, and who looked at it. */
const WorkEntryPage = () => {
  const { id = '' } = useParams();
  const t = useTranslate();
  const { instant } = useFormat();
  const query = useApi(['work-entry', id], () => api.getWorkEntry({ params: { id } }));
  const history = useApi(['work-entry-history', id], () => api.getWorkEntryHistory({ params: { id } }));
  return (
    <LoadedPage query={query} list={{ to: '/work-entries', label: 'admin.menu.work_entries' }}>
      {(entry) => (
        <>
          <PageHeader title={entry.title} subtitle={entry.unit.name} back={{ to: '/work-entries', label: 'admin.menu.work_entries' }} mark={<StateChip of="workEntryStates" state={entry.state} />} actions={<WorkEntryActions entry={entry} />} />
          <Said entry={entry} />
          <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', lg: '3fr 2fr' }, alignItems: 'start' }}>
            <Box sx={{ minWidth: 0 }}>
              <What entry={entry} />
              <Panel id="files" title={t('admin.work.part_files')}>{entry.files.length === 0 ? <Typography color="textSecondary">{t('admin.work.no_files')}</Typography> : <FileCards files={entry.files} marks />}</Panel>
            </Box>
            <Box sx={{ minWidth: 0 }}>
              <Panel id="serves" title={t('admin.work.serves')}>
                {entry.serves.map(({ itemId, text, measureName }) => (
                  <Box key={itemId} sx={{ py: 1, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
                    <Link component={RouterLink} to={`/items/${itemId}`} sx={{ display: '-webkit-box', WebkitLineClamp: 3, WebkitBoxOrient: 'vertical', overflow: 'hidden' }}>{text}</Link>
                    {measureName && <Typography color="textSecondary">{t('admin.work.for_measure', { name: measureName })}</Typography>}
                  </Box>
                ))}
              </Panel>
              <Panel id="steps" title={t('admin.activities.steps')}>
                <Facts rows={[
                  ['admin.activities.created', `${instant(entry.createdAt)} · ${entry.createdBy}`], ...(entry.submittedAt ? [['admin.activities.handed_in', `${instant(entry.submittedAt)} · ${entry.submittedBy ?? ''}`] as const] : []),
                  ...(entry.checkedAt ? [['admin.work.checked', `${instant(entry.checkedAt)} · ${entry.checkedBy ?? ''}`] as const] : []),
                ]} />
              </Panel>
              <Panel id="history" title={t('admin.shell.history')}><Loaded query={history}>{({ data }) => <History entries={data} of="workEntryStates" />}</Loaded></Panel>
            </Box>
          </Box>
        </>
      )}
    </LoadedPage>
  );
};
export default WorkEntryPage;
