import type { TeamKind } from '@kepu/contracts';
import { Box, Card, Typography } from '@mui/material';
import { BooleanInput, NumberInput, required, useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { once } from '../providers/idempotency.js';
import { useMay } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { PageHeader } from '../ui/PageHeader.js';
import { Loaded } from '../ui/Panels.js';
import { Mark } from '../ui/StateChip.js';
import { LineInput } from '../ui/inputs.js';
import { useApi } from '../ui/useApi.js';

const noteOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);

const Create = () => {
  const t = useTranslate();
  return (
    <ActionButton
      label="admin.teams.add_kind" variant="contained" title={t('admin.teams.add_kind')} submitLabel="admin.teams.save" success="admin.teams.kind_added" defaults={{ name: '', note: '' }}
      run={(values) => { const body = { name: String(values['name'] ?? '').trim(), note: noteOf(values['note']) }; return once(`team kind ${JSON.stringify(body)}`, (idempotencyKey) => api.createTeamKind({ body, idempotencyKey })); }}
    ><LineInput source="name" label="admin.teams.name" isRequired /><LineInput source="note" label="admin.teams.kind_note" rows={2} /></ActionButton>
  );
};

const Edit = ({ kind: { id, version, name, note, sortNo, closed } }: { kind: TeamKind }) => (
  <ActionButton
    label="admin.teams.edit" variant="text" title={name} submitLabel="admin.teams.save" success="admin.teams.saved" defaults={{ name, note: note ?? '', sortNo, closed }}
    run={(values) => api.updateTeamKind({ params: { id }, body: { version, name: String(values['name'] ?? '').trim(), note: noteOf(values['note']), sortNo: Number(values['sortNo'] ?? 0), closed: values['closed'] === true } })}
  >
    <LineInput source="name" label="admin.teams.name" isRequired /><LineInput source="note" label="admin.teams.kind_note" rows={2} />
    <NumberInput source="sortNo" label="admin.teams.place" min={0} max={10_000} validate={required()} helperText={false} /><BooleanInput source="closed" label="admin.teams.closed" helperText={false} />
  </ActionButton>
);

/** Kinds of teams, as the office keeps them. */
const TeamKindsPage = () => {
  const t = useTranslate();
  const writes = useMay()('dictionary:write');
  const query = useApi(['team-kinds'], () => api.listTeamKinds());
  return (
    <Box sx={{ maxWidth: 960 }}>
      <PageHeader title={t('admin.teams.kinds_title')} subtitle={t('admin.teams.kinds_subtitle')} back={{ to: '/teams', label: 'admin.teams.title' }} actions={writes ? <Create /> : undefined} />
      <Loaded query={query} rows={6}>
        {({ data }) => (
          <Box component="ul" aria-label={t('admin.teams.kinds_title')} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>
            {data.map((kind) => (
              <Card key={kind.id} component="li" sx={{ p: 2, display: 'flex', alignItems: 'center', gap: 1 }}>
                <Box sx={{ flex: 1, minWidth: 0 }}>
                  <Typography component="h2" variant="h3">{kind.name} {kind.closed && <Mark tone="quiet">{t('admin.teams.closed')}</Mark>}</Typography>
                  <Typography variant="body2" color="textSecondary">{[t('admin.teams.teams'), kind.teams].join(' ')}{kind.note ? ` · ${kind.note}` : ''}</Typography>
                </Box>
                {writes && <Edit kind={kind} />}
              </Card>
            ))}
          </Box>
        )}
      </Loaded>
    </Box>
  );
};
export default TeamKindsPage;
