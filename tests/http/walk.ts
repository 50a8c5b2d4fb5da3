import { readFileSync } from 'node:fs';
import path from 'node:path';
import { urlOf } from '@kepu/api-client';
import type { Locale } from '@kepu/contracts/labels';
import { pathOf, type PageName } from '../../apps/portal/src/routes.js';
import { allRoutes } from '../matrix/people.js';
import { root } from '../support/server-process.js';
import type { TestServer } from '../support/server.js';
import { textOf } from './marking.js';

/** Ids of what was planted, by what they are of, and the values that other parameters take. */
export interface Ground {
  readonly ids: Readonly<Record<'people' | 'savedFilters' | 'units' | 'terms' | 'programmes' | 'sets' | 'themeDays' | 'imports' | 'plans' | 'revisions' | 'jointGroups' | 'items' | 'measures' | 'files' | 'workEntries' | 'activities' | 'shifts' | 'positions' | 'signups' | 'records' | 'serviceCertificates' | 'placeInvitations' | 'pools' | 'poolTerms' | 'nominations' | 'evidence' | 'assignments' | 'grants' | 'workdays' | 'invitations' | 'applications' | 'rosters' | 'rosterEntries' | 'complaints' | 'children' | 'guardianLinks' | 'consents' | 'recordRequests' | 'classes' | 'classScans' | 'pupils' | 'sessions' | 'challenges' | 'reportPeriods' | 'unitReports' | 'chases' | 'prompts' | 'bulletins' | 'collections' | 'collectionAnswers' | 'assessments' | 'assessmentSheets' | 'assessmentAppeals' | 'proposalCalls' | 'proposalAnswers' | 'proposals' | 'consultations' | 'consultationAnswers' | 'consultationComments' | 'adjustments' | 'closeOuts' | 'packs' | 'handedItems' | 'credentials' | 'orders' | 'orderOffers' | 'orderTrips' | 'credentialKinds' | 'talks' | 'teams' | 'teamMembers' | 'teamSignups' | 'teamKinds' | 'sharedThings' | 'thingBookings' | 'batches' | 'batchPositions' | 'batchPlaces', readonly string[]>>;
  readonly counties: readonly string[]; readonly months: readonly string[]; readonly years: readonly string[];
  /** Letters of appointment, with the code without which nobody is told anything of them. */
  readonly letters: readonly { readonly number: string; readonly code: string }[];
  /** Proofs of service, as letters are. */
  readonly proofs: readonly { readonly number: string; readonly code: string }[];
}
type Kind = keyof Ground['ids'];

