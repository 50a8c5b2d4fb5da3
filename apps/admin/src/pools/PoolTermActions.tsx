import type { PoolTerm } from '@kepu/contracts';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { once } from '../providers/idempotency.js';
import { useSession } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { DayInput, PoolInput, VolunteerInput } from '../ui/inputs.js';

/** Takes a person into a pool: the pool, the person, or both are chosen here. */
export const TakeIn = ({ pool, volunteer }: { pool?: { id: string; name: string }; volunteer?: { id: string; name: string } }) => {
  const t = useTranslate();
  const today = useSession()?.today ?? null;
  return (
    <ActionButton
      label={pool ? 'admin.pools.take_in' : 'admin.pools.join'} variant={pool ? 'contained' : 'outlined'} title={pool ? t('admin.pools.take_in_title', { pool: pool.name }) : t('admin.pools.join_title', { name: volunteer?.name ?? '' })} submitLabel="admin.pools.take_in" success="admin.pools.taken_in"
      defaults={{ poolId: pool?.id ?? null, volunteerId: volunteer?.id ?? null, fromDay: today, toDay: null }}
      run={({ poolId, volunteerId, fromDay, toDay }) => {
        const body = { poolId: String(poolId ?? ''), volunteerId: String(volunteerId ?? ''), ...(fromDay ? { fromDay: String(fromDay) } : {}), toDay: toDay ? String(toDay) : null };
        return once(`pool-term ${JSON.stringify(body)}`, (idempotencyKey) => api.createPoolTerm({ body, idempotencyKey }));
      }}
    >
      {!pool && <PoolInput source="poolId" label="admin.pools.one" isRequired />}
      {!volunteer && <VolunteerInput source="volunteerId" label="admin.volunteers.one" helperText="admin.signups.place_find" isRequired />}
      <DayInput source="fromDay" label="admin.people.from" />
      <DayInput source="toDay" label="admin.people.to" helperText="admin.people.to_hint" />
    </ActionButton>
  );
};

/** Ends a term. */
export const EndTerm = ({ term }: { term: Pick<PoolTerm, 'id' | 'person' | 'pool'> }) => {
  const t = useTranslate();
  const today = useSession()?.today ?? '';
  return (
    <ActionButton
      label="admin.pools.end" danger variant="text" title={t('admin.pools.end_title', { name: term.person.name, pool: term.pool.name })} explanation={t('admin.pools.end_explained')} submitLabel="admin.pools.end" success="admin.pools.ended" defaults={{ on: today }}
      run={({ on, reason }) => api.endPoolTerm({ params: { id: term.id }, body: { on: String(on ?? ''), reason: String(reason ?? '') } })}
    >
      <DayInput source="on" label="admin.pools.end_on" isRequired />
      <ReasonInput suggestions={['admin.pools.reasons.wish', 'admin.pools.reasons.term', 'admin.pools.reasons.moved']} />
    </ActionButton>
  );
};
