import type { Level, Plan } from '@kepu/contracts';
import { lightOrder } from '@kepu/domain';
import Download from '@mui/icons-material/DownloadOutlined';
import { Box, Button, Link as MuiLink, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { EmptyState, Loaded, Panel } from '../ui/Panels.js';
import { Mark, StateChip } from '../ui/StateChip.js';
import { saveFile } from '../ui/download.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { useRun } from '../ui/useRun.js';
import { HandDown } from './HandDown.js';
import { HandedPanel } from './HandedPanel.js';

const LevelCard = ({ level }: { level: Level }) => {
  const t = useTranslate();
  const { day } = useFormat();
  const { division, plan, handed, signOff, measures, lights } = level;
  return (
    <Box component="li" sx={{ py: 1.5, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Typography component="h3" sx={{ fontWeight: 600, minWidth: '5em' }}>{division.name}</Typography>
        {plan ? <><MuiLink component={Link} to={`/plans/${plan.id}`} sx={{ display: 'inline-flex', alignItems: 'center', minHeight: 44, overflowWrap: 'anywhere' }}>{plan.title}</MuiLink><StateChip of="planStates" state={plan.state} /></> : <Mark tone="waiting">{t('admin.levels.no_plan')}</Mark>}
        {handed.open > 0 && <Mark tone="waiting">{t('admin.levels.open', { count: handed.open })}</Mark>}
      </Box>
      <Typography color="textSecondary">{[
        ...(handed.total > 0 ? [t('admin.levels.handed', handed)] : []), ...(plan ? [t('admin.levels.items', { count: level.items, linked: level.linked }), t('admin.levels.signed', signOff), t('admin.levels.measures', measures), level.reportedAt ? t('admin.levels.reported', { day: day(level.reportedAt.slice(0, 10)) }) : t('admin.levels.not_reported')] : []),
        ...lightOrder.filter((light) => lights[light] > 0).map((light) => `${t(`terms.lights.${light}`)} ${lights[light]}`),
      ].join(' · ')}</Typography>
    </Box>
  );
};

/** The divisions below: whether each has its plan, and how far it is; and what was handed down to them. */
const PlanLevels = ({ plan }: { plan: Plan }) => {
  const t = useTranslate();
  const may = useMay();
  const { run, pending } = useRun();
  const query = useApi(['levels', plan.id], () => api.listLevels({ params: { id: plan.id } }));
  const levels = query.data?.data ?? [];
  const actions = levels.length > 0 && (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {may('plan:export') && <Button variant="outlined" startIcon={<Download />} disabled={pending} onClick={() => void run(async () => saveFile(await api.exportLevels({ params: { id: plan.id } }), `${plan.title}.xlsx`))}>{t('admin.levels.export')}</Button>}
      {may('plan:write') && plan.state === 'issued' && <HandDown plan={plan} levels={levels} />}
    </Box>
  );
  return (
    <>
      <Panel id="levels" title={t('admin.levels.title')} action={actions || undefined}>
        <Loaded query={query} rows={6}>
          {({ data }) => (data.length === 0 ? <EmptyState title="admin.levels.empty" hint="admin.levels.empty_hint" /> : (
            <>
              <Typography color="textSecondary">{t('admin.levels.why')}</Typography>
              <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>{data.map((level) => <LevelCard key={level.division.id} level={level} />)}</Box>
            </>
          ))}
        </Loaded>
      </Panel>
      {levels.length > 0 && <HandedPanel plan={plan} />}
    </>
  );
};
export default PlanLevels;
