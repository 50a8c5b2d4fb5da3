import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createClient, type Client } from '@kepu/api-client';
import type { Problem, Session } from '@kepu/contracts';
import type { TestServer } from '../support/server.js';
import { until } from './papers.js';

/** A browser that keeps its cookies, as far as the tests need one. */
export class Visitor {
  private readonly jar = new Map<string, string>();
  constructor(private readonly server: Pick<TestServer, 'url'>, private readonly agent = 'node') {}

  get cookie(): string { return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; '); }
  /** What the browser holds under a name that ends so. */
  holds(name: string): string | undefined { return [...this.jar].find(([key]) => key.endsWith(name))?.[1]; }
  drop(name: string): void { for (const key of this.jar.keys()) if (key.endsWith(name)) this.jar.delete(key); }
  /** Another browser with the same cookies: somebody who copied them. */
  copy(): Visitor {
    const other = new Visitor(this.server, this.agent);
    for (const [name, value] of this.jar) other.jar.set(name, value);
    return other;
  }

  async fetch(address: string, init: RequestInit = {}): Promise<Response> {
    const answer = await fetch(new URL(address, this.server.url), { redirect: 'manual', ...init, headers: { 'user-agent': this.agent, cookie: this.cookie, ...(init.headers as Record<string, string> | undefined) } });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/expires=Thu, 01 Jan 1970/i.test(line)) this.jar.delete(pair.slice(0, at));
      else this.jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  }
  async post(route: string, body?: unknown, headers: Record<string, string> = {}): Promise<{ status: number; body: Session & Problem & Record<string, unknown>; text: string; headers: Headers }> {
    const answer = await this.fetch(`/api/v1${route}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const text = await answer.text();
    return { status: answer.status, text, body: (text.startsWith('{') ? JSON.parse(text) : {}) as Session & Problem & Record<string, unknown>, headers: answer.headers };
  }
  async get(route: string): Promise<{ status: number; body: Record<string, unknown> & { code?: string } }> {
    const answer = await this.fetch(`/api/v1${route}`);
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> & { code?: string } };
  }
  async delete(route: string): Promise<{ status: number; body: { code?: string } }> {
    const answer = await this.fetch(`/api/v1${route}`, { method: 'DELETE' });
    return { status: answer.status, body: (await answer.json()) as { code?: string } };
  }
  /** A typed client with the cookies of this moment. */
  client(): Client { return createClient({ baseUrl: this.server.url, headers: { cookie: this.cookie, 'user-agent': this.agent } }); }
  async signIn(identifier: string, password: string) { return this.post('/session', { identifier, password }); }
}

/** Everything that a demo has sent, one text each. */
export const sentBy = (server: Pick<TestServer, 'dataDir'>): string[] => {
  try {
    return readFileSync(path.join(server.dataDir, 'demo-messages.txt'), 'utf8').split('\n\n\n').join('\n\n').split(/\n(?=\d{4}-\d\d-\d\dT)/).filter((text) => text.trim() !== '');
  } catch {
    return [];
  }
};
/** Messages to an address, once there are so many. */
export const messagesTo = async (server: Pick<TestServer, 'dataDir'>, address: string, count = 1): Promise<string[]> =>
  until(() => Promise.resolve(sentBy(server).filter((text) => text.includes(address))), (found) => found.length >= count);
/** The six digits of a message. */
export const codeIn = (text = ''): string => /(?:验证码是? ?)(\d{6})/.exec(text)?.[1] ?? '';
/** Id and token of the link of a message. */
export const linkIn = (text = ''): { url: string; id: string; token: string } => {
  const [, url = '', id = '', token = ''] = /(https?:\S+\/sign-in\/link#([\w-]{36})\.([\w-]{43}))/.exec(text) ?? [];
  return { url, id, token };
};

let serial = 0;
/** Somebody who registered with a phone, and the password they chose. */
export const password = 'Ouhai-2026-xuan';
export const citizen = async (server: TestServer, more: { agent?: string } = {}): Promise<{ visitor: Visitor; phone: string; e164: string; id: string }> => {
  serial += 1;
  const phone = `139${String(10_000_000 + serial)}`;
  const visitor = new Visitor(server, more.agent);
  const { body, status, text } = await visitor.post('/volunteers', await registration(server, phone));
  if (status !== 201) throw new Error(`Nobody was registered: ${text}`);
  return { visitor, phone, e164: `+86${phone}`, id: body.account.id };
};
/** What a person fills in to register. */
export const registration = async (server: TestServer, phone: string) => ({
  name: '林小满', phone, bornOn: '1990-05-12', occupation: 'teacher', countyCode: '330302', password, consent: (await (await server.client()).getPublicDictionary()).consentVersion,
});
/** A person of the office with an address for mail and a phone, past the first password. */
export const staff = async (server: TestServer, { phone, role = 'editor' }: { phone?: string; role?: 'editor' | 'administrator' } = {}): Promise<{ visitor: Visitor; email: string; phone: string | undefined; id: string }> => {
  serial += 1;
  const email = `staff-${serial}@demo.kepu`;
  const office = await server.client('office');
  const { id, initialPassword } = await office.createAccount({ body: { name: '陈一苇', email, ...(phone ? { phone } : {}) } });
  await office.createGrant({ body: { accountId: id, role, scopeKind: 'city', scopeId: null } });
  const visitor = new Visitor(server);
  await visitor.signIn(email, initialPassword);
  const changed = await visitor.post('/me/password', { current: initialPassword, next: password });
  if (changed.status !== 200) throw new Error(`The first password could not be changed: ${changed.text}`);
  return { visitor, email, phone, id };
};
