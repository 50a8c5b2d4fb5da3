import type { JointSuggestion } from '@kepu/contracts';
import { Box, Button, Checkbox, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { ActionDialog } from '../ui/ActionDialog.js';
import { Mark } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useRun } from '../ui/useRun.js';
import { Clause, Clauses } from './Clause.js';
import { JointInputs, nameOf } from './JointInputs.js';

/** Clauses that look like one piece of work: a person says whether they are, which of them, and who leads. */
export const SuggestionCard = ({ planId, suggestion }: { planId: string; suggestion: JointSuggestion }) => {
  const t = useTranslate();
  const { list } = useFormat();
  const { run, pending } = useRun();
  const { clauses, units, lead, equal, group, known } = suggestion;
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [asking, setAsking] = useState(false);
  const chosen = clauses.filter((_, at) => !left.has(at));
  const parts = chosen.map(({ itemId, clause }) => ({ itemId, clause }));
  const params = { id: planId };
  const toggle = (at: number) => setLeft((before) => new Set(before.has(at) ? [...before].filter((one) => one !== at) : [...before, at]));
  const join = async () => {
    if (!group) return setAsking(true);
    return run(async () => {
      const { version, parts: those } = await api.getJointGroup({ params: { id: group.id } });
      await api.updateJointGroup({ params: { id: group.id }, body: { version, parts: [...those.map(({ itemId, clause }) => ({ itemId, clause })), ...parts] } });
    }, { success: 'admin.joint.added', args: { name: group.name } });
  };
  const dismiss = () => run(() => api.dismissJointSuggestion({ params, body: { parts: clauses.map(({ itemId, clause }) => ({ itemId, clause })) } }), { success: 'admin.joint.dismissed' });
  const label = t('admin.joint.suggestion', { units: list(units.map(({ name }) => name)) });
  return (
    <Box component="article" aria-label={label} sx={{ py: 2, '& + &': { borderTop: 2, borderColor: 'divider' } }}>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 0.5 }}>
        <Mark tone="waiting">{t(equal ? 'admin.joint.equal' : 'admin.joint.alike')}</Mark>
        {group && <Typography>{t('admin.joint.joins', { name: group.name })}</Typography>}
      </Stack>
      <Clauses label={label}>
        {known.map((clause) => <Clause key={`${clause.itemId} ${clause.clause}`} clause={clause}><Typography color="textSecondary">{t('admin.joint.in_group')}</Typography></Clause>)}
        {clauses.map((clause, at) => (
          <Clause
            key={`${clause.itemId} ${clause.clause}`} clause={clause}
            choice={<Checkbox checked={!left.has(at)} onChange={() => toggle(at)} sx={{ width: 44, height: 44, ml: -1.25 }} slotProps={{ input: { 'aria-label': t('admin.joint.choose', { item: t('admin.items.no', { seq: clause.seq }) }) } }} />}
          />
        ))}
      </Clauses>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mt: 1 }}>
        <Button variant="outlined" disabled={pending || chosen.length < (group ? 1 : 2)} onClick={() => void join()}>{t(group ? 'admin.joint.add' : 'admin.joint.confirm')}</Button>
        <Button color="inherit" disabled={pending} onClick={() => void dismiss()}>{t('admin.joint.dismiss')}</Button>
      </Stack>
      {asking && (
        <ActionDialog
          open onClose={() => setAsking(false)} title={t('admin.joint.confirm_title', { count: chosen.length })} explanation={t('admin.joint.confirm_explained')} submitLabel="admin.joint.confirm" success="admin.joint.confirmed"
          defaults={{ name: nameOf(chosen[0]?.clause ?? ''), leadUnitId: lead?.id ?? '' }}
          run={({ name, leadUnitId }) => api.createJointGroup({ params, body: { name: String(name ?? ''), leadUnitId: String(leadUnitId ?? ''), parts } })}
        >
          <JointInputs units={units.filter(({ id }) => chosen.some(({ unitIds }) => unitIds.includes(id)))} />
        </ActionDialog>
      )}
    </Box>
  );
};
