import type { JointGroup } from '@kepu/contracts';
import { Box, Button, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { Mark } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useRun } from '../ui/useRun.js';
import { Clause, Clauses } from './Clause.js';
import { JointInputs } from './JointInputs.js';

const Actions = ({ group }: { group: JointGroup }) => {
  const t = useTranslate();
  const target = { params: { id: group.id } };
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mt: 1 }}>
      <ActionButton
        label="admin.joint.edit" title={t('admin.joint.edit_title')} submitLabel="ra.action.save" success="admin.shell.saved" defaults={{ name: group.name, leadUnitId: group.lead?.id ?? '' }}
        run={({ name, leadUnitId }) => api.updateJointGroup({ ...target, body: { version: group.version, name: String(name ?? ''), leadUnitId: String(leadUnitId ?? '') } })}
      >
        <JointInputs units={group.units} />
      </ActionButton>
      <ActionButton
        label="admin.joint.dissolve" variant="text" danger title={t('admin.joint.dissolve_title', { name: group.name })} explanation={t('admin.joint.dissolve_explained')} submitLabel="admin.joint.dissolve" success="admin.joint.dissolved"
        run={() => api.dissolveJointGroup({ ...target, body: { version: group.version } })}
      />
    </Stack>
  );
};

/** A joint task: who leads, who shares it, and in which words each one's paper has it. */
export const GroupCard = ({ group, editable }: { group: JointGroup; editable: boolean }) => {
  const t = useTranslate();
  const { list } = useFormat();
  const { run, pending } = useRun();
  const { name, lead, units, parts } = group;
  const take = (out: JointGroup['parts'][number]) => run(
    () => api.updateJointGroup({ params: { id: group.id }, body: { version: group.version, parts: parts.filter((part) => part !== out).map(({ itemId, clause }) => ({ itemId, clause })) } }), { success: 'admin.joint.taken_out' });
  const partners = units.filter(({ id }) => id !== lead?.id);
  return (
    <Box component="article" aria-label={name} sx={{ py: 2, '& + &': { borderTop: 2, borderColor: 'divider' } }}>
      <Typography variant="h3">{name}</Typography>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center', mt: 0.5 }}>
        {lead ? <Mark tone="good">{t('admin.joint.led_by', { unit: lead.name })}</Mark> : <Mark tone="waiting">{t('admin.joint.no_lead')}</Mark>}
        {partners.length > 0 && <Typography color="textSecondary">{t('admin.joint.partners', { units: list(partners.map((unit) => unit.name)) })}</Typography>}
      </Stack>
      <Clauses label={t('admin.joint.parts')}>
        {parts.map((part) => (
          <Clause key={`${part.itemId} ${part.clause}`} clause={part}>
            <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
              {part.standing !== 'printed' && <Mark tone={part.standing === 'reworded' ? 'waiting' : 'quiet'}>{t(`terms.jointPartStandings.${part.standing}`)}{part.standing === 'reworded' && ` · ${t('admin.joint.was', { clause: part.clause })}`}</Mark>}
              {editable && parts.length > 2 && <Button color="inherit" disabled={pending} onClick={() => void take(part)} aria-label={t('admin.joint.take_out_of', { item: t('admin.items.no', { seq: part.seq }) })}>{t('admin.joint.take_out')}</Button>}
            </Stack>
          </Clause>
        ))}
      </Clauses>
      {editable && <Actions group={group} />}
    </Box>
  );
};
