import BookmarkBorder from '@mui/icons-material/BookmarkBorderOutlined';
import Delete from '@mui/icons-material/DeleteOutlined';
import { Button, IconButton, Menu, MenuItem, Typography } from '@mui/material';
import { useState } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { ActionDialog } from './ActionDialog.js';
import { LineInput } from './inputs.js';
import { useApi } from './useApi.js';
import { useRun } from './useRun.js';

type Filter = Parameters<typeof api.saveFilter>[0]['body']['filter'];

/** Filters of this list that the person keeps: to choose, to add, to delete; the same on every device. */
export const SavedFilters = () => {
  const t = useTranslate();
  const { resource, filterValues, setFilters } = useListContext();
  const { run, pending } = useRun();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [naming, setNaming] = useState(false);
  const kept = useApi(['saved-filters', resource], () => api.listSavedFilters({ query: { list: resource } }));
  // What is searched for may be somebody's name, and is not kept.
  const filter = Object.fromEntries(Object.entries(filterValues as Record<string, unknown>).filter(([key, value]) => key !== 'q' && value !== undefined && value !== null && value !== '')) as Filter;
  const close = () => setAnchor(null);
  return (
    <>
      <Button startIcon={<BookmarkBorder />} aria-haspopup="menu" aria-expanded={anchor !== null} onClick={(event) => setAnchor(event.currentTarget)}>{t('admin.shell.saved_filters')}</Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close}>
        {kept.data?.data.map((one) => (
          <MenuItem key={one.id} sx={{ minHeight: 44, justifyContent: 'space-between', gap: 1 }} onClick={() => { setFilters(one.filter, {}); close(); }}>
            {one.name}
            <IconButton aria-label={t('admin.shell.remove_filter', { name: one.name })} disabled={pending} sx={{ width: 44, height: 44 }} onClick={(event) => { event.stopPropagation(); void run(() => api.deleteSavedFilter({ params: { id: one.id } }), { success: 'admin.shell.filter_removed' }); }}><Delete /></IconButton>
          </MenuItem>
        ))}
        {kept.data?.total === 0 && <Typography component="li" color="textSecondary" sx={{ px: 2, py: 1, maxWidth: 280 }}>{t('admin.shell.no_saved_filters')}</Typography>}
        <MenuItem disabled={Object.keys(filter).length === 0} sx={{ minHeight: 44 }} onClick={() => { setNaming(true); close(); }}>{t('admin.shell.save_filter')}</MenuItem>
      </Menu>
      <ActionDialog open={naming} onClose={() => setNaming(false)} title={t('admin.shell.save_filter_title')} explanation={t('admin.shell.save_filter_hint')} submitLabel="ra.action.save" success="admin.shell.filter_saved" run={({ name }) => api.saveFilter({ body: { list: resource, name: String(name ?? ''), filter } })}>
        <LineInput source="name" label="admin.shell.filter_name" isRequired />
      </ActionDialog>
    </>
  );
};
