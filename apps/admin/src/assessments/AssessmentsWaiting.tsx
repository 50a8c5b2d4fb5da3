import { Box, Chip } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { useApi } from '../ui/useApi.js';
import { useAssessmentSwitch } from './useAssessmentSwitch.js';

/** Sheets that wait for the reader to fill in or to hand in; nothing where nothing waits, or where there are no assessments. */
export const AssessmentsWaiting = () => {
  const t = useTranslate();
  const may = useMay();
  const on = useAssessmentSwitch().data?.enabled ?? false;
  const found = useApi(['assessments-waiting'], () => api.listAssessments({ query: { toAnswer: 'true', perPage: 1 } }), { enabled: on && (may('assessment:answer') || may('assessment:submit')) }).data;
  const [only] = found?.data ?? [];
  if (!found || !only) return null;
  const [sheet] = only.own;
  const to = found.total > 1 ? '/assessments' : only.own.length === 1 && sheet ? `/assessment-sheets/${sheet.id}` : `/assessments/${only.id}`;
  return (
    <Box sx={{ mb: 1.5 }}>
      <Chip component={Link} clickable to={to} label={t('admin.assessments.my_due', { count: found.total })} sx={({ palette: { tokens: c } }) => ({ minHeight: 44, borderRadius: 22, px: 1, fontWeight: 600, color: c.waiting, backgroundColor: c.waitingSoft, '&:hover': { backgroundColor: c.waitingSoft, textDecoration: 'underline' } })} />
    </Box>
  );
};
