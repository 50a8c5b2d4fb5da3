import type { Item } from '@kepu/contracts';
import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Loaded, Panel } from '../ui/Panels.js';
import { GroupCard } from './GroupCard.js';
import { useJointGroups } from './useJoint.js';

/** What others do of an item: the joint tasks that it is a part of. */
export const ItemJoint = ({ item }: { item: Item }) => {
  const t = useTranslate();
  const query = useJointGroups(item.planId, { itemId: item.id });
  return (
    <Panel id="joint" title={t('admin.joint.title')} action={<Button component={Link} to={`/plans/${item.planId}/joint`}>{t('admin.joint.all')}</Button>}>
      <Loaded query={query} rows={2}>{({ data }) => data.map((group) => <GroupCard key={group.id} group={group} editable={false} />)}</Loaded>
    </Panel>
  );
};
