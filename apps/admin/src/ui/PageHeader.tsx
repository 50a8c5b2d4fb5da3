import ArrowBack from '@mui/icons-material/ArrowBack';
import { Box, Link, Stack, Typography } from '@mui/material';
import { useEffect, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';

interface Props {
  /** Already in the language of the page. */
  title: string;
  subtitle?: ReactNode;
  /** Beside the title: the state. */
  mark?: ReactNode;
  back?: { to: string; label: string };
  actions?: ReactNode;
}

/** The head of a page: where it belongs, what it is, what can be done. */
export const PageHeader = ({ title, subtitle, mark, back, actions }: Props) => {
  const t = useTranslate();
  const product = t('terms.product');
  useEffect(() => {
    document.title = `${title} · ${product}`;
  }, [title, product]);
  return (
    <Box component="header" sx={{ mt: 2, mb: 2 }}>
      {back && (
        <Link component={RouterLink} to={back.to} sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, minHeight: 44 }}>
          <ArrowBack fontSize="small" aria-hidden /> {t(back.label)}
        </Link>
      )}
      <Stack direction="row" sx={{ flexWrap: 'wrap', alignItems: 'center', gap: 1.5, justifyContent: 'space-between' }}>
        <Box sx={{ minWidth: 0, flex: { xs: '1 1 100%', sm: '1 1 16rem' } }}>
          <Stack direction="row" sx={{ flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
            <Typography variant="h1" sx={{ overflowWrap: 'anywhere' }}>{title}</Typography>
            {mark}
          </Stack>
          {subtitle && <Typography component="div" color="textSecondary">{subtitle}</Typography>}
        </Box>
        {actions && <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1 }}>{actions}</Stack>}
      </Stack>
    </Box>
  );
};
