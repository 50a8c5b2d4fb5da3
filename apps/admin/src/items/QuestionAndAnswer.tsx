import type { Assignment } from '@kepu/contracts';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useFormat } from '../ui/format.js';

/** What a unit asked, and what the office answered. */
export const QuestionAndAnswer = ({ question }: { question: NonNullable<Assignment['question']> }) => {
  const t = useTranslate();
  const { instant, colon } = useFormat();
  return (
    <Box sx={{ mt: 1, borderLeft: 3, borderColor: question.answer ? 'primary.main' : 'warning.main', pl: 1.5 }}>
      <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}><strong>{colon(t('admin.my_items.question'))}</strong>{question.text}</Typography>
      <Typography color="textSecondary">{question.askedBy} · {instant(question.askedAt)}</Typography>
      {question.answer ? (
        <>
          <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere', mt: 0.5 }}><strong>{colon(t('admin.sign_offs.answer_text'))}</strong>{question.answer}</Typography>
          <Typography color="textSecondary">{question.answeredBy ?? ''} · {instant(question.answeredAt)}</Typography>
        </>
      ) : <Typography color="warning">{t('admin.my_items.waits_for_answer')}</Typography>}
    </Box>
  );
};
