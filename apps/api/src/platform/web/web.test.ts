import type { Client } from '@kepu/api-client';
import Fastify, { type FastifyInstance } from 'fastify';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib';
import { registerWeb, type WebOptions } from './index.js';
import type { PageRequest, PortalModule, RenderedPage } from './portal-build.js';

let folder: string;
let server: FastifyInstance;
let now = 0;
let rendered: PageRequest[] = [];
let answer: (request: PageRequest) => Promise<RenderedPage>;
const reports: unknown[] = [];
const css = 'html{color:#123}';
const homeCss = 'h1{color:#456}';
const script = 'console.log("read aloud");'.repeat(80);

/** Knows a few pages, and of their queries only `q`; `code` is for the browser alone. */
const portal: PortalModule = {
  locate: (url) => {
    const [path = '', search = ''] = url.split('?');
    const known = ['/', '/en/', '/accessibility', '/activities'].find((one) => one === path || one === `${path}/`);
    const { q, code } = Object.fromEntries(new URLSearchParams(search)) as { q?: string; code?: string };
    const key = `${known}${q ? `?q=${encodeURIComponent(q)}` : ''}`;
    return known ? { key, back: code ? `${key}${q ? '&' : '?'}code=${code}` : key } : null;
  },
  sitePaths: async (client) => ['/', '/en/accessibility', `/activities/${(client as unknown as { locale: string }).locale}`],
  render: (request) => {
    rendered.push(request);
    return answer(request);
  },
};
const page = (request: PageRequest, status = 200): RenderedPage => ({
  status, locale: request.locale, htmlClass: request.theme, head: '<title>Kepu</title>', html: `<main>${request.url} ${rendered.length}</main>`, sheets: ['src/styles/index.css', 'src/styles/home.css'], islands: ['src/islands/read-aloud.ts', 'src/islands/list.tsx'],
});

const write = (name: string, content: string | Buffer): void => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), content);
};
const start = async (more: Partial<WebOptions['config']> = {}, dirs: Partial<WebOptions> = {}): Promise<FastifyInstance> => {
  const fastify = Fastify();
  fastify.get('/api/v1/things', () => ({ things: [] }));
  await registerWeb(fastify, {
    portalDir: path.join(folder, 'portal'), adminDir: path.join(folder, 'admin'), client: (locale) => ({ locale }) as unknown as Client,
    config: { publicUrl: 'http://localhost:3000', dev: false, site: { organiser: '某市科协' }, ...more },
    report: (error) => reports.push(error), now: () => now, importModule: async () => portal, ...dirs,
  });
  await fastify.ready();
  return fastify;
};
const policyOf = (headers: Record<string, unknown>) =>
  Object.fromEntries(String(headers['content-security-policy']).split('; ').map((part) => [part.split(' ', 1)[0], part.split(' ').slice(1)]));

/** The address as it stands: `inject` would tidy the dots away before the server sees them. */
const overSocket = (url: string): Promise<{ statusCode?: number; headers: IncomingHttpHeaders; body: string }> => new Promise((resolve, reject) => {
  get({ port: (server.server.address() as AddressInfo).port, host: '127.0.0.1', path: url, agent: false }, (response) => {
    response.setEncoding('utf8').toArray().then((parts) => resolve({ statusCode: response.statusCode, headers: response.headers, body: parts.join('') }), reject);
  }).on('error', reject);
});

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'kepu-web-'));
  write('portal/dist/client/.vite/manifest.json', JSON.stringify({
    'src/styles/index.css': { file: 'assets/index-AAAA.css', isEntry: true }, 'src/styles/home.css': { file: 'assets/home-AAAA.css', isEntry: true }, 'src/styles/own.css': { file: 'assets/own-AAAA.css', isEntry: true },
    'src/islands/read-aloud.ts': { file: 'assets/read-aloud-BBBB.js', isEntry: true }, 'src/islands/list.tsx': { file: 'assets/list-BBBB.js', isEntry: true, imports: ['_base.js', '_card.js'] },
    '_base.js': { file: 'assets/base-BBBB.js' }, '_card.js': { file: 'assets/card-BBBB.js', imports: ['_base.js'] },
  }));
  write('portal/dist/client/assets/home-AAAA.css', homeCss);
  write('portal/dist/client/assets/own-AAAA.css', 'p{margin:0}');
  write('portal/dist/client/assets/index-AAAA.css', css);
  write('portal/dist/client/assets/read-aloud-BBBB.js', script);
  write('portal/dist/client/assets/read-aloud-BBBB.js.br', brotliCompressSync(script));
  write('portal/dist/client/favicon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
  write('portal/dist/server/entry.js', 'export {};');
  write('portal/secret.txt', 'secret');
  write('admin/dist/index.html', '<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__"><style nonce="__CSP_NONCE__"></style><div id="root"></div>');
  write('admin/dist/assets/main-CCCC.js', 'start();');
  server = await start();
  await server.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  // Later than anything a former test left in the store.
  now += 60_000;
  rendered = [];
  reports.length = 0;
  answer = async (request) => page(request);
});

