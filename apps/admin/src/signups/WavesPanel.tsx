import type { Activity, Shift, WavePosition } from '@kepu/contracts';
import { Box, Button, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { Loaded, Panel } from '../ui/Panels.js';
import { Mark } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { useRun } from '../ui/useRun.js';

const useNext = () => {
  const t = useTranslate();
  const { instant } = useFormat();
  return ({ next }: WavePosition): string => {
    if (next.kind === 'rest') return t(`terms.waveRests.${next.because ?? 'filled'}`);
    if (next.kind === 'wait') return t('admin.placeInvitations.next_wait', { at: instant(next.at) });
    return next.at === null ? t('admin.placeInvitations.next_send_now', { count: next.count }) : t('admin.placeInvitations.next_send', { at: instant(next.at), count: next.count });
  };
};

const Line = ({ row, on }: { row: WavePosition; on: boolean }) => {
  const t = useTranslate();
  const spoken = useNext();
  const { position, missing, asked, open, yes, no, silent } = row;
  return (
    <Box component="li" sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
      <strong>{position.name}</strong> <Mark tone={missing > 0 ? 'waiting' : 'good'}>{missing > 0 ? t('admin.placeInvitations.missing', { count: missing }) : t('admin.placeInvitations.enough')}</Mark>
      <Typography color="textSecondary">{asked === 0 ? t('admin.placeInvitations.tally_none') : t('admin.placeInvitations.tally', { asked, open, yes, no, silent })}</Typography>
      <Typography>{`${on ? '' : t('admin.placeInvitations.would')}${spoken(row)}`}</Typography>
    </Box>
  );
};

/** Whether the system asks for the positions of an activity, how it stands at one shift, and what comes next. */
export const WavesPanel = ({ activity: { id }, shift }: { activity: Pick<Activity, 'id'>; shift: Pick<Shift, 'id'> }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  const { run, pending } = useRun();
  const query = useApi(['waves', id], () => api.getActivityWaves({ params: { id } }));
  return (
    <Panel id="waves" title={t('admin.placeInvitations.waves')}>
      <Typography color="textSecondary">{t('admin.placeInvitations.waves_hint')}</Typography>
      <Loaded query={query} rows={2}>
        {({ on, version, switchedAt, switchedBy, positions }) => (
          <>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', my: 1.5 }}>
              <Mark tone={on ? 'good' : 'quiet'}>{t(on ? 'admin.placeInvitations.on' : 'admin.placeInvitations.off')}</Mark>
              {switchedAt !== null && <Typography component="span" color="textSecondary">{t('admin.placeInvitations.switched', { name: switchedBy ?? '', at: instant(switchedAt) })}</Typography>}
              <Button variant="outlined" disabled={pending} onClick={() => void run(() => api.setActivityWaves({ params: { id }, body: { on: !on, version } }))}>{t(on ? 'admin.placeInvitations.switch_off' : 'admin.placeInvitations.switch_on')}</Button>
            </Box>
            <Box component="ul" aria-label={t('admin.placeInvitations.waves')} sx={{ listStyle: 'none', m: 0, p: 0 }}>{positions.filter((row) => row.shift.id === shift.id).map((row) => <Line key={row.position.id} row={row} on={on} />)}</Box>
          </>
        )}
      </Loaded>
    </Panel>
  );
};
