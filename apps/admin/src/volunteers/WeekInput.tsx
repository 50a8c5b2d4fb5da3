import { Box, Checkbox, FormHelperText, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { useInput, useTranslate } from 'react-admin';

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const parts = ['morning', 'afternoon', 'evening'] as const;
/** Nobody has said anything yet. */
export const noTime = '0'.repeat(21);

const grid = { display: 'grid', gridTemplateColumns: 'minmax(3rem, 4.5rem) repeat(3, minmax(44px, 7rem))', alignItems: 'center' } as const;

/** When somebody has time: seven days of three parts, a press each. */
export const WeekInput = ({ source, label, hint }: { source: string; label: string; hint: string }) => {
  const t = useTranslate();
  const id = useId();
  const { field } = useInput<string>({ source, defaultValue: noTime });
  const value = typeof field.value === 'string' && field.value.length === 21 ? field.value : noTime;
  const press = (index: number) => field.onChange(value.slice(0, index) + (value[index] === '1' ? '0' : '1') + value.slice(index + 1));
  return (
    <Box role="group" aria-labelledby={id} sx={{ mt: 1.5 }}>
      <Typography id={id} sx={{ fontWeight: 600 }}>{t(label)}</Typography>
      <Box sx={grid}>
        <span />
        {parts.map((part) => <Typography key={part} component="span" color="textSecondary" sx={{ textAlign: 'center' }} aria-hidden>{t(`terms.dayParts.${part}`)}</Typography>)}
        {days.flatMap((day, row) => [
          <Typography key={day} component="span" aria-hidden>{t(`terms.weekdays.${day}`)}</Typography>,
          ...parts.map((part, column) => (
            <Box key={`${day}-${part}`} sx={{ textAlign: 'center' }}>
              <Checkbox checked={value[row * 3 + column] === '1'} onChange={() => press(row * 3 + column)} slotProps={{ input: { 'aria-label': `${t(`terms.weekdays.${day}`)} ${t(`terms.dayParts.${part}`)}` } }} sx={{ width: 44, height: 44 }} />
            </Box>
          )),
        ])}
      </Box>
      <FormHelperText>{t(hint)}</FormHelperText>
    </Box>
  );
};

const Row = ({ children }: { children: ReactNode }) => <Box role="row" sx={{ display: 'contents' }}>{children}</Box>;

/** The same to read. */
export const Week = ({ value }: { value: string }) => {
  const t = useTranslate();
  if (!value.includes('1')) return <Typography color="textSecondary">{t('admin.volunteers.no_time')}</Typography>;
  return (
    <Box sx={{ ...grid, rowGap: 0.5 }} role="table" aria-label={t('admin.volunteers.availability')}>
      <Row><span role="cell" />{parts.map((part) => <Typography key={part} component="span" role="columnheader" color="textSecondary" sx={{ textAlign: 'center' }}>{t(`terms.dayParts.${part}`)}</Typography>)}</Row>
      {days.map((day, row) => (
        <Row key={day}>
          <Typography component="span" role="rowheader">{t(`terms.weekdays.${day}`)}</Typography>
          {parts.map((part, column) => {
            const free = value[row * 3 + column] === '1';
            return <Box key={part} role="cell" sx={({ palette: { tokens: c } }) => ({ height: 26, m: '1px', borderRadius: 0.75, textAlign: 'center', backgroundColor: free ? c.primarySoft : c.ground, color: c.primaryStrong })}>{free ? '✓' : ''}</Box>;
          })}
        </Row>
      ))}
    </Box>
  );
};
