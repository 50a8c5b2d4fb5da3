import type { Collection } from '@kepu/contracts';
import { Alert, Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Navigate, useParams } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { History } from '../ui/History.js';
import { LoadedPage } from '../ui/LoadedPage.js';
import { PageHeader } from '../ui/PageHeader.js';
import { Figures, Loaded, Panel } from '../ui/Panels.js';
import { Mark, StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { CollectionActions } from './CollectionActions.js';
import { DataPanel } from './DataPanel.js';
import { FieldDesigner } from './FieldDesigner.js';
import { Standings, type Show } from './Standings.js';
import { SummaryPanel } from './SummaryPanel.js';

/** A number that narrows the list below it. */
const Choice = ({ value, label, chosen, tone, onClick }: { value: number; label: string; chosen: boolean; tone?: 'waiting' | 'wrong'; onClick: () => void }) => {
  const t = useTranslate();
  return (
    <Box component="button" type="button" aria-pressed={chosen} onClick={onClick} sx={{ font: 'inherit', color: 'inherit', textAlign: 'left', cursor: 'pointer', px: 2, py: 1, borderRadius: 1.5, minWidth: 88, flex: '1 1 auto', border: 2, borderColor: chosen ? 'primary.main' : 'transparent', backgroundColor: 'background.default' }}>
      <Typography component="span" sx={{ display: 'block', fontSize: '1.5rem', fontWeight: 650, lineHeight: 1.3, color: ({ palette: { tokens: c } }) => (tone && value > 0 ? c[tone] : c.text) }}>{value}</Typography>
      <Typography component="span" color="textSecondary">{t(label)}</Typography>
    </Box>
  );
};

const Body = ({ collection }: { collection: Collection }) => {
  const t = useTranslate();
  const office = useMay()('collection:write');
  const [show, setShow] = useState<Show>('');
  // Seldom wanted once units are asked, and long.
  const [designing, setDesigning] = useState(false);
  const { id, state, counts, note, endedReason, dueUncertain } = collection;
  const history = useApi(['collection-history', id, collection.version], () => api.getCollectionHistory({ params: { id } }), { enabled: office });
  // Named before it is closed.
  const missing = useApi(['collection-missing', id, counts.missing], () => api.listCollectionAnswers({ params: { id }, query: { show: 'missing', perPage: 10 } }), { enabled: office && state === 'open' && counts.missing > 0 }).data;
  const choose = (next: Show) => setShow(show === next ? '' : next);
  return (
    <>
      {note && <Typography sx={{ whiteSpace: 'pre-line', mb: 2 }}>{note}</Typography>}
      {dueUncertain && <Alert severity="info" sx={{ mb: 2 }}>{t('admin.collections.uncertain')}</Alert>}
      {endedReason && <Alert severity="info" sx={{ mb: 2 }}>{t('admin.collections.ended', { reason: endedReason })}</Alert>}
      <CollectionActions collection={collection} missing={missing?.data.map(({ unit }) => unit.name) ?? []} />
      {state !== 'draft' && (
        <>
          <Box sx={{ mb: 2 }}>
            <Figures>
              <Choice value={counts.answered} label="admin.collections.answered" chosen={show === 'answered'} onClick={() => choose('answered')} />
              <Choice value={counts.missing} label="admin.collections.missing" chosen={show === 'missing'} tone="waiting" onClick={() => choose('missing')} />
              <Choice value={counts.late} label="admin.collections.late" chosen={show === 'late'} tone="wrong" onClick={() => choose('late')} />
            </Figures>
          </Box>
          <SummaryPanel collection={collection} />
          <Standings key={show} collection={collection} show={show} onShow={setShow} />
          <DataPanel collection={collection} />
        </>
      )}
      {office && (state === 'draft' || (state === 'open' && designing)) && <FieldDesigner collection={collection} />}
      {office && state === 'open' && !designing && <Box sx={{ mb: 2 }}><Button variant="outlined" onClick={() => setDesigning(true)} sx={{ minHeight: 44 }}>{t('admin.collections.change_fields')}</Button></Box>}
      {office && <Panel id="history" title={t('admin.collections.history')}><Loaded query={history}>{({ data }) => <History entries={data} of="collectionStates" />}</Loaded></Panel>}
    </>
  );
};

/** One collection: designed by the office, and looked at by all who may. Who answers for one unit goes straight to its answer. */
const CollectionPage = () => {
  const t = useTranslate();
  const office = useMay()('collection:write');
  const { day } = useFormat();
  const { id = '' } = useParams();
  const query = useApi(['collection', id], () => api.getCollection({ params: { id } }));
  const [only, ...others] = query.data?.own ?? [];
  if (!office && only && others.length === 0) return <Navigate to={`/collection-answers/${only.id}`} replace />;
  return (
    <LoadedPage query={query} list={{ to: '/collections', label: 'admin.collections.title' }}>
      {(collection) => (
        <>
          <PageHeader
            title={collection.title} back={{ to: '/collections', label: 'admin.collections.title' }} mark={<><StateChip of="collectionStates" state={collection.state} />{collection.counts.toCheck > 0 && office && <Mark tone="waiting">{t('admin.collections.to_check', { count: collection.counts.toCheck })}</Mark>}</>}
            subtitle={[t('admin.collections.due_on', { day: day(collection.dueOn) }), t('admin.collections.asked_n', { count: collection.counts.asked })].join(' · ')}
          />
          <Body key={collection.id} collection={collection} />
        </>
      )}
    </LoadedPage>
  );
};
export default CollectionPage;
