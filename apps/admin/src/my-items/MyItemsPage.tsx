import type { Plan } from '@kepu/contracts';
import { MenuItem, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { presentPlan, usePlans } from '../plans/usePlan.js';
import { useSession } from '../providers/session.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState, Loaded } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { MyItems } from './MyItems.js';

const Choice = ({ plans, chosen, onChoose }: { plans: readonly Plan[]; chosen: Plan; onChoose: (id: string) => void }) => {
  const t = useTranslate();
  if (plans.length < 2) return <Typography color="textSecondary">{chosen.title}</Typography>;
  return (
    <TextField select label={t('admin.plans.plan')} value={chosen.id} onChange={(event) => onChoose(event.target.value)} sx={{ maxWidth: 560 }}>
      {plans.map(({ id, title }) => <MenuItem key={id} value={id}>{title}</MenuItem>)}
    </TextField>
  );
};

/** A liaison's first page: what the own unit has to take on, and what was taken on. */
const MyItemsPage = () => {
  const t = useTranslate();
  const session = useSession();
  const { day } = useFormat();
  const plans = usePlans();
  // Reminders and notices name their plan in the address.
  const [search, setSearch] = useSearchParams();
  const id = search.get('plan');
  const setId = (plan: string) => setSearch({ plan }, { replace: true });
  const units = session?.grants.filter(({ role }) => role === 'liaison').map(({ scope }) => scope.name) ?? [];
  return (
    <>
      <PageHeader title={t('admin.my_items.title')} subtitle={[units.join(t('admin.shell.comma')), session ? day(session.today) : ''].filter(Boolean).join(' · ')} />
      <Loaded query={plans} rows={6}>
        {({ data }) => {
          const open = data.filter(({ state }) => state !== 'draft');
          const plan = open.find((candidate) => candidate.id === id) ?? presentPlan(open);
          if (!plan) return <EmptyState title="admin.my_items.no_plan" hint="admin.my_items.no_plan_hint" />;
          return (
            <>
              <Choice plans={open} chosen={plan} onChoose={setId} />
              <MyItems key={plan.id} plan={plan} />
            </>
          );
        }}
      </Loaded>
    </>
  );
};
export default MyItemsPage;