describe('security headers', () => {
  it.each(['/', '/en/nowhere', '/admin', '/api/v1/things', '/api/v1/nowhere', '/assets/nowhere.js', '/robots.txt', '/favicon.svg'])('stand on %s', async (url) => {
    const { headers } = await server.inject(url);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin', 'x-frame-options': 'DENY',
    });
    expect(headers['permissions-policy']).toContain('camera=()');
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(policyOf(headers)).toMatchObject({ 'default-src': ["'none'"], 'base-uri': ["'none'"], 'frame-ancestors': ["'none'"] });
    expect(headers['content-security-policy']).not.toContain('unsafe');
  });

  it('demand https from then on where the public address is https', async () => {
    const secure = await start({ publicUrl: 'https://kepu.example' });
    expect((await secure.inject('/')).headers['strict-transport-security']).toBe('max-age=31536000');
    expect((await secure.inject({ method: 'POST', url: '/display', headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'mode=elder' })).headers['set-cookie']).toMatch(/; Secure$/);
    await secure.close();
  });

  it('let a public page use our own style sheets, by the hashes of what stands there, and no other', async () => {
    const { headers, body } = await server.inject('/');
    const styles = [...body.matchAll(/<style>(.*?)<\/style>/gs)].map(([, style]) => style ?? '');
    expect(styles).toEqual([css, homeCss]);
    const allowed = policyOf(headers)['style-src'] ?? [];
    expect(allowed).toEqual(expect.arrayContaining(styles.map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`)));
    expect(allowed.every((source: string) => /^'sha256-[\w+/=]{44}'$/.test(source))).toBe(true);
    expect(policyOf(headers)).toMatchObject({
      'script-src': ["'self'"], 'img-src': ["'self'", 'data:'], 'connect-src': ["'self'"], 'form-action': ["'self'"],
    });
    expect(body).toContain('<script type="module" src="/assets/read-aloud-BBBB.js"></script>');
  });

  it('name at once, and once, what a script imports', async () => {
    const { body } = await server.inject('/');
    expect([...body.matchAll(/<link rel="modulepreload" href="([^"]+)">/g)].map(([, href]) => href)).toEqual(['/assets/base-BBBB.js', '/assets/card-BBBB.js']);
  });
});

describe('public pages', () => {
  it('are asked for in the language of their address, for anybody', async () => {
    const { statusCode, headers, body } = await server.inject({ url: '/en/?from=wechat', headers: { cookie: 'kepu_session=abc' } });
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body).toMatch(/^<!doctype html><html lang="en" class="standard"><head><meta charset="utf-8">.*<title>Kepu<\/title>/);
    expect(rendered).toEqual([expect.objectContaining({ url: '/en/', locale: 'en', theme: 'standard', publicUrl: 'http://localhost:3000', site: { organiser: '某市科协' }, client: { locale: 'en' } })]);
  });

  it('are rendered once for many readers, and again after some seconds', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => server.inject(`/?utm=${index}`)));
    expect(rendered).toHaveLength(1);
    now += 4_999;
    await server.inject('/');
    expect(rendered).toHaveLength(1);
    now += 1;
    await server.inject('/');
    expect(rendered).toHaveLength(2);
  });

  it('are kept apart by language and display', async () => {
    await server.inject('/');
    expect((await server.inject({ url: '/', headers: { cookie: 'x=1; display=elder' } })).body).toContain('class="elder"');
    expect((await server.inject('/')).body).toContain('class="standard"');
    expect((await server.inject('/en/')).body).toContain('lang="en"');
    expect(rendered).toHaveLength(3);
  });

  it('are drawn by what a page knows of its address, and by nothing else', async () => {
    await Promise.all(['/activities?q=a', '/activities?utm=1&q=a', '/activities?q=b', '/activities?code=1'].map((url) => server.inject(url)));
    expect(rendered.map(({ url }) => url).sort()).toEqual(['/activities', '/activities?q=a', '/activities?q=b']);
  });

  it('cost one rendering for all addresses that lead nowhere', async () => {
    answer = async (request) => page(request, 404);
    const answers = await Promise.all(['/a', '/b/c', '/accessibility/x', '/admin.php', '/..%2f..%2fetc/passwd'].map((url) => server.inject(url)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404, 404]);
    expect(rendered).toHaveLength(1);
  });

  it('may be kept by the browser for seconds, and answer 304 to one that has them', async () => {
    const first = await server.inject('/');
    expect(first.headers).toMatchObject({ 'cache-control': 'public, max-age=5', vary: 'Cookie, Accept-Encoding', etag: expect.stringMatching(/^W\/"[\w-]{22}"$/) });
    const again = await server.inject({ url: '/', headers: { 'if-none-match': String(first.headers.etag) } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect((await server.inject({ url: '/', headers: { 'if-none-match': 'W/"other"' } })).statusCode).toBe(200);
  });

  it.each(['kepu_session', '__Host-kepu'])('are not kept anywhere for a reader who is signed in (%s)', async (name) => {
    expect((await server.inject({ url: '/', headers: { cookie: `a=b; ${name}=token` } })).headers['cache-control']).toBe('private, no-store');
  });

  it('are sent in the encoding that the browser takes', async () => {
    const plain = await server.inject('/');
    expect(plain.headers['content-encoding']).toBeUndefined();
    const br = await server.inject({ url: '/', headers: { 'accept-encoding': 'gzip, deflate, br' } });
    expect([br.headers['content-encoding'], brotliDecompressSync(br.rawPayload).toString()]).toEqual(['br', plain.body]);
    const gz = await server.inject({ url: '/', headers: { 'accept-encoding': 'gzip, br;q=0' } });
    expect([gz.headers['content-encoding'], gunzipSync(gz.rawPayload).toString()]).toEqual(['gzip', plain.body]);
  });

  it('answer HEAD with the same headers and no body', async () => {
    const [get, head] = await Promise.all([server.inject('/'), server.inject({ method: 'HEAD', url: '/' })]);
    expect([head.statusCode, head.body, head.headers.etag, head.headers['content-length']]).toEqual([200, '', get.headers.etag, get.headers['content-length']]);
  });

  it('keep no page that failed', async () => {
    answer = async (request) => {
      request.report(new Error('no data'));
      return page(request, 503);
    };
    const failed = await server.inject('/');
    expect([failed.statusCode, failed.headers['cache-control'], failed.headers['retry-after'], failed.headers.etag]).toEqual([503, 'private, no-store', '30', undefined]);
    expect(reports).toEqual([new Error('no data')]);
    answer = async (request) => page(request);
    expect((await server.inject('/')).statusCode).toBe(200);
  });

  it('say so in plain words when they cannot be rendered at all', async () => {
    answer = () => Promise.reject(new Error('renderer broken at /srv/secret'));
    const { statusCode, body } = await server.inject('/');
    expect(statusCode).toBe(503);
    expect(body).toContain('页面暂时打不开');
    expect(body).not.toContain('secret');
    expect(reports).toHaveLength(1);
  });

  it('leave the API to answer for itself', async () => {
    expect((await server.inject('/api/v1/things')).json()).toEqual({ things: [] });
    const unknown = await server.inject('/api/v1/nowhere');
    expect([unknown.statusCode, unknown.headers['content-type']]).toEqual([404, 'application/json; charset=utf-8']);
    expect(rendered).toEqual([]);
  });
});

describe('the display', () => {
  const choose = (payload: string, headers = {}) => server.inject({ method: 'POST', url: '/display', headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers }, payload });

  it('is kept in a cookie by a plain form, which leads back', async () => {
    const { statusCode, headers } = await choose('back=%2Fen%2F&mode=elder');
    expect([statusCode, headers.location, headers['cache-control']]).toEqual([303, '/en/', 'no-store']);
    expect(headers['set-cookie']).toBe('display=elder; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax');
    expect((await choose('mode=standard')).headers['set-cookie']).toMatch(/^display=standard; Path=\/; Max-Age=0;/);
  });

  it('leads back to the same list, and with the code of a check-in', async () => {
    expect((await choose('mode=elder&back=%2Factivities%3Fq%3Da%26utm%3D1')).headers.location).toBe('/activities?q=a');
    expect((await choose('mode=elder&back=%2Factivities%3Fcode%3D12')).headers.location).toBe('/activities?code=12');
  });

  it.each(['//evil.example', 'https://evil.example/', '/\\evil.example', '/api/v1/things', '', 'javascript:alert(1)'])('never leads to %s', async (back) => {
    expect((await choose(new URLSearchParams({ mode: 'elder', back }).toString())).headers.location).toBe('/');
  });

  it('is not changed by another site', async () => {
    expect((await choose('mode=elder', { origin: 'https://evil.example', host: 'localhost:3000' })).headers['set-cookie']).toBeUndefined();
  });

  it('reads no large form', async () => {
    expect((await choose(`mode=elder&back=${'x'.repeat(3000)}`)).statusCode).toBe(413);
  });
});

describe('assets', () => {
  it('are kept for good and sent as they were compressed by the build', async () => {
    const plain = await server.inject('/assets/read-aloud-BBBB.js');
    expect([plain.statusCode, plain.body]).toEqual([200, script]);
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(plain.headers['content-type']).toMatch(/^(text|application)\/javascript/);
    const br = await server.inject({ url: '/assets/read-aloud-BBBB.js', headers: { 'accept-encoding': 'br' } });
    expect([br.headers['content-encoding'], br.headers.vary, brotliDecompressSync(br.rawPayload).toString()]).toEqual(['br', expect.stringMatching(/accept-encoding/i), script]);
    expect((await server.inject('/admin/assets/main-CCCC.js')).body).toBe('start();');
    expect((await server.inject({ method: 'HEAD', url: '/assets/index-AAAA.css' })).headers['content-length']).toBe(String(css.length));
  });

  it.each([
    '/assets/nowhere.js', '/assets/', '/assets/..%2f..%2fsecret.txt', '/assets/..%2f.vite%2fmanifest.json', '/assets/%2e%2e/%2e%2e/secret.txt', '/assets/../../../secret.txt', '/assets/..%5c..%5csecret.txt',
    '/assets/%00', '/assets/%252e%252e%252fsecret.txt', '/admin/assets/..%2findex.html', '/admin/assets/nowhere.js', '/admin/assets/....//index.html',
  ])('%s is a short 404 that is not kept', async (url) => {
    const { statusCode, headers, body } = await overSocket(url);
    expect([statusCode, headers['content-type'], headers['cache-control'], body]).toEqual([404, 'text/plain; charset=utf-8', 'no-store', 'Not found\n']);
  });

  it('have an icon, a file for robots and a map of the site', async () => {
    expect((await server.inject('/favicon.svg')).headers['content-type']).toMatch(/^image\/svg\+xml/);
    const robots = await server.inject('/robots.txt');
    expect(robots.body).toContain('Disallow: /admin');
    const map = await server.inject('/sitemap.xml');
    expect([map.statusCode, map.headers['content-type']]).toEqual([200, 'application/xml; charset=utf-8']);
    expect([...map.body.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address)).toEqual(['http://localhost:3000/', 'http://localhost:3000/en/accessibility', 'http://localhost:3000/activities/zh-CN']);
  });
});

describe('the back office', () => {
  it.each(['/admin', '/admin/', '/admin/items/0197-1.2?filter=a.js', '/admin/plans'])('has one shell for %s, not kept', async (url) => {
    const { statusCode, headers, body } = await server.inject(url);
    expect([statusCode, headers['cache-control'], headers['content-type'], headers['x-robots-tag']]).toEqual([200, 'no-store', 'text/html; charset=utf-8', 'noindex']);
    expect(body).toContain('<div id="root">');
  });

  it('gives each answer a nonce of its own, the same in policy and page', async () => {
    const nonces = await Promise.all([1, 2, 3].map(async () => {
      const { headers, body } = await server.inject('/admin');
      const [, nonce = ''] = /'nonce-([^']+)'/.exec(String(headers['content-security-policy'])) ?? [];
      expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
      expect(body.split(nonce)).toHaveLength(3);
      expect(body).not.toContain('__CSP_NONCE__');
      expect(policyOf(headers)).toMatchObject({ 'script-src': ["'self'"], 'style-src': ["'self'", `'nonce-${nonce}'`], 'img-src': ["'self'", 'data:', 'blob:'] });
      return nonce;
    }));
    expect(new Set(nonces).size).toBe(3);
  });

  it.each(['/admin/nowhere.js', '/admin/old/main.css?v=2'])('has no file %s', async (url) => {
    expect((await server.inject(url)).statusCode).toBe(404);
  });
});

it('says what to do where an app has not been built', async () => {
  const bare = await start({}, { portalDir: path.join(folder, 'none'), adminDir: path.join(folder, 'none') });
  for (const url of ['/', '/en/x', '/admin', '/admin/plans']) {
    const { statusCode, headers, body } = await bare.inject(url);
    expect([statusCode, headers['retry-after']]).toEqual([503, '30']);
    expect(body).toContain('<code>npm run build</code>');
  }
  expect((await bare.inject('/api/v1/things')).statusCode).toBe(200);
  await bare.close();
});

it('refuses a build that lacks what pages need', async () => {
  cpSync(path.join(folder, 'portal'), path.join(folder, 'half'), { recursive: true });
  write('half/dist/client/.vite/manifest.json', '{}');
  await expect(start({}, { portalDir: path.join(folder, 'half') })).rejects.toThrow('npm run build');
});
