import { Box, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { EmptyState } from '../ui/Panels.js';

/** A page that broke: plain words, and a way on. What broke is for the console. */
export const ProblemPage = () => {
  const t = useTranslate();
  return (
    <div role="alert">
      <EmptyState title="admin.shell.page_broken" hint="admin.shell.page_broken_hint" />
      <Box sx={{ textAlign: 'center' }}>
        <Button variant="contained" onClick={() => window.location.reload()}>{t('admin.shell.retry')}</Button>{' '}
        <Button href="/admin/">{t('admin.shell.to_start')}</Button>
      </Box>
    </div>
  );
};
