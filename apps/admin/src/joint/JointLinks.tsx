import type { Item } from '@kepu/contracts';
import { Link, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';

/** The joint tasks that a piece of work belongs to, and who leads them. */
export const JointLinks = ({ item }: { item: Pick<Item, 'planId' | 'joint'> }) => {
  const t = useTranslate();
  return item.joint.map(({ id, name, lead }) => (
    <Typography key={id} sx={{ mt: 0.5 }}>
      {t('admin.shell.colon', { label: t('admin.joint.title') })}<Link component={RouterLink} to={`/plans/${item.planId}/joint`} sx={{ display: 'inline-flex', alignItems: 'center', minHeight: 44 }}>{name}</Link>{lead && ` · ${t('admin.joint.led_by', { unit: lead.name })}`}
    </Typography>
  ));
};
