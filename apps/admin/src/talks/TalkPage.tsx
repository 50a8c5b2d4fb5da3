import type { Talk } from '@kepu/contracts';
import { Alert, Box, Button, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { api } from '../providers/api.js';
import { History } from '../ui/History.js';
import { LoadedPage } from '../ui/LoadedPage.js';
import { PageHeader } from '../ui/PageHeader.js';
import { Facts, Loaded, Panel } from '../ui/Panels.js';
import { Mark, StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { TalkActions } from './TalkActions.js';

const list = { to: '/talks', label: 'admin.talks.title' };

const Body = ({ talk }: { talk: Talk }) => {
  const t = useTranslate();
  const { instant, list: listed } = useFormat();
  const { id, version, topics, audiences, months, returned, withdrawn, rating, may, publishedAt, publishedBy } = talk;
  const history = useApi(['talk-history', id, version], () => api.getTalkHistory({ params: { id } }));
  return (
    <>
      {talk.hidden && <Alert severity="warning" sx={{ mb: 2 }}>{t('admin.talks.hidden_because', { reason: t(`terms.talkHidings.${talk.hidden}`) })}</Alert>}
      {returned && <Alert severity="warning" sx={{ mb: 2 }}>{t('admin.talks.returned_line', { at: instant(returned.at), reason: returned.reason })}</Alert>}
      {withdrawn && <Alert severity="info" sx={{ mb: 2 }}>{withdrawn.reason ? t('admin.talks.withdrawn_line', { at: instant(withdrawn.at), reason: withdrawn.reason }) : t('admin.talks.withdrawn_own', { at: instant(withdrawn.at) })}</Alert>}
      <Panel id="talk" title={t('admin.talks.one')} action={talk.onMenu ? <Button href={`/talks/${id}`} target="_blank">{t('admin.talks.see_public')}</Button> : undefined}>
        <Typography sx={{ whiteSpace: 'pre-line', mb: 2 }}>{talk.summary}</Typography>
        <Facts rows={[
          ['admin.talks.lecturer', <>{[talk.lecturer.name, talk.unit?.name, talk.county?.name].filter(Boolean).join(' · ')} <Mark tone="quiet">{t(talk.nameShown ? 'admin.talks.name_public' : 'admin.talks.name_private')}</Mark></>], ['admin.talks.pool', talk.pool.name], ['admin.talks.topics', listed(topics.map(({ name }) => name))], ['admin.talks.audiences', listed(audiences.map(({ name }) => name))],
          ['admin.talks.minutes', [t('admin.talks.minutes_n', { count: talk.minutes }), talk.mostPeople === null ? null : t('admin.talks.people_n', { count: talk.mostPeople })].filter(Boolean).join(' · ')], ['admin.talks.languages', listed(talk.languages.map((each) => t(`terms.talkLanguages.${each}`)))],
          ['admin.talks.months', months.length === 0 ? t('admin.talks.whole_year') : listed(months.map((month) => t('admin.talks.month', { month })))], ['admin.talks.equipment', talk.equipment.length === 0 ? t('admin.shell.none') : listed(talk.equipment.map((each) => t(`terms.talkEquipment.${each}`)))], ['admin.talks.needs', talk.needs ?? t('admin.shell.none')],
          ...(may.publish ? [['admin.talks.rating', rating ? t('admin.talks.rating_n', { average: rating.average, count: rating.count }) : t('admin.talks.no_rating')] as [string, string]] : []), ...(publishedAt ? [['admin.shell.state', t('admin.talks.published_line', { name: publishedBy ?? '', at: instant(publishedAt) })] as [string, string]] : []),
        ]} />
      </Panel>
      <Panel id="history" title={t('admin.shell.history')}><Loaded query={history}>{({ data }) => <History entries={data} of="talkStates" />}</Loaded></Panel>
    </>
  );
};

/** One talk: what it says, where it stands, and what can be decided. */
const TalkPage = () => {
  const { id = '' } = useParams();
  const t = useTranslate();
  const query = useApi(['talk', id], () => api.getTalk({ params: { id } }));
  return (
    <LoadedPage query={query} list={list}>
      {(talk) => (
        <Box sx={{ maxWidth: 960 }}>
          <PageHeader title={talk.title} back={list} mark={<><StateChip of="talkStates" state={talk.state} />{talk.onMenu && <Mark tone="good">{t('admin.talks.shown')}</Mark>}{talk.byStaff && <Mark tone="quiet">{t('admin.talks.by_staff')}</Mark>}</>} actions={<TalkActions talk={talk} />} />
          <Body talk={talk} />
        </Box>
      )}
    </LoadedPage>
  );
};
export default TalkPage;
