import type { CloseOut } from '@kepu/contracts';
import { allowedActions, can, closeOutLifecycle, type CloseOutAction } from '@kepu/domain';
import { Alert, Box, Button, Checkbox, Link, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { Mark, StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { LineInput } from '../ui/inputs.js';
import { textOf } from './AskDialogs.js';
import { Checklist } from './Checklist.js';

type Step = Exclude<CloseOutAction, 'lapse' | 'revise' | 'outdate'>;
/** Which of the reader’s rights for the unit a step takes; what an edition does is nobody’s button. */
const rightOf: Readonly<Record<Step, keyof CloseOut['may']>> = { hand_in: 'handIn', send_back: 'handIn', withdraw: 'ask', accept: 'decide', return: 'decide', reopen: 'decide' };
const reasons = ['proof', 'numbers', 'report'].map((key) => `admin.follow_ups.return_reasons.${key}`);
/** Whether the reader may accept it as it stands. */
export const acceptable = (row: CloseOut): boolean => row.may.decide && row.assignment.plan.state === 'issued' && can(closeOutLifecycle, row.state, 'accept');

const Actions = ({ row }: { row: CloseOut }) => {
  const t = useTranslate();
  const { id, version } = row;
  const open = row.assignment.plan.state !== 'issued' ? [] : allowedActions(closeOutLifecycle, row.state).filter((action) => action in rightOf && row.may[rightOf[action as Step]]);
  if (open.length === 0) return null;
  const whole = { params: { id }, body: { version } };
  const unit = { unit: row.assignment.unit.name };
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mt: 1 }}>
      {open.includes('accept') && (
        <ActionButton label="admin.follow_ups.accept" variant="contained" title={t('admin.follow_ups.accept_title', unit)} explanation={t('admin.follow_ups.accept_explained')} submitLabel="admin.follow_ups.accept" success="admin.follow_ups.accepted" run={({ note }) => { const said = textOf(note); return api.acceptCloseOut({ params: { id }, body: { version, ...(said ? { note: said } : {}) } }); }}>
          <LineInput source="note" label="admin.follow_ups.decision_note" rows={2} />
        </ActionButton>
      )}
      {open.includes('return') && <ActionButton label="admin.follow_ups.return" title={t('admin.follow_ups.return_title', unit)} explanation={t('admin.follow_ups.return_explained')} submitLabel="admin.follow_ups.return" success="admin.follow_ups.returned" run={({ reason }) => api.returnCloseOut({ params: { id }, body: { version, reason: String(reason ?? '') } })}><ReasonInput suggestions={reasons} /></ActionButton>}
      {open.includes('reopen') && <ActionButton label="admin.follow_ups.reopen" title={t('admin.follow_ups.reopen_title', unit)} explanation={t('admin.follow_ups.reopen_explained')} submitLabel="admin.follow_ups.reopen" success="admin.follow_ups.reopened" run={({ reason }) => api.reopenCloseOut({ params: { id }, body: { version, reason: String(reason ?? '') } })}><ReasonInput /></ActionButton>}
      {open.includes('hand_in') && <ActionButton label="admin.follow_ups.hand_in" variant="contained" title={t('admin.follow_ups.hand_in_title')} submitLabel="admin.follow_ups.hand_in" success="admin.follow_ups.handed_in" run={() => api.handInCloseOut(whole)} />}
      {open.includes('send_back') && <ActionButton label="admin.follow_ups.send_back" title={t('admin.follow_ups.send_back_title')} submitLabel="admin.follow_ups.send_back" success="admin.follow_ups.sent_back" run={({ reason }) => api.sendBackCloseOut({ params: { id }, body: { version, reason: String(reason ?? '') } })}><ReasonInput /></ActionButton>}
      {open.includes('withdraw') && <ActionButton label="admin.follow_ups.withdraw" variant="text" title={t('admin.follow_ups.withdraw_title')} submitLabel="admin.follow_ups.withdraw" success="admin.follow_ups.withdrawn" run={() => api.withdrawCloseOut(whole)} />}
    </Stack>
  );
};

