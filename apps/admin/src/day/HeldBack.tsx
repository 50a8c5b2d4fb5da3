import type { Roster } from '@kepu/contracts';
import { Alert, Box, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { useRun } from '../ui/useRun.js';

/** Whose hours wait for the person, and a way to remind them: nobody else waits for that. */
export const HeldBack = ({ rows, shiftId }: { rows: Roster['rows']; shiftId: string }) => {
  const t = useTranslate();
  const { run, pending } = useRun();
  const unnamed = rows.filter(({ realName }) => !realName).length;
  if (rows.length === 0) return null;
  return (
    <Alert severity="warning" sx={{ mb: 2 }} action={unnamed > 0 ? <Button color="inherit" disabled={pending} onClick={() => void run(() => api.remindRealNames({ params: { id: shiftId }, body: {} }), { success: `admin.hoursWait.reminded.${unnamed === 1 ? 'one' : 'many'}`, args: { count: unnamed } })}>{t('admin.hoursWait.remind')}</Button> : undefined}>
      {unnamed > 0 && t(`admin.hoursWait.explained.${unnamed === 1 ? 'one' : 'many'}`, { count: unnamed })}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>{rows.map(({ signupId, name, frozen }) => <li key={signupId}>{name} {t(`admin.hoursWait.${frozen ? 'frozen' : 'realName'}`)}</li>)}</Box>
    </Alert>
  );
};
