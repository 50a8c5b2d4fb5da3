import Grading from '@mui/icons-material/GradingOutlined';
import BarChart from '@mui/icons-material/BarChartOutlined';
import Ballot from '@mui/icons-material/BallotOutlined';
import EditNote from '@mui/icons-material/EditNoteOutlined';
import Dashboard from '@mui/icons-material/SpaceDashboardOutlined';
import DomainAdd from '@mui/icons-material/DomainAddOutlined';
import MailOutline from '@mui/icons-material/MailOutlined';
import Assessment from '@mui/icons-material/AssessmentOutlined';
import AccountTree from '@mui/icons-material/AccountTreeOutlined';
import AssignmentTurnedIn from '@mui/icons-material/AssignmentTurnedInOutlined';
import Campaign from '@mui/icons-material/CampaignOutlined';
import Badge from '@mui/icons-material/BadgeOutlined';
import CalendarMonth from '@mui/icons-material/CalendarMonthOutlined';
import ChildCare from '@mui/icons-material/ChildCareOutlined';
import EscalatorWarning from '@mui/icons-material/EscalatorWarningOutlined';
import FamilyRestroom from '@mui/icons-material/FamilyRestroomOutlined';
import Event from '@mui/icons-material/EventOutlined';
import Groups from '@mui/icons-material/GroupsOutlined';
import History from '@mui/icons-material/HistoryOutlined';
import Home from '@mui/icons-material/HomeOutlined';
import Hub from '@mui/icons-material/HubOutlined';
import Key from '@mui/icons-material/VpnKeyOutlined';
import Balance from '@mui/icons-material/BalanceOutlined';
import Feedback from '@mui/icons-material/FeedbackOutlined';
import FactCheck from '@mui/icons-material/FactCheckOutlined';
import ListAlt from '@mui/icons-material/ListAltOutlined';
import Mail from '@mui/icons-material/MailOutlined';
import Lock from '@mui/icons-material/LockOutlined';
import RecordVoiceOver from '@mui/icons-material/RecordVoiceOverOutlined';
import MenuBook from '@mui/icons-material/MenuBookOutlined';
import Map from '@mui/icons-material/MapOutlined';
import People from '@mui/icons-material/PeopleOutlined';
import PlaylistAddCheck from '@mui/icons-material/PlaylistAddCheckOutlined';
import ReceiptLong from '@mui/icons-material/ReceiptLongOutlined';
import Route from '@mui/icons-material/RouteOutlined';
import School from '@mui/icons-material/SchoolOutlined';
import Newspaper from '@mui/icons-material/NewspaperOutlined';
import Diversity3 from '@mui/icons-material/Diversity3Outlined';
import DirectionsBus from '@mui/icons-material/DirectionsBusOutlined';
import FolderZip from '@mui/icons-material/FolderZipOutlined';
import Sell from '@mui/icons-material/SellOutlined';
import Toc from '@mui/icons-material/TocOutlined';
import UploadFile from '@mui/icons-material/UploadFileOutlined';
import Summarize from '@mui/icons-material/SummarizeOutlined';
import VolunteerActivism from '@mui/icons-material/VolunteerActivismOutlined';
import WorkspacePremium from '@mui/icons-material/WorkspacePremiumOutlined';
import type { Permission } from '@kepu/contracts/permissions';
import { Box, Typography } from '@mui/material';
import type { ReactElement } from 'react';
import { Menu, useSidebarState, useTranslate } from 'react-admin';
import { useAssessmentSwitch } from '../assessments/useAssessmentSwitch.js';
import { useMay } from '../providers/session.js';

