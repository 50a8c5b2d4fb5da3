import type { Activity, Shift } from '@kepu/contracts';
import { ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { usePresentMoment } from '../ui/clock.js';
import { useFormat } from '../ui/format.js';
import { heldShifts, presentShift } from './nextStep.js';

/** The shift that a page is about: the one in the address, else the present one, else the next, else the last. */
export const useChosenShift = (activity: Activity): { shift: Shift | null; choose: (id: string) => void } => {
  const [search, setSearch] = useSearchParams();
  const now = usePresentMoment();
  const shifts = heldShifts(activity);
  const named = shifts.find(({ id }) => id === search.get('shift'));
  const shift = named ?? (now ? presentShift(activity, now) ?? shifts.find(({ startsAt }) => startsAt > now) : null) ?? shifts.at(-1) ?? null;
  return { shift, choose: (id) => setSearch({ shift: id }, { replace: true }) };
};

/** Chooses among several shifts; nothing where there is one. */
export const ShiftChoice = ({ activity, shift, choose }: { activity: Activity; shift: Shift | null; choose: (id: string) => void }) => {
  const t = useTranslate();
  const { period } = useFormat();
  const shifts = heldShifts(activity);
  if (shifts.length < 2) return null;
  return (
    <ToggleButtonGroup exclusive value={shift?.id ?? null} onChange={(_, id: string | null) => id && choose(id)} aria-label={t('admin.activities.shifts')} sx={{ flexWrap: 'wrap', gap: 1, mb: 2, '& .MuiToggleButton-root': { borderRadius: 22, border: 1, borderColor: 'divider', px: 2, '&.Mui-selected': { borderColor: 'primary.main' } } }}>
      {shifts.map(({ id, startsAt, endsAt }) => <ToggleButton key={id} value={id}>{period(startsAt, endsAt)}</ToggleButton>)}
    </ToggleButtonGroup>
  );
};
