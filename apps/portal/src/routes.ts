import type { Locale } from '@kepu/contracts/labels';
import { kinds, talkLanguages, talkLengths } from './choices.js';
import { isDay } from './times.js';

/** Pages that can be asked for. */
export type PageName =
  | 'home' | 'activities' | 'activity' | 'calendar' | 'matching' | 'privacy' | 'accessibility' | 'register' | 'signIn' | 'second' | 'link' | 'recover' | 'me' | 'myData' | 'realName' | 'security' | 'checkIn' | 'lead' | 'join' | 'invitation' | 'roster' | 'complaints' | 'complaintStatus' | 'family' | 'myFamily' | 'guardian' | 'children' | 'appointment' | 'talks' | 'talksPrint' | 'talk' | 'myTalks' | 'order' | 'orderStatus' | 'rate' | 'myOrders' | 'myTeams' | 'teamDoor' | 'shared' | 'invited';
/** Every page, those that no address leads to as well. */
export type AnyPageName = PageName | 'notFound' | 'failure';
type Values = Readonly<Record<string, string>>;
type Accepts = (value: string) => boolean;

/** A page that was asked for: its parameters, and what of its query it knows. */
export interface Visit {
  readonly page: PageName; readonly params: Values;
  /** What the server draws by. Everything else in an address changes nothing. */
  readonly query: Values;
  /** What only the browser reads, such as the code of a check-in: it comes back after a change of display, and the server keeps no page by it. */
  readonly carried: Values;
}

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const like = (pattern: RegExp): Accepts => (value) => pattern.test(value);
const oneOf = (...values: readonly string[]): Accepts => (value) => values.includes(value);
const id = like(new RegExp(`^${uuid}$`));
const county = like(/^\d{6}$/);
const local = like(/^\/(?![/\\])[^\p{Cc}\\]{0,300}$/u);

interface Address { readonly path: string; readonly query?: Readonly<Record<string, Accepts>>; readonly carried?: Readonly<Record<string, Accepts>>; /** Left to itself by search engines. */ readonly quiet?: true; /** Of one person, by a link that only they have: kept nowhere. */ readonly alone?: true }
const addresses: Readonly<Record<PageName, Address>> = {
  home: { path: '/' },
  activities: {
    path: '/activities',
    query: {
      county, when: oneOf('week', 'month'), from: isDay, to: isDay, topic: id, audience: id, kind: oneOf(...kinds), free: oneOf('1'), minors: oneOf('1'), q: like(/^[^\p{Cc}]{1,100}$/u), page: like(/^[1-9]\d{0,2}$/),
    },
  },
  activity: { path: '/activities/:id' },
  calendar: { path: '/calendar', query: { month: like(/^20\d\d-(0[1-9]|1[0-2])$/), county } },
  matching: { path: '/matching' },
  privacy: { path: '/privacy' },
  accessibility: { path: '/accessibility' },
  register: { path: '/register', carried: { next: local }, quiet: true },
  signIn: { path: '/sign-in', query: { oidc: oneOf('unknown', 'failed', 'taken') }, carried: { next: local }, quiet: true },
  second: { path: '/sign-in/second', carried: { next: local }, quiet: true },
  link: { path: '/sign-in/link', quiet: true },
  recover: { path: '/recover', carried: { next: local }, quiet: true },
  me: { path: '/me', quiet: true },
  myData: { path: '/me/data', quiet: true },
  realName: { path: '/me/real-name', quiet: true },
  security: { path: '/me/security', quiet: true },
  checkIn: { path: '/checkin/:id', carried: { code: like(/^[\w.-]{6,80}$/) }, quiet: true },
  lead: { path: '/lead/:id', quiet: true },
  join: { path: '/join' },
  invitation: { path: '/invitation', quiet: true },
  invited: { path: '/invitations/:token', quiet: true, alone: true },
  roster: { path: '/roster', quiet: true },
  complaints: { path: '/complaints', carried: { about: local } },
  complaintStatus: { path: '/complaints/status', quiet: true },
  family: { path: '/family' },
  myFamily: { path: '/me/family', quiet: true },
  guardian: { path: '/guardian', quiet: true },
  children: { path: '/children' },
  talks: { path: '/talks', query: { topic: id, audience: id, language: oneOf(...talkLanguages), longest: oneOf(...talkLengths), month: like(/^([1-9]|1[0-2])$/), q: like(/^[^\p{Cc}]{1,100}$/u), page: like(/^[1-9]\d{0,2}$/) } },
  talksPrint: { path: '/talks/print', quiet: true },
  talk: { path: '/talks/:id' },
  myTalks: { path: '/me/talks', quiet: true },
  order: { path: '/order', query: { talks: like(new RegExp(`^${uuid}(,${uuid}){0,2}$`)) } },
  orderStatus: { path: '/order/status', carried: { no: like(/^[\w-]{1,20}$/) }, quiet: true },
  rate: { path: '/rate/:code', quiet: true },
  myOrders: { path: '/me/orders', quiet: true },
  myTeams: { path: '/me/teams', carried: { position: id }, quiet: true },
  teamDoor: { path: '/teams/join/:code', quiet: true },
  shared: { path: '/shared', query: { thing: id } },
  appointment: { path: '/appointments', query: { no: like(/^[^\p{Cc}]{1,100}$/u), code: like(/^[A-Za-z\d]{1,12}$/) }, quiet: true },
};
const names = Object.keys(addresses) as PageName[];
const prefixes: Readonly<Record<Locale, string>> = { 'zh-CN': '', en: '/en' };