/** What stands before `:id` in a path. A route below a new noun names its ids here, or nothing is walked at all. */
const kindOfPath: Readonly<Record<string, Kind>> = {
  batches: 'batches', orders: 'orders', 'order-offers': 'orderOffers', 'order-trips': 'orderTrips', talks: 'talks', 'talk-menu': 'talks', teams: 'teams', 'team-members': 'teamMembers', 'team-signups': 'teamSignups', 'team-kinds': 'teamKinds', 'shared-things': 'sharedThings', 'thing-bookings': 'thingBookings', credentials: 'credentials', 'credential-kinds': 'credentialKinds', 'handed-items': 'handedItems', 'saved-filters': 'savedFilters', accounts: 'people', volunteers: 'people', units: 'units', terms: 'terms', programmes: 'programmes', 'theme-days': 'themeDays', 'plan-imports': 'imports', plans: 'plans', 'plan-revisions': 'revisions', 'joint-groups': 'jointGroups', 'report-periods': 'reportPeriods', 'unit-reports': 'unitReports', chases: 'chases', prompts: 'prompts', bulletins: 'bulletins', collections: 'collections', 'collection-answers': 'collectionAnswers', assessments: 'assessments', 'assessment-sheets': 'assessmentSheets', 'assessment-appeals': 'assessmentAppeals', 'proposal-calls': 'proposalCalls', 'proposal-answers': 'proposalAnswers', proposals: 'proposals', consultations: 'consultations', 'consultation-answers': 'consultationAnswers', 'consultation-comments': 'consultationComments', adjustments: 'adjustments', 'close-outs': 'closeOuts', packs: 'packs', items: 'items', measures: 'measures', files: 'files',
  'work-entries': 'workEntries', activities: 'activities', shifts: 'shifts', positions: 'positions', signups: 'signups', 'service-records': 'records', 'service-certificates': 'serviceCertificates', 'position-invitations': 'placeInvitations', 'pool-terms': 'poolTerms', pools: 'pools', nominations: 'nominations',
  assignments: 'assignments', grants: 'grants', workdays: 'workdays', invitations: 'invitations', 'unit-applications': 'applications', 'roster-imports': 'rosters', 'roster-entries': 'rosterEntries', complaints: 'complaints', children: 'children', 'guardian-links': 'guardianLinks', 'activity-consents': 'consents', 'child-signups': 'signups', 'minor-record-requests': 'recordRequests', classes: 'classes', 'class-scans': 'classScans', pupils: 'pupils', 'slip-consents': 'consents', 'session-challenges': 'challenges', sessions: 'sessions', devices: 'sessions', identities: 'sessions',
};
/** What a second parameter of a path names. */
const kindOfSecond: Readonly<Record<string, Kind>> = { positionId: 'batchPositions', placeId: 'batchPlaces' };
/** What a filter that takes an id is about. */
const kindOfFilter: Readonly<Record<string, Kind>> = {
  assignmentId: 'assignments', accountId: 'people', actorId: 'people', volunteerId: 'people', personId: 'people', unitId: 'units', parentId: 'units', planId: 'plans', itemId: 'items', measureId: 'measures', activityId: 'activities', shiftId: 'shifts', positionId: 'positions',
  dateId: 'orders', tripId: 'orderTrips', talkId: 'talks', teamId: 'teams', thingId: 'sharedThings', lecturerId: 'people', kindId: 'credentialKinds', poolId: 'pools', importId: 'rosters', programmeId: 'programmes', setId: 'sets', fromSetId: 'sets', toSetId: 'sets', topicId: 'terms', audienceId: 'terms',
};

interface Parameter { readonly name: string; readonly in: 'path' | 'query'; readonly required: boolean; readonly schema: { readonly type: string; readonly enum?: readonly string[]; readonly format?: string } }
interface Operation { readonly parameters?: readonly Parameter[] }
/** The document that the gate holds against the contracts. */
const document = JSON.parse(readFileSync(path.join(root, 'apps/api/openapi.json'), 'utf8')) as { paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };

const idsAt = (route: { readonly path: string }, ground: Ground): readonly string[] => {
  const kind = kindOfPath[/([\w-]+)\/:(?:id|code)/.exec(route.path)?.[1] ?? ''];
  const ids = kind ? ground.ids[kind] : [];
  if (ids.length === 0) throw new Error(`Nothing is planted that ${route.path} could name`);
  return ids;
};
/** Documents that anybody can check by their number and code. */
const documentsAt = (route: { readonly path: string }, ground: Ground): Ground['letters'] => (route.path === '/appointments/:number' ? ground.letters : route.path === '/certificates/:number' ? ground.proofs : []);
const everyId = (ground: Ground): readonly string[] => [...new Set(Object.values(ground.ids).flat())];

