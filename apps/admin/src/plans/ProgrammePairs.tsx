import type { Plan, ProgrammePairs as Pairs } from '@kepu/contracts';
import Download from '@mui/icons-material/DownloadOutlined';
import { Box, Button, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { Loaded, Panel } from '../ui/Panels.js';
import { Mark } from '../ui/StateChip.js';
import { saveFile } from '../ui/download.js';
import { useApi } from '../ui/useApi.js';
import { useRun } from '../ui/useRun.js';

const tones = { same: 'quiet', mapped: 'quiet', merged: 'quiet', split: 'quiet', new: 'quiet', dropped: 'waiting', open: 'waiting' } as const;

const Rows = ({ pairs }: { pairs: Pairs }) => {
  const t = useTranslate();
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {pairs.data.map(({ from, to, kind, items }) => (
        <Stack component="li" key={`${from?.id ?? ''} ${to?.id ?? ''}`} direction={{ xs: 'column', sm: 'row' }} sx={{ gap: { xs: 0.5, sm: 1.5 }, py: 1, borderTop: 1, borderColor: 'divider', alignItems: { sm: 'center' }, overflowWrap: 'anywhere' }}>
          <Typography sx={{ flex: '1 1 0' }}>{from?.name ?? '—'}</Typography>
          <Typography sx={{ flex: '1 1 0' }}>{t('admin.copies.pair_to', { to: to?.name ?? t('admin.copies.nobody') })}</Typography>
          <Stack direction="row" sx={{ gap: 1, alignItems: 'center', minWidth: { sm: 150 } }}><Mark tone={tones[kind]}>{t(`terms.pairKinds.${kind}`)}</Mark><Typography sx={{ fontVariantNumeric: 'tabular-nums' }}>{t('admin.copies.pair_items', { count: items })}</Typography></Stack>
        </Stack>
      ))}
    </Box>
  );
};

/** Old and new programmes side by side: of the year that is copied for, or of a plan that was copied. Nothing where it was not. */
export const ProgrammePairs = ({ plan, year }: { plan: Plan; year?: number }) => {
  const t = useTranslate();
  const { run, pending } = useRun();
  const target = { params: { id: plan.id }, query: year === undefined ? {} : { year } };
  const query = useApi(['programme-pairs', plan.id, year ?? ''], () => api.listProgrammePairs(target));
  if (year === undefined && !query.data?.from) return null;
  return (
    <Panel id="programme-pairs" title={t('admin.copies.pairs')} action={<Button startIcon={<Download />} disabled={pending} onClick={() => void run(async () => saveFile(await api.exportProgrammePairs(target), `${plan.title}.xlsx`))}>{t('admin.copies.pairs_save')}</Button>}>
      <Loaded query={query} rows={4}>
        {(pairs) => (
          <>
            {pairs.from && <Typography color="textSecondary" sx={{ mb: 1 }}>{t('admin.copies.pairs_hint', { from: pairs.from.year, to: pairs.to })}</Typography>}
            <Rows pairs={pairs} />
          </>
        )}
      </Loaded>
    </Panel>
  );
};
