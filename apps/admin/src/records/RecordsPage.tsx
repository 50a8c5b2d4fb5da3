import type { ServiceRecord } from '@kepu/contracts';
import { Link as MuiLink } from '@mui/material';
import { ListBase, Pagination, SelectInput, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay } from '../providers/session.js';
import { FilterCard } from '../ui/FilterCard.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState } from '../ui/Panels.js';
import { RecordTable, type Column } from '../ui/RecordTable.js';
import { useFormat } from '../ui/format.js';
import { DayInput, UnitInput, VolunteerInput } from '../ui/inputs.js';
import { words } from '../ui/words.js';
import { RecordLedger, RecordMinutes } from './RecordLine.js';
import { ReverseButton } from './ReverseButton.js';

const filters = (volunteers: boolean) => [
  ...(volunteers ? [<VolunteerInput key="volunteerId" source="volunteerId" label="admin.volunteers.one" {...{ alwaysOn: true }} />] : []), <UnitInput key="unitId" source="unitId" label="admin.activities.unit" {...{ alwaysOn: true }} />,
  <SelectInput key="ledger" source="ledger" label="admin.records.ledger" choices={words.ledgers} alwaysOn />, <DayInput key="from" source="from" label="admin.audit.from" {...{ alwaysOn: true }} />, <DayInput key="to" source="to" label="admin.audit.to" {...{ alwaysOn: true }} />,
  <SelectInput key="reversals" source="reversals" label="admin.records.corrections" alwaysOn choices={[{ id: 'true', name: 'admin.records.only_corrections' }, { id: 'false', name: 'admin.records.no_corrections' }]} />,
];

/** The ledger: append-only, a line for each service, corrections as lines of their own. */
const RecordsPage = () => {
  const t = useTranslate();
  const may = useMay();
  const { day, instant } = useFormat();
  const columns: readonly Column<ServiceRecord>[] = [
    { label: 'admin.volunteers.one', title: true, value: ({ volunteer }) => `${volunteer.name} ${volunteer.number}` },
    { label: 'admin.records.day', sort: 'day', nowrap: true, value: (record) => day(record.day) },
    { label: 'admin.records.activity', value: ({ activity, position, shiftId }) => <><MuiLink component={Link} to={`/activities/${activity.id}${may('attendance:write') ? `/day?shift=${shiftId}` : ''}`}>{activity.name}</MuiLink> · {position}</> },
    { label: 'admin.activities.unit', wideOnly: true, value: ({ unit }) => unit.name },
    { label: 'admin.records.time', sort: 'minutes', align: 'right', value: (record) => <RecordMinutes record={record} /> },
    { label: 'admin.records.ledger', value: (record) => <RecordLedger record={record} /> },
    { label: 'admin.records.confirmed', sort: 'createdAt', wideOnly: true, value: ({ confirmedBy, createdAt }) => <>{confirmedBy}<div>{instant(createdAt)}</div></> },
  ];
  const open = ({ reverses, reversedBy }: ServiceRecord) => reverses === null && reversedBy === null;
  return (
    <>
      <PageHeader title={t('admin.menu.records')} subtitle={t('admin.records.subtitle')} />
      <ListBase resource="service-records" sort={{ field: 'day', order: 'DESC' }} perPage={50}>
        <FilterCard filters={filters(may('volunteer:read'))} />
        <RecordTable<ServiceRecord>
          caption="admin.menu.records" columns={columns} {...(may('volunteer:read') ? { link: ({ volunteer }: ServiceRecord) => `/volunteers/${volunteer.id}` } : {})} empty={<EmptyState title="admin.records.empty" hint="admin.records.empty_hint" />}
          {...(may('record:reverse') ? { actions: (record: ServiceRecord) => (open(record) ? <ReverseButton record={record} /> : null) } : {})}
        />
        <Pagination />
      </ListBase>
    </>
  );
};
export default RecordsPage;
