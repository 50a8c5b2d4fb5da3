import type { AssignmentRow } from '@kepu/contracts';
import { Paper, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';

/** Signs for what was chosen, or for all that waits. Stays in sight at the lower edge. */
export const SignBar = ({ waiting, chosen, onSigned }: { waiting: readonly AssignmentRow[]; chosen: readonly string[]; onSigned: () => void }) => {
  const t = useTranslate();
  const rows = chosen.length > 0 ? waiting.filter(({ id }) => chosen.includes(id)) : waiting;
  const count = rows.length;
  return (
    <Paper variant="outlined" component="section" aria-label={t('admin.my_items.sign')} sx={{ position: 'sticky', bottom: 8, zIndex: 5, p: 1.5, mt: 2, display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', justifyContent: 'space-between', boxShadow: 3 }}>
      <Typography color="textSecondary">{t(chosen.length > 0 ? 'admin.my_items.chosen' : 'admin.my_items.waiting', { count })}</Typography>
      <ActionButton
        label={t(chosen.length > 0 ? 'admin.my_items.sign_chosen' : 'admin.my_items.sign_all', { count })} variant="contained" title={t('admin.my_items.sign_title', { count })}
        explanation={t('admin.my_items.sign_explained')} submitLabel="admin.my_items.sign" success="admin.my_items.signed" successArgs={{ count }}
        run={async () => { await api.signAssignments({ body: { ids: rows.map(({ id }) => id), versions: rows.map(({ version }) => version) } }); onSigned(); }}
      />
    </Paper>
  );
};
