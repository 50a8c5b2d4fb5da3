import type { Position, WhatIf as Found } from '@kepu/contracts';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { Loaded } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';

const Change = ({ now, change: { code, kind, day: other, may, free } }: { now: Found['now']; change: Found['changes'][number] }) => {
  const t = useTranslate();
  const { day } = useFormat();
  // Whoever may come on a day of work may come on Saturday too: of another day, what counts is who is free then.
  const [label, before, after] = code === 'on_day' ? ['admin.signups.what_if_free', now.free, free] as const : ['admin.signups.what_if_people', now.may, may] as const;
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, justifyContent: 'space-between', py: 0.75, borderTop: 1, borderColor: 'divider' }}>
      <span>{t(`admin.signups.changes.${code}`, { kind: kind?.name ?? '', day: other ? day(other) : '' })}</span>
      <Typography component="span" sx={{ fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>{before} → {t(label, { count: after })}</Typography>
    </Box>
  );
};

/** What asking less, or another day, would bring: counted over the same people by the same rules. */
export const WhatIf = ({ position: { id } }: { position: Pick<Position, 'id'> }) => {
  const t = useTranslate();
  const query = useApi(['what-if', id], () => api.getWhatIf({ params: { id } }));
  return (
    <Box component="section" aria-label={t('admin.signups.what_if')} sx={{ border: 1, borderColor: 'divider', borderRadius: 2, p: 2, mb: 2 }}>
      <Typography component="h4" sx={{ fontWeight: 600 }}>{t('admin.signups.what_if')}</Typography>
      <Loaded query={query} rows={2}>
        {({ now, changes }) => (
          <>
            <Typography color="textSecondary">{t('admin.signups.what_if_now', { may: now.may, free: now.free })}</Typography>
            {changes.length === 0 ? <Typography sx={{ mt: 1 }}>{t('admin.signups.what_if_none')}</Typography> : (
              <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 1, p: 0 }}>{changes.map((change) => <Change key={`${change.code} ${change.kind?.id ?? change.day ?? ''}`} now={now} change={change} />)}</Box>
            )}
          </>
        )}
      </Loaded>
    </Box>
  );
};
