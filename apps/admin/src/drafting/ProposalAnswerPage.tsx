import type { Proposal, ProposalAnswer } from '@kepu/contracts';
import { can, proposalAnswerLifecycle } from '@kepu/domain';
import Add from '@mui/icons-material/Add';
import ContentCopy from '@mui/icons-material/ContentCopyOutlined';
import { Alert, Box, Button, Card, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import { useParams } from 'react-router-dom';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { FormBar } from '../ui/FormBar.js';
import { LoadedPage } from '../ui/LoadedPage.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState } from '../ui/Panels.js';
import { StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { LineInput, ProgrammeInput } from '../ui/inputs.js';
import { useRun } from '../ui/useRun.js';
import { useDue } from './DraftingLists.js';
import { LateMark } from './Marks.js';
import { ProposalText } from './ProposalText.js';
import { useFresh } from './useFresh.js';
import { textOrNull, useProposalAnswer } from './useDrafting.js';

const kept = ({ programme, text, dueText, measure, note, copied }: Proposal) => ({ programmeId: programme.id, text, dueText, measure, note, copied });
const said = (values: FieldValues, copied: boolean) => ({ programmeId: String(values['programmeId'] ?? ''), text: String(values['text'] ?? ''), dueText: textOrNull(values['dueText']), measure: textOrNull(values['measure']), note: textOrNull(values['note']), copied });

const Inputs = () => (
  <>
    <ProgrammeInput source="programmeId" label="admin.drafting.programme" isRequired />
    <LineInput source="text" label="admin.drafting.text" helperText="admin.drafting.text_hint" rows={4} isRequired />
    <LineInput source="dueText" label="admin.drafting.due_text" helperText="admin.drafting.due_hint" />
    <LineInput source="measure" label="admin.drafting.measure" helperText="admin.drafting.measure_hint" />
    <LineInput source="note" label="admin.drafting.extra" rows={2} />
  </>
);

const Body = ({ answer }: { answer: ProposalAnswer }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  const { run, pending } = useRun();
  const fresh = useFresh();
  const { id, version, proposals, call, may, earlier } = answer;
  const open = call.state === 'open';
  const writes = open && may.write && can(proposalAnswerLifecycle, answer.state, 'save');
  const submits = open && may.submit;
  const whole = { params: { id }, body: { version } };
  const save = (next: ReturnType<typeof kept>[]) => api.saveProposalAnswer({ params: { id }, body: { version, proposals: next } });
  const add = (variant: 'contained' | 'outlined') => (
    <ActionButton label="admin.drafting.add" icon={<Add />} variant={variant} title={t('admin.drafting.add_title')} submitLabel="ra.action.save" success="admin.drafting.saved" run={(values) => fresh(() => save([...proposals.map(kept), said(values, false)]))}><Inputs /></ActionButton>
  );
  return (
    <>
      {call.note && <Alert severity="info" sx={{ mb: 1.5, whiteSpace: 'pre-line' }}>{call.note}</Alert>}
      {answer.state === 'none' && <Alert severity="success" sx={{ mb: 1.5 }}>{t('admin.drafting.none_said')}</Alert>}
      {answer.state === 'submitted' && open && <Alert severity="success" sx={{ mb: 1.5 }}>{t('admin.drafting.waits')} {answer.submittedBy && t('admin.drafting.submitted_by', { name: answer.submittedBy, when: instant(answer.submittedAt) })}</Alert>}
      {!open && <Alert severity="info" sx={{ mb: 1.5 }}>{t('admin.drafting.closed_said')}</Alert>}
      {writes && (
        <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mb: 1.5 }}>
          {add('outlined')}
          {earlier && <Button startIcon={<ContentCopy />} variant="outlined" disabled={pending} onClick={() => void run(() => api.copyEarlierItems(whole), { success: 'admin.drafting.copied_done' })}>{t('admin.drafting.copy', { year: earlier.year, count: earlier.items })}</Button>}
        </Stack>
      )}
      {proposals.length === 0 && answer.state === 'draft' && <EmptyState title="admin.drafting.nothing_written" hint={may.write || may.submit ? 'admin.drafting.nothing_written_hint' : 'admin.drafting.not_sent'} />}
      {proposals.map((one, index) => (
        <Card component="article" key={one.id} aria-label={`${one.seq} ${one.text}`} sx={{ p: 2, mb: 1.5 }}>
          <Typography component="span" color="textSecondary">{one.seq}</Typography>
          <ProposalText proposal={one} />
          {writes && (
            <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mt: 1 }}>
              <ActionButton
                key={version} label="admin.drafting.edit" title={t('admin.drafting.edit_title')} submitLabel="ra.action.save" success="admin.drafting.saved" defaults={{ programmeId: one.programme.id, text: one.text, dueText: one.dueText, measure: one.measure, note: one.note }}
                run={(values) => save(proposals.map((other, at) => (at === index ? said(values, one.copied) : kept(other))))}
              >
                <Inputs />
              </ActionButton>
              <ActionButton label="admin.drafting.remove" variant="text" danger title={t('admin.drafting.remove_title')} explanation={one.text} submitLabel="admin.drafting.remove" success="admin.drafting.removed" run={() => save(proposals.filter((_, at) => at !== index).map(kept))} />
            </Stack>
          )}
        </Card>
      ))}
      {submits && (
        <FormBar label={t('admin.drafting.bar')} hint={<Box role="status">{t('admin.drafting.count', { count: proposals.length })}</Box>}>
          {can(proposalAnswerLifecycle, answer.state, 'decline') && proposals.length === 0 && <ActionButton label="admin.drafting.decline" title={t('admin.drafting.decline_title')} explanation={t('admin.drafting.decline_explained')} submitLabel="admin.drafting.decline" success="admin.drafting.declined" run={() => api.declineProposalAnswer(whole)} />}
          {can(proposalAnswerLifecycle, answer.state, 'submit') && <ActionButton label="admin.drafting.submit" variant="contained" disabled={proposals.length === 0} title={t('admin.drafting.submit_title', { count: proposals.length })} explanation={t('admin.drafting.submit_explained')} submitLabel="admin.drafting.submit" success="admin.drafting.submitted" run={() => fresh(() => api.submitProposalAnswer(whole))} />}
          {can(proposalAnswerLifecycle, answer.state, 'recall') && <ActionButton label="admin.drafting.recall" title={t('admin.drafting.recall_title')} explanation={t('admin.drafting.recall_explained')} submitLabel="admin.drafting.recall" success="admin.drafting.recalled" run={() => api.recallProposalAnswer(whole)} />}
        </FormBar>
      )}
    </>
  );
};

/** What one unit proposes: a card each, written on a phone too. */
const ProposalAnswerPage = () => {
  const { id = '' } = useParams();
  const query = useProposalAnswer(id);
  const due = useDue();
  return (
    <LoadedPage query={query} list={{ to: '/drafting', label: 'admin.drafting.title' }}>
      {(answer) => (
        <>
          <PageHeader title={`${answer.unit.name} · ${answer.call.title}`} back={{ to: `/proposal-calls/${answer.call.id}`, label: 'admin.drafting.calls' }} mark={<><StateChip of="proposalAnswerStates" state={answer.state} /><LateMark late={answer.late} overdue={answer.overdue} /></>} subtitle={due(answer.call)} />
          <Body answer={answer} />
        </>
      )}
    </LoadedPage>
  );
};
export default ProposalAnswerPage;
