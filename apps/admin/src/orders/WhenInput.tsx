import { Box } from '@mui/material';
import { required, TextInput } from 'react-admin';
import { DayInput, pair } from '../ui/inputs.js';

interface When { readonly day?: string; readonly time?: string }
/** A day and an hour in Asia/Shanghai, wherever the browser is. */
export const WhenInput = ({ source, label }: { source: string; label: string }) => (
  <Box sx={pair}>
    <DayInput source={`${source}.day`} label={label} isRequired />
    <TextInput source={`${source}.time`} type="time" label={label} validate={required()} helperText={false} slotProps={{ inputLabel: { shrink: true } }} />
  </Box>
);
/** The instant that was given. */
export const instantOf = (value: unknown): string => { const { day = '', time = '' } = (value ?? {}) as When; return new Date(`${day}T${time}:00+08:00`).toISOString(); };
/** What the inputs show of an instant. */
export const whenOf = (instant: string | undefined): When => { if (instant === undefined) return {}; const there = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString(); return { day: there.slice(0, 10), time: there.slice(11, 16) }; };
