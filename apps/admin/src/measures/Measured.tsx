import type { Measured as Counts } from '@kepu/contracts';
import Flag from '@mui/icons-material/FlagOutlined';
import { useTranslate } from 'react-admin';
import { Mark } from '../ui/StateChip.js';

/** How many measures are done, of how many; nothing where there is none. */
export const Measured = ({ measures }: { measures: Counts }) => {
  const t = useTranslate();
  if (measures.total === 0) return null;
  return <Mark tone={measures.done === measures.total ? 'good' : 'quiet'} icon={<Flag />}>{t('admin.measures.done_of', { done: measures.done, total: measures.total })}</Mark>;
};
