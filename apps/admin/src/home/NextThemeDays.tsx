import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { Loaded, Panel } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';

/** The next days, weeks or months with a theme. */
export const NextThemeDays = () => {
  const t = useTranslate();
  const { day, distance } = useFormat();
  const query = useApi(['theme-days', 'next'], () => api.listThemeDays({ query: { open: 'true', sort: 'next', perPage: 20 } }));
  return (
    <Panel id="theme-days" title={t('admin.home.theme_days')}>
      <Loaded query={query} rows={2}>
        {({ data }) => {
          const coming = data.filter(({ next }) => next !== null).slice(0, 3);
          if (coming.length === 0) return <Typography color="textSecondary">{t('admin.home.no_theme_days')}</Typography>;
          return (
            <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
              {coming.map(({ id, name, next }) => (
                <Box component="li" key={id} sx={{ py: 0.75 }}>
                  <Typography sx={{ fontWeight: 600 }}>{name}</Typography>
                  <Typography color="textSecondary">{next && next.from !== next.to ? `${day(next.from)} – ${day(next.to)}` : day(next?.from)} · {distance(next?.from)}</Typography>
                </Box>
              ))}
            </Box>
          );
        }}
      </Loaded>
    </Panel>
  );
};
