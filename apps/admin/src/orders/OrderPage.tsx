import type { Order, OrderOffer } from '@kepu/contracts';
import Download from '@mui/icons-material/DownloadOutlined';
import { Alert, Box, Button, Link, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { History } from '../ui/History.js';
import { LoadedPage } from '../ui/LoadedPage.js';
import { PageHeader } from '../ui/PageHeader.js';
import { Facts, Loaded, Panel } from '../ui/Panels.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { Mark, StateChip } from '../ui/StateChip.js';
import { saveFile } from '../ui/download.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { useRun } from '../ui/useRun.js';
import { Candidates } from './Candidates.js';
import { OrderActions } from './OrderActions.js';
import { Trip } from './Trip.js';

const list = { to: '/orders', label: 'admin.orders.title' };

/** Whom to call: masked, and each look is written down. */
const Contact = ({ order }: { order: Order }) => {
  const t = useTranslate();
  const { run, pending } = useRun();
  const [phone, setPhone] = useState(order.phone);
  return (
    <>
      {`${order.contactName} ${phone}`} {order.may.contact && phone === order.phone && <Button disabled={pending} onClick={() => void run(async () => setPhone((await api.revealOrderContact({ params: { id: order.id } })).phone))}>{t('admin.orders.see_phone')}</Button>}
      {order.may.contact && <Typography color="textSecondary">{t('admin.orders.phone_logged')}</Typography>}
    </>
  );
};

/** What whoever ordered was told, and whether somebody has to call. */
const News = ({ order: { id, messages, news, toCall, may } }: { order: Order }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  return (
    <Panel id="news" title={t('admin.orders.news')}>
      {toCall && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {t('admin.orders.to_call')}{may.contact && <Typography sx={{ mb: 1 }}>{t('admin.orders.to_call_hint')}</Typography>}
          {may.contact && <ActionButton label="admin.orders.told" title={t('admin.orders.told_title')} submitLabel="admin.orders.told" success="admin.orders.told_done" run={() => api.noteOrdererTold({ params: { id } })} />}
        </Alert>
      )}
      {messages === 'account' && <Typography>{t('admin.orders.news_account')}</Typography>}{messages === 'stopped' && <Typography>{t('admin.orders.messages_stopped')}</Typography>}
      {news.length === 0 ? messages !== 'account' && <Typography color="textSecondary">{t('admin.orders.no_news')}</Typography> : (
        <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>{news.map(({ id: newsId, kind, state, at }) => <Typography component="li" key={newsId}>{instant(at)} {t('admin.orders.news_line', { kind: t(`terms.orderNewsKinds.${kind}`), state: t(`terms.orderNewsStates.${state}`) })}</Typography>)}</Box>
      )}
    </Panel>
  );
};

const Offers = ({ order }: { order: Order }) => {
  const t = useTranslate();
  const { instant, period } = useFormat();
  const row = (offer: OrderOffer) => (
    <Box component="li" key={offer.id} sx={{ py: 1, borderBottom: 1, borderColor: 'divider' }}>
      <Typography component="div" sx={{ fontWeight: 600 }}>{[offer.lecturer.name, offer.unit?.name].filter(Boolean).join(' · ')} <StateChip of="orderOfferStates" state={offer.state} /></Typography>
      <Typography color="textSecondary">{[period(offer.startsAt, offer.endsAt), t(`terms.orderStages.${offer.stage}`), offer.score === null ? null : t('admin.orders.score', { points: Math.round(offer.score) }), offer.offeredBy ? t('admin.orders.offered_by', { name: offer.offeredBy }) : t('admin.orders.offered_auto'), offer.state === 'offered' ? t('admin.orders.expires', { at: instant(offer.expiresAt) }) : null].filter(Boolean).join(' · ')}</Typography>
      {offer.reason && <Typography>{t('admin.orders.reason', { reason: offer.reason })}</Typography>}{offer.answer && <Typography>{t('admin.orders.answer', { text: offer.answer })}</Typography>}
      {order.may.dispatch && offer.state === 'offered' && <ActionButton label="admin.orders.withdraw" title={t('admin.orders.withdraw_title', { name: offer.lecturer.name })} submitLabel="admin.orders.withdraw" success="admin.orders.withdrawn" run={(values) => api.withdrawOrderOffer({ params: { id: offer.id }, body: { version: offer.version, reason: String(values['reason'] ?? '') } })}><ReasonInput suggestions={['admin.orders.reasons.asked']} /></ActionButton>}
    </Box>
  );
  return <Panel id="offers" title={t('admin.orders.offers')}>{order.offers.length === 0 ? <Typography color="textSecondary">{t('admin.orders.no_offers')}</Typography> : <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>{order.offers.map(row)}</Box>}</Panel>;
};

const Papers = ({ order: { id, number } }: { order: Order }) => {
  const t = useTranslate();
  const { run, pending } = useRun();
  return (
    <>
      <Button variant="outlined" startIcon={<Download />} disabled={pending} onClick={() => void run(async () => saveFile(await api.getOrderPoster({ params: { id } }), `${number}.pdf`))}>{t('admin.orders.poster')}</Button>
      <Button variant="outlined" startIcon={<Download />} disabled={pending} onClick={() => void run(async () => saveFile(await api.getOrderRequestLetter({ params: { id } }), `${number}.pdf`))} sx={{ ml: 1 }}>{t('admin.orders.letter')}</Button>
    </>
  );
};

