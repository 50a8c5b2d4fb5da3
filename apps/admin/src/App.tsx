import { QueryClient } from '@tanstack/react-query';
import { lazy } from 'react';
import { Admin, CustomRoutes, Resource } from 'react-admin';
import { Route } from 'react-router-dom';
import { createI18nProvider } from './i18n/index.js';
import { Message } from './layout/Message.js';
import { Shell } from './layout/Shell.js';
import { api } from './providers/api.js';
import { authProvider } from './providers/authProvider.js';
import { createDataProvider } from './providers/dataProvider.js';
import { createStore } from './providers/store.js';
import { SignInPage } from './sign-in/SignInPage.js';
import { darkTheme, lightTheme } from './theme.js';

const HomePage = lazy(() => import('./home/HomePage.js'));
const BoardPage = lazy(() => import('./course/BoardPage.js'));
const MyItemsPage = lazy(() => import('./my-items/MyItemsPage.js'));
const ImportsPage = lazy(() => import('./imports/ImportsPage.js'));
const ImportPage = lazy(() => import('./imports/ImportPage.js'));
const PlansPage = lazy(() => import('./plans/PlansPage.js'));
const PlanPage = lazy(() => import('./plans/PlanPage.js'));
const RevisionPage = lazy(() => import('./revisions/RevisionPage.js'));
const BulletinsPage = lazy(() => import('./bulletins/BulletinsPage.js'));
const BulletinPage = lazy(() => import('./bulletins/BulletinPage.js'));
const BatchPage = lazy(() => import('./batches/BatchPage.js'));
const BatchesPage = lazy(() => import('./batches/BatchesPage.js'));
const PacksPage = lazy(() => import('./packs/PacksPage.js'));
const PromptsPage = lazy(() => import('./prompts/PromptsPage.js'));
const PromptPage = lazy(() => import('./prompts/PromptPage.js'));
const AssessmentsPage = lazy(() => import('./assessments/AssessmentsPage.js'));
const AssessmentPage = lazy(() => import('./assessments/AssessmentPage.js'));
const SheetPage = lazy(() => import('./assessments/SheetPage.js'));
const CollectionsPage = lazy(() => import('./collections/CollectionsPage.js'));
const CollectionPage = lazy(() => import('./collections/CollectionPage.js'));
const CollectionAnswerPage = lazy(() => import('./collections/CollectionAnswerPage.js'));
const ReportPeriodsPage = lazy(() => import('./reports/ReportPeriodsPage.js'));
const ReportPeriodPage = lazy(() => import('./reports/ReportPeriodPage.js'));
const UnitReportPage = lazy(() => import('./reports/UnitReportPage.js'));
const DraftingPage = lazy(() => import('./drafting/DraftingPage.js'));
const CallPage = lazy(() => import('./drafting/CallPage.js'));
const ProposalAnswerPage = lazy(() => import('./drafting/ProposalAnswerPage.js'));
const ConsultationPage = lazy(() => import('./drafting/ConsultationPage.js'));
const ConsultationAnswerPage = lazy(() => import('./drafting/ConsultationAnswerPage.js'));
const ItemPage = lazy(() => import('./items/ItemPage.js'));
const UnitsPage = lazy(() => import('./units/UnitsPage.js'));
const UnitCreatePage = lazy(() => import('./units/UnitCreatePage.js'));
const UnitPage = lazy(() => import('./units/UnitPage.js'));
const DivisionsPage = lazy(() => import('./divisions/DivisionsPage.js'));
const DivisionPage = lazy(() => import('./divisions/DivisionPage.js'));
const TravelPage = lazy(() => import('./divisions/TravelPage.js'));
const ProgrammesPage = lazy(() => import('./programmes/ProgrammesPage.js'));
const TermsPage = lazy(() => import('./terms/TermsPage.js'));
const ThemeDaysPage = lazy(() => import('./calendar/ThemeDaysPage.js'));
const WorkdaysPage = lazy(() => import('./calendar/WorkdaysPage.js'));
const PeoplePage = lazy(() => import('./people/PeoplePage.js'));
const PersonPage = lazy(() => import('./people/PersonPage.js'));
const GrantsPage = lazy(() => import('./people/GrantsPage.js'));
const AuditPage = lazy(() => import('./people/AuditPage.js'));
const ComplaintsPage = lazy(() => import('./complaints/ComplaintsPage.js'));
const ComplaintPage = lazy(() => import('./complaints/ComplaintPage.js'));
const ActivitiesPage = lazy(() => import('./activities/ActivitiesPage.js'));
const ActivityCreatePage = lazy(() => import('./activities/ActivityCreatePage.js'));
const ActivityEditPage = lazy(() => import('./activities/ActivityEditPage.js'));
const ActivityPage = lazy(() => import('./activities/ActivityPage.js'));
const WorkEntriesPage = lazy(() => import('./work-entries/WorkEntriesPage.js'));
const WorkEntryCreatePage = lazy(() => import('./work-entries/WorkEntryCreatePage.js'));
const WorkEntryEditPage = lazy(() => import('./work-entries/WorkEntryEditPage.js'));
const WorkEntryPage = lazy(() => import('./work-entries/WorkEntryPage.js'));
const MeasuresPage = lazy(() => import('./measures/MeasuresPage.js'));
const VolunteersPage = lazy(() => import('./volunteers/VolunteersPage.js'));
const RostersPage = lazy(() => import('./rosters/RostersPage.js'));
const RosterPage = lazy(() => import('./rosters/RosterPage.js'));
const OnBehalfPage = lazy(() => import('./volunteers/OnBehalfPage.js'));
const VolunteerPage = lazy(() => import('./volunteers/VolunteerPage.js'));
const CredentialsPage = lazy(() => import('./credentials/CredentialsPage.js'));
const TeamsPage = lazy(() => import('./teams/TeamsPage.js'));
const TeamPage = lazy(() => import('./teams/TeamPage.js'));
const TeamKindsPage = lazy(() => import('./teams/TeamKindsPage.js'));
const ThingsPage = lazy(() => import('./things/ThingsPage.js'));
const BookingsPage = lazy(() => import('./things/BookingsPage.js'));
const BookingPage = lazy(() => import('./things/BookingPage.js'));
const OrdersPage = lazy(() => import('./orders/OrdersPage.js'));
const OrderPage = lazy(() => import('./orders/OrderPage.js'));
const TalksPage = lazy(() => import('./talks/TalksPage.js'));
const TalkPage = lazy(() => import('./talks/TalkPage.js'));
const CredentialPage = lazy(() => import('./credentials/CredentialPage.js'));
const CredentialKindsPage = lazy(() => import('./credentials/CredentialKindsPage.js'));
const NominationsPage = lazy(() => import('./appointments/NominationsPage.js'));
const NominationPage = lazy(() => import('./appointments/NominationPage.js'));
const RenewalsPage = lazy(() => import('./appointments/RenewalsPage.js'));
const TermPage = lazy(() => import('./appointments/TermPage.js'));
const StatisticsPage = lazy(() => import('./statistics/StatisticsPage.js'));
const PoolsPage = lazy(() => import('./pools/PoolsPage.js'));
const PoolPage = lazy(() => import('./pools/PoolPage.js'));
const RecordsPage = lazy(() => import('./records/RecordsPage.js'));
const KeysPage = lazy(() => import('./privacy/KeysPage.js'));
const RetentionPage = lazy(() => import('./privacy/RetentionPage.js'));
const MinorRecordsPage = lazy(() => import('./minors/MinorRecordsPage.js'));
const MinorPolicyPage = lazy(() => import('./minors/MinorPolicyPage.js'));
const MinorAuditPage = lazy(() => import('./minors/MinorAuditPage.js'));
const ClassesPage = lazy(() => import('./classes/ClassesPage.js'));
const ClassPage = lazy(() => import('./classes/ClassPage.js'));
const SlipsPage = lazy(() => import('./classes/SlipsPage.js'));
const WeightsPage = lazy(() => import('./matching/WeightsPage.js'));
const InvitationsPage = lazy(() => import('./admission/InvitationsPage.js'));
const ApplicationsPage = lazy(() => import('./admission/ApplicationsPage.js'));
const ApplicationPage = lazy(() => import('./admission/ApplicationPage.js'));
const AccessPage = lazy(() => import('./people/AccessPage.js'));
const PasswordPage = lazy(() => import('./sign-in/PasswordPage.js'));
const SecurityPage = lazy(() => import('./sign-in/SecurityPage.js'));

