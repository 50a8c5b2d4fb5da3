import type { Unit } from '@kepu/contracts';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useSession } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { DayInput, LineInput, UnitInput } from '../ui/inputs.js';

/** Rename, merge and close: each from a day on, each leaving old papers as they were. */
export const UnitActions = ({ unit }: { unit: Unit }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const today = useSession()?.today ?? '';
  const { id, version, name, fullName } = unit;
  return (
    <>
      <ActionButton
        label="admin.units.rename" title={t('admin.units.rename_title', { name })} explanation={t('admin.units.rename_explained')} submitLabel="admin.units.rename" success="admin.units.renamed" defaults={{ name, fullName, on: today }}
        run={(values) => api.renameUnit({ params: { id }, body: { version, name: String(values['name'] ?? ''), fullName: String(values['fullName'] ?? ''), on: String(values['on'] ?? '') } })}
      >
        <LineInput source="name" label="admin.units.new_name" isRequired />
        <LineInput source="fullName" label="admin.units.new_full_name" isRequired />
        <DayInput source="on" label="admin.shell.from_day" isRequired />
      </ActionButton>
      <ActionButton
        label="admin.units.merge" danger title={t('admin.units.merge_title', { name })} explanation={t('admin.units.merge_explained')} submitLabel="admin.units.merge" success="admin.units.merged" defaults={{ on: today }}
        run={async (values) => {
          await api.mergeUnit({ params: { id }, body: { version, successorId: String(values['successorId'] ?? ''), on: String(values['on'] ?? '') } });
          void navigate(`/units/${String(values['successorId'])}`);
        }}
      >
        <UnitInput source="successorId" label="admin.units.successor" isRequired />
        <DayInput source="on" label="admin.shell.from_day" isRequired />
      </ActionButton>
      <ActionButton
        label="admin.shell.close" danger variant="text" title={t('admin.units.close_title', { name })} explanation={t('admin.units.close_explained')} submitLabel="admin.shell.close" success="admin.shell.closed_done" defaults={{ on: today }}
        run={(values) => api.closeUnit({ params: { id }, body: { version, on: String(values['on'] ?? '') } })}
      >
        <DayInput source="on" label="admin.shell.last_day" isRequired />
      </ActionButton>
    </>
  );
};
