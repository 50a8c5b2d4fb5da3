import type { Duplicate, Holdings } from '@kepu/contracts';
import { Alert, Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../ui/format.js';

/** One of two registrations. */
export type Side = Omit<Duplicate, 'reasons'>;

/** Why one cannot go into the other, as a key; null where nothing stands against it. */
export const obstacle = (stays: Side, goes: Side): 'frozen' | 'documents' | 'rights' | null => {
  if (stays.volunteer.standing !== 'good' || goes.volunteer.standing !== 'good') return 'frozen';
  if (stays.volunteer.realName !== null && goes.volunteer.realName !== null) return 'documents';
  return goes.rights > 0 ? 'rights' : null;
};

/** What is counted, in words: 报名 2、志愿服务时长 3 小时. */
export const useHoldings = () => {
  const t = useTranslate();
  const { duration, list, number } = useFormat();
  return (holds: Holdings): string =>
    list((Object.keys(holds) as (keyof Holdings)[]).filter((key) => holds[key] > 0).map((key) => `${t(`terms.holdings.${key}`)} ${key.endsWith('Minutes') ? duration(holds[key]) : number(holds[key])}`));
};

const cell = { p: 1, borderTop: 1, borderColor: 'divider', textAlign: 'left', verticalAlign: 'top', overflowWrap: 'anywhere', fontWeight: 400 } as const;

/** Two registrations side by side, and what goes over from one to the other. */
export const MergeComparison = ({ stays, goes }: { stays: Side; goes: Side }) => {
  const t = useTranslate();
  const { duration, instant, list } = useFormat();
  const holdings = useHoldings();
  const none = t('admin.merges.none');
  const rows: readonly (readonly [key: string, value: (side: Side) => ReactNode])[] = [
    ['number', ({ volunteer }) => volunteer.number], ['name', ({ volunteer }) => volunteer.name], ['unit', ({ volunteer }) => volunteer.unit?.name ?? none], ['county', ({ volunteer }) => volunteer.county.name],
    ['services', ({ volunteer }) => t('admin.merges.times', { count: volunteer.services })], ['hours', ({ volunteer }) => duration(volunteer.minutes)], ['pools', ({ volunteer }) => list(volunteer.pools.map(({ name }) => name)) || none],
    ['registered', ({ volunteer }) => instant(volunteer.registeredAt)], ['real_name', ({ volunteer }) => t(volunteer.realName ? 'admin.merges.named' : 'admin.merges.unnamed')],
  ];
  const [from, number] = [goes.volunteer.number, stays.volunteer.number];
  const against = obstacle(stays, goes);
  const over = holdings(goes.holds);
  return (
    <>
      <Box component="table" aria-label={t('admin.merges.compare')} sx={{ width: '100%', tableLayout: 'fixed', borderCollapse: 'collapse', my: 1.5 }}>
        <thead>
          <tr>
            <Box component="th" scope="col" sx={{ ...cell, borderTop: 0, width: '26%', color: 'text.secondary' }}>{t('admin.merges.field')}</Box>
            {[['stays', stays] as const, ['goes', goes] as const].map(([key, side]) => <Box component="th" scope="col" key={side.volunteer.id} sx={{ ...cell, borderTop: 0, fontWeight: 650 }}>{t(`admin.merges.${key}`)}</Box>)}
          </tr>
        </thead>
        <tbody>
          {rows.map(([key, value]) => (
            <tr key={key}>
              <Box component="th" scope="row" sx={{ ...cell, color: 'text.secondary' }}>{t(`admin.merges.${key}`)}</Box>
              <Box component="td" sx={cell}>{value(stays)}</Box>
              <Box component="td" sx={cell}>{value(goes)}</Box>
            </tr>
          ))}
        </tbody>
      </Box>
      {against ? <Alert severity="error">{t(`admin.merges.${against}`, { number: from, count: goes.rights })}</Alert> : (
        <Alert severity="warning">
          <Typography sx={{ fontWeight: 650 }}>{t('admin.merges.irreversible')}</Typography>
          <Typography>{over ? `${t('admin.merges.moves', { from, number })}${over}` : t('admin.merges.nothing', { from })}</Typography>
          <Typography>{t('admin.merges.ends', { from, number })}</Typography>
        </Alert>
      )}
    </>
  );
};
