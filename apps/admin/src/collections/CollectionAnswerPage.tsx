import type { CollectionAnswer } from '@kepu/contracts';
import { can, collectionAnswerLifecycle } from '@kepu/domain';
import { Alert, Button, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useMay, useSession } from '../providers/session.js';
import { History } from '../ui/History.js';
import { LoadedPage } from '../ui/LoadedPage.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState, Loaded, Panel } from '../ui/Panels.js';
import { Mark, StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { AnswerBar } from './AnswerBar.js';
import { RowsForm } from './RowsForm.js';
import { SheetTools } from './SheetTools.js';
import { useAnswerWriting } from './useAnswerWriting.js';

const Notes = ({ answer, writes, writing }: { answer: CollectionAnswer; writes: boolean; writing: ReturnType<typeof useAnswerWriting> }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  const { collection, returned, submitted, prefilled } = answer;
  return (
    <Stack sx={{ gap: 1.5, mb: 2 }}>
      {collection.note && <Typography sx={{ whiteSpace: 'pre-line' }}>{collection.note}</Typography>}
      {collection.state !== 'open' && <Alert severity="info">{t('admin.collections.not_open')}</Alert>}
      {returned && answer.state !== 'accepted' && <Alert severity="warning">{t('admin.collections.returned_by', { name: returned.by, at: instant(returned.at), reason: returned.reason })}</Alert>}
      {submitted && <Typography color="textSecondary">{t('admin.collections.submitted_by', { name: submitted.by, at: instant(submitted.at) })}</Typography>}
      {writes && prefilled && !writing.dirty && <Alert severity="info">{t('admin.collections.prefilled')}</Alert>}
      {writing.restored && !writing.contested && <Alert severity="info">{t('admin.collections.restored')}</Alert>}
      {writing.contested && (
        <Alert severity="warning" action={<Stack direction="row" sx={{ flexWrap: 'wrap' }}><Button color="inherit" onClick={() => writing.choose('theirs')}>{t('admin.collections.take_theirs')}</Button><Button color="inherit" onClick={() => writing.choose('mine')}>{t('admin.collections.keep_mine')}</Button></Stack>}>{t('admin.collections.contested')}</Alert>
      )}
    </Stack>
  );
};

const Body = ({ answer }: { answer: CollectionAnswer }) => {
  const t = useTranslate();
  const may = useMay();
  const approves = useSession()?.grants.some(({ role }) => role === 'approver') ?? false;
  const { collection, state, none, may: own } = answer;
  const writes = own.write && collection.state === 'open' && (can(collectionAnswerLifecycle, state, 'save') || can(collectionAnswerLifecycle, state, 'revise'));
  const writing = useAnswerWriting(answer, writes);
  const history = useApi(['collection-answer-history', answer.id, answer.version], () => api.getCollectionAnswerHistory({ params: { id: answer.id } }));
  const hidden = !own.write && !own.submit && state !== 'submitted' && state !== 'accepted';
  return (
    <>
      <Notes answer={answer} writes={writes} writing={writing} />
      {writes && !writing.none && collection.mostRows > 1 && <SheetTools answer={answer} present={writing.rows} setRows={writing.setRows} />}
      {hidden && <EmptyState title="admin.collections.waiting_hidden" />}
      {writing.none && <Alert severity="success" sx={{ mb: 2 }} action={writes && <Button color="inherit" onClick={() => writing.setNone(false)}>{t('admin.collections.none_undo')}</Button>}>{t('admin.collections.none_said')}</Alert>}
      {!hidden && !writing.none && !(none && !writes) && <RowsForm id={answer.id} fields={collection.fields} mostRows={collection.mostRows} rows={writing.rows} faults={writing.faults} setRow={writes ? writing.setRow : undefined} setRows={writes ? writing.setRows : undefined} />}
      {writes && !writing.none && <Button variant="text" sx={{ minHeight: 44, mt: 1 }} onClick={() => writing.setNone(true)}>{t('admin.collections.none_button')}</Button>}
      {may('collection:read') && <Panel id="history" title={t('admin.collections.history')}><Loaded query={history}>{({ data }) => <History entries={data} of="collectionAnswerStates" />}</Loaded></Panel>}
      <AnswerBar answer={answer} writing={writing} approves={approves} />
    </>
  );
};

/** What one unit answers, on one page: filled in by the unit, read and decided about by the office. */
const CollectionAnswerPage = () => {
  const t = useTranslate();
  const { day } = useFormat();
  const { id = '' } = useParams();
  const query = useApi(['collection-answer', id], () => api.getCollectionAnswer({ params: { id } }));
  return (
    <LoadedPage query={query} list={{ to: '/collections', label: 'admin.collections.title' }}>
      {(answer) => (
        <>
          <PageHeader
            title={answer.collection.title} back={answer.may.decide ? { to: `/collections/${answer.collection.id}`, label: 'admin.collections.standings' } : { to: '/collections', label: 'admin.collections.title' }}
            mark={<><StateChip of="collectionAnswerStates" state={answer.state} />{answer.overdue && <Mark tone="wrong">{t('admin.collections.overdue_mark')}</Mark>}{answer.late && <Mark tone="wrong">{t('admin.collections.late_mark')}</Mark>}</>}
            subtitle={[answer.unit.name, t('admin.collections.due_on', { day: day(answer.collection.dueOn) })].join(' · ')}
          />
          <Body key={answer.id} answer={answer} />
        </>
      )}
    </LoadedPage>
  );
};
export default CollectionAnswerPage;
