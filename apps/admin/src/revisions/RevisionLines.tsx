import type { PlanRevisionDetail } from '@kepu/contracts';
import Search from '@mui/icons-material/Search';
import { Box, InputAdornment, TablePagination, TextField, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { EmptyState, Panel } from '../ui/Panels.js';
import type { Decide } from './LineDecision.js';
import { columns, LineRow } from './LineRow.js';
import { lineChoices, lineCounts, lineKey, shownLines, type LineChoice } from './revisionLines.js';

interface Props { revision: PlanRevisionDetail; only: LineChoice; onOnly: (only: LineChoice) => void; decide: Decide | null }
const perPage = 25;

/** The two papers item by item, a page at a time. */
export const RevisionLines = ({ revision, only, onOnly, decide }: Props) => {
  const t = useTranslate();
  const [text, setText] = useState('');
  const [page, setPage] = useState(0);
  const [seen, setSeen] = useState(only);
  const list = useRef<HTMLUListElement>(null);
  const choice = useRef<HTMLDivElement>(null);
  const decidedAt = useRef<number | null>(null);
  const { lines, state, counts } = revision;
  const found = lineCounts(lines);
  const shown = shownLines(lines, only, text);
  if (only !== seen) {
    setSeen(only);
    setPage(0);
  }
  useEffect(() => {
    // A decision takes its line out of sight, or its button: who works by keyboard goes on with what stands there now.
    const at = decidedAt.current;
    decidedAt.current = null;
    if (at === null || document.activeElement !== document.body) return;
    const next = list.current?.children[Math.min(at, list.current.children.length - 1)] ?? choice.current?.querySelector('[aria-pressed="true"]');
    (next as HTMLElement | null | undefined)?.focus({ preventScroll: true });
  }, [lines]);
  const at = Math.min(page, Math.max(0, Math.ceil(shown.length / perPage) - 1));
  // An issued edition tells what stays the same by its number alone.
  const choices = lineChoices.filter((each) => state === 'draft' || (each !== 'undecided' && each !== 'same'));
  const hidden = state === 'issued' ? counts.same : 0;
  return (
    <Panel id="lines" title={t('admin.revisions.list')}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mb: 1.5, alignItems: 'center' }}>
        <TextField
          label={t('admin.revisions.find')} value={text} onChange={(event) => { setText(event.target.value); setPage(0); }} margin="none" sx={{ flex: '1 1 14rem', maxWidth: { md: 320 } }}
          slotProps={{ input: { startAdornment: <InputAdornment position="start"><Search /></InputAdornment> } }}
        />
        <ToggleButtonGroup ref={choice} exclusive value={only} onChange={(_, next: LineChoice | null) => next && onOnly(next)} aria-label={t('admin.revisions.show')} sx={{ flexWrap: 'wrap' }}>
          {choices.map((each) => <ToggleButton key={each} value={each}>{t(`admin.revisions.only_${each}`, { count: found[each] })}</ToggleButton>)}
        </ToggleButtonGroup>
      </Box>
      {shown.length === 0 ? <EmptyState {...(only === 'undecided' && text === '' ? { title: 'admin.revisions.none_undecided', hint: 'admin.revisions.none_undecided_hint' } : { title: 'admin.revisions.none', hint: 'admin.revisions.none_hint' })} /> : (
        <>
          <Box sx={{ display: { xs: 'none', md: 'grid' }, gridTemplateColumns: columns, gap: 2, px: 1.5, py: 1, color: 'text.secondary', fontWeight: 600, borderBottom: 1, borderColor: 'divider' }} aria-hidden>
            <span>{t('admin.shell.state')}</span><span>{t('admin.items.programme_unit')}</span><span>{t('admin.items.text')}</span>
          </Box>
          <Box component="ul" ref={list} sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {shown.slice(at * perPage, (at + 1) * perPage).map((line, index) => (
              <LineRow key={lineKey(line)} line={line} lines={lines} decide={decide && ((...given) => { decidedAt.current = index; return decide(...given); })} />
            ))}
          </Box>
          {shown.length > perPage
            ? <TablePagination component="div" count={shown.length} page={at} rowsPerPage={perPage} rowsPerPageOptions={[perPage]} onPageChange={(_, next) => setPage(next)} labelDisplayedRows={({ from, to, count }) => t('ra.navigation.page_range_info', { offsetBegin: from, offsetEnd: to, total: count })} getItemAriaLabel={(kind) => t(`ra.navigation.${kind}`)} />
            : <Typography color="textSecondary" sx={{ pt: 1 }}>{t('admin.shell.total', { count: shown.length })}</Typography>}
        </>
      )}
      {hidden > 0 && <Typography color="textSecondary" sx={{ pt: 1 }}>{t('admin.revisions.same_count', { count: hidden })}</Typography>}
    </Panel>
  );
};
