import type { Item } from '@kepu/contracts';
import Close from '@mui/icons-material/Close';
import { Autocomplete, Box, FormHelperText, IconButton, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useInput, useTranslate, ValidationError } from 'react-admin';
import { plansServed, presentPlan, usePlans } from '../plans/usePlan.js';
import { api } from '../providers/api.js';
import { useApi } from '../ui/useApi.js';

/** What a picker knows of an item. */
export type ItemChoice = Pick<Item, 'id' | 'planId' | 'seq' | 'text'> & { programme: { name: string } };

/** Items of a plan, or of those in force, found by what is typed: those of the own unit for a liaison, all for the office. */
const useItems = (q: string, ofPlan: string | undefined) => {
  const plans = usePlans().data?.data.filter(({ state }) => state !== 'draft');
  const present = plans && presentPlan(plans);
  const served = plans ? plansServed(plans) : [];
  // Before one is in force, the newest that there is.
  const ids = ofPlan ? [ofPlan] : served.length > 0 ? served.map(({ id }) => id) : present ? [present.id] : [];
  const query = useApi<readonly ItemChoice[]>(['item-choices', ids, q], async () => (await Promise.all(ids.map((id) => api.listItems({ params: { id }, query: { perPage: 50, sort: 'seq', ...(q ? { q } : {}) } })))).flatMap(({ data }) => data), { enabled: ids.length > 0 });
  return { titles: new Map(ids.length > 1 ? served.map(({ id, title }) => [id, title]) : []), found: query.data ?? [] };
};

/** Those that are chosen already, with their texts. */
const useChosen = (ids: readonly string[]) =>
  useApi<readonly ItemChoice[]>(['items-chosen', [...ids].sort().join(',')], async () => (await Promise.all(ids.map((id) => api.getItem({ params: { id } })))), { enabled: ids.length > 0 }).data ?? [];

const required = (value: unknown) => (Array.isArray(value) && value.length > 0 ? undefined : 'ra.validation.required');

/** Items of the paper: those that something serves, or that belong together. The value is a list of ids. */
export const ItemsInput = ({ source, label, hint, planId: ofPlan, isRequired = false }: { source: string; label: string; hint?: string; planId?: string; isRequired?: boolean }) => {
  const t = useTranslate();
  const [typed, setTyped] = useState('');
  const { field, fieldState: { error } } = useInput<string[]>({ source, defaultValue: [], ...(isRequired ? { validate: required } : {}) });
  const ids = Array.isArray(field.value) ? (field.value as string[]) : [];
  const { titles, found } = useItems(typed, ofPlan);
  const chosen = useChosen(ids);
  const known = new Map([...found, ...chosen].map((item) => [item.id, item]));
  const no = (item: ItemChoice) => t('admin.items.no', { seq: item.seq });
  return (
    <Box sx={{ width: '100%' }}>
      {ids.length > 0 && (
        <Box component="ul" aria-label={t(label)} sx={{ listStyle: 'none', m: 0, p: 0, mb: 1 }}>
          {ids.map((id) => {
            const item = known.get(id);
            return (
              <Box component="li" key={id} sx={{ display: 'flex', alignItems: 'flex-start', gap: 1, p: 1, mb: 0.5, borderRadius: 1.5, backgroundColor: 'background.default' }}>
                <Box sx={{ flex: 1, minWidth: 0 }}>
                  {item ? <><Typography sx={{ fontWeight: 600 }}>{no(item)} · {item.programme.name}{titles.has(item.planId) && <Typography component="span" color="textSecondary" sx={{ display: 'block' }}>{titles.get(item.planId)}</Typography>}</Typography><Typography sx={{ display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical', overflow: 'hidden' }}>{item.text}</Typography></> : '…'}
                </Box>
                <IconButton aria-label={t('admin.items.take_out', { item: item ? no(item) : '' })} onClick={() => field.onChange(ids.filter((other) => other !== id))}><Close /></IconButton>
              </Box>
            );
          })}
        </Box>
      )}
      <Autocomplete<ItemChoice>
        options={found.filter(({ id }) => !ids.includes(id))} value={null} inputValue={typed} blurOnSelect clearOnBlur getOptionLabel={(item) => `${no(item)} ${item.text}`} filterOptions={(all) => all} noOptionsText={t('admin.items.empty')}
        onChange={(_, item) => { if (item) { field.onChange([...ids, item.id]); setTyped(''); } }} onInputChange={(_, text, reason) => setTyped(reason === 'input' ? text : '')}
        renderOption={({ key, ...props }, item) => (
          <Box component="li" key={key} {...props} sx={{ display: 'block !important', borderBottom: 1, borderColor: 'divider', py: 1 }}>
            <Typography sx={{ fontWeight: 600 }}>{no(item)} · {item.programme.name}{titles.has(item.planId) && <Typography component="span" color="textSecondary" sx={{ display: 'block' }}>{titles.get(item.planId)}</Typography>}</Typography>
            <Typography sx={{ display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical', overflow: 'hidden' }}>{item.text}</Typography>
          </Box>
        )}
        renderInput={(params) => <TextField {...params} label={t(label)} error={Boolean(error)} helperText={hint ? t(hint) : undefined} />}
      />
      {error?.message && <FormHelperText error><ValidationError error={error.message} /></FormHelperText>}
    </Box>
  );
};
