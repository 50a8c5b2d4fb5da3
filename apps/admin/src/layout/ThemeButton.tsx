import DarkMode from '@mui/icons-material/DarkModeOutlined';
import LightMode from '@mui/icons-material/LightModeOutlined';
import { IconButton, Tooltip } from '@mui/material';
import { useTheme, useTranslate } from 'react-admin';

/** Light or dark. Follows the system until somebody chooses. */
export const ThemeButton = () => {
  const t = useTranslate();
  const [theme, setTheme] = useTheme();
  const dark = theme === 'dark';
  const label = t(dark ? 'admin.shell.light' : 'admin.shell.dark');
  return (
    <Tooltip title={label}>
      <IconButton color="inherit" aria-label={label} onClick={() => setTheme(dark ? 'light' : 'dark')}>{dark ? <LightMode /> : <DarkMode />}</IconButton>
    </Tooltip>
  );
};
