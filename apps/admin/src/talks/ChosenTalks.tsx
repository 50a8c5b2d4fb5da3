import type { Talk } from '@kepu/contracts';
import { can, talkLifecycle, type TalkAction } from '@kepu/domain';
import { Checkbox, FormControlLabel, Stack } from '@mui/material';
import { useListContext, useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { useBulk } from '../ui/useBulk.js';
import { talkReasons } from './TalkActions.js';

const open = (talk: Talk, action: TalkAction): boolean => talk.may.publish && can(talkLifecycle, talk.state, action);
/** Whether anything can be decided about a talk together with others. */
export const choosable = (talk: Talk): boolean => open(talk, 'publish') || open(talk, 'withdraw');

/** Talks that are chosen, and what can be decided about all of them at once. A publication and a return can be undone; a withdrawal tells the lecturer why, and is published anew. */
export const ChosenTalks = ({ chosen, setChosen }: { chosen: ReadonlySet<string>; setChosen: (next: ReadonlySet<string>) => void }) => {
  const t = useTranslate();
  const { data = [] } = useListContext<Talk>();
  const { run, dialog } = useBulk();
  const able = data.filter(choosable);
  const named = (rows: readonly Talk[]) => rows.filter(({ id }) => chosen.has(id)).map(({ id, title }) => ({ id, name: title }));
  const [waiting, shown] = [named(able.filter((talk) => open(talk, 'publish'))), named(able.filter((talk) => open(talk, 'withdraw')))];
  const versionOf = (id: string) => data.find((talk) => talk.id === id)?.version ?? 0;
  const undo = (id: string, { version }: Talk) => api.undoTalk({ params: { id }, body: { version } });
  const because = (id: string, { reason }: Record<string, unknown>) => ({ params: { id }, body: { version: versionOf(id), reason: String(reason ?? '') } });
  const done = () => setChosen(new Set());
  return (
    <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center', my: 1 }}>
      {able.length > 0 && <FormControlLabel sx={{ minHeight: 44 }} control={<Checkbox checked={able.every(({ id }) => chosen.has(id))} onChange={(event) => setChosen(new Set(event.target.checked ? able.map(({ id }) => id) : []))} />} label={t('admin.appointments.select_all')} />}
      {waiting.length > 0 && <ActionButton label={t('admin.talks.bulk_publish', { count: waiting.length })} variant="contained" title={t('admin.talks.bulk_publish', { count: waiting.length })} submitLabel="admin.talks.publish" run={async () => { await run(waiting, (id) => api.publishTalk({ params: { id }, body: { version: versionOf(id) } }), undo); done(); }} />}
      {waiting.length > 0 && <ActionButton label={t('admin.talks.bulk_return', { count: waiting.length })} danger title={t('admin.talks.bulk_return', { count: waiting.length })} submitLabel="admin.talks.return" run={async (values) => { await run(waiting, (id) => api.returnTalk(because(id, values)), undo); done(); }}><ReasonInput suggestions={talkReasons} /></ActionButton>}
      {shown.length > 0 && <ActionButton label={t('admin.talks.bulk_withdraw', { count: shown.length })} danger title={t('admin.talks.bulk_withdraw', { count: shown.length })} submitLabel="admin.talks.withdraw" run={async (values) => { await run(shown, (id) => api.withdrawTalk(because(id, values))); done(); }}><ReasonInput suggestions={talkReasons} /></ActionButton>}
      {dialog}
    </Stack>
  );
};
