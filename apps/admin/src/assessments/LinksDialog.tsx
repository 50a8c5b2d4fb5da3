import type { AssessmentLink } from '@kepu/contracts';
import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, TablePagination, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { EmptyState, Loaded } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { useSettled } from '../ui/useSettled.js';

const perPage = 10;

/** What the unit has done and can point to: chosen one by one. */
export const LinksDialog = ({ sheetId, chosen, onPick, onClose }: { sheetId: string; chosen: readonly AssessmentLink[]; onPick: (link: AssessmentLink) => void; onClose: () => void }) => {
  const t = useTranslate();
  const { day } = useFormat();
  const [q, setQ] = useState('');
  const asked = useSettled(q);
  const [page, setPage] = useState(0);
  const query = useApi(['assessment-links', sheetId, asked, page], () => api.listAssessmentLinks({ params: { id: sheetId }, query: { ...(asked ? { q: asked } : {}), page: page + 1, perPage } }));
  return (
    <Dialog open onClose={onClose} fullWidth aria-labelledby="links-title">
      <DialogTitle id="links-title" component="h2" variant="h2">{t('admin.assessments.links_title')}</DialogTitle>
      <DialogContent>
        <TextField size="small" label={t('admin.assessments.links_find')} value={q} onChange={(event) => { setQ(event.target.value); setPage(0); }} fullWidth sx={{ my: 1 }} />
        <Loaded query={query} rows={4}>
          {({ data, total }) => (data.length === 0 ? <EmptyState title="admin.assessments.no_links" /> : (
            <>
              <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
                {data.map((link) => (
                  <Stack component="li" key={`${link.kind} ${link.id}`} direction="row" sx={{ gap: 1, alignItems: 'center', justifyContent: 'space-between', borderBottom: 1, borderColor: 'divider', py: 0.5 }}>
                    <Typography sx={{ overflowWrap: 'anywhere' }}>{link.title} <Typography component="span" color="textSecondary">{[t(`terms.assessmentLinkKinds.${link.kind}`), link.day && day(link.day)].filter(Boolean).join(' · ')}</Typography></Typography>
                    <Button aria-label={`${t('admin.assessments.pick')}: ${link.title}`} disabled={chosen.some(({ kind, id }) => kind === link.kind && id === link.id)} onClick={() => onPick(link)} sx={{ minHeight: 44, flexShrink: 0 }}>{t('admin.assessments.pick')}</Button>
                  </Stack>
                ))}
              </Stack>
              {total > perPage && <TablePagination component="div" count={total} page={page} rowsPerPage={perPage} rowsPerPageOptions={[perPage]} onPageChange={(_, next) => setPage(next)} labelDisplayedRows={({ from, to, count }) => t('ra.navigation.page_range_info', { offsetBegin: from, offsetEnd: to, total: count })} getItemAriaLabel={(name) => t(`ra.navigation.${name}`)} />}
            </>
          ))}
        </Loaded>
      </DialogContent>
      <DialogActions><Button onClick={onClose}>{t('ra.action.close')}</Button></DialogActions>
    </Dialog>
  );
};
