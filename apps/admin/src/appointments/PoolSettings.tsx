import { ApiProblem } from '@kepu/api-client/slim';
import type { PoolSettings } from '@kepu/contracts';
import { letterPlaceholders, DEFAULT_NUMBER_PATTERN } from '@kepu/domain';
import { Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { BooleanInput, FormDataConsumer, NumberInput, useNotify, useTranslate } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import { useNavigate } from 'react-router-dom';
import { designedOf, fieldsOf, newField, type Designed } from '../collections/designing.js';
import { FieldCard } from '../collections/FieldCard.js';
import { api } from '../providers/api.js';
import { once } from '../providers/idempotency.js';
import { messageOf } from '../providers/problem.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { Panel } from '../ui/Panels.js';
import { DivisionInput, LineInput, UnitInput, WordInput } from '../ui/inputs.js';
import { useRun } from '../ui/useRun.js';

const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);
const numberOrNull = (value: unknown): number | null => (value === null || value === undefined || value === '' ? null : Number(value));
const defaults = (pool?: PoolSettings): FieldValues => ({
  name: pool?.name ?? '', note: pool?.note ?? '', aliases: pool?.aliases.join('\n') ?? '', entry: pool?.entry ?? 'appointed', ownerKind: pool?.owner.kind ?? 'city', ownerDivision: pool?.owner.kind === 'division' ? pool.owner.id : null, ownerUnit: pool?.owner.kind === 'unit' ? pool.owner.id : null, unitsRecommend: pool?.unitsRecommend ?? true, peopleApply: pool?.peopleApply ?? false, countyReviews: pool?.countyReviews ?? true,
  quota: pool?.quota ?? '', countyQuota: pool?.countyQuota ?? '', termMonths: pool ? (pool.termMonths ?? '') : 24, renewDays: pool?.renewDays ?? 60, letter: pool?.letter ?? true, letterWords: pool?.letterWords ?? '', numberPattern: pool?.numberPattern ?? '', menu: pool?.menu ?? false, menuNames: pool?.menuNames ?? false, menuRatings: pool?.menuRatings ?? false,
});
const bodyOf = (values: FieldValues) => ({
  name: String(values['name'] ?? ''), note: textOrNull(values['note']), aliases: String(values['aliases'] ?? '').split('\n').map((one) => one.trim()).filter((one) => one !== ''), entry: values['entry'] as PoolSettings['entry'],
  owner: { kind: values['ownerKind'] as PoolSettings['owner']['kind'], id: values['ownerKind'] === 'unit' ? textOrNull(values['ownerUnit']) : values['ownerKind'] === 'division' ? textOrNull(values['ownerDivision']) : null }, unitsRecommend: values['unitsRecommend'] === true, peopleApply: values['peopleApply'] === true, countyReviews: values['countyReviews'] === true,
  quota: numberOrNull(values['quota']), countyQuota: numberOrNull(values['countyQuota']), termMonths: numberOrNull(values['termMonths']), renewDays: Number(values['renewDays'] ?? 0), letter: values['letter'] === true, letterWords: textOrNull(values['letterWords']), numberPattern: textOrNull(values['numberPattern']), menu: values['menu'] === true, menuNames: values['menuNames'] === true, menuRatings: values['menuRatings'] === true,
});

const Inputs = () => {
  const t = useTranslate();
  return (
    <>
      <LineInput source="name" label="admin.appointments.name" isRequired />
      <LineInput source="note" label="admin.appointments.note" rows={2} />
      <LineInput source="aliases" label="admin.appointments.aliases" rows={2} />
      <WordInput source="entry" label="admin.appointments.entry" of="poolEntries" isRequired />
      <WordInput source="ownerKind" label="admin.appointments.owner" of="poolOwnerKinds" isRequired />
      <FormDataConsumer>
        {({ formData }) => (formData['ownerKind'] === 'unit' ? <UnitInput source="ownerUnit" label="admin.appointments.owner_unit" /> : formData['ownerKind'] === 'division' ? <DivisionInput source="ownerDivision" label="admin.appointments.owner_division" county /> : null)}
      </FormDataConsumer>
      <BooleanInput source="unitsRecommend" label="admin.appointments.units_recommend" />
      <BooleanInput source="peopleApply" label="admin.appointments.people_apply" />
      <BooleanInput source="countyReviews" label="admin.appointments.county_reviews" helperText="admin.appointments.county_hint" />
      <NumberInput source="quota" label="admin.appointments.quota" helperText="admin.appointments.quota_hint" min={1} step={1} />
      <NumberInput source="countyQuota" label="admin.appointments.county_quota" helperText="admin.appointments.quota_hint" min={1} step={1} />
      <NumberInput source="termMonths" label="admin.appointments.term_months" helperText="admin.appointments.term_hint" min={1} max={120} step={1} />
      <NumberInput source="renewDays" label="admin.appointments.renew_days" min={0} max={365} step={1} />
      <BooleanInput source="letter" label="admin.appointments.has_letter" />
      <LineInput source="letterWords" label="admin.appointments.letter_words" helperText={t('admin.appointments.letter_words_hint', { blanks: letterPlaceholders.map((name) => `{${name}}`).join(' ') })} rows={3} />
      <LineInput source="numberPattern" label="admin.appointments.number_pattern" helperText={t('admin.appointments.number_hint', { example: DEFAULT_NUMBER_PATTERN })} />
      <BooleanInput source="menu" label="admin.talks.menu" helperText="admin.talks.menu_hint" />
      <BooleanInput source="menuNames" label="admin.talks.menu_names" helperText="admin.talks.menu_names_hint" />
      <BooleanInput source="menuRatings" label="admin.talks.menu_ratings" helperText="admin.talks.menu_ratings_hint" />
    </>
  );
};

