import type { Matrix } from '@kepu/contracts';
import { Box, Card, Link as MuiLink, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Measured } from '../measures/Measured.js';
import { SignedBar } from '../ui/Progress.js';
import { itemsLink } from './itemsLink.js';
import type { Cells } from './PlanMatrix.js';

/** The matrix on a phone: one card a unit, its programmes below. */
export const MatrixCards = ({ matrix, cells }: { matrix: Matrix; cells: Cells }) => {
  const t = useTranslate();
  const { plan, units, programmes } = matrix;
  return (
    <Stack component="ul" aria-label={t('admin.matrix.caption')} sx={{ listStyle: 'none', m: 0, p: 0, gap: 1.5 }}>
      {units.map((unit) => (
        <Card component="li" key={unit.id} sx={{ p: 2 }}>
          <Typography variant="h3" component="h2"><MuiLink component={Link} to={`/plans/${plan.id}/units/${unit.id}`}>{unit.printed}</MuiLink></Typography>
          {plan.state !== 'draft' && <SignedBar tally={unit.tally} dense />}
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, mt: 0.5 }}>
            {programmes.map((programme) => {
              const cell = cells.get(`${unit.id} ${programme.id}`);
              if (!cell || cell.items === 0) return null;
              return (
                <li key={programme.id}>
                  <Box component={Link} to={itemsLink(plan.id, { unitId: unit.id, programmeId: programme.id })} sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: 1, minHeight: 44, color: 'primary.main', textDecoration: 'none', borderTop: 1, borderColor: 'divider' }}>
                    <span>{programme.name}</span>
                    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: 1 }}><Measured measures={cell.measures} />{t('admin.matrix.items', { count: cell.items })}</Box>
                  </Box>
                </li>
              );
            })}
          </Box>
        </Card>
      ))}
    </Stack>
  );
};
