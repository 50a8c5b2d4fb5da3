import type { UnitReport } from '@kepu/contracts';
import { allowedActions, unitReportLifecycle, type UnitReportAction } from '@kepu/domain';
import { Button, Paper, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { useFormat } from '../ui/format.js';

interface Props {
  report: UnitReport; missing: number; contested: number; dirty: boolean; pending: boolean; save: (restNothingNew?: boolean) => Promise<unknown>; ahead: () => Promise<UnitReport>;
  fresh: <T>(work: () => Promise<T>) => Promise<T>;
}
/** Which of the reader’s rights for this unit a step takes: one person may hold several, for several units. */
const rightOf: Readonly<Record<UnitReportAction, keyof UnitReport['may']>> = { save: 'write', revise: 'write', hand_over: 'handOver', send_back: 'submit', submit: 'submit', recall: 'write', accept: 'decide', return: 'decide', lock: 'decide', ask: 'ask', allow: 'decide', refuse: 'decide' };
const reasons = ['numbers', 'detail', 'next', 'wrong'].map((key) => `admin.reports.reasons.${key}`);

/** What can be done with the report now, at the lower edge of the page. Where the unit has an approver, a liaison hands it to them. */
export const ReportBar = ({ report, missing, contested, dirty, pending, save, ahead, fresh }: Props) => {
  const t = useTranslate();
  const { list } = useFormat();
  const open = allowedActions(unitReportLifecycle, report.state).filter((action) => report.may[rightOf[action]]);
  const { id, period, unit, approvers, lines } = report;
  const writes = open.includes('save') || open.includes('revise');
  const blocked = missing > 0 || contested > 0 || pending;
  if (open.length === 0) return null;
  const version = report.version;
  const reasoned = (values: Record<string, unknown>) => ({ params: { id }, body: { version, reason: String(values['reason'] ?? '') } });
  const whole = { params: { id }, body: { version } };
  const names = { period: period.name, unit: unit.name };
  return (
    <Paper variant="outlined" component="section" aria-label={t('admin.reports.bar')} sx={{ position: 'sticky', bottom: 8, zIndex: 5, p: 1.5, mt: 2, display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', justifyContent: 'space-between', boxShadow: 3 }}>
      <Typography role="status" color={missing > 0 ? 'warning' : 'textSecondary'}>{writes || open.includes('submit') ? [missing > 0 ? t('admin.reports.missing', { count: missing }) : t('admin.reports.whole', { count: lines.length }), ...(dirty ? [t('admin.reports.unsaved')] : []), ...(contested > 0 ? [t('admin.reports.contested_n', { count: contested })] : [])].join(' · ') : ''}</Typography>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1 }}>
        {writes && missing > 0 && <Button variant="outlined" disabled={pending || contested > 0} onClick={() => void save(true)}>{t('admin.reports.rest_nothing', { count: missing })}</Button>}
        {writes && dirty && <Button variant="outlined" disabled={pending || contested > 0} onClick={() => void save()}>{t('admin.reports.save')}</Button>}
        {open.includes('hand_over') && <ActionButton label="admin.reports.hand_over" variant="contained" disabled={blocked} title={t('admin.reports.hand_over_title', { names: list(approvers) })} explanation={t('admin.reports.hand_over_explained')} submitLabel="admin.reports.hand_over" success="admin.reports.handed_over" run={() => fresh(async () => api.handOverUnitReport({ params: { id }, body: { version: (await ahead()).version } }))} />}
        {open.includes('send_back') && <ActionButton label="admin.reports.send_back" title={t('admin.reports.send_back_title')} submitLabel="admin.reports.send_back" success="admin.reports.sent_back" run={(values) => fresh(() => api.sendBackUnitReport(reasoned(values)))}><ReasonInput suggestions={reasons} /></ActionButton>}
        {open.includes('submit') && <ActionButton label="admin.reports.submit" variant="contained" disabled={blocked} title={t('admin.reports.submit_title', names)} explanation={t('admin.reports.submit_explained')} submitLabel="admin.reports.submit" success="admin.reports.submitted" run={() => fresh(async () => api.submitUnitReport({ params: { id }, body: { version: (await ahead()).version } }))} />}
        {open.includes('recall') && <ActionButton label="admin.reports.recall" title={t('admin.reports.recall_title', names)} explanation={t('admin.reports.recall_explained')} submitLabel="admin.reports.recall" success="admin.reports.recalled" run={() => fresh(() => api.recallUnitReport(whole))} />}
        {open.includes('return') && <ActionButton label="admin.reports.return" title={t('admin.reports.return_title', names)} explanation={t('admin.reports.return_explained')} submitLabel="admin.reports.return" success="admin.reports.returned" run={(values) => fresh(() => api.returnUnitReport(reasoned(values)))}><ReasonInput suggestions={reasons} /></ActionButton>}
        {open.includes('accept') && <ActionButton label="admin.reports.accept_one" variant="contained" title={t('admin.reports.accept_title', { count: 1 })} submitLabel="admin.reports.accept_one" success="admin.reports.accepted" run={() => fresh(() => api.acceptUnitReport(whole))} />}
        {open.includes('ask') && <ActionButton label="admin.reports.ask" title={t('admin.reports.ask_title', names)} explanation={t('admin.reports.ask_explained')} submitLabel="admin.reports.ask" success="admin.reports.asked" run={(values) => fresh(() => api.askReportCorrection(reasoned(values)))}><ReasonInput /></ActionButton>}
        {open.includes('lock') && period.state === 'locked' && <ActionButton label="admin.reports.end" title={t('admin.reports.end_title', names)} explanation={t('admin.reports.end_explained')} submitLabel="admin.reports.end" success="admin.reports.ended" run={(values) => fresh(() => api.endReportCorrection(reasoned(values)))}><ReasonInput /></ActionButton>}
        {open.includes('refuse') && <ActionButton label="admin.reports.refuse" title={t('admin.reports.refuse_title', names)} submitLabel="admin.reports.refuse" success="admin.reports.refused" run={(values) => fresh(() => api.refuseReportCorrection(reasoned(values)))}><ReasonInput /></ActionButton>}
        {open.includes('allow') && <ActionButton label="admin.reports.allow" variant="contained" title={t('admin.reports.allow_title', names)} submitLabel="admin.reports.allow" success="admin.reports.allowed" run={() => fresh(() => api.allowReportCorrection(whole))} />}
      </Stack>
    </Paper>
  );
};
