import type { Matrix, Plan } from '@kepu/contracts';
import { Typography, useMediaQuery, type Theme } from '@mui/material';
import { useTranslate } from 'react-admin';
import { api } from '../providers/api.js';
import { EmptyState, Loaded } from '../ui/Panels.js';
import { useApi } from '../ui/useApi.js';
import { MatrixCards } from './MatrixCards.js';
import { MatrixTable } from './MatrixTable.js';

/** A cell of the matrix. */
export type Cell = Matrix['cells'][number];
/** Cells by unit and programme. */
export type Cells = ReadonlyMap<string, Cell>;

/** Unit × programme in protocol order: a table at a desk, cards on a phone. */
const PlanMatrix = ({ plan }: { plan: Plan }) => {
  const t = useTranslate();
  const narrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down('md'));
  const query = useApi(['matrix', plan.id], () => api.getMatrix({ params: { id: plan.id } }));
  return (
    <Loaded query={query} rows={12}>
      {(matrix) => {
        if (matrix.units.length === 0) return <EmptyState title="admin.matrix.empty" hint="admin.matrix.empty_hint" />;
        const cells: Cells = new Map(matrix.cells.map((cell) => [`${cell.unitId} ${cell.programmeId}`, cell]));
        const View = narrow ? MatrixCards : MatrixTable;
        return (
          <>
            {matrix.measures.total > 0 && <Typography sx={{ mb: 1.5 }}>{t('admin.matrix.measures', { ...matrix.measures })}</Typography>}
            <View matrix={matrix} cells={cells} />
          </>
        );
      }}
    </Loaded>
  );
};
export default PlanMatrix;
