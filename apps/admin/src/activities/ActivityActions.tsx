import type { Activity } from '@kepu/contracts';
import { activityLifecycle } from '@kepu/domain';
import ContentCopy from '@mui/icons-material/ContentCopyOutlined';
import Delete from '@mui/icons-material/DeleteOutlined';
import Edit from '@mui/icons-material/EditOutlined';
import EventBusy from '@mui/icons-material/EventBusyOutlined';
import OpenInNew from '@mui/icons-material/OpenInNew';
import Share from '@mui/icons-material/ShareOutlined';
import Undo from '@mui/icons-material/Undo';
import { useState, type ComponentType } from 'react';
import { useMay } from '../providers/session.js';
import { MoreMenu, type MoreEntry } from '../ui/MoreMenu.js';
import { useOpenActions } from '../ui/useOpenActions.js';
import { CancelDialog, CopyDialog, DeleteDialog, RecallDialog, ShareActivityDialog } from './ActivityDialogs.js';

const dialogs = { copy: CopyDialog, cancel: CancelDialog, delete: DeleteDialog, recall: RecallDialog, share: ShareActivityDialog } as const;

/** What can be done beside the next step. */
export const ActivityActions = ({ activity }: { activity: Activity }) => {
  const may = useMay();
  const open = useOpenActions(activityLifecycle, activity.state);
  const [shown, setShown] = useState<keyof typeof dialogs | null>(null);
  const { id, state, staff } = activity;
  const write = staff !== null && may('activity:write');
  const speak = staff !== null && may('activity:submit');
  const published = state === 'open' || state === 'reported' || state === 'closed';
  const entries: MoreEntry[] = [
    ...(write && (state === 'draft' || state === 'open') ? [{ label: 'ra.action.edit', icon: <Edit />, to: `/activities/${id}/edit` }] : []),
    ...(write ? [{ label: 'admin.activities.copy', icon: <ContentCopy />, onClick: () => setShown('copy') }] : []),
    ...(published ? [{ label: 'admin.activities.share', icon: <Share />, onClick: () => setShown('share') }, { label: 'admin.activities.public_page', icon: <OpenInNew />, onClick: () => { window.open(`/activities/${id}`, '_blank', 'noopener'); } }] : []),
    ...(speak && open.includes('recall') ? [{ label: 'admin.activities.recall', icon: <Undo />, onClick: () => setShown('recall') }] : []),
    ...(speak && open.includes('cancel') ? [{ label: 'admin.activities.cancel', icon: <EventBusy />, onClick: () => setShown('cancel') }] : []),
    ...(write && open.includes('delete') ? [{ label: 'admin.activities.delete', icon: <Delete />, onClick: () => setShown('delete') }] : []),
  ];
  const Dialog: ComponentType<{ activity: Activity; onClose: () => void }> | null = shown && dialogs[shown];
  return (
    <>
      <MoreMenu entries={entries} />
      {Dialog && <Dialog activity={activity} onClose={() => setShown(null)} />}
    </>
  );
};
