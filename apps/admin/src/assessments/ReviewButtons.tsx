import type { AssessmentLine, AssessmentSheet, Criterion } from '@kepu/contracts';
import { Box, Stack, Typography } from '@mui/material';
import { NumberInput, useTranslate } from 'react-admin';
import { useFresh } from '../drafting/useFresh.js';
import { FileCards } from '../files/FileCards.js';
import { FilesInput } from '../files/FilesInput.js';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { LineInput } from '../ui/inputs.js';
import { StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';

const numberOrNull = (value: unknown): number | null => (value === null || value === undefined || value === '' ? null : Number(value));

/** What the office gives for a criterion, and what the unit objects to. */
export const LinesToReview = ({ sheet, criterion, line }: { sheet: AssessmentSheet; criterion: Criterion; line: AssessmentLine }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  const fresh = useFresh();
  const { id, version, state, may, assessment, appeals } = sheet;
  const { key, title, most } = criterion;
  const reviews = may.decide && state === 'submitted' && (assessment.state === 'open' || assessment.state === 'announced');
  const objects = may.submit && state === 'accepted' && assessment.state === 'announced' && !appeals.some((appeal) => appeal.key === key);
  const own = appeals.filter((appeal) => appeal.key === key);
  return (
    <Box sx={{ mt: 1 }}>
      {line.result !== null && <Typography sx={{ fontWeight: 600 }}>{t('admin.assessments.result', { points: line.result })}</Typography>}
      {line.review && <Typography color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>{[t('admin.assessments.given_by', { name: line.review.by, points: line.review.points }), line.review.reason].filter(Boolean).join(' · ')}</Typography>}
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mt: 1, '& button': { minHeight: 44 } }}>
        {reviews && (
          <ActionButton label="admin.assessments.given" title={`${t('admin.assessments.given')}: ${title}`} explanation={t('admin.assessments.proposed', { points: line.proposed })} submitLabel="admin.assessments.save_review" success="admin.assessments.review_saved" defaults={{ points: line.review?.points ?? line.proposed, reason: line.review?.reason ?? '' }} run={({ points, reason }) => fresh(() => api.reviewAssessmentSheet({ params: { id }, body: { version, reviews: [{ key, points: numberOrNull(points), reason: reason ? String(reason) : null }] } }))}>
            <NumberInput source="points" label="admin.assessments.given" min={0} max={most} step={0.1} helperText={false} />
            <LineInput source="reason" label="admin.assessments.given_reason" rows={2} />
          </ActionButton>
        )}
        {objects && (
          <ActionButton label="admin.assessments.appeal" title={t('admin.assessments.appeal_title', { title })} submitLabel="admin.assessments.appeal" success="admin.assessments.appealed" run={({ words, files }) => fresh(() => api.makeAssessmentAppeal({ params: { id }, body: { key, words: String(words ?? ''), fileIds: ((files ?? []) as { id: string }[]).map((file) => file.id) } }))}>
            <LineInput source="words" label="admin.assessments.appeal_words" rows={3} isRequired />
            <FilesInput source="files" label="admin.assessments.files" />
          </ActionButton>
        )}
      </Stack>
      {own.map((appeal) => (
        <Box key={appeal.id} sx={{ mt: 1, p: 1.5, borderRadius: 1.5, backgroundColor: 'background.default' }}>
          <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center' }}><Typography sx={{ fontWeight: 600 }}>{t('admin.assessments.appeal')}</Typography><StateChip of="assessmentAppealStates" state={appeal.state} /><Typography color="textSecondary">{appeal.made.by} {instant(appeal.made.at)}</Typography></Stack>
          <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{appeal.words}</Typography>
          {appeal.files.length > 0 && <FileCards files={appeal.files} />}
          {appeal.answer && <Typography sx={{ overflowWrap: 'anywhere' }}>{t('admin.assessments.answer_by', { name: appeal.answer.by, reason: appeal.answer.reason })}</Typography>}
          {may.decide && appeal.state === 'open' && assessment.state === 'announced' && (
            <ActionButton label="admin.assessments.answer" title={`${t('admin.assessments.answer')}: ${title}`} submitLabel="admin.assessments.answer" success="admin.assessments.answered" run={({ points, reason }) => fresh(() => api.answerAssessmentAppeal({ params: { id: appeal.id }, body: { version: appeal.version, points: numberOrNull(points), reason: String(reason ?? '') } }))}>
              <NumberInput source="points" label="admin.assessments.answer_points" min={0} max={most} step={0.1} helperText={false} />
              <LineInput source="reason" label="admin.assessments.answer_reason" rows={2} isRequired />
            </ActionButton>
          )}
        </Box>
      ))}
    </Box>
  );
};
