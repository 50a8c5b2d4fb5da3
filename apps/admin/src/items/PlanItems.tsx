import type { Item, Plan } from '@kepu/contracts';
import Download from '@mui/icons-material/DownloadOutlined';
import { Box, Button, Typography } from '@mui/material';
import { ListBase, Pagination, SelectInput, useListContext, useTranslate, type RaRecord } from 'react-admin';
import { AddItem } from '../levels/AddItem.js';
import { Measured } from '../measures/Measured.js';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { FilterCard } from '../ui/FilterCard.js';
import { EmptyState } from '../ui/Panels.js';
import { RecordTable, type Column } from '../ui/RecordTable.js';
import { StateChip } from '../ui/StateChip.js';
import { saveFile } from '../ui/download.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { useRun } from '../ui/useRun.js';
import { words } from '../ui/words.js';
import { TargetChips } from './TargetChips.js';

const ExportButton = ({ plan }: { plan: Plan }) => {
  const t = useTranslate();
  const { filterValues, sort, total } = useListContext();
  const { run, pending } = useRun();
  const save = () => run(async () => {
    const filter = Object.fromEntries(Object.entries(filterValues as Record<string, unknown>).filter(([key, value]) => key !== 'planId' && value !== '' && value !== null && value !== undefined));
    const order = sort && ['seq', 'unit', 'programme'].includes(sort.field) ? { sort: `${sort.order === 'DESC' ? '-' : ''}${sort.field}` as 'seq' } : {};
    await saveFile(await api.exportItems({ params: { id: plan.id }, query: { ...filter, ...order } }), `${plan.title}.xlsx`);
  });
  return <Button variant="outlined" startIcon={<Download />} disabled={pending || !total} onClick={() => void save()}>{t('admin.items.export', { count: total ?? 0 })}</Button>;
};

const Table = ({ plan }: { plan: Plan }) => {
  const t = useTranslate();
  const { list } = useFormat();
  const columns: readonly Column<Item & RaRecord>[] = [
    { label: 'admin.items.seq', sort: 'seq', value: ({ seq }) => seq, wideOnly: true, width: 76 },
    {
      label: 'admin.items.text', title: true, value: ({ text, targets, due }) => (
        <Box component="span">
          <Box component="span" sx={{ display: '-webkit-box', WebkitLineClamp: 3, WebkitBoxOrient: 'vertical', overflow: 'hidden' }}>{text}</Box>
          <TargetChips targets={targets} due={due} />
        </Box>
      ),
    },
    { label: 'admin.items.units', sort: 'unit', value: ({ units }) => list(units.map(({ printed }) => printed)), width: '18%' },
    { label: 'admin.items.programme', sort: 'programme', value: ({ programme }) => programme.name, width: '20%' },
    ...(plan.state === 'draft' ? [] : [{
      label: 'admin.plans.signed', width: 130, value: ({ assignments: all, standing }: Item) => {
        if (standing === 'withdrawn') return <StateChip of="assignmentStates" state="withdrawn" />;
        const assignments = all.filter(({ state }) => state !== 'withdrawn');
        const open = assignments.filter(({ state }) => state !== 'signed');
        const asked = open.find(({ state }) => state === 'asked');
        const state = asked ? 'asked' : open.length > 0 ? 'pending' : 'signed';
        return assignments.length === 0 ? t('admin.shell.none') : <><StateChip of="assignmentStates" state={state} />{open.length > 0 && assignments.length > 1 && <Typography component="div" color="textSecondary">{assignments.length - open.length}/{assignments.length}</Typography>}</>;
      },
    }, { label: 'admin.measures.title', width: 130, value: ({ measures }: Item) => (measures.total > 0 ? <Measured measures={measures} /> : t('admin.shell.none')) }]),
  ];
  return <RecordTable<Item & RaRecord> long caption="admin.plans.tab_items" columns={columns} link={({ id }) => `/items/${id}`} empty={<EmptyState title="admin.items.empty" hint="admin.items.empty_hint" />} />;
};

/** The plan's items: found by text, unit, programme, pinyin or initials; whole export of what was found. */
const PlanItems = ({ plan }: { plan: Plan }) => {
  const may = useMay();
  const matrix = useApi(['matrix', plan.id], () => api.getMatrix({ params: { id: plan.id } })).data;
  // The choices are the plan's own: units and programmes as this paper prints them.
  const filters = [
    <SelectInput key="unitId" source="unitId" label="admin.items.unit" alwaysOn choices={matrix?.units.map(({ id, printed }) => ({ id, name: printed })) ?? []} translateChoice={false} />,
    <SelectInput key="programmeId" source="programmeId" label="admin.items.programme" alwaysOn choices={matrix?.programmes.map(({ id, name }) => ({ id, name })) ?? []} translateChoice={false} />,
    ...(plan.state === 'draft' ? [] : [<SelectInput key="state" source="state" label="admin.plans.signed" alwaysOn choices={words.assignmentStates} />]),
    <SelectInput key="hasTarget" source="hasTarget" label="admin.items.has_target" alwaysOn choices={[{ id: 'true', name: 'admin.items.with_target' }, { id: 'false', name: 'admin.items.without_target' }]} />,
    ...(plan.edition > 1 ? [<SelectInput key="withdrawn" source="withdrawn" label="admin.revisions.standing" alwaysOn choices={[{ id: 'true', name: 'admin.revisions.see_withdrawn' }]} />] : []),
  ];
  return (
    <ListBase resource="items" filter={{ planId: plan.id }} sort={{ field: 'seq', order: 'ASC' }} perPage={25} storeKey={false}>
      <FilterCard filters={filters} search="admin.items.search"><>{plan.state === 'draft' && plan.importId === null && may('plan:write') && <AddItem plan={plan} />}{may('plan:export') && <ExportButton plan={plan} />}</></FilterCard>
      <Table plan={plan} />
      <Pagination />
    </ListBase>
  );
};
export default PlanItems;
