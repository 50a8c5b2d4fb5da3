import type { ClassScan, GuardianRequested, Pupil, PupilClass } from '@kepu/contracts';
import { consentVersions } from '@kepu/contracts/consents';
import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { HttpError, NumberInput, PasswordInput, required, SelectInput, useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { CopyButton } from '../ui/CopyButton.js';
import { EmptyState, Panel } from '../ui/Panels.js';
import { StateChip } from '../ui/StateChip.js';
import { DayInput, LineInput, WordInput } from '../ui/inputs.js';
import { readRoll, type NewPupil } from './rollLines.js';

const rule = required();
/** Scans by name, as choices. */
export const scanChoices = (scans: readonly ClassScan[]) => scans.map(({ id, name }) => ({ id, name }));

const Add = ({ held }: { held: PupilClass }) => {
  const t = useTranslate();
  const params = { id: held.id };
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1 }}>
      <ActionButton
        label="admin.classes.add" title={t('admin.classes.add')} explanation={t('admin.classes.add_explained')} submitLabel="ra.action.save" success="admin.classes.added" defaults={{ name: '', bornOn: '', guardianName: '', guardianPhone: '', relation: 'mother' }}
        run={(values) => api.addPupils({ params, body: { pupils: [values as NewPupil] } })}
      >
        <LineInput source="name" label="admin.classes.pupil" isRequired />
        <DayInput source="bornOn" label="admin.classes.born" isRequired />
        <LineInput source="guardianName" label="admin.classes.guardian" isRequired />
        <WordInput source="relation" label="admin.classes.relation" of="relations" isRequired />
        <LineInput source="guardianPhone" label="admin.classes.phone" isRequired />
      </ActionButton>
      <ActionButton
        label="admin.classes.paste" variant="text" wide title={t('admin.classes.paste')} explanation={t('admin.classes.paste_explained')} submitLabel="ra.action.save" success="admin.classes.added" defaults={{ lines: '' }}
        run={async ({ lines }) => {
          const read = readRoll(String(lines ?? ''));
          if ('badLine' in read) throw new HttpError(t('admin.classes.bad_line', { line: read.badLine }), 400, null);
          await api.addPupils({ params, body: read });
        }}
      >
        <LineInput source="lines" label="admin.classes.lines" rows={8} isRequired />
      </ActionButton>
    </Stack>
  );
};

/** The link by which the parents take the child over, on the screen this once. */
const LinkDialog = ({ pupil, offered, onClose }: { pupil: Pupil; offered: GuardianRequested; onClose: () => void }) => {
  const t = useTranslate();
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="pupil-link">
      <DialogTitle id="pupil-link" component="h2" variant="h2">{t('admin.classes.link_title', { name: pupil.name })}</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 1.5 }}>{t('admin.classes.link_hint')}</Typography>
        <Box component="img" src={`data:image/svg+xml,${encodeURIComponent(offered.qr)}`} alt={offered.link} sx={{ width: 200, maxWidth: '100%', backgroundColor: 'common.white' }} />
        <Typography sx={{ overflowWrap: 'anywhere' }}>{offered.link}</Typography>
      </DialogContent>
      <DialogActions>
        <CopyButton text={t('admin.classes.link_text', { name: pupil.name, link: offered.link })} label="admin.classes.copy" />
        <Button onClick={onClose}>{t('admin.classes.close')}</Button>
      </DialogActions>
    </Dialog>
  );
};

