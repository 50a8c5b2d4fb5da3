import type { AssignmentRow, Measure, Plan } from '@kepu/contracts';
import { assignmentLifecycle, can } from '@kepu/domain';
import { Box, Card, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useLightsOf } from '../lights/useLights.js';
import { api } from '../providers/api.js';
import { EmptyState, Loaded } from '../ui/Panels.js';
import { SignedBar } from '../ui/Progress.js';
import { Mark } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { MyItemCard } from './MyItemCard.js';
import { PrintList } from './PrintList.js';
import { SignBar } from './SignBar.js';
import { useNews } from './useNews.js';

/** Whether the unit may sign for it now. */
const open = ({ state }: AssignmentRow): boolean => can(assignmentLifecycle, state, 'sign');

/** All pages of the own assignments: a unit has a dozen, seldom more than one page. */
const readAll = async (planId: string): Promise<AssignmentRow[]> => {
  const rows: AssignmentRow[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await api.listAssignments({ query: { planId, page, perPage: 200, sort: 'seq' } });
    rows.push(...answer.data);
    if (answer.data.length === 0 || rows.length >= answer.total) return rows;
  }
};

/** The measures of the own items, all pages, by item. */
const readMeasures = async (planId: string): Promise<ReadonlyMap<string, Measure[]>> => {
  const byItem = new Map<string, Measure[]>();
  for (let page = 1, read = 0; ; page += 1) {
    const { data, total } = await api.listMeasures({ query: { planId, page, perPage: 200, sort: 'seq' } });
    for (const measure of data) byItem.set(measure.item.id, [...(byItem.get(measure.item.id) ?? []), measure]);
    read += data.length;
    if (data.length === 0 || read >= total) return byItem;
  }
};

const byProgramme = (rows: readonly AssignmentRow[]): [id: string, name: string, rows: AssignmentRow[]][] => {
  const groups = new Map<string, [string, string, AssignmentRow[]]>();
  for (const row of rows) {
    const { id, name } = row.item.programme;
    const group = groups.get(id) ?? [id, name, []];
    group[2].push(row);
    groups.set(id, group);
  }
  return [...groups.values()];
};

/** The own assignments of one plan, by programme; signed for one by one, some, or all at once. */
export const MyItems = ({ plan }: { plan: Plan }) => {
  const t = useTranslate();
  const { day, distance, today } = useFormat();
  const [show, setShow] = useState<'open' | 'all' | null>(null);
  const [selected, setSelected] = useState<readonly string[]>([]);
  const query = useApi(['my-items', plan.id], () => readAll(plan.id));
  const measures = useApi(['my-measures', plan.id], () => readMeasures(plan.id)).data;
  const lights = useLightsOf(plan.id);
  const newsOf = useNews(plan.id, query.data?.filter(open) ?? []);
  return (
    <Loaded query={query} rows={6}>
      {(rows) => {
        if (rows.length === 0) return <EmptyState title="admin.my_items.none" hint="admin.my_items.none_hint" />;
        const waiting = rows.filter(open);
        const tally = { total: rows.length, signed: rows.length - waiting.length, asked: waiting.filter(({ state }) => state === 'asked').length, pending: waiting.filter(({ state }) => state === 'pending').length };
        const view = show ?? (waiting.length > 0 ? 'open' : 'all');
        const shown = view === 'open' ? waiting : rows;
        const chosen = selected.filter((id) => waiting.some((row) => row.id === id));
        const late = plan.signBy !== null && today !== null && plan.signBy < today;
        const toggle = (id: string) => setSelected(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
        return (
          <>
            <Card component="section" aria-label={t('admin.my_items.progress')} sx={{ p: 2, my: 2 }}>
              <SignedBar tally={tally} />
              {waiting.length > 0 && plan.signBy && plan.state === 'issued' && (
                <Typography sx={{ mt: 1 }}>{t('admin.plans.sign_by', { day: day(plan.signBy) })} <Mark tone={late ? 'wrong' : 'waiting'}>{distance(plan.signBy)}</Mark></Typography>
              )}
              {waiting.length === 0 && <Typography sx={{ mt: 1 }}>{t('admin.my_items.all_signed')}</Typography>}
            </Card>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, justifyContent: 'space-between', mb: 1 }}>
              <ToggleButtonGroup exclusive value={view} onChange={(_, next: 'open' | 'all' | null) => next && setShow(next)} aria-label={t('admin.sign_offs.show')}>
                <ToggleButton value="open">{t('admin.my_items.show_open', { count: waiting.length })}</ToggleButton>
                <ToggleButton value="all">{t('admin.my_items.show_all', { count: rows.length })}</ToggleButton>
              </ToggleButtonGroup>
              <PrintList plan={plan} rows={rows} />
            </Box>
            {shown.length === 0 && <EmptyState title="admin.my_items.nothing_open" hint="admin.my_items.nothing_open_hint" action={{ label: 'admin.my_items.see_all', onClick: () => setShow('all') }} />}
            {byProgramme(shown).map(([id, name, group]) => (
              <Box component="section" key={id} aria-labelledby={`programme-${id}`} sx={{ mt: 2 }}>
                <Typography variant="h2" id={`programme-${id}`} sx={{ mb: 1 }}>{name}<Typography component="span" color="textSecondary" sx={{ ml: 1 }}>{t('admin.matrix.items', { count: group.length })}</Typography></Typography>
                {group.map((row) => <MyItemCard key={row.id} row={row} measures={measures?.get(row.item.id) ?? []} light={lights?.get(row.id)} news={newsOf(row)} chosen={chosen.includes(row.id)} {...(open(row) && waiting.length > 1 ? { onChoose: () => toggle(row.id) } : {})} />)}
              </Box>
            ))}
            {waiting.length > 0 && plan.state === 'issued' && <SignBar waiting={waiting} chosen={chosen} onSigned={() => setSelected([])} />}
          </>
        );
      }}
    </Loaded>
  );
};
