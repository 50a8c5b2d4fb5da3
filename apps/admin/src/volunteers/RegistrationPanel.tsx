import type { Registration, Volunteer } from '@kepu/contracts';
import { can, standingLifecycle } from '@kepu/domain';
import { Alert, Box, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { Facts, Loaded, Panel } from '../ui/Panels.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { Mark, StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { NumberButton } from './NumberButton.js';

const freezes = ['admin.registration.reasons.unclear', 'admin.registration.reasons.twice'] as const;
const voids = ['admin.registration.reasons.other', 'admin.registration.reasons.nobody', 'admin.registration.reasons.twice'] as const;

/** Steps that the standing allows. What cannot be undone says first what it would do. */
const Steps = ({ volunteer, registration: { standing, dependents } }: { volunteer: Volunteer; registration: Registration }) => {
  const t = useTranslate();
  const { name } = volunteer;
  const params = { id: volunteer.id };
  const body = (reason: unknown) => ({ params, body: { reason: String(reason ?? '') } });
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mt: 2 }}>
      {can(standingLifecycle, standing, 'freeze') && (
        <ActionButton label="admin.registration.freeze" title={t('admin.registration.freeze_title', { name })} explanation={t('admin.registration.freeze_explained')} submitLabel="admin.registration.freeze" success="admin.registration.frozen" defaults={{ reason: '' }} run={({ reason }) => api.freezeVolunteer(body(reason))}>
          <ReasonInput helperText="admin.registration.reason_hint" suggestions={freezes} />
        </ActionButton>
      )}
      {can(standingLifecycle, standing, 'unfreeze') && (
        <ActionButton label="admin.registration.unfreeze" title={t('admin.registration.unfreeze_title', { name })} explanation={t('admin.registration.unfreeze_explained')} submitLabel="admin.registration.unfreeze" success="admin.registration.unfrozen" defaults={{ reason: '' }} run={({ reason }) => api.unfreezeVolunteer(body(reason))}>
          <ReasonInput helperText="admin.registration.reason_hint" />
        </ActionButton>
      )}
      {can(standingLifecycle, standing, 'void') && (
        <ActionButton
          label="admin.registration.void" variant="text" danger title={t('admin.registration.void_title', { name })} submitLabel="admin.registration.void" success="admin.registration.made_void" defaults={{ reason: '' }} run={({ reason }) => api.voidVolunteer(body(reason))}
          explanation={<><Typography sx={{ mb: 1 }}>{t('admin.registration.void_explained')}</Typography><Alert severity="warning">{t('admin.registration.void_counts', { ...dependents })}</Alert></>}
        >
          <ReasonInput suggestions={voids} />
        </ActionButton>
      )}
    </Stack>
  );
};

const History = ({ acts }: Pick<Registration, 'acts'>) => {
  const t = useTranslate();
  const { instant } = useFormat();
  if (acts.length === 0) return <Typography color="textSecondary">{t('admin.registration.no_history')}</Typography>;
  return (
    <Box component="ul" aria-label={t('admin.registration.history')} sx={{ listStyle: 'none', m: 0, mt: 1, p: 0 }}>
      {acts.map(({ id, action, note, by, at }) => <Box component="li" key={id} sx={{ py: 1, borderTop: 1, borderColor: 'divider', overflowWrap: 'anywhere' }}><Typography><b>{t(`terms.standingActions.${action}`)}</b> {note}</Typography><Typography color="textSecondary">{instant(at)} · {by ?? t('admin.registration.system')}</Typography></Box>)}
    </Box>
  );
};

/** For those who decide about it: the end of the number, the history, and the steps. */
const Whole = ({ volunteer }: { volunteer: Volunteer }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  const query = useApi(['registration', volunteer.id], () => api.getRegistration({ params: { id: volunteer.id } }), { refetchInterval: (data) => (data?.standing === 'void' && data.dependents.records > 0 ? 2000 : false) });
  return (
    <Loaded query={query} rows={3}>
      {(registration) => {
        const { realName: { given, kind, masked, givenAt, byStaff }, standing, acts, dependents } = registration;
        return (
          <>
            <Facts rows={[
              ['admin.registration.standing', <StateChip key="standing" of="standings" state={standing} />],
              ['admin.registration.real_name', given ? `${t('admin.registration.by_document', { kind: t(`terms.documentKinds.${kind ?? 'id_card'}`), masked: masked ?? '', day: instant(givenAt) })} · ${t(byStaff ? 'admin.registration.by_staff' : 'admin.registration.by_self')}` : t('admin.registration.unnamed')],
            ]} />
            {!given && standing !== 'void' && <Typography color="textSecondary" sx={{ mt: 1 }}>{t('admin.registration.unnamed_hint')}</Typography>}
            {standing === 'void' && dependents.records > 0 && <Alert severity="info" sx={{ mt: 1 }}>{t('admin.registration.going', { count: dependents.records })}</Alert>}
            {standing !== 'void' && <Box sx={{ mt: 1 }}><NumberButton volunteer={volunteer} given={given} /></Box>}
            <History acts={acts} />
            <Steps volunteer={volunteer} registration={registration} />
          </>
        );
      }}
    </Loaded>
  );
};

/** Whether the registration holds, and whether the real name is known. */
export const RegistrationPanel = ({ volunteer }: { volunteer: Volunteer }) => {
  const t = useTranslate();
  const may = useMay();
  return (
    <Panel id="registration" title={t('admin.registration.heading')}>
      {may('volunteer:freeze') ? <Whole volunteer={volunteer} /> : (
        <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1 }}><StateChip of="standings" state={volunteer.standing} /><Mark tone={volunteer.realName ? 'good' : 'waiting'}>{t(volunteer.realName ? 'admin.registration.named' : 'admin.registration.unnamed')}</Mark></Stack>
      )}
    </Panel>
  );
};
