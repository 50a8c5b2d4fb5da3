import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { eachDatabase } from '../support/engines.js';
import { freePort } from '../support/server-process.js';
import { startServer, type TestServer } from '../support/server.js';
import { until } from './papers.js';
import { citizen, password, Visitor } from './sign-in-room.js';

const client = { id: 'kepu', secret: 'a-secret-of-the-other-house-0123456789' };
const listen = async (server: Server, port = 0): Promise<string> => {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
const tokenBody = (request: IncomingMessage): Promise<URLSearchParams> => new Promise((resolve) => {
  let text = '';
  request.setEncoding('utf8').on('data', (part: string) => { text += part; }).on('end', () => resolve(new URLSearchParams(text)));
});

/** A house that lies: it says of a person whatever the test has it say, in a token that is signed well. */
class LyingHouse {
  claims: Record<string, unknown> = {};
  algorithm: 'RS256' | 'none' | 'HS256' = 'RS256';
  wrongKey = false;
  private readonly keys = Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  private nonce = '';
  private codes = new Set<string>();
  issuer = '';
  readonly server = createServer((request, response) => void this.answer(request, response));

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', this.issuer);
    const send = (status: number, body: unknown) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const [[good, bad]] = [await this.keys];
    if (url.pathname.endsWith('openid-configuration')) {
      return void send(200, { issuer: this.issuer, authorization_endpoint: `${this.issuer}/auth`, token_endpoint: `${this.issuer}/token`, jwks_uri: `${this.issuer}/jwks`, response_types_supported: ['code'], subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'], code_challenge_methods_supported: ['S256'] });
    }
    if (url.pathname === '/jwks') return void send(200, { keys: [{ ...(await exportJWK(good.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }] });
    if (url.pathname === '/auth') {
      this.nonce = url.searchParams.get('nonce') ?? '';
      const code = `code-${Math.random()}`;
      this.codes.add(code);
      return void response.writeHead(302, { location: `${url.searchParams.get('redirect_uri') ?? ''}?${new URLSearchParams({ code, state: url.searchParams.get('state') ?? '' })}` }).end();
    }
    const body = await tokenBody(request);
    if (!this.codes.delete(body.get('code') ?? '')) return void send(400, { error: 'invalid_grant' });
    const seconds = Math.floor(Date.now() / 1_000);
    const payload = { iss: this.issuer, aud: client.id, sub: 'person-1', nonce: this.nonce, iat: seconds, exp: seconds + 300, ...this.claims };
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const token = this.algorithm === 'none' ? `${encode({ alg: 'none' })}.${encode(payload)}.`
      : this.algorithm === 'HS256' ? await new SignJWT(payload).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(client.secret))
        : await new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign((this.wrongKey ? bad : good).privateKey);
    return void send(200, { access_token: 'x', token_type: 'Bearer', id_token: token });
  }
}

/** Goes to the other house and comes back, as a browser does; the last answer is ours. */
const thereAndBack = async (visitor: Visitor, start: string, there: (url: string) => Promise<string>): Promise<{ location: string; callback: string }> => {
  const began = await visitor.fetch(`/api/v1/oidc/start${start}`);
  if (began.status !== 303) throw new Error(`${began.status} ${await began.text()}`);
  const callback = await there(began.headers.get('location') ?? '');
  const ended = await visitor.fetch(callback);
  return { location: ended.headers.get('location') ?? `${ended.status} ${await ended.text()}`, callback };
};

eachDatabase('the account of another house', (database) => {
  let server: TestServer;
  const house = new LyingHouse();
  const direct = async (url: string): Promise<string> => (await fetch(url, { redirect: 'manual' })).headers.get('location') ?? '';
  const linked = async (subject: string): Promise<{ visitor: Visitor; id: string; phone: string }> => {
    const { visitor, id, phone } = await citizen(server);
    house.claims = { sub: subject };
    expect((await thereAndBack(visitor, '?link=1&next=%2Fme%2Fsecurity', direct)).location).toBe('/me/security');
    return { visitor, id, phone };
  };
  const who = async (visitor: Visitor): Promise<unknown> => ((await visitor.get('/session')).body['account'] as { id?: string } | undefined)?.id;

  beforeAll(async () => {
    house.issuer = await listen(house.server);
    server = await startServer({ database, env: { LOG_LEVEL: 'trace', OIDC_ISSUER: house.issuer, OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret, OIDC_NAME: '浙政钉' } });
  });
  afterAll(() => void house.server.close());
  beforeEach(() => {
    house.claims = {};
    house.algorithm = 'RS256';
    house.wrongKey = false;
  });

  it('is offered by its name, and asked with PKCE, state and nonce', async () => {
    expect((await new Visitor(server).get('/sign-in-options')).body).toMatchObject({ oidc: { name: '浙政钉' } });
    const visitor = new Visitor(server);
    const answer = await visitor.fetch('/api/v1/oidc/start?next=%2Fcalendar');
    const asked = new URL(answer.headers.get('location') ?? '').searchParams;
    expect([asked.get('code_challenge_method'), asked.get('scope'), asked.get('response_type'), asked.get('client_id')]).toEqual(['S256', 'openid', 'code', client.id]);
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toMatch(/^[\w-]{43}$/);
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^kepu_oidc=v1\.[^;]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/);
    for (const name of ['state', 'nonce']) expect(cookie).not.toContain(asked.get(name));
    for (const next of ['https://evil.example/', '//evil.example', '/\\evil.example']) expect((await visitor.fetch(`/api/v1/oidc/start?${new URLSearchParams({ next })}`)).status).toBe(400);
  });

  it('that nobody linked signs nobody in, whatever phone or address it says it has', async () => {
    const { phone } = await citizen(server);
    for (const claims of [{ email: 'office@demo.kepu', email_verified: true }, { email: 'office@demo.kepu', email_verified: false }, { email: 'office@demo.kepu' }, { phone_number: phone, phone_number_verified: true }, { sub: 'office@demo.kepu' }, { preferred_username: 'office@demo.kepu' }]) {
      house.claims = { sub: `stranger-${JSON.stringify(claims).length}`, ...claims };
      const visitor = new Visitor(server);
      expect([claims, (await thereAndBack(visitor, '?next=%2Fcalendar', direct)).location]).toEqual([claims, '/sign-in?next=%2Fcalendar&oidc=unknown']);
      expect(await who(visitor)).toBeUndefined();
    }
  });

  it('signs in whoever linked it, by issuer and subject alone', async () => {
    const { id } = await linked('person-linked');
    house.claims = { sub: 'person-linked', email: 'editor@demo.kepu', email_verified: true };
    const visitor = new Visitor(server);
    expect((await thereAndBack(visitor, '?next=%2Fcalendar', direct)).location).toBe('/calendar');
    expect(await who(visitor)).toBe(id);
    expect((await visitor.get('/session')).body['proofs']).toEqual(['oidc']);
    // A subject that only looks like it.
    for (const sub of ['Person-linked', 'person-linked ', 'person-linked\u0000']) {
      house.claims = { sub };
      expect((await thereAndBack(new Visitor(server), '', direct)).location).toMatch(/oidc=(unknown|failed)$/);
    }
  });

  it('is linked with a fresh proof, to one person, by the one who began', async () => {
    const first = await linked('person-once');
    const { visitor } = await citizen(server);
    house.claims = { sub: 'person-once' };
    expect((await thereAndBack(visitor, '?link=1&next=%2Fme%2Fsecurity', direct)).location).toBe('/sign-in?next=%2Fme%2Fsecurity&oidc=taken');
    await server.control.clock({ advanceMs: 11 * 60_000 });
    expect(((await (await visitor.fetch('/api/v1/oidc/start?link=1')).json()) as { code: string }).code).toBe('auth.proof_required');
    expect((await new Visitor(server).fetch('/api/v1/oidc/start?link=1')).status).toBe(404);
    await server.control.clock({ reset: true });
    // Begun by one, ended in the browser of another: a trap for whoever clicks on a link.
    const trap = await citizen(server);
    const began = await trap.visitor.fetch('/api/v1/oidc/start?link=1');
    house.claims = { sub: 'person-of-the-trap' };
    const callback = await direct(began.headers.get('location') ?? '');
    const victim = await citizen(server);
    expect((await victim.visitor.fetch(callback)).headers.get('location')).toMatch(/oidc=failed$/);
    expect(((await victim.visitor.get('/me/security')).body as unknown as { identities: unknown[] }).identities).toEqual([]);
    // Taken off, it signs nobody in.
    const { identities } = (await first.visitor.get('/me/security')).body as unknown as { identities: { id: string; name: string }[] };
    expect(identities.map(({ name }) => name)).toEqual(['浙政钉']);
    expect((await victim.visitor.delete(`/me/identities/${identities[0]?.id ?? ''}`)).status).toBe(404);
    await first.visitor.post('/session/proofs', { kind: 'password', password });
    expect((await first.visitor.delete(`/me/identities/${identities[0]?.id ?? ''}`)).status).toBe(200);
    house.claims = { sub: 'person-once' };
    expect((await thereAndBack(new Visitor(server), '', direct)).location).toMatch(/oidc=unknown$/);
    await until(() => first.visitor.get('/notices').then(({ body }) => body as unknown as { data: { params: { change?: string } }[] }), ({ data }) => data.some(({ params }) => params.change === 'terms.accountChanges.identity_off'));
  });

  it.each<readonly [string, () => void]>([
    ['for another client', () => { house.claims = { sub: 'person-wrong', aud: 'somebody-else' }; }], ['of another house', () => { house.claims = { sub: 'person-wrong', iss: 'https://evil.example' }; }],
    ['with another nonce', () => { house.claims = { sub: 'person-wrong', nonce: 'another-nonce' }; }], ['without a nonce', () => { house.claims = { sub: 'person-wrong', nonce: undefined }; }],
    ['that has run out', () => { house.claims = { sub: 'person-wrong', exp: Math.floor(Date.now() / 1_000) - 3_600 }; }], ['that nobody signed', () => { house.claims = { sub: 'person-wrong' }; house.algorithm = 'none'; }],
    ['that the client’s own secret signed', () => { house.claims = { sub: 'person-wrong' }; house.algorithm = 'HS256'; }], ['that another key signed', () => { house.claims = { sub: 'person-wrong' }; house.wrongKey = true; }],
    ['without a subject', () => { house.claims = { sub: undefined }; }],
  ])('is not believed by a token %s', async (_, lie) => {
    lie();
    const visitor = new Visitor(server);
    expect((await thereAndBack(visitor, '', direct)).location).toMatch(/oidc=failed$/);
    expect(await who(visitor)).toBeUndefined();
  });

  it('is not believed by another state, without its cookie, with a cookie of its own making, twice, or too late', async () => {
    const { id } = await linked('person-state');
    house.claims = { sub: 'person-state' };
    const visitor = new Visitor(server);
    const { callback } = await thereAndBack(visitor, '', direct);
    expect(await who(visitor)).toBe(id);
    // The same address again, in the same browser and in another.
    expect((await visitor.copy().fetch(callback)).headers.get('location')).toMatch(/oidc=failed$/);
    const begun = new Visitor(server);
    const other = await direct((await begun.fetch('/api/v1/oidc/start')).headers.get('location') ?? '');
    expect((await new Visitor(server).fetch(other)).headers.get('location')).toMatch(/oidc=failed$/);
    const spoiled = new URL(other, server.url);
    spoiled.searchParams.set('state', 'A'.repeat(43));
    expect((await begun.copy().fetch(`${spoiled.pathname}${spoiled.search}`)).headers.get('location')).toMatch(/oidc=failed$/);
    expect((await new Visitor(server).fetch(other, { headers: { cookie: 'kepu_oidc=v1.k1.AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA' } })).headers.get('location')).toMatch(/oidc=failed$/);
    const late = new Visitor(server);
    const tooLate = await direct((await late.fetch('/api/v1/oidc/start')).headers.get('location') ?? '');
    await server.control.clock({ advanceMs: 11 * 60_000 });
    expect((await late.fetch(tooLate)).headers.get('location')).toMatch(/oidc=failed$/);
    await server.control.clock({ reset: true });
    // A code that was used is refused by the other house, whatever we would think of it.
    const replayed = new Visitor(server);
    const started = await replayed.fetch('/api/v1/oidc/start');
    const state = new URL(started.headers.get('location') ?? '').searchParams.get('state') ?? '';
    const used = new URL(callback, server.url).searchParams.get('code') ?? '';
    expect((await replayed.fetch(`/api/v1/oidc/callback?${new URLSearchParams({ code: used, state })}`)).headers.get('location')).toMatch(/oidc=failed$/);
  });

  it('signs nobody in who was disabled, and begins a session of its own over whatever cookie was there', async () => {
    const { id } = await linked('person-disabled');
    const planted = await citizen(server);
    const visitor = planted.visitor.copy();
    house.claims = { sub: 'person-disabled' };
    await thereAndBack(visitor, '', direct);
    expect([await who(visitor), await who(planted.visitor)]).toEqual([id, planted.id]);
    await (await server.client('office')).disableAccount({ params: { id } });
    expect(await who(visitor)).toBeUndefined();
    expect((await thereAndBack(new Visitor(server), '', direct)).location).toMatch(/oidc=failed$/);
  });

  it('leaves no subject, code or state in a log or a row', () => {
    const log = server.process.wholeLog;
    expect(log).toContain('/api/v1/oidc/callback');
    for (const secret of ['person-linked', 'code-0.', client.secret, 'code_challenge']) expect([secret, log.includes(secret)]).toEqual([secret, false]);
  });

  it('works with a provider that others wrote, from the first page to the last', async () => {
    // It speaks at length of what a provider for the world would need.
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    jest.spyOn(console, 'info').mockImplementation(() => undefined);
    const { Provider } = await import('oidc-provider');
    const port = await freePort();
    const there = await startServer({ database, env: { OIDC_ISSUER: `http://127.0.0.1:${port}`, OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret, OIDC_NAME: '浙里办' } });
    const redirectUri = `http://localhost:${new URL(there.url).port}/api/v1/oidc/callback`;
    const provider = new Provider(`http://127.0.0.1:${port}`, {
      clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirectUri], response_types: ['code'], grant_types: ['authorization_code'] }],
      pkce: { required: () => true }, ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 }, cookies: { keys: ['for-the-tests-alone'] }, findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, email: 'office@demo.kepu', email_verified: true }) }),
    });
    const running = createServer((request, response) => void provider.callback()(request, response));
    await listen(running, port);
    /** Its own pages: who one is, and that one agrees. */
    const through = (login: string) => async (url: string): Promise<string> => {
      const browser = new Visitor({ url: `http://127.0.0.1:${port}` });
      let address = url;
      for (let step = 0; step < 12; step += 1) {
        if (address.startsWith(redirectUri)) return new URL(address).pathname + new URL(address).search;
        const answer = await browser.fetch(address);
        const next = answer.headers.get('location');
        if (next) address = new URL(next, address).href;
        else {
          const page = await answer.text();
          const form = new URL(/<form[^>]*action="([^"]+)"/.exec(page)?.[1] ?? '', address);
          const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? '';
          const sent = await browser.fetch(form.href, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ prompt, login, password: 'x' }).toString() });
          address = new URL(sent.headers.get('location') ?? '', form.href).href;
        }
      }
      throw new Error(`The provider led nowhere: ${address}`);
    };
    const person = await citizen(there);
    expect((await thereAndBack(person.visitor, '?link=1&next=%2Fme%2Fsecurity', through('person-7'))).location).toBe('/me/security');
    const visitor = new Visitor(there);
    expect((await thereAndBack(visitor, '?next=%2Fcalendar', through('person-7'))).location).toBe('/calendar');
    expect(await who(visitor)).toBe(person.id);
    expect((await thereAndBack(new Visitor(there), '', through('person-8'))).location).toMatch(/oidc=unknown$/);
    running.close();
    jest.restoreAllMocks();
  }, 60_000);
});
