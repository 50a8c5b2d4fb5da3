import type { Matrix } from '@kepu/contracts';
import { Box, Card, Typography } from '@mui/material';
import type { KeyboardEvent } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { itemsLink } from './itemsLink.js';
import type { Cells } from './PlanMatrix.js';

const steps: Readonly<Record<string, readonly [number, number]>> = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };

/** Arrow keys go from one filled cell to the next one in that direction. */
const move = (event: KeyboardEvent<HTMLElement>) => {
  const step = steps[event.key];
  const from = (event.target as HTMLElement).closest<HTMLElement>('[data-row]');
  if (!step || !from) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const at = (element: HTMLElement): [number, number] => [Number(element.dataset['row']), Number(element.dataset['column'])];
  const [row, column] = at(from);
  const ahead = links
    .map((link) => ({ link, ahead: (at(link)[0] - row) * step[0] + (at(link)[1] - column) * step[1], aside: Math.abs((at(link)[0] - row) * step[1]) + Math.abs((at(link)[1] - column) * step[0]) }))
    .filter((candidate) => candidate.ahead > 0)
    .sort((a, b) => a.aside - b.aside || a.ahead - b.ahead)[0];
  if (!ahead) return;
  event.preventDefault();
  ahead.link.focus();
};

/** The whole matrix with its head and first column in sight. */
export const MatrixTable = ({ matrix, cells }: { matrix: Matrix; cells: Cells }) => {
  const t = useTranslate();
  const { plan, units, programmes } = matrix;
  const issued = plan.state !== 'draft';
  return (
    <>
      <Typography color="textSecondary" sx={{ mb: 1 }}>{t(issued ? 'admin.matrix.legend' : 'admin.matrix.legend_draft')}</Typography>
      <Card sx={{ overflow: 'auto', maxHeight: 'calc(100vh - 120px)' }} tabIndex={0} role="region" aria-label={t('admin.plans.tab_matrix')}>
        <Box
          component="table" onKeyDown={move}
          sx={({ palette: { tokens: c } }) => ({
            borderCollapse: 'separate', borderSpacing: 0, width: '100%', minWidth: 1080, tableLayout: 'fixed',
            '& th, & td': { borderBottom: `1px solid ${c.line}`, borderRight: `1px solid ${c.line}`, p: 0, textAlign: 'center', height: 46, backgroundColor: c.surface },
            '& thead th': { position: 'sticky', top: 0, zIndex: 2, px: 0.75, py: 1, fontWeight: 600, lineHeight: 1.35, verticalAlign: 'bottom' },
            '& tbody th, & tfoot th': { position: 'sticky', left: 0, zIndex: 1, px: 1.5, textAlign: 'left', fontWeight: 500, lineHeight: 1.35 },
            '& thead th:first-of-type': { left: 0, zIndex: 3, px: 1.5, textAlign: 'left', width: 168 },
            '& tfoot td, & tfoot th': { position: 'sticky', bottom: 0, fontWeight: 600, zIndex: 2 },
            '& tfoot th': { zIndex: 3 },
            '& tbody tr:hover th, & tbody tr:hover td': { backgroundColor: c.ground },
            '& a': { display: 'flex', alignItems: 'center', justifyContent: 'center', minHeight: 44, textDecoration: 'none', color: c.text, fontWeight: 600, m: 0.25, borderRadius: 1 },
            '& a.signed': { backgroundColor: c.primarySoft, color: c.primaryStrong },
            '& a.waiting': { backgroundColor: c.waitingSoft, color: c.waiting },
            '& a:hover': { textDecoration: 'underline' },
            '& tbody th a, & tfoot a, & thead a': { justifyContent: 'flex-start', m: 0, color: c.primary, fontWeight: 'inherit' },
            '& thead th:not(:first-of-type) a': { justifyContent: 'center', alignItems: 'flex-end' },
          })}
        >
          <caption style={{ position: 'absolute', clip: 'rect(0 0 0 0)', height: 1, overflow: 'hidden' }}>{t('admin.matrix.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('admin.matrix.unit')}</th>
              {programmes.map(({ id, name, shortName }) => <th key={id} scope="col"><Link to={itemsLink(plan.id, { programmeId: id })} title={name} aria-label={name}>{shortName}</Link></th>)}
              <th scope="col">{t('admin.matrix.total')}</th>
            </tr>
          </thead>
          <tbody>
            {units.map((unit, row) => (
              <tr key={unit.id}>
                <th scope="row"><Link to={itemsLink(plan.id, { unitId: unit.id })}>{unit.printed}</Link></th>
                {programmes.map((programme, column) => {
                  const cell = cells.get(`${unit.id} ${programme.id}`);
                  if (!cell || cell.items === 0) return <td key={programme.id} />;
                  const { signed, total } = cell.tally;
                  const done = signed === total;
                  return (
                    <td key={programme.id}>
                      <Link
                        to={itemsLink(plan.id, { unitId: unit.id, programmeId: programme.id })} data-row={row} data-column={column} className={issued ? (done ? 'signed' : 'waiting') : undefined}
                        aria-label={t(issued ? 'admin.matrix.cell' : 'admin.matrix.cell_draft', { unit: unit.printed, programme: programme.name, items: cell.items, signed, total })}
                      >
                        {cell.items}{issued && (done ? ' ✓' : ` · ${signed}/${total}`)}
                      </Link>
                    </td>
                  );
                })}
                <td>{unit.tally.total}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('admin.matrix.total')}</th>
              {programmes.map(({ id, items }) => <td key={id}>{items}</td>)}
              <td>{plan.counts.items}</td>
            </tr>
          </tfoot>
        </Box>
      </Card>
    </>
  );
};