/** One request to close out: what was met, what the unit says of the rest, what came of it. */
export const CloseOutCard = ({ row, alone = false, chosen = false, onChoose }: { row: CloseOut; alone?: boolean; chosen?: boolean; onChoose?: (() => void) | undefined }) => {
  const t = useTranslate();
  const { instant, list } = useFormat();
  const [whole, setWhole] = useState(false);
  const { assignment: { unit, item }, state, decided, reopened } = row;
  const short = row.asked.filter(({ met }) => !met);
  const saidOf = (point: string) => row.explanations.find((one) => one.point === point)?.text;
  const lines = [
    row.note, t('admin.follow_ups.asked_by', { by: row.askedBy ?? row.createdBy, when: instant(row.askedAt ?? row.createdAt) }), state === 'checking' ? t('admin.follow_ups.waits_for', { names: list(row.approvers) }) : null,
    decided && t('admin.follow_ups.decided_by', { by: decided.by, when: instant(decided.at), text: decided.text ?? t(`terms.closeOutStates.${state === 'reopened' ? 'accepted' : state}`) }), reopened && t('admin.follow_ups.reopened_by', { by: reopened.by ?? t('admin.follow_ups.system'), when: instant(reopened.at), text: reopened.text }),
  ];
  return (
    <Box component="article" aria-label={`${t('admin.follow_ups.close_out')} ${item.seq} ${unit.name}`} sx={{ py: 1.5, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        {onChoose && acceptable(row) && <Checkbox checked={chosen} onChange={onChoose} slotProps={{ input: { 'aria-label': t('admin.follow_ups.choose', { seq: item.seq, unit: unit.name }) } }} sx={{ width: 44, height: 44, ml: -1.25 }} />}
        <Typography component="span" sx={{ fontWeight: 600 }}>{`${t('admin.follow_ups.close_out')} · ${unit.name}`}</Typography>
        <StateChip of="closeOutStates" state={state} />
        {short.length === 0 ? <Mark tone="good">{t('admin.follow_ups.all_met')}</Mark> : <Mark tone="waiting">{t('admin.follow_ups.short_n', { count: short.length })}</Mark>}
      </Stack>
      {!alone && <Typography sx={{ overflowWrap: 'anywhere' }}><Link component={RouterLink} to={`/items/${item.id}`}>{item.seq}</Link>{` ${item.text}`}</Typography>}
      {row.fallen.length > 0 && <Alert severity="warning" sx={{ my: 1 }}>{t('admin.follow_ups.fallen', { points: list(row.fallen.map((point) => t(`terms.closeOutPoints.${point}`))) })}</Alert>}
      {short.map(({ point }) => <Typography key={point} sx={{ overflowWrap: 'anywhere' }}>{t('admin.follow_ups.short_of', { point: t(`terms.closeOutPoints.${point}`), text: saidOf(point) ?? '—' })}</Typography>)}
      {lines.filter((line) => line !== null).map((line) => <Typography key={line} color="textSecondary" sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>{line}</Typography>)}
      <Button aria-expanded={whole} onClick={() => setWhole(!whole)}>{t(whole ? 'admin.follow_ups.hide_checklist' : 'admin.follow_ups.show_checklist')}</Button>
      {whole && (
        <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', md: row.accepted ? '1fr 1fr' : '1fr' } }}>
          <Box><Typography sx={{ fontWeight: 600 }}>{t('admin.follow_ups.when_asked')}</Typography><Checklist points={row.asked} /></Box>
          {row.accepted && <Box><Typography sx={{ fontWeight: 600 }}>{t('admin.follow_ups.when_accepted')}</Typography><Checklist points={row.accepted} /></Box>}
        </Box>
      )}
      <Actions row={row} />
    </Box>
  );
};
