import type { Level, Plan } from '@kepu/contracts';
import { CheckboxGroupInput, required, useTranslate } from 'react-admin';
import { ItemsInput } from '../items/ItemsInput.js';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';

const listOf = (value: unknown): string[] => (Array.isArray(value) ? (value as string[]) : []);
const rule = required('admin.levels.choose_division');

/** Hands items of a plan in force down to divisions below, all of them unless some are taken out. */
export const HandDown = ({ plan, levels }: { plan: Plan; levels: readonly Level[] }) => {
  const t = useTranslate();
  const choices = levels.map(({ division }) => division);
  return (
    <ActionButton
      label="admin.levels.hand_down" variant="contained" wide title={t('admin.levels.hand_down_title')} explanation={t('admin.levels.hand_down_explained')} submitLabel="admin.levels.hand_down" success="admin.levels.handed_done" defaults={{ itemIds: [], divisionIds: choices.map(({ id }) => id) }}
      run={({ itemIds, divisionIds }) => api.handDownItems({ params: { id: plan.id }, body: { itemIds: listOf(itemIds), divisionIds: listOf(divisionIds) } })}
    >
      <ItemsInput source="itemIds" label="admin.levels.items_chosen" planId={plan.id} isRequired />
      <CheckboxGroupInput source="divisionIds" label="admin.levels.divisions" choices={choices} optionText="name" translateChoice={false} validate={rule} helperText={false} />
    </ActionButton>
  );
};
