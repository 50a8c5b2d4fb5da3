import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { closeBrowser, visit } from './browser.js';
import { freePort, ServerProcess } from './server-process.js';

const entry = path.join(import.meta.dirname, 'fixtures/server.mjs');
const folder = mkdtempSync(path.join(tmpdir(), 'kepu-harness-'));
let server: ServerProcess;

beforeEach(async () => {
  server = new ServerProcess({ entry, port: await freePort(), env: { DATA_DIR: folder } });
});
afterEach(() => server.kill9());
afterAll(async () => {
  await closeBrowser();
  rmSync(folder, { recursive: true, force: true });
});

const text = async (route: string) => (await fetch(server.url + route)).text();

describe('a server process', () => {
  it('is waited for until it is ready, and stops with its own exit code', async () => {
    await server.start();
    expect((await fetch(`${server.url}/api/v1/health/ready`)).status).toBe(200);
    expect(await server.stop()).toBe(0);
    expect(server.running).toBe(false);
    await expect(fetch(server.url)).rejects.toThrow();
  });

  it('keeps its store over kill -9 and a new start on the same port', async () => {
    await server.start();
    const before = Number(await text('/starts'));
    await server.kill9();
    await server.start();
    expect(Number(await text('/starts'))).toBe(before + 1);
  });

  it('gets no more of our environment than it needs', async () => {
    process.env['KEPU_SECRET_OF_THE_TESTER'] = 'x';
    await server.start({ MORE: 'yes' });
    const env = JSON.parse(await text('/env')) as Record<string, string>;
    expect(env).toMatchObject({ MORE: 'yes', DATA_DIR: folder, HOST: '127.0.0.1' });
    expect(env).not.toHaveProperty('KEPU_SECRET_OF_THE_TESTER');
    delete process.env['KEPU_SECRET_OF_THE_TESTER'];
  });

  it('says why it could not start', async () => {
    await expect(server.start({ FAIL: '1' })).rejects.toThrow(/ended before it was ready \(3\)[^]*the reason it cannot start/);
  });

  it('gives each line of its log to a failed test once', async () => {
    await server.start();
    await text('/hello');
    await server.stop();
    expect(server.unreadLog()).toContain('asked for /hello');
    expect(server.unreadLog()).toBe('');
  });

  it('can be ended from outside and is seen to end', async () => {
    await server.start();
    const ended = server.ended();
    server.signal('SIGKILL');
    expect(await ended).toBeNull();
    expect(server.running).toBe(false);
  });
});

describe('a visit', () => {
  it('has the screen that was asked for, and reports nothing where nothing is wrong', async () => {
    await server.start();
    const { page, problems } = await visit({ url: server.url, cookie: async () => 'session=abc' }, { screen: 'phone', as: 'office' });
    await page.goto('/');
    expect(await page.title()).toBe('窗口360');
    expect((await page.context().cookies()).map(({ name, value }) => `${name}=${value}`)).toEqual(['session=abc']);
    expect(problems).toEqual([]);
  });

  it('works without scripts, and reports an error of a script', async () => {
    await server.start();
    const plain = await visit({ url: server.url, cookie: async () => '' }, { javaScript: false });
    await plain.page.goto('/');
    expect(await plain.page.title()).toBe('窗口');

    const { page, problems } = await visit({ url: server.url, cookie: async () => '' });
    await page.goto('/');
    const reported = page.waitForEvent('pageerror');
    await page.evaluate(() => setTimeout(() => { throw new Error('broken island'); }));
    await reported;
    expect(problems).toEqual(['script: broken island']);
  });
});