const valuesOf = ({ name, schema }: Parameter, route: { readonly path: string }, ground: Ground): readonly string[] => {
  if (schema.enum) return schema.enum;
  if (schema.format === 'uuid') {
    // Whatever kind is asked about, the thing is one of those that strangers do not see.
    const kind = route.path === '/access-explanations' && name === 'id' ? 'activities' : kindOfFilter[name];
    if (!kind) throw new Error(`${route.path} has a filter ${name} that nothing is planted for`);
    return ground.ids[kind];
  }
  if (schema.format === 'date') return [name === 'from' || name === 'since' ? '2010-01-01' : '2099-12-31'];
  const known: Readonly<Record<string, readonly string[]>> = {
    ids: route.path === '/divisions' ? ground.counties : everyId(ground), subjectKind: ['volunteer', 'account', 'signup', 'activity', 'work_entry', 'plan'], subjectId: everyId(ground), action: ['activity.returned', 'signup.refused', 'plan.closed', 'plan.reopened'],
    key: ['x'], countyId: ground.counties, ending: ['60'], longest: ['240'], county: ground.counties, countyCode: ground.counties, divisionCode: ground.counties, divisionId: ground.counties, parentCode: ground.counties, month: ground.months, year: ground.years, limit: ['20'], page: ['2'], perPage: ['200'], q: ['a'], figure: ['trained'], list: ['items'], next: ['/me'], link: ['1'], state: ['x'], code: documentsAt(route, ground).length > 0 ? documentsAt(route, ground).map(({ code }) => code) : ['x'], iss: ['x'], scope: ['x'], session_state: ['x'], error: ['x'], error_description: ['x'], error_uri: ['x'],
  };
  const values = known[name];
  if (!values) throw new Error(`${route.path} has a parameter ${name} that nothing is known of`);
  return values;
};

const readRoutes = allRoutes.filter((route) => route.method === 'GET');
/** What a route takes in its query, as the document says. */
export const parametersOf = (route: { readonly path: string; readonly method: string }): readonly Parameter[] => {
  const operation = document.paths[`/api/v1${route.path.replaceAll(/:(\w+)/g, '{$1}')}`]?.[route.method.toLowerCase()];
  if (!operation) throw new Error(`${route.path} is not in the document`);
  return (operation.parameters ?? []).filter((parameter) => parameter.in === 'query');
};
/** What a question is never without. */
const alwaysOf = (route: (typeof allRoutes)[number], ground: Ground): Record<string, string> =>
  Object.fromEntries(parametersOf(route).filter(({ name, required }) => required || name === 'perPage').map((parameter) => [parameter.name, valuesOf(parameter, route, ground)[0] ?? '']));
/** Like a link of an invitation, and none of ours. */
const foreignToken = `${'A'.repeat(22)}.zzzzzz.${'A'.repeat(43)}`;
const withParams = (route: (typeof allRoutes)[number], ground: Ground): { params: Record<string, string> }[] => {
  if (route.path.includes(':id')) {
    const seconds = Object.fromEntries(Object.entries(kindOfSecond).map(([name, kind]) => [name, ground.ids[kind][0] ?? '']));
    return idsAt(route, ground).map((id) => ({ params: { id, position: '1', ...seconds } }));
  }
  if (route.path.includes(':year')) return ground.years.map((year) => ({ params: { year } }));
  if (route.path.includes(':number')) return documentsAt(route, ground).map(({ number }) => ({ params: { number } }));
  if (route.path.includes(':token')) return [{ params: { token: foreignToken } }];
  return route.path.includes(':code') ? ground.counties.map((code) => ({ params: { code } })) : [{ params: {} }];
};

/** Everything of the API that can be read: each thing as it is, and (unless only that is wanted) whatever narrows or sorts it, asked about one of those things after the other. */
export const addressesOf = (ground: Ground, { plain = false } = {}): string[] => readRoutes.flatMap((route) => {
  const parameters = parametersOf(route);
  const has = (name: string) => parameters.some((parameter) => parameter.name === name);
  const always = alwaysOf(route, ground);
  const narrowed = plain ? [] : parameters.filter(({ name }) => name !== 'q' && name !== 'perPage').flatMap((parameter): Record<string, string>[] => {
    const values = valuesOf(parameter, route, ground);
    if (parameter.name === 'ids') return values.length === 0 ? [] : Array.from({ length: Math.ceil(values.length / 200) }, (_, at) => ({ ids: values.slice(at * 200, (at + 1) * 200).join(',') }));
    return values.map((value) => ({ [parameter.name]: value }));
  });
  const given = withParams(route, ground);
  const asked = (query: Record<string, string>, things: typeof given) => (has('managed') ? [query, { ...query, managed: 'true' }] : [query]).flatMap((one) => things.map((thing) => urlOf(route, { ...thing, query: { ...always, ...one } })));
  return [...asked({}, given), ...narrowed.flatMap((query, at) => asked(query, given.slice(at % given.length, (at % given.length) + 1)))];
});

