import type { CredentialKind } from '@kepu/contracts';
import { AutocompleteArrayInput, AutocompleteInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { useCredentialKinds } from './useCredentialKinds.js';

interface Props { source: string; label: string; helperText?: string; byCourse?: boolean; isRequired?: boolean }

/** Those that can be chosen anew, and those that are chosen already. */
const useChoices = (source: string, byCourse: boolean): CredentialKind[] => {
  const chosen: unknown = useWatch({ name: source });
  const ids = Array.isArray(chosen) ? chosen : [chosen];
  return (useCredentialKinds().data?.data ?? []).filter((kind) => ids.includes(kind.id) || (!kind.retired && (!byCourse || kind.byCourse)));
};

/** Several kinds of certificates. */
export const CredentialKindsInput = ({ source, label, helperText, byCourse = false }: Props) => (
  <AutocompleteArrayInput source={source} label={label} choices={useChoices(source, byCourse)} optionText="name" helperText={helperText ?? false} />
);

/** One kind of certificates. */
export const CredentialKindInput = ({ source, label, helperText, byCourse = false }: Props) => (
  <AutocompleteInput source={source} label={label} choices={useChoices(source, byCourse)} optionText="name" helperText={helperText ?? false} />
);
