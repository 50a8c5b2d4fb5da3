import type { Plan } from '@kepu/contracts';
import { MenuItem, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';

/** Which plan a page is about; nothing to choose where there is one. */
export const PlanChoice = ({ plans, chosen, onChoose }: { plans: readonly Plan[]; chosen: Plan; onChoose: (id: string) => void }) => {
  const t = useTranslate();
  if (plans.length < 2) return <Typography color="textSecondary">{chosen.title}</Typography>;
  return (
    <TextField select label={t('admin.plans.plan')} value={chosen.id} onChange={(event) => onChoose(event.target.value)} sx={{ maxWidth: 560 }}>
      {plans.map(({ id, title }) => <MenuItem key={id} value={id}>{title}</MenuItem>)}
    </TextField>
  );
};
