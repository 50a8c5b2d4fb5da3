import { AutocompleteArrayInput, ReferenceArrayInput, required, useTranslate } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import { FilesInput } from '../files/FilesInput.js';
import { api } from '../providers/api.js';
import { useSession } from '../providers/session.js';
import { ActionDialog } from '../ui/ActionDialog.js';
import { DayInput, LineInput } from '../ui/inputs.js';
import { idsOf, textOf } from './AskDialogs.js';

interface Choice { unit: { name: string }; item: { seq: number; text: string } }
const optionOf = ({ unit, item }: Choice): string => `${item.seq} ${unit.name} ${[...item.text].slice(0, 30).join('')}`;
const find = (q: string) => ({ q });

/** What somebody in charge has said: who, when, what, and of which assignments. In force at once. */
export const OralDialog = ({ planId, assignmentIds = [], onClose }: { planId: string; assignmentIds?: readonly string[]; onClose: () => void }) => {
  const t = useTranslate();
  const session = useSession();
  const run = ({ assignmentIds: chosen, saidBy, saidOn, text, day, files }: FieldValues) => {
    const wanted = textOf(day);
    return api.enterOralAdjustment({ params: { id: planId }, body: { assignmentIds: chosen as string[], saidBy: String(saidBy ?? ''), saidOn: String(saidOn), text: String(text ?? ''), fileIds: idsOf(files), ...(wanted ? { day: wanted } : {}) } });
  };
  return (
    <ActionDialog open onClose={onClose} title={t('admin.follow_ups.oral_title')} explanation={t('admin.follow_ups.oral_explained')} submitLabel="admin.follow_ups.oral_submit" success="admin.follow_ups.oral_entered" defaults={{ assignmentIds: [...assignmentIds], saidOn: session?.today }} run={run}>
      <ReferenceArrayInput source="assignmentIds" reference="assignments" filter={{ planId }} sort={{ field: 'seq', order: 'ASC' }} perPage={50}>
        <AutocompleteArrayInput label="admin.follow_ups.oral_of" optionText={optionOf} filterToQuery={find} validate={required()} helperText={false} />
      </ReferenceArrayInput>
      <LineInput source="saidBy" label="admin.follow_ups.said_by" isRequired />
      <DayInput source="saidOn" label="admin.follow_ups.said_on" isRequired />
      <LineInput source="text" label="admin.follow_ups.said_text" rows={3} isRequired />
      <DayInput source="day" label="admin.follow_ups.new_day_optional" />
      <FilesInput source="files" label="admin.follow_ups.files" />
    </ActionDialog>
  );
};
