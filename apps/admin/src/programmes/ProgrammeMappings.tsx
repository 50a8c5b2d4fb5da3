import type { ProgrammeMapping, ProgrammeSet } from '@kepu/contracts';
import { Box, MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { BooleanInput, useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { useMay } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { Loaded, Panel } from '../ui/Panels.js';
import { Mark } from '../ui/StateChip.js';
import { LineInput, ProgrammeInput } from '../ui/inputs.js';
import { useApi } from '../ui/useApi.js';

const Row = ({ mapping }: { mapping: ProgrammeMapping }) => {
  const t = useTranslate();
  const may = useMay();
  const { from, to, toSet, ask, note, version } = mapping;
  return (
    <Box component="li" sx={{ py: 1, borderTop: 1, borderColor: 'divider', display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr auto' }, alignItems: 'center', overflowWrap: 'anywhere' }}>
      <Typography>{from.name}</Typography>
      <div>
        <Typography>{to?.name ?? t('admin.mappings.none')} <Mark tone={ask ? 'waiting' : 'good'}>{t(ask ? 'admin.mappings.ask' : 'admin.mappings.direct')}</Mark></Typography>
        {note && <Typography color="textSecondary">{note}</Typography>}
      </div>
      {may('dictionary:write') && (
        <ActionButton
          label="admin.mappings.edit" variant="text" title={from.name} explanation={t('admin.mappings.ask_hint')} submitLabel="ra.action.save" success="admin.mappings.saved" defaults={{ toId: to?.id ?? null, ask, note: note ?? '' }}
          run={(values) => api.mapProgramme({ params: { id: from.id }, body: { version, toSetId: toSet.id, toId: values['toId'] ? String(values['toId']) : null, ask: values['ask'] === true, note: String(values['note'] ?? '').trim() || null } })}
        >
          <ProgrammeInput source="toId" label="admin.mappings.to" setId={toSet.id} />
          <BooleanInput source="ask" label="admin.mappings.ask" helperText={false} />
          <LineInput source="note" label="admin.mappings.note" rows={2} />
        </ActionButton>
      )}
    </Box>
  );
};

/** Which programmes of a later set go on with those of this one. */
export const ProgrammeMappings = ({ set, sets }: { set: ProgrammeSet; sets: readonly ProgrammeSet[] }) => {
  const t = useTranslate();
  const later = sets.filter(({ id, fromYear }) => id !== set.id && fromYear >= set.fromYear);
  const [chosen, setChosen] = useState('');
  const into = later.find(({ id }) => id === chosen) ?? later[0];
  const query = useApi(['programme-mappings', set.id, into?.id], () => api.listProgrammeMappings({ query: { fromSetId: set.id, toSetId: into?.id ?? '' } }), { enabled: into !== undefined });
  if (!into) return null;
  return (
    <Panel id="programme-mappings" title={t('admin.mappings.title')}>
      <Typography color="textSecondary" sx={{ mb: 1.5 }}>{t('admin.mappings.hint')}</Typography>
      <TextField select label={t('admin.mappings.into')} value={into.id} onChange={(event) => setChosen(event.target.value)} sx={{ mb: 1, minWidth: 220, maxWidth: '100%' }}>
        {later.map(({ id, name }) => <MenuItem key={id} value={id}>{name}</MenuItem>)}
      </TextField>
      <Loaded query={query} rows={5}>{({ data }) => <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>{data.map((mapping) => <Row key={`${mapping.from.id} ${mapping.version}`} mapping={mapping} />)}</Box>}</Loaded>
    </Panel>
  );
};
