import { Box, Link, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { AssignmentActions } from '../items/AssignmentCard.js';
import { QuestionAndAnswer } from '../items/QuestionAndAnswer.js';
import { api } from '../providers/api.js';
import { Panel } from '../ui/Panels.js';
import { useApi } from '../ui/useApi.js';

/** Questions that wait for the office, with the place to answer them. */
export const AskedQuestions = ({ planId }: { planId: string }) => {
  const t = useTranslate();
  const query = useApi(['assignments', planId, 'asked'], () => api.listAssignments({ query: { planId, state: 'asked', perPage: 100 } }));
  if (!query.data || query.data.total === 0) return null;
  return (
    <Panel id="asked" title={t('admin.sign_offs.questions', { count: query.data.total })}>
      {query.data.data.map((assignment) => (
        <Box key={assignment.id} sx={{ py: 1.5, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
          <Typography><strong>{assignment.unit.name}</strong> · <Link component={RouterLink} to={`/items/${assignment.item.id}`}>{t('admin.items.title', { year: assignment.item.year, seq: assignment.item.seq })}</Link></Typography>
          <Typography color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>{assignment.item.text}</Typography>
          {assignment.question && <QuestionAndAnswer question={assignment.question} />}
          <AssignmentActions assignment={assignment} planId={assignment.item.planId} />
        </Box>
      ))}
    </Panel>
  );
};
