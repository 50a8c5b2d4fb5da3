import type { Bulletin, Figure } from '@kepu/contracts';
import { Alert, Box, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useParams, useSearchParams } from 'react-router-dom';
import { api } from '../providers/api.js';
import { History } from '../ui/History.js';
import { LoadedPage } from '../ui/LoadedPage.js';
import { PageHeader } from '../ui/PageHeader.js';
import { Loaded, Panel } from '../ui/Panels.js';
import { StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { BulletinActions } from './BulletinActions.js';
import { BulletinEditor } from './BulletinEditor.js';
import { BulletinTables } from './BulletinTables.js';
import { BulletinText } from './BulletinText.js';
import { ProofDrawer } from './ProofDrawer.js';

/** Who did what with it, in the order in which it happened. */
const Course = ({ bulletin: { written, approved, turnedDown, issued } }: { bulletin: Bulletin }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  const said = (key: string, act: { by: string; at: string } | null, more: Record<string, string> = {}): string[] => (act === null ? [] : [t(`admin.bulletins.${key}`, { name: act.by, at: instant(act.at), ...more })]);
  const lines = [...said('written_by', written), ...said('turned_down_by', turnedDown, { reason: turnedDown?.reason ?? '' }), ...said('approved_by', approved), ...said('issued_by', issued)];
  return <Box sx={{ mt: 2 }}>{lines.map((line) => <Typography key={line} color="textSecondary">{line}</Typography>)}</Box>;
};

const Body = ({ bulletin }: { bulletin: Bulletin }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  const [editing, setEditing] = useState(false);
  // In the address: the paper that was printed names this page, and a number can be passed on.
  const [address, setAddress] = useSearchParams();
  const figure = bulletin.figures.find(({ key }) => key === address.get('figure')) ?? null;
  const open = (next: Figure | null): void => setAddress(next ? { figure: next.key } : {}, { replace: true });
  const history = useApi(['bulletin-history', bulletin.id, bulletin.version], () => api.getBulletinHistory({ params: { id: bulletin.id } }));
  if (editing) return <BulletinEditor bulletin={bulletin} onDone={() => setEditing(false)} />;
  return (
    <>
      {bulletin.withdrawn && <Alert severity="error" sx={{ mb: 2 }}>{t('admin.bulletins.withdrawn_by', { name: bulletin.withdrawn.by, at: instant(bulletin.withdrawn.at), reason: bulletin.withdrawn.reason })}</Alert>}
      {bulletin.kind === 'meeting' && <Alert severity="info" sx={{ mb: 2 }}>{t('admin.bulletins.meeting_note')}</Alert>}
      {bulletin.newer && <Alert severity="info" sx={{ mb: 2 }}>{t('admin.bulletins.newer')}</Alert>}
      {bulletin.state === 'draft' && bulletin.loose.length > 0 && <Alert severity="warning" sx={{ mb: 2 }}>{t('admin.bulletins.loose', { numbers: bulletin.loose.join('、') })}</Alert>}
      <BulletinActions bulletin={bulletin} onEdit={() => setEditing(true)} />
      <Panel id="words">
        <BulletinText bulletin={bulletin} onOpen={open} />
        <Course bulletin={bulletin} />
      </Panel>
      <BulletinTables bulletin={bulletin} onOpen={open} />
      <Panel id="history" title={t('admin.shell.history')}><Loaded query={history}>{({ data }) => <History entries={data} of="bulletinStates" />}</Loaded></Panel>
      <ProofDrawer bulletin={bulletin} figure={figure} onClose={() => open(null)} />
    </>
  );
};

/** A bulletin or summary as it is printed, in which each number leads to its records. */
const BulletinPage = () => {
  const { id = '' } = useParams();
  const t = useTranslate();
  const { day, instant } = useFormat();
  const query = useApi(['bulletin', id], () => api.getBulletin({ params: { id } }));
  return (
    <LoadedPage query={query} list={{ to: '/bulletins', label: 'admin.bulletins.title' }}>
      {(bulletin) => (
        <>
          <PageHeader
            title={bulletin.title} back={{ to: '/bulletins', label: 'admin.bulletins.title' }} mark={<StateChip of="bulletinStates" state={bulletin.state} />}
            subtitle={[bulletin.number ?? t('admin.bulletins.unnumbered'), t(`terms.bulletinKinds.${bulletin.kind}`), t('admin.bulletins.span', { from: day(bulletin.from, true), to: day(bulletin.to, true) }), t('admin.bulletins.counted', { at: instant(bulletin.countedAt) })].join(' · ')}
          />
          <Body key={bulletin.id} bulletin={bulletin} />
        </>
      )}
    </LoadedPage>
  );
};
export default BulletinPage;
