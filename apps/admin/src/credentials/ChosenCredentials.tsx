import type { Credential, credentialProofs } from '@kepu/contracts';
import { Checkbox, FormControlLabel, Stack } from '@mui/material';
import { required, SelectInput, useListContext, useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { useBulk } from '../ui/useBulk.js';
import { words } from '../ui/words.js';

/** Certificates that are chosen, and what can be done with all of them at once: one that is refused stops none of the others, and both decisions can be undone for some minutes. */
export const ChosenCredentials = ({ chosen, setChosen }: { chosen: ReadonlySet<string>; setChosen: (next: ReadonlySet<string>) => void }) => {
  const t = useTranslate();
  const { data = [] } = useListContext<Credential>();
  const { run, dialog } = useBulk();
  const declared = data.filter(({ state }) => state === 'declared');
  const rows = declared.filter(({ id }) => chosen.has(id));
  const named = rows.map(({ id, person, kind }) => ({ id, name: `${person.name} · ${kind.name}` }));
  const versionOf = (id: string) => rows.find((one) => one.id === id)?.version ?? 0;
  const undo = (id: string, { version }: Credential) => api.undoCredential({ params: { id }, body: { version } });
  const done = () => setChosen(new Set());
  return (
    <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center', my: 1 }}>
      {declared.length > 0 && <FormControlLabel sx={{ minHeight: 44 }} control={<Checkbox checked={declared.every(({ id }) => chosen.has(id))} onChange={(event) => setChosen(new Set(event.target.checked ? declared.map(({ id }) => id) : []))} />} label={t('admin.appointments.select_all')} />}
      {rows.length > 0 && (
        <ActionButton label={t('admin.credentials.bulk_confirm', { count: rows.length })} variant="contained" title={t('admin.credentials.bulk_confirm', { count: rows.length })} explanation={t('admin.credentials.bulk_proof_hint')} submitLabel="admin.credentials.confirm" defaults={{ proof: 'file' }} run={async ({ proof }) => { await run(named, (id) => api.confirmCredential({ params: { id }, body: { version: versionOf(id), proof: proof as (typeof credentialProofs)[number] } }), undo); done(); }}>
          <SelectInput source="proof" label="admin.credentials.proof" choices={words.credentialProofs} validate={required()} helperText={false} />
        </ActionButton>
      )}
      {rows.length > 0 && (
        <ActionButton label={t('admin.credentials.bulk_return', { count: rows.length })} danger variant="outlined" title={t('admin.credentials.bulk_return', { count: rows.length })} submitLabel="admin.credentials.return" run={async ({ reason }) => { await run(named, (id) => api.returnCredential({ params: { id }, body: { version: versionOf(id), reason: String(reason ?? '') } }), undo); done(); }}>
          <ReasonInput suggestions={['admin.credentials.reasons.blurred', 'admin.credentials.reasons.other', 'admin.credentials.reasons.ended', 'admin.credentials.reasons.wrong']} />
        </ActionButton>
      )}
      {dialog}
    </Stack>
  );
};
