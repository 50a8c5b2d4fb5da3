import { useEffect, useMemo, type ReactNode } from 'react';
import { Layout } from 'react-admin';
import { useLocation } from 'react-router-dom';
import { useSession } from '../providers/session.js';
import { FirstPasswordPage } from '../sign-in/FirstPasswordPage.js';
import { SecondProofPage } from '../sign-in/SecondProofPage.js';
import { ComplaintLink } from './ComplaintLink.js';
import { ProblemPage } from './ProblemPage.js';
import { SideMenu } from './SideMenu.js';
import { TopBar } from './TopBar.js';

/** Bar, menu and page. Whose session lacks a second proof, or who still has the first password, sees nothing else before that. */
export const Shell = ({ children }: { children: ReactNode }) => {
  const session = useSession();
  const { pathname } = useLocation();
  // A new page begins at its head; a filter or a tab inside one does not move it. (What scrollTo gives back is no clean-up.)
  const place = pathname.split('/').slice(0, 3).join('/');
  useEffect(() => { window.scrollTo(0, 0); }, [place]);
  const style = useMemo(() => ({ '& .RaLayout-content': { px: { xs: 1.5, sm: 3 }, pb: 6 } }), []);
  if (session?.missing) return <SecondProofPage session={session} />;
  if (session?.account.mustChangePassword) return <FirstPasswordPage />;
  return <Layout appBar={TopBar} appBarAlwaysOn menu={SideMenu} error={ProblemPage} sx={style}>{children}<ComplaintLink /></Layout>;
};
