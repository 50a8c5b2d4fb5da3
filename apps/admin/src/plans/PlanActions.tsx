import type { Plan } from '@kepu/contracts';
import { missingDemands, planLifecycle } from '@kepu/domain';
import { Alert } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { useApproval } from '../drafting/useDrafting.js';
import { useSeesApproval } from '../drafting/useSeesApproval.js';
import { useFormat } from '../ui/format.js';
import { LineInput } from '../ui/inputs.js';
import { OpenWork } from './OpenWork.js';
import { useOpenActions } from '../ui/useOpenActions.js';

/** What the lifecycle lets this person do with the plan. */
export const PlanActions = ({ plan }: { plan: Plan }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { list } = useFormat();
  const open = useOpenActions(planLifecycle, plan.state);
  const missing = missingDemands(planLifecycle, 'issue', { docNumber: plan.docNumber, issuedOn: plan.issuedOn });
  const sees = useSeesApproval();
  const approval = useApproval(plan.id, sees && plan.state === 'draft').data;
  const target = { params: { id: plan.id } };
  return (
    <>
      {open.includes('withdraw') && plan.importId && (
        <ActionButton
          label="admin.plans.undo" danger variant="text" title={t('admin.plans.undo_title')} explanation={t('admin.plans.undo_explained', { items: plan.counts.items })} submitLabel="admin.plans.undo" success="admin.plans.undone"
          run={async () => {
            const { id } = await api.undoPlan({ ...target, body: { version: plan.version } });
            void navigate(`/plan-imports/${id}`);
          }}
        />
      )}
      {open.includes('withdraw') && !plan.importId && (
        <ActionButton label="admin.levels.remove" danger variant="text" title={t('admin.levels.remove_title', { title: plan.title })} submitLabel="admin.levels.remove" success="admin.levels.removed" run={async () => { await api.discardPlan({ ...target, body: { version: plan.version } }); void navigate('/plans'); }} />
      )}
      {open.includes('issue') && (
        <ActionButton
          label="admin.plans.issue" variant="contained" title={t('admin.plans.issue_title', { title: plan.title })} submitLabel="admin.plans.issue" success="admin.plans.issued"
          explanation={(
            <>
              {t('admin.plans.issue_explained', { units: plan.counts.units, items: plan.counts.items })}
              {missing.length > 0 && <Alert severity="warning" sx={{ mt: 1.5 }}>{t('admin.imports.missing', { fields: list(missing.map((field) => t(`terms.paperFields.${field}`))) })} {t('admin.plans.complete_first')}</Alert>}
              {approval?.approval === null && <Alert severity="warning" sx={{ mt: 1.5 }}>{t('admin.drafting.approval_missing')}</Alert>}
            </>
          )}
          run={() => api.issuePlan({ ...target, body: { version: plan.version } })}
        />
      )}
      {open.includes('close') && (
        <ActionButton
          label="admin.plans.close" title={t('admin.plans.close_title')} explanation={<>{t('admin.plans.close_explained')}<OpenWork planId={plan.id} /></>} submitLabel="admin.plans.close" danger success="admin.plans.closed"
          run={({ reason }) => api.closePlan({ ...target, body: { version: plan.version, reason: String(reason ?? '') } })}
        >
          <LineInput source="reason" label="admin.shell.reason" rows={3} isRequired />
        </ActionButton>
      )}
      {open.includes('reopen') && (
        <ActionButton
          label="admin.archive.reopen" variant="text" title={t('admin.archive.reopen_title', { title: plan.title })} explanation={t('admin.archive.reopen_hint')} submitLabel="admin.archive.reopen" success="admin.archive.reopened"
          run={({ reason }) => api.reopenPlan({ ...target, body: { version: plan.version, reason: String(reason ?? '') } })}
        >
          <LineInput source="reason" label="admin.shell.reason" rows={3} isRequired />
        </ActionButton>
      )}
    </>
  );
};
