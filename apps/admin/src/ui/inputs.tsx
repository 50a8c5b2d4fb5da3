import { AutocompleteArrayInput, AutocompleteInput, DateInput, ReferenceArrayInput, ReferenceInput, required, SelectInput, TextInput, type Validator } from 'react-admin';
import { words } from './words.js';

/** Two fields beside each other, one above the other on a phone; none is wider than its column. */
export const pair = { width: '100%', display: 'grid', columnGap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' }, alignItems: 'start' } as const;

const find = (q: string) => ({ q });
const open = { open: true };

interface PickerProps { source: string; label: string; isRequired?: boolean; helperText?: string }
const rules = (isRequired: boolean | undefined): { validate?: Validator } => (isRequired ? { validate: required() } : {});

/** One unit, found by name, pinyin or initials. */
export const UnitInput = ({ source, label, isRequired, helperText }: PickerProps) => (
  <ReferenceInput source={source} reference="units" filter={open} sort={{ field: 'sortNo', order: 'ASC' }} perPage={50}>
    <AutocompleteInput label={label} optionText="name" filterToQuery={find} helperText={helperText ?? false} {...rules(isRequired)} />
  </ReferenceInput>
);

/** Several units. */
export const UnitsInput = ({ source, label, isRequired, helperText }: PickerProps) => (
  <ReferenceArrayInput source={source} reference="units" filter={open} sort={{ field: 'sortNo', order: 'ASC' }} perPage={50}>
    <AutocompleteArrayInput label={label} optionText="name" filterToQuery={find} helperText={helperText ?? false} {...rules(isRequired)} />
  </ReferenceArrayInput>
);

/** A county or township. */
export const DivisionInput = ({ source, label, isRequired, helperText, county }: PickerProps & { county?: boolean }) => (
  <ReferenceInput source={source} reference="divisions" filter={county ? { ...open, kind: 'county' } : open} sort={{ field: 'code', order: 'ASC' }} perPage={50}>
    <AutocompleteInput label={label} optionText="name" filterToQuery={find} helperText={helperText ?? false} {...rules(isRequired)} />
  </ReferenceInput>
);

/** A programme, of one set where that is known. */
export const ProgrammeInput = ({ source, label, isRequired, setId }: PickerProps & { setId?: string }) => (
  <ReferenceInput source={source} reference="programmes" filter={setId ? { ...open, setId } : open} sort={{ field: 'sortNo', order: 'ASC' }} perPage={100}>
    <AutocompleteInput label={label} optionText="name" filterToQuery={find} helperText={false} {...rules(isRequired)} />
  </ReferenceInput>
);

/** A calendar day. */
export const DayInput = ({ source, label, isRequired, helperText, disabled = false, validate }: PickerProps & { disabled?: boolean; validate?: Validator }) => (
  <DateInput source={source} label={label} helperText={helperText ?? false} disabled={disabled} {...(validate ? { validate: [...(isRequired ? [required()] : []), validate] } : rules(isRequired))} />
);

/** One line or several of text. */
export const LineInput = ({ source, label, isRequired, helperText, rows }: PickerProps & { rows?: number }) => (
  <TextInput source={source} label={label} helperText={helperText ?? false} {...rules(isRequired)} {...(rows ? { multiline: true, minRows: rows } : {})} />
);

/** One of the lists of words. */
export const WordInput = ({ source, label, isRequired, helperText, of, only }: PickerProps & { of: keyof typeof words; only?: readonly string[] }) => (
  <SelectInput source={source} label={label} choices={only ? words[of].filter(({ id }) => only.includes(id)) : words[of]} helperText={helperText ?? false} {...rules(isRequired)} />
);

interface TermChoice { name: string; parent: { name: string } | null }
const termName = ({ name, parent }: TermChoice): string => (parent ? `${parent.name} · ${name}` : name);

/** Topics or audiences, found by name, pinyin or initials. */
export const TermsInput = ({ source, label, isRequired, helperText, kind }: PickerProps & { kind: 'topic' | 'audience' }) => (
  <ReferenceArrayInput source={source} reference="terms" filter={{ ...open, kind }} sort={{ field: 'sortNo', order: 'ASC' }} perPage={200}>
    <AutocompleteArrayInput label={label} optionText={termName} filterToQuery={find} helperText={helperText ?? false} {...rules(isRequired)} />
  </ReferenceArrayInput>
);

/** One topic, for a filter. */
export const TopicInput = ({ source, label }: PickerProps) => (
  <ReferenceInput source={source} reference="terms" filter={{ ...open, kind: 'topic' }} sort={{ field: 'sortNo', order: 'ASC' }} perPage={200}>
    <AutocompleteInput label={label} optionText={termName} filterToQuery={find} helperText={false} />
  </ReferenceInput>
);

interface VolunteerChoice { name: string; number: string; unit: { name: string } | null }

/** A volunteer in reach, found by name, pinyin or number. */
export const VolunteerInput = ({ source, label, isRequired, helperText }: PickerProps) => (
  <ReferenceInput source={source} reference="volunteers" sort={{ field: 'name', order: 'ASC' }} perPage={25}>
    <AutocompleteInput label={label} optionText={({ name, number, unit }: VolunteerChoice) => [name, unit?.name, number].filter(Boolean).join(' · ')} filterToQuery={find} helperText={helperText ?? false} {...rules(isRequired)} />
  </ReferenceInput>
);

/** A pool of people. */
export const PoolInput = ({ source, label, isRequired, helperText }: PickerProps) => (
  <ReferenceInput source={source} reference="pools" perPage={100}>
    <AutocompleteInput label={label} optionText="name" helperText={helperText ?? false} {...rules(isRequired)} />
  </ReferenceInput>
);
