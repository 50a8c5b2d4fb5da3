import type { Signup } from '@kepu/contracts';
import ChildCare from '@mui/icons-material/ChildCareOutlined';
import { useTranslate } from 'react-admin';
import { Mark } from '../ui/StateChip.js';

/** How many children under 8 come along with somebody, and whether that has to be confirmed again; nothing where none come. */
export const CompanionsMark = ({ companions, companionsToConfirm }: Pick<Signup, 'companions' | 'companionsToConfirm'>) => {
  const t = useTranslate();
  if (companions === 0) return null;
  return (
    <>
      <Mark tone="quiet" icon={<ChildCare />}>{t('terms.companions.row', { count: companions })}</Mark>
      {companionsToConfirm && <Mark tone="waiting">{t('terms.companions.toConfirm')}</Mark>}
    </>
  );
};
