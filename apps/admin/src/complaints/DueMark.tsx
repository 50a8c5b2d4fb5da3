import type { Complaint } from '@kepu/contracts';
import { useTranslate } from 'react-admin';
import { useFormat } from '../ui/format.js';
import { Mark } from '../ui/StateChip.js';

/** By when it has to be answered, and how long that is; only the day of what is answered. */
export const DueMark = ({ complaint: { state, dueOn, daysLeft } }: { complaint: Pick<Complaint, 'state' | 'dueOn' | 'daysLeft'> }) => {
  const t = useTranslate();
  const { day } = useFormat();
  if (state !== 'open' && state !== 'reopened') return <>{day(dueOn)}</>;
  return <Mark tone={daysLeft < 0 ? 'wrong' : 'waiting'}>{day(dueOn)} · {t(daysLeft < 0 ? 'admin.complaints.days_past' : 'admin.complaints.days_left', { count: Math.abs(daysLeft) })}</Mark>;
};