const dataProvider = createDataProvider(api);
const i18nProvider = createI18nProvider();
const store = createStore();
// A refusal stays a refusal: asking three times more only makes the person wait.
const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 5_000 } } });

/** The back office. */
export const App = () => (
  <Admin
    disableTelemetry requireAuth title="" authProvider={authProvider} dataProvider={dataProvider} i18nProvider={i18nProvider} store={store} queryClient={queryClient}
    layout={Shell} loginPage={SignInPage} notification={Message} dashboard={HomePage} lightTheme={lightTheme} darkTheme={darkTheme} authCallbackPage={false}
  >
    <Resource name="plan-imports" list={ImportsPage}>
      <Route path=":id" element={<ImportPage />} />
    </Resource>
    <Resource name="plans" list={PlansPage}>
      <Route path=":id/*" element={<PlanPage />} />
    </Resource>
    <Resource name="items" recordRepresentation="text">
      <Route path=":id" element={<ItemPage />} />
      <Route path=":id/show" element={<ItemPage />} />
    </Resource>
    <Resource name="units" list={UnitsPage} create={UnitCreatePage} recordRepresentation="name">
      <Route path=":id" element={<UnitPage />} />
    </Resource>
    <Resource name="divisions" list={DivisionsPage} recordRepresentation="name">
      <Route path=":id" element={<DivisionPage />} />
    </Resource>
    <Resource name="programmes" list={ProgrammesPage} recordRepresentation="name" />
    <Resource name="terms" list={TermsPage} recordRepresentation="name" />
    <Resource name="theme-days" list={ThemeDaysPage} recordRepresentation="name" />
    <Resource name="workdays" list={WorkdaysPage} recordRepresentation="name" />
    <Resource name="accounts" list={PeoplePage} recordRepresentation="name">
      <Route path=":id" element={<PersonPage />} />
    </Resource>
    <Resource name="grants" list={GrantsPage} />
    <Resource name="invitations" list={InvitationsPage} />
    <Resource name="unit-applications" list={ApplicationsPage} recordRepresentation="unitName">
      <Route path=":id" element={<ApplicationPage />} />
    </Resource>
    <Resource name="complaints" list={ComplaintsPage} recordRepresentation="number">
      <Route path=":id" element={<ComplaintPage />} />
    </Resource>
    <Resource name="audit-entries" list={AuditPage} />
    <Resource name="assignments" />
    <Resource name="activities" list={ActivitiesPage} create={ActivityCreatePage} recordRepresentation="title">
      <Route path=":id/edit" element={<ActivityEditPage />} />
      <Route path=":id/*" element={<ActivityPage />} />
    </Resource>
    <Resource name="work-entries" list={WorkEntriesPage} create={WorkEntryCreatePage} recordRepresentation="title">
      <Route path=":id/edit" element={<WorkEntryEditPage />} />
      <Route path=":id" element={<WorkEntryPage />} />
    </Resource>
    <Resource name="measures" list={MeasuresPage} recordRepresentation="name" />
    <Resource name="volunteers" list={VolunteersPage} create={OnBehalfPage} recordRepresentation="name">
      <Route path=":id" element={<VolunteerPage />} />
    </Resource>
    <Resource name="roster-imports" list={RostersPage} recordRepresentation="fileName">
      <Route path=":id" element={<RosterPage />} />
    </Resource>
    <Resource name="classes" list={ClassesPage} recordRepresentation="name">
      <Route path=":id" element={<ClassPage />} />
      <Route path=":id/slips" element={<SlipsPage />} />
      <Route path=":id/slips/:activityId" element={<SlipsPage />} />
    </Resource>
    <Resource name="roster-entries" />
    <Resource name="orders" list={OrdersPage}>
      <Route path=":id" element={<OrderPage />} />
    </Resource>
    <Resource name="teams" list={TeamsPage} recordRepresentation="name">
      <Route path=":id" element={<TeamPage />} />
    </Resource>
    <Resource name="team-kinds" list={TeamKindsPage} recordRepresentation="name" />
    <Resource name="team-choices" />
    <Resource name="team-members" />
    <Resource name="shared-things" list={ThingsPage} recordRepresentation="name" />
    <Resource name="thing-bookings" list={BookingsPage}>
      <Route path=":id" element={<BookingPage />} />
    </Resource>
    <Resource name="talks" list={TalksPage}>
      <Route path=":id" element={<TalkPage />} />
    </Resource>
    <Resource name="credentials" list={CredentialsPage}>
      <Route path=":id" element={<CredentialPage />} />
    </Resource>
    <Resource name="pools" list={PoolsPage} recordRepresentation="name">
      <Route path=":id" element={<PoolPage />} />
    </Resource>
    <Resource name="service-records" list={RecordsPage} />
    <Resource name="pool-terms"><Route path=":id" element={<TermPage />} /></Resource>
    <Resource name="nominations" list={NominationsPage}><Route path=":id" element={<NominationPage />} /></Resource>
    <CustomRoutes>
      <Route path="/board" element={<BoardPage />} />
      <Route path="/my-items" element={<MyItemsPage />} />
      <Route path="/plan-revisions/:id/show" element={<RevisionPage />} />
      <Route path="/bulletins" element={<BulletinsPage />} />
      <Route path="/bulletins/:id" element={<BulletinPage />} />
      <Route path="/batches" element={<BatchesPage />} />
      <Route path="/batches/:id" element={<BatchPage />} />
      <Route path="/packs" element={<PacksPage />} />
      <Route path="/prompts" element={<PromptsPage />} />
      <Route path="/prompts/:id" element={<PromptPage />} />
      <Route path="/assessments" element={<AssessmentsPage />} />
      <Route path="/assessments/:id" element={<AssessmentPage />} />
      <Route path="/assessment-sheets/:id" element={<SheetPage />} />
      <Route path="/statistics" element={<StatisticsPage />} />
      <Route path="/pool-renewals" element={<RenewalsPage />} />
      <Route path="/collections" element={<CollectionsPage />} />
      <Route path="/collections/:id" element={<CollectionPage />} />
      <Route path="/collection-answers/:id" element={<CollectionAnswerPage />} />
      <Route path="/report-periods" element={<ReportPeriodsPage />} />
      <Route path="/report-periods/:id" element={<ReportPeriodPage />} />
      <Route path="/unit-reports/:id" element={<UnitReportPage />} />
      <Route path="/drafting" element={<DraftingPage />} />
      <Route path="/proposal-calls/:id" element={<CallPage />} />
      <Route path="/proposal-answers/:id" element={<ProposalAnswerPage />} />
      <Route path="/consultations/:id" element={<ConsultationPage />} />
      <Route path="/consultation-answers/:id" element={<ConsultationAnswerPage />} />
      <Route path="/credential-kinds" element={<CredentialKindsPage />} />
      <Route path="/matching-weights" element={<WeightsPage />} />
      <Route path="/access" element={<AccessPage />} />
      <Route path="/keys" element={<KeysPage />} />
      <Route path="/minor-records" element={<MinorRecordsPage />} />
      <Route path="/minor-policies" element={<MinorPolicyPage />} />
      <Route path="/minor-audit" element={<MinorAuditPage />} />
      <Route path="/retention" element={<RetentionPage />} />
      <Route path="/travel" element={<TravelPage />} />
      <Route path="/password" element={<PasswordPage />} />
      <Route path="/security" element={<SecurityPage />} />
    </CustomRoutes>
  </Admin>
);
