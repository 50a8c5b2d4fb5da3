import type { Credential } from '@kepu/contracts';
import { useTranslate } from 'react-admin';
import { Mark } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';

/** The days on which a certificate holds, and whether they are over. */
export const Span = ({ credential: { fromDay, toDay } }: { credential: Pick<Credential, 'fromDay' | 'toDay'> }) => {
  const t = useTranslate();
  const { day, today } = useFormat();
  return <>{day(fromDay, true)} {toDay ? t('admin.credentials.until', { day: day(toDay, true) }) : t('admin.credentials.no_end')} {toDay && today && toDay < today && <Mark tone="wrong">{t('admin.credentials.expired')}</Mark>}</>;
};
