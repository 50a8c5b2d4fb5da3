import type { PoolTerm } from '@kepu/contracts';
import { Button, Checkbox, Stack } from '@mui/material';
import { useState } from 'react';
import { ListBase, Pagination, useListContext, useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { FilterCard } from '../ui/FilterCard.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState } from '../ui/Panels.js';
import { RecordTable, type Column } from '../ui/RecordTable.js';
import { Mark } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { PoolInput } from '../ui/inputs.js';
import { useBulk } from '../ui/useBulk.js';
import { Renew } from './TermPage.js';

const filters = [<PoolInput key="poolId" source="poolId" label="admin.appointments.pool" {...{ alwaysOn: true }} />];

const Chosen = ({ chosen, clear }: { chosen: ReadonlySet<string>; clear: () => void }) => {
  const t = useTranslate();
  const { data = [] } = useListContext<PoolTerm>();
  const { run, dialog } = useBulk();
  const rows = data.filter(({ id }) => chosen.has(id)).map(({ id, person }) => ({ id, name: person.name }));
  return (
    <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', my: 1 }}>
      {rows.length > 0 && <Button variant="contained" sx={{ minHeight: 44 }} onClick={() => void run(rows, (id) => api.renewPoolTerm({ params: { id }, body: {} })).then(clear)}>{t('admin.appointments.renew_n', { count: rows.length })}</Button>}
      {rows.length > 0 && <Button variant="outlined" sx={{ minHeight: 44 }} onClick={() => void run(rows, (id) => api.askPoolTerm({ params: { id } })).then(clear)}>{t('admin.appointments.ask_n', { count: rows.length })}</Button>}
      {dialog}
    </Stack>
  );
};

/** Terms that end soon or have ended with nothing after them: renewed one or many. */
const RenewalsPage = () => {
  const t = useTranslate();
  const may = useMay()('nomination:decide');
  const { day } = useFormat();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) => setChosen((all) => { const next = new Set(all); if (!next.delete(id)) next.add(id); return next; });
  const willing = ({ willing: said, asked }: PoolTerm) => (said === null ? t(asked ? 'admin.appointments.willing_asked' : 'admin.appointments.willing_unasked') : said ? <Mark tone="good">{t('admin.appointments.willing_yes')}</Mark> : <Mark tone="wrong">{t('admin.appointments.willing_no')}</Mark>);
  const columns: readonly Column<PoolTerm>[] = [
    { label: 'admin.appointments.person', sort: 'personName', title: true, value: ({ person }) => person.name }, { label: 'admin.appointments.pool', value: ({ pool }) => pool.name }, { label: 'admin.appointments.unit', value: ({ unit }) => unit?.name ?? t('admin.shell.none') },
    { label: 'admin.appointments.ends', sort: 'toDay', nowrap: true, value: ({ toDay }) => (toDay ? day(toDay, true) : t('admin.appointments.no_end')) }, { label: 'admin.appointments.willing', value: willing },
  ];
  return (
    <>
      <PageHeader title={t('admin.appointments.renewals')} subtitle={t('admin.appointments.renewals_subtitle')} back={{ to: '/pools', label: 'admin.menu.pools' }} />
      <ListBase resource="pool-terms" filter={{ due: 'true' }} sort={{ field: 'toDay', order: 'ASC' }} perPage={50} storeKey={false}>
        <FilterCard filters={filters} search="admin.shell.search_pinyin" />
        <Chosen chosen={chosen} clear={() => setChosen(new Set())} />
        <RecordTable<PoolTerm>
          caption="admin.appointments.renewals" columns={columns} link={({ id }) => `/pool-terms/${id}`} empty={<EmptyState title="admin.appointments.renewals_none" hint="admin.appointments.renewals_none_hint" />}
          {...(may ? { actions: (term: PoolTerm) => <><Checkbox checked={chosen.has(term.id)} onChange={() => toggle(term.id)} slotProps={{ input: { 'aria-label': t('admin.appointments.select', { name: term.person.name }) } }} sx={{ width: 44, height: 44 }} /><Renew term={term} /></> } : {})}
        />
        <Pagination />
      </ListBase>
    </>
  );
};
export default RenewalsPage;
