import { Paper, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';

/** The last words of a long form, in sight wherever one is in it. `slim`: on a phone the hint stays away, for the form needs the room. */
export const FormBar = ({ label, hint, slim = false, children }: { label: string; hint?: ReactNode; slim?: boolean; children: ReactNode }) => (
  <Paper variant="outlined" component="section" aria-label={label} sx={{ position: 'sticky', bottom: 8, zIndex: 5, p: 1.5, mt: 2, display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', justifyContent: 'space-between', boxShadow: 3 }}>
    <Typography component="div" color="textSecondary" sx={{ flex: '1 1 12rem', display: { xs: hint && !slim ? 'block' : 'none', sm: 'block' } }}>{hint}</Typography>
    <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', flexGrow: { xs: 1, sm: 0 }, '& > *': { flexGrow: { xs: 1, sm: 0 } } }}>{children}</Stack>
  </Paper>
);
