import type { Bulletin, BulletinMetric, Figure } from '@kepu/contracts';
import { Box, Card, Stack, Table, TableBody, TableCell, TableHead, TableRow, Typography, useMediaQuery, type Theme } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Panel } from '../ui/Panels.js';
import { useFormat } from '../ui/format.js';
import { FigureButton } from './FigureButton.js';

type Open = (figure: Figure) => void;
interface Row { key: string; name: string; figureOf: (metric: BulletinMetric) => Figure | undefined }

/** Rows of programmes or units: a table at a desk, cards on a phone. A zero is quiet. */
const Rows = ({ rows, columns, head, onOpen }: { rows: readonly Row[]; columns: Bulletin['columns']; head: string; onOpen: Open }) => {
  const t = useTranslate();
  const narrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down('md'));
  const cell = (figure: Figure | undefined) => (figure === undefined || figure.value === 0 ? <Typography component="span" color="textSecondary">0</Typography> : <FigureButton figure={figure} onOpen={onOpen} />);
  if (narrow) {
    return (
      <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 1.5 }}>
        {rows.map(({ key, name, figureOf }) => (
          <Card component="li" variant="outlined" key={key} sx={{ p: 1.5 }}>
            <Typography sx={{ fontWeight: 600, mb: 0.5 }}>{name}</Typography>
            <Stack direction="row" sx={{ flexWrap: 'wrap', columnGap: 2 }}>
              {columns.filter((metric) => (figureOf(metric)?.value ?? 0) > 0 || metric === 'items').map((metric) => <Box component="span" key={metric} sx={{ display: 'inline-flex', alignItems: 'center', minHeight: 44 }}>{t(`terms.bulletinMetrics.${metric}`)}{cell(figureOf(metric))}</Box>)}
            </Stack>
          </Card>
        ))}
      </Stack>
    );
  }
  return (
    <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="group" aria-label={t(head)}>
      <Table size="small" aria-label={t(head)}>
        <TableHead><TableRow><TableCell>{t(head)}</TableCell>{columns.map((metric) => <TableCell key={metric} align="right">{t(`terms.bulletinMetrics.${metric}`)}</TableCell>)}</TableRow></TableHead>
        <TableBody>
          {rows.map(({ key, name, figureOf }) => (
            <TableRow key={key} sx={key === 'city' ? { '& > *': { fontWeight: 600 } } : {}}>
              <TableCell component="th" scope="row" sx={{ minWidth: 120 }}>{name}</TableCell>
              {columns.map((metric) => <TableCell key={metric} align="right">{cell(figureOf(metric))}</TableCell>)}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
};

const Measures = ({ bulletin, figureOf, onOpen }: { bulletin: Bulletin; figureOf: (id: string) => Figure | undefined; onOpen: Open }) => {
  const t = useTranslate();
  const { number, aside } = useFormat();
  const told = (count: number, minutes: boolean): string => number(minutes ? Math.round(count / 6) / 10 : count);
  const target = ({ min, max, approx, unitOfMeasure, minutes }: Bulletin['measures'][number]): string => {
    const least = told(min ?? 0, minutes);
    return `${max !== null && max !== min ? t('documents.bulletinBetween', { min: least, max: told(max, minutes) }) : t(approx ? 'documents.bulletinAbout' : 'documents.bulletinAtLeast', { min: least })} ${unitOfMeasure}`;
  };
  return (
    <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {bulletin.measures.map((measure) => {
        const figure = figureOf(measure.id);
        return (
          <Box component="li" key={measure.id} sx={{ py: { xs: 1, md: 0.5 }, columnGap: 2, alignItems: 'center', display: { md: 'grid' }, gridTemplateColumns: '1fr 12rem 9rem 5rem', '& + &': { borderTop: 1, borderColor: 'divider' } }}>
            <Typography sx={{ fontWeight: { xs: 600, md: 400 }, overflowWrap: 'anywhere' }}>{measure.name}{aside(measure.units)}</Typography>
            <Box component="span" sx={{ mr: { xs: 2, md: 0 } }}>{t('admin.bulletins.target')} {target(measure)}</Box>
            <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', minHeight: 44, mr: { xs: 2, md: 0 } }}>{t('admin.bulletins.value')} {figure && <FigureButton figure={figure} onOpen={onOpen} />}</Box>
            <Typography component="span" color="textSecondary">{t(`terms.measureStates.${measure.state}`)}</Typography>
          </Box>
        );
      })}
    </Stack>
  );
};

/** The tables of a bulletin: what stands in its annexes. */
export const BulletinTables = ({ bulletin, onOpen }: { bulletin: Bulletin; onOpen: Open }) => {
  const t = useTranslate();
  const figures = new Map(bulletin.figures.map((figure) => [`${figure.scope} ${figure.of ?? ''} ${figure.metric}`, figure]));
  const row = (scope: Figure['scope'], id: string | null, name: string): Row => ({ key: id ?? 'city', name, figureOf: (metric) => figures.get(`${scope} ${id ?? ''} ${metric}`) });
  const city = row('city', null, t('admin.bulletins.city'));
  return (
    <>
      <Panel id="programmes" title={t('admin.bulletins.by_programme')}>
        <Rows rows={[...bulletin.programmes.map(({ id, name }) => row('programme', id, name)), city]} columns={bulletin.columns} head="admin.bulletins.programme" onOpen={onOpen} />
        <Typography color="textSecondary" sx={{ mt: 1 }}>{t('admin.bulletins.programme_note')}</Typography>
      </Panel>
      <Panel id="units" title={t('admin.bulletins.by_unit')}>
        <Rows rows={[...bulletin.units.map(({ id, name }) => row('unit', id, name)), city]} columns={bulletin.columns} head="admin.bulletins.unit" onOpen={onOpen} />
        <Typography color="textSecondary" sx={{ mt: 1 }}>{t('admin.bulletins.unit_note')}</Typography>
      </Panel>
      {bulletin.measures.length > 0 && <Panel id="measures" title={t('admin.bulletins.by_measure')}><Measures bulletin={bulletin} figureOf={(id) => figures.get(`measure ${id} value`)} onOpen={onOpen} /></Panel>}
    </>
  );
};
