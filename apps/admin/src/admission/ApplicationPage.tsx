import type { UnitApplication } from '@kepu/contracts';
import { invitableRoles, unitRoles, type UnitRole } from '@kepu/contracts/permissions';
import { unitApplicationLifecycle } from '@kepu/domain';
import { Alert, Box, Button, Link, Typography } from '@mui/material';
import { useState } from 'react';
import { SelectInput, useTranslate } from 'react-admin';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useMay, useSession } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { LoadedPage } from '../ui/LoadedPage.js';
import { PageHeader } from '../ui/PageHeader.js';
import { Facts, Panel } from '../ui/Panels.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { WordInput } from '../ui/inputs.js';
import { useApi } from '../ui/useApi.js';
import { useOpenActions } from '../ui/useOpenActions.js';
import { useRun } from '../ui/useRun.js';

const list = { to: '/unit-applications', label: 'admin.menu.applications' };
/** Stands for a unit that is to be made: the API takes none. */
const NEW = 'new';

const Decide = ({ application }: { application: UnitApplication }) => {
  const t = useTranslate();
  const session = useSession();
  const open = useOpenActions(unitApplicationLifecycle, application.state);
  const { id, version, unitName: unit, similar } = application;
  const target = { params: { id } };
  const roles = unitRoles.filter((role) => session?.grants.some((grant) => invitableRoles[grant.role]?.includes(role)));
  const because = (reason: unknown) => ({ ...target, body: { version, reason: String(reason ?? '') } });
  return (
    <>
      {open.includes('approve') && (
        <ActionButton
          label="admin.applications.approve" variant="contained" title={t('admin.applications.approve_title', { unit })} explanation={t('admin.applications.approve_explained')} submitLabel="admin.applications.approve" success="admin.applications.approved" defaults={{ unitId: NEW, role: 'liaison' }}
          run={(values) => api.approveUnitApplication({ ...target, body: { version, unitId: values['unitId'] === NEW ? null : String(values['unitId']), role: values['role'] as UnitRole } })}
        >
          <SelectInput source="unitId" label="admin.applications.as_unit" helperText={false} choices={[{ id: NEW, name: t('admin.applications.new_unit', { unit }) }, ...similar]} translateChoice={false} />
          <WordInput source="role" label="admin.applications.role" of="roles" only={roles} isRequired />
        </ActionButton>
      )}
      {open.includes('return') && (
        <ActionButton label="admin.applications.return" title={t('admin.applications.return_title', { unit })} explanation={t('admin.applications.return_explained')} submitLabel="admin.applications.return" success="admin.applications.returned" run={({ reason }) => api.returnUnitApplication(because(reason))}>
          <ReasonInput suggestions={['admin.applications.reasons.name', 'admin.applications.reasons.person', 'admin.applications.reasons.place']} />
        </ActionButton>
      )}
      {open.includes('refuse') && (
        <ActionButton label="admin.applications.refuse" danger variant="text" title={t('admin.applications.refuse_title', { unit })} explanation={t('admin.applications.refuse_explained')} submitLabel="admin.applications.refuse" success="admin.applications.refused" run={({ reason }) => api.refuseUnitApplication(because(reason))}>
          <ReasonInput suggestions={['admin.applications.reasons.duplicate', 'admin.applications.reasons.outside']} />
        </ActionButton>
      )}
    </>
  );
};

/** The number to call; shown when somebody says that they want to call. */
const Contact = ({ application }: { application: UnitApplication }) => {
  const t = useTranslate();
  const { run, pending } = useRun();
  const [whole, setWhole] = useState<string | null>(null);
  const reveal = async () => setWhole((await run(() => api.revealApplicantContact({ params: { id: application.id } })))?.contact ?? null);
  return (
    <Box>
      {whole === null ? application.contact : <Link href={whole.includes('@') ? `mailto:${whole}` : `tel:${whole}`} sx={{ fontWeight: 600 }}>{whole}</Link>}
      {whole === null && <Button disabled={pending} onClick={() => void reveal()} sx={{ ml: 1 }}>{t('admin.applications.call')}</Button>}
      <Typography color="textSecondary">{t('admin.applications.call_hint')}</Typography>
    </Box>
  );
};

const Similar = ({ application: { similar } }: { application: UnitApplication }) => {
  const t = useTranslate();
  if (similar.length === 0) return <Typography color="textSecondary">{t('admin.applications.no_similar')}</Typography>;
  return (
    <>
      <Typography color="textSecondary" sx={{ mb: 1 }}>{t('admin.applications.similar_hint')}</Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {similar.map(({ id, name, liaisons }) => <Box component="li" key={id} sx={{ py: 0.75 }}><Link component={RouterLink} to={`/units/${id}`} underline="always">{name}</Link> · {t('admin.applications.liaisons', { count: liaisons })}</Box>)}
      </Box>
    </>
  );
};

/** One application: who asks, for what, whether it is here already, and the decision. */
const ApplicationPage = () => {
  const { id = '' } = useParams();
  const t = useTranslate();
  const may = useMay();
  const { instant } = useFormat();
  const query = useApi(['unit-application', id], () => api.getUnitApplication({ params: { id } }));
  return (
    <LoadedPage query={query} list={list}>
      {(application) => {
        const waits = application.state === 'submitted' || application.state === 'returned';
        return (
          <Box sx={{ maxWidth: 960 }}>
            <PageHeader title={application.unitName} back={list} mark={<StateChip of="applicationStates" state={application.state} />} actions={may('unit-application:decide') && waits ? <Decide application={application} /> : undefined} />
            {application.reason && <Alert severity="info" sx={{ mb: 2 }}>{application.reason}</Alert>}
            <Panel id="application" title={t('admin.applications.title')}>
              <Facts rows={[
                ['admin.applications.number', application.number], ['admin.applications.kind', t(`terms.unitKinds.${application.kind}`)], ['admin.applications.county', application.county.name], ['admin.applications.place', application.place],
                ['admin.applications.person', application.name], ['admin.applications.duty', application.duty], ['admin.applications.contact', may('unit-application:decide') && waits ? <Contact application={application} /> : application.contact],
                ['admin.applications.note', application.note ?? t('admin.shell.none')], ['admin.applications.submitted', instant(application.submittedAt)],
                ...(application.decidedAt ? [['admin.applications.decided', t('admin.applications.decided_by', { name: application.decidedBy ?? '', when: instant(application.decidedAt) })] as const] : []),
                ...(application.unit ? [['admin.applications.admitted', <Link key="unit" component={RouterLink} to={`/units/${application.unit.id}`}>{application.unit.name}</Link>] as const] : []),
              ]} />
            </Panel>
            {waits && <Panel id="similar" title={t('admin.applications.similar')}><Similar application={application} /></Panel>}
          </Box>
        );
      }}
    </LoadedPage>
  );
};
export default ApplicationPage;
