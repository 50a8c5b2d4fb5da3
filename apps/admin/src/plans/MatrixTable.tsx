import type { Light, LightCounts, Matrix, Measured } from '@kepu/contracts';
import { Box, Card, Stack, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import type { KeyboardEvent } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useSearchParams } from 'react-router-dom';
import { useLightSummary } from '../lights/useLights.js';
import { useMay } from '../providers/session.js';
import { itemsLink } from './itemsLink.js';
import type { Cell, Cells } from './PlanMatrix.js';

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

type View = 'signed' | 'measures' | 'lights';
interface Shown { words: string; tone: 'signed' | 'waiting' | 'wrong' | undefined; content: string }

const ofMeasures = ({ done, total }: Measured): string => (total === 0 ? '' : `${done}/${total}`);
const sum = (all: readonly Measured[]): Measured => ({ done: all.reduce((count, { done }) => count + done, 0), total: all.reduce((count, { total }) => count + total, 0) });

/** A cell as the number of its items and who has signed for them. */
const signedCell = ({ items, tally: { signed, total } }: Cell, issued: boolean): Shown => {
  const done = signed === total;
  return { words: issued ? 'admin.matrix.cell' : 'admin.matrix.cell_draft', tone: issued ? (done ? 'signed' : 'waiting') : undefined, content: `${items}${issued ? (done ? ' ✓' : ` · ${signed}/${total}`) : ''}` };
};

/** A cell as how many of its measures are done; one without measures is empty of them, not of work. */
const measuredCell = ({ measures }: Cell): Shown => ({ words: 'admin.matrix.cell_measures', tone: measures.total === 0 ? undefined : measures.done === measures.total ? 'signed' : 'waiting', content: ofMeasures(measures) || '·' });

/** A cell by its lights: how many are red and yellow, or that all is calm. */
const litCell = (counts: LightCounts | undefined, t: (key: string, params?: Record<string, unknown>) => string): Shown => {
  const { red = 0, yellow = 0, green = 0, blue = 0, grey = 0 } = counts ?? {};
  const named = (light: Light, count: number): string[] => (count > 0 ? [t('admin.lights.count', { light: t(`terms.lights.${light}`), count })] : []);
  const bad = [...named('red', red), ...named('yellow', yellow)];
  return { words: 'admin.matrix.cell_lights', tone: red > 0 ? 'wrong' : yellow > 0 ? 'waiting' : green + blue > 0 ? 'signed' : undefined, content: bad.length > 0 ? bad.join(' ') : [...named('green', green), ...named('blue', blue), ...named('grey', grey)][0] ?? '·' };
};

/** The whole matrix with its head and first column in sight. */
export const MatrixTable = ({ matrix, cells }: { matrix: Matrix; cells: Cells }) => {
  const t = useTranslate();
  const { plan, units, programmes } = matrix;
  const issued = plan.state !== 'draft';
  // Once everybody has signed, what is done is what one comes to see.
  const allSigned = issued && plan.signOff.total > 0 && plan.signOff.signed === plan.signOff.total;
  // In the address: a view that was chosen outlives a table that is drawn anew, and can be passed on.
  const [address, setAddress] = useSearchParams();
  const asked = address.get('view');
  const lit = useMay()('light:read') && issued;
  const view: View = asked === 'signed' || asked === 'measures' || (asked === 'lights' && lit) ? asked : allSigned ? 'measures' : 'signed';
  const summary = useLightSummary(plan.id, lit && view === 'lights').data;
  const countsOf = new Map(summary?.cells.map(({ unitId, programmeId, counts }) => [`${unitId} ${programmeId}`, counts]));
  const lineCounts = new Map([...(summary?.units ?? []), ...(summary?.programmes ?? [])].map(({ id, counts }) => [id, counts]));
  const setView = (next: View): void => setAddress((present) => ({ ...Object.fromEntries(present), view: next }), { replace: true });
  const measured = issued && view === 'measures';
  const byLight = issued && view === 'lights';
  const legend = !issued ? 'admin.matrix.legend_draft' : byLight ? 'admin.matrix.legend_lights' : measured ? 'admin.matrix.legend_measures' : 'admin.matrix.legend';
  return (
    <>
      <Stack direction="row" sx={{ flexWrap: 'wrap', alignItems: 'center', gap: 1.5, mb: 1 }}>
        {issued && (
          <ToggleButtonGroup exclusive value={view} onChange={(_, next: View | null) => next && setView(next)} aria-label={t('admin.matrix.view')}>
            <ToggleButton value="signed">{t('admin.matrix.view_signed')}</ToggleButton>
            <ToggleButton value="measures">{t('admin.matrix.view_measures')}</ToggleButton>
            {lit && <ToggleButton value="lights">{t('admin.matrix.view_lights')}</ToggleButton>}
          </ToggleButtonGroup>
        )}
        <Typography color="textSecondary" sx={{ flex: '1 1 20rem' }}>{t(legend)}</Typography>
      </Stack>
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
            '& a.wrong': { backgroundColor: c.wrongSoft, color: c.wrong },
            '& a:hover': { textDecoration: 'underline' },
            '& tbody th a, & tfoot a, & thead a': { justifyContent: 'flex-start', m: 0, color: c.primary, fontWeight: 'inherit' },
            '& thead th:not(:first-of-type) a': { justifyContent: 'center', alignItems: 'flex-end' },
          })}
        >
          <caption style={{ position: 'absolute', clip: 'rect(0 0 0 0)', height: 1, overflow: 'hidden' }}>{t('admin.matrix.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('admin.matrix.unit')}</th>
              {programmes.map(({ id, name, shortName }) => <th key={id} scope="col"><Link to={`/plans/${plan.id}/programmes/${id}`} title={name} aria-label={name}>{shortName}</Link></th>)}
              <th scope="col">{t('admin.matrix.total')}</th>
            </tr>
          </thead>
          <tbody>
            {units.map((unit, row) => (
              <tr key={unit.id}>
                <th scope="row"><Link to={`/plans/${plan.id}/units/${unit.id}`}>{unit.printed}</Link></th>
                {programmes.map((programme, column) => {
                  const cell = cells.get(`${unit.id} ${programme.id}`);
                  if (!cell || cell.items === 0) return <td key={programme.id} />;
                  const lights = countsOf.get(`${unit.id} ${programme.id}`);
                  const { words, tone, content } = byLight ? litCell(lights, t) : measured ? measuredCell(cell) : signedCell(cell, issued);
                  return (
                    <td key={programme.id}>
                      <Link
                        to={itemsLink(plan.id, { unitId: unit.id, programmeId: programme.id })} data-row={row} data-column={column} className={tone}
                        aria-label={t(words, { unit: unit.printed, programme: programme.name, items: cell.items, signed: cell.tally.signed, total: measured ? cell.measures.total : cell.tally.total, done: cell.measures.done, lights: content })}
                      >
                        {content}
                      </Link>
                    </td>
                  );
                })}
                <td>{byLight ? litCell(lineCounts.get(unit.id), t).content : measured ? ofMeasures(unit.measures) : unit.tally.total}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('admin.matrix.total')}</th>
              {programmes.map(({ id, items, measures }) => <td key={id}>{byLight ? litCell(lineCounts.get(id), t).content : measured ? ofMeasures(measures) : items}</td>)}
              <td>{byLight ? litCell(summary?.counts, t).content : measured ? ofMeasures(sum(programmes.map(({ measures }) => measures))) : plan.counts.items}</td>
            </tr>
          </tfoot>
        </Box>
      </Card>
    </>
  );
};
