import Download from '@mui/icons-material/DownloadOutlined';
import FolderZip from '@mui/icons-material/FolderZipOutlined';
import type { AssessmentSheet } from '@kepu/contracts';
import { can, assessmentSheetLifecycle } from '@kepu/domain';
import { Alert, Box, Button, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useSession } from '../providers/session.js';
import { saveFile } from '../ui/download.js';
import { History } from '../ui/History.js';
import { LoadedPage } from '../ui/LoadedPage.js';
import { MoreMenu } from '../ui/MoreMenu.js';
import { PageHeader } from '../ui/PageHeader.js';
import { Loaded, Panel } from '../ui/Panels.js';
import { Mark, StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { useRun } from '../ui/useRun.js';
import { SheetBar } from './SheetBar.js';
import { SheetLine } from './SheetLine.js';
import { useSheetWriting } from './useSheetWriting.js';

const Body = ({ sheet }: { sheet: AssessmentSheet }) => {
  const t = useTranslate();
  const { instant, day } = useFormat();
  const session = useSession();
  const { id, assessment, state, lines, selfTotal, total, grade, sample, returned, version } = sheet;
  const writes = sheet.may.write && assessment.state === 'open' && (can(assessmentSheetLifecycle, state, 'save') || can(assessmentSheetLifecycle, state, 'revise'));
  const writing = useSheetWriting(sheet, writes);
  const history = useApi(['assessment-sheet-history', id, version], () => api.getAssessmentSheetHistory({ params: { id } }));
  const byKey = new Map(lines.map((line) => [line.key, line]));
  return (
    <>
      <Stack sx={{ gap: 1.5, mb: 2 }}>
        {writing.contested && <Alert severity="warning" action={<Stack direction="row" sx={{ flexWrap: 'wrap' }}><Button color="inherit" onClick={() => writing.choose('theirs')}>{t('admin.assessments.take_theirs')}</Button><Button color="inherit" onClick={() => writing.choose('mine')}>{t('admin.assessments.keep_mine')}</Button></Stack>}>{t('admin.assessments.contested')}</Alert>}
        {writing.restored && !writing.contested && <Alert severity="info">{t('admin.assessments.restored')}</Alert>}
        {returned && state !== 'accepted' && <Alert severity="warning">{t('admin.assessments.returned_by', { name: returned.by, at: instant(returned.at), reason: returned.reason })}</Alert>}
        {assessment.state === 'announced' && assessment.objectionUntil && <Alert severity="info">{t('admin.assessments.objection_until', { day: day(assessment.objectionUntil) })}</Alert>}
        {sample && <Alert severity="info">{t('admin.assessments.sample_by', { name: sample.by, at: instant(sample.at), note: sample.note })}</Alert>}
        {lines.length === 0 && <Alert severity="info">{t('admin.assessments.hidden')}</Alert>}
        {total !== null && grade !== null ? <Typography sx={{ fontSize: '1.25rem', fontWeight: 650 }}>{t('admin.assessments.final_total', { points: total, grade: t(`terms.assessmentGrades.${grade}`) })}</Typography> : selfTotal !== null && <Typography sx={{ fontWeight: 600 }}>{t('admin.assessments.self_total', { points: selfTotal })}</Typography>}
      </Stack>
      {lines.length > 0 && assessment.rubric.map(({ title, criteria }, at) => (
        <Box key={at} component="section" aria-label={title} sx={{ mb: 3 }}>
          <Typography variant="h2" component="h2" sx={{ mb: 1 }}>{title}</Typography>
          <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 1.5 }}>
            {criteria.map((criterion) => { const line = byKey.get(criterion.key); return line && <SheetLine key={criterion.key} sheet={sheet} criterion={criterion} line={line} writes={writes} writing={writing} />; })}
          </Stack>
        </Box>
      ))}
      <Panel id="history" title={t('admin.assessments.history')}><Loaded query={history}>{({ data }) => <History entries={data} of="assessmentSheetStates" />}</Loaded></Panel>
      <SheetBar sheet={sheet} writing={writing} approves={session?.grants.some(({ role }) => role === 'approver') ?? false} today={session?.today ?? ''} />
    </>
  );
};

/** The sheet of one unit: filled in on a phone, reviewed by the office, objected to. */
const SheetPage = () => {
  const t = useTranslate();
  const { day } = useFormat();
  const { run } = useRun();
  const { id = '' } = useParams();
  const query = useApi(['assessment-sheet', id], () => api.getAssessmentSheet({ params: { id } }));
  return (
    <LoadedPage query={query} list={{ to: '/assessments', label: 'admin.assessments.title' }}>
      {(sheet) => (
        <>
          <PageHeader
            title={sheet.assessment.title} back={{ to: sheet.may.decide ? `/assessments/${sheet.assessment.id}` : '/assessments', label: sheet.may.decide ? 'admin.assessments.standings' : 'admin.assessments.title' }} subtitle={t('admin.assessments.sheet_of', { unit: sheet.unit.name, day: day(sheet.assessment.dueOn) })}
            mark={<><StateChip of="assessmentSheetStates" state={sheet.state} />{sheet.overdue && <Mark tone="wrong">{t('admin.assessments.overdue')}</Mark>}{sheet.late && <Mark tone="wrong">{t('admin.assessments.late')}</Mark>}</>}
            actions={sheet.lines.length > 0 && <MoreMenu entries={[{ label: 'admin.assessments.export_sheet', icon: <Download />, onClick: () => void run(async () => saveFile(await api.exportAssessmentSheet({ params: { id } }), `${sheet.unit.name}.docx`)) }, { label: 'admin.assessments.export_evidence', icon: <FolderZip />, onClick: () => void run(async () => saveFile(await api.exportAssessmentEvidence({ params: { id } }), `${sheet.unit.name}.zip`)) }]} />}
          />
          <Body key={sheet.id} sheet={sheet} />
        </>
      )}
    </LoadedPage>
  );
};
export default SheetPage;
