import { Alert, Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { Loaded } from '../ui/Panels.js';
import { useApi } from '../ui/useApi.js';

const parts = [['unsignedItems', 'unsigned'], ['reports', 'reports'], ['periods', 'periods'], ['adjustments', 'adjustments'], ['closeOuts', 'close_outs'], ['prompts', 'prompts'], ['workEntries', 'work_entries'], ['revisions', 'revisions'], ['questions', 'questions'], ['unsentPrompts', 'unsent_prompts'], ['consultations', 'consultations'], ['assessments', 'assessments']] as const;

/** What is still open of a plan, before it is archived and nothing of it can be dealt with. */
export const OpenWork = ({ planId }: { planId: string }) => {
  const t = useTranslate();
  const query = useApi(['plan-open-work', planId], () => api.getPlanOpenWork({ params: { id: planId } }));
  return (
    <Loaded query={query} rows={2}>
      {(open) => {
        const left = parts.filter(([name]) => open[name] > 0);
        return left.length === 0 ? <Typography sx={{ mt: 1 }}>{t('admin.archive.nothing_open')}</Typography> : (
          <Alert severity="warning" sx={{ mt: 1.5 }}>
            {t('admin.archive.still_open')}
            <Box component="ul" sx={{ m: 0, pl: 2.5 }}>{left.map(([name, words]) => <li key={name}>{t(`admin.archive.${words}`, { count: open[name] })}</li>)}</Box>
          </Alert>
        );
      }}
    </Loaded>
  );
};
