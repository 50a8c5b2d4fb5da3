import type { Measure } from '@kepu/contracts';
import { Box } from '@mui/material';
import { SelectInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { ItemsInput } from '../items/ItemsInput.js';
import { api } from '../providers/api.js';
import { useApi } from '../ui/useApi.js';

const MeasureChoice = ({ itemId, measures }: { itemId: string; measures: readonly Measure[] }) => (
  <SelectInput
    source={`measureIds.${itemId}`} label="admin.work.measure_of" helperText="admin.work.measure_hint" emptyText="admin.work.measure_any" choices={measures.map(({ id, name }) => ({ id, name }))} translateChoice={false}
  />
);

/** The items that a piece of work serves, and, where an item has several measures, whether it proves just one of them. */
export const ServesInput = () => {
  const ids = (useWatch({ name: 'itemIds' }) as string[] | undefined) ?? [];
  const measures = useApi(['measures-of', [...ids].sort().join(',')], async () => (await Promise.all(ids.map((itemId) => api.listMeasures({ query: { itemId, perPage: 50 } })))).flatMap(({ data }) => data), { enabled: ids.length > 0 }).data ?? [];
  return (
    <>
      <ItemsInput source="itemIds" label="admin.work.serves" hint="admin.work.serves_hint" isRequired />
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr' }}>
        {ids.map((itemId) => {
          const own = measures.filter(({ item }) => item.id === itemId);
          return own.length > 1 ? <MeasureChoice key={itemId} itemId={itemId} measures={own} /> : null;
        })}
      </Box>
    </>
  );
};