/** Lists of the API and of the portal that look for words. */
export const searches: readonly ((word: string) => string)[] = [
  // A sheet holds the second at which it was made, and what its list finds.
  ...readRoutes.filter((route) => !/:|\.xlsx$/.test(route.path) && parametersOf(route).some(({ name }) => name === 'q'))
    .flatMap((route) => [{}, ...(parametersOf(route).some(({ name }) => name === 'managed') ? [{ managed: 'true' }] : [])].map((more) => (word: string) => urlOf(route, { query: { q: word, ...more } }))),
  ...(['zh-CN', 'en'] as const).map((locale) => (word: string) => pathOf('activities', locale, { query: { q: word } })),
];

/** Every page of the portal, by its name: a new one is not left out. */
const pages: Readonly<Record<PageName, (ground: Ground) => Parameters<typeof pathOf>[2][]>> = {
  home: () => [{}], myData: () => [{}], realName: () => [{}], family: () => [{}], myFamily: () => [{}], guardian: () => [{}], children: () => [{}], talks: () => [{}], talksPrint: () => [{}], talk: ({ ids }) => ids.talks.map((id) => ({ params: { id } })), myTalks: () => [{}], order: () => [{}], orderStatus: () => [{}], rate: () => [{ params: { code: 'AAAAAAAAAA' } }], myOrders: () => [{}], myTeams: () => [{}], teamDoor: () => [{ params: { code: 'AAAAAAAAAA' } }], shared: ({ ids }) => [{}, ...ids.sharedThings.map((thing) => ({ query: { thing } }))], appointment: ({ letters, proofs }) => [{}, ...[...letters, ...proofs].map(({ number, code }) => ({ query: { no: number, code } }))], join: () => [{}], invitation: () => [{}], invited: () => [{ params: { token: foreignToken } }], roster: () => [{}], complaints: () => [{}], complaintStatus: () => [{}],
  activities: ({ counties }) => [{}, { query: { free: '1' } }, { query: { minors: '1' } }, ...counties.map((county) => ({ query: { county } })), { query: { from: '2010-01-01', to: '2099-12-31' } }, { query: { page: '2' } }],
  activity: ({ ids }) => ids.activities.map((id) => ({ params: { id } })),
  calendar: ({ months, counties }) => months.flatMap((month) => [{ query: { month } }, ...counties.map((county) => ({ query: { month, county } }))]),
  matching: () => [{}], privacy: () => [{}], accessibility: () => [{}], register: () => [{}], signIn: () => [{}, { query: { oidc: 'unknown' } }], second: () => [{}], link: () => [{}], recover: () => [{}], me: () => [{}], security: () => [{}],
  checkIn: ({ ids }) => ids.shifts.map((id) => ({ params: { id } })), lead: ({ ids }) => ids.shifts.map((id) => ({ params: { id } })),
};

/** Pages in both languages, and what else the server answers beside its API. */
export const pagesOf = (ground: Ground): string[] => [
  ...(['zh-CN', 'en'] satisfies Locale[]).flatMap((locale) => (Object.keys(pages) as PageName[]).flatMap((page) => pages[page](ground).map((more) => pathOf(page, locale, more)))),
  '/sitemap.xml', '/robots.txt', '/admin', ...ground.ids.activities.map((id) => `/admin/activities/${id}/show`), '/metrics', '/api/docs', '/api/v1/nowhere', '/nowhere', ...everyId(ground).slice(0, 3).map((id) => `/en/nowhere/${id}`),
];

/** An answer: what its lines and its content say. */
export interface Answer { readonly address: string; readonly status: number; readonly said: string; readonly body: string }
const AT_ONCE = 4;

