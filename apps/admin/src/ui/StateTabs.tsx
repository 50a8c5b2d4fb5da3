import { Tab, Tabs } from '@mui/material';
import { useListContext, useTranslate } from 'react-admin';
import { useApi } from './useApi.js';
import type { StateGroup } from './StateChip.js';

interface Props<S extends string> {
  of: StateGroup;
  /** The key under which the counts are kept. */
  name: string;
  states: readonly S[];
  label: string;
  /** How many there are in one state. */
  count: (state: S) => Promise<number>;
}

/** The states of a list as tabs, each with how many there are. */
export const StateTabs = <S extends string>({ of, name, states, label, count }: Props<S>) => {
  const t = useTranslate();
  const { filterValues, setFilters } = useListContext();
  const counts = useApi([name, 'counts'], async () => new Map(await Promise.all(states.map(async (state) => [state, await count(state)] as const)))).data;
  const { state: chosen, ...others } = filterValues as Record<string, unknown>;
  const value = typeof chosen === 'string' && states.includes(chosen as S) ? chosen : 'all';
  return (
    <Tabs value={value} variant="scrollable" scrollButtons={false} aria-label={t(label)} sx={{ mb: 2, borderBottom: 1, borderColor: 'divider' }} onChange={(_, next: string) => setFilters(next === 'all' ? others : { ...others, state: next }, {})}>
      <Tab value="all" label={t('admin.shell.all')} />
      {states.map((state) => {
        const word = t(`terms.${of}.${state}`);
        const number = counts?.get(state) ?? 0;
        return <Tab key={state} value={state} label={number > 0 ? t('admin.shell.tab_count', { label: word, count: number }) : word} />;
      })}
    </Tabs>
  );
};
