import type { Item, Plan } from '@kepu/contracts';
import { useState } from 'react';
import { HttpError, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { ItemsInput } from '../items/ItemsInput.js';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { useApi } from '../ui/useApi.js';
import { JointInputs } from './JointInputs.js';

const useChosenItems = (ids: readonly string[]): readonly Item[] =>
  useApi(['joint-items', [...ids].sort().join(',')], () => Promise.all(ids.map((id) => api.getItem({ params: { id } }))), { enabled: ids.length > 0 }).data ?? [];

const Inputs = ({ planId }: { planId: string }) => {
  const ids = useWatch<{ itemIds: string[] }>({ name: 'itemIds' });
  const items = useChosenItems(Array.isArray(ids) ? ids : []);
  const units = new Map(items.flatMap(({ assignments }) => assignments.filter(({ state }) => state !== 'withdrawn').map(({ unit: { id, name } }) => [id, { id, name }] as const)));
  return (
    <>
      <ItemsInput source="itemIds" label="admin.joint.items" hint="admin.joint.items_hint" planId={planId} isRequired />
      <JointInputs units={[...units.values()]} />
    </>
  );
};

/** A joint task whose items say the same in other words: no comparison finds it, a person knows it. */
export const ByHandButton = ({ plan }: { plan: Plan }) => {
  const t = useTranslate();
  const [defaults] = useState({ name: '', leadUnitId: '', itemIds: [] });
  return (
    <ActionButton
      label="admin.joint.by_hand" title={t('admin.joint.by_hand')} explanation={t('admin.joint.by_hand_explained')} submitLabel="admin.joint.confirm" success="admin.joint.confirmed" wide defaults={defaults}
      run={async ({ name, leadUnitId, itemIds }) => {
        const ids = Array.isArray(itemIds) ? (itemIds as string[]) : [];
        if (ids.length < 2) throw new HttpError('admin.joint.two_items', 422);
        const items = await Promise.all(ids.map((id) => api.getItem({ params: { id } })));
        return api.createJointGroup({ params: { id: plan.id }, body: { name: String(name ?? ''), leadUnitId: String(leadUnitId ?? ''), parts: items.map(({ id, text }) => ({ itemId: id, clause: text })) } });
      }}
    >
      <Inputs planId={plan.id} />
    </ActionButton>
  );
};
