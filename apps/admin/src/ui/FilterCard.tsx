import FilterAltOff from '@mui/icons-material/FilterAltOffOutlined';
import Tune from '@mui/icons-material/TuneOutlined';
import { Box, Button, Card, Collapse, useMediaQuery, type Theme } from '@mui/material';
import { useState, type ReactElement } from 'react';
import { FilterForm, FilterLiveSearch, useListContext, useTranslate } from 'react-admin';
import { SavedFilters } from './SavedFilters.js';

const layout = {
  '& form': { display: 'grid', columnGap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', lg: 'repeat(4, 1fr)' }, minHeight: 0, p: 0 },
  '& form > *': { minWidth: 0 }, '& .RaFilterFormInput-spacer': { display: 'none' }, '& .RaFilterForm-filterFormInput .MuiFormControl-root': { width: '100%' }, '& .RaFilterForm-clearFix': { display: 'none' },
} as const;

const ClearButton = () => {
  const t = useTranslate();
  const { filterValues, setFilters } = useListContext();
  if (Object.values(filterValues as Record<string, unknown>).every((value) => value === undefined || value === null || value === '')) return null;
  return <Button startIcon={<FilterAltOff />} onClick={() => setFilters({}, {})}>{t('ra.navigation.clear_filters')}</Button>;
};

/** How many filters are set, but for the search. */
const useSet = (filters: readonly ReactElement[]): number => {
  const { filterValues } = useListContext();
  const values = filterValues as Record<string, unknown>;
  return filters.filter(({ key }) => key !== null && values[key] !== undefined && values[key] !== null && values[key] !== '').length;
};

const Filters = ({ filters }: { filters: ReactElement[] }) => {
  const t = useTranslate();
  const phone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const [open, setOpen] = useState(false);
  const set = useSet(filters);
  const form = <Box sx={layout}><FilterForm filters={filters} /></Box>;
  if (!phone || filters.length < 3) return form;
  return (
    <>
      <Button startIcon={<Tune />} aria-expanded={open} onClick={() => setOpen(!open)}>{set > 0 ? t('admin.shell.tab_count', { label: t('admin.shell.filters'), count: set }) : t('admin.shell.filters')}</Button>
      <Collapse in={open} unmountOnExit>{form}</Collapse>
    </>
  );
};

/** Search and filters of a list: in sight at a desk; on a phone many filters fold away, with how many are set. */
export const FilterCard = ({ search, filters = [], children }: { search?: string; filters?: ReactElement[]; children?: ReactElement | undefined }) => (
  <Card sx={{ p: 2, mb: 2 }}>
    {(search || children) && (
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        {search && <Box sx={{ flex: '1 1 14rem', maxWidth: { md: 480 } }}><FilterLiveSearch source="q" label={search} fullWidth /></Box>}
        <ClearButton />
        <SavedFilters />
        <Box sx={{ ml: { md: 'auto' } }}>{children}</Box>
      </Box>
    )}
    {filters.length > 0 && <Filters filters={filters} />}
  </Card>
);
