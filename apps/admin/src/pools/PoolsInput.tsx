import { AutocompleteArrayInput } from 'react-admin';
import { usePools } from './usePools.js';

/** Several pools of those into which people are taken: everybody is in the others, or is by occupation. */
export const PoolsInput = ({ source, label, helperText }: { source: string; label: string; helperText: string }) => (
  <AutocompleteArrayInput source={source} label={label} choices={(usePools().data?.data ?? []).filter(({ entry }) => entry !== 'automatic')} optionText="name" helperText={helperText} />
);
