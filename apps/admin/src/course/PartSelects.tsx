import type { Plan } from '@kepu/contracts';
import { MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { api } from '../providers/api.js';
import { useApi } from '../ui/useApi.js';

/** Filters that stand in the address, so that a view that was chosen can be passed on and outlives a reload. A choice begins at the first page. */
export const useAddress = () => {
  const [search, setSearch] = useSearchParams();
  const of = (name: string): string => search.get(name) ?? '';
  const set = (changes: Readonly<Record<string, string>>): void => setSearch((before) => {
    const next = new URLSearchParams(before);
    next.delete('page');
    for (const [name, value] of Object.entries(changes)) if (value) next.set(name, value); else next.delete(name);
    return next;
  }, { replace: true });
  const page = Math.max(1, Number.parseInt(of('page'), 10) || 1);
  const about = { ...(of('unit') ? { unitId: of('unit') } : {}), ...(of('programme') ? { programmeId: of('programme') } : {}) };
  return { of, set, page, about };
};

/** One choice of some, or any. Words are keys where `words` is given. */
export const Choice = ({ label, value, onChange, options, any }: { label: string; value: string; onChange: (value: string) => void; options: readonly { id: string; name: string }[]; any: string }) => {
  const t = useTranslate();
  return (
    <TextField select size="small" label={t(label)} value={options.some(({ id }) => id === value) ? value : ''} onChange={(event) => onChange(event.target.value)} sx={{ flex: '1 1 9rem', maxWidth: { sm: 280 } }} slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}>
      <MenuItem value="">{t(any)}</MenuItem>
      {options.map(({ id, name }) => <MenuItem key={id} value={id}>{name}</MenuItem>)}
    </TextField>
  );
};

/** The plan's own units and programmes, as its paper prints them. */
export const PartSelects = ({ plan }: { plan: Plan }) => {
  const { of, set } = useAddress();
  const matrix = useApi(['matrix', plan.id], () => api.getMatrix({ params: { id: plan.id } })).data;
  return (
    <>
      {(matrix?.units.length ?? 0) > 1 && <Choice label="admin.course.unit" any="admin.lights.any_unit" value={of('unit')} onChange={(unit) => set({ unit })} options={matrix?.units.map(({ id, printed }) => ({ id, name: printed })) ?? []} />}
      <Choice label="admin.course.programme" any="admin.lights.any_programme" value={of('programme')} onChange={(programme) => set({ programme })} options={matrix?.programmes.map(({ id, name }) => ({ id, name })) ?? []} />
    </>
  );
};
