import type { Assessment, AssessmentResult } from '@kepu/contracts';
import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { EmptyState, Loaded, Panel } from '../ui/Panels.js';
import { useApi } from '../ui/useApi.js';

const Rows = ({ rows, label }: { rows: readonly AssessmentResult[]; label: string }) => {
  const t = useTranslate();
  if (rows.length === 0) return <EmptyState title="admin.assessments.no_units_found" />;
  return (
    <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={label}>
      <Table size="small" aria-label={label}>
        <TableHead><TableRow><TableCell>{t('documents.assessmentUnit')}</TableCell><TableCell align="right">{t('documents.assessmentTotal')}</TableCell><TableCell>{t('documents.assessmentGrade')}</TableCell></TableRow></TableHead>
        <TableBody>{rows.map(({ id, unit, total, grade }) => <TableRow key={id}><TableCell>{unit.name}</TableCell><TableCell align="right">{total}</TableCell><TableCell>{t(`terms.assessmentGrades.${grade}`)}</TableCell></TableRow>)}</TableBody>
      </Table>
    </Box>
  );
};

/** Results in the order of the paper, for those to whom they are open. No unit is placed before another. */
export const ResultsPanels = ({ assessment: { id, version, may } }: { assessment: Assessment }) => {
  const t = useTranslate();
  const results = useApi(['assessment-results', id, version], () => api.listAssessmentResults({ params: { id } }), { enabled: may.table });
  return may.table ? <Panel id="results" title={t('admin.assessments.results')}><Loaded query={results} rows={3}>{({ data }) => <Rows rows={data} label={t('admin.assessments.results')} />}</Loaded></Panel> : null;
};
