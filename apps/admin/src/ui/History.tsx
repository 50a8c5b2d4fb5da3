import type { HistoryEntry } from '@kepu/contracts';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { EmptyState } from './Panels.js';
import { useFormat } from './format.js';

const spoken = (value: unknown): string => (value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value));

/** What a change changed, from and to. Names of fields are the API's where the catalogue has no word. */
export const Changes = ({ before, after }: Pick<HistoryEntry, 'before' | 'after'>) => {
  const t = useTranslate();
  const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter((key) => spoken(before?.[key]) !== spoken(after?.[key]) && key !== 'version');
  if (keys.length === 0) return null;
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5, color: 'text.secondary', overflowWrap: 'anywhere' }}>
      {keys.slice(0, 12).map((key) => {
        const [from, to] = [spoken(before?.[key]), spoken(after?.[key])];
        const word = t(`admin.fields.${key}`, { _: key });
        return <li key={key}>{from && to ? t('admin.shell.changed_from_to', { field: word, from, to }) : t('admin.shell.changed_value', { field: word, value: to || from })}</li>;
      })}
    </Box>
  );
};

/** A history, newest first as the API gives it. */
export const History = ({ entries }: { entries: readonly HistoryEntry[] }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  if (entries.length === 0) return <EmptyState title="admin.shell.no_history" />;
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {entries.map(({ id, at, actor, action, before, after }) => (
        <Box component="li" key={id} sx={{ borderLeft: 2, borderColor: 'divider', pl: 2, pb: 2, ml: 0.5, position: 'relative', '&::before': { content: '""', position: 'absolute', left: -6, top: 9, width: 10, height: 10, borderRadius: '50%', backgroundColor: 'primary.main' } }}>
          <Typography component="div"><strong>{t(`actions.${action}`, { _: action })}</strong></Typography>
          <Typography component="div" color="text.secondary">{instant(at)} · {actor?.name ?? t('admin.shell.system')}</Typography>
          <Changes before={before} after={after} />
        </Box>
      ))}
    </Box>
  );
};
