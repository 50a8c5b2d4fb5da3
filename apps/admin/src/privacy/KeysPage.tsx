import type { KeyStates } from '@kepu/contracts';
import { Alert, Box, LinearProgress, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { PageHeader } from '../ui/PageHeader.js';
import { Loaded, Panel } from '../ui/Panels.js';
import { Mark } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';

const WATCH_MS = 3_000;
const row = { py: 1.25, borderTop: 1, borderColor: 'divider' } as const;
const plain = { listStyle: 'none', m: 0, p: 0 } as const;
/** Values that another key than the active one still seals. */
const leftIn = ({ keys }: KeyStates): number => keys.filter(({ active }) => !active).reduce((sum, { values }) => sum + values, 0);

const Progress = ({ states }: { states: KeyStates }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  const left = leftIn(states);
  const { job } = states;
  const all = states.columns.reduce((sum, { values }) => sum + values, 0);
  return (
    <Panel id="progress" title={t('admin.privacy.keys.progress')}>
      <LinearProgress variant="determinate" value={all === 0 ? 100 : ((all - left) / all) * 100} aria-label={t('admin.privacy.keys.progress')} sx={{ height: 10, borderRadius: 5, mb: 1.5 }} />
      <Typography role="status">{left === 0 ? t('admin.privacy.keys.done') : t('admin.privacy.keys.left', { count: left })}</Typography>
      {(job?.unreadable ?? 0) > 0 && <Alert severity="error" sx={{ mt: 1 }}>{t('admin.privacy.keys.unreadable', { count: job?.unreadable ?? 0 })}</Alert>}
      {job?.finishedAt && <Typography color="textSecondary">{t('admin.privacy.keys.last', { when: instant(job.finishedAt) })}</Typography>}
    </Panel>
  );
};

/** The keys by their ids, and how far the change to the active one is. Keys themselves are never shown, nor changed here: that is done where the file is. */
const KeysPage = () => {
  const t = useTranslate();
  const { instant } = useFormat();
  const query = useApi(['keys'], () => api.getKeys(), { refetchInterval: (states) => (states && leftIn(states) > 0 ? WATCH_MS : false) });
  return (
    <Box sx={{ maxWidth: 960 }}>
      <PageHeader title={t('admin.privacy.keys.title')} subtitle={t('admin.privacy.keys.subtitle')} />
      <Loaded query={query} rows={6}>
        {(states) => (
          <>
            <Progress states={states} />
            <Panel id="keys" title={t('admin.privacy.keys.present')}>
              <Box component="ul" sx={plain}>
                {states.keys.map(({ kid, active, inFile, firstUsedAt, values }) => (
                  <Box component="li" key={kid} sx={row}>
                    <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
                      <Typography component="code" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{kid}</Typography>
                      <Mark tone={active ? 'good' : values > 0 ? 'waiting' : 'quiet'}>{t(`admin.privacy.keys.${active ? 'active' : values > 0 ? 'old' : 'removed'}`)}</Mark>
                      {!inFile && <Mark tone="wrong">{t('admin.privacy.keys.not_in_file')}</Mark>}
                    </Stack>
                    <Typography color="textSecondary">{[t('admin.privacy.keys.values', { count: values }), firstUsedAt && t('admin.privacy.keys.since', { when: instant(firstUsedAt) })].filter(Boolean).join(' · ')}</Typography>
                    {!active && values === 0 && firstUsedAt === null && <Typography color="textSecondary">{t('admin.privacy.keys.none')}</Typography>}
                  </Box>
                ))}
              </Box>
            </Panel>
            <Panel id="columns" title={t('admin.privacy.keys.columns')}>
              <Box component="ul" sx={plain}>{states.columns.map(({ table, column, kid, values }) => <Box component="li" key={`${table}.${column}.${kid}`} sx={{ ...row, overflowWrap: 'anywhere' }}><code>{table}.{column}</code> · {kid} · {t('admin.privacy.keys.values', { count: values })}</Box>)}</Box>
            </Panel>
            <Panel id="how" title={t('admin.privacy.keys.how')}>{['how_add', 'how_copy', 'how_activate'].map((step) => <Typography key={step} sx={{ overflowWrap: 'anywhere' }}>{t(`admin.privacy.keys.${step}`)}</Typography>)}</Panel>
          </>
        )}
      </Loaded>
    </Box>
  );
};
export default KeysPage;
