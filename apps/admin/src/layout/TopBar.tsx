import Feedback from '@mui/icons-material/FeedbackOutlined';
import Lock from '@mui/icons-material/LockOutlined';
import Shield from '@mui/icons-material/ShieldOutlined';
import { Box, Divider, ListItemIcon, MenuItem, Typography } from '@mui/material';
import { forwardRef, type ReactNode } from 'react';
import { AppBar, Logout, UserMenu, useTranslate, useUserMenu, type AppBarProps } from 'react-admin';
import { Link, useLocation } from 'react-router-dom';
import { NoticesButton } from '../notices/NoticesButton.js';
import { useSession } from '../providers/session.js';
import { complaintAddress } from './ComplaintLink.js';
import { LanguageButton } from './LanguageButton.js';
import { ThemeButton } from './ThemeButton.js';

interface ItemProps { to: string; label: string; icon: ReactNode }
const OwnItem = forwardRef<HTMLAnchorElement, ItemProps>(function OwnItem({ to, label, icon }, ref) {
  const t = useTranslate();
  const menu = useUserMenu();
  return (
    <MenuItem component={Link} to={to} ref={ref} onClick={() => menu?.onClose()}>
      <ListItemIcon>{icon}</ListItemIcon>{t(label)}
    </MenuItem>
  );
});

// The page stands outside the back office, so that it is no way of the router.
const ComplaintItem = forwardRef<HTMLAnchorElement>(function ComplaintItem(_, ref) {
  const t = useTranslate();
  const { pathname } = useLocation();
  return <MenuItem component="a" href={complaintAddress(pathname)} ref={ref}><ListItemIcon><Feedback fontSize="small" /></ListItemIcon>{t('admin.complaints.button')}</MenuItem>;
});

const Who = () => {
  const t = useTranslate();
  const session = useSession();
  if (!session) return null;
  return (
    <Box sx={{ px: 2, py: 1, maxWidth: 320 }}>
      <Typography sx={{ fontWeight: 600 }}>{session.account.name}</Typography>
      {session.grants.map(({ id, role, scope }) => <Typography key={id} color="textSecondary">{t(`terms.roles.${role}`)} · {scope.kind === 'city' ? t('terms.scopeKinds.city') : scope.name}</Typography>)}
    </Box>
  );
};

// A page's own name stands in its heading; the bar says whose house this is, and leads to the public site.
const Brand = () => {
  const t = useTranslate();
  return (
    <Box sx={{ flex: 1, minWidth: 0 }}>
      <Box component="a" href="/" sx={{ display: 'inline-flex', alignItems: 'center', minHeight: 44, fontWeight: 700, fontSize: '1.125rem', color: 'primary.main', textDecoration: 'none', whiteSpace: 'nowrap' }}>{t('terms.product')}</Box>
    </Box>
  );
};

const Tools = () => <><NoticesButton /><LanguageButton /><ThemeButton /></>;

/** The bar on top: where one is, messages, language, light, the own account. */
export const TopBar = (props: AppBarProps) => (
  <AppBar
    {...props} color="default" elevation={0} toolbar={<Tools />}
    userMenu={<UserMenu><Who /><Divider /><OwnItem to="/password" label="admin.sign_in.change_password" icon={<Lock fontSize="small" />} /><OwnItem to="/security" label="admin.second.security" icon={<Shield fontSize="small" />} /><ComplaintItem /><Logout /></UserMenu>}
    sx={{ backgroundColor: 'background.paper', borderBottom: 1, borderColor: 'divider', '& .MuiToolbar-root': { minHeight: 56 } }}
  >
    <Brand />
  </AppBar>
);
