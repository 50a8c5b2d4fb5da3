import type { OrderRow } from '@kepu/contracts';
import { ListBase, Pagination, SelectInput, useTranslate } from 'react-admin';
import { useMay } from '../providers/session.js';
import { FilterCard } from '../ui/FilterCard.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState } from '../ui/Panels.js';
import { RecordTable, type Column } from '../ui/RecordTable.js';
import { Mark, StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { DayInput, DivisionInput } from '../ui/inputs.js';
import { words } from '../ui/words.js';
import { CreateOrder } from './CreateOrder.js';
import { OrderSettingsButton } from './OrderSettings.js';

const only = (name: string) => [{ id: 'true', name: `admin.orders.${name}_yes` }];
const always = { alwaysOn: true } as const;
const filters = [
  <SelectInput key="state" source="state" label="admin.orders.state" choices={words.orderStates} alwaysOn />, <SelectInput key="waiting" source="waiting" label="admin.orders.waiting" choices={only('waiting')} alwaysOn />, <SelectInput key="late" source="late" label="admin.orders.late" choices={only('late')} alwaysOn />,
  <SelectInput key="urgent" source="urgent" label="admin.orders.urgent" choices={only('urgent')} alwaysOn />, <SelectInput key="newContact" source="newContact" label="admin.orders.new_contact" choices={only('new_contact')} alwaysOn />, <SelectInput key="toCall" source="toCall" label="admin.orders.to_call_mark" choices={only('to_call')} alwaysOn />, <DivisionInput key="countyCode" source="countyCode" label="admin.orders.county" county {...always} />,
  <DayInput key="from" source="from" label="admin.orders.from" {...always} />, <DayInput key="to" source="to" label="admin.orders.to" {...always} />,
];

/** By when the next step is due, and whether that is past: never by colour alone. */
export const Due = ({ dueAt, late }: Pick<OrderRow, 'dueAt' | 'late'>) => {
  const t = useTranslate();
  const { instant } = useFormat();
  if (dueAt === null) return <>{t('admin.shell.none')}</>;
  return <Mark tone={late ? 'wrong' : 'waiting'}>{late ? `${t('admin.orders.late_mark')} ${instant(dueAt)}` : instant(dueAt)}</Mark>;
};

/** Orders within reach: what is to be reviewed, who is asked, what is late. */
const OrdersPage = () => {
  const t = useTranslate();
  const may = useMay();
  const { instant, day } = useFormat();
  const columns: readonly Column<OrderRow>[] = [
    { label: 'admin.orders.place', sort: 'placeName', title: true, value: ({ placeName }) => placeName }, { label: 'admin.orders.number', nowrap: true, value: ({ number }) => number }, { label: 'admin.orders.county', wideOnly: true, value: ({ county, township }) => [county.name, township?.name].filter(Boolean).join(' ') }, { label: 'admin.orders.wish', value: ({ wish }) => wish },
    { label: 'admin.orders.people', wideOnly: true, align: 'right', value: ({ people }) => people }, { label: 'admin.orders.when', sort: 'startsAt', nowrap: true, value: ({ startsAt, firstDay }) => (startsAt ? instant(startsAt) : day(firstDay)) }, { label: 'admin.orders.lecturer', value: ({ lecturer }) => lecturer?.name ?? null },
    { label: 'admin.orders.due', sort: 'dueAt', value: (row) => <Due {...row} /> },
    { label: 'admin.orders.state', value: ({ state, urgent, newContact, toCall }) => <><StateChip of="orderStates" state={state} />{urgent && <Mark tone="wrong">{t('admin.orders.urgent_mark')}</Mark>}{toCall && <Mark tone="wrong">{t('admin.orders.to_call_mark')}</Mark>}{newContact && state === 'submitted' && <Mark tone="waiting">{t('admin.orders.new_contact_yes')}</Mark>}</> },
  ];
  return (
    <ListBase resource="orders" sort={{ field: 'submittedAt', order: 'DESC' }} perPage={50}>
      <PageHeader title={t('admin.orders.title')} subtitle={t('admin.orders.subtitle')} actions={<><OrderSettingsButton />{may('order:place') && <CreateOrder />}</>} />
      <FilterCard filters={filters} search="admin.orders.search" />
      <RecordTable<OrderRow> caption="admin.orders.title" columns={columns} link={({ id }) => `/orders/${id}`} empty={<EmptyState title="admin.orders.none" hint="admin.orders.none_hint" />} />
      <Pagination />
    </ListBase>
  );
};
export default OrdersPage;
