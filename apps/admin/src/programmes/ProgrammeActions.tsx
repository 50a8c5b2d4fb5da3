import type { Programme } from '@kepu/contracts';
import { NumberInput, TextArrayInput, useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { useSession } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { DayInput, LineInput, ProgrammeInput, WordInput } from '../ui/inputs.js';

/** What can be said of a programme. */
export const ProgrammeInputs = () => (
  <>
    <LineInput source="name" label="admin.programmes.name" isRequired />
    <LineInput source="shortName" label="admin.programmes.short_name" helperText="admin.programmes.short_name_hint" isRequired />
    <WordInput source="kind" label="admin.units.kind" of="programmeKinds" isRequired />
    <TextArrayInput source="aliases" label="admin.units.aliases" helperText="admin.programmes.aliases_hint" />
    <NumberInput source="sortNo" label="admin.units.sort_no" helperText={false} />
  </>
);

/** Change, merge and close one programme. */
export const ProgrammeActions = ({ programme }: { programme: Programme }) => {
  const t = useTranslate();
  const today = useSession()?.today ?? '';
  const { id, version, name, shortName, kind, aliases, sortNo, set, closedOn } = programme;
  if (closedOn) return null;
  return (
    <>
      <ActionButton
        label="ra.action.edit" variant="text" title={name} explanation={t('admin.programmes.edit_explained')} submitLabel="ra.action.save" success="admin.shell.saved" defaults={{ name, shortName, kind, aliases, sortNo }}
        run={(values) => api.updateProgramme({ params: { id }, body: { version, name: String(values['name'] ?? ''), shortName: String(values['shortName'] ?? ''), kind: values['kind'] as Programme['kind'], aliases: (values['aliases'] ?? []) as string[], sortNo: Number(values['sortNo'] ?? sortNo) } })}
      >
        <ProgrammeInputs />
      </ActionButton>
      <ActionButton
        label="admin.programmes.merge" variant="text" danger title={t('admin.programmes.merge_title', { name })} explanation={t('admin.programmes.merge_explained')} submitLabel="admin.programmes.merge" success="admin.programmes.merged" defaults={{ on: today }}
        run={(values) => api.mergeProgramme({ params: { id }, body: { version, successorId: String(values['successorId'] ?? ''), on: String(values['on'] ?? '') } })}
      >
        <ProgrammeInput source="successorId" label="admin.programmes.successor" setId={set.id} isRequired />
        <DayInput source="on" label="admin.shell.from_day" isRequired />
      </ActionButton>
      <ActionButton
        label="admin.shell.close" variant="text" danger title={t('admin.programmes.close_title', { name })} explanation={t('admin.programmes.close_explained')} submitLabel="admin.shell.close" success="admin.shell.closed_done" defaults={{ on: today }}
        run={(values) => api.closeProgramme({ params: { id }, body: { version, on: String(values['on'] ?? '') } })}
      >
        <DayInput source="on" label="admin.shell.last_day" isRequired />
      </ActionButton>
    </>
  );
};
