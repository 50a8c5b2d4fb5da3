import type { Collection } from '@kepu/contracts';
import { Box } from '@mui/material';
import { AutocompleteArrayInput, BooleanInput, NumberInput, ReferenceArrayInput, useTranslate } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import type { api } from '../providers/api.js';
import { DayInput, LineInput, pair, UnitsInput } from '../ui/inputs.js';
import { words } from '../ui/words.js';

const find = (q: string) => ({ q });

/** What a form begins with. */
export const designDefaults = (collection?: Collection): FieldValues => ({
  title: collection?.title ?? '', note: collection?.note ?? '', dueOn: collection?.dueOn ?? '', mostRows: collection?.mostRows ?? 1, prefill: collection?.prefill ?? false,
  unitKinds: collection?.audience.unitKinds ?? [], divisions: collection?.audience.divisions.map(({ code }) => code) ?? [], unitIds: collection?.audience.units.map(({ id }) => id) ?? [],
});
const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);
/** What the form says of the words and the day. */
export const wordsOf = (values: FieldValues) => ({ title: String(values['title'] ?? ''), note: textOrNull(values['note']), dueOn: String(values['dueOn'] ?? '') });
/** What the form says of everything but the columns. */
export const designOf = (values: FieldValues): Parameters<typeof api.createCollection>[0]['body'] => ({
  ...wordsOf(values), mostRows: Number(values['mostRows'] ?? 1),
  audience: { unitKinds: (values['unitKinds'] ?? []) as Collection['audience']['unitKinds'], divisions: (values['divisions'] ?? []) as string[], unitIds: (values['unitIds'] ?? []) as string[] },
});

/** Title, words and last day. */
export const WordInputs = () => (
  <>
    <LineInput source="title" label="admin.collections.field_title" isRequired />
    <LineInput source="note" label="admin.collections.field_note" rows={2} />
    <DayInput source="dueOn" label="admin.collections.field_due" helperText="admin.collections.due_hint" isRequired />
  </>
);

/** Who is asked, for how many rows, and with what they begin. */
export const AskInputs = ({ before }: { before?: string | undefined }) => {
  const t = useTranslate();
  return (
    <>
      <NumberInput source="mostRows" label="admin.collections.field_rows" helperText="admin.collections.rows_hint" min={1} max={200} step={1} />
      <Box component="fieldset" sx={{ border: 1, borderColor: 'divider', borderRadius: 1, p: 2, m: 0, minWidth: 0 }}>
        <Box component="legend" sx={{ px: 0.5 }}>{t('admin.collections.who')}</Box>
        <Box sx={{ mb: 1.5, color: 'text.secondary' }}>{t('admin.collections.who_hint')}</Box>
        <Box sx={pair}>
          <AutocompleteArrayInput source="unitKinds" label="admin.collections.kinds" choices={words.unitKinds} helperText={false} />
          <ReferenceArrayInput source="divisions" reference="divisions" filter={{ open: true, kind: 'county' }} sort={{ field: 'code', order: 'ASC' }} perPage={50}>
            <AutocompleteArrayInput label="admin.collections.divisions" optionText="name" filterToQuery={find} helperText={false} />
          </ReferenceArrayInput>
        </Box>
        <UnitsInput source="unitIds" label="admin.collections.units" />
      </Box>
      {before !== undefined && <BooleanInput source="prefill" label="admin.collections.prefill" helperText={t('admin.collections.prefill_hint', { title: before })} />}
    </>
  );
};
