import type { RecordRequest } from '@kepu/contracts';
import { Link, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { PageHeader } from '../ui/PageHeader.js';
import { EmptyState, Facts, Loaded, Panel } from '../ui/Panels.js';
import { StateChip } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';

/** More than anybody has waiting; the rest is older. */
const SHOWN = 100;

const Answers = ({ request: { id, version, volunteer, askedBy } }: { request: RecordRequest }) => {
  const t = useTranslate();
  const given = { params: { id }, body: { version } };
  const words = { name: askedBy, number: volunteer.number };
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mt: 2 }}>
      <ActionButton label="admin.minors.approve" variant="contained" title={t('admin.minors.approve_title', words)} explanation={t('admin.minors.approve_explained')} submitLabel="admin.minors.approve" success="admin.minors.approved" run={() => api.approveMinorRecord(given)} />
      <ActionButton label="admin.minors.refuse" variant="text" danger title={t('admin.minors.refuse_title', words)} explanation={t('admin.minors.refuse_explained')} submitLabel="admin.minors.refuse" success="admin.minors.refused" run={() => api.refuseMinorRecord(given)} />
    </Stack>
  );
};

/** Who wants to open a minor's record, and why: the own requests, and for those who answer all of them. */
const MinorRecordsPage = () => {
  const t = useTranslate();
  const may = useMay();
  const { instant } = useFormat();
  const query = useApi(['minor-records'], () => api.listMinorRecordRequests({ query: { perPage: SHOWN } }));
  return (
    <>
      <PageHeader title={t('admin.minors.records')} subtitle={t('admin.minors.records_subtitle')} />
      <Loaded query={query} rows={6}>
        {({ data }) => (data.length === 0 ? <EmptyState title="admin.minors.no_records" hint="admin.minors.no_records_hint" /> : data.map((request) => (
          <Panel key={request.id} id={request.id} title={`${request.volunteer.name} · ${request.volunteer.number}`} action={<StateChip of="recordRequestStates" state={request.state} />}>
            <Typography sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line', mb: 1 }}>{request.reason}</Typography>
            <Facts rows={[
              ['admin.minors.asked_by', `${request.askedBy} · ${instant(request.askedAt)}`], ['terms.unitFields.county', request.volunteer.countyName],
              ['admin.minors.decided_by', request.decidedBy === null || request.decidedAt === null ? t('admin.shell.none') : `${request.decidedBy} · ${instant(request.decidedAt)}`],
              ['admin.minors.until', request.until === null ? t('admin.shell.none') : instant(request.until)], ['admin.minors.opened', t('admin.minors.times', { count: request.opened })],
            ]} />
            {request.state === 'asked' && !request.own && may('minor:approve') && <Answers request={request} />}
            {request.state === 'approved' && request.own && <Typography sx={{ mt: 1 }}><Link component={RouterLink} to={`/volunteers/${request.volunteer.id}`}>{t('admin.minors.go_on')}</Link></Typography>}
          </Panel>
        )))}
      </Loaded>
    </>
  );
};
export default MinorRecordsPage;