const Ratings = ({ order: { rating, ratings } }: { order: Order }) => {
  const t = useTranslate();
  const { lecturer, audience } = ratings;
  const lines = [
    ...(rating ? [t('admin.orders.rating_orderer', { content: rating.content, manner: rating.manner, again: rating.again, people: rating.people }), ...(rating.note ? [rating.note] : [])] : []),
    ...(lecturer ? [t('admin.orders.rating_lecturer', { prepared: lecturer.prepared, audience: lecturer.audience }), ...(lecturer.note ? [lecturer.note] : [])] : []), ...(audience.count > 0 ? [t('admin.orders.rating_audience', { average: audience.average ?? 0, count: audience.count })] : []),
  ];
  return <Panel id="ratings" title={t('admin.orders.ratings')}>{lines.length === 0 ? <Typography color="textSecondary">{t('admin.orders.no_ratings')}</Typography> : lines.map((line) => <Typography key={line}>{line}</Typography>)}</Panel>;
};

const Body = ({ order }: { order: Order }) => {
  const t = useTranslate();
  const { day, instant, period, list: listed } = useFormat();
  const { id, version, talks, topics, dates, audiences, startsAt, endsAt } = order;
  const history = useApi(['order-history', id, version], () => api.getOrderHistory({ params: { id } }));
  const settled = ['confirmed', 'done', 'closed'].includes(order.state);
  const yes = (value: boolean) => t(value ? 'admin.orders.yes' : 'admin.orders.no');
  return (
    <>
      {order.question && <Alert severity="info" sx={{ mb: 2 }}>{t('admin.orders.question', { text: order.question })}{order.answer && <> {t('admin.orders.answer', { text: order.answer })}</>}</Alert>}
      {order.reason && <Alert severity="warning" sx={{ mb: 2 }}>{t('admin.orders.reason', { reason: order.reason })}{order.alternatives && <> {t('admin.orders.alternatives', { text: order.alternatives })}</>}</Alert>}
      <Panel id="order" title={t('admin.orders.one')} action={settled ? <Papers order={order} /> : undefined}>
        <Facts rows={[
          ['admin.orders.place', [order.county.name, order.township?.name, order.placeName].filter(Boolean).join(' ')], ['admin.orders.contact', <Contact key={version} order={order} />], ['admin.orders.wish', listed([...talks.map(({ title }) => title), ...topics.map(({ name }) => name), ...(order.need ? [order.need] : [])])],
          [startsAt ? 'admin.orders.when' : 'admin.orders.dates', startsAt ? period(startsAt, endsAt) : listed(dates.map((date) => `${day(date.day)} ${t(`terms.dayParts.${date.part}`)}`))], ['admin.orders.venue', order.venue], ['admin.orders.people', order.people], ['admin.orders.audiences', listed(audiences.map(({ name }) => name)) || t('admin.shell.none')],
          ['admin.orders.language', order.language ? t(`terms.talkLanguages.${order.language}`) : t('admin.shell.none')], ['admin.orders.projector', yes(order.projector)], ['admin.orders.minors', yes(order.minors)], ['admin.orders.note', order.note ?? t('admin.shell.none')], ['admin.orders.way', [t(`terms.orderWays.${order.way}`), order.enteredBy ? t('admin.orders.entered_by', { name: order.enteredBy }) : null].filter(Boolean).join(' · ')],
          ['admin.orders.submitted', instant(order.submittedAt)], ...(order.lecturer ? [['admin.orders.lecturer', order.lecturer.name] as [string, string]] : []), ...(order.activity ? [['admin.orders.activity', <Link key="activity" component={RouterLink} to={`/activities/${order.activity.id}/show`}>{order.activity.title}</Link>] as [string, ReactNode]] : []),
          ...(order.rateUrl ? [['admin.orders.rate_url', order.rateUrl] as [string, string]] : []),
        ]} />
      </Panel>
      {order.may.dispatch && <Candidates order={order} />}
      <News order={order} />
      <Offers order={order} />
      <Trip order={order} />
      {settled && <Ratings order={order} />}
      <Panel id="history" title={t('admin.orders.history')}><Loaded query={history}>{({ data }) => <History entries={data} of="orderStates" />}</Loaded></Panel>
    </>
  );
};

/** One order: what is wanted, where it stands, whom to ask, and what can be done. */
const OrderPage = () => {
  const { id = '' } = useParams();
  const t = useTranslate();
  const { day, instant } = useFormat();
  // The queue asks a lecturer by itself, a moment after the order was accepted.
  const query = useApi(['order', id], () => api.getOrder({ params: { id } }), { refetchInterval: (order) => (order?.state === 'dispatching' && order.offers.every(({ state }) => state !== 'offered') ? 3_000 : false) });
  return (
    <LoadedPage query={query} list={list}>
      {(order) => (
        <Box sx={{ maxWidth: 1080 }}>
          <PageHeader
            title={`${order.placeName} · ${order.number}`} back={list} actions={<OrderActions order={order} />}
            mark={<><StateChip of="orderStates" state={order.state} />{order.urgent && <Mark tone="wrong">{t('admin.orders.urgent_mark')}</Mark>}{order.newContact && order.may.review && <Mark tone="waiting">{t('admin.orders.new_mark')}</Mark>}{order.may.review && <Mark tone="waiting">{t('admin.orders.review_due', { day: day(order.reviewDueOn) })}</Mark>}{order.toCall && <Mark tone="wrong">{t('admin.orders.to_call_mark')}</Mark>}{order.state === 'dispatching' && order.dispatchUntil && <Mark tone="waiting">{t('admin.orders.dispatch_until', { at: instant(order.dispatchUntil) })}</Mark>}</>}
          />
          <Body order={order} />
        </Box>
      )}
    </LoadedPage>
  );
};
export default OrderPage;
