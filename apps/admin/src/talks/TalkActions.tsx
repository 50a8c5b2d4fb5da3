import type { Talk } from '@kepu/contracts';
import { can, talkLifecycle, type TalkAction } from '@kepu/domain';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { api } from '../providers/api.js';
import { once } from '../providers/idempotency.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { PoolInput, VolunteerInput } from '../ui/inputs.js';
import { talkBody, talkDefaults, TalkInputs } from './TalkInputs.js';

/** Reasons that are often given. */
export const talkReasons = ['admin.talks.reasons.unclear', 'admin.talks.reasons.audience', 'admin.talks.reasons.facts', 'admin.talks.reasons.over'];

/** A talk that is written for a lecturer. */
export const CreateTalk = () => {
  const t = useTranslate();
  const navigate = useNavigate();
  return (
    <ActionButton
      label="admin.talks.create" variant="contained" wide title={t('admin.talks.create_title')} explanation={t('admin.talks.create_hint')} submitLabel="admin.talks.save" success="admin.talks.created" defaults={{ ...talkDefaults(), poolId: null, lecturerId: null }}
      run={async (values) => {
        const body = { poolId: String(values['poolId'] ?? ''), lecturerId: String(values['lecturerId'] ?? ''), ...talkBody(values) };
        const made = await once(`talk ${JSON.stringify(body)}`, (idempotencyKey) => api.createTalk({ body, idempotencyKey }));
        void navigate(`/talks/${made.id}`);
      }}
    >
      <PoolInput source="poolId" label="admin.talks.pool" isRequired />
      <VolunteerInput source="lecturerId" label="admin.talks.lecturer" helperText="admin.talks.find_lecturer" isRequired />
      <TalkInputs />
    </ActionButton>
  );
};

/** What can be done with a talk, by whom it concerns. */
export const TalkActions = ({ talk }: { talk: Talk }) => {
  const t = useTranslate();
  const { id, version, state, title, may, byStaff } = talk;
  const at = { params: { id }, body: { version } };
  const because = (values: Record<string, unknown>) => ({ params: { id }, body: { version, reason: String(values['reason'] ?? '') } });
  const undo = (done: Talk) => api.undoTalk({ params: { id }, body: { version: done.version } });
  const allows = (action: TalkAction) => can(talkLifecycle, state, action);
  // Whoever keeps the pool corrects what stands on the menu; others what they wrote and is not handed in.
  const corrects = may.publish ? state !== 'withdrawn' : may.write && byStaff && (state === 'draft' || state === 'returned');
  return (
    <>
      {may.publish && allows('withdraw') && <ActionButton label="admin.talks.withdraw" danger title={t('admin.talks.withdraw_title', { title })} submitLabel="admin.talks.withdraw" success="admin.talks.withdrawn" run={(values) => api.withdrawTalk(because(values))}><ReasonInput suggestions={talkReasons} /></ActionButton>}
      {may.publish && allows('return') && <ActionButton label="admin.talks.return" title={t('admin.talks.return_title', { title })} submitLabel="admin.talks.return" success="admin.talks.returned" danger={state === 'published'} {...(state === 'published' ? {} : { undo })} run={(values) => api.returnTalk(because(values))}><ReasonInput suggestions={talkReasons} /></ActionButton>}
      {corrects && <ActionButton label="admin.talks.edit" variant="outlined" wide title={t('admin.talks.edit_title')} submitLabel="admin.talks.save" success="admin.talks.saved" defaults={talkDefaults(talk)} run={(values) => api.updateTalk({ params: { id }, body: { version, ...talkBody(values) } })}><TalkInputs /></ActionButton>}
      {may.write && byStaff && allows('submit') && <ActionButton label="admin.talks.submit" variant="contained" title={t('admin.talks.submit')} submitLabel="admin.talks.submit" success="admin.talks.submitted" run={() => api.submitTalk(at)} />}
      {may.publish && allows('publish') && <ActionButton label="admin.talks.publish" variant="contained" title={t('admin.talks.publish_title', { title })} submitLabel="admin.talks.publish" success="admin.talks.published" undo={undo} run={() => api.publishTalk(at)} />}
    </>
  );
};
