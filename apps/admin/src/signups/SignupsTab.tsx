import type { Activity, Signup } from '@kepu/contracts';
import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ShiftChoice, useChosenShift } from '../activities/ShiftChoice.js';
import { api } from '../providers/api.js';
import { EmptyState, Loaded } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { TeamsAtShift } from '../teams/TeamSignups.js';
import { useMay } from '../providers/session.js';
import { PositionPanel } from './PositionPanel.js';
import { WavesPanel } from './WavesPanel.js';

/** All pages of a shift's sign-ups. */
const readAll = async (shiftId: string): Promise<Signup[]> => {
  const rows: Signup[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await api.listSignups({ query: { shiftId, page, perPage: 200, sort: 'signedUpAt' } });
    rows.push(...answer.data);
    if (answer.data.length === 0 || rows.length >= answer.total) return rows;
  }
};

/** Who signed up for which position of a shift, and what the unit decides. */
const SignupsTab = ({ activity }: { activity: Activity }) => {
  const t = useTranslate();
  const { period } = useFormat();
  const may = useMay();
  const { shift, choose } = useChosenShift(activity);
  const query = useApi(['signups', shift?.id], () => readAll(shift?.id ?? ''), { enabled: shift !== null });
  if (!shift) return <EmptyState title="admin.activities.no_shift" hint="admin.activities.no_shift_hint" />;
  return (
    <>
      <ShiftChoice activity={activity} shift={shift} choose={choose} />
      <Typography color="textSecondary" sx={{ mb: 1.5 }}>{[...(activity.shifts.length > 1 ? [] : [period(shift.startsAt, shift.endsAt)]), t(`terms.signupFlows.${activity.flow}`)].join(' · ')}</Typography>
      <TeamsAtShift activity={activity} shift={shift} />
      {activity.state === 'open' && !shift.cancelled && may('signup:decide') && <WavesPanel activity={activity} shift={shift} />}
      <Loaded query={query} rows={6}>
        {(signups) => {
          const children = signups.filter(({ state }) => state === 'confirmed').reduce((sum, { companions }) => sum + companions, 0);
          return (
            <>
              {children > 0 && <Typography sx={{ mb: 1.5 }}>{t('terms.companions.total', { count: children })}</Typography>}
              {shift.positions.map((position) => <PositionPanel key={position.id} activity={activity} position={position} signups={signups.filter((signup) => signup.position.id === position.id)} />)}
            </>
          );
        }}
      </Loaded>
    </>
  );
};
export default SignupsTab;
