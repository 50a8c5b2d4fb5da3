import type { ReportPeriod } from '@kepu/contracts';
import Download from '@mui/icons-material/DownloadOutlined';
import QrCode from '@mui/icons-material/QrCode2';
import { Button, Stack } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { reportPeriodLifecycle } from '@kepu/domain';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { ShareDialog } from '../ui/SharePanel.js';
import { saveFile } from '../ui/download.js';
import { LineInput } from '../ui/inputs.js';
import { useApi } from '../ui/useApi.js';
import { useOpenActions } from '../ui/useOpenActions.js';
import { useMay } from '../providers/session.js';
import { useRun } from '../ui/useRun.js';
import { PeriodDays, periodValues } from './OpenPeriod.js';

const Reminder = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const query = useApi(['report-reminder', id], () => api.getReportReminder({ params: { id } }));
  return <ShareDialog title="admin.reports.remind" hint="admin.reports.remind_hint" qrLabel="admin.reports.qr" query={query} onClose={onClose} />;
};

/** What the office does about a period as a whole; the sheet is for everybody. */
export const PeriodActions = ({ period }: { period: ReportPeriod }) => {
  const t = useTranslate();
  const may = useMay();
  const navigate = useNavigate();
  const { run, pending } = useRun();
  const [reminding, setReminding] = useState(false);
  const open = useOpenActions(reportPeriodLifecycle, period.state);
  const { id, version, name, counts } = period;
  const missing = counts.units - counts.accepted;
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1 }}>
      {may('report:decide') && period.state === 'open' && <Button variant="outlined" startIcon={<QrCode />} onClick={() => setReminding(true)}>{t('admin.reports.remind')}</Button>}
      <Button variant="outlined" startIcon={<Download />} disabled={pending} onClick={() => void run(async () => saveFile(await api.exportUnitReports({ params: { id } }), `${name}.xlsx`))}>{t('admin.reports.export')}</Button>
      {open.includes('change') && (
        <ActionButton
          label="admin.reports.change" title={t('admin.reports.change_title', { name })} explanation={t('admin.reports.change_explained')} submitLabel="ra.action.save" success="admin.reports.changed"
          defaults={{ name, from: period.from, to: period.to, opensOn: period.opensOn, dueOn: period.dueOn, returnWorkdays: period.returnWorkdays, remindWorkdays: period.remindWorkdays }} run={(values) => api.updateReportPeriod({ params: { id }, body: { version, ...periodValues(values) } })}
        >
          <LineInput source="name" label="admin.reports.name" isRequired />
          <PeriodDays />
        </ActionButton>
      )}
      {open.includes('delete') && counts.units === counts.notBegun && (
        <ActionButton
          label="admin.reports.remove" variant="text" danger title={t('admin.reports.remove_title', { name })} explanation={t('admin.reports.remove_explained')} submitLabel="admin.reports.remove" success="admin.reports.removed"
          run={async () => { await api.deleteReportPeriod({ params: { id } }); void navigate(`/plans/${period.plan.id}/reports`); }}
        />
      )}
      {open.includes('lock') && (
        <ActionButton
          label="admin.reports.lock" title={t('admin.reports.lock_title', { name })} submitLabel="admin.reports.lock" success="admin.reports.locked" danger
          explanation={missing > 0 ? `${t('admin.reports.lock_explained')} ${t('admin.reports.lock_missing', { count: missing })}` : t('admin.reports.lock_explained')}
          run={({ reason }) => api.lockReportPeriod({ params: { id }, body: { version, ...(reason ? { reason: String(reason) } : {}) } })}
        >
          {missing > 0 && <ReasonInput />}
        </ActionButton>
      )}
      {reminding && <Reminder id={id} onClose={() => setReminding(false)} />}
    </Stack>
  );
};
