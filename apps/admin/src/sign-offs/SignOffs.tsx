import type { Plan } from '@kepu/contracts';
import { Alert, ToggleButton, ToggleButtonGroup, Box } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { EmptyState, Loaded } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { AskedQuestions } from './AskedQuestions.js';
import { SignOffActions } from './SignOffActions.js';
import { SignOffTable } from './SignOffTable.js';

/** Who has signed and who has not, what was asked, and what the office does about it. */
const SignOffs = ({ plan }: { plan: Plan }) => {
  const t = useTranslate();
  const may = useMay();
  const { day, distance, today, aside } = useFormat();
  const [show, setShow] = useState<'unsigned' | 'all'>('unsigned');
  const [selected, setSelected] = useState<readonly string[]>([]);
  const issued = plan.state !== 'draft';
  const query = useApi(['sign-offs', plan.id, show], () => api.listSignOffs({ params: { id: plan.id }, query: show === 'unsigned' ? { unsigned: 'true' } : {} }), { enabled: issued });
  if (!issued) return <EmptyState title="admin.plans.not_issued" hint="admin.sign_offs.not_issued_hint" action={{ label: 'admin.plans.tab_overview', to: `/plans/${plan.id}` }} />;
  return (
    <>
      {may('assignment:answer') && <AskedQuestions planId={plan.id} />}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, justifyContent: 'space-between', mb: 1.5 }}>
        <ToggleButtonGroup exclusive value={show} aria-label={t('admin.sign_offs.show')} onChange={(_, next: 'unsigned' | 'all' | null) => { if (next) { setShow(next); setSelected([]); } }}>
          <ToggleButton value="unsigned">{t('admin.sign_offs.show_unsigned')}</ToggleButton>
          <ToggleButton value="all">{t('admin.sign_offs.show_all')}</ToggleButton>
        </ToggleButtonGroup>
        <SignOffActions plan={plan} unsigned={show === 'unsigned'} selected={selected} onRecorded={() => setSelected([])} />
      </Box>
      <Loaded query={query} rows={10}>
        {({ data, signBy, signByUncertain }) => (
          <>
            {signBy && plan.state === 'issued' && plan.signOff.pending > 0 && (
              <Alert severity={today !== null && signBy < today ? 'error' : 'info'} sx={{ mb: 1.5 }}>{t('admin.plans.sign_by', { day: day(signBy) })}{aside(distance(signBy))}{signByUncertain && ` ${t('admin.sign_offs.uncertain')}`}</Alert>
            )}
            {data.length === 0
              ? <EmptyState title="admin.home.all_signed" hint="admin.sign_offs.all_signed_hint" />
              : <SignOffTable planId={plan.id} rows={data} selected={selected} {...(may('sign-off:record') && plan.state === 'issued' ? { onSelect: setSelected } : {})} />}
          </>
        )}
      </Loaded>
    </>
  );
};
export default SignOffs;
