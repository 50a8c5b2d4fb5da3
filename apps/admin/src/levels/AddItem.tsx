import type { Plan } from '@kepu/contracts';
import { parentDivision } from '@kepu/domain';
import { useTranslate } from 'react-admin';
import { ItemsInput } from '../items/ItemsInput.js';
import { usePlans } from '../plans/usePlan.js';
import { api } from '../providers/api.js';
import { once } from '../providers/idempotency.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { DayInput, LineInput, ProgrammeInput, UnitsInput } from '../ui/inputs.js';

const listOf = (value: unknown): string[] => (Array.isArray(value) ? (value as string[]) : []);

/** The plan right above one that is out, of the same year: what its items can serve. */
export const usePlanAbove = (plan: Pick<Plan, 'divisionId' | 'year'>): Plan | undefined => {
  const above = parentDivision(plan.divisionId);
  return usePlans().data?.data.find((one) => one.divisionId === above && one.year === plan.year && one.state !== 'draft');
};

/** One more item in a draft that no paper stands behind. */
export const AddItem = ({ plan }: { plan: Plan }) => {
  const t = useTranslate();
  const above = usePlanAbove(plan);
  return (
    <ActionButton
      label="admin.levels.add_item" variant="contained" wide title={t('admin.levels.add_item_title')} submitLabel="ra.action.save" success="admin.levels.item_added" defaults={{ text: '', unitIds: [], programmeId: null, dueOn: null, parentIds: [] }}
      run={({ text, unitIds, programmeId, dueOn, parentIds }) => {
        const body = { version: plan.version, items: [{ text: String(text ?? ''), unitIds: listOf(unitIds), programmeId: String(programmeId ?? ''), dueOn: dueOn ? String(dueOn) : null, parentIds: listOf(parentIds) }] };
        return once(`item ${plan.id} ${JSON.stringify(body)}`, (idempotencyKey) => api.createItems({ params: { id: plan.id }, body, idempotencyKey }));
      }}
    >
      {above && <ItemsInput source="parentIds" label="admin.levels.parents" hint="admin.levels.parents_hint" planId={above.id} />}
      <LineInput source="text" label="admin.levels.text" rows={3} isRequired />
      <UnitsInput source="unitIds" label="admin.levels.units" isRequired />
      <ProgrammeInput source="programmeId" label="admin.levels.programme" isRequired />
      <DayInput source="dueOn" label="admin.levels.due" />
    </ActionButton>
  );
};
