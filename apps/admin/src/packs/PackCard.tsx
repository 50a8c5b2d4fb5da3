import { urlOf } from '@kepu/api-client/slim';
import type { Pack } from '@kepu/contracts';
import { packLifecycle } from '@kepu/domain';
import Download from '@mui/icons-material/DownloadOutlined';
import { Alert, Box, Button, Card, LinearProgress, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useMay } from '../providers/session.js';
import { useOpenActions } from '../ui/useOpenActions.js';
import { useRun } from '../ui/useRun.js';

/** Where the file is: the browser fetches it by itself, for it may be larger than a page can hold. */
const addressOf = (id: string): string => urlOf({ path: '/packs/:id/file' }, { params: { id } });

/** How far it is, as a bar and in words. */
const Making = ({ pack: { progress, state } }: { pack: Pack }) => {
  const t = useTranslate();
  const words = progress.step === null || state === 'waiting' ? t('admin.packs.waits') : t('admin.packs.progress', { step: t(`terms.packSteps.${progress.step}`), done: progress.done, total: progress.total });
  return (
    <Box role="status" sx={{ mt: 1 }}>
      <LinearProgress {...(progress.total > 0 ? { variant: 'determinate', value: Math.round((progress.done / progress.total) * 100) } : {})} aria-label={words} sx={{ height: 10, borderRadius: 5, mb: 0.5 }} />
      <Typography color="textSecondary">{words}</Typography>
    </Box>
  );
};

/** One order, with what came of it. */
export const PackCard = ({ pack }: { pack: Pack }) => {
  const t = useTranslate();
  const { day, instant, bytes } = useFormat();
  const { run, pending } = useRun();
  const may = useMay();
  const open = useOpenActions(packLifecycle, pack.state);
  // Another one's order is stopped or thrown away by the office alone.
  const allowed = pack.ordered.own || may('plan:write') ? open : [];
  const params = { id: pack.id };
  const { unit, programme, from, to, leftOut, size, files } = pack;
  const narrowed = [unit?.name, programme?.name, from || to ? t('admin.packs.days', { from: from ?? t('admin.packs.first'), to: to ?? t('admin.packs.last') }) : null].filter(Boolean);
  const again = { ...(unit ? { unitId: unit.id } : {}), ...(programme ? { programmeId: programme.id } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}) };
  return (
    <Card component="li" sx={{ p: 2 }}>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Typography component="h3" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{narrowed.length > 0 ? narrowed.join(' · ') : t('admin.packs.whole')}</Typography>
        <StateChip of="packStates" state={pack.state} />
      </Stack>
      <Typography color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>{[pack.number, pack.plan.title, t('admin.packs.by', { name: pack.ordered.by, at: instant(pack.ordered.at) })].join(' · ')}</Typography>
      {size !== null && files !== null && <Typography>{[t('admin.packs.made_of', { files, size: bytes(size) }), ...(pack.keptUntil ? [t('admin.packs.kept', { day: day(pack.keptUntil) })] : [])].join(' · ')}</Typography>}
      {leftOut && leftOut.personal > 0 && <Typography color="textSecondary">{t('admin.packs.left_personal', { count: leftOut.personal })}</Typography>}
      {leftOut && leftOut.photos > 0 && <Typography color="warning">{t('admin.packs.left_photos', { count: leftOut.photos })}</Typography>}
      {(pack.state === 'waiting' || pack.state === 'making') && <Making pack={pack} />}
      {pack.failure && <Alert severity="error" sx={{ mt: 1 }}>{t(`terms.packFailures.${pack.failure}`)}</Alert>}
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mt: 1.5 }}>
        {pack.state === 'ready' && <Button variant="contained" startIcon={<Download />} component="a" href={addressOf(pack.id)} download={pack.name}>{t('admin.packs.download')}</Button>}
        {allowed.includes('cancel') && <Button variant="outlined" disabled={pending} onClick={() => void run(() => api.cancelPack({ params, body: { version: pack.version } }), { success: 'admin.packs.cancelled' })}>{t('admin.packs.cancel')}</Button>}
        {pack.state !== 'waiting' && pack.state !== 'making' && <Button variant="outlined" disabled={pending} onClick={() => void run(() => api.orderPack({ params: { id: pack.plan.id }, body: again }), { success: 'admin.packs.ordered' })}>{t('admin.packs.again')}</Button>}
        {allowed.includes('delete') && <ActionButton label="admin.packs.delete" variant="text" danger title={t('admin.packs.delete_title', { number: pack.number })} explanation={t('admin.packs.delete_hint')} submitLabel="admin.packs.delete" success="admin.packs.deleted" run={() => api.deletePack({ params })} />}
      </Stack>
    </Card>
  );
};
