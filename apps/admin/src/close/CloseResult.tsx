import type { Activity } from '@kepu/contracts';
import { Alert, Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { FileCards } from '../files/FileCards.js';
import { Facts, Figure, Figures, Panel } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';

type Report = NonNullable<NonNullable<Activity['staff']>['report']>;

/** What was handed in. */
export const CloseResult = ({ activity, report }: { activity: Activity; report: Report }) => {
  const t = useTranslate();
  const { period, number, instant } = useFormat();
  const takenBack = activity.staff?.takenBack;
  const held = report.shifts.filter((shift) => shift.held);
  const when = (id: string) => {
    const shift = activity.shifts.find((each) => each.id === id);
    return shift ? period(shift.startsAt, shift.endsAt) : t('admin.shell.none');
  };
  return (
    <>
      {takenBack && <Alert severity="warning" sx={{ mb: 2 }}>{t('admin.registration.taken_back', { ...takenBack })}</Alert>}
      <Panel id="close-result" title={t('admin.close.result')}>
        <Figures><Figure value={number(held.reduce((sum, { turnout }) => sum + turnout, 0))} label="admin.close.turnout" /><Figure value={held.length} label="admin.close.sessions" /></Figures>
        <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 1.5, p: 0 }}>
          {report.shifts.map(({ shiftId, held: was, turnout, method }) => (
            <Box component="li" key={shiftId} sx={{ py: 0.75, borderTop: 1, borderColor: 'divider' }}>{when(shiftId)} · {was ? t('admin.close.reached', { count: number(turnout), method: t(`terms.turnoutMethods.${method}`) }) : t('admin.close.not_held')}</Box>
          ))}
        </Box>
      </Panel>
      <Panel id="close-text" title={t('admin.close.proof_title')}>
        <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere', mb: 2 }}>{report.text}</Typography>
        <FileCards files={report.files} marks />
        {report.withoutPhoto && <Typography>{t('admin.shell.colon', { label: t('admin.close.without_photo') })}{report.withoutPhoto}</Typography>}
        <Box sx={{ mt: 2 }}>
          <Facts rows={[['admin.close.reported', `${instant(report.reportedAt)} · ${report.reportedBy}`], ...(report.acceptedAt ? [['admin.close.accepted', `${instant(report.acceptedAt)} · ${report.acceptedBy ?? ''}`] as const] : [])]} />
        </Box>
      </Panel>
    </>
  );
};
