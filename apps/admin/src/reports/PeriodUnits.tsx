import type { ReportPeriod, UnitReportRow } from '@kepu/contracts';
import { can, unitReportLifecycle } from '@kepu/domain';
import { Box, Button, Card, Checkbox, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { EmptyState, Loaded } from '../ui/Panels.js';
import { Mark, StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useRun } from '../ui/useRun.js';
import { usePeriodUnits } from './useReports.js';

const statuses = ['asking', 'submitted', 'returned', 'checking', 'draft', 'not_begun', 'accepted', 'locked'] as const;
const countNames = { not_begun: 'notBegun', draft: 'draft', checking: 'checking', submitted: 'submitted', returned: 'returned', accepted: 'accepted', locked: 'locked', asking: 'asking' } as const;
const sorts = ['unit', 'status', '-submittedAt'] as const;
const acceptable = ({ status }: UnitReportRow): boolean => status !== 'not_begun' && can(unitReportLifecycle, status, 'accept');

/** Whether a unit was late, or is. */
export const LateMarks = ({ late, overdue }: { late: boolean; overdue: boolean }) => {
  const t = useTranslate();
  return <>{late && <Mark tone="wrong">{t('admin.reports.late')}</Mark>}{overdue && <Mark tone="wrong">{t('admin.reports.overdue')}</Mark>}</>;
};

const UnitCard = ({ row, period, chosen, onChoose }: { row: UnitReportRow; period: ReportPeriod; chosen: boolean; onChoose?: (() => void) | undefined }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const { instant, day } = useFormat();
  const { run, pending } = useRun();
  const writes = row.writes && (row.status === 'not_begun' || can(unitReportLifecycle, row.status, 'save') || can(unitReportLifecycle, row.status, 'revise'));
  const go = async (): Promise<void> => {
    if (row.reportId) return void navigate(`/unit-reports/${row.reportId}`);
    const begun = await run(() => api.beginUnitReport({ params: { id: period.id }, body: { unitId: row.unit.id } }));
    if (begun) void navigate(`/unit-reports/${begun.id}`);
  };
  const canGo = row.reportId !== null || (writes && period.begun && period.state === 'open');
  return (
    <Card component="li" sx={{ p: 1.5, display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      {onChoose && <Checkbox checked={chosen} disabled={!acceptable(row)} onChange={onChoose} slotProps={{ input: { 'aria-label': t('admin.reports.choose', { unit: row.unit.name }) } }} sx={{ width: 44, height: 44 }} />}
      <Box sx={{ flex: '1 1 14rem', minWidth: 0 }}>
        <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          <Typography component="span" sx={{ fontWeight: 600 }}>{row.unit.name}</Typography>
          <StateChip of="unitReportStatuses" state={row.status} />
          <LateMarks late={row.late} overdue={row.overdue} />
        </Stack>
        <Typography color="textSecondary">{[
          t('admin.reports.written', { written: row.written, items: row.items }), ...(row.nothingNew > 0 ? [t('admin.reports.nothing_n', { count: row.nothingNew })] : []), ...(row.submittedAt ? [t('admin.reports.submitted_on', { when: instant(row.submittedAt) })] : []),
          ...(row.resubmitBy ? [t('admin.reports.resubmit', { day: day(row.resubmitBy) })] : []),
        ].join(' · ')}</Typography>
        {row.correction && <Typography>{row.correction}</Typography>}
      </Box>
      {canGo && <Button variant={writes ? 'contained' : 'outlined'} disabled={pending} onClick={() => void go()} aria-label={`${t(writes ? (row.reportId ? 'admin.reports.go_on' : 'admin.reports.begin') : 'admin.reports.read')} ${row.unit.name}`}>{t(writes ? (row.reportId ? 'admin.reports.go_on' : 'admin.reports.begin') : 'admin.reports.read')}</Button>}
    </Card>
  );
};

/** Units of a period: found, sorted, filtered by how they stand; the office accepts several at once. */
export const PeriodUnits = ({ period }: { period: ReportPeriod }) => {
  const t = useTranslate();
  const may = useMay();
  const decides = may('report:decide');
  const [status, setStatus] = useState('');
  const [q, setQ] = useState('');
  const [sort, setSort] = useState<(typeof sorts)[number]>(decides ? 'status' : 'unit');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const { counts } = period;
  const query = usePeriodUnits(period.id, { sort, ...(status ? { status: status as UnitReportRow['status'] } : {}), ...(q ? { q } : {}) });
  const many = counts.units > 1;
  return (
    <Box component="section" aria-label={t('admin.reports.list')}>
      {many && (
        <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1.5, mb: 1.5, alignItems: 'center' }}>
          <TextField size="small" label={t('admin.reports.find')} value={q} onChange={(event) => setQ(event.target.value)} sx={{ flex: '1 1 12rem' }} />
          <TextField select size="small" label={t('admin.reports.show')} value={status} onChange={(event) => setStatus(event.target.value)} sx={{ flex: '1 1 9rem' }} slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}>
            <MenuItem value="">{t('admin.reports.all', { count: counts.units })}</MenuItem>
            {statuses.filter((one) => counts[countNames[one]] > 0).map((one) => <MenuItem key={one} value={one}>{`${t(`terms.unitReportStatuses.${one}`)} ${counts[countNames[one]]}`}</MenuItem>)}
          </TextField>
          <TextField select size="small" label={t('admin.reports.sort')} value={sort} onChange={(event) => setSort(event.target.value as (typeof sorts)[number])} sx={{ flex: '1 1 9rem' }}>
            {sorts.map((one) => <MenuItem key={one} value={one}>{t(`admin.reports.sort_${one.replace('-', '')}`)}</MenuItem>)}
          </TextField>
        </Stack>
      )}
      <Loaded query={query} rows={6}>
        {({ data }) => {
          const reports = data.filter((row) => chosen.includes(row.unit.id) && acceptable(row)).map((row) => ({ id: row.reportId ?? '', version: row.version ?? 1 }));
          const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
          const all = data.filter(acceptable).map((row) => row.unit.id);
          return (
            <>
              {decides && all.length > 0 && (
                <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mb: 1, alignItems: 'center' }}>
                  <Checkbox checked={all.every((id) => chosen.includes(id))} indeterminate={reports.length > 0 && reports.length < all.length} onChange={() => setChosen(reports.length > 0 ? [] : all)} slotProps={{ input: { 'aria-label': t('admin.sign_offs.select_all') } }} sx={{ width: 44, height: 44, ml: 1.5 }} />
                  <ActionButton
                    label={t('admin.reports.accept_chosen', { count: reports.length })} variant={reports.length > 0 ? 'contained' : 'outlined'} disabled={reports.length === 0} title={t('admin.reports.accept_title', { count: reports.length })} submitLabel="admin.reports.accept_one" success="admin.reports.accepted"
                    run={async () => { await api.acceptUnitReports({ params: { id: period.id }, body: { reports } }); setChosen([]); }}
                  />
                </Stack>
              )}
              {data.length === 0 ? <EmptyState title="admin.reports.nobody" hint="admin.reports.nobody_hint" /> : (
                <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 1 }}>
                  {data.map((row) => <UnitCard key={row.unit.id} row={row} period={period} chosen={chosen.includes(row.unit.id)} onChoose={decides && all.length > 0 ? () => toggle(row.unit.id) : undefined} />)}
                </Stack>
              )}
            </>
          );
        }}
      </Loaded>
    </Box>
  );
};
