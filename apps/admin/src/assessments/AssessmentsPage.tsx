import { assessmentStates, type Assessment } from '@kepu/contracts';
import { Box, Card, Link as MuiLink, MenuItem, Stack, TablePagination, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { SelectInput, useTranslate } from 'react-admin';
import { Link, useNavigate, useSearchParams } from 'react-router-dom';
import { isOwn } from '../plans/usePlan.js';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { DayInput, LineInput } from '../ui/inputs.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState, Loaded } from '../ui/Panels.js';
import { Mark, StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { useSettled } from '../ui/useSettled.js';
import { SwitchButton, SwitchedOff } from './SwitchPanel.js';
import { useAssessmentSwitch } from './useAssessmentSwitch.js';

const perPage = 20;

const AssessmentCard = ({ assessment }: { assessment: Assessment }) => {
  const t = useTranslate();
  const { day } = useFormat();
  const { id, title, state, counts, own, dueOn, plan } = assessment;
  const [only] = own;
  const mine = own.length === 1 && only ? only : null;
  return (
    <Card component="li" sx={{ p: 2 }}>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <MuiLink component={Link} to={mine ? `/assessment-sheets/${mine.id}` : `/assessments/${id}`} sx={{ fontWeight: 600, minHeight: 44, display: 'inline-flex', alignItems: 'center', overflowWrap: 'anywhere' }}>{title}</MuiLink>
        {mine && state === 'open' ? <StateChip of="assessmentSheetStates" state={mine.state} /> : <StateChip of="assessmentStates" state={state} />}
        {state === 'open' && own.some(({ overdue }) => overdue) && <Mark tone="wrong">{t('admin.assessments.overdue')}</Mark>}
        {own.length === 0 && counts.appeals > 0 && <Mark tone="waiting">{t('admin.assessments.appeals_n', { count: counts.appeals })}</Mark>}
      </Stack>
      <Typography color="textSecondary">{[plan.title, t('admin.assessments.due', { day: day(dueOn) }), ...(state === 'draft' ? [] : mine ? [mine.unit.name] : [t('admin.assessments.counts', counts)])].join(' · ')}</Typography>
    </Card>
  );
};

const CreateButton = () => {
  const t = useTranslate();
  const navigate = useNavigate();
  const plans = useApi(['plans-for-assessment'], () => api.listPlans({ query: { perPage: 200 } })).data?.data.filter((plan) => isOwn(plan) && plan.state === 'issued') ?? [];
  const earlier = useApi(['assessments-to-copy'], () => api.listAssessments({ query: { perPage: 50 } })).data?.data ?? [];
  const [first] = plans;
  if (!first) return null;
  return (
    <ActionButton
      label="admin.assessments.create" variant="contained" title={t('admin.assessments.create_title')} submitLabel="admin.assessments.create_save" success="admin.assessments.created" defaults={{ planId: first.id, title: t('admin.assessments.default_title', { year: first.year }), dueOn: '', fromId: '' }}
      run={async ({ planId, title, dueOn, fromId }) => { const made = await api.createAssessment({ body: { planId: String(planId), title: String(title ?? ''), dueOn: String(dueOn ?? ''), fromId: fromId ? String(fromId) : null } }); void navigate(`/assessments/${made.id}`); }}
    >
      <SelectInput source="planId" label="admin.assessments.field_plan" choices={plans.map(({ id, title }) => ({ id, name: title }))} translateChoice={false} helperText={false} />
      <LineInput source="title" label="admin.assessments.field_title" isRequired />
      <DayInput source="dueOn" label="admin.assessments.field_due" helperText="admin.assessments.due_hint" isRequired />
      <SelectInput source="fromId" label="admin.assessments.field_from" choices={earlier.map(({ id, title }) => ({ id, name: title }))} emptyText="admin.assessments.from_default" translateChoice={false} helperText={false} />
    </ActionButton>
  );
};

const Found = () => {
  const t = useTranslate();
  const office = useMay()('assessment:write');
  const [search, setSearch] = useSearchParams();
  const [q, setQ] = useState('');
  const asked = useSettled(q);
  const [page, setPage] = useState(0);
  const state = assessmentStates.find((one) => one === search.get('show'));
  const filter = { ...(state ? { state } : {}), ...(asked ? { q: asked } : {}) };
  const query = useApi(['assessments', filter, page], () => api.listAssessments({ query: { ...filter, page: page + 1, perPage } }));
  return (
    <>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1.5, mb: 1.5 }}>
        <TextField size="small" label={t('admin.assessments.find')} value={q} onChange={(event) => { setQ(event.target.value); setPage(0); }} sx={{ flex: '2 1 14rem' }} />
        <TextField select size="small" label={t('admin.assessments.state')} value={state ?? ''} onChange={(event) => { setSearch(event.target.value ? { show: event.target.value } : {}, { replace: true }); setPage(0); }} sx={{ flex: '1 1 9rem' }} slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}>
          <MenuItem value="">{t('admin.assessments.all')}</MenuItem>
          {assessmentStates.filter((one) => office || one !== 'draft').map((one) => <MenuItem key={one} value={one}>{t(`terms.assessmentStates.${one}`)}</MenuItem>)}
        </TextField>
      </Stack>
      <Loaded query={query} rows={5}>
        {({ data, total }) => (data.length === 0 ? <EmptyState title={office ? 'admin.assessments.none' : 'admin.assessments.none_unit'} hint={office ? 'admin.assessments.none_hint' : 'admin.assessments.none_unit_hint'} /> : (
          <Box>
            <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 1.5 }}>{data.map((assessment) => <AssessmentCard key={assessment.id} assessment={assessment} />)}</Stack>
            {total > perPage && <TablePagination component="div" count={total} page={page} rowsPerPage={perPage} rowsPerPageOptions={[perPage]} onPageChange={(_, next) => setPage(next)} labelDisplayedRows={({ from, to, count }) => t('ra.navigation.page_range_info', { offsetBegin: from, offsetEnd: to, total: count })} getItemAriaLabel={(name) => t(`ra.navigation.${name}`)} />}
          </Box>
        ))}
      </Loaded>
    </>
  );
};

/** Assessments: those that the office has begun, or those in which the own units have a sheet. While they are off, who can switch them on. */
const AssessmentsPage = () => {
  const t = useTranslate();
  const office = useMay()('assessment:write');
  const query = useAssessmentSwitch();
  const state = query.data;
  return (
    <>
      <PageHeader title={t('admin.assessments.title')} subtitle={t(office ? 'admin.assessments.subtitle' : 'admin.assessments.subtitle_unit')} actions={state?.enabled && <>{office && <CreateButton />}{state.maySwitch && <SwitchButton state={state} />}</>} />
      <Loaded query={query} rows={2}>{(loaded) => (loaded.enabled ? <Found /> : <SwitchedOff state={loaded} />)}</Loaded>
    </>
  );
};
export default AssessmentsPage;
