import type { PlanImport } from '@kepu/contracts';
import { Box, Paper, Stack, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { api } from '../providers/api.js';
import { once } from '../providers/idempotency.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { CompareButton, useInForce } from './CompareButton.js';
import { DiscardButton } from './DiscardButton.js';

/** Takes the preview in as a plan, whole or not at all, or sets it aside; where the year's plan is in force already, holds it against that one. Stays in sight. */
export const DecisionBar = ({ value, open }: { value: PlanImport; open: number }) => {
  const t = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const { summary } = value;
  const inForce = useInForce(value.paper.year);
  const [refusal, setRefusal] = useState<ReactNode>(null);
  const commit = async () => {
    const answer = await once(`commit ${value.id} ${value.version}`, (idempotencyKey) => api.commitPlanImport({ params: { id: value.id }, body: { version: value.version }, idempotencyKey }));
    notify(answer.already ? 'admin.imports.already' : 'admin.imports.committed', { type: 'success', messageArgs: { items: answer.added.items, year: answer.plan.year } });
    void navigate(`/plans/${answer.plan.id}`);
  };
  return (
    <Paper
      variant="outlined" component="section" aria-label={t('admin.imports.decision')}
      sx={{ position: 'sticky', bottom: { xs: 8, sm: 16 }, zIndex: 5, p: 1.5, display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', justifyContent: 'space-between', boxShadow: 3 }}
    >
      {refusal && <Box sx={{ flex: '1 0 100%' }}>{refusal}</Box>}
      <Typography color={open > 0 ? 'warning' : 'textSecondary'} sx={{ flex: '1 1 14rem' }}>
        {t(open > 0 ? 'admin.imports.still_open' : 'admin.imports.all_matched', { count: open })}
        {inForce && <Box component="span" sx={{ display: 'block' }}>{t('admin.revisions.compare_why', { year: inForce.year, edition: inForce.edition, next: inForce.edition + 1 })}</Box>}
      </Typography>
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
        <DiscardButton value={value} />
        {inForce && <CompareButton value={value} plan={inForce} onRefused={setRefusal} />}
        {inForce === null && (
          <ActionButton
            label="admin.imports.commit" variant="contained" title={t('admin.imports.commit_title')} submitLabel="admin.imports.commit"
            explanation={t('admin.imports.commit_explained', { units: summary.units, items: summary.items, year: value.paper.year ?? t('admin.shell.none') })} run={commit}
          />
        )}
      </Stack>
    </Paper>
  );
};
