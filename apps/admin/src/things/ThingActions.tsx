import type { BookingSlot, SharedThing, ThingBooking } from '@kepu/contracts';
import { bookingLifecycle, can, type BookingAction } from '@kepu/domain';
import { Box } from '@mui/material';
import { AutocompleteInput, BooleanInput, CheckboxGroupInput, ReferenceInput, required, useTranslate } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import { useNavigate } from 'react-router-dom';
import { api } from '../providers/api.js';
import { once } from '../providers/idempotency.js';
import { useOwnUnits } from '../providers/ownUnits.js';
import { useSession } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { OwnUnitInput } from '../ui/OwnUnitInput.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { DayInput, DivisionInput, LineInput, pair, WordInput } from '../ui/inputs.js';
import { words } from '../ui/words.js';

const reasons = ['admin.things.reasons.busy', 'admin.things.reasons.repair', 'admin.things.reasons.weather', 'admin.things.reasons.place'];
const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const orNull = (value: unknown): string | null => textOf(value) || null;
const spanOf = (values: FieldValues) => ({ from: textOf(values['from']), to: textOf(values['to']) || textOf(values['from']), parts: (Array.isArray(values['parts']) ? values['parts'] : []) as BookingSlot['part'][] });

const ThingInputs = ({ fresh }: { fresh?: boolean }) => (
  <>
    <LineInput source="name" label="admin.things.name" isRequired />
    <WordInput source="kind" label="admin.things.kind" of="thingKinds" isRequired />
    {fresh && <OwnUnitInput source="unitId" label="admin.things.unit" />}
    <LineInput source="about" label="admin.things.about" rows={2} />
    <LineInput source="needs" label="admin.things.needs" rows={2} />
    <BooleanInput source="shown" label="admin.things.shown" helperText={false} />
    {!fresh && <BooleanInput source="closed" label="admin.things.closed" helperText={false} />}
  </>
);
const bodyOf = (values: FieldValues) => ({ name: textOf(values['name']), kind: values['kind'] as SharedThing['kind'], about: orNull(values['about']), needs: orNull(values['needs']), shown: values['shown'] === true });

/** A thing that a unit shares. */
export const AddThing = () => {
  const t = useTranslate();
  const units = useOwnUnits();
  return (
    <ActionButton
      label="admin.things.add" title={t('admin.things.add')} submitLabel="admin.things.save" success="admin.things.added" defaults={{ name: '', kind: 'van', unitId: units[0]?.id ?? null, about: '', needs: '', shown: true }}
      run={(values) => { const body = { unitId: String(values['unitId'] ?? units[0]?.id ?? ''), ...bodyOf(values) }; return once(`thing ${JSON.stringify(body)}`, (idempotencyKey) => api.createSharedThing({ body, idempotencyKey })); }}
    ><ThingInputs fresh /></ActionButton>
  );
};
/** What is said of a thing, by whoever keeps it. */
export const EditThing = ({ thing: { id, version, name, kind, about, needs, shown, closed } }: { thing: SharedThing }) => (
  <ActionButton label="admin.things.edit" variant="text" title={name} submitLabel="admin.things.save" success="admin.things.saved" defaults={{ name, kind, about: about ?? '', needs: needs ?? '', shown, closed }} run={(values) => api.updateSharedThing({ params: { id }, body: { version, ...bodyOf(values), closed: values['closed'] === true } })}><ThingInputs /></ActionButton>
);

const SpanInputs = () => (
  <>
    <Box sx={pair}><DayInput source="from" label="admin.things.from" isRequired /><DayInput source="to" label="admin.things.to" /></Box>
    <CheckboxGroupInput source="parts" label="admin.things.parts" choices={words.dayParts} validate={required()} helperText={false} />
  </>
);

/** Asks for a thing: for a place, and for an activity where there is one. */
export const AskForThing = ({ thing: { id: thingId, name } }: { thing: Pick<SharedThing, 'id' | 'name'> }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const units = useOwnUnits();
  const today = useSession()?.today ?? '';
  return (
    <ActionButton
      label="admin.things.ask" wide title={t('admin.things.ask_title', { name })} explanation={t('admin.things.ask_hint')} submitLabel="admin.things.ask" success="admin.things.asked" defaults={{ unitId: units[0]?.id ?? null, activityId: null, place: '', countyCode: null, purpose: '', from: today, to: '', parts: ['morning', 'afternoon'] }}
      run={async (values) => {
        const body = { thingId, unitId: String(values['unitId'] ?? units[0]?.id ?? ''), activityId: orNull(values['activityId']), place: textOf(values['place']), countyCode: String(values['countyCode'] ?? ''), purpose: textOf(values['purpose']), ...spanOf(values) };
        const made = await once(`booking ${JSON.stringify(body)}`, (idempotencyKey) => api.createThingBooking({ body, idempotencyKey }));
        void navigate(`/thing-bookings/${made.id}`);
      }}
    >
      <OwnUnitInput source="unitId" label="admin.things.for_unit" />
      <SpanInputs />
      <DivisionInput source="countyCode" label="admin.things.county" county isRequired />
      <LineInput source="place" label="admin.things.place" isRequired />
      <LineInput source="purpose" label="admin.things.purpose" isRequired />
      <ReferenceInput source="activityId" reference="activities" sort={{ field: 'startsAt', order: 'DESC' }} perPage={25}><AutocompleteInput label="admin.things.activity" optionText="title" filterToQuery={(q: string) => ({ q })} helperText={false} /></ReferenceInput>
    </ActionButton>
  );
};

/** What can be decided about a booking, and by whom. */
export const BookingActions = ({ booking }: { booking: ThingBooking }) => {
  const t = useTranslate();
  const { id, version, state, may, clashes, firstDay, lastDay, slots } = booking;
  const at = { params: { id }, body: { version } };
  const because = (values: FieldValues) => ({ params: { id }, body: { version, reason: textOf(values['reason']) } });
  const decides = (action: BookingAction) => may.decide && can(bookingLifecycle, state, action);
  return (
    <>
      {may.withdraw && <ActionButton label="admin.things.withdraw" danger title={t('admin.things.withdraw')} submitLabel="admin.things.withdraw" success="admin.things.withdrawn" run={() => api.withdrawThingBooking(at)} />}
      {decides('take_back') && <ActionButton label="admin.things.take_back" danger title={t('admin.things.take_back')} submitLabel="admin.things.take_back" success="admin.things.taken_back" run={(values) => api.takeThingBack(because(values))}><ReasonInput suggestions={reasons} /></ActionButton>}
      {decides('decline') && <ActionButton label="admin.things.decline" title={t('admin.things.decline')} submitLabel="admin.things.decline" success="admin.things.declined" run={(values) => api.declineThingBooking(because(values))}><ReasonInput suggestions={reasons} /></ActionButton>}
      {decides('move') && <ActionButton label="admin.things.move" title={t('admin.things.move')} explanation={t('admin.things.move_hint')} submitLabel="admin.things.move" success="admin.things.moved_done" defaults={{ from: firstDay, to: lastDay, parts: [...new Set(slots.map(({ part }) => part))] }} run={(values) => api.moveThingBooking({ params: { id }, body: { ...because(values).body, ...spanOf(values) } })}><SpanInputs /><ReasonInput suggestions={reasons} /></ActionButton>}
      {decides('confirm') && <ActionButton label="admin.things.confirm" variant="contained" disabled={clashes.length > 0} title={t('admin.things.confirm')} submitLabel="admin.things.confirm" success="admin.things.confirmed" run={() => api.confirmThingBooking(at)} />}
    </>
  );
};
