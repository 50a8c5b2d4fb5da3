import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useSession } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { DivisionInput, LineInput } from '../ui/inputs.js';

/** Begins a plan without a paper: for the own division, or for one below that does not write itself. */
export const BeginPlan = () => {
  const t = useTranslate();
  const navigate = useNavigate();
  const session = useSession();
  const own = session?.grants.find(({ scope }) => scope.kind === 'division')?.scope.id ?? '';
  return (
    <ActionButton
      label="admin.levels.begin" variant="outlined" title={t('admin.levels.begin_title')} explanation={t('admin.levels.begin_explained')} submitLabel="admin.levels.begin" success="admin.levels.begun" defaults={{ divisionId: own, year: session?.today.slice(0, 4) ?? '', title: '' }}
      run={async ({ divisionId, year, title }) => {
        const plan = await api.createPlan({ body: { divisionId: String(divisionId ?? ''), year: Number(year), title: String(title ?? '').trim() } });
        void navigate(`/plans/${plan.id}/items`);
      }}
    >
      <DivisionInput source="divisionId" label="admin.levels.division" isRequired />
      <LineInput source="year" label="admin.levels.year" isRequired />
      <LineInput source="title" label="admin.levels.name" isRequired />
    </ActionButton>
  );
};
