import { ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useInput, useTranslate } from 'react-admin';
import { words } from '../ui/words.js';

/** What happens, one press. `onChosen` may bring what is usual for the kind. */
export const KindInput = ({ onChosen }: { onChosen?: (kind: string) => void }) => {
  const t = useTranslate();
  const { field } = useInput<string>({ source: 'kind' });
  const label = t('admin.activities.kind');
  return (
    <>
      <Typography sx={{ fontWeight: 600, mb: 1 }} aria-hidden>{label}</Typography>
      <ToggleButtonGroup
        exclusive value={field.value} aria-label={label} onChange={(_, kind: string | null) => { if (kind) { field.onChange(kind); onChosen?.(kind); } }}
        sx={{ flexWrap: 'wrap', gap: 1, mb: 1.5, '& .MuiToggleButton-root': { borderRadius: 22, border: 1, borderColor: 'divider', px: 2, '&.Mui-selected': { borderColor: 'primary.main' } } }}
      >
        {words.activityKinds.map(({ id, name }) => <ToggleButton key={id} value={id}>{t(name)}</ToggleButton>)}
      </ToggleButtonGroup>
    </>
  );
};
