import { useTranslate } from 'react-admin';
import { Mark } from '../ui/StateChip.js';

/** How many have a place of how many wanted. */
export const Places = ({ wanted, free }: { wanted: number; free: number }) => {
  const t = useTranslate();
  return <Mark tone={free > 0 ? 'waiting' : 'good'}>{t('admin.activities.places_of', { taken: wanted - free, wanted })}</Mark>;
};
