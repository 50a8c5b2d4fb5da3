import type { PlanRevision } from '@kepu/contracts';
import { planRevisionLifecycle } from '@kepu/domain';
import { Button, Paper, Stack, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { useFormat } from '../ui/format.js';
import { useOpenActions } from '../ui/useOpenActions.js';
import { missingOf } from './revisionLines.js';
import { isStale } from '../providers/problem.js';

/** Makes the new paper the plan, or takes the comparison back. Stays in sight, with what is still in the way. */
export const RevisionBar = ({ revision, onUndecided }: { revision: PlanRevision; onUndecided: () => void }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { list } = useFormat();
  const open = useOpenActions(planRevisionLifecycle, revision.state);
  const { id, version, edition, counts } = revision;
  const missing = missingOf(revision);
  const waits = [
    ...(counts.undecided > 0 ? [t('admin.revisions.wait_undecided', { count: counts.undecided })] : []),
    ...(missing.length > 0 ? [t('admin.revisions.wait_missing', { fields: list(missing.map((field) => t(`terms.paperFields.${field}`))) })] : []),
  ];
  const said = t(counts.signing > 0 ? 'admin.revisions.ready' : 'admin.revisions.ready_none', { units: counts.units, signing: counts.signing });
  if (!open.includes('issue') && !open.includes('withdraw')) return null;
  const issue = async () => {
    try {
      await api.issuePlanRevision({ params: { id }, body: { version } });
    } catch (error) {
      // Somebody signed, or decided, at this moment: the counts are told anew behind the dialog, and the next press holds for them.
      if (isStale(error)) await client.invalidateQueries({ queryKey: ['kepu', 'plan-revision', id] });
      throw error;
    }
  };
  return (
    <Paper
      variant="outlined" component="section" aria-label={t('admin.revisions.bar')}
      sx={{ position: 'sticky', bottom: { xs: 8, sm: 16 }, zIndex: 5, p: 1.5, display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', justifyContent: 'space-between', boxShadow: 3 }}
    >
      <Stack direction="row" role="status" sx={{ flex: '1 1 14rem', flexWrap: 'wrap', alignItems: 'center', gap: 0.5 }}>
        <Typography component="span" color={waits.length > 0 ? 'warning' : 'textSecondary'}>
          {waits.length > 0 ? waits.join(' ') : said}
        </Typography>
        {counts.undecided > 0 && <Button onClick={onUndecided}>{t('admin.revisions.go_undecided')}</Button>}
      </Stack>
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
        {open.includes('withdraw') && (
          <ActionButton
            label="admin.revisions.take_back" variant="text" danger title={t('admin.revisions.take_back_title')} explanation={t('admin.revisions.take_back_explained')} submitLabel="admin.revisions.take_back" success="admin.revisions.taken_back"
            run={async () => {
              const preview = await api.withdrawPlanRevision({ params: { id }, body: { version } });
              void navigate(`/plan-imports/${preview.id}`);
            }}
          />
        )}
        {open.includes('issue') && (
          <ActionButton
            label="admin.revisions.issue" variant="contained" disabled={waits.length > 0} title={t('admin.revisions.issue_title', { edition })} submitLabel="admin.revisions.issue" success="admin.revisions.issued" successArgs={{ edition }}
            explanation={<>{said}{counts.withdrawn > 0 && t('admin.revisions.issue_withdraws', { count: counts.withdrawn })}{t('admin.revisions.issue_final')}</>} run={issue}
          />
        )}
      </Stack>
    </Paper>
  );
};
