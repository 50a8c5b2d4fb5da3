import type { OpenWork, Unit } from '@kepu/contracts';
import { Box, Typography } from '@mui/material';
import { AutocompleteInput, ReferenceInput, required, SelectInput, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { api } from '../providers/api.js';
import { once } from '../providers/idempotency.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { Loaded } from '../ui/Panels.js';
import { ReasonInput } from '../ui/ReasonInput.js';
import { useApi } from '../ui/useApi.js';

const find = (q: string) => ({ q });

/** What is open, and what becomes of it. */
const Parts = ({ parts }: Pick<OpenWork, 'parts'>) => {
  const t = useTranslate();
  const open = parts.filter(({ count }) => count > 0);
  if (open.length === 0) return <Typography color="textSecondary">{t('admin.hand_over.none')}</Typography>;
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
      {open.map(({ kind, count, moves }) => <li key={kind}>{t('admin.shell.tab_count', { label: t(`terms.openWorkKinds.${kind}`), count })} <Typography component="span" color="textSecondary">{t(moves ? 'admin.hand_over.moves' : 'admin.hand_over.stays')}</Typography></li>)}
    </Box>
  );
};

const Work = ({ unitId }: { unitId: string }) => {
  const t = useTranslate();
  const fromId: unknown = useWatch({ name: 'fromId' });
  const accountId = typeof fromId === 'string' ? fromId : '';
  const query = useApi(['open-work', unitId, accountId], () => api.getOpenWork({ params: { id: unitId }, query: { accountId } }), { enabled: accountId !== '' });
  if (!accountId) return null;
  return (
    <Box sx={{ my: 1 }}>
      <Typography variant="h3" component="h3">{t('admin.hand_over.work')}</Typography>
      <Loaded query={query} rows={2}>{({ parts }) => <Parts parts={parts} />}</Loaded>
    </Box>
  );
};

/** Hands the work of a unit's liaison to somebody else. */
export const HandOverButton = ({ unit, liaisons }: { unit: Unit; liaisons: readonly { id: string; name: string }[] }) => {
  const t = useTranslate();
  return (
    <ActionButton
      label="admin.hand_over.button" title={t('admin.hand_over.title')} explanation={t('admin.hand_over.hint')} submitLabel="admin.hand_over.submit" defaults={{ fromId: liaisons[0]?.id ?? null }} success="admin.hand_over.done_short"
      run={(values) => {
        const body = { fromId: String(values['fromId'] ?? ''), toId: String(values['toId'] ?? ''), reason: String(values['reason'] ?? '') };
        return once(`hand-over ${unit.id} ${JSON.stringify(body)}`, (idempotencyKey) => api.handOver({ params: { id: unit.id }, body, idempotencyKey }));
      }}
    >
      <SelectInput source="fromId" label="admin.hand_over.from" choices={[...liaisons]} translateChoice={false} helperText={false} validate={required()} />
      <Work unitId={unit.id} />
      <ReferenceInput source="toId" reference="accounts" filter={{ state: 'active' }} sort={{ field: 'name', order: 'ASC' }}>
        <AutocompleteInput label="admin.hand_over.to" optionText="name" filterToQuery={find} helperText={false} validate={required()} />
      </ReferenceInput>
      <ReasonInput suggestions={['admin.hand_over.reasons.post', 'admin.hand_over.reasons.leave', 'admin.hand_over.reasons.holiday']} helperText="admin.hand_over.reason_hint" />
    </ActionButton>
  );
};
