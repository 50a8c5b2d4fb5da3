import type { Client } from '@kepu/api-client/slim';
import { once } from './idempotency.js';

/** A record as react-admin wants it. */
export type Row = Record<string, unknown> & { id: string };
/** The query of a list. */
export type Query = Record<string, unknown>;
interface Listed { data: unknown[]; total: number }

/** What react-admin's verbs mean for one resource. `create` and `change` name the fields that the API takes. */
export interface ResourceRoutes {
  readonly key: string;
  readonly sorts: readonly string[];
  list(query: Query): Promise<Listed>;
  one?(id: string): Promise<unknown>;
  create?: { readonly fields: readonly string[]; send(body: Query, idempotencyKey: string): Promise<unknown> };
  change?: { readonly fields: readonly string[]; send(id: string, body: Query): Promise<unknown> };
  remove?(id: string): Promise<unknown>;
  /** False where the list takes no `ids`. */
  readonly byIds?: boolean;
}

// Bodies and queries are built from forms by field name; the API validates them strictly and answers field by field.
const as = <T>(value: unknown): T => value as T;

/** Every resource of the back office. */
export const resourceRoutes = (api: Client): Readonly<Record<string, ResourceRoutes>> => ({
  divisions: {
    key: 'code', sorts: ['code', 'name'], byIds: false,
    list: (query) => api.listDivisions({ query: as(query) }),
    one: (code) => api.getDivision({ params: { code } }),
    create: { fields: ['code', 'kind', 'parentCode', 'name', 'urbanCore', 'island', 'mountain', 'openedOn'], send: (body, idempotencyKey) => api.createDivision({ body: as(body), idempotencyKey }) },
    change: { fields: ['name', 'urbanCore', 'island', 'mountain'], send: (code, body) => api.updateDivision({ params: { code }, body: as(body) }) },
  },
  units: {
    key: 'id', sorts: ['sortNo', 'name', 'kind'],
    list: (query) => api.listUnits({ query: as(query) }),
    one: (id) => api.getUnit({ params: { id } }),
    create: { fields: ['name', 'fullName', 'aliases', 'kind', 'divisionCode', 'parentId', 'sortNo', 'hostsOffice', 'openedOn'], send: (body, idempotencyKey) => api.createUnit({ body: as(body), idempotencyKey }) },
    change: { fields: ['fullName', 'aliases', 'kind', 'divisionCode', 'parentId', 'sortNo', 'hostsOffice'], send: (id, body) => api.updateUnit({ params: { id }, body: as(body) }) },
  },
  terms: {
    key: 'id', sorts: ['sortNo', 'name'],
    list: (query) => api.listTerms({ query: as(query) }),
    one: (id) => api.getTerm({ params: { id } }),
    create: { fields: ['kind', 'name', 'aliases', 'parentId', 'sortNo'], send: (body, idempotencyKey) => api.createTerm({ body: as(body), idempotencyKey }) },
    change: { fields: ['name', 'aliases', 'parentId', 'sortNo'], send: (id, body) => api.updateTerm({ params: { id }, body: as(body) }) },
  },
  'programme-sets': {
    key: 'id', sorts: [], byIds: false,
    list: () => api.listProgrammeSets(),
    create: { fields: ['name', 'fromYear', 'toYear', 'copyFromId'], send: (body, idempotencyKey) => api.createProgrammeSet({ body: as(body), idempotencyKey }) },
  },
  programmes: {
    key: 'id', sorts: ['sortNo', 'name'],
    list: (query) => api.listProgrammes({ query: as(query) }),
    one: (id) => api.getProgramme({ params: { id } }),
    create: { fields: ['setId', 'name', 'shortName', 'kind', 'aliases', 'sortNo'], send: (body, idempotencyKey) => api.createProgramme({ body: as(body), idempotencyKey }) },
    change: { fields: ['name', 'shortName', 'kind', 'aliases', 'sortNo'], send: (id, body) => api.updateProgramme({ params: { id }, body: as(body) }) },
  },
  'theme-days': {
    key: 'id', sorts: ['name', 'next'],
    list: (query) => api.listThemeDays({ query: as(query) }),
    one: (id) => api.getThemeDay({ params: { id } }),
    create: { fields: ['name', 'aliases', 'rule', 'note'], send: (body, idempotencyKey) => api.createThemeDay({ body: as(body), idempotencyKey }) },
    change: { fields: ['name', 'aliases', 'rule', 'note'], send: (id, body) => api.updateThemeDay({ params: { id }, body: as(body) }) },
  },
  workdays: {
    key: 'id', sorts: ['date'],
    list: (query) => api.listWorkdays({ query: as(query) }),
    create: { fields: ['date', 'kind', 'name'], send: (body, idempotencyKey) => api.createWorkday({ body: as(body), idempotencyKey }) },
    remove: (id) => api.deleteWorkday({ params: { id } }),
  },
  accounts: {
    key: 'id', sorts: ['name', 'createdAt', 'lastSignInAt'],
    list: (query) => api.listAccounts({ query: as(query) }),
    one: (id) => api.getAccount({ params: { id } }),
    create: { fields: ['name', 'email', 'phone'], send: (body, idempotencyKey) => api.createAccount({ body: as(body), idempotencyKey }) },
    change: { fields: ['name', 'email', 'phone'], send: (id, body) => api.updateAccount({ params: { id }, body: as(body) }) },
  },
  grants: {
    key: 'id', sorts: ['accountName', 'role', 'from'],
    list: (query) => api.listGrants({ query: as(query) }),
    create: { fields: ['accountId', 'role', 'scopeKind', 'scopeId', 'from', 'to'], send: (body, idempotencyKey) => api.createGrant({ body: as(body), idempotencyKey }) },
  },
  invitations: {
    key: 'id', sorts: ['createdAt', 'name'],
    list: (query) => api.listInvitations({ query: as(query) }),
  },
  'roster-imports': {
    key: 'id', sorts: ['createdAt', 'fileName'],
    list: (query) => api.listRosterImports({ query: as(query) }),
    one: (id) => api.getRosterImport({ params: { id } }),
  },
  classes: {
    key: 'id', sorts: ['name', 'createdAt'],
    list: (query) => api.listClasses({ query: as(query) }),
    one: (id) => api.getClass({ params: { id } }),
  },
  'roster-entries': {
    key: 'id', sorts: ['createdAt', 'name'],
    list: (query) => api.listRosterEntries({ query: as(query) }),
  },
  'unit-applications': {
    key: 'id', sorts: ['submittedAt', 'unitName'],
    list: (query) => api.listUnitApplications({ query: as(query) }),
    one: (id) => api.getUnitApplication({ params: { id } }),
  },
  complaints: {
    key: 'id', sorts: ['submittedAt', 'dueOn'],
    list: (query) => api.listComplaints({ query: as(query) }),
    one: (id) => api.getComplaint({ params: { id } }),
  },
  'plan-imports': {
    key: 'id', sorts: ['createdAt', 'fileName'],
    list: (query) => api.listPlanImports({ query: as(query) }),
    one: (id) => api.getPlanImport({ params: { id } }),
  },
  plans: {
    key: 'id', sorts: ['year', 'createdAt'],
    list: (query) => api.listPlans({ query: as(query) }),
    one: (id) => api.getPlan({ params: { id } }),
    change: { fields: ['docNumber', 'issuer', 'title', 'issuedOn'], send: (id, body) => api.updatePlan({ params: { id }, body: as(body) }) },
  },
  items: {
    key: 'id', sorts: ['seq', 'unit', 'programme'],
    // Items live below their plan: the list's filter names it.
    list: ({ planId, ...query }) => api.listItems({ params: { id: String(planId) }, query: as(query) }),
    one: (id) => api.getItem({ params: { id } }),
  },
  assignments: {
    key: 'id', sorts: ['seq', 'state', 'programme'],
    list: (query) => api.listAssignments({ query: as(query) }),
  },
  measures: {
    key: 'id', sorts: ['seq', 'dueOn', 'permille'],
    list: (query) => api.listMeasures({ query: as(query) }),
    one: (id) => api.getMeasure({ params: { id } }),
  },
  'work-entries': {
    key: 'id', sorts: ['fromDay', 'createdAt', 'quantity', 'title'],
    list: (query) => api.listWorkEntries({ query: as(query) }),
    one: (id) => api.getWorkEntry({ params: { id } }),
  },
  activities: {
    key: 'id', sorts: ['startsAt', 'createdAt', 'title'],
    list: (query) => api.listActivities({ query: as(query) }),
    one: (id) => api.getActivity({ params: { id } }),
  },
  signups: {
    key: 'id', sorts: ['signedUpAt', 'startsAt', 'volunteerName'],
    list: (query) => api.listSignups({ query: as(query) }),
  },
  volunteers: {
    key: 'id', sorts: ['name', 'registeredAt', 'minutes'],
    list: (query) => api.listVolunteers({ query: as(query) }),
    one: (id) => api.getVolunteer({ params: { id } }),
  },
  pools: {
    // A dozen, answered whole whatever is asked for.
    key: 'id', sorts: [],
    list: () => api.listPools(),
  },
  credentials: {
    key: 'id', sorts: ['personName', 'toDay', 'declaredAt'],
    list: (query) => api.listCredentials({ query: as(query) }),
    one: (id) => api.getCredential({ params: { id } }),
  },
  orders: {
    key: 'id', sorts: ['submittedAt', 'startsAt', 'placeName', 'dueAt'],
    list: (query) => api.listOrders({ query: as(query) }),
    one: (id) => api.getOrder({ params: { id } }),
  },
  teams: {
    key: 'id', sorts: ['name', 'createdAt', 'members'],
    list: (query) => api.listTeams({ query: as(query) }),
    one: (id) => api.getTeam({ params: { id } }),
  },
  'team-kinds': {
    // Some twenty, answered whole whatever is asked for.
    key: 'id', sorts: [],
    list: () => api.listTeamKinds(),
  },
  'team-choices': {
    key: 'id', sorts: ['name'],
    list: (query) => api.listTeamChoices({ query: as(query) }),
  },
  'shared-things': {
    key: 'id', sorts: ['name'],
    list: (query) => api.listSharedThings({ query: as(query) }),
    one: (id) => api.getSharedThing({ params: { id } }),
  },
  'thing-bookings': {
    key: 'id', sorts: ['firstDay', 'askedAt'],
    list: (query) => api.listThingBookings({ query: as(query) }),
    one: (id) => api.getThingBooking({ params: { id } }),
  },
  talks: {
    key: 'id', sorts: ['updatedAt', 'title', 'lecturerName'],
    list: (query) => api.listTalks({ query: as(query) }),
    one: (id) => api.getTalk({ params: { id } }),
  },
  'pool-terms': {
    key: 'id', sorts: ['personName', 'fromDay', 'toDay'],
    list: (query) => api.listPoolTerms({ query: as(query) }),
  },
  nominations: {
    key: 'id', sorts: ['created', 'personName'],
    list: (query) => api.listNominations({ query: as(query) }),
  },
  'service-records': {
    key: 'id', sorts: ['day', 'minutes', 'createdAt'],
    list: (query) => api.listServiceRecords({ query: as(query) }),
  },
  'audit-entries': {
    key: 'id', sorts: ['at'],
    list: (query) => api.listAuditEntries({ query: as(query) }),
  },
  notices: {
    key: 'id', sorts: ['createdAt'],
    list: (query) => api.listNotices({ query: as(query) }),
  },
});

/** A create under a key that survives a broken connection. */
export const createOnce = (resource: string, routes: ResourceRoutes, body: Query): Promise<unknown> => {
  const create = routes.create;
  if (!create) throw new Error(`Nothing creates ${resource}`);
  return once(`${resource} ${JSON.stringify(body)}`, (key) => create.send(body, key));
};
