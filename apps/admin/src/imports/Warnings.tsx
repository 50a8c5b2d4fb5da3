import type { ImportWarning } from '@kepu/contracts';
import Download from '@mui/icons-material/DownloadOutlined';
import { Box, Button, Chip, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { saveFile } from '../ui/download.js';
import { Panel } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { useRun } from '../ui/useRun.js';
import { byCode } from './preview.js';

/** Every finding with its place; pressing one leads to the item. All of them can be taken away in the paper's own table, for whoever puts the file right. */
export const Warnings = ({ importId, warnings, onJump }: { importId: string; warnings: readonly ImportWarning[]; onJump: (position: number) => void }) => {
  const t = useTranslate();
  const { place, aside } = useFormat();
  const { run, pending } = useRun();
  const sheet = () => run(async () => saveFile(await api.exportPlanImport({ params: { id: importId } }), 'problems.xlsx'));
  return (
    <Panel id="warnings" title={t('admin.imports.warnings_title', { count: warnings.length })} action={<Button variant="outlined" startIcon={<Download />} disabled={pending} onClick={() => void sheet()}>{t('admin.imports.problems_sheet')}</Button>}>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>{t('admin.imports.problems_hint')}</Typography>
      <Stack sx={{ gap: 1.5 }}>
        {byCode(warnings).map(([code, found]) => {
          const first = found[0];
          const oneText = found.every(({ value, suggestion }) => value === first?.value && suggestion === first.suggestion);
          return (
            <Box key={code}>
              <Typography sx={{ fontWeight: 600 }}>{t(`admin.imports.warning_kinds.${code}`, { _: t(`warnings.${code}`, { value: '…', suggestion: '…' }) })}{aside(String(found.length))}</Typography>
              <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mt: 0.5 }}>
                {found.map((warning, index) => {
                  const text = oneText || code === 'no_final_stop' || code === 'possibly_cut' ? place(warning.place) : `${place(warning.place)} · ${t(`warnings.${code}`, { value: warning.value, suggestion: warning.suggestion ?? '', _: warning.value })}`;
                  const { position } = warning;
                  return <Chip key={index} variant="outlined" label={text} sx={{ minHeight: 44, maxWidth: '100%', height: 'auto', '& .MuiChip-label': { whiteSpace: 'normal' } }} {...(position === null ? {} : { onClick: () => onJump(position) })} />;
                })}
              </Stack>
            </Box>
          );
        })}
      </Stack>
    </Panel>
  );
};