/** Whether search engines are asked to leave a page out. */
export const isQuiet = (page: PageName): boolean => addresses[page].quiet === true;

/** The address of a page in a language. What is empty is left out, and the order of names is always the same. */
export const pathOf = (page: PageName, locale: Locale, { params = {}, query = {} }: { readonly params?: Values; readonly query?: Readonly<Record<string, string | undefined>> } = {}): string => {
  const path = `${prefixes[locale]}${addresses[page].path}`.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1])).sort(([a], [b]) => (a < b ? -1 : 1));
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path;
};

const known = (search: URLSearchParams, accepted: Readonly<Record<string, Accepts>> = {}): Values =>
  Object.fromEntries(Object.entries(accepted).flatMap(([name, accepts]) => {
    const value = search.get(name)?.trim().replaceAll(/\s+/g, ' ') ?? '';
    return accepts(value) ? [[name, value]] : [];
  }));

const patterns: Readonly<Record<Locale, readonly (readonly [PageName, RegExp])[]>> = {
  'zh-CN': names.map((page) => [page, patternOf(page, 'zh-CN')] as const), en: names.map((page) => [page, patternOf(page, 'en')] as const),
};
function patternOf(page: PageName, locale: Locale): RegExp {
  return new RegExp(`^${prefixes[locale]}${addresses[page].path.replace(/^\/$/, '').replace(':id', `(?<id>${uuid})`).replace(':code', '(?<code>[2-9A-HJ-NP-Z]{10})').replace(':token', '(?<token>[\\w-]{22}\\.[0-9a-z]{4,9}\\.[\\w-]{43})')}/?$`);
}

/** The page at an address, or null. A trailing slash is forgiven, and so is a query that means nothing. */
export const pageAt = (url: string, locale: Locale): Visit | null => {
  const [, path = '', search = ''] = /^([^?#]*)(?:\?([^#]*))?/.exec(url) ?? [];
  const asked = new URLSearchParams(search);
  for (const [page, pattern] of patterns[locale]) {
    const match = pattern.exec(path);
    if (match) return { page, params: { ...match.groups }, query: known(asked, addresses[page].query), carried: known(asked, addresses[page].carried) };
  }
  return null;
};

/** Where an address leads: `key` is what a page is drawn by and kept under, `back` the same with what only the browser reads; a page that stands `alone` is kept nowhere. Null for nowhere. */
export const locate = (url: string): { readonly key: string; readonly back: string; readonly alone?: true } | null => {
  const locale: Locale = /^\/en(?=[/?#]|$)/.test(url) ? 'en' : 'zh-CN';
  const visit = pageAt(url, locale);
  return visit && { key: pathOf(visit.page, locale, visit), back: pathOf(visit.page, locale, { params: visit.params, query: { ...visit.query, ...visit.carried } }), ...(addresses[visit.page].alone && { alone: true }) };
};

/** Every public address without an id, for the site map. */
export const publicPaths: readonly string[] = names.filter((name) => !isQuiet(name) && !addresses[name].path.includes(':')).flatMap((name) => [pathOf(name, 'zh-CN'), pathOf(name, 'en')]);
