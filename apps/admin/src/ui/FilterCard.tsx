import FilterAltOff from '@mui/icons-material/FilterAltOffOutlined';
import { Box, Button, Card } from '@mui/material';
import type { ReactElement } from 'react';
import { FilterForm, FilterLiveSearch, useListContext, useTranslate } from 'react-admin';

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

/** Search and filters of a list, always in sight. */
export const FilterCard = ({ search, filters = [], children }: { search?: string; filters?: ReactElement[]; children?: ReactElement | undefined }) => (
  <Card sx={{ p: 2, mb: 2 }}>
    {(search || children) && (
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        {search && <Box sx={{ flex: '1 1 14rem', maxWidth: { md: 480 } }}><FilterLiveSearch source="q" label={search} fullWidth /></Box>}
        <ClearButton />
        <Box sx={{ ml: { md: 'auto' } }}>{children}</Box>
      </Box>
    )}
    {filters.length > 0 && <Box sx={layout}><FilterForm filters={filters} /></Box>}
  </Card>
);