/** Asks for addresses as somebody, a few at a time, in order. */
export const walk = async (server: TestServer, cookie: string, addresses: Iterable<string>, hear: (answer: Answer) => void, init: RequestInit = {}): Promise<void> => {
  const next = addresses[Symbol.iterator]();
  const walker = async (): Promise<void> => {
    for (let step = next.next(); !step.done; step = next.next()) {
      const answer = await server.fetch(step.value, { ...init, headers: { cookie, ...init.headers } });
      const body = textOf(Buffer.from(await answer.arrayBuffer()));
      const lines = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
      hear({ address: step.value, status: answer.status, said: `${lines}\n\n${body}`, body });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, walker));
};

/** Writes that name what was planted: each is asked for with a body that would do something where somebody may, without one, and once with what no route knows. */
export const attemptsOf = (ground: Ground): { readonly method: string; readonly address: string; readonly body: string | null }[] =>
  allRoutes.filter((route) => route.method !== 'GET' && route.path.includes(':id'))
    .flatMap((route) => withParams(route, ground).flatMap((given, at) => {
      const known = route.method === 'DELETE' ? [null] : bodiesOf(route);
      return [...known, ...(at === 0 && route.method !== 'DELETE' ? ['{"unknown":1}'] : [])].map((body) => ({ method: route.method, address: urlOf(route, given), body }));
    }));

interface Schema { readonly $ref?: string; readonly type?: string | readonly string[]; readonly enum?: readonly unknown[]; readonly const?: unknown; readonly format?: string; readonly pattern?: string; readonly properties?: Readonly<Record<string, Schema>>; readonly items?: Schema; readonly anyOf?: readonly Schema[]; readonly oneOf?: readonly Schema[]; readonly allOf?: readonly Schema[] }
const schemas = (document as unknown as { components: { schemas: Readonly<Record<string, Schema>> } }).components.schemas;

const propertiesOf = (schema: Schema): readonly string[] => [
  ...Object.keys(schema.properties ?? {}), ...[schema.$ref ? schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {} : {}, ...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].flatMap((one) => (one === schema || Object.keys(one).length === 0 ? [] : propertiesOf(one))),
];
/** An empty body, and one with the version and the reason that the route asks for: inputs are strict, and one word too many is refused unread. */
const bodiesOf = (route: (typeof allRoutes)[number]): string[] => {
  const operation = document.paths[`/api/v1${route.path.replaceAll(/:(\w+)/g, '{$1}')}`]?.[route.method.toLowerCase()] as { requestBody?: { content: Readonly<Record<string, { schema: Schema }>> } } | undefined;
  const names = new Set(Object.values(operation?.requestBody?.content ?? {}).flatMap(({ schema }) => propertiesOf(schema)));
  const known = { ...(names.has('version') ? { version: 1 } : {}), ...(names.has('reason') ? { reason: '无' } : {}) };
  return [...new Set(['{}', JSON.stringify(known)])];
};

/** Codes, ids, days and figures say nothing; any other string is words. */
const isText = ({ type, enum: options, const: fixed, format, pattern }: Schema): boolean =>
  (Array.isArray(type) ? type.includes('string') : type === 'string') && !options && fixed === undefined && !['uuid', 'date', 'date-time'].includes(format ?? '') && !/^\^\\d\{6\}|^\^\[01\]/.test(pattern ?? '');
const textsIn = (schema: Schema, at: string): string[] => {
  if (schema.$ref) return textsIn(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, at);
  return [
    ...(isText(schema) ? [at] : []), ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].flatMap((one) => textsIn(one, at)),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) => textsIn(one, `${at}.${name}`)), ...(schema.items ? textsIn(schema.items, at) : []),
  ];
};

/** Every field into which somebody can write words: `createActivity.shifts.positions.name`. */
export const writableTexts = (): string[] => [...new Set(allRoutes.filter(({ method }) => method !== 'GET').flatMap((route) => {
  const operation = document.paths[`/api/v1${route.path.replaceAll(/:(\w+)/g, '{$1}')}`]?.[route.method.toLowerCase()] as { requestBody?: { content: Readonly<Record<string, { schema: Schema }>> } } | undefined;
  return Object.values(operation?.requestBody?.content ?? {}).flatMap(({ schema }) => textsIn(schema, route.name));
}))].sort();
