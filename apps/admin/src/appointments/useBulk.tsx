import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, LinearProgress, Typography } from '@mui/material';
import { useState } from 'react';
import { useRefresh, useTranslate } from 'react-admin';
import { messageOf } from '../providers/problem.js';

interface Row { readonly id: string; readonly name: string }
interface Work { readonly rows: readonly Row[]; readonly outcomes: readonly (string | null)[]; readonly over: boolean }

/** Does one thing to many rows, one after the other: how far it is, and what came of each. One that is refused stops none of the others. */
export const useBulk = () => {
  const t = useTranslate();
  const refresh = useRefresh();
  const [work, setWork] = useState<Work | null>(null);
  const run = async (rows: readonly Row[], one: (id: string) => Promise<unknown>): Promise<void> => {
    const outcomes: (string | null)[] = [];
    setWork({ rows, outcomes, over: false });
    for (const { id } of rows) {
      outcomes.push(await one(id).then(() => null, (error: unknown) => messageOf(error)));
      setWork({ rows, outcomes: [...outcomes], over: false });
    }
    setWork({ rows, outcomes: [...outcomes], over: true });
    refresh();
  };
  const failed = work?.outcomes.filter((outcome) => outcome !== null).length ?? 0;
  const dialog = work && (
    <Dialog open fullWidth maxWidth="sm" aria-labelledby="bulk-title">
      <DialogTitle id="bulk-title" component="h2" variant="h2">{t('admin.appointments.bulk_title')}</DialogTitle>
      <DialogContent>
        <LinearProgress variant="determinate" value={(100 * work.outcomes.length) / Math.max(1, work.rows.length)} aria-label={t('admin.appointments.bulk_title')} />
        <Typography role="status" sx={{ my: 1.5 }}>{work.over ? t('admin.appointments.bulk_done', { done: work.outcomes.length - failed, failed }) : t('admin.appointments.bulk_progress', { done: work.outcomes.length, count: work.rows.length })}</Typography>
        {work.rows.map(({ id, name }, index) => { const outcome = work.outcomes[index]; return outcome === undefined ? null : <Alert key={id} severity={outcome === null ? 'success' : 'error'} sx={{ mb: 1 }}>{`${name}: ${outcome === null ? t('admin.appointments.bulk_ok') : t(outcome, { _: outcome })}`}</Alert>; })}
      </DialogContent>
      <DialogActions><Button disabled={!work.over} onClick={() => setWork(null)} sx={{ minHeight: 44 }}>{t('admin.appointments.bulk_close')}</Button></DialogActions>
    </Dialog>
  );
  return { run, dialog };
};
