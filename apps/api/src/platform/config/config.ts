import { join, resolve } from 'node:path';
import { z } from 'zod';
import { groupOf, type MessageSettings, type OidcSettings } from './groups.js';

const flag = z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true');
const optional = z.string().trim().min(1).optional();

/** Addresses of proxies, or how many of them stand in front. Never `true`: that would let any client write its own address. */
const trustProxy = z.string().trim().regex(/^(\d{1,2}|[0-9a-fA-F:.,/ ]+)$/, 'TRUST_PROXY takes a number of proxies, or their addresses; never true')
  .transform((value) => (/^\d{1,2}$/.test(value) ? Number(value) : value.split(',').map((part) => part.trim())));

const environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: optional,
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().min(1).default('var'),
  DATABASE_URL: optional,
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  KEYRING_FILE: optional,
  TRUST_PROXY: trustProxy.optional(),
  ROLES: z.string().default('web,worker').transform((value) => value.split(',').map((part) => part.trim())).pipe(z.array(z.enum(['web', 'worker'])).min(1)),
  DEMO: flag.optional(),
  DEMO_PASSWORD: z.string().min(8).max(200).optional(),
  TEST_CONTROL: flag.default(false),
  KEPU_DEV: flag.default(false),
  METRICS_TOKEN: z.string().min(16).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  PASSWORD_POLICY: z.enum(['asvs', 'dengbao']).default('dengbao'),
  PASSWORD_MAX_DAYS: z.coerce.number().int().min(0).max(3_650).optional(),
  SECOND_FACTOR: z.enum(['staff', 'choice']).optional(),
  SMS_URL: z.url({ protocol: /^https?$/ }).optional(), SMS_KEY_ID: optional, SMS_KEY_SECRET: optional, SMS_SIGN_NAME: optional, SMS_TEMPLATE_CODE: optional, SMS_ORDER_TEMPLATE_CODE: optional,
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(), MAIL_FROM: optional,
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(), OIDC_CLIENT_ID: optional, OIDC_CLIENT_SECRET: optional, OIDC_NAME: optional,
  SESSION_IDLE_MINUTES: z.coerce.number().int().min(5).max(10_080).default(480),
  SESSION_MAX_HOURS: z.coerce.number().int().min(1).max(720).default(72),
  SIGN_WORKDAYS: z.coerce.number().int().min(1).max(60).default(3),
  MATCHING_INDEX_MB: z.coerce.number().int().min(0).max(16_384).default(256),
  PACK_MAX_MB: z.coerce.number().int().min(1).max(2_000).default(2_000),
  SITE_ORGANISER: optional, SITE_CONTACT: optional, SITE_ICP: optional, SITE_POLICE: optional, SITE_ID_CODE: optional,
});

/** The names of all settings, for the gate that holds `.env.example` against them. */
export const settingNames: readonly string[] = Object.keys(environment.shape);

/** Every setting of the process, read once. */
export interface AppConfig {
  readonly production: boolean; readonly port: number; readonly host: string; readonly publicUrl: string; readonly secure: boolean;
  readonly dataDir: string; readonly databaseUrl: string | undefined; readonly databasePool: number; readonly keyringFile: string | undefined;
  readonly trustProxy: number | string[] | false; readonly roles: readonly ('web' | 'worker')[];
  readonly demo: boolean; readonly demoPassword: string | undefined; readonly testControl: boolean; readonly dev: boolean;
  readonly metricsToken: string | undefined; readonly logLevel: string; readonly passwordPolicy: 'asvs' | 'dengbao';
  /** After how many days staff set a new password; null for never. */
  readonly passwordMaxDays: number | null; readonly secondFactor: 'staff' | 'choice'; readonly messages: MessageSettings; readonly oidc: OidcSettings | null;
  readonly session: { readonly idleMinutes: number; readonly maxHours: number }; readonly signWorkdays: number; readonly packMaxBytes: number;
  /** What the index of people may take; 0 for none. */
  readonly matchingIndexBytes: number;
  readonly site: { readonly organiser?: string; readonly contact?: string; readonly icp?: string; readonly police?: string; readonly idCode?: string };
}
/** Injection token of the configuration. */
export const APP_CONFIG = Symbol('AppConfig');

/** What the environment lacks or has wrong, every point at once. */
export class ConfigRefused extends Error {
  override readonly name = 'ConfigRefused';
  constructor(readonly points: readonly string[]) { super(`The configuration cannot be used:\n${points.map((point) => `  - ${point}`).join('\n')}`); }
}

