import type { Assessment } from '@kepu/contracts';
import { Alert, Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Navigate, useParams } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { History } from '../ui/History.js';
import { LoadedPage } from '../ui/LoadedPage.js';
import { PageHeader } from '../ui/PageHeader.js';
import { Figure, Figures, Loaded, Panel } from '../ui/Panels.js';
import { Mark, StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { AssessmentActions } from './AssessmentActions.js';
import { ResultsPanels } from './ResultsPanels.js';
import { howCounted } from './rubric.js';
import { RubricEditor } from './RubricEditor.js';
import { Standings } from './Standings.js';

/** What is asked and how it is counted, once nothing of it changes any more. */
const Rubric = ({ rubric }: Pick<Assessment, 'rubric'>) => {
  const t = useTranslate();
  return (
    <Panel id="rubric" title={t('admin.assessments.rubric')}>
      {rubric.map(({ title, criteria }, at) => (
        <Box key={at} component="section" aria-label={title} sx={{ mb: 2 }}>
          <Typography variant="h3" component="h3">{title}</Typography>
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {criteria.map((criterion) => <li key={criterion.key}><Typography>{criterion.title} · {t('admin.assessments.points_of', { most: criterion.most })}{criterion.kind === 'score' ? '' : ` · ${t(`terms.criterionKinds.${criterion.kind}`)}`}</Typography><Typography color="textSecondary">{[criterion.note, howCounted(t, criterion)].filter(Boolean).join(' ')}</Typography></li>)}
          </Box>
        </Box>
      ))}
    </Panel>
  );
};

const Body = ({ assessment }: { assessment: Assessment }) => {
  const t = useTranslate();
  const { day } = useFormat();
  const office = useMay()('assessment:write');
  const { id, state, counts, endedReason, dueUncertain, objectionUntil, version } = assessment;
  const history = useApi(['assessment-history', id, version], () => api.getAssessmentHistory({ params: { id } }), { enabled: office });
  return (
    <>
      {dueUncertain && <Alert severity="info" sx={{ mb: 2 }}>{t('admin.assessments.uncertain')}</Alert>}
      {endedReason && <Alert severity="info" sx={{ mb: 2 }}>{t('admin.assessments.ended', { reason: endedReason })}</Alert>}
      {state === 'announced' && objectionUntil && <Alert severity="info" sx={{ mb: 2 }}>{t('admin.assessments.objection_until', { day: day(objectionUntil) })}</Alert>}
      <AssessmentActions assessment={assessment} />
      {state !== 'draft' && (
        <>
          <Box sx={{ mb: 2 }}><Figures><Figure value={counts.units} label="admin.assessments.standings" /><Figure value={counts.missing} label="admin.assessments.show_missing" tone="waiting" /><Figure value={counts.accepted} label="admin.assessments.show_accepted" /><Figure value={counts.late} label="admin.assessments.late" tone="wrong" /></Figures></Box>
          <Standings assessment={assessment} />
          <ResultsPanels assessment={assessment} />
        </>
      )}
      {state === 'draft' ? <RubricEditor assessment={assessment} /> : <Rubric rubric={assessment.rubric} />}
      {office && <Panel id="history" title={t('admin.assessments.history')}><Loaded query={history}>{({ data }) => <History entries={data} of="assessmentStates" />}</Loaded></Panel>}
    </>
  );
};

/** One assessment: written by the office, looked at by all who may. Who answers for one unit goes straight to its sheet while it is asked for. */
const AssessmentPage = () => {
  const t = useTranslate();
  const office = useMay()('assessment:write');
  const { day } = useFormat();
  const { id = '' } = useParams();
  const query = useApi(['assessment', id], () => api.getAssessment({ params: { id } }));
  const [only, ...others] = query.data?.own ?? [];
  if (!office && only && others.length === 0 && !query.data?.may.table) return <Navigate to={`/assessment-sheets/${only.id}`} replace />;
  return (
    <LoadedPage query={query} list={{ to: '/assessments', label: 'admin.assessments.title' }}>
      {(assessment) => (
        <>
          <PageHeader title={assessment.title} back={{ to: '/assessments', label: 'admin.assessments.title' }} mark={<><StateChip of="assessmentStates" state={assessment.state} />{office && assessment.counts.appeals > 0 && <Mark tone="waiting">{t('admin.assessments.appeals_n', { count: assessment.counts.appeals })}</Mark>}</>} subtitle={[assessment.plan.title, t('admin.assessments.due', { day: day(assessment.dueOn) })].join(' · ')} />
          <Body key={assessment.id} assessment={assessment} />
        </>
      )}
    </LoadedPage>
  );
};
export default AssessmentPage;
