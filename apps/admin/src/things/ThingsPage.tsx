import type { SharedThing } from '@kepu/contracts';
import { Button } from '@mui/material';
import { ListBase, Pagination, SelectInput, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay } from '../providers/session.js';
import { FilterCard } from '../ui/FilterCard.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState } from '../ui/Panels.js';
import { RecordTable, type Column } from '../ui/RecordTable.js';
import { Mark } from '../ui/StateChip.js';
import { UnitInput } from '../ui/inputs.js';
import { words } from '../ui/words.js';
import { MonthPanel } from './MonthPanel.js';
import { AddThing, AskForThing, EditThing } from './ThingActions.js';

const always = { alwaysOn: true } as const;
const filters = [<SelectInput key="kind" source="kind" label="admin.things.kind" choices={words.thingKinds} alwaysOn />, <UnitInput key="unitId" source="unitId" label="admin.things.unit" {...always} />];

/** What units share: where it is this month, what there is, and how to ask for it. */
const ThingsPage = () => {
  const t = useTranslate();
  const may = useMay();
  const columns: readonly Column<SharedThing>[] = [
    { label: 'admin.things.name', sort: 'name', title: true, value: ({ name, closed, shown }) => <>{name} {closed && <Mark tone="quiet">{t('admin.things.closed')}</Mark>}{!shown && <Mark tone="quiet">{t('admin.things.shown_no')}</Mark>}</> }, { label: 'admin.things.kind', value: ({ kind }) => t(`terms.thingKinds.${kind}`) }, { label: 'admin.things.unit', value: ({ unit }) => unit.name },
    { label: 'admin.things.about', value: ({ about }) => about }, { label: 'admin.things.needs', value: ({ needs }) => needs }, { label: 'admin.things.waiting', value: ({ waiting }) => (waiting ? <Mark tone="waiting">{t('admin.things.waiting_n', { count: waiting })}</Mark> : null) },
  ];
  return (
    <>
      <PageHeader title={t('admin.things.title')} subtitle={t('admin.things.subtitle')} actions={<><Button href="/shared" target="_blank">{t('admin.things.public_page')}</Button><Button component={Link} to="/thing-bookings" variant="outlined">{t('admin.things.bookings')}</Button>{may('thing:write') && <AddThing />}</>} />
      <MonthPanel />
      <ListBase resource="shared-things" sort={{ field: 'name', order: 'ASC' }} perPage={50}>
        <FilterCard filters={filters} />
        <RecordTable<SharedThing>
          caption="admin.things.register" columns={columns} link={({ id }) => `/thing-bookings?filter=${encodeURIComponent(JSON.stringify({ thingId: id }))}`} empty={<EmptyState title="admin.things.none" hint="admin.things.none_hint" />}
          actions={(thing) => <>{thing.may.write && <EditThing thing={thing} />}{may('thing:ask') && !thing.closed && <AskForThing thing={thing} />}</>}
        />
        <Pagination />
      </ListBase>
    </>
  );
};
export default ThingsPage;
