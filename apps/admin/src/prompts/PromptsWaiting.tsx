import type { promptStates } from '@kepu/contracts';
import { Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { useApi } from '../ui/useApi.js';
import { WaitingChip } from '../ui/WaitingChip.js';

/** What waits for whom: replies for the unit, approvals for a leader, and for the office what was replied. */
const waits = [['prompt:reply', 'sent', 'admin.prompts.my_due'], ['prompt:approve', 'awaiting', 'admin.prompts.to_approve'], ['prompt:write', 'replied', 'admin.prompts.to_look_at']] as const;

const Wait = ({ state, label }: { state: (typeof promptStates)[number]; label: string }) => {
  const t = useTranslate();
  const found = useApi(['prompts-waiting', state], () => api.listPrompts({ query: { state, inForce: 'true', perPage: 1 } })).data;
  if (!found || found.total === 0) return null;
  const [only] = found.data;
  return (
    <WaitingChip to={found.total === 1 && only ? `/prompts/${only.id}` : `/prompts?show=${state}`} label={label === 'admin.prompts.my_due' ? t(label, { count: found.total }) : `${t(label)} ${found.total}`} />
  );
};

/** Letters and orders that wait for the reader; nothing where nothing waits. */
export const PromptsWaiting = () => {
  const may = useMay();
  const own = waits.filter(([permission]) => may(permission));
  return own.length === 0 ? null : <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, '&:not(:empty)': { mb: 1.5 } }}>{own.map(([, state, label]) => <Wait key={state} state={state} label={label} />)}</Stack>;
};
