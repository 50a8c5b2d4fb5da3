import type { PlanEvent } from '@kepu/contracts';
import { Box, Link as MuiLink, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { LightChip } from '../lights/LightChip.js';
import { Mark, type Tone } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';

/** Where a change is looked at. */
const pathOf = ({ kind, id, item }: PlanEvent, planId: string): string => {
  switch (kind) {
    case 'report': return `/unit-reports/${id}`;
    case 'activity': return `/activities/${id}`;
    case 'work_entry': return `/work-entries/${id}`;
    case 'prompt': return `/prompts/${id}`;
    case 'edition': return `/plans/${planId}`;
    default: return `/items/${item?.id ?? ''}`;
  }
};
const toneOf = ({ outcome }: PlanEvent): Tone => (outcome === 'worse' || outcome === 'less' || outcome === 'reopened' ? 'wrong' : outcome === 'closed_out' || outcome === 'better' || outcome === 'accepted' || outcome === 'closed' || outcome === 'completed' ? 'good' : 'quiet');

const Outcome = ({ event }: { event: PlanEvent }) => {
  const t = useTranslate();
  const { number, duration } = useFormat();
  const { light, metric, quantity, records } = event;
  if (light) return <Box component="span" sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center' }}>{light.from && <><LightChip light={light.from} /><span aria-hidden>→</span></>}<LightChip light={light.to} /></Box>;
  if (metric && quantity !== null) {
    const amount = `${quantity > 0 ? '+' : ''}${metric === 'volunteer_minutes' ? duration(quantity) : number(quantity)}`;
    return <Mark tone={toneOf(event)}>{t('admin.course.amount', { metric: t(`terms.measureSources.${metric}`), quantity: amount })}{records === null ? '' : ` · ${t('admin.course.records', { count: records })}`}</Mark>;
  }
  return <Mark tone={toneOf(event)}>{t(`terms.changeOutcomes.${event.outcome}`)}</Mark>;
};

/** What changed, line by line, the newest first. */
export const ChangeList = ({ events, planId }: { events: readonly PlanEvent[]; planId: string }) => {
  const t = useTranslate();
  const { day } = useFormat();
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {events.map((event) => (
        <Box component="li" key={`${event.kind} ${event.id} ${event.outcome}`} sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, rowGap: 0.5, alignItems: 'baseline', py: 1, borderTop: 1, borderColor: 'divider' }}>
          <Box sx={{ flex: '1 1 16rem', minWidth: 0 }}>
            <MuiLink component={Link} to={pathOf(event, planId)} sx={{ overflowWrap: 'anywhere' }}>{event.title}</MuiLink>
            <Typography color="textSecondary">{[day(event.day), t(`terms.changeKinds.${event.kind}`), ...(event.item ? [t('admin.items.no', { seq: event.item.seq })] : []), ...(event.unit ? [event.unit.name] : [])].join(' · ')}</Typography>
          </Box>
          <Outcome event={event} />
        </Box>
      ))}
    </Box>
  );
};
