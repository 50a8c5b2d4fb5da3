import type { ImportItem } from '@kepu/contracts';
import Search from '@mui/icons-material/Search';
import { Box, InputAdornment, Stack, TablePagination, TextField, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { EmptyState, Panel } from '../ui/Panels.js';
import { PreviewItem } from './PreviewItem.js';
import { shownItems, type ItemFilter } from './preview.js';

interface Props { items: readonly ImportItem[]; editable: boolean; target: { position: number; turn: number } | null; onEdit: (item: ImportItem) => void }
const perPage = 25;

/** Every item beside its place in the paper, a page at a time. A jump turns to the right page and shows the item. */
export const PreviewItems = ({ items, editable, target, onEdit }: Props) => {
  const t = useTranslate();
  const [filter, setFilter] = useState<ItemFilter>({ only: 'all', text: '' });
  const [page, setPage] = useState(0);
  const [seen, setSeen] = useState(target);
  const list = useRef<HTMLUListElement>(null);
  const shown = shownItems(items, filter);
  if (target !== seen) {
    // The jump goes to the whole list: a filter may hide the item.
    setSeen(target);
    const index = items.findIndex(({ position }) => position === target?.position);
    if (index >= 0) {
      setFilter({ only: 'all', text: '' });
      setPage(Math.floor(index / perPage));
    }
  }
  useEffect(() => {
    if (!target) return;
    const element = list.current?.querySelector<HTMLElement>(`[data-position="${target.position}"]`);
    element?.scrollIntoView?.({ block: 'center', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
    element?.focus({ preventScroll: true });
  }, [target]);
  const change = (next: Partial<ItemFilter>) => {
    setFilter({ ...filter, ...next });
    setPage(0);
  };
  const last = Math.max(0, Math.ceil(shown.length / perPage) - 1);
  const at = Math.min(page, last);
  return (
    <Panel id="items" title={t('admin.imports.items_title', { count: items.length })}>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1.5, mb: 1.5, alignItems: 'center' }}>
        <TextField
          label={t('admin.imports.find')} value={filter.text} onChange={(event) => change({ text: event.target.value })} margin="none" sx={{ flex: '1 1 14rem', maxWidth: { md: 360 } }}
          slotProps={{ input: { startAdornment: <InputAdornment position="start"><Search /></InputAdornment> } }}
        />
        <ToggleButtonGroup exclusive value={filter.only} onChange={(_, only: ItemFilter['only'] | null) => only && change({ only })} aria-label={t('admin.imports.only')} sx={{ flexWrap: 'wrap' }}>
          {(['all', 'warnings', 'unmatched', 'corrected'] as const).map((only) => <ToggleButton key={only} value={only}>{t(`admin.imports.only_${only}`, { count: shownItems(items, { only, text: '' }).length })}</ToggleButton>)}
        </ToggleButtonGroup>
      </Stack>
      {shown.length === 0 ? <EmptyState title="admin.imports.no_items" hint="admin.imports.no_items_hint" /> : (
        <>
          <Box sx={{ display: { xs: 'none', md: 'grid' }, gridTemplateColumns: columns, gap: 2, px: 1.5, py: 1, color: 'text.secondary', fontWeight: 600, borderBottom: 1, borderColor: 'divider' }} aria-hidden>
            <span>{t('admin.imports.place')}</span><span>{t('admin.items.programme_unit')}</span><span>{t('admin.items.text')}</span><span />
          </Box>
          <Box component="ul" ref={list} sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {shown.slice(at * perPage, (at + 1) * perPage).map((item) => (
              <PreviewItem key={item.position} item={item} columns={columns} marked={item.position === target?.position} {...(editable ? { onEdit: () => onEdit(item) } : {})} />
            ))}
          </Box>
          {shown.length > perPage
            ? <TablePagination component="div" count={shown.length} page={at} rowsPerPage={perPage} rowsPerPageOptions={[perPage]} onPageChange={(_, next) => setPage(next)} labelDisplayedRows={({ from, to, count }) => t('ra.navigation.page_range_info', { offsetBegin: from, offsetEnd: to, total: count })} getItemAriaLabel={(kind) => t(`ra.navigation.${kind}`)} />
            : <Typography color="textSecondary" sx={{ pt: 1 }}>{t('admin.shell.total', { count: shown.length })}</Typography>}
        </>
      )}
    </Panel>
  );
};
const columns = '7rem minmax(12rem, 1fr) 2.4fr 6rem';
