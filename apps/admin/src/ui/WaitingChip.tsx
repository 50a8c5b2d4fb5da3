import { Chip } from '@mui/material';
import { Link } from 'react-router-dom';

/** Something that waits for the reader, and the way there. */
export const WaitingChip = ({ to, label }: { to: string; label: string }) => (
  <Chip
    component={Link} clickable to={to} label={label}
    sx={({ palette: { tokens: c } }) => ({ minHeight: 44, borderRadius: 22, px: 1, fontWeight: 600, color: c.waiting, backgroundColor: c.waitingSoft, '&:hover': { backgroundColor: c.waitingSoft, textDecoration: 'underline' } })}
  />
);
