import { Box, Skeleton } from '@mui/material';
import { useNotify, useTranslate } from 'react-admin';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { api } from '../providers/api.js';
import { once } from '../providers/idempotency.js';
import { useOwnUnits } from '../providers/ownUnits.js';
import { useMay, useSession } from '../providers/session.js';
import { PageHeader } from '../ui/PageHeader.js';
import { usualPositions, usualRisks, usualShift } from './activityDefaults.js';
import { ActivityForm, type Intent } from './ActivityForm.js';
import { fieldsOf, type ActivityValues } from './activityValues.js';
import { useHandIn } from './useHandIn.js';

const intents = [{ intent: 'save', label: 'admin.activities.save_draft' }, { intent: 'submit', label: 'admin.activities.save_submit' }] as const;

/** A new activity. `?item=` names what it serves. */
const ActivityCreatePage = () => {
  const t = useTranslate();
  const notify = useNotify();
  const navigate = useNavigate();
  const handIn = useHandIn();
  const may = useMay();
  const session = useSession();
  const units = useOwnUnits();
  const [search] = useSearchParams();
  if (!session) return <Skeleton variant="rounded" height={240} sx={{ mt: 3 }} />;
  const item = search.get('item');
  const positions = usualPositions('lecture', (role) => t(`terms.positionRoles.${role}`));
  const start: ActivityValues = {
    unitId: units[0]?.id ?? '', kind: 'lecture', title: '', summary: '', topicIds: [], audienceIds: [], countyCode: '', townshipCode: null, place: '', flow: 'request', insurance: 'none_needed', who: 'adults', companions: false, grantsKindId: null, grantsMonths: null,
    riskStatement: usualRisks('lecture').map((key) => t(`admin.activities.risks.${key}`)).join('\n'), serves: item ? [item] : [], shifts: [usualShift(session.today, positions)],
  };
  const save = async (values: ActivityValues, intent: Intent) => {
    const body = { unitId: values.unitId, ...fieldsOf(values) };
    const made = await once(`activity ${JSON.stringify(body)}`, (idempotencyKey) => api.createActivity({ body, idempotencyKey }));
    void navigate(`/activities/${made.id}`);
    if (intent === 'save') notify('admin.activities.saved_draft', { type: 'success' });
    else await handIn(made);
  };
  return (
    <Box sx={{ maxWidth: 960 }}>
      <PageHeader title={t('admin.activities.create')} subtitle={t('admin.activities.create_hint')} back={{ to: '/activities', label: 'admin.menu.activities' }} />
      <ActivityForm fresh start={start} intents={may('activity:submit') ? intents : intents.slice(0, 1)} save={save} />
    </Box>
  );
};
export default ActivityCreatePage;
