import MoreHoriz from '@mui/icons-material/MoreHoriz';
import { Button, ListItemIcon, Menu, MenuItem } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';

/** One thing that can be done, seldom enough to stand in a menu. `label` is a key of the catalogue. */
export interface MoreEntry { label: string; icon: ReactNode; to?: string; onClick?: () => void }

/** What a page can do beside its first action. */
export const MoreMenu = ({ entries }: { entries: readonly MoreEntry[] }) => {
  const t = useTranslate();
  const navigate = useNavigate();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  if (entries.length === 0) return null;
  const follow = ({ to, onClick }: MoreEntry) => {
    setAnchor(null);
    onClick?.();
    if (to) void navigate(to);
  };
  return (
    <>
      <Button variant="outlined" startIcon={<MoreHoriz />} aria-haspopup="menu" aria-expanded={anchor !== null} onClick={(event) => setAnchor(event.currentTarget)}>{t('admin.shell.more')}</Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {entries.map((entry) => <MenuItem key={entry.label} onClick={() => follow(entry)}><ListItemIcon>{entry.icon}</ListItemIcon>{t(entry.label)}</MenuItem>)}
      </Menu>
    </>
  );
};
