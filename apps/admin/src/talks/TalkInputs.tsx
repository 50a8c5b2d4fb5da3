import type { Talk } from '@kepu/contracts';
import { Box } from '@mui/material';
import { AutocompleteArrayInput, NumberInput, required, useTranslate } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import { LineInput, pair, TermsInput } from '../ui/inputs.js';
import { words } from '../ui/words.js';

/** As the contracts limit a talk; their schemas are too heavy to be loaded for it. */
const talkLimits = { summary: 1000, shortest: 10, longest: 240, people: 5000 } as const;
const months = Array.from({ length: 12 }, (_, index) => index + 1);
const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);
const all = <T,>(value: unknown): T[] => (Array.isArray(value) ? (value as T[]) : []);

/** What the form of a talk begins with. */
export const talkDefaults = (talk?: Talk): FieldValues => ({
  title: talk?.title ?? '', summary: talk?.summary ?? '', topicIds: talk?.topics.map(({ id }) => id) ?? [], audienceIds: talk?.audiences.map(({ id }) => id) ?? [], minutes: talk?.minutes ?? 60, mostPeople: talk?.mostPeople ?? null, equipment: talk?.equipment ?? [], needs: talk?.needs ?? '', languages: talk?.languages ?? ['mandarin'], months: talk?.months ?? [],
});
/** What the form says, as the API takes it. */
export const talkBody = (values: FieldValues) => ({
  title: String(values['title'] ?? '').trim(), summary: String(values['summary'] ?? '').trim(), topicIds: all<string>(values['topicIds']), audienceIds: all<string>(values['audienceIds']), minutes: Number(values['minutes'] ?? 0), mostPeople: values['mostPeople'] ? Number(values['mostPeople']) : null, equipment: all<Talk['equipment'][number]>(values['equipment']), needs: textOrNull(values['needs']),
  languages: all<Talk['languages'][number]>(values['languages']), months: all<number>(values['months']).map(Number).sort((a, b) => a - b),
});

/** The fields of a talk. */
export const TalkInputs = () => {
  const t = useTranslate();
  return (
    <>
      <LineInput source="title" label="admin.talks.name" isRequired />
      <LineInput source="summary" label="admin.talks.summary" helperText={t('admin.talks.summary_hint', { count: talkLimits.summary })} rows={4} isRequired />
      <TermsInput source="topicIds" kind="topic" label="admin.talks.topics" isRequired />
      <TermsInput source="audienceIds" kind="audience" label="admin.talks.audiences" isRequired />
      <Box sx={pair}>
        <NumberInput source="minutes" label="admin.talks.minutes" min={talkLimits.shortest} max={talkLimits.longest} validate={required()} helperText={false} />
        <NumberInput source="mostPeople" label="admin.talks.most_people" min={1} max={talkLimits.people} helperText="admin.talks.most_people_hint" />
      </Box>
      <AutocompleteArrayInput source="languages" label="admin.talks.languages" choices={words.talkLanguages} validate={required()} helperText={false} />
      <AutocompleteArrayInput source="equipment" label="admin.talks.equipment" choices={words.talkEquipment} helperText={false} />
      <AutocompleteArrayInput source="months" label="admin.talks.months" choices={months.map((month) => ({ id: month, name: t('admin.talks.month', { month }) }))} translateChoice={false} helperText="admin.talks.months_hint" />
      <LineInput source="needs" label="admin.talks.needs" rows={2} />
    </>
  );
};