/** `switched`: only while assessments are switched on; who can switch them finds the way at any time. */
interface Entry { to: string; label: string; icon: ReactElement; needs?: Permission; unless?: Permission; switched?: boolean }
const groups: readonly { label: string; entries: readonly Entry[] }[] = [
  {
    label: 'admin.menu.work',
    entries: [
      { to: '/', label: 'admin.menu.home', icon: <Home />, unless: 'assignment:sign' },
      { to: '/board', label: 'admin.course.board', icon: <Dashboard />, needs: 'light:read', unless: 'assignment:sign' },
      { to: '/my-items', label: 'admin.menu.my_items', icon: <AssignmentTurnedIn />, needs: 'assignment:sign' },
      { to: '/report-periods', label: 'admin.reports.title', icon: <Summarize />, needs: 'report:read' },
      { to: '/prompts', label: 'admin.prompts.title', icon: <Mail />, needs: 'prompt:read' },
      { to: '/bulletins', label: 'admin.bulletins.title', icon: <Newspaper />, needs: 'bulletin:read' },
      { to: '/statistics', label: 'admin.statistics.title', icon: <BarChart />, needs: 'volunteer:read' },
      { to: '/collections', label: 'admin.collections.title', icon: <Ballot />, needs: 'collection:read' },
      { to: '/assessments', label: 'admin.assessments.title', icon: <Grading />, needs: 'assessment:read', switched: true },
      { to: '/activities', label: 'admin.menu.activities', icon: <Campaign />, needs: 'activity:read' },
      { to: '/shared-things', label: 'admin.things.title', icon: <DirectionsBus />, needs: 'thing:read' },
      { to: '/work-entries', label: 'admin.menu.work_entries', icon: <FactCheck />, needs: 'work-entry:read' },
      { to: '/complaints', label: 'admin.complaints.title', icon: <Feedback />, needs: 'complaint:read' },
      { to: '/measures', label: 'admin.menu.measures', icon: <Assessment />, needs: 'plan:read' },
      { to: '/drafting', label: 'admin.drafting.title', icon: <EditNote />, needs: 'drafting:read' },
      { to: '/plans', label: 'admin.menu.plans', icon: <ListAlt />, needs: 'plan:read' },
      { to: '/packs', label: 'admin.packs.title', icon: <FolderZip />, needs: 'pack:read' },
      { to: '/plan-imports', label: 'admin.menu.imports', icon: <UploadFile />, needs: 'plan-import:read' },
    ],
  },
  {
    label: 'admin.menu.volunteers_group',
    entries: [
      { to: '/volunteers', label: 'admin.menu.volunteers', icon: <VolunteerActivism />, needs: 'volunteer:read' },
      { to: '/roster-imports', label: 'admin.menu.rosters', icon: <PlaylistAddCheck />, needs: 'roster:import' },
      { to: '/classes', label: 'admin.classes.title', icon: <School />, needs: 'class:write' },
      { to: '/minor-records', label: 'admin.minors.records', icon: <ChildCare />, needs: 'minor:open' },
      // A leader answers without asking.
      { to: '/minor-records', label: 'admin.minors.records', icon: <ChildCare />, needs: 'minor:approve', unless: 'minor:open' },
      { to: '/minor-audit', label: 'admin.minors.audit', icon: <FamilyRestroom />, needs: 'minor:audit' },
      { to: '/minor-policies', label: 'admin.minors.policy', icon: <EscalatorWarning />, needs: 'minor:policy' },
      { to: '/pools', label: 'admin.menu.pools', icon: <Groups />, needs: 'pool:read' },
      { to: '/nominations', label: 'admin.appointments.nominations', icon: <Groups />, needs: 'nomination:read' },
      { to: '/teams', label: 'admin.teams.title', icon: <Diversity3 />, needs: 'team:read' },
      { to: '/orders', label: 'admin.orders.title', icon: <RecordVoiceOver />, needs: 'order:read' },
      { to: '/talks', label: 'admin.talks.title', icon: <MenuBook />, needs: 'talk:read' },
      { to: '/credentials', label: 'admin.credentials.title', icon: <WorkspacePremium />, needs: 'credential:read' },
      { to: '/service-records', label: 'admin.menu.records', icon: <ReceiptLong />, needs: 'record:read' },
      { to: '/batches', label: 'admin.batches.title', icon: <Hub />, needs: 'batch:read' },
      { to: '/matching-weights', label: 'admin.menu.weights', icon: <Balance />, needs: 'matching:read', unless: 'assignment:sign' },
    ],
  },
  {
    label: 'admin.menu.reference',
    entries: [
      { to: '/units', label: 'admin.menu.units', icon: <AccountTree />, needs: 'unit:read' },
      { to: '/divisions', label: 'admin.menu.divisions', icon: <Map />, needs: 'division:read', unless: 'assignment:sign' },
      { to: '/travel', label: 'admin.menu.travel', icon: <Route />, needs: 'division:write' },
      { to: '/programmes', label: 'admin.menu.programmes', icon: <Toc />, needs: 'dictionary:read', unless: 'assignment:sign' },
      { to: '/terms', label: 'admin.menu.terms', icon: <Sell />, needs: 'dictionary:read', unless: 'assignment:sign' },
      { to: '/credential-kinds', label: 'admin.credential_kinds.title', icon: <WorkspacePremium />, needs: 'dictionary:read', unless: 'assignment:sign' },
      { to: '/theme-days', label: 'admin.menu.theme_days', icon: <Event />, needs: 'dictionary:read' },
      { to: '/workdays', label: 'admin.menu.workdays', icon: <CalendarMonth />, needs: 'dictionary:read', unless: 'assignment:sign' },
    ],
  },
  {
    label: 'admin.menu.people_group',
    entries: [
      { to: '/accounts', label: 'admin.menu.people', icon: <People />, needs: 'account:read' },
      { to: '/grants', label: 'admin.menu.grants', icon: <Key />, needs: 'grant:read' },
      { to: '/invitations', label: 'admin.menu.invitations', icon: <MailOutline />, needs: 'invitation:read' },
      { to: '/unit-applications', label: 'admin.menu.applications', icon: <DomainAdd />, needs: 'unit-application:read' },
      { to: '/audit-entries', label: 'admin.menu.audit', icon: <Badge />, needs: 'audit:read' },
      { to: '/retention', label: 'admin.privacy.retention.title', icon: <History />, needs: 'retention:read' },
      { to: '/keys', label: 'admin.privacy.keys.title', icon: <Lock />, needs: 'key:read' },
    ],
  },
];

/** What the person may open, by the kind of work. */
export const SideMenu = () => {
  const t = useTranslate();
  const may = useMay();
  const assessments = useAssessmentSwitch().data?.enabled ?? false;
  const [open] = useSidebarState();
  return (
    <Menu sx={{ pt: 2 }}>
      {groups.map(({ label, entries }) => {
        const shown = entries.filter(({ needs, unless, switched }) => (!needs || may(needs)) && !(unless && may(unless)) && (!switched || assessments || may('assessment:switch')));
        if (shown.length === 0) return null;
        return (
          <Box key={label} role="group" aria-label={t(label)} sx={{ mb: 1 }}>
            {open && <Typography component="div" color="textSecondary" sx={{ px: 3, pt: 1, pb: 0.5 }}>{t(label)}</Typography>}
            {shown.map(({ to, label: text, icon }) => <Menu.Item key={to} to={to} primaryText={text} leftIcon={icon} />)}
          </Box>
        );
      })}
    </Menu>
  );
};
