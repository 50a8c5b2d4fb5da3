import type { Activity } from '@kepu/contracts';
import QrCode from '@mui/icons-material/QrCode2';
import { Alert, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { ShiftChoice, useChosenShift } from '../activities/ShiftChoice.js';
import { api } from '../providers/api.js';
import { EmptyState, Loaded, Panel } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { CodeDialog } from './CodeDialog.js';
import { HoursPanel } from './HoursPanel.js';
import { LeaderButton } from './LeaderButton.js';
import { Roster } from './Roster.js';

const refresh = 15_000;

/** The day itself: who is there, the code for those who come, and the hours afterwards. */
const DayTab = ({ activity }: { activity: Activity }) => {
  const t = useTranslate();
  const { period } = useFormat();
  const { shift, choose } = useChosenShift(activity);
  const [code, setCode] = useState(false);
  // Others check in by code meanwhile.
  const query = useApi(['roster', shift?.id], () => api.getRoster({ params: { id: shift?.id ?? '' } }), { enabled: shift !== null, refetchInterval: (roster) => (roster?.open ? refresh : false) });
  if (!shift) return <EmptyState title="admin.activities.no_shift" hint="admin.activities.no_shift_hint" />;
  return (
    <>
      <ShiftChoice activity={activity} shift={shift} choose={choose} />
      <Loaded query={query} rows={6}>
        {(roster) => {
          const { leader, rows, open } = roster;
          const there = rows.filter(({ attendance }) => attendance && attendance.state !== 'absent').length;
          return (
            <>
              <Panel id="shift" title={period(shift.startsAt, shift.endsAt)}>
                <Stack direction="row" sx={{ flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
                  <Typography sx={{ mr: 'auto' }}>{t('admin.shell.colon', { label: t('admin.day.leader') })}{leader ? <strong>{leader.name}</strong> : t('admin.day.no_leader')}</Typography>
                  {activity.state === 'open' && <LeaderButton activity={activity} shift={shift} leader={leader} />}
                  {open && activity.state === 'open' && <Button variant="contained" startIcon={<QrCode />} onClick={() => setCode(true)}>{t('admin.day.show_code')}</Button>}
                </Stack>
                {!open && activity.state === 'open' && rows.some(({ recorded }) => !recorded) && <Alert severity="info" sx={{ mt: 1.5 }}>{t('admin.day.not_open')}</Alert>}
              </Panel>
              <Panel id="roster" title={t('admin.day.roster', { there, expected: rows.length })}>
                {roster.companions > 0 && <Typography sx={{ mb: 1 }}>{t('terms.companions.total', { count: roster.companions })}</Typography>}
                {rows.length === 0 ? <EmptyState title="admin.day.nobody" hint="admin.day.nobody_hint" action={{ label: 'admin.activities.tab_signups', to: `/activities/${activity.id}/signups?shift=${shift.id}` }} /> : <Roster roster={roster} />}
              </Panel>
              <HoursPanel roster={roster} shift={shift} />
            </>
          );
        }}
      </Loaded>
      {code && <CodeDialog shift={shift} title={activity.title} onClose={() => setCode(false)} />}
    </>
  );
};
export default DayTab;
