import type { Roster, Shift } from '@kepu/contracts';
import { mostMinutes } from '@kepu/domain';
import { Box, Button, FormControlLabel, Switch, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { once } from '../providers/idempotency.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { FormBar } from '../ui/FormBar.js';
import { Panel } from '../ui/Panels.js';
import { Mark } from '../ui/StateChip.js';
import { usePresentMoment } from '../ui/clock.js';
import { useFormat } from '../ui/format.js';
import { HeldBack } from './HeldBack.js';
import { heldBack, hoursBody, hoursRow, toConfirm, type HoursRow, type HoursSaid } from './hoursRows.js';

const usual = 'own_time';

/** Which ledger, by which rule, and where that rule stands. */
const Ledger = ({ choice }: { choice: HoursRow['choice'] }) => {
  const t = useTranslate();
  return (
    <Box sx={{ flex: '1 1 16rem', minWidth: 0 }}>
      <Mark tone={choice.ledger === 'none' ? 'quiet' : 'good'}>{t(`terms.ledgers.${choice.ledger}`)}</Mark>
      <Typography component="div">{t(`terms.ledgerRules.${choice.rule}`)}</Typography>
      {/* The usual rule is cited once, above the list. */}
      {choice.rule !== usual && <Typography component="div" color="textSecondary">{t(`terms.ledgerSources.${choice.rule}`)}</Typography>}
    </Box>
  );
};

const HoursLine = ({ hours, most, note, say }: { hours: HoursRow; most: number; note: string; say: (said: HoursSaid) => void }) => {
  const t = useTranslate();
  const { duration } = useFormat();
  const { row, minutes, proposed, onDuty, tooMany, choice } = hours;
  return (
    <Box component="li" role="group" aria-label={row.name} sx={{ py: 1.5, borderTop: 1, borderColor: 'divider' }}>
      <Typography sx={{ fontWeight: 600 }}>{row.name} <Typography component="span" color="textSecondary">{row.position}</Typography></Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, alignItems: 'flex-start' }}>
        <TextField
          type="number" label={t('admin.day.minutes')} value={minutes ?? ''} error={tooMany} sx={{ width: 168 }} slotProps={{ htmlInput: { min: 0, max: most, inputMode: 'numeric' } }}
          onChange={(event) => say({ minutes: event.target.value === '' ? null : Math.max(0, Math.round(Number(event.target.value))) })}
          helperText={tooMany ? t('admin.day.at_most', { max: most }) : minutes === proposed ? t('admin.day.proposed', { time: duration(proposed) }) : t('admin.day.instead_of', { time: duration(proposed) })}
        />
        <FormControlLabel control={<Switch checked={onDuty} onChange={(_, checked) => say({ onDuty: checked })} />} label={t('admin.day.on_duty')} sx={{ minHeight: 44, mt: 1.5 }} />
        <Ledger choice={choice} />
      </Box>
      {minutes !== proposed && <TextField label={t('admin.day.why_differs')} value={note} onChange={(event) => say({ note: event.target.value })} slotProps={{ htmlInput: { maxLength: 200 } }} />}
    </Box>
  );
};

/** The hours of those who were there: proposed by the rules, corrected where needed, confirmed once. */
export const HoursPanel = ({ roster, shift }: { roster: Roster; shift: Shift }) => {
  const t = useTranslate();
  const { duration } = useFormat();
  const now = usePresentMoment();
  const [early, setEarly] = useState(false);
  const [said, setSaid] = useState<Readonly<Record<string, HoursSaid>>>({});
  const most = mostMinutes(shift);
  const rows = toConfirm(roster.rows).map((row) => hoursRow(row, said[row.signupId], shift));
  const waiting = heldBack(roster.rows);
  if (!roster.mayConfirmHours) return null;
  if (rows.length === 0) return <HeldBack rows={waiting} shiftId={shift.id} />;
  const title = t('admin.day.hours_title', { count: rows.length });
  // While it goes on people still come and go: nobody is led to confirm what is not over, and nobody is kept from it.
  if (now !== null && now < shift.endsAt && !early) return <Panel id="hours" title={title} action={<Button variant="outlined" onClick={() => setEarly(true)}>{t('admin.day.early')}</Button>}><Typography color="textSecondary">{t('admin.day.not_over')}</Typography></Panel>;
  const total = rows.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
  const ready = rows.every(({ minutes, tooMany }) => minutes !== null && !tooMany);
  const body = hoursBody(rows, said);
  return (
    <Panel id="hours" title={title}>
      <HeldBack rows={waiting} shiftId={shift.id} />
      <Typography color="textSecondary" sx={{ mb: 1 }}>{t('admin.day.hours_hint')} {t(`terms.ledgerSources.${usual}`)}</Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {rows.map((hours) => <HoursLine key={hours.row.signupId} hours={hours} most={most} note={said[hours.row.signupId]?.note ?? ''} say={(change) => setSaid((all) => ({ ...all, [hours.row.signupId]: { ...all[hours.row.signupId], ...change } }))} />)}
      </Box>
      <FormBar label={t('admin.day.confirm_hours', { count: rows.length })} hint={t('admin.day.hours_sum', { count: rows.length, time: duration(total) })}>
        <ActionButton
          label={t('admin.day.confirm_hours', { count: rows.length })} variant="contained" disabled={!ready} title={t('admin.day.confirm_title', { count: rows.length })} explanation={t('admin.day.confirm_explained', { time: duration(total) })}
          submitLabel="admin.day.confirm" success="admin.day.confirmed" run={async () => {
            await once(`hours ${shift.id} ${JSON.stringify(body)}`, (idempotencyKey) => api.confirmHours({ params: { id: shift.id }, body, idempotencyKey }));
            setSaid({});
          }}
        />
      </FormBar>
    </Panel>
  );
};
