import type { Measure, MeasureSource } from '@kepu/contracts';
import { Alert, Box } from '@mui/material';
import { BooleanInput, NumberInput, required, SelectArrayInput, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { api } from '../providers/api.js';
import { once } from '../providers/idempotency.js';
import { ActionButton, ActionDialog } from '../ui/ActionDialog.js';
import { ChoiceCards } from '../ui/ChoiceCards.js';
import { DayInput, LineInput, PoolInput } from '../ui/inputs.js';
import { words } from '../ui/words.js';
import { measureBody, measureChanges, measureValues, newMeasure, type MeasureValues } from './measureValues.js';

const rule = required();
const kinds = words.measureKinds.map(({ id, name }) => ({ id, name, hint: `terms.measureKindHints.${id}` }));

/** The number of the paper stays as it is printed. */
const Fields = ({ fixedNumber }: { fixedNumber: boolean }) => {
  const t = useTranslate();
  const kind = useWatch({ name: 'kind' }) as Measure['kind'];
  const sources = (useWatch({ name: 'sources' }) as MeasureSource[] | null) ?? [];
  const pool = sources.includes('pool_members');
  return (
    <>
      <LineInput source="name" label="admin.measures.name" helperText="admin.measures.name_hint" isRequired />
      <SelectArrayInput source="sources" label="admin.measures.sources" choices={words.measureSources} helperText="admin.measures.sources_hint" validate={rule} />
      {pool && sources.length > 1 && <Alert severity="warning">{t('admin.measures.pool_alone')}</Alert>}
      {pool && <PoolInput source="poolId" label="admin.measures.pool" isRequired />}
      {sources.includes('volunteer_minutes') && <Alert severity="info" sx={{ my: 1 }}>{t('admin.measures.in_hours')}</Alert>}
      <Box sx={{ display: 'grid', columnGap: 1, gridTemplateColumns: { xs: '1fr 1fr', sm: '1fr 1fr 1fr' } }}>
        <NumberInput source="min" label={kind === 'number' ? 'admin.measures.min' : 'admin.measures.min_optional'} min={1} helperText={false} disabled={fixedNumber} {...(kind === 'number' ? { validate: rule } : {})} />
        <NumberInput source="max" label="admin.measures.max" min={1} helperText={false} disabled={fixedNumber} />
        <LineInput source="unitOfMeasure" label="admin.work.unit_of_measure" isRequired />
      </Box>
      <BooleanInput source="approx" label="admin.measures.approx" helperText="admin.measures.approx_hint" disabled={fixedNumber} />
      {kind !== 'qualitative' && !pool && <BooleanInput source="fromBelow" label="admin.levels.fromBelow" helperText="admin.levels.from_below_hint" />}
      <DayInput source="dueOn" label={kind === 'milestone' ? 'admin.measures.due' : 'admin.measures.due_optional'} isRequired={kind === 'milestone'} />
      <LineInput source="demands" label="admin.measures.demands" helperText="admin.measures.demands_hint" rows={2} />
    </>
  );
};

/** Says what counts as done for an item. */
export const MeasureCreate = ({ itemId }: { itemId: string }) => {
  const t = useTranslate();
  return (
    <ActionButton
      label="admin.measures.create" title={t('admin.measures.create')} wide submitLabel="ra.action.save" success="admin.shell.created" defaults={newMeasure}
      run={(values) => {
        const body = { kind: values['kind'] as Measure['kind'], ...measureBody(values as MeasureValues) };
        return once(`measure ${itemId} ${JSON.stringify(body)}`, (idempotencyKey) => api.createMeasure({ params: { id: itemId }, body, idempotencyKey }));
      }}
    >
      <ChoiceCards source="kind" label="admin.measures.kind" choices={kinds} isRequired />
      <Fields fixedNumber={false} />
    </ActionButton>
  );
};

/** Changes a measure. */
export const MeasureEdit = ({ measure }: { measure: Measure }) => {
  const t = useTranslate();
  const start = measureValues(measure);
  return (
    <ActionButton
      label="ra.action.edit" variant="text" wide title={measure.name} submitLabel="ra.action.save" success="admin.shell.saved" defaults={start} {...(measure.origin === 'paper' ? { explanation: t('admin.measures.paper_stays') } : {})}
      run={(values) => api.updateMeasure({ params: { id: measure.id }, body: { version: measure.version, ...measureChanges(values as MeasureValues, start) } })}
    >
      <Fields fixedNumber={measure.origin === 'paper'} />
    </ActionButton>
  );
};

/** The office's word on quality, with the evidence at hand. */
export const MeasureJudge = ({ measure }: { measure: Measure }) => {
  const t = useTranslate();
  return (
    <ActionButton
      label={measure.judged ? 'admin.measures.judge_again' : 'admin.measures.judge'} variant="outlined" title={t('admin.measures.judge_title', { name: measure.name })} explanation={t('admin.measures.judge_explained', { count: measure.progress.evidence })}
      submitLabel="ra.action.save" success="admin.measures.judged" defaults={{ met: measure.judged ? String(measure.judged.met) : null, note: measure.judged?.note ?? '' }} run={({ met, note }) => api.judgeMeasure({ params: { id: measure.id }, body: { version: measure.version, met: met === 'true', note: String(note ?? '') } })}
    >
      <ChoiceCards source="met" label="admin.measures.judgement" choices={[{ id: 'true', name: 'admin.measures.judged_met' }, { id: 'false', name: 'admin.measures.judged_not_met' }]} isRequired />
      <LineInput source="note" label="admin.measures.judge_note" rows={2} isRequired />
    </ActionButton>
  );
};

/** Takes a measure of the office out. */
export const MeasureDelete = ({ measure, onClose }: { measure: Measure; onClose: () => void }) => {
  const t = useTranslate();
  return <ActionDialog open onClose={onClose} danger title={t('admin.measures.delete_title', { name: measure.name })} explanation={t('admin.measures.delete_explained')} submitLabel="ra.action.delete" success="ra.notification.deleted" successArgs={{ smart_count: 1 }} run={() => api.deleteMeasure({ params: { id: measure.id } })} />;
};
