import type { ActivityKind } from '@kepu/contracts';
import { countyOf } from '@kepu/domain';
import { Alert, Box, Button } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { Form, NumberInput, useTranslate } from 'react-admin';
import { useFormContext, useWatch, type FieldValues } from 'react-hook-form';
import { CredentialKindInput } from '../credentials/CredentialKindsInput.js';
import { ItemsInput } from '../items/ItemsInput.js';
import { api } from '../providers/api.js';
import { formErrors, messageOf } from '../providers/problem.js';
import { ChoiceCards } from '../ui/ChoiceCards.js';
import { FormBar } from '../ui/FormBar.js';
import { OwnUnitInput } from '../ui/OwnUnitInput.js';
import { Panel } from '../ui/Panels.js';
import { CountyAndTownship } from '../ui/PlaceInputs.js';
import { LineInput, pair, TermsInput } from '../ui/inputs.js';
import { useApi } from '../ui/useApi.js';
import { useRun } from '../ui/useRun.js';
import { usualPositions, usualRisks } from './activityDefaults.js';
import { formErrorsOf, type ActivityValues } from './activityValues.js';
import { KindInput } from './KindInput.js';
import { RiskInputs } from './RiskInputs.js';
import { ShiftInputs } from './ShiftInputs.js';

/** What the last button means: keep as it is, or keep and hand in. */
export type Intent = 'save' | 'submit';

interface Props {
  start: ActivityValues;
  /** New: what is usual for a kind follows the kind, and the county the unit. */
  fresh?: boolean;
  /** People have signed up: times are moved, not edited. */
  locked?: boolean;
  intents: readonly { intent: Intent; label: string }[];
  save: (values: ActivityValues, intent: Intent) => Promise<unknown>;
}

const flows = [{ id: 'request', name: 'terms.signupFlows.request', hint: 'admin.activities.flow_request' }, { id: 'instant', name: 'terms.signupFlows.instant', hint: 'admin.activities.flow_instant' }] as const;
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Kind, and with it what is usual, as long as nobody wrote something else. */
const Kind = ({ fresh, first }: { fresh: boolean; first: ActivityKind }) => {
  const t = useTranslate();
  const { getValues, setValue } = useFormContext<ActivityValues>();
  const last = useRef(first);
  const positions = (kind: ActivityKind) => usualPositions(kind, (role) => t(`terms.positionRoles.${role}`));
  const risks = (kind: ActivityKind) => usualRisks(kind).map((key) => t(`admin.activities.risks.${key}`)).join('\n');
  const follow = (chosen: string) => {
    const [before, kind] = [last.current, chosen as ActivityKind];
    last.current = kind;
    if (!fresh) return;
    if (getValues('riskStatement') === risks(before)) setValue('riskStatement', risks(kind));
    getValues('shifts').forEach((shift, index) => {
      if (same(shift.positions, positions(before))) setValue(`shifts.${index}.positions`, positions(kind));
    });
  };
  return <KindInput onChosen={follow} />;
};

/** The county of the unit, where it lies in one and nothing was chosen yet. */
const CountyOfUnit = () => {
  const { getValues, setValue } = useFormContext<ActivityValues>();
  const unitId = useWatch<ActivityValues, 'unitId'>({ name: 'unitId' });
  const division = useApi(['unit', unitId], () => api.getUnit({ params: { id: unitId } }), { enabled: Boolean(unitId) }).data?.division.code;
  useEffect(() => {
    const county = division ? countyOf(division) : null;
    if (county && !getValues('countyCode')) setValue('countyCode', county);
  }, [division, getValues, setValue]);
  return null;
};

/** What a training gives to those who finish it. */
const Grants = () => {
  const [kind, grantsKindId] = useWatch<ActivityValues, ['kind', 'grantsKindId']>({ name: ['kind', 'grantsKindId'] });
  if (kind !== 'training') return null;
  return (
    <Box sx={pair}>
      <CredentialKindInput source="grantsKindId" label="admin.activities.grants" helperText="admin.activities.grants_hint" byCourse />
      {grantsKindId && <NumberInput source="grantsMonths" label="admin.activities.grants_months" min={1} max={120} helperText={false} />}
    </Box>
  );
};

/** An activity from its kind to the last position, in the order in which one thinks of it. */
export const ActivityForm = ({ start, fresh = false, locked = false, intents, save }: Props) => {
  const t = useTranslate();
  const { attempt, pending } = useRun();
  const intent = useRef<Intent>('save');
  const [refusal, setRefusal] = useState<string | null>(null);
  const submit = async (values: FieldValues) => {
    setRefusal(null);
    try {
      await attempt(() => save(values as ActivityValues, intent.current));
      return undefined;
    } catch (error) {
      const message = messageOf(error);
      setRefusal(t(message, { _: message }));
      return formErrorsOf(formErrors(error));
    }
  };
  return (
    <Form onSubmit={submit} defaultValues={start} noValidate sanitizeEmptyValues={false}>
      <Panel id="what" title={t('admin.activities.part_what')}>
        {fresh && <OwnUnitInput source="unitId" label="admin.activities.unit" />}
        <Kind fresh={fresh} first={start.kind} />
        <LineInput source="title" label="admin.activities.title_field" helperText="admin.activities.title_hint" isRequired />
        <Grants />
        <LineInput source="summary" label="admin.activities.summary" helperText="admin.activities.summary_hint" rows={3} isRequired />
      </Panel>
      <Panel id="whom" title={t('admin.activities.part_whom')}>
        {fresh && <CountyOfUnit />}
        <Box sx={pair}>
          <TermsInput source="topicIds" kind="topic" label="admin.activities.topics" isRequired />
          <TermsInput source="audienceIds" kind="audience" label="admin.activities.audiences" isRequired />
          <CountyAndTownship />
        </Box>
        <LineInput source="place" label="admin.activities.place" helperText="admin.activities.place_hint" isRequired />
      </Panel>
      <Panel id="when" title={t('admin.activities.part_when')}><ShiftInputs locked={locked} /></Panel>
      <Panel id="how" title={t('admin.activities.part_how')}><ChoiceCards source="flow" label="admin.activities.flow" choices={flows} isRequired /></Panel>
      <Panel id="safe" title={t('admin.activities.part_safe')}><RiskInputs /></Panel>
      <Panel id="serves" title={t('admin.activities.part_serves')}><ItemsInput source="serves" label="admin.activities.serves" hint="admin.activities.serves_hint" /></Panel>
      {refusal && <Alert severity="error" role="alert" sx={{ mb: 1 }}>{refusal}</Alert>}
      <FormBar slim label={t('admin.activities.finish')} hint={fresh ? t('admin.activities.finish_hint') : undefined}>
        {intents.map(({ intent: each, label }, index) => (
          <Button key={each} type="submit" variant={index === intents.length - 1 ? 'contained' : 'outlined'} disabled={pending} onClick={() => { intent.current = each; }}>{t(label)}</Button>
        ))}
      </FormBar>
    </Form>
  );
};
