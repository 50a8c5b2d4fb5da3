import Delete from '@mui/icons-material/DeleteOutlined';
import { Box, Collapse, IconButton, Link, Stack, Tooltip } from '@mui/material';
import { useState } from 'react';
import { BooleanInput, NumberInput, required, SelectArrayInput, SelectInput, useTranslate } from 'react-admin';
import { useFormContext } from 'react-hook-form';
import { CredentialKindsInput } from '../credentials/CredentialKindsInput.js';
import { PoolsInput } from '../pools/PoolsInput.js';
import { LineInput } from '../ui/inputs.js';
import { words } from '../ui/words.js';
import type { PositionValues } from './activityValues.js';

const requiredNumber = required();

/** One position: what it is, how few and how many, and what it asks for. */
export const PositionInputs = ({ source, onRemove }: { source: string; onRemove: (() => void) | undefined }) => {
  const t = useTranslate();
  const { getValues, setValue } = useFormContext();
  const start = getValues(source) as PositionValues;
  const [more, setMore] = useState(start.occupations.length > 0 || start.credentialIds.length > 0 || start.poolIds.length > 0 || start.minAge !== null || Boolean(start.note) || start.paid);
  // A name that is still the word of a role follows the role; one that somebody wrote stays.
  const follow = (role: string) => {
    const name = getValues(`${source}.name`) as string | null;
    if (!name || words.positionRoles.some((each) => t(each.name) === name)) setValue(`${source}.name`, t(`terms.positionRoles.${role}`), { shouldDirty: true });
  };
  return (
    <Box role="group" aria-label={t('admin.activities.position')} sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'grid', columnGap: 1, alignItems: 'start', gridTemplateColumns: { xs: '1fr 1fr', md: '1fr 1.6fr 6rem 6rem' } }}>
        <SelectInput source={`${source}.role`} label="admin.activities.role" choices={words.positionRoles} helperText={false} validate={required()} onChange={(event) => follow(String((event.target as { value?: unknown }).value ?? ''))} />
        <LineInput source={`${source}.name`} label="admin.activities.position_name" isRequired />
        <NumberInput source={`${source}.minimum`} label="admin.activities.minimum" min={0} helperText={false} validate={requiredNumber} />
        <NumberInput source={`${source}.maximum`} label="admin.activities.maximum" min={1} helperText={false} validate={requiredNumber} />
      </Box>
      <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center' }}>
        <Link component="button" type="button" aria-expanded={more} onClick={() => setMore(!more)} sx={{ minHeight: 44 }}>{t(more ? 'admin.activities.fewer_demands' : 'admin.activities.demands')}</Link>
        {onRemove && <Tooltip title={t('admin.activities.remove_position')}><IconButton aria-label={t('admin.activities.remove_position')} onClick={onRemove}><Delete /></IconButton></Tooltip>}
      </Stack>
      <Collapse in={more} unmountOnExit>
        <Box sx={{ display: 'grid', columnGap: 1, alignItems: 'start', gridTemplateColumns: { xs: '1fr', md: '2fr 8rem 2fr' } }}>
          <SelectArrayInput source={`${source}.occupations`} label="admin.activities.occupations" choices={words.occupations} helperText="admin.activities.occupations_hint" />
          <NumberInput source={`${source}.minAge`} label="admin.activities.min_age" min={18} max={80} helperText={false} />
          <LineInput source={`${source}.note`} label="admin.activities.position_note" helperText="admin.activities.position_note_hint" />
        </Box>
        <CredentialKindsInput source={`${source}.credentialIds`} label="admin.activities.credentials" helperText="admin.activities.credentials_hint" />
        <PoolsInput source={`${source}.poolIds`} label="admin.activities.pools" helperText="admin.activities.pools_hint" />
        <BooleanInput source={`${source}.paid`} label="admin.activities.paid" helperText="admin.activities.paid_hint" />
      </Collapse>
    </Box>
  );
};
