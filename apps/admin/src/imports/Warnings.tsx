import type { ImportWarning } from '@kepu/contracts';
import { Box, Chip, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Panel } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { byCode } from './preview.js';

/** Every finding with its place; pressing one leads to the item. */
export const Warnings = ({ warnings, onJump }: { warnings: readonly ImportWarning[]; onJump: (position: number) => void }) => {
  const t = useTranslate();
  const { place, aside } = useFormat();
  return (
    <Panel id="warnings" title={t('admin.imports.warnings_title', { count: warnings.length })}>
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
