import type { Term } from '@kepu/contracts';
import { AutocompleteInput, NumberInput, ReferenceInput, required, TextArrayInput, useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { createOnce, resourceRoutes } from '../providers/resources.js';
import { useSession } from '../providers/session.js';
import { ActionButton } from '../ui/ActionDialog.js';
import { DayInput, LineInput } from '../ui/inputs.js';

const routes = resourceRoutes(api)['terms'];
const find = (q: string) => ({ q });
const number = (value: unknown): { sortNo?: number } => (value === null || value === undefined || value === '' ? {} : { sortNo: Number(value) });

/** Adds an entry, on top or below a topic. */
export const TermCreate = ({ kind, parent }: { kind: Term['kind']; parent?: Term }) => {
  const t = useTranslate();
  return (
    <ActionButton
      label={parent ? 'admin.terms.create_below' : `admin.terms.create_${kind}`} variant={parent ? 'text' : 'contained'} title={parent ? t('admin.terms.create_below_title', { name: parent.name }) : t(`admin.terms.create_${kind}`)} submitLabel="ra.action.save" success="admin.shell.created"
      run={async (values) => { if (routes) await createOnce('terms', routes, { kind, name: values['name'], aliases: (values['aliases'] ?? []) as string[], ...number(values['sortNo']), ...(parent ? { parentId: parent.id } : {}) }); }}
    >
      <LineInput source="name" label="admin.terms.name" isRequired />
      <TextArrayInput source="aliases" label="admin.units.aliases" helperText="admin.programmes.aliases_hint" />
      <NumberInput source="sortNo" label="admin.units.sort_no" helperText={false} />
    </ActionButton>
  );
};

/** Change, merge and close one entry. */
export const TermActions = ({ term }: { term: Term }) => {
  const t = useTranslate();
  const today = useSession()?.today ?? '';
  const { id, version, name, aliases, sortNo, kind } = term;
  return (
    <>
      <ActionButton label="ra.action.edit" variant="text" title={name} submitLabel="ra.action.save" success="admin.shell.saved" defaults={{ name, aliases, sortNo }} run={(values) => api.updateTerm({ params: { id }, body: { version, name: String(values['name'] ?? ''), aliases: (values['aliases'] ?? []) as string[], ...number(values['sortNo']) } })}>
        <LineInput source="name" label="admin.terms.name" isRequired />
        <TextArrayInput source="aliases" label="admin.units.aliases" helperText="admin.programmes.aliases_hint" />
        <NumberInput source="sortNo" label="admin.units.sort_no" helperText={false} />
      </ActionButton>
      <ActionButton
        label="admin.programmes.merge" variant="text" danger title={t('admin.terms.merge_title', { name })} explanation={t('admin.terms.merge_explained')} submitLabel="admin.programmes.merge" success="admin.terms.merged" defaults={{ on: today }}
        run={(values) => api.mergeTerm({ params: { id }, body: { version, successorId: String(values['successorId'] ?? ''), on: String(values['on'] ?? '') } })}
      >
        <ReferenceInput source="successorId" reference="terms" filter={{ kind, open: true }} sort={{ field: 'sortNo', order: 'ASC' }} perPage={100}>
          <AutocompleteInput label="admin.terms.successor" optionText="name" filterToQuery={find} helperText={false} validate={required()} />
        </ReferenceInput>
        <DayInput source="on" label="admin.shell.from_day" isRequired />
      </ActionButton>
      <ActionButton label="admin.shell.close" variant="text" danger title={t('admin.terms.close_title', { name })} explanation={t('admin.terms.close_explained')} submitLabel="admin.shell.close" success="admin.shell.closed_done" defaults={{ on: today }} run={(values) => api.closeTerm({ params: { id }, body: { version, on: String(values['on'] ?? '') } })}>
        <DayInput source="on" label="admin.shell.last_day" isRequired />
      </ActionButton>
    </>
  );
};
