import Print from '@mui/icons-material/PrintOutlined';
import type { ClassScan, ClassSignupResult, Pupil, PupilClass } from '@kepu/contracts';
import { Alert, Box, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { AutocompleteInput, BooleanInput, NumberInput, ReferenceInput, required, SelectInput, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { Link } from 'react-router-dom';
import { api } from '../providers/api.js';
import { once } from '../providers/idempotency.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { Loaded, Panel } from '../ui/Panels.js';
import { StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { LineInput } from '../ui/inputs.js';
import { useApi } from '../ui/useApi.js';
import { scanChoices } from './Roll.js';

const rule = required();
const byTitle = (q: string) => ({ q });
const openOnes = { state: 'open' };

/** Positions of the activity that was chosen, and where its slips are printed. */
const Positions = ({ classId }: { classId: string }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  const activityId = useWatch({ name: 'activityId' }) as string | undefined;
  const query = useApi(['class-activity', activityId ?? ''], () => api.getActivity({ params: { id: activityId ?? '' } }), { enabled: Boolean(activityId) });
  if (!activityId) return null;
  return (
    <Loaded query={query} rows={1}>
      {({ shifts }) => {
        const choices = shifts.flatMap(({ startsAt, cancelled, positions }) => (cancelled ? [] : positions.map(({ id, name }) => ({ id, name: `${instant(startsAt)} · ${name}` }))));
        return (
          <>
            <Button component={Link} to={`/classes/${classId}/slips/${activityId}`} startIcon={<Print />} sx={{ mb: 1 }}>{t('admin.classes.print_activity')}</Button>
            {choices.length === 0 ? <Alert severity="info">{t('admin.classes.no_shifts')}</Alert> : <SelectInput source="positionId" label="admin.classes.position" choices={choices} translateChoice={false} validate={rule} helperText={false} />}
          </>
        );
      }}
    </Loaded>
  );
};

interface Going { going: boolean; page: number; accompanies: boolean }

const SignUp = ({ held, pupils, scans, said }: { held: PupilClass; pupils: readonly Pupil[]; scans: readonly ClassScan[]; said: (result: ClassSignupResult) => void }) => {
  const t = useTranslate();
  const ready = pupils.filter(({ state }) => state === 'registered');
  return (
    <ActionButton
      label="admin.classes.sign_up" variant="contained" wide disabled={ready.length === 0} title={t('admin.classes.sign_up')} explanation={t('admin.classes.sign_up_explained')} submitLabel="admin.classes.go"
      defaults={{ activityId: '', positionId: '', scanId: scans[0]?.id ?? '', riskCode: '', escort: true, roll: ready.map((_, at): Going => ({ going: true, page: at + 1, accompanies: false })) }}
      run={async ({ positionId, scanId, riskCode, escort, roll }) => {
        const going = (roll as Going[]).flatMap(({ going: goes, page, accompanies }, at) => (goes ? [{ pupilId: ready[at]?.id ?? '', page: Number(page), accompanies }] : []));
        const body = { positionId: String(positionId ?? ''), scanId: String(scanId ?? ''), riskCode: String(riskCode ?? ''), escort: Boolean(escort), pupils: going };
        said(await once(`class ${held.id} ${JSON.stringify(body)}`, (idempotencyKey) => api.signUpClass({ params: { id: held.id }, body, idempotencyKey })));
      }}
    >
      <ReferenceInput source="activityId" reference="activities" filter={openOnes} sort={{ field: 'startsAt', order: 'ASC' }} perPage={25}>
        <AutocompleteInput label="admin.classes.activity" optionText="title" filterToQuery={byTitle} validate={rule} helperText={false} />
      </ReferenceInput>
      <Positions classId={held.id} />
      <SelectInput source="scanId" label="admin.classes.scan" choices={scanChoices(scans)} translateChoice={false} validate={rule} helperText={false} />
      <LineInput source="riskCode" label="admin.classes.risk_code" helperText="admin.classes.risk_code_hint" isRequired />
      <BooleanInput source="escort" label="admin.classes.escort" helperText={false} />
      <Typography variant="h3" component="h3" sx={{ mt: 1 }}>{t('admin.classes.who')}</Typography>
      {ready.map((pupil, at) => (
        <Box key={pupil.id} role="group" aria-label={pupil.name} sx={{ py: 1, borderTop: 1, borderColor: 'divider', display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 8rem 1fr' }, alignItems: 'center' }}>
          <BooleanInput source={`roll.${at}.going`} label={pupil.name} helperText={false} />
          <NumberInput source={`roll.${at}.page`} label="admin.classes.page" min={1} max={500} helperText={false} />
          <BooleanInput source={`roll.${at}.accompanies`} label="admin.classes.accompanies" helperText={false} />
        </Box>
      ))}
    </ActionButton>
  );
};

/** Where the class goes: signed up by slips, and what became of each pupil. */
export const ClassActivities = ({ held, pupils, scans }: { held: PupilClass; pupils: readonly Pupil[]; scans: readonly ClassScan[] }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  const [result, setResult] = useState<ClassSignupResult | null>(null);
  const query = useApi(['slip-consents', held.id], () => api.listSlipConsents({ params: { id: held.id } }));
  const failed = result?.data.filter(({ code }) => code !== null) ?? [];
  return (
    <Panel id="signups" title={t('admin.classes.signups')} action={held.archivedAt === null && <SignUp held={held} pupils={pupils} scans={scans} said={setResult} />}>
      {pupils.every(({ state }) => state !== 'registered') && <Typography color="textSecondary">{t('admin.classes.no_registered')}</Typography>}
      {result && (
        <Alert severity={failed.length > 0 ? 'warning' : 'success'} role="status" sx={{ mb: 1 }} onClose={() => setResult(null)}>
          {t('admin.classes.done', { count: result.data.length - failed.length })}
          {failed.map(({ pupilId, reason }) => <div key={pupilId}>{t('admin.classes.failed', { name: pupils.find(({ id }) => id === pupilId)?.name ?? '', reason: reason ?? '' })}</div>)}
        </Alert>
      )}
      <Loaded query={query} rows={2}>
        {({ data }) => (
          <>
            {data.length === 0 && <Typography color="textSecondary">{t('admin.classes.no_consents')}</Typography>}
            {data.some(({ state }) => state === 'changed') && <Alert severity="warning" sx={{ mb: 1 }}>{t('admin.classes.changed_hint')}</Alert>}
            {data.map(({ id, pupil, activity, startsAt, state, accompanies, escort, version }) => (
              <Box key={id} sx={{ py: 1, borderTop: 1, borderColor: 'divider', overflowWrap: 'anywhere' }}>
                <Typography><b>{pupil.name}</b> · <Link to={`/activities/${activity.id}`}>{activity.title}</Link></Typography>
                <Stack direction="row" sx={{ flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
                  <StateChip of="activityConsentStates" state={state} />
                  <Typography color="textSecondary">{[startsAt && instant(startsAt), accompanies ? t('admin.classes.with_guardian') : escort ? t('admin.classes.with_teacher', { name: escort }) : t('admin.classes.consented')].filter(Boolean).join(' · ')}</Typography>
                  {(state === 'given' || state === 'changed') && <ActionButton label="admin.classes.withdraw" variant="text" danger title={t('admin.classes.withdraw_title', { name: pupil.name, title: activity.title })} explanation={t('admin.classes.withdraw_explained')} submitLabel="admin.classes.withdraw" success="admin.classes.withdrawn" run={() => api.withdrawSlipConsent({ params: { id }, body: { version } })} />}
                </Stack>
              </Box>
            ))}
          </>
        )}
      </Loaded>
    </Panel>
  );
};
