import { Alert, Box, Button, Card, Skeleton, Stack, Typography } from '@mui/material';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { messageOf } from '../providers/problem.js';

/** A card with a heading. */
export const Panel = ({ title, action, children, id }: { title?: ReactNode; action?: ReactNode; children: ReactNode; id?: string }) => (
  <Card component="section" aria-labelledby={title && id ? `${id}-title` : undefined} id={id} sx={{ p: { xs: 2, sm: 2.5 }, mb: 2, minWidth: 0 }}>
    {(title || action) && (
      <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center', flexWrap: 'wrap', gap: 1, mb: 1.5 }}>
        {title && <Typography variant="h2" id={id ? `${id}-title` : undefined}>{title}</Typography>}
        {action}
      </Stack>
    )}
    {children}
  </Card>
);

/** Grey bars where rows will stand. */
export const SkeletonRows = ({ rows = 5 }: { rows?: number }) => (
  <Stack aria-hidden sx={{ gap: 1.5, py: 1 }}>
    {Array.from({ length: rows }, (_, index) => <Skeleton key={index} variant="rounded" height={40} />)}
  </Stack>
);

/** Nothing here yet: what that means and what to do next. Texts are keys. */
export const EmptyState = ({ title, hint, action }: { title: string; hint?: string; action?: { label: string; to?: string; onClick?: () => void } | undefined }) => {
  const t = useTranslate();
  return (
    <Box sx={{ textAlign: 'center', py: 5, px: 2 }}>
      <Typography variant="h3" component="p">{t(title)}</Typography>
      {hint && <Typography color="textSecondary" sx={{ mt: 0.5, mb: action ? 2 : 0 }}>{t(hint)}</Typography>}
      {action && (action.to
        ? <Button variant="contained" component={Link} to={action.to}>{t(action.label)}</Button>
        : <Button variant="contained" onClick={action.onClick}>{t(action.label)}</Button>)}
    </Box>
  );
};

/** What was refused, with a way to try again. */
export const Refused = ({ error, retry }: { error: unknown; retry?: () => void }) => {
  const t = useTranslate();
  const message = messageOf(error);
  return (
    <Alert severity="error" sx={{ my: 2 }} action={retry && <Button color="inherit" onClick={retry}>{t('admin.shell.retry')}</Button>}>
      {t(message, { _: message })}
    </Alert>
  );
};

/** Skeleton, refusal or content of a read. */
export const Loaded = <T,>({ query, rows, children }: { query: UseQueryResult<T>; rows?: number; children: (data: T) => ReactNode }) => {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <Refused error={query.error} retry={() => void query.refetch()} />;
  return <SkeletonRows {...(rows ? { rows } : {})} />;
};

/** A number with its word. None of what is waiting or late is no cause for a colour. */
export const Figure = ({ value, label, tone, to }: { value: ReactNode; label: string; tone?: 'waiting' | 'wrong'; to?: string }) => {
  const t = useTranslate();
  const inside = (
    <>
      <Typography component="span" sx={{ display: 'block', fontSize: '1.5rem', fontWeight: 650, lineHeight: 1.3, color: ({ palette: { tokens: c } }) => (tone && value !== 0 ? c[tone] : c.text) }}>{value}</Typography>
      <Typography component="span" color="textSecondary">{t(label)}</Typography>
    </>
  );
  const box = { px: 2, py: 1, borderRadius: 1.5, minWidth: 88, backgroundColor: 'background.default', textDecoration: 'none', color: 'inherit', flex: '1 1 auto' } as const;
  return to ? <Box component={Link} to={to} sx={{ ...box, '&:hover': { backgroundColor: 'primary.light' } }}>{inside}</Box> : <Box sx={box}>{inside}</Box>;
};

/** Figures side by side. */
export const Figures = ({ children }: { children: ReactNode }) => <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1 }}>{children}</Stack>;

/** Pairs of a name and what stands there. */
export const Facts = ({ rows }: { rows: readonly (readonly [label: string, value: ReactNode])[] }) => {
  const t = useTranslate();
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: { xs: '1fr', sm: 'minmax(6rem, 10rem) 1fr' }, columnGap: 2, rowGap: { xs: 0, sm: 1 } }}>
      {rows.map(([label, value]) => (
        <Box key={label} sx={{ display: 'contents' }}>
          <Typography component="dt" color="textSecondary">{t(label)}</Typography>
          <Typography component="dd" sx={{ m: 0, mb: { xs: 1, sm: 0 }, overflowWrap: 'anywhere' }}>{value}</Typography>
        </Box>
      ))}
    </Box>
  );
};
