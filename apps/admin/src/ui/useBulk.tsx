import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, LinearProgress, Typography } from '@mui/material';
import { useState } from 'react';
import { useRefresh, useTranslate } from 'react-admin';
import { messageOf } from '../providers/problem.js';

/** What is decided about, as the list names it. */
export interface BulkRow { readonly id: string; readonly name: string }
type Undo = ((id: string) => Promise<unknown>) | null;
interface Work { readonly rows: readonly BulkRow[]; readonly outcomes: readonly (string | null)[]; readonly over: boolean; readonly undo: Undo }

/**
 * Does one thing to many rows, one after the other: how far it is, and what came of each. One that is refused stops none of the others. With `undo`, what went through can be
 * taken back from the same dialog; it is given what the decision answered, so that what somebody has gone on with stays.
 */
export const useBulk = () => {
  const t = useTranslate();
  const refresh = useRefresh();
  const [work, setWork] = useState<Work | null>(null);
  const run = async <A,>(rows: readonly BulkRow[], one: (id: string) => Promise<A>, undo?: (id: string, answer: A) => Promise<unknown>): Promise<void> => {
    const outcomes: (string | null)[] = [];
    const answers = new Map<string, A>();
    const back: Undo = undo ? (id) => { const answer = answers.get(id); return answer === undefined ? Promise.resolve() : undo(id, answer); } : null;
    const show = (over: boolean) => setWork({ rows, outcomes: [...outcomes], over, undo: back });
    show(false);
    for (const { id } of rows) {
      outcomes.push(await one(id).then((answer) => { answers.set(id, answer); return null; }, (error: unknown) => messageOf(error)));
      show(false);
    }
    show(true);
    refresh();
  };
  const failed = work?.outcomes.filter((outcome) => outcome !== null).length ?? 0;
  const through = work?.over ? work.rows.filter((_, index) => work.outcomes[index] === null) : [];
  const undo = work?.undo ?? null;
  const dialog = work && (
    <Dialog open fullWidth maxWidth="sm" aria-labelledby="bulk-title">
      <DialogTitle id="bulk-title" component="h2" variant="h2">{t('admin.appointments.bulk_title')}</DialogTitle>
      <DialogContent>
        <LinearProgress variant="determinate" value={(100 * work.outcomes.length) / Math.max(1, work.rows.length)} aria-label={t('admin.appointments.bulk_title')} />
        <Typography role="status" sx={{ my: 1.5 }}>{work.over ? t('admin.appointments.bulk_done', { done: work.outcomes.length - failed, failed }) : t('admin.appointments.bulk_progress', { done: work.outcomes.length, count: work.rows.length })}</Typography>
        {work.rows.map(({ id, name }, index) => { const outcome = work.outcomes[index]; return outcome === undefined ? null : <Alert key={id} severity={outcome === null ? 'success' : 'error'} sx={{ mb: 1 }}>{`${name}: ${outcome === null ? t('admin.appointments.bulk_ok') : t(outcome, { _: outcome })}`}</Alert>; })}
      </DialogContent>
      <DialogActions>
        {undo && through.length > 0 && <Button onClick={() => void run(through, undo)} sx={{ minHeight: 44 }}>{t('admin.appointments.bulk_undo')}</Button>}
        <Button disabled={!work.over} onClick={() => setWork(null)} sx={{ minHeight: 44 }}>{t('admin.appointments.bulk_close')}</Button>
      </DialogActions>
    </Dialog>
  );
  return { run, dialog };
};
