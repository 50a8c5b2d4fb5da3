import type { Plan } from '@kepu/contracts';
import { Button } from '@mui/material';
import { ListBase, Pagination, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { BeginPlan } from '../levels/BeginPlan.js';
import { useMay } from '../providers/session.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState } from '../ui/Panels.js';
import { SignedBar } from '../ui/Progress.js';
import { RecordTable, type Column } from '../ui/RecordTable.js';
import { StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';

/** The papers, newest year first. */
const PlansPage = () => {
  const t = useTranslate();
  const may = useMay();
  const { day } = useFormat();
  const columns: readonly Column<Plan>[] = [
    { label: 'admin.plans.plan', value: ({ title }) => title, title: true },
    { label: 'admin.imports.year', sort: 'year', value: ({ year }) => year, width: 90 },
    { label: 'terms.paperFields.docNumber', value: ({ docNumber }) => docNumber ?? t('admin.shell.none') },
    { label: 'admin.shell.state', value: ({ state }) => <StateChip of="planStates" state={state} />, width: 130 },
    { label: 'admin.plans.items', value: ({ counts }) => counts.items, width: 90 },
    { label: 'admin.plans.signed', value: ({ state, signOff }) => (state === 'draft' ? t('admin.shell.none') : <SignedBar tally={signOff} dense />), width: 190 },
    { label: 'terms.paperFields.issuedOn', value: ({ issuedOn }) => day(issuedOn, true), wideOnly: true },
  ];
  return (
    <>
      <PageHeader title={t('admin.plans.title')} subtitle={t('admin.plans.subtitle')} actions={<>{may('plan:write') && <BeginPlan />}{may('drafting:read') && <Button component={Link} to="/drafting" variant="outlined">{t('admin.drafting.go')}</Button>}</>} />
      <ListBase resource="plans" sort={{ field: 'year', order: 'DESC' }} perPage={25}>
        <RecordTable<Plan>
          caption="admin.plans.title" columns={columns} link={({ id }) => `/plans/${id}`}
          empty={<EmptyState title="admin.home.no_plan" hint={may('plan-import:write') ? 'admin.home.no_plan_hint' : 'admin.home.no_plan_reader'} action={may('plan-import:write') ? { label: 'admin.imports.upload', to: '/plan-imports' } : undefined} />}
        />
        <Pagination />
      </ListBase>
    </>
  );
};
export default PlansPage;
