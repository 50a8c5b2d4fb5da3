import type { AssignmentLight, Chase, Chased, Plan } from '@kepu/contracts';
import Campaign from '@mui/icons-material/CampaignOutlined';
import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, TablePagination, Typography } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { EmptyState, Loaded } from '../ui/Panels.js';
import { QrImage } from '../ui/SharePanel.js';
import { CopyButton } from '../ui/CopyButton.js';
import { Mark } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';
import { LineInput } from '../ui/inputs.js';
import { useApi } from '../ui/useApi.js';

const perPage = 10;

/** A text for each unit that was chased, to pass on where its people are. */
const Messages = ({ chase, onClose }: { chase: Chase; onClose: () => void }) => {
  const t = useTranslate();
  const query = useApi(['chase-messages', chase.id], () => api.getChaseMessages({ params: { id: chase.id } }));
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="messages-title">
      <DialogTitle id="messages-title" component="h2" variant="h2">{t('admin.lights.messages_title')}</DialogTitle>
      <DialogContent>
        <Typography color="textSecondary" sx={{ mb: 1 }}>{t('admin.lights.messages_hint')}</Typography>
        <Loaded query={query}>
          {({ data }) => (
            <>
              {data.map(({ unit, text }) => (
                <Box component="section" key={unit.id} aria-label={unit.name} sx={{ mb: 2 }}>
                  <Box sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere', p: 1.5, borderRadius: 1, backgroundColor: 'background.default', mb: 1 }}>{text}</Box>
                  <CopyButton text={text} label="admin.shell.copy_text" variant="outlined" />
                </Box>
              ))}
              {data[0] && <Box sx={{ textAlign: 'center' }}><QrImage qr={data[0].qr} alt={data[0].url} /></Box>}
            </>
          )}
        </Loaded>
      </DialogContent>
      <DialogActions><Button onClick={onClose}>{t('ra.action.close')}</Button></DialogActions>
    </Dialog>
  );
};

/** Chases the units of some assignments, says what became of it, and offers the texts. */
export const ChaseButton = ({ plan, rows, label, variant = 'outlined', onDone }: { plan: Plan; rows: readonly AssignmentLight[]; label: string; variant?: 'outlined' | 'contained' | 'text'; onDone?: () => void }) => {
  const t = useTranslate();
  const notify = useNotify();
  const { list } = useFormat();
  const [sent, setSent] = useState<Chase | null>(null);
  const units = new Set(rows.map(({ unit }) => unit.id)).size;
  const tell = ({ chase, skipped, unheard }: Chased): void => {
    const said = [
      ...(chase ? [t('admin.lights.chased_done', { units: chase.units.length, count: chase.units.reduce((sum, unit) => sum + unit.items, 0) })] : unheard.length === 0 ? [t('admin.lights.chased_none')] : []),
      ...(chase && skipped > 0 ? [t('admin.lights.chased_skipped', { count: skipped })] : []), ...(unheard.length > 0 ? [t('admin.lights.chased_unheard', { units: list(unheard.map(({ name }) => name)) })] : []),
    ].join(' ');
    notify(said, { type: unheard.length > 0 || !chase ? 'warning' : 'success', autoHideDuration: 10_000, messageArgs: { _: said } });
    setSent(chase);
    onDone?.();
  };
  return (
    <>
      <ActionButton
        label={label} icon={<Campaign />} variant={variant} disabled={rows.length === 0} title={t('admin.lights.chase_title', { units, count: rows.length })} explanation={t('admin.lights.chase_hint')} submitLabel="admin.lights.chase_send"
        run={async ({ words }) => tell(await api.chaseUnits({ params: { id: plan.id }, body: { assignmentIds: rows.map(({ assignmentId }) => assignmentId), ...(words ? { words: String(words) } : {}) } }))}
      >
        <LineInput source="words" label="admin.lights.chase_words" rows={3} />
      </ActionButton>
      {sent && <Messages chase={sent} onClose={() => setSent(null)} />}
    </>
  );
};

const ChaseRow = ({ chase }: { chase: Chase }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  const [open, setOpen] = useState(false);
  return (
    <Box component="li" sx={{ py: 1.5, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center', justifyContent: 'space-between' }}>
        <Typography sx={{ fontWeight: 600 }}>{instant(chase.at)} · {t('admin.lights.history_row', { by: chase.by, units: chase.units.length, count: chase.units.reduce((sum, unit) => sum + unit.items, 0) })}</Typography>
        <Button onClick={() => setOpen(true)}>{t('admin.lights.message')}</Button>
      </Stack>
      {chase.words && <Typography sx={{ whiteSpace: 'pre-line' }}>{chase.words}</Typography>}
      <Stack component="ul" sx={{ listStyle: 'none', m: 0, mt: 0.5, p: 0, gap: 0.5 }}>
        {chase.units.map((unit) => (
          <Stack component="li" key={unit.id} direction="row" sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
            <span>{unit.name}</span>
            <Mark tone={unit.read.length > 0 ? 'good' : 'waiting'}>{t(unit.read.length > 0 ? 'admin.lights.chased_read' : 'admin.lights.chased_unread')}</Mark>
            <Typography component="span" color="textSecondary">{unit.read.map(({ name, at }) => t('admin.lights.read_by', { name, at: instant(at) })).join(' · ')}</Typography>
          </Stack>
        ))}
      </Stack>
      {open && <Messages chase={chase} onClose={() => setOpen(false)} />}
    </Box>
  );
};

/** Who was chased when, and who has read it. */
export const ChaseHistory = ({ plan, onClose }: { plan: Plan; onClose: () => void }) => {
  const t = useTranslate();
  const [page, setPage] = useState(0);
  const query = useApi(['chases', plan.id, page], () => api.listChases({ params: { id: plan.id }, query: { page: page + 1, perPage } }));
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby="chases-title">
      <DialogTitle id="chases-title" component="h2" variant="h2">{t('admin.lights.history')}</DialogTitle>
      <DialogContent>
        {plan.state === 'closed' && <Alert severity="info">{t('terms.planStates.closed')}</Alert>}
        <Loaded query={query}>
          {({ data, total }) => (total === 0 ? <EmptyState title="admin.lights.no_history" hint="admin.lights.no_history_hint" /> : (
            <>
              <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>{data.map((chase) => <ChaseRow key={chase.id} chase={chase} />)}</Box>
              {total > perPage && <TablePagination component="div" count={total} page={page} rowsPerPage={perPage} rowsPerPageOptions={[perPage]} onPageChange={(_, next) => setPage(next)} labelDisplayedRows={({ from, to, count }) => t('ra.navigation.page_range_info', { offsetBegin: from, offsetEnd: to, total: count })} getItemAriaLabel={(kind) => t(`ra.navigation.${kind}`)} />}
            </>
          ))}
        </Loaded>
      </DialogContent>
      <DialogActions><Button onClick={onClose}>{t('ra.action.close')}</Button></DialogActions>
    </Dialog>
  );
};