/**
 * Reads the environment. Errors: `ConfigRefused` with every point at once. In production there are no demo accounts, no test
 * controls, and no key or address made up by the process.
 */
export const readConfig = (env: NodeJS.ProcessEnv): AppConfig => {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) throw new ConfigRefused(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  const e = parsed.data;
  const production = e.NODE_ENV === 'production';
  const points: string[] = [];
  if (production) {
    if (e.DEMO) points.push('DEMO: demo accounts are refused in production');
    if (e.TEST_CONTROL) points.push('TEST_CONTROL: refused in production');
    if (e.KEPU_DEV) points.push('KEPU_DEV: refused in production');
    if (!e.KEYRING_FILE) points.push('KEYRING_FILE: production needs its own keys; make them with `npm run cli -- keyring create FILE`');
    if (!e.PUBLIC_URL) points.push('PUBLIC_URL: production needs the address that people open, such as https://kepu.example.gov.cn');
  }
  // A demo has known accounts, so it never listens beyond this machine.
  const demo = e.DEMO ?? (!production && !e.DATABASE_URL);
  const host = e.HOST ?? (production ? '::' : '127.0.0.1');
  if (demo && !['127.0.0.1', 'localhost', '::1'].includes(host)) points.push('HOST: a demo binds to loopback only; set DEMO=0 to listen elsewhere');
  const smsGroup = groupOf('SMS', { url: e.SMS_URL, keyId: e.SMS_KEY_ID, keySecret: e.SMS_KEY_SECRET, signName: e.SMS_SIGN_NAME, templateCode: e.SMS_TEMPLATE_CODE }, points);
  if (e.SMS_ORDER_TEMPLATE_CODE && !smsGroup) points.push('SMS_ORDER_TEMPLATE_CODE: needs the other SMS settings');
  const sms = smsGroup && { ...smsGroup, orderTemplateCode: e.SMS_ORDER_TEMPLATE_CODE ?? null };
  const mail = groupOf('SMTP_URL and MAIL_FROM', { url: e.SMTP_URL, from: e.MAIL_FROM }, points);
  const oidc = groupOf('OIDC', { issuer: e.OIDC_ISSUER, clientId: e.OIDC_CLIENT_ID, clientSecret: e.OIDC_CLIENT_SECRET, name: e.OIDC_NAME }, points);
  if (production) for (const [name, url] of [['SMS_URL', sms?.url], ['OIDC_ISSUER', oidc?.issuer]] as const) if (url?.startsWith('http:')) points.push(`${name}: production speaks https only`);
  const maxDays = e.PASSWORD_POLICY === 'dengbao' ? (e.PASSWORD_MAX_DAYS ?? (production ? 90 : 0)) : 0;
  if (points.length > 0) throw new ConfigRefused(points);
  const publicUrl = (e.PUBLIC_URL ?? `http://localhost:${e.PORT}`).replace(/\/+$/, '');
  return {
    production, port: e.PORT, host, publicUrl, secure: publicUrl.startsWith('https://'),
    dataDir: resolve(e.DATA_DIR), databaseUrl: e.DATABASE_URL, databasePool: e.DATABASE_POOL, keyringFile: e.KEYRING_FILE,
    trustProxy: e.TRUST_PROXY ?? false, roles: e.ROLES, demo, demoPassword: e.DEMO_PASSWORD, testControl: e.TEST_CONTROL, dev: e.KEPU_DEV,
    metricsToken: e.METRICS_TOKEN, logLevel: e.LOG_LEVEL, passwordPolicy: e.PASSWORD_POLICY,
    passwordMaxDays: maxDays > 0 ? maxDays : null, secondFactor: e.SECOND_FACTOR ?? (production ? 'staff' : 'choice'), messages: { sms, mail, demo: demo && !sms && !mail }, oidc,
    session: { idleMinutes: e.SESSION_IDLE_MINUTES, maxHours: e.SESSION_MAX_HOURS }, signWorkdays: e.SIGN_WORKDAYS, packMaxBytes: e.PACK_MAX_MB * 1024 * 1024, matchingIndexBytes: e.MATCHING_INDEX_MB * 1024 * 1024,
    site: { organiser: e.SITE_ORGANISER, contact: e.SITE_CONTACT, icp: e.SITE_ICP, police: e.SITE_POLICE, idCode: e.SITE_ID_CODE },
  };
};

/** The SQLite file of a process that has no `DATABASE_URL`. */
export const sqliteFile = (config: AppConfig): string => join(config.dataDir, 'kepu.sqlite');
