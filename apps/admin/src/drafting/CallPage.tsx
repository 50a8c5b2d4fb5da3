import { proposalCallLifecycle } from '@kepu/domain';
import type { ProposalCall } from '@kepu/contracts';
import Download from '@mui/icons-material/DownloadOutlined';
import { Button, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { LoadedPage } from '../ui/LoadedPage.js';
import { PageHeader } from '../ui/PageHeader.js';
import { Panel } from '../ui/Panels.js';
import { StateChip } from '../ui/StateChip.js';
import { saveFile } from '../ui/download.js';
import { DayInput, LineInput } from '../ui/inputs.js';
import { useOpenActions } from '../ui/useOpenActions.js';
import { useRun } from '../ui/useRun.js';
import { CallUnits } from './AnswerRows.js';
import { CallCounts, useDue } from './DraftingLists.js';
import { ProposalList } from './ProposalList.js';
import { textOrNull, useCall } from './useDrafting.js';

const CallActions = ({ call }: { call: ProposalCall }) => {
  const t = useTranslate();
  const may = useMay();
  const navigate = useNavigate();
  const { run, pending } = useRun();
  const open = useOpenActions(proposalCallLifecycle, call.state);
  const { id, version, counts } = call;
  const whole = { params: { id }, body: { version } };
  return (
    <>
      {counts.proposals > 0 && <Button variant="outlined" startIcon={<Download />} disabled={pending} onClick={() => void run(async () => saveFile(await api.exportProposals({ params: { id } }), `${call.title}.xlsx`))}>{t('admin.drafting.export')}</Button>}
      {open.includes('change') && (
        <ActionButton
          label="admin.drafting.change" title={t('admin.drafting.change_title')} explanation={t('admin.drafting.change_explained')} submitLabel="ra.action.save" success="admin.drafting.changed" defaults={{ title: call.title, note: call.note, dueOn: call.dueOn }}
          run={(values) => api.updateProposalCall({ params: { id }, body: { version, title: String(values['title'] ?? ''), note: textOrNull(values['note']), dueOn: String(values['dueOn'] ?? '') } })}
        >
          <LineInput source="title" label="admin.drafting.name" isRequired />
          <DayInput source="dueOn" label="admin.drafting.dueOn" isRequired />
          <LineInput source="note" label="admin.drafting.note" rows={2} />
        </ActionButton>
      )}
      {open.includes('close') && <ActionButton label="admin.drafting.close" title={t('admin.drafting.close_title')} explanation={t('admin.drafting.close_explained', { count: counts.units - counts.submitted - counts.none })} submitLabel="admin.drafting.close" success="admin.drafting.closed" run={() => api.closeProposalCall(whole)} />}
      {open.includes('reopen') && <ActionButton label="admin.drafting.reopen" title={t('admin.drafting.reopen_title')} explanation={t('admin.drafting.reopen_explained')} submitLabel="admin.drafting.reopen" success="admin.drafting.reopened" run={() => api.reopenProposalCall(whole)} />}
      {may('plan-import:write') && call.importId && <Button component={Link} to={`/plan-imports/${call.importId}`}>{t('admin.drafting.open_import')}</Button>}
      {may('plan-import:write') && counts.adopted > 0 && (
        <ActionButton
          label="admin.drafting.make" variant="contained" title={t('admin.drafting.make_title', { count: counts.adopted })} explanation={t('admin.drafting.make_explained')} submitLabel="admin.drafting.make" success="admin.drafting.made"
          run={async () => { const made = await api.makeProposalPaper({ params: { id } }); void navigate(`/plan-imports/${made.id}`); }}
        />
      )}
    </>
  );
};

/** One call: who has answered, what was proposed, and what the office makes of it. */
const CallPage = () => {
  const { id = '' } = useParams();
  const query = useCall(id);
  const due = useDue();
  return (
    <LoadedPage query={query} list={{ to: '/drafting', label: 'admin.drafting.title' }}>
      {(call) => (
        <>
          <PageHeader title={call.title} back={{ to: '/drafting', label: 'admin.drafting.title' }} mark={<StateChip of="proposalCallStates" state={call.state} />} subtitle={due(call)} actions={<CallActions call={call} />} />
          {call.note && <Panel><Typography sx={{ whiteSpace: 'pre-line' }}>{call.note}</Typography></Panel>}
          <CallUnits id={id} counts={call.counts.units > 1 ? <CallCounts counts={call.counts} /> : null} />
          <ProposalList id={id} />
        </>
      )}
    </LoadedPage>
  );
};
export default CallPage;
