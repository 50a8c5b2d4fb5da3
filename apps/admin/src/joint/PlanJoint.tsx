import type { JointGroup, Plan } from '@kepu/contracts';
import { Box, Button, Stack, TablePagination, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { EmptyState, Loaded, Panel } from '../ui/Panels.js';
import { useRun } from '../ui/useRun.js';
import { ByHandButton } from './ByHandButton.js';
import { Clause, Clauses } from './Clause.js';
import { GroupCard } from './GroupCard.js';
import { SuggestionCard } from './SuggestionCard.js';
import { useJointGroups, useJointSuggestions } from './useJoint.js';

const perPage = 10;

const Suggestions = ({ plan }: { plan: Plan }) => {
  const t = useTranslate();
  const query = useJointSuggestions(plan.id);
  const [page, setPage] = useState(0);
  return (
    <Panel id="joint-suggestions" title={t('admin.joint.suggestions')}>
      <Typography color="textSecondary">{t('admin.joint.suggestions_why')}</Typography>
      <Loaded query={query}>
        {({ data }) => {
          const at = Math.min(page, Math.max(0, Math.ceil(data.length / perPage) - 1));
          return data.length === 0 ? <EmptyState title="admin.joint.no_suggestions" hint="admin.joint.no_suggestions_hint" /> : (
            <>
              {data.slice(at * perPage, (at + 1) * perPage).map((suggestion) => <SuggestionCard key={suggestion.clauses.map(({ itemId, clause }) => `${itemId} ${clause}`).join('\n')} planId={plan.id} suggestion={suggestion} />)}
              {data.length > perPage && <TablePagination component="div" count={data.length} page={at} rowsPerPage={perPage} rowsPerPageOptions={[perPage]} onPageChange={(_, next) => setPage(next)} labelDisplayedRows={({ from, to, count }) => t('ra.navigation.page_range_info', { offsetBegin: from, offsetEnd: to, total: count })} getItemAriaLabel={(kind) => t(`ra.navigation.${kind}`)} />}
            </>
          );
        }}
      </Loaded>
    </Panel>
  );
};

const Dismissed = ({ group }: { group: JointGroup }) => {
  const t = useTranslate();
  const { run, pending } = useRun();
  return (
    <Box component="article" aria-label={group.name} sx={{ py: 1.5, '& + &': { borderTop: 2, borderColor: 'divider' } }}>
      <Clauses label={t('admin.joint.parts')}>{group.parts.map((part) => <Clause key={`${part.itemId} ${part.clause}`} clause={part} />)}</Clauses>
      <Button disabled={pending} onClick={() => void run(() => api.dissolveJointGroup({ params: { id: group.id }, body: { version: group.version } }), { success: 'admin.joint.restored' })}>{t('admin.joint.restore')}</Button>
    </Box>
  );
};

const SetAside = ({ plan }: { plan: Plan }) => {
  const t = useTranslate();
  const [open, setOpen] = useState(false);
  const groups = useJointGroups(plan.id, { state: 'dismissed' }).data?.data ?? [];
  if (groups.length === 0) return null;
  return (
    <Panel id="joint-dismissed" title={t('admin.joint.set_aside', { count: groups.length })} action={<Button aria-expanded={open} onClick={() => setOpen(!open)}>{t(open ? 'admin.joint.hide' : 'admin.joint.show')}</Button>}>
      {open && groups.map((group) => <Dismissed key={group.id} group={group} />)}
    </Panel>
  );
};

/** What several units of a plan do together: confirmed tasks for everybody who shares one, and what the office has still to decide. */
const PlanJoint = ({ plan }: { plan: Plan }) => {
  const t = useTranslate();
  const may = useMay();
  const query = useJointGroups(plan.id);
  const editable = may('plan:write') && plan.state !== 'closed';
  return (
    <>
      <Panel id="joint-groups" title={t('admin.joint.title')} action={editable && <ByHandButton plan={plan} />}>
        <Typography color="textSecondary">{t('admin.joint.why')}</Typography>
        <Loaded query={query}>
          {({ data }) => (data.length === 0 ? <EmptyState title="admin.joint.none" hint={editable ? 'admin.joint.none_hint' : 'admin.joint.none_for_unit'} /> : (
            <Stack>{data.map((group) => <GroupCard key={group.id} group={group} editable={editable} />)}</Stack>
          ))}
        </Loaded>
      </Panel>
      {editable && <Suggestions plan={plan} />}
      {editable && <SetAside plan={plan} />}
    </>
  );
};
export default PlanJoint;
