import type { TimelineEntry, TimelineState } from '@kepu/contracts';
import { Box, Link as MuiLink, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Mark, type Tone } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';

const tones: Readonly<Record<TimelineState, Tone>> = { ahead: 'waiting', done: 'good', late: 'wrong', over: 'quiet' };

/** Where an entry is dealt with. A theme day is only read. */
const pathOf = ({ kind, id, item }: TimelineEntry, planId: string): string | null => {
  switch (kind) {
    case 'theme_day': return null;
    case 'item': return `/items/${item?.id ?? ''}`;
    case 'measure': return `/items/${item?.id ?? ''}#measure-${id}`;
    case 'report': return `/report-periods/${id}`;
    case 'activity': return `/activities/${id}`;
    case 'prompt': return `/prompts/${id}`;
    case 'sign_by': return `/plans/${planId}/sign-offs`;
  }
};

const Entry = ({ entry, planId }: { entry: TimelineEntry; planId: string }) => {
  const t = useTranslate();
  const { day } = useFormat();
  const path = pathOf(entry, planId);
  const units = entry.unit === null ? null : entry.units > 1 ? t('admin.course.units', { unit: entry.unit.name, count: entry.units }) : entry.unit.name;
  const about = [t(`terms.timelineKinds.${entry.kind}`), ...(entry.item ? [t('admin.items.no', { seq: entry.item.seq })] : []), ...(units ? [units] : []), ...(entry.until ? [t('admin.course.until', { from: day(entry.day), to: day(entry.until) })] : [])];
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, alignItems: 'baseline', py: 0.75 }}>
      <Box sx={{ flex: '1 1 16rem', minWidth: 0 }}>
        {path === null ? <Typography component="span" sx={{ fontWeight: 600 }}>{entry.title}</Typography> : <MuiLink component={Link} to={path} sx={{ overflowWrap: 'anywhere' }}>{entry.title}</MuiLink>}
        <Typography color="textSecondary">{about.join(' · ')}</Typography>
      </Box>
      {/* That a day lies ahead is said by the day. */}
      {entry.state !== 'ahead' && <Mark tone={tones[entry.state]}>{t(`terms.timelineStates.${entry.state}`)}</Mark>}
    </Box>
  );
};

/** Entries under their days. */
export const DayList = ({ entries, planId, heading = 'h3' }: { entries: readonly TimelineEntry[]; planId: string; heading?: 'h2' | 'h3' }) => {
  const { day, distance, aside, today } = useFormat();
  const days = [...new Set(entries.map((entry) => entry.day))];
  return (
    <Box>
      {days.map((one) => (
        <Box key={one} sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '9.5rem 1fr' }, columnGap: 2, borderTop: 1, borderColor: 'divider', py: 1 }}>
          <Typography component={heading} sx={{ fontWeight: 650, pt: 0.75, color: one === today ? 'primary.main' : 'text.primary' }}>{day(one)}{one >= (today ?? '') && <Typography component="span" color="textSecondary" sx={{ display: { sm: 'block' } }}>{aside(distance(one))}</Typography>}</Typography>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>{entries.filter((entry) => entry.day === one).map((entry) => <Entry key={`${entry.kind} ${entry.id}`} entry={entry} planId={planId} />)}</Box>
        </Box>
      ))}
    </Box>
  );
};
