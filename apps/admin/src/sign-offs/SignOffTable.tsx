import type { SignOff } from '@kepu/contracts';
import { Box, Card, Checkbox, Link, Stack, Table, TableBody, TableCell, TableHead, TableRow, Typography, useMediaQuery, type Theme } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { itemsLink } from '../plans/itemsLink.js';
import { SignedBar } from '../ui/Progress.js';
import { Mark, type Tone } from '../ui/StateChip.js';
import { useFormat } from '../ui/format.js';

interface Props { planId: string; rows: readonly SignOff[]; selected: readonly string[]; onSelect?: (ids: readonly string[]) => void }

const stateOf = ({ tally, overdue }: SignOff): [Tone, string] =>
  tally.pending + tally.asked === 0 ? ['good', 'terms.assignmentStates.signed'] : overdue ? ['wrong', 'admin.sign_offs.overdue'] : tally.asked > 0 ? ['waiting', 'terms.assignmentStates.asked'] : ['waiting', 'terms.assignmentStates.pending'];

const Liaisons = ({ row }: { row: SignOff }) => {
  const t = useTranslate();
  const { instant } = useFormat();
  if (row.liaisons.length === 0) return <Mark tone="waiting">{t('admin.sign_offs.no_liaison')}</Mark>;
  return <>{row.liaisons.map(({ name, lastSignInAt }) => <Typography key={name} component="div">{name} <Typography component="span" color="textSecondary">{lastSignInAt ? t('admin.sign_offs.last_seen', { when: instant(lastSignInAt) }) : t('admin.sign_offs.never_seen')}</Typography></Typography>)}</>;
};

/** Units in protocol order with how far they have signed. */
export const SignOffTable = ({ planId, rows, selected, onSelect }: Props) => {
  const t = useTranslate();
  const { instant } = useFormat();
  const narrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down('md'));
  const open = rows.filter(({ tally }) => tally.pending + tally.asked > 0).map(({ unit }) => unit.id);
  const toggle = (id: string) => onSelect?.(selected.includes(id) ? selected.filter((other) => other !== id) : [...selected, id]);
  const all = open.length > 0 && open.every((id) => selected.includes(id));
  const box = (row: SignOff) => <Checkbox checked={selected.includes(row.unit.id)} disabled={!open.includes(row.unit.id)} onChange={() => toggle(row.unit.id)} slotProps={{ input: { 'aria-label': t('admin.sign_offs.select', { unit: row.unit.name }) } }} sx={{ width: 44, height: 44 }} />;
  const allBox = <Checkbox checked={all} indeterminate={selected.length > 0 && !all} onChange={() => onSelect?.(all ? [] : open)} slotProps={{ input: { 'aria-label': t('admin.sign_offs.select_all') } }} sx={{ width: 44, height: 44 }} />;
  const state = (row: SignOff) => { const [tone, word] = stateOf(row); return <Mark tone={tone}>{t(word)}</Mark>; };
  const name = (row: SignOff) => <Link component={RouterLink} to={itemsLink(planId, { unitId: row.unit.id })} sx={{ fontWeight: 600 }}>{row.unit.name}</Link>;

  if (narrow) {
    return (
      <>
        {onSelect && open.length > 0 && <Box sx={{ display: 'flex', alignItems: 'center' }}>{allBox}<span aria-hidden>{t('admin.sign_offs.select_all')}</span></Box>}
        <Stack component="ul" aria-label={t('admin.plans.tab_sign_offs')} sx={{ listStyle: 'none', m: 0, p: 0, gap: 1.5 }}>
          {rows.map((row) => (
            <Card component="li" key={row.unit.id} sx={{ p: 2 }}>
              <Stack direction="row" sx={{ alignItems: 'center', gap: 1, flexWrap: 'wrap', mb: 1 }}>{onSelect && box(row)}{name(row)}{state(row)}</Stack>
              <SignedBar tally={row.tally} dense />
              <Liaisons row={row} />
            </Card>
          ))}
        </Stack>
      </>
    );
  }
  return (
    <Card sx={{ overflowX: 'auto' }}>
      <Table aria-label={t('admin.plans.tab_sign_offs')}>
        <TableHead>
          <TableRow>
            {onSelect && <TableCell padding="checkbox">{allBox}</TableCell>}
            <TableCell>{t('admin.items.unit')}</TableCell><TableCell width={240}>{t('admin.plans.signed')}</TableCell><TableCell>{t('admin.shell.state')}</TableCell>
            <TableCell>{t('admin.sign_offs.last_signed')}</TableCell><TableCell>{t('terms.roles.liaison')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.unit.id} hover selected={selected.includes(row.unit.id)}>
              {onSelect && <TableCell padding="checkbox">{box(row)}</TableCell>}
              <TableCell>{name(row)}</TableCell><TableCell><SignedBar tally={row.tally} dense /></TableCell><TableCell>{state(row)}</TableCell>
              <TableCell>{instant(row.lastSignedAt)}</TableCell><TableCell><Liaisons row={row} /></TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
};
