import type { Locale } from '@kepu/contracts/labels';
import { renderToStaticMarkup } from 'react-dom/server';
import { tellActivities } from './activities/list-page.js';
import { tellActivity } from './activities/activity-page.js';
import { tellCalendar } from './activities/calendar-page.js';
import { tellCheckIn } from './account/check-in-page.js';
import { tellLead } from './account/lead-page.js';
import { tellMyData } from './account/my-data-page.js';
import { tellRealName } from './account/real-name-page.js';
import { tellMe } from './account/me-page.js';
import { tellSecurity } from './account/security-page.js';
import { tellSignIn } from './account/sign-in-page.js';
import { tellLink, tellRecover, tellSecond } from './account/sign-in-steps.js';
import { tellComplaintStatus } from './complaints/complaint-status-page.js';
import { tellComplaints } from './complaints/complaints-page.js';
import { tellChildren } from './family/children-page.js';
import { tellFamily } from './family/family-page.js';
import { tellGuardian } from './family/guardian-page.js';
import { tellMyFamily } from './family/my-family-page.js';
import { tellInvited } from './invited/invited-page.js';
import { tellInvitation } from './join/invitation-page.js';
import { tellJoin } from './join/join-page.js';
import { tellRoster } from './join/roster-page.js';
import { Head } from './layout/head.js';
import { Shell } from './layout/shell.js';
import { isAbsent } from './load.js';
import type { PageContext, Tell, Told } from './page.js';
import { tellAppointment } from './pages/appointment.js';
import { tellAccessibility } from './pages/accessibility.js';
import { tellHome } from './pages/home.js';
import { tellMatching } from './pages/matching.js';
import { tellPlain } from './pages/plain.js';
import { tellPrivacy } from './register/privacy-page.js';
import { tellRegister } from './register/register-page.js';
import { tellTalk } from './talks/talk-page.js';
import { tellTalks } from './talks/menu-page.js';
import { tellMyOrders } from './talks/my-orders-page.js';
import { tellOrder } from './talks/order-page.js';
import { tellOrderStatus } from './talks/order-status-page.js';
import { tellRate } from './talks/rate-page.js';
import { tellMyTalks } from './talks/my-talks-page.js';
import { tellTalksPrint } from './talks/print-page.js';
import { tellTeamDoor } from './teams/door-page.js';
import { tellMyTeams } from './teams/my-teams-page.js';
import { tellShared } from './things/shared-page.js';
import { pageAt, pathOf, type AnyPageName, type PageName, type Visit } from './routes.js';
import type { PageRequest, RenderedPage } from './site.js';
import { islands, sheets } from './sources.js';
import { wordsOf } from './words.js';

export { sitePaths } from './site-map.js';
export { locate } from './routes.js';
export type { PageRequest, RenderedPage, Site, Theme } from './site.js';

const tellers: Readonly<Record<PageName, Tell>> = {
  home: tellHome, activities: tellActivities, activity: tellActivity, calendar: tellCalendar, matching: tellMatching, privacy: tellPrivacy, accessibility: tellAccessibility,
  register: tellRegister, signIn: tellSignIn, second: tellSecond, link: tellLink, recover: tellRecover, me: tellMe, myData: tellMyData, realName: tellRealName, security: tellSecurity, checkIn: tellCheckIn, lead: tellLead, join: tellJoin, invitation: tellInvitation, roster: tellRoster, complaints: tellComplaints, complaintStatus: tellComplaintStatus,
  family: tellFamily, myFamily: tellMyFamily, guardian: tellGuardian, children: tellChildren, appointment: tellAppointment, talks: tellTalks, talksPrint: tellTalksPrint, talk: tellTalk, myTalks: tellMyTalks, order: tellOrder, orderStatus: tellOrderStatus, rate: tellRate, myOrders: tellMyOrders, myTeams: tellMyTeams, teamDoor: tellTeamDoor, shared: tellShared, invited: tellInvited,
};

const draw = (request: PageRequest, page: AnyPageName, visit: Visit | null, { cityName, body, ...told }: Told, status: number): RenderedPage => {
  const { locale, theme, publicUrl, site = {} } = request;
  const inLanguage = (language: Locale): string => pathOf(visit?.page ?? 'home', language, visit ?? {});
  const context: PageContext = { page, locale, theme, publicUrl, site, words: wordsOf(locale), cityName, inLanguage, here: inLanguage(locale) };
  return {
    status, locale, htmlClass: theme,
    head: renderToStaticMarkup(<Head {...context} {...told} />),
    html: renderToStaticMarkup(<Shell {...context}>{body(context)}</Shell>),
    sheets: ['frame' as const, ...(told.sheets ?? [])].map((name) => sheets[name]),
    islands: (told.islands ?? []).map((name) => islands[name]),
  };
};

/**
 * Renders a public page. Never throws for want of data: the reader gets a page that says so, with status 503, and `report`
 * hears of the reason. An address that leads nowhere is a page with status 404.
 */
export const render = async (request: PageRequest): Promise<RenderedPage> => {
  const { url, client, locale, publicUrl, site = {}, report = () => undefined } = request;
  const words = wordsOf(locale);
  const visit = pageAt(url, locale);
  if (!visit) return draw(request, 'notFound', null, tellPlain('notFound', words), 404);
  try {
    const told = await tellers[visit.page]({ client, visit, locale, words, site, publicUrl, report });
    return draw(request, visit.page, visit, { ...told, islands: ['readAloud', ...(told.islands ?? [])] }, 200);
  } catch (error) {
    if (isAbsent(error)) return draw(request, 'notFound', null, tellPlain('notFound', words), 404);
    report(error);
    return draw(request, 'failure', visit, tellPlain('failure', words), 503);
  }
};
