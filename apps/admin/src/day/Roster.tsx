import type { Roster as RosterData } from '@kepu/contracts';
import HowToReg from '@mui/icons-material/HowToRegOutlined';
import Logout from '@mui/icons-material/LogoutOutlined';
import PersonOff from '@mui/icons-material/PersonOffOutlined';
import { Box, Button, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { CompanionsMark } from '../signups/CompanionsMark.js';
import { api } from '../providers/api.js';
import { Mark, StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useRun } from '../ui/useRun.js';

type Row = RosterData['rows'][number];
type Marked = 'present' | 'left' | 'absent';
const marks: readonly { mark: Marked; icon: typeof HowToReg }[] = [{ mark: 'present', icon: HowToReg }, { mark: 'left', icon: Logout }, { mark: 'absent', icon: PersonOff }];

/** When somebody came and went, and how that is known. */
const Presence = ({ attendance }: { attendance: NonNullable<Row['attendance']> }) => {
  const t = useTranslate();
  const { time, aside } = useFormat();
  const { inAt, inBy, outAt, outBy } = attendance;
  const by = (method: typeof inBy) => (method ? aside(t(`terms.attendanceMethods.${method}`)) : '');
  if (!inAt) return null;
  return <Typography component="span" color="textSecondary">{t('admin.day.came', { time: time(inAt) })}{by(inBy)}{outAt && <> · {t('admin.day.went', { time: time(outAt) })}{by(outBy)}</>}</Typography>;
};

/** The tick list: one hand, one press a person. Pressing the same again takes the mark back. */
export const Roster = ({ roster }: { roster: RosterData }) => {
  const t = useTranslate();
  const { run, pending } = useRun();
  const client = useQueryClient();
  const { shift, rows, open } = roster;
  const send = (signupIds: readonly string[], mark: Marked | 'clear') => run(async () => {
    const answer = await api.markAttendance({ params: { id: shift.id }, body: { marks: signupIds.map((signupId) => ({ signupId, mark })) } });
    client.setQueryData(['kepu', 'roster', shift.id], answer);
  });
  const unmarked = rows.filter(({ attendance, recorded }) => attendance === null && !recorded);
  return (
    <>
      {open && unmarked.length > 1 && <Button variant="outlined" disabled={pending} startIcon={<HowToReg />} onClick={() => void send(unmarked.map(({ signupId }) => signupId), 'present')} sx={{ mb: 1 }}>{t('admin.day.all_present', { count: unmarked.length })}</Button>}
      <Box component="ul" aria-label={t('admin.day.list')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {rows.map((row) => {
          const state = row.attendance?.state;
          return (
            <Box component="li" key={row.signupId} sx={{ py: 1.25, borderTop: 1, borderColor: 'divider', display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', justifyContent: 'space-between' }}>
              <Box sx={{ minWidth: 0, flex: '1 1 11rem' }}>
                <Typography sx={{ fontWeight: 600 }}>{row.name} <Typography component="span" color="textSecondary">{row.position}</Typography></Typography>
                <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
                  {state && (!open || state === 'settled') && <StateChip of="attendanceStates" state={state} />}
                  <CompanionsMark {...row} />
                  {row.onDuty && <Mark tone="quiet">{t('admin.day.on_duty')}</Mark>}
                  {row.attendance && <Presence attendance={row.attendance} />}
                </Box>
              </Box>
              {open && !row.recorded && state !== 'settled' && (
                <ToggleButtonGroup
                  exclusive value={state ?? null} disabled={pending} aria-label={t('admin.day.mark', { name: row.name })} onChange={(_, mark: Marked | null) => void send([row.signupId], mark ?? 'clear')}
                  sx={{ width: { xs: '100%', sm: 'auto' }, '& .MuiToggleButton-root': { flex: { xs: 1, sm: '0 0 auto' }, minWidth: 84, minHeight: 48, gap: 0.5, '&.Mui-selected': { backgroundColor: 'primary.main', color: 'primary.contrastText', fontWeight: 600, '&:hover': { backgroundColor: 'primary.dark' } }, '&.Mui-selected[value="absent"]': { backgroundColor: 'error.main', color: 'error.contrastText' } } }}
                >
                  {marks.map(({ mark, icon: Icon }) => <ToggleButton key={mark} value={mark}><Icon fontSize="small" aria-hidden />{t(`admin.day.marks.${mark}`)}</ToggleButton>)}
                </ToggleButtonGroup>
              )}
            </Box>
          );
        })}
      </Box>
    </>
  );
};
