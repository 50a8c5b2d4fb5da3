import { Paper, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';

/** Signs for what was chosen, or for all that waits. Stays in sight at the lower edge. */
export const SignBar = ({ waiting, chosen, onSigned }: { waiting: readonly string[]; chosen: readonly string[]; onSigned: () => void }) => {
  const t = useTranslate();
  const ids = chosen.length > 0 ? chosen : waiting;
  return (
    <Paper variant="outlined" component="section" aria-label={t('admin.my_items.sign')} sx={{ position: 'sticky', bottom: 8, zIndex: 5, p: 1.5, mt: 2, display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', justifyContent: 'space-between', boxShadow: 3 }}>
      <Typography color="textSecondary">{t(chosen.length > 0 ? 'admin.my_items.chosen' : 'admin.my_items.waiting', { count: ids.length })}</Typography>
      <ActionButton
        label={t(chosen.length > 0 ? 'admin.my_items.sign_chosen' : 'admin.my_items.sign_all', { count: ids.length })} variant="contained" title={t('admin.my_items.sign_title', { count: ids.length })}
        explanation={t('admin.my_items.sign_explained')} submitLabel="admin.my_items.sign" success="admin.my_items.signed" successArgs={{ count: ids.length }}
        run={async () => { await api.signAssignments({ body: { ids: [...ids] } }); onSigned(); }}
      />
    </Paper>
  );
};
