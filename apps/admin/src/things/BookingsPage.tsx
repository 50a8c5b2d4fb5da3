import type { ThingBooking } from '@kepu/contracts';
import { AutocompleteInput, ListBase, Pagination, ReferenceInput, SelectInput, useTranslate } from 'react-admin';
import { FilterCard } from '../ui/FilterCard.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState } from '../ui/Panels.js';
import { RecordTable, type Column } from '../ui/RecordTable.js';
import { Mark, StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { words } from '../ui/words.js';
import { useSlotWords } from './slots.js';

const filters = [
  <SelectInput key="state" source="state" label="admin.things.state" choices={words.bookingStates} alwaysOn />, <SelectInput key="waiting" source="waiting" label="admin.things.mine" alwaysOn choices={[{ id: 'true', name: 'admin.things.mine_yes' }]} />,
  <ReferenceInput key="thingId" source="thingId" reference="shared-things" sort={{ field: 'name', order: 'ASC' }} perPage={100} alwaysOn><AutocompleteInput label="admin.things.thing" optionText="name" filterToQuery={(q: string) => ({ q })} helperText={false} /></ReferenceInput>,
];

/** Bookings that were asked for, and those that wait for an answer. */
const BookingsPage = () => {
  const t = useTranslate();
  const spoken = useSlotWords();
  const { instant } = useFormat();
  const columns: readonly Column<ThingBooking>[] = [
    { label: 'admin.things.thing', title: true, value: ({ thing }) => thing.name }, { label: 'admin.things.when', sort: 'firstDay', value: ({ slots }) => spoken(slots) }, { label: 'admin.things.place', value: ({ county, place }) => `${county.name} ${place}` }, { label: 'admin.things.for_unit', value: ({ unit }) => unit.name },
    { label: 'admin.things.purpose', wideOnly: true, value: ({ purpose }) => purpose }, { label: 'admin.things.state', value: ({ state, clashes }) => <><StateChip of="bookingStates" state={state} />{clashes.length > 0 && <Mark tone="wrong">{spoken(clashes)}</Mark>}</> }, { label: 'admin.things.asked_at', sort: 'askedAt', wideOnly: true, nowrap: true, value: ({ askedAt }) => instant(askedAt) },
  ];
  return (
    <ListBase resource="thing-bookings" sort={{ field: 'askedAt', order: 'DESC' }} perPage={50}>
      <PageHeader title={t('admin.things.bookings_title')} subtitle={t('admin.things.bookings_subtitle')} back={{ to: '/shared-things', label: 'admin.things.title' }} />
      <FilterCard filters={filters} />
      <RecordTable<ThingBooking> caption="admin.things.bookings_title" columns={columns} link={({ id }) => `/thing-bookings/${id}`} empty={<EmptyState title="admin.things.no_bookings" hint="admin.things.no_bookings_hint" />} />
      <Pagination />
    </ListBase>
  );
};
export default BookingsPage;
