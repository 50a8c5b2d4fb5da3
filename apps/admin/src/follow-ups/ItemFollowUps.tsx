import { useTranslate } from 'react-admin';
import { Panel } from '../ui/Panels.js';
import { AdjustmentCard } from './AdjustmentCard.js';
import { CloseOutCard } from './CloseOutCard.js';
import { useAdjustments, useCloseOuts } from './useFollowUps.js';

/** What was asked and decided beside the words of an item. Nothing where nothing was. */
export const ItemFollowUps = ({ itemId }: { itemId: string }) => {
  const t = useTranslate();
  const adjustments = useAdjustments({ itemId, perPage: 50 }).data?.data ?? [];
  const closeOuts = useCloseOuts({ itemId, perPage: 50 }).data?.data ?? [];
  if (adjustments.length + closeOuts.length === 0) return null;
  return (
    <Panel id="follow-ups" title={t('admin.follow_ups.tab')}>
      {closeOuts.map((row) => <CloseOutCard key={row.id} row={row} alone />)}
      {adjustments.map((row) => <AdjustmentCard key={row.id} row={row} alone />)}
    </Panel>
  );
};
