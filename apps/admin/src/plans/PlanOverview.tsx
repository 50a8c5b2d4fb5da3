import type { Plan } from '@kepu/contracts';
import { can, planLifecycle } from '@kepu/domain';
import Download from '@mui/icons-material/DownloadOutlined';
import { Alert, Box, Button, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { Facts, Figure, Figures, Panel } from '../ui/Panels.js';
import { SignedBar } from '../ui/Progress.js';
import { Mark } from '../ui/StateChip.js';
import { saveFile } from '../ui/download.js';
import { useFormat } from '../ui/format.js';
import { DayInput, LineInput } from '../ui/inputs.js';
import { useRun } from '../ui/useRun.js';
import { PlanApprovalPanel } from '../drafting/PlanApprovalPanel.js';
import { PlanEditions } from '../revisions/PlanEditions.js';
import { ProgrammePairs } from './ProgrammePairs.js';
import { itemsLink } from './itemsLink.js';
import { isOwn } from './usePlan.js';

const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);

const Edit = ({ plan }: { plan: Plan }) => {
  const t = useTranslate();
  return (
    <ActionButton
      label="ra.action.edit" title={t('admin.plans.edit_title')} submitLabel="ra.action.save" success="admin.shell.saved"
      defaults={{ title: plan.title, docNumber: plan.docNumber, issuer: plan.issuer, issuedOn: plan.issuedOn }}
      run={({ title, docNumber, issuer, issuedOn }) => api.updatePlan({
        params: { id: plan.id }, body: { version: plan.version, title: String(title ?? ''), docNumber: textOrNull(docNumber), issuer: textOrNull(issuer), issuedOn: textOrNull(issuedOn) },
      })}
    >
      <LineInput source="title" label="terms.paperFields.title" isRequired />
      <LineInput source="docNumber" label="terms.paperFields.docNumber" />
      <LineInput source="issuer" label="terms.paperFields.issuer" />
      <DayInput source="issuedOn" label="terms.paperFields.issuedOn" />
    </ActionButton>
  );
};

/** How the plan stands. */
export const PlanOverview = ({ plan }: { plan: Plan }) => {
  const t = useTranslate();
  const may = useMay();
  const { day, instant, distance, today } = useFormat();
  const { run, pending } = useRun();
  const { importId, counts } = plan;
  const late = plan.state === 'issued' && plan.signBy !== null && today !== null && plan.signBy < today && plan.signOff.pending > 0;
  return (
    <>
      {plan.takenBack && <Alert severity="warning" sx={{ mb: 2 }}>{t('admin.registration.plan_taken_back', { ...plan.takenBack })}</Alert>}
      <Panel id="plan-counts" title={t('admin.plans.counts')}>
        <Figures>
          <Figure value={counts.units} label="admin.plans.units" {...(may('sign-off:read') ? { to: `/plans/${plan.id}/sign-offs` } : {})} />
          <Figure value={counts.programmes} label="admin.plans.programmes" to={`/plans/${plan.id}/matrix`} />
          <Figure value={counts.cells} label="admin.plans.cells" to={`/plans/${plan.id}/matrix`} />
          <Figure value={counts.items} label="admin.plans.items" to={itemsLink(plan.id, {})} />
          <Figure value={counts.targets} label="admin.plans.targets" to={itemsLink(plan.id, { hasTarget: 'true' })} />
        </Figures>
      </Panel>
      <PlanApprovalPanel plan={plan} />
      <PlanEditions plan={plan} />
      {may('plan-import:write') && importId && isOwn(plan) && <ProgrammePairs plan={plan} />}
      <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', lg: '1fr 1fr' }, alignItems: 'start' }}>
        <Panel id="plan-sign-off" title={t('admin.plans.tab_sign_offs')} action={may('sign-off:read') && plan.state !== 'draft' ? <Button component={Link} to={`/plans/${plan.id}/sign-offs`}>{t('admin.home.go_sign_offs')}</Button> : undefined}>
          {plan.state === 'draft' ? <Typography color="textSecondary">{t('admin.plans.not_issued')}</Typography> : (
            <>
              <SignedBar tally={plan.signOff} />
              {plan.signBy && <Typography sx={{ mt: 1 }}>{t('admin.plans.sign_by', { day: day(plan.signBy) })} {plan.signOff.pending > 0 && plan.state === 'issued' && <Mark tone={late ? 'wrong' : 'waiting'}>{distance(plan.signBy)}</Mark>}</Typography>}
            </>
          )}
        </Panel>
        <Panel id="plan-facts" title={t('admin.plans.facts')} action={can(planLifecycle, plan.state, 'issue') && may('plan:write') ? <Edit plan={plan} /> : undefined}>
          <Facts rows={[
            ['terms.paperFields.docNumber', plan.docNumber ?? <Mark tone="waiting">{t('admin.plans.to_complete')}</Mark>],
            ['terms.paperFields.issuer', plan.issuer ?? <Mark tone="waiting">{t('admin.plans.to_complete')}</Mark>],
            ['terms.paperFields.year', plan.year],
            ['admin.revisions.editions', t('admin.revisions.edition', { edition: plan.edition })],
            ['terms.paperFields.issuedOn', plan.issuedOn ? day(plan.issuedOn, true) : <Mark tone="waiting">{t('admin.plans.to_complete')}</Mark>],
            ['admin.plans.issued_at', instant(plan.issuedAt)],
            ...(plan.closedAt ? [['admin.plans.closed_at', instant(plan.closedAt)] as const] : []),
          ]} />
          {importId && (
            <Box sx={{ mt: 1.5, display: 'flex', flexWrap: 'wrap', gap: 1 }}>
              {may('plan-import:read') && <Button component={Link} to={`/plan-imports/${importId}`}>{t('admin.plans.go_import')}</Button>}
              {may('paper:read') && <Button startIcon={<Download />} disabled={pending} onClick={() => void run(async () => saveFile(await api.getPaper({ params: { id: importId } }), plan.title))}>{t('admin.imports.original')}</Button>}
            </Box>
          )}
        </Panel>
      </Box>
    </>
  );
};
