import type { Adjustment } from '@kepu/contracts';
import { adjustmentLifecycle, allowedActions, type AdjustmentAction } from '@kepu/domain';
import { Box, Link, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { FileCards } from '../files/FileCards.js';
import { FilesInput } from '../files/FilesInput.js';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { Mark, StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { DayInput, LineInput } from '../ui/inputs.js';
import { idsOf, textOf } from './AskDialogs.js';

/** Which of the reader’s rights for the unit a step takes. */
const rightOf: Readonly<Record<Exclude<AdjustmentAction, 'lapse'>, keyof Adjustment['may']>> = { hand_in: 'handIn', send_back: 'handIn', withdraw: 'ask', grant: 'decide', refuse: 'decide', write: 'decide' };

const Actions = ({ row }: { row: Adjustment }) => {
  const t = useTranslate();
  const { id, version, kind, askedDay } = row;
  const open = row.assignment.plan.state !== 'issued' ? [] : allowedActions(adjustmentLifecycle, row.state).filter((action) => action !== 'lapse' && row.may[rightOf[action]] && (action !== 'write' || row.unwritten));
  if (open.length === 0) return null;
  const whole = { params: { id }, body: { version } };
  const unit = { unit: row.assignment.unit.name };
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mt: 1 }}>
      {open.includes('grant') && (
        <ActionButton label="admin.follow_ups.grant" variant="contained" title={t('admin.follow_ups.grant_title', unit)} explanation={t('admin.follow_ups.grant_explained')} submitLabel="admin.follow_ups.grant" success="admin.follow_ups.granted" defaults={{ day: askedDay ?? '' }} run={({ day, note }) => { const [wanted, said] = [textOf(day), textOf(note)]; return api.grantAdjustment({ params: { id }, body: { version, ...(wanted ? { day: wanted } : {}), ...(said ? { note: said } : {}) } }); }}>
          {(kind === 'extension' || askedDay !== null) && <DayInput source="day" label="admin.follow_ups.granted_day" isRequired />}
          <LineInput source="note" label="admin.follow_ups.decision_note" rows={2} />
        </ActionButton>
      )}
      {open.includes('refuse') && <ActionButton label="admin.follow_ups.refuse" title={t('admin.follow_ups.refuse_title', unit)} submitLabel="admin.follow_ups.refuse" success="admin.follow_ups.refused" run={({ reason }) => api.refuseAdjustment({ params: { id }, body: { version, reason: String(reason ?? '') } })}><ReasonInput /></ActionButton>}
      {open.includes('write') && (
        <ActionButton label="admin.follow_ups.write" title={t('admin.follow_ups.write_title')} explanation={t('admin.follow_ups.write_explained')} submitLabel="admin.follow_ups.write" success="admin.follow_ups.written" run={({ note, files }) => api.putAdjustmentInWriting({ params: { id }, body: { version, note: String(note ?? ''), fileIds: idsOf(files) } })}>
          <LineInput source="note" label="admin.follow_ups.written_note" rows={2} isRequired />
          <FilesInput source="files" label="admin.follow_ups.scan" />
        </ActionButton>
      )}
      {open.includes('hand_in') && <ActionButton label="admin.follow_ups.hand_in" variant="contained" title={t('admin.follow_ups.hand_in_title')} submitLabel="admin.follow_ups.hand_in" success="admin.follow_ups.handed_in" run={() => api.handInAdjustment(whole)} />}
      {open.includes('send_back') && <ActionButton label="admin.follow_ups.send_back" title={t('admin.follow_ups.send_back_title')} submitLabel="admin.follow_ups.send_back" success="admin.follow_ups.sent_back" run={({ reason }) => api.sendBackAdjustment({ params: { id }, body: { version, reason: String(reason ?? '') } })}><ReasonInput /></ActionButton>}
      {open.includes('withdraw') && <ActionButton label="admin.follow_ups.withdraw" variant="text" title={t('admin.follow_ups.withdraw_title')} submitLabel="admin.follow_ups.withdraw" success="admin.follow_ups.withdrawn" run={() => api.withdrawAdjustment(whole)} />}
    </Stack>
  );
};

/** One adjustment: what is asked, by whom, what came of it. `alone`: on the page of its item, which need not be named. */
export const AdjustmentCard = ({ row, alone = false }: { row: Adjustment; alone?: boolean }) => {
  const t = useTranslate();
  const { day, instant, list } = useFormat();
  const { assignment: { unit, item }, kind, state, decided, written } = row;
  const lines: (string | null)[] = [
    [t('admin.follow_ups.printed_day', { due: item.due?.text ?? t('admin.follow_ups.year_end') }), ...(item.due?.date === row.dayBefore || (item.due === null && !row.askedDay && !row.grantedDay) ? [] : [t('admin.follow_ups.day_before', { day: day(row.dayBefore, true) })]), ...(row.askedDay ? [t('admin.follow_ups.asked_day', { day: day(row.askedDay, true) })] : []), ...(row.grantedDay ? [t(kind === 'oral' ? 'admin.follow_ups.moved_to' : 'admin.follow_ups.granted_to', { day: day(row.grantedDay, true) })] : [])].join(' · '),
    row.content && t('admin.follow_ups.content_is', { text: row.content }), t(kind === 'oral' ? 'admin.follow_ups.said' : 'admin.follow_ups.reason_is', { by: row.saidBy ?? '', day: day(row.saidOn, true), text: row.reason }),
    kind === 'oral' ? null : t('admin.follow_ups.asked_by', { by: row.askedBy ?? row.createdBy, when: instant(row.askedAt ?? row.createdAt) }), state === 'checking' ? t('admin.follow_ups.waits_for', { names: list(row.approvers) }) : null,
    decided && t('admin.follow_ups.decided_by', { by: decided.by, when: instant(decided.at), text: decided.text ?? t(`terms.adjustmentStates.${state}`) }), written && t('admin.follow_ups.written_is', { by: written.by, text: written.text }),
  ];
  return (
    <Box component="article" aria-label={`${t(`terms.adjustmentKinds.${kind}`)} ${item.seq} ${unit.name}`} sx={{ py: 1.5, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Typography component="span" sx={{ fontWeight: 600 }}>{`${t(`terms.adjustmentKinds.${kind}`)} · ${unit.name}`}</Typography>
        <StateChip of="adjustmentStates" state={state} />
        {row.late && <Mark tone="wrong">{t('admin.follow_ups.late')}</Mark>}
        {row.unwritten && <Mark tone="waiting">{t('admin.follow_ups.unwritten', { day: day(row.writtenBy) })}</Mark>}
      </Stack>
      {!alone && <Typography sx={{ overflowWrap: 'anywhere' }}><Link component={RouterLink} to={`/items/${item.id}`}>{item.seq}</Link>{` ${item.text}`}</Typography>}
      {lines.filter((line) => line !== null).map((line) => <Typography key={line} color="textSecondary" sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>{line}</Typography>)}
      <FileCards files={row.files} />
      <Actions row={row} />
    </Box>
  );
};
