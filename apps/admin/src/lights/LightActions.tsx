import { settableLights, type AssignmentLight } from '@kepu/contracts';
import { addDays } from '@kepu/domain';
import History from '@mui/icons-material/History';
import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { SelectInput, required, useTranslate } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { EmptyState, Loaded } from '../ui/Panels.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { useFormat } from '../ui/format.js';
import { DayInput } from '../ui/inputs.js';
import { useApi } from '../ui/useApi.js';
import { useRun } from '../ui/useRun.js';
import { LightReasons } from './LightReasons.js';

/** A light by hand holds a month unless the office says otherwise. */
const HOLDS_DAYS = 30;

interface Given { light: (typeof settableLights)[number]; reason: string; expiresOn: string }
const givenOf = ({ light, reason, expiresOn }: FieldValues): Given => ({ light: light as Given['light'], reason: String(reason ?? ''), expiresOn: String(expiresOn ?? '') });

const LightInputs = () => (
  <>
    <SelectInput source="light" label="admin.lights.set_light" choices={settableLights.map((id) => ({ id, name: `terms.lights.${id}` }))} validate={required()} helperText={false} />
    <ReasonInput />
    <DayInput source="expiresOn" label="admin.lights.set_until" isRequired />
  </>
);

/** The same light by hand for several assignments, all or none. */
export const SetLights = ({ planId, rows, onDone }: { planId: string; rows: readonly AssignmentLight[]; onDone: () => void }) => {
  const t = useTranslate();
  const { today } = useFormat();
  const assignmentIds = rows.map((row) => row.assignmentId);
  return (
    <ActionButton
      label="admin.lights.set_many" variant="outlined" disabled={rows.length === 0} title={t('admin.lights.set_many_title', { count: rows.length })} explanation={t('admin.lights.set_hint')} submitLabel="admin.lights.set_save" success="admin.lights.set_done" defaults={{ light: 'green', expiresOn: today ? addDays(today, HOLDS_DAYS) : '' }}
      run={async (values) => { await api.setLights({ params: { id: planId }, body: { assignmentIds, ...givenOf(values) } }); onDone(); }}
    >
      <LightInputs />
    </ActionButton>
  );
};

/** Sets a light by hand for a time, or lets the rule say it again. */
export const SetLight = ({ row }: { row: AssignmentLight }) => {
  const t = useTranslate();
  const { today } = useFormat();
  const { run, pending } = useRun();
  const params = { id: row.assignmentId };
  if (row.rule === 'blue') return null;
  return (
    <>
      <ActionButton
        label="admin.lights.set" variant="text" title={t('admin.lights.set_title')} explanation={t('admin.lights.set_hint')} submitLabel="admin.lights.set_save" success="admin.lights.set_done" defaults={{ light: 'green', expiresOn: today ? addDays(today, HOLDS_DAYS) : '' }}
        run={(values) => api.setLight({ params, body: givenOf(values) })}
      >
        <LightInputs />
      </ActionButton>
      {row.override && <Button disabled={pending} onClick={() => void run(() => api.endLightOverride({ params, body: {} }), { success: 'admin.lights.release_done' })}>{t('admin.lights.release')}</Button>}
    </>
  );
};

/** When the light of an assignment changed. */
const Changes = ({ row, onClose }: { row: AssignmentLight; onClose: () => void }) => {
  const t = useTranslate();
  const { day } = useFormat();
  const query = useApi(['light-changes', row.assignmentId], () => api.listLightChanges({ params: { id: row.assignmentId } }));
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="changes-title">
      <DialogTitle id="changes-title" component="h2" variant="h2">{t('admin.lights.changes')}</DialogTitle>
      <DialogContent>
        <Loaded query={query}>
          {({ data }) => (data.length === 0 ? <EmptyState title="admin.lights.no_changes" hint="admin.lights.no_changes_hint" /> : (
            <Stack component="ol" sx={{ listStyle: 'none', m: 0, p: 0, gap: 1.5 }}>
              {data.map((change) => (
                <li key={change.id}>
                  <Typography sx={{ fontWeight: 600 }}>{day(change.day)} · {change.from === null ? t('admin.lights.first_seen', { to: t(`terms.lights.${change.to}`) }) : t('admin.lights.change_of', { from: t(`terms.lights.${change.from}`), to: t(`terms.lights.${change.to}`) })}</Typography>
                  <LightReasons reasons={change.reasons} />
                </li>
              ))}
            </Stack>
          ))}
        </Loaded>
      </DialogContent>
      <DialogActions><Button onClick={onClose}>{t('ra.action.close')}</Button></DialogActions>
    </Dialog>
  );
};

/** Opens the changes of a light. */
export const ChangesButton = ({ row }: { row: AssignmentLight }) => {
  const t = useTranslate();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button startIcon={<History />} onClick={() => setOpen(true)}>{t('admin.lights.changes')}</Button>
      {open && <Changes row={row} onClose={() => setOpen(false)} />}
    </>
  );
};