/** A new pool. */
export const CreatePool = () => {
  const t = useTranslate();
  const navigate = useNavigate();
  return (
    <ActionButton
      label="admin.appointments.create_pool" variant="contained" wide title={t('admin.appointments.create_pool')} submitLabel="admin.appointments.save_settings" success="admin.appointments.pool_created" defaults={defaults()}
      run={async (values) => { const body = bodyOf(values); const made = await once(`pool ${JSON.stringify(body)}`, (idempotencyKey) => api.createPool({ body, idempotencyKey })); void navigate(`/pools/${made.id}`); }}
    >
      <Inputs />
    </ActionButton>
  );
};
/** What is set for a pool. */
export const ChangePool = ({ pool }: { pool: PoolSettings }) => {
  const t = useTranslate();
  return (
    <ActionButton label="admin.appointments.settings" variant="outlined" wide title={t('admin.appointments.settings')} submitLabel="admin.appointments.save_settings" success="admin.appointments.pool_saved" defaults={defaults(pool)} run={(values) => api.updatePool({ params: { id: pool.id }, body: { version: pool.version, ...bodyOf(values) } })}>
      <Inputs />
    </ActionButton>
  );
};

const faultsOf = (error: unknown): ReadonlyMap<number, Readonly<Record<string, string>>> => {
  const faults = new Map<number, Record<string, string>>();
  if (error instanceof ApiProblem) for (const { path, message } of error.problem.errors ?? []) { const found = /^body\.questions\.(\d+)(?:\.(\w+))?/.exec(path); if (found) faults.set(Number(found[1]), { ...faults.get(Number(found[1])), [found[2] ?? 'label']: message }); }
  return faults;
};
/** What is asked of whoever recommends or applies, one below the other. */
export const Questions = ({ pool }: { pool: PoolSettings }) => {
  const t = useTranslate();
  const notify = useNotify();
  const { attempt, pending } = useRun();
  const [typed, setTyped] = useState<readonly Designed[] | null>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const fields = typed ?? designedOf({ fields: pool.questions });
  const faults = faultsOf(refused);
  const save = async () => {
    try {
      await attempt(() => api.updatePool({ params: { id: pool.id }, body: { version: pool.version, questions: fieldsOf(fields).map((field) => ({ ...field, sum: 'none' as const })) } }), { success: 'admin.appointments.pool_saved' });
      setTyped(null);
      setRefused(null);
    } catch (error) {
      setRefused(error);
      notify(messageOf(error), { type: 'error', autoHideDuration: 10_000, messageArgs: { _: messageOf(error) } });
    }
  };
  const move = (from: number, by: -1 | 1) => { const next = [...fields]; const [one] = next.splice(from, 1); if (one) next.splice(from + by, 0, one); setTyped(next); };
  return (
    <Panel id="questions" title={t('admin.appointments.questions')}>
      <Typography color="textSecondary" sx={{ mb: 2 }}>{t(fields.length === 0 ? 'admin.appointments.no_questions' : 'admin.appointments.questions_hint')}</Typography>
      <Stack component="ol" sx={{ listStyle: 'none', m: 0, p: 0, gap: 2 }}>
        {fields.map((field, index) => <FieldCard key={field.at} field={field} index={index} count={fields.length} locked={false} fault={faults.get(index)} onMove={(by) => move(index, by)} onChange={(part) => setTyped(fields.map((one, place) => (place === index ? { ...one, ...part } : one)))} onRemove={() => setTyped(fields.filter((one) => one !== field))} />)}
      </Stack>
      <Stack direction="row" sx={{ gap: 1, mt: 2, flexWrap: 'wrap' }}>
        <Button variant="outlined" disabled={fields.length >= 20} onClick={() => setTyped([...fields, { ...newField(`new-${fields.length}-${pool.version}`), type: 'text', sum: 'none' }])} sx={{ minHeight: 44 }}>{t('admin.appointments.add_question')}</Button>
        {typed && <Button variant="contained" disabled={pending} onClick={() => void save()} sx={{ minHeight: 44 }}>{t('admin.appointments.save_settings')}</Button>}
      </Stack>
    </Panel>
  );
};
