import type { Order, OrderCandidate } from '@kepu/contracts';
import { Box, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { Loaded, Panel } from '../ui/Panels.js';
import { Mark, StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { LineInput } from '../ui/inputs.js';
import { useApi } from '../ui/useApi.js';

type Stage = 'county' | 'city';

/** One lecturer with each part of the score, in words: whoever chooses sees why. */
const Candidate = ({ candidate, order, dateId, first }: { candidate: OrderCandidate; order: Order; dateId: string; first: boolean }) => {
  const t = useTranslate();
  const { day } = useFormat();
  const { lecturer, unit, county, talk, score, parts, blocks, lastOrderOn, ordersThisMonth, offered } = candidate;
  const free = first && blocks.length === 0;
  return (
    <Box component="li" sx={{ py: 1.5, borderBottom: 1, borderColor: 'divider' }}>
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between' }}>
        <Typography component="h3" sx={{ fontWeight: 600 }}>{[lecturer.name, unit?.name ?? county.name].join(' · ')} <Mark tone={blocks.length > 0 ? 'quiet' : 'good'}>{t('admin.orders.score', { points: Math.round(score) })}</Mark>{offered && <StateChip of="orderOfferStates" state={offered} />}</Typography>
        {order.may.dispatch && offered !== 'offered' && (
          <ActionButton label="admin.orders.offer" variant={free ? 'contained' : 'outlined'} title={t('admin.orders.offer_title', { name: lecturer.name })} submitLabel="admin.orders.offer" success="admin.orders.offered" run={(values) => api.createOrderOffer({ params: { id: order.id }, body: { version: order.version, lecturerId: lecturer.id, dateId, talkId: talk?.id ?? null, reason: String(values['reason'] ?? '').trim() || null } })}>
            {!free && <LineInput source="reason" label="admin.orders.offer_reason" rows={2} isRequired />}
          </ActionButton>
        )}
      </Stack>
      {talk && <Typography>{talk.title}</Typography>}
      {blocks.map(({ code, params }) => <Typography key={code} color="error">{t('admin.orders.blocked', { reason: t(`terms.lecturerBlocks.${code}`, params) })}</Typography>)}
      <Typography color="textSecondary" component="div">{parts.map(({ part, points, most, reason, params }) => <div key={part}>{t('admin.orders.part_line', { part: t(`terms.lecturerParts.${part}`), points: Math.round(points), most, reason: t(`terms.lecturerReasons.${reason}`, params) })}</div>)}</Typography>
      <Typography color="textSecondary">{[lastOrderOn ? t('admin.orders.last_order', { day: day(lastOrderOn) }) : t('admin.orders.never'), t('admin.orders.this_month', { count: ordersThisMonth })].join(' · ')}</Typography>
    </Box>
  );
};

/** Lecturers as the ranking gives them, for one date and one stage. */
export const Candidates = ({ order }: { order: Order }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  const [stage, setStage] = useState<Stage>(order.stage ?? 'county');
  const [dateId, setDateId] = useState(order.dates[0]?.id ?? '');
  const query = useApi(['order-candidates', order.id, order.version, stage, dateId], () => api.listOrderCandidates({ params: { id: order.id }, query: { stage, ...(dateId ? { dateId } : {}) } }));
  return (
    <Panel id="candidates" title={t('admin.orders.candidates')}>
      <Typography color="textSecondary" sx={{ mb: 1.5 }}>{t('admin.orders.candidates_hint')}</Typography>
      <Stack direction="row" sx={{ gap: 2, flexWrap: 'wrap', mb: 1 }}>
        <TextField select id="stage" label={t('admin.orders.stage')} value={stage} onChange={(event) => setStage(event.target.value as Stage)} sx={{ minWidth: 160 }}>{(['county', 'city'] as const).map((each) => <MenuItem key={each} value={each}>{t(`terms.orderStages.${each}`)}</MenuItem>)}</TextField>
        <TextField select id="date" label={t('admin.orders.date')} value={dateId} onChange={(event) => setDateId(event.target.value)} sx={{ minWidth: 200 }}>{order.dates.map(({ id, startsAt }) => <MenuItem key={id} value={id}>{instant(startsAt)}</MenuItem>)}</TextField>
      </Stack>
      <Loaded query={query}>{({ data, dateId: ranked }) => (data.length === 0 ? <Typography>{t('admin.orders.no_candidates')}</Typography> : <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>{data.map((candidate, index) => <Candidate key={candidate.lecturer.id} candidate={candidate} order={order} dateId={ranked} first={index === 0} />)}</Box>)}</Loaded>
    </Panel>
  );
};
