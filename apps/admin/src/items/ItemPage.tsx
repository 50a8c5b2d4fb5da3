import type { Item } from '@kepu/contracts';
import { Box, Link, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { ItemFollowUps } from '../follow-ups/ItemFollowUps.js';
import { ItemJoint } from '../joint/ItemJoint.js';
import { ItemMeasures } from '../measures/ItemMeasures.js';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { ItemLevels } from '../levels/ItemLevels.js';
import { OfPlan } from '../plans/OfPlan.js';
import { usePlan } from '../plans/usePlan.js';
import { ItemEditions, Standing } from '../revisions/ItemEditions.js';
import { History } from '../ui/History.js';
import { LoadedPage } from '../ui/LoadedPage.js';
import { PageHeader } from '../ui/PageHeader.js';
import { Facts, Loaded, Panel } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { AssignmentCard } from './AssignmentCard.js';
import { ItemWork } from './ItemWork.js';
import { TargetChips } from './TargetChips.js';

const PlanName = ({ id }: { id: string }) => {
  const plan = usePlan(id).data;
  return plan ? <Link component={RouterLink} to={`/plans/${id}`}>{plan.title}</Link> : null;
};

const ItemHistory = ({ id }: { id: string }) => {
  const t = useTranslate();
  const query = useApi(['item-history', id], () => api.getItemHistory({ params: { id } }));
  return <Panel id="history" title={t('admin.shell.history')}><Loaded query={query}>{({ data }) => <History entries={data} />}</Loaded></Panel>;
};

const Source = ({ item }: { item: Item }) => {
  const t = useTranslate();
  const { place, day, list, aside } = useFormat();
  return (
    <Panel id="source" title={t('admin.items.source')}>
      <Facts rows={[
        ['admin.plans.plan', <PlanName key="plan" id={item.planId} />],
        ['admin.items.programme', item.programme.name === item.programme.printed ? item.programme.name : item.programme.name + aside(t('admin.items.printed_as', { name: item.programme.printed }))],
        ['admin.items.units_printed', list(item.units.map(({ role, printed }) => printed + aside(t(`terms.assignmentRoles.${role}`))))],
        ['admin.imports.place', place(item.source)],
        ...(item.due ? [['admin.items.due', item.due.date ? item.due.text + aside(day(item.due.date, true)) : item.due.text] as const] : []),
      ]} />
      <Typography color="textSecondary" sx={{ mt: 1.5 }}>{t('admin.imports.raw')}</Typography>
      <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', p: 1.5, borderRadius: 1, backgroundColor: 'background.default' }}>{item.raw}</Box>
    </Panel>
  );
};

/** One piece of work: what it says, whose it is, how it got there. */
const ItemPage = () => {
  const { id = '' } = useParams();
  const t = useTranslate();
  const may = useMay();
  const query = useApi(['item', id], () => api.getItem({ params: { id } }));
  return (
    <LoadedPage query={query} list={{ to: '/plans', label: 'admin.plans.title' }}>
      {(item) => (
        <OfPlan id={item.planId}>
          <PageHeader title={t('admin.items.title', { year: item.year, seq: item.seq })} subtitle={item.programme.name} back={{ to: `/plans/${item.planId}/items`, label: 'admin.plans.tab_items' }} />
          <Standing item={item} />
          <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', lg: '3fr 2fr' }, alignItems: 'start' }}>
            <Box sx={{ minWidth: 0 }}>
              <Panel id="text" title={t('admin.items.text')}>
                <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{item.number && <strong>{/^\d+$/.test(item.number) ? `${item.number}. ` : `${item.number} `}</strong>}{item.text}</Typography>
                <TargetChips targets={item.targets} due={item.due} />
              </Panel>
              <ItemEditions item={item} />
              {item.joint.length > 0 && <ItemJoint item={item} />}
              <ItemLevels item={item} />
              <ItemMeasures itemId={id} />
              <Panel id="assignments" title={t('admin.items.assignments')}>
                {item.assignments.length === 0
                  ? <Typography color="textSecondary">{t('admin.items.no_assignments')}</Typography>
                  : item.assignments.map((assignment) => <AssignmentCard key={assignment.id} assignment={assignment} item={item} />)}
              </Panel>
              {may('adjustment:read') && <ItemFollowUps itemId={id} />}
              <Source item={item} />
            </Box>
            <Box sx={{ minWidth: 0 }}>
              <ItemWork item={item} />
              <ItemHistory id={id} />
            </Box>
          </Box>
        </OfPlan>
      )}
    </LoadedPage>
  );
};
export default ItemPage;
