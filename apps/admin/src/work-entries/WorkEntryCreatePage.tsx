import type { File as HandedIn } from '@kepu/contracts';
import { Alert, Box, Skeleton } from '@mui/material';
import { useNotify, useTranslate } from 'react-admin';
import { useLocation, useNavigate, useSearchParams } from 'react-router-dom';
import { api } from '../providers/api.js';
import { once } from '../providers/idempotency.js';
import { useOwnUnits } from '../providers/ownUnits.js';
import { useSession } from '../providers/session.js';
import { PageHeader } from '../ui/PageHeader.js';
import { KindCards } from './KindCards.js';
import { useWorkHandIn } from './useWorkHandIn.js';
import { WorkEntryForm, type WorkIntent } from './WorkEntryForm.js';
import { isWorkKind, workKinds } from './workKinds.js';
import { newWork, workFields, type WorkValues } from './workValues.js';

/** Files that were handed in on the way here, from a card of the own work. */
const carried = (state: unknown): HandedIn[] => (typeof state === 'object' && state !== null && 'files' in state && Array.isArray(state.files) ? (state.files as HandedIn[]) : []);

/** A new work entry: its kind first, then what that kind asks for. `?item=` names what it serves. */
const WorkEntryCreatePage = () => {
  const t = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const session = useSession();
  const units = useOwnUnits();
  const handIn = useWorkHandIn();
  const { state } = useLocation();
  const [search, setSearch] = useSearchParams();
  const kind = search.get('kind');
  const item = search.get('item');
  const files = carried(state);
  const header = <PageHeader title={isWorkKind(kind) ? t('admin.work.create_kind', { kind: t(`terms.workEntryKinds.${kind}`) }) : t('admin.work.create')} subtitle={isWorkKind(kind) ? undefined : t('admin.work.create_hint')} back={isWorkKind(kind) ? { to: `/work-entries/create${item ? `?item=${item}` : ''}`, label: 'admin.work.other_kind' } : { to: '/work-entries', label: 'admin.menu.work_entries' }} />;
  if (!session) return <Skeleton variant="rounded" height={240} sx={{ mt: 3 }} />;
  if (!isWorkKind(kind)) {
    return (
      <Box sx={{ maxWidth: 960 }}>
        {header}
        {files.length > 0 && <Alert severity="success" sx={{ mb: 2 }}>{t('admin.work.files_here', { count: files.length })}</Alert>}
        <KindCards onChoose={(chosen) => setSearch({ kind: chosen, ...(item ? { item } : {}) }, { state })} />
      </Box>
    );
  }
  const { measure } = workKinds[kind];
  const start: WorkValues = { ...newWork(kind, measure ? t(measure) : '', session.today), unitId: units[0]?.id ?? '', itemIds: item ? [item] : [], files };
  const save = async (values: WorkValues, intent: WorkIntent) => {
    const body = { unitId: values.unitId, kind, ...workFields(values) };
    const made = await once(`work ${JSON.stringify(body)}`, (idempotencyKey) => api.createWorkEntry({ body, idempotencyKey }));
    void navigate(`/work-entries/${made.id}`);
    if (intent === 'save') notify('admin.activities.saved_draft', { type: 'success' });
    else await handIn(made);
  };
  return <Box sx={{ maxWidth: 960 }}>{header}<WorkEntryForm key={kind} fresh start={start} save={save} /></Box>;
};
export default WorkEntryCreatePage;
