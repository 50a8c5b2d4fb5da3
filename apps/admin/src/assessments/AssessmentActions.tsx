import Download from '@mui/icons-material/DownloadOutlined';
import Summarize from '@mui/icons-material/SummarizeOutlined';
import { assessmentPublications, type Assessment } from '@kepu/contracts';
import { assessmentLifecycle } from '@kepu/domain';
import { Stack } from '@mui/material';
import { SelectInput, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useFresh } from '../drafting/useFresh.js';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { saveFile } from '../ui/download.js';
import { DayInput } from '../ui/inputs.js';
import { MoreMenu } from '../ui/MoreMenu.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { useOpenActions } from '../ui/useOpenActions.js';
import { useRun } from '../ui/useRun.js';

/** The steps that the lifecycle leaves open for the office, and what everybody who reads may take along. */
export const AssessmentActions = ({ assessment }: { assessment: Assessment }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const fresh = useFresh();
  const { run } = useRun();
  const office = useMay()('assessment:write');
  const { id, version, title, state, dueOn, scoredPoints, totalPoints, publication, plan } = assessment;
  const open = useOpenActions(assessmentLifecycle, state);
  const allowed = plan.state === 'issued' ? open : open.filter((action) => action === 'delete');
  const at = { params: { id }, body: { version } };
  const told = state === 'announced' || state === 'final';
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mb: 2, '& button': { minHeight: 44 } }}>
      {allowed.includes('open') && <ActionButton label="admin.assessments.open" variant="contained" disabled={scoredPoints !== totalPoints} title={t('admin.assessments.open_title')} explanation={t('admin.assessments.open_hint')} submitLabel="admin.assessments.open" success="admin.assessments.opened" run={() => fresh(() => api.openAssessment(at))} />}
      {allowed.includes('announce') && <ActionButton label="admin.assessments.announce" variant="contained" title={t('admin.assessments.announce_title')} explanation={t('admin.assessments.announce_hint')} submitLabel="admin.assessments.announce" success="admin.assessments.announced" run={() => fresh(() => api.announceAssessment(at))} />}
      {allowed.includes('finalise') && <ActionButton label="admin.assessments.finalise" variant="contained" title={t('admin.assessments.finalise_title')} explanation={t('admin.assessments.finalise_hint')} submitLabel="admin.assessments.finalise" success="admin.assessments.finalised" run={() => fresh(() => api.finaliseAssessment(at))} />}
      {allowed.includes('widen') && <ActionButton label="admin.assessments.widen" title={t('admin.assessments.widen_title')} explanation={t('admin.assessments.widen_hint')} submitLabel="admin.assessments.widen" success="admin.assessments.widened" run={() => fresh(() => api.askFurtherUnits(at))} />}
      {(allowed.includes('extend') || allowed.includes('save')) && <ActionButton label="admin.assessments.extend" title={t('admin.assessments.extend')} submitLabel="ra.action.save" success="admin.assessments.extended" defaults={{ dueOn }} run={(values) => fresh(() => api.updateAssessment({ params: { id }, body: { version, dueOn: String(values['dueOn'] ?? '') } }))}><DayInput source="dueOn" label="admin.assessments.field_due" isRequired /></ActionButton>}
      {allowed.includes('publish') && (
        <ActionButton label="admin.assessments.publish" title={t('admin.assessments.publish_title')} submitLabel="ra.action.save" success="admin.assessments.published" defaults={{ publication }} run={(values) => fresh(() => api.updateAssessment({ params: { id }, body: { version, publication: values['publication'] as typeof publication } }))}>
          <SelectInput source="publication" label="admin.assessments.publish" choices={assessmentPublications.map((one) => ({ id: one, name: `terms.assessmentPublications.${one}` }))} helperText={false} />
        </ActionButton>
      )}
      {allowed.includes('withdraw') && <ActionButton label="admin.assessments.withdraw" variant="text" danger title={t('admin.assessments.withdraw_title')} explanation={t('admin.assessments.withdraw_hint')} submitLabel="admin.assessments.withdraw" success="admin.assessments.withdrawn" run={({ reason }) => fresh(() => api.withdrawAssessment({ params: { id }, body: { version, reason: String(reason ?? '') } }))}><ReasonInput /></ActionButton>}
      {allowed.includes('delete') && <ActionButton label="admin.assessments.remove_draft" variant="text" danger title={t('admin.assessments.remove_draft_title')} submitLabel="admin.assessments.remove_draft" success="admin.assessments.draft_deleted" run={async () => { await api.deleteAssessment({ params: { id } }); void navigate('/assessments'); }} />}
      {state !== 'draft' && <MoreMenu entries={[{ label: 'admin.assessments.export_scores', icon: <Download />, onClick: () => void run(async () => saveFile(await api.exportAssessmentScores({ params: { id } }), `${title}.xlsx`)) }, ...(office && told ? [{ label: 'admin.assessments.export_notice', icon: <Summarize />, onClick: () => void run(async () => saveFile(await api.exportAssessmentNotice({ params: { id } }), `${title}.docx`)) }] : [])]} />}
    </Stack>
  );
};
