import { Box, Link } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useLocation } from 'react-router-dom';

/** Where to complain about this page: a page of the portal, which asks for no account. */
export const complaintAddress = (pathname: string): string => `/complaints?${new URLSearchParams({ about: `/admin${pathname === '/' ? '' : pathname}` })}`;

/** At the foot of every page of the back office. */
export const ComplaintLink = () => {
  const t = useTranslate();
  const { pathname } = useLocation();
  return <Box component="footer" sx={{ mt: 4, textAlign: 'center' }}><Link href={complaintAddress(pathname)} sx={{ display: 'inline-flex', alignItems: 'center', minHeight: 44, px: 1 }}>{t('admin.complaints.button')}</Link></Box>;
};
