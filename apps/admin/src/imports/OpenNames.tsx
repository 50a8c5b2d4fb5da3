import type { PlanImport } from '@kepu/contracts';
import { Alert, Autocomplete, Box, Button, Checkbox, FormControlLabel, Link, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { Panel } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { useApi } from '../ui/useApi.js';
import { useRun } from '../ui/useRun.js';
import type { OpenName } from './preview.js';

interface Named { id: string; name: string }

/** Candidates for a printed name, found by what is typed. */
const useCandidates = (kind: OpenName['kind'], q: string) => useApi<Named[]>(['candidates', kind, q], async () => {
  const query = { open: 'true' as const, perPage: 50, ...(q ? { q } : {}) };
  return (kind === 'unit' ? await api.listUnits({ query }) : await api.listProgrammes({ query })).data.map(({ id, name }) => ({ id, name }));
});

const Row = ({ value, open, editable, onJump }: { value: PlanImport; open: OpenName; editable: boolean; onJump: (position: number) => void }) => {
  const t = useTranslate();
  const { aside } = useFormat();
  const { run, pending } = useRun();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<Named | null>(null);
  const [remember, setRemember] = useState(true);
  const likely = open.suggestion;
  const found = useCandidates(open.kind, typed).data ?? [];
  const match = chosen ?? (typed === '' ? likely : null);
  const options = likely && typed === '' ? [likely, ...found.filter(({ id }) => id !== likely.id)] : found;
  const confirm = () => match && run(
    () => api.resolveImportName({ params: { id: value.id }, body: { version: value.version, kind: open.kind, name: open.name, id: match.id, remember } }),
    { success: 'admin.imports.resolved', args: { printed: open.name, name: match.name } },
  );
  return (
    <Box component="li" sx={{ py: 1.5, borderTop: 1, borderColor: 'divider', display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', md: '1fr 1.3fr auto' }, alignItems: 'center' }}>
      <div>
        <Typography><strong>{open.name}</strong>{aside(t(`admin.imports.kind_${open.kind}`))}</Typography>
        <Stack direction="row" sx={{ flexWrap: 'wrap', columnGap: 1 }}>
          {open.positions.slice(0, 6).map((position) => <Link component="button" type="button" key={position} onClick={() => onJump(position)}>{t('admin.imports.item_no', { no: position })}</Link>)}
          {open.positions.length > 6 && <Typography component="span" color="textSecondary">{t('admin.imports.and_more', { count: open.positions.length - 6 })}</Typography>}
        </Stack>
      </div>
      {editable ? (
        <>
          <div>
            <Autocomplete<Named>
              options={options} value={match} getOptionLabel={({ name }) => name} isOptionEqualToValue={(a, b) => a.id === b.id} filterOptions={(all) => all}
              onChange={(_, next) => { setChosen(next); }} onInputChange={(_, text, reason) => { if (reason === 'input') { setTyped(text); setChosen(null); } }}
              noOptionsText={t('admin.shell.nothing_found')}
              renderInput={(params) => <TextField {...params} label={t('admin.imports.is')} {...(likely && match?.id === likely.id ? { helperText: t('admin.imports.likely') } : {})} />}
            />
            <FormControlLabel control={<Checkbox checked={remember} onChange={(event) => setRemember(event.target.checked)} />} label={t('admin.imports.remember')} />
          </div>
          <Button variant="contained" disabled={!match || pending} onClick={() => void confirm()}>{t('admin.imports.resolve')}</Button>
        </>
      ) : <Typography color="textSecondary">{open.suggestion?.name ?? ''}</Typography>}
    </Box>
  );
};

/** Names that nobody could place: the likely match is offered, a person confirms. */
export const OpenNames = ({ value, names, editable, onJump }: { value: PlanImport; names: readonly OpenName[]; editable: boolean; onJump: (position: number) => void }) => {
  const t = useTranslate();
  return (
    <Panel id="open-names" title={t('admin.imports.open_names', { count: names.length })}>
      <Alert severity="warning" sx={{ mb: 1 }}>{t('admin.imports.open_names_hint')}</Alert>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {names.map((open) => <Row key={`${open.kind} ${open.name}`} value={value} open={open} editable={editable} onJump={onJump} />)}
      </Box>
    </Panel>
  );
};
