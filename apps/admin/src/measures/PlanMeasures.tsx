import type { Measure, Plan } from '@kepu/contracts';
import Event from '@mui/icons-material/EventOutlined';
import { Box, Typography } from '@mui/material';
import { ListBase, Pagination, SelectInput, useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { FilterCard } from '../ui/FilterCard.js';
import { EmptyState } from '../ui/Panels.js';
import { RecordTable, type Column } from '../ui/RecordTable.js';
import { Mark, StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { words } from '../ui/words.js';
import { MeasureBar } from './MeasureBar.js';
import { MeasureOverlaps, useOverlaps } from './MeasureOverlaps.js';
import { MeasureSuggestions } from './MeasureSuggestions.js';
import { MeasureSheetTools } from './MeasureSheetTools.js';

/** All measures of a plan with how far each is: the ledger of measures. */
const PlanMeasures = ({ plan }: { plan: Plan }) => {
  const t = useTranslate();
  const may = useMay();
  const { day, list } = useFormat();
  const matrix = useApi(['matrix', plan.id], () => api.getMatrix({ params: { id: plan.id } })).data;
  const doubted = new Set(useOverlaps(plan, may('measure:write'))?.data.flatMap(({ measures, said }) => (said?.stands ? [] : measures.map(({ id }) => id))));
  const filters = [
    <SelectInput key="state" source="state" label="admin.shell.state" alwaysOn choices={words.measureStates} />,
    <SelectInput key="unitId" source="unitId" label="admin.items.unit" alwaysOn choices={matrix?.units.map(({ id, printed }) => ({ id, name: printed })) ?? []} translateChoice={false} />,
    <SelectInput key="programmeId" source="programmeId" label="admin.items.programme" alwaysOn choices={matrix?.programmes.map(({ id, name }) => ({ id, name })) ?? []} translateChoice={false} />,
    <SelectInput key="kind" source="kind" label="admin.measures.kind" alwaysOn choices={words.measureKinds} />,
  ];
  const columns: readonly Column<Measure>[] = [
    { label: 'admin.items.seq', sort: 'seq', width: 76, wideOnly: true, value: ({ item }) => item.seq },
    {
      label: 'admin.measures.one', title: true, value: ({ id, name, item }) => (
        <Box component="span">{name}<Typography component="span" color="textSecondary" sx={{ fontWeight: 400, display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical', overflow: 'hidden' }}>{t('admin.items.no', { seq: item.seq })} · {item.text}</Typography>{doubted.has(id) && <Mark tone="waiting">{t('admin.sheets.overlap_one')}</Mark>}</Box>
      ),
    },
    { label: 'admin.items.units', width: '16%', value: ({ item }) => list(item.units.map(({ name }) => name)) },
    { label: 'admin.measures.progress', sort: 'permille', width: '24%', value: (measure) => <Box sx={{ minWidth: 150 }}><MeasureBar measure={measure} dense /></Box> },
    { label: 'admin.shell.state', nowrap: true, value: ({ progress }) => <StateChip of="measureStates" state={progress.state} /> },
    { label: 'admin.items.due', sort: 'dueOn', nowrap: true, value: ({ dueOn, progress }) => (dueOn ? <Mark tone={progress.state === 'overdue' ? 'wrong' : 'quiet'} {...(progress.state === 'overdue' ? {} : { icon: <Event /> })}>{day(dueOn)}</Mark> : t('admin.shell.none')) },
  ];
  return (
    <ListBase resource="measures" filter={{ planId: plan.id }} sort={{ field: 'seq', order: 'ASC' }} perPage={50} storeKey={false}>
      {may('measure:write') && plan.state !== 'closed' && <><MeasureSuggestions plan={plan} /><MeasureSheetTools plan={plan} /></>}
      {may('measure:write') && <MeasureOverlaps plan={plan} />}
      <FilterCard filters={filters} search="admin.measures.search" />
      <RecordTable<Measure> caption="admin.measures.ledger" columns={columns} link={({ id, item }) => `/items/${item.id}#measure-${id}`} empty={<EmptyState title="admin.measures.empty" hint="admin.measures.empty_hint" />} />
      <Pagination />
    </ListBase>
  );
};
export default PlanMeasures;
