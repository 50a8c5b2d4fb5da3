import type { File as HandedIn, Plan, PlanApproval } from '@kepu/contracts';
import { Box, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { FileCards } from '../files/FileCards.js';
import { FilesInput } from '../files/FilesInput.js';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { Loaded, Panel } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { DayInput, LineInput } from '../ui/inputs.js';
import { textOrNull, useApproval } from './useDrafting.js';
import { useSeesApproval } from './useSeesApproval.js';

const Record = ({ plan, approval }: { plan: Plan; approval: PlanApproval | null }) => {
  const t = useTranslate();
  const { today } = useFormat();
  return (
    <ActionButton
      key={approval?.version ?? 0} label={approval ? 'admin.drafting.replace' : 'admin.drafting.record'} title={t('admin.drafting.record')} explanation={t('admin.drafting.approval_hint')} submitLabel="admin.drafting.record" success="admin.drafting.recorded"
      defaults={approval ? { approver: approval.approver, signedOn: approval.signedOn, note: approval.note, files: approval.files } : { signedOn: today, files: [] }}
      run={(values) => api.recordPlanApproval({ params: { id: plan.id }, body: {
        version: approval?.version ?? null, approver: String(values['approver'] ?? ''), signedOn: String(values['signedOn'] ?? ''), note: textOrNull(values['note']), fileIds: ((values['files'] ?? []) as HandedIn[]).map((file) => file.id),
      } })}
    >
      <LineInput source="approver" label="admin.drafting.approver" isRequired />
      <DayInput source="signedOn" label="admin.drafting.signed_on" isRequired />
      <LineInput source="note" label="admin.drafting.approval_note" rows={2} />
      <FilesInput source="files" label="admin.drafting.scan" hint="admin.drafting.scan_hint" isRequired />
    </ActionButton>
  );
};

/** The leader's sign-off: for those who read whole plans of the city. */
export const PlanApprovalPanel = ({ plan }: { plan: Plan }) => {
  const t = useTranslate();
  const may = useMay();
  const sees = useSeesApproval();
  const { day, instant } = useFormat();
  const query = useApproval(plan.id, sees);
  const records = may('drafting:decide') && plan.state === 'draft';
  if (!sees) return null;
  return (
    <Panel id="plan-approval" title={t('admin.drafting.approval')} action={records && query.data ? <Record plan={plan} approval={query.data.approval} /> : undefined}>
      <Loaded query={query} rows={2}>
        {({ approval }) => (approval ? (
          <>
            <Typography sx={{ fontWeight: 600 }}>{approval.approver} · {day(approval.signedOn, true)}</Typography>
            {approval.note && <Typography sx={{ whiteSpace: 'pre-line' }}>{approval.note}</Typography>}
            <Typography color="textSecondary">{t('admin.drafting.approval_by', { name: approval.recordedBy })} · {instant(approval.recordedAt)}</Typography>
            <Box sx={{ mt: 1 }}><FileCards files={approval.files} /></Box>
            {records && <Stack direction="row" sx={{ mt: 1 }}><ActionButton label="admin.drafting.approval_remove" variant="text" danger title={t('admin.drafting.approval_remove_title')} submitLabel="admin.drafting.approval_remove" success="admin.drafting.approval_removed" run={() => api.removePlanApproval({ params: { id: plan.id } })} /></Stack>}
          </>
        ) : <Typography color="textSecondary">{t('admin.drafting.approval_none')}{records && ` ${t('admin.drafting.approval_hint')}`}</Typography>)}
      </Loaded>
    </Panel>
  );
};
