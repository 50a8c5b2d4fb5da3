import { api } from '../providers/api.js';
import { ShareDialog } from '../ui/SharePanel.js';
import { useApi } from '../ui/useApi.js';

/** A text and a QR code for the group of the liaisons. */
export const ReminderDialog = ({ planId, onClose }: { planId: string; onClose: () => void }) => {
  const query = useApi(['reminder', planId], () => api.getReminder({ params: { id: planId } }));
  return <ShareDialog title="admin.sign_offs.remind" hint="admin.sign_offs.remind_hint" qrLabel="admin.sign_offs.qr" query={query} onClose={onClose} />;
};
