import type { Item } from '@kepu/contracts';
import { Alert, Box, Link, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { api } from '../providers/api.js';
import { Loaded, Panel } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { BeforeAfter, WhoAndWhere } from './BeforeAfter.js';

/** What a later edition decided of an item that it no longer prints. */
export const Standing = ({ item: { standing, revisedIn } }: { item: Item }) => {
  const t = useTranslate();
  if (standing === 'printed' || revisedIn === null) return null;
  return <Alert severity={standing === 'withdrawn' ? 'warning' : 'info'} sx={{ mb: 2 }}>{t(standing === 'withdrawn' ? 'admin.revisions.item_withdrawn' : 'admin.revisions.item_kept', { edition: revisedIn })}</Alert>;
};

/** What editions changed of an item, the newest first. Nothing where none did. */
export const ItemEditions = ({ item }: { item: Item }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  const query = useApi(['item-revisions', item.id], () => api.listItemRevisions({ params: { id: item.id } }), { enabled: item.revisedIn !== null });
  if (item.revisedIn === null) return null;
  return (
    <Panel id="versions" title={t('admin.revisions.versions')}>
      <Loaded query={query} rows={2}>
        {({ data }) => (
          <>
            {data.map((line) => (
              <Box key={line.revisionId} sx={{ py: 1.5, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
                <Link component={RouterLink} to={`/plan-revisions/${line.revisionId}/show`} sx={{ fontWeight: 600 }}>{t(`admin.revisions.did.${line.kind}`, { edition: line.edition })}</Link>
                <Typography component="span" color="textSecondary" sx={{ ml: 1 }}>{instant(line.issuedAt)}</Typography>
                {line.kind === 'changed' && <Box sx={{ mt: 0.5 }}><WhoAndWhere line={line} moved /><BeforeAfter line={line} /></Box>}
              </Box>
            ))}
          </>
        )}
      </Loaded>
    </Panel>
  );
};
