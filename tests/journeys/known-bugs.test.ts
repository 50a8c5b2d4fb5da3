import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { plant, type Planted } from '../http/planting.js';
import { pagesOf } from '../http/walk.js';
import { visit } from '../support/browser.js';
import { startServer, type TestServer } from '../support/server.js';

/** Bugs of docs/known-bugs.md that only a browser can show. */
describe('known bugs, in a browser', () => {
  describe('bug 21: a page of another origin writes nothing in the name of whoever reads it', () => {
    let server: TestServer;
    let foreign: Server;
    let elsewhere: string;
    beforeAll(async () => {
      server = await startServer({ database: 'sqlite' });
      foreign = createServer((_, answer) => answer.setHeader('content-type', 'text/html; charset=utf-8').end('<!doctype html><title>elsewhere</title><body>'));
      await new Promise<void>((resolve) => { foreign.listen(0, '127.0.0.1', resolve); });
      elsewhere = `:${(foreign.address() as AddressInfo).port}/`;
    });
    afterAll(() => new Promise((resolve) => { foreign.close(resolve); }));

    const people = async (): Promise<number> => (await (await server.client('office')).listAccounts()).total;
    const body = (serial: number) => JSON.stringify({ name: '外来人', email: `elsewhere-${serial}@demo.kepu` });

    // The same host on another port is the same site, so the cookie comes along; another host is another site.
    it.each([['another port', '127.0.0.1'], ['another site', 'localhost']])('from %s', async (_, host) => {
      const before = await people();
      const { page, context } = await visit(server, { as: 'office' });
      const statuses: string[] = [];
      page.on('response', (response) => { if (response.url().startsWith(server.url) && response.request().method() === 'POST') statuses.push(String(response.status())); });
      const target = `${server.url}/api/v1/accounts`;
      for (const [serial, enctype] of ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'].entries()) {
        await page.goto(`http://${host}${elsewhere}`);
        const [name, value] = [body(serial).slice(0, -1) + ',"more":"', '"}'];
        await Promise.all([page.waitForURL(target), page.evaluate(([action, type, key, rest]) => {
          const form = Object.assign(document.createElement('form'), { action, method: 'post', enctype: type });
          form.append(Object.assign(document.createElement('input'), { name: key, value: rest }));
          document.body.append(form);
          form.submit();
        }, [target, enctype, name, value])]);
      }
      await page.goto(`http://${host}${elsewhere}`);
      const read = await page.evaluate(async ([address, text]) => {
        const tries: RequestInit[] = [{ mode: 'no-cors', headers: { 'content-type': 'text/plain' } }, { mode: 'cors', headers: { 'content-type': 'application/json' } }, { mode: 'cors', headers: { 'content-type': 'text/plain' } }];
        const answers = [];
        for (const one of tries) answers.push(await fetch(address, { ...one, method: 'POST', credentials: 'include', body: text }).then((answer) => `${answer.type} ${answer.status}`, () => 'refused'));
        answers.push(await fetch(address, { credentials: 'include' }).then(() => 'read', () => 'refused'));
        return answers;
      }, [target, body(9)] as const);
      expect(read).toEqual(['refused', 'refused', 'refused', 'refused']);
      expect(statuses.length).toBeGreaterThanOrEqual(3);
      // Refused for where it comes from, or before that for what it is.
      expect(statuses.filter((status) => status !== '403' && status !== '415')).toEqual([]);
      expect(await people()).toBe(before);

      // The control: what was sent is a good request of the page's own origin, and the session is a good one.
      await page.goto('/admin');
      expect(await page.evaluate(([address, text]) => fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: text }).then(({ status }) => status), [target, body(host === 'localhost' ? 20 : 21)] as const)).toBe(201);
      expect(await people()).toBe(before + 1);
      await context.close();
    }, 60_000);
  });

  it('bug 25: markup in any field is text on every page of the portal and of the back office', async () => {
    const server = await startServer({ database: 'sqlite', env: { SESSION_IDLE_MINUTES: '10080', SESSION_MAX_HOURS: '168' } });
    // Short, as some fields are; whatever makes an element of it would make any other.
    const planted: Planted = await plant(server, '"><i x>');
    const { ids } = planted.ground;
    const each = (noun: string, of: readonly string[], tail = '') => of.slice(0, 3).map((id) => `/admin/${noun}/${id}${tail}`);
    const desk = [
      ...['plan-imports', 'plans', 'accounts', 'grants', 'invitations', 'unit-applications', 'complaints', 'audit-entries', 'activities', 'work-entries', 'measures', 'volunteers', 'pools', 'service-records', 'matching-weights', 'my-items'].map((noun) => `/admin/${noun}`),
      ...each('plan-imports', ids.imports), ...each('plans', ids.plans), ...each('items', ids.items), ...each('accounts', ids.people), ...each('unit-applications', ids.applications), ...each('complaints', ids.complaints),
      ...ids.activities.map((id) => `/admin/activities/${id}`), ...each('activities', ids.activities, '/signups'), ...each('activities', ids.activities, '/day'), ...each('activities', ids.activities, '/close'), ...ids.workEntries.map((id) => `/admin/work-entries/${id}`), ...each('volunteers', ids.people),
    ];
    const portal = new Map<string, string[]>();
    for (const address of pagesOf(planted.ground).filter((one) => !/^\/(en|admin|api|metrics|sitemap|robots|nowhere)/.test(one))) {
      const kind = new URL(address, server.url).pathname.replace(/[\da-f-]{36}/, ':id');
      portal.set(kind, [...(portal.get(kind) ?? []), address]);
    }
    const seen = new Set<string>();
    const harm: string[] = [];
    for (const [visitor, addresses] of [['office', desk], ['owner', [...portal.values()].flatMap((addresses) => addresses.slice(0, 4))]] as const) {
      const { page, context, problems } = await visit({ url: server.url, cookie: async () => planted.cookies[visitor] }, { as: visitor });
      for (const address of addresses) {
        await page.goto(address);
        await page.waitForLoadState('networkidle');
        const { text, made } = await page.evaluate(() => ({
          text: document.documentElement.innerHTML + [...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value).join('\n'), made: document.querySelectorAll('i[x]').length,
        }));
        for (const key of planted.markers.find(text)) seen.add(key);
        if (made > 0) harm.push(`${address}: ${made} elements`);
      }
      // The control: as markup it is found.
      await page.evaluate(() => { document.body.insertAdjacentHTML('beforeend', '"><i x>'); });
      expect(await page.locator('i[x]').count()).toBe(1);
      harm.push(...problems.map((problem) => `${visitor}: ${problem}`));
      await context.close();
    }
    expect(harm).toEqual([]);
    expect(seen.size).toBeGreaterThan(60);
  }, 300_000);
});
