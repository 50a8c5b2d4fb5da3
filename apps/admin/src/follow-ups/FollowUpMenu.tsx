import type { Assignment } from '@kepu/contracts';
import DoneAll from '@mui/icons-material/DoneAll';
import EditNote from '@mui/icons-material/EditNoteOutlined';
import EventRepeat from '@mui/icons-material/EventRepeatOutlined';
import RecordVoiceOver from '@mui/icons-material/RecordVoiceOverOutlined';
import { useState } from 'react';
import { usePlan } from '../plans/usePlan.js';
import { useMay } from '../providers/session.js';
import { MoreMenu } from '../ui/MoreMenu.js';
import { AskCloseOut, AskContent, AskExtension } from './AskDialogs.js';
import { OralDialog } from './OralDialog.js';

/** What is seldom done with an assignment: the unit asks for another day, for other content, to close out; the office enters what was said. */
export const FollowUpMenu = ({ assignment, planId }: { assignment: Pick<Assignment, 'id' | 'version' | 'state' | 'doneAt'>; planId: string }) => {
  const may = useMay();
  const [asking, setAsking] = useState<'extension' | 'content' | 'close' | 'oral' | null>(null);
  const state = usePlan(planId).data?.state;
  // A plan that is not in force asks for nothing, and is asked for nothing.
  if (assignment.state === 'withdrawn' || (state !== undefined && state !== 'issued')) return null;
  const close = () => setAsking(null);
  const open = assignment.doneAt === null;
  return (
    <>
      <MoreMenu entries={[
        ...(open && may('close-out:ask') ? [{ label: 'admin.follow_ups.ask_close', icon: <DoneAll />, onClick: () => setAsking('close') }] : []),
        ...(open && may('adjustment:ask') ? [{ label: 'admin.follow_ups.ask_extension', icon: <EventRepeat />, onClick: () => setAsking('extension') }, { label: 'admin.follow_ups.ask_content', icon: <EditNote />, onClick: () => setAsking('content') }] : []),
        ...(may('adjustment:decide') ? [{ label: 'admin.follow_ups.oral', icon: <RecordVoiceOver />, onClick: () => setAsking('oral') }] : []),
      ]} />
      {asking === 'extension' && <AskExtension assignment={assignment} onClose={close} />}
      {asking === 'content' && <AskContent assignment={assignment} onClose={close} />}
      {asking === 'close' && <AskCloseOut assignment={assignment} onClose={close} />}
      {asking === 'oral' && <OralDialog planId={planId} assignmentIds={[assignment.id]} onClose={close} />}
    </>
  );
};
