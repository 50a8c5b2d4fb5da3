import { Box, Card, Stack, Table, TableBody, TableCell, TableHead, TableRow, TableSortLabel, Typography, useMediaQuery, type Theme } from '@mui/material';
import type { ReactNode } from 'react';
import { useListContext, useTranslate, type RaRecord } from 'react-admin';
import { Link, useNavigate } from 'react-router-dom';
import { SkeletonRows } from './Panels.js';

/** One column; on a phone one line of a card. */
export interface Column<R> {
  /** A key of the catalogue. */
  label: string;
  /** What the API sorts by, if it does. */
  sort?: string;
  /** Null where there is nothing to say: the line is left out of a card. */
  value: (row: R) => ReactNode;
  /** The first column with `title` heads the card, and links to the record. */
  title?: boolean;
  /** Left out of cards. */
  wideOnly?: boolean;
  width?: string | number;
  align?: 'right';
  nowrap?: boolean;
}

interface Props<R> {
  columns: readonly Column<R>[];
  link?: (row: R) => string | null;
  /** What stands where nothing is found. */
  empty: ReactNode;
  /** Buttons of a row. */
  actions?: (row: R) => ReactNode;
  caption: string;
  /** The linked column is a text to read rather than a name. */
  long?: boolean;
}

/** A list as a table at a desk and as cards on a phone. Reads react-admin's list context. */
export const RecordTable = <R extends RaRecord>({ columns, link, empty, actions, caption, long }: Props<R>) => {
  const { data, isPending, sort, setSort } = useListContext<R>();
  const t = useTranslate();
  const navigate = useNavigate();
  const narrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down('md'));
  if (isPending) return <Box sx={{ p: 2 }}><SkeletonRows rows={8} /></Box>;
  if (!data || data.length === 0) return <>{empty}</>;

  const titled = (row: R, content: ReactNode): ReactNode => {
    const to = link?.(row);
    return to ? <Box component={Link} to={to} sx={{ color: long ? 'text.primary' : 'primary.main', fontWeight: long ? 400 : 600, textDecoration: 'none', '&:hover': { textDecoration: 'underline' } }}>{content}</Box> : content;
  };

  if (narrow) {
    return (
      <Stack component="ul" aria-label={t(caption)} sx={{ listStyle: 'none', m: 0, p: 0, gap: 1.5 }}>
        {data.map((row) => (
          <Card component="li" key={row.id} sx={{ p: 2 }}>
            {columns.filter(({ wideOnly }) => !wideOnly).map((column) => {
              const content = column.value(row);
              if (column.title) return <Typography key={column.label} component="div" sx={{ fontWeight: long ? 400 : 600, mb: 0.5, minHeight: 32, overflowWrap: 'anywhere' }}>{titled(row, content)}</Typography>;
              return content === null ? null : (
                <Stack key={column.label} direction="row" sx={{ gap: 1, py: 0.25 }}>
                  <Typography component="span" color="textSecondary" sx={{ flex: '0 0 6em' }}>{t(column.label)}</Typography>
                  <Typography component="div" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>{content}</Typography>
                </Stack>
              );
            })}
            {actions && <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1, mt: 1 }}>{actions(row)}</Stack>}
          </Card>
        ))}
      </Stack>
    );
  }
  return (
    <Card sx={{ overflowX: 'auto' }}>
      <Table aria-label={t(caption)}>
        <TableHead>
          <TableRow>
            {columns.map(({ label, sort: field, width, align }) => (
              <TableCell key={label} {...(width ? { width } : {})} {...(align ? { align } : {})} sortDirection={field && sort?.field === field ? (sort.order === 'DESC' ? 'desc' : 'asc') : false}>
                {field ? (
                  <TableSortLabel active={sort?.field === field} direction={sort?.field === field && sort.order === 'DESC' ? 'desc' : 'asc'} onClick={() => setSort({ field, order: sort?.field === field && sort.order === 'ASC' ? 'DESC' : 'ASC' })}>
                    {t(label)}
                  </TableSortLabel>
                ) : t(label)}
              </TableCell>
            ))}
            {actions && <TableCell>{t('admin.shell.actions')}</TableCell>}
          </TableRow>
        </TableHead>
        <TableBody>
          {data.map((row) => {
            const to = link?.(row);
            return (
              <TableRow
                key={row.id} hover={Boolean(to)} sx={to ? { cursor: 'pointer' } : {}}
                onClick={(event) => {
                  // The whole row is a target for the mouse; the link in it is the one for keyboard and screen reader.
                  if (to && !(event.target as Element).closest('a,button,input,[role="dialog"]')) void navigate(to);
                }}
              >
                {columns.map((column) => (
                  <TableCell key={column.label} {...(column.align ? { align: column.align } : {})} sx={column.nowrap ? { whiteSpace: 'nowrap' } : {}}>{column.title ? titled(row, column.value(row)) : column.value(row)}</TableCell>
                ))}
                {actions && <TableCell sx={{ whiteSpace: 'nowrap' }}>{actions(row)}</TableCell>}
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </Card>
  );
};
