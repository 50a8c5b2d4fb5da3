import { Box, Button, Link, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { api } from '../providers/api.js';
import { Loaded, Panel } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';

/** Papers that were read and wait for a person. */
export const ImportsToCheck = () => {
  const t = useTranslate();
  const { instant } = useFormat();
  const query = useApi(['imports', 'ready'], () => api.listPlanImports({ query: { state: 'ready', perPage: 5, sort: '-createdAt' } }));
  return (
    <Panel id="imports-to-check" title={t('admin.home.imports')}>
      <Loaded query={query} rows={2}>
        {({ data }) => (data.length === 0 ? (
          <>
            <Typography color="textSecondary">{t('admin.home.no_imports')}</Typography>
            <Button component={RouterLink} to="/plan-imports" sx={{ mt: 1 }}>{t('admin.imports.upload')}</Button>
          </>
        ) : (
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {data.map(({ id, fileName, createdAt, summary }) => (
              <Box component="li" key={id} sx={{ py: 1 }}>
                <Link component={RouterLink} to={`/plan-imports/${id}`} sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{fileName}</Link>
                <Typography color="textSecondary">{instant(createdAt)} · {t('admin.imports.items_warnings', { items: summary.items, warnings: summary.warnings })}</Typography>
              </Box>
            ))}
          </Box>
        ))}
      </Loaded>
    </Panel>
  );
};
