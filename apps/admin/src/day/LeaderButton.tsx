import type { Activity, Roster, Shift } from '@kepu/contracts';
import { required, SelectInput, useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { useMay, useSession } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { useApi } from '../ui/useApi.js';

const rule = required();

/** Those who may be named: oneself, those who have a place, and the colleagues of the unit where one may read accounts. */
const Choices = ({ activity, shift, leader }: { activity: Activity; shift: Shift; leader: Roster['leader'] }) => {
  const t = useTranslate();
  const me = useSession()?.account;
  const may = useMay();
  const placed = useApi(['signups', shift.id, 'confirmed'], () => api.listSignups({ query: { shiftId: shift.id, state: 'confirmed', perPage: 200, sort: 'volunteerName' } }));
  const colleagues = useApi(['unit-people', activity.unit.id], () => api.listAccounts({ query: { unitId: activity.unit.id, perPage: 50 } }), { enabled: may('account:read') });
  const all = [
    ...(me ? [{ id: me.id, name: t('admin.day.myself', { name: me.name }) }] : []), ...(leader ? [leader] : []),
    ...(placed.data?.data.map(({ volunteer, position }) => ({ id: volunteer.id, name: `${volunteer.name} · ${position.name}` })) ?? []), ...(colleagues.data?.data.map(({ id, name }) => ({ id, name })) ?? []),
  ];
  const choices = all.filter(({ id }, index) => all.findIndex((each) => each.id === id) === index);
  return <SelectInput source="accountId" label="admin.day.leader" choices={choices} translateChoice={false} helperText={false} validate={rule} isLoading={placed.isPending} />;
};

/** Says who leads on the spot. The right begins a day before the shift and ends with it. */
export const LeaderButton = ({ activity, shift, leader }: { activity: Activity; shift: Shift; leader: Roster['leader'] }) => {
  const t = useTranslate();
  return (
    <ActionButton
      label={leader ? 'admin.day.change_leader' : 'admin.day.set_leader'} title={t('admin.day.set_leader')} explanation={t('admin.day.leader_explained')} submitLabel="ra.action.save" success="admin.day.leader_set" defaults={{ accountId: leader?.id ?? null }}
      run={({ accountId }) => api.setShiftLeader({ params: { id: shift.id }, body: { accountId: String(accountId ?? '') } })}
    >
      <Choices activity={activity} shift={shift} leader={leader} />
    </ActionButton>
  );
};
