import type { ServiceRecord } from '@kepu/contracts';
import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Mark } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';

/** The minutes of a line as hours, with a minus where it takes something back. */
export const RecordMinutes = ({ record }: { record: ServiceRecord }) => {
  const { duration } = useFormat();
  const { minutes, reversedBy } = record;
  return <Typography component="span" sx={{ fontWeight: 600, whiteSpace: 'nowrap', color: minutes < 0 ? 'error.main' : 'text.primary', ...(reversedBy ? { textDecoration: 'line-through' } : {}) }}>{duration(minutes)}</Typography>;
};

/** Which ledger, by which rule, and whether the line was corrected or corrects another. */
export const RecordLedger = ({ record }: { record: ServiceRecord }) => {
  const t = useTranslate();
  const { ledger, rule, reverses, reversedBy, reason } = record;
  return (
    <>
      <Mark tone={reversedBy || reverses || ledger === 'none' ? 'quiet' : 'good'}>{t(reverses ? 'admin.records.reversal' : reversedBy ? 'admin.records.reversed' : `terms.ledgers.${ledger}`)}</Mark>
      <Typography component="div" color="textSecondary">{reason ?? t(`terms.ledgerRules.${rule}`)}</Typography>
    </>
  );
};
