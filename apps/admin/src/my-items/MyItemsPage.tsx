import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { PlanChoice } from '../plans/PlanChoice.js';
import { presentPlan, usePlans } from '../plans/usePlan.js';
import { AssessmentsWaiting } from '../assessments/AssessmentsWaiting.js';
import { CollectionsWaiting } from '../collections/CollectionsWaiting.js';
import { PromptsWaiting } from '../prompts/PromptsWaiting.js';
import { useSession } from '../providers/session.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState, Loaded } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { MyDesk } from './MyDesk.js';
import { MyItems } from './MyItems.js';

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
      <PromptsWaiting />
      <CollectionsWaiting />
      <AssessmentsWaiting />
      <MyDesk />
      <Loaded query={plans} rows={6}>
        {({ data }) => {
          const open = data.filter(({ state }) => state !== 'draft');
          const plan = open.find((candidate) => candidate.id === id) ?? presentPlan(open);
          if (!plan) return <EmptyState title="admin.my_items.no_plan" hint="admin.my_items.no_plan_hint" />;
          return (
            <>
              <PlanChoice plans={open} chosen={plan} onChoose={setId} />
              <MyItems key={plan.id} plan={plan} />
            </>
          );
        }}
      </Loaded>
    </>
  );
};
export default MyItemsPage;