/** What can be done with a pupil as it stands. */
const Deeds = ({ pupil, scans }: { pupil: Pupil; scans: readonly ClassScan[] }) => {
  const t = useTranslate();
  const [offered, setOffered] = useState<GuardianRequested | null>(null);
  const { name, version, state } = pupil;
  const params = { id: pupil.id };
  if (state === 'registered') {
    return pupil.guardian?.ownAccount !== false ? null : (
      <>
        <ActionButton label="admin.classes.link" variant="text" title={t('admin.classes.link_title', { name })} explanation={t('admin.classes.link_hint')} submitLabel="admin.classes.link" run={async () => setOffered(await api.createPupilLink({ params }))} />
        <ActionButton label="admin.classes.leave" variant="text" danger title={t('admin.classes.leave_title', { name })} explanation={t('admin.classes.leave_explained')} submitLabel="admin.classes.leave" success="admin.classes.left" defaults={{ password: '' }} run={({ password }) => api.deletePupil({ params, body: { password: String(password ?? '') } })}>
          <PasswordInput source="password" label="admin.classes.password" validate={rule} helperText={false} autoComplete="current-password" />
        </ActionButton>
        {offered && <LinkDialog pupil={pupil} offered={offered} onClose={() => setOffered(null)} />}
      </>
    );
  }
  if (state !== 'listed' && state !== 'scanned') return null;
  return (
    <>
      {scans.length > 0 && (
        <ActionButton
          label="admin.classes.slip" variant={state === 'listed' ? 'outlined' : 'text'} title={t('admin.classes.slip_title', { name })} explanation={t('admin.classes.slip_explained')} submitLabel="admin.classes.slip" success="admin.classes.slip_set" defaults={{ scanId: pupil.scan?.id ?? scans[0]?.id, page: pupil.scan?.page ?? 1 }}
          run={({ scanId, page }) => api.setPupilSlip({ params, body: { version, scanId: String(scanId), page: Number(page) } })}
        >
          <SelectInput source="scanId" label="admin.classes.scan" choices={scanChoices(scans)} translateChoice={false} validate={rule} helperText={false} />
          <NumberInput source="page" label="admin.classes.page" min={1} max={500} validate={rule} helperText={false} />
        </ActionButton>
      )}
      {state === 'scanned' && (
        <ActionButton
          label="admin.classes.confirm" variant="contained" title={t('admin.classes.confirm_title', { name })} explanation={t('admin.classes.confirm_explained', { name, child: consentVersions.child, privacy: consentVersions.privacy })} submitLabel="admin.classes.confirm" success="admin.classes.confirmed"
          run={() => api.confirmPupil({ params, body: { version, consent: consentVersions.privacy, childConsent: consentVersions.child } })}
        />
      )}
      <ActionButton label="admin.classes.remove" variant="text" danger title={t('admin.classes.remove_title', { name })} explanation={t('admin.classes.remove_explained')} submitLabel="admin.classes.remove" success="admin.classes.removed" run={() => api.removePupil({ params, body: { version } })} />
    </>
  );
};

/** The roll: how each pupil stands, and what comes next for it. */
export const Roll = ({ held, pupils, scans }: { held: PupilClass; pupils: readonly Pupil[]; scans: readonly ClassScan[] }) => {
  const t = useTranslate();
  const open = held.archivedAt === null;
  const fileOf = (pupil: Pupil) => { const scan = scans.find(({ id }) => id === pupil.scan?.id); return scan && pupil.scan ? t('admin.classes.page_is', { file: scan.name, page: pupil.scan.page }) : null; };
  return (
    <Panel id="roll" title={t('admin.classes.roll')} action={open && <Add held={held} />}>
      {pupils.some(({ bornOn }) => bornOn === null) && <Alert severity="info" sx={{ mb: 1 }}>{t('admin.classes.masked')}</Alert>}
      {pupils.length === 0 && <EmptyState title="admin.classes.no_pupils" hint="admin.classes.no_pupils_hint" />}
      {pupils.map((pupil) => (
        <Box key={pupil.id} role="group" aria-label={pupil.name} sx={{ py: 1.5, borderTop: 1, borderColor: 'divider', overflowWrap: 'anywhere' }}>
          <Stack direction="row" sx={{ flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
            <Typography sx={{ fontWeight: 600 }}>{pupil.name}</Typography>
            <StateChip of="pupilStates" state={pupil.state} />
          </Stack>
          <Typography color="textSecondary">
            {[pupil.bornOn, pupil.number, pupil.guardian && `${t(`terms.relations.${pupil.guardian.relation}`)} ${pupil.guardian.name} ${pupil.guardian.phone}`, pupil.guardian?.ownAccount && t('admin.classes.own_account'), fileOf(pupil)].filter(Boolean).join(' · ')}
          </Typography>
          {open && <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mt: 0.5 }}><Deeds pupil={pupil} scans={scans} /></Stack>}
        </Box>
      ))}
    </Panel>
  );
};
