import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { until } from './papers.js';
import { password, registration, staff, Visitor } from './sign-in-room.js';

const key = { id: 'LTAI-test', secret: 'a-secret-of-the-gateway' };
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** What a gateway that checks signatures received. */
interface Received { readonly query: URLSearchParams; readonly signed: boolean; readonly nonce: string; readonly action: string }

/** The gateway, on a port of its own: it signs what it received by itself and compares. */
const isSigned = (request: IncomingMessage): boolean => {
  const { headers } = request;
  const [, id, names = '', given] = /^ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([^,]+),Signature=([0-9a-f]{64})$/.exec(headers.authorization ?? '') ?? [];
  const needed = ['host', 'x-acs-action', 'x-acs-content-sha256', 'x-acs-date', 'x-acs-signature-nonce', 'x-acs-version'];
  const url = new URL(request.url ?? '', 'http://gateway');
  const encode = (text: string) => encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  const query = [...url.searchParams].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
  const lines = names.split(';').map((name) => `${name}:${String(headers[name] ?? '').trim()}`);
  const canonical = [request.method, url.pathname, query, ...lines, '', names, headers['x-acs-content-sha256']].join('\n');
  const signature = createHmac('sha256', key.secret).update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`).digest('hex');
  return id === key.id && given === signature && needed.every((name) => names.split(';').includes(name)) && headers['x-acs-content-sha256'] === sha256('') && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(String(headers['x-acs-date']));
};

eachDatabase('messages', (database) => {
  let server: TestServer;
  const received: Received[] = [];
  const mails: { text: string; to: string[] }[] = [];
  let answer: (call: number) => { status: number; body: string; location?: string } = () => ({ status: 200, body: '{"Code":"OK"}' });
  let refuseMail = 0;
  let calls = 0;

  const gateway = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://gateway');
    received.push({ query: url.searchParams, signed: isSigned(request), nonce: String(request.headers['x-acs-signature-nonce']), action: `${String(request.headers['x-acs-action'])} ${String(request.headers['x-acs-version'])}` });
    const { status, body, location } = answer((calls += 1));
    response.writeHead(status, { 'content-type': 'application/json', ...(location ? { location } : {}) }).end(body);
  });
  const smtp = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'], logger: false,
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        mails.push({ text: Buffer.concat(parts).toString('utf8'), to: session.envelope.rcptTo.map(({ address }) => address) });
        refuseMail -= 1;
        done(refuseMail >= 0 ? Object.assign(new Error('come again'), { responseCode: 451 }) : null);
      });
    },
  });

  beforeAll(async () => {
    gateway.listen(0, '127.0.0.1');
    await once(gateway, 'listening');
    const listening = smtp.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    const port = (of: { address(): AddressInfo | string | null }) => (of.address() as AddressInfo).port;
    server = await startServer({ database, env: {
      LOG_LEVEL: 'trace', PUBLIC_URL: 'https://kepu.example.gov.cn', SMS_URL: `http://127.0.0.1:${port(gateway)}/`, SMS_KEY_ID: key.id, SMS_KEY_SECRET: key.secret, SMS_SIGN_NAME: '科普志愿', SMS_TEMPLATE_CODE: 'SMS_100200300',
      SMTP_URL: `smtp://127.0.0.1:${port(listening)}`, MAIL_FROM: '科普志愿 <kepu@example.gov.cn>',
    } });
  });
  afterAll(async () => {
    gateway.close();
    await new Promise<void>((resolve) => smtp.close(resolve));
  });
  beforeEach(() => {
    received.length = 0;
    mails.length = 0;
    calls = 0;
    answer = () => ({ status: 200, body: '{"Code":"OK","BizId":"1"}' });
  });

  const anybody = () => new Visitor(server);
  let serial = 0;
  const freshPhone = () => `1340000${String((serial += 1) + 1_000)}`;
  const askedFor = async (phone: string): Promise<string> => {
    const asked = await anybody().post('/session-challenges', { phone, purpose: 'register' });
    if (asked.status !== 201) throw new Error(asked.text);
    return asked.body['id'] as string;
  };
  const codeOf = (call: Received | undefined): string => (JSON.parse(call?.query.get('TemplateParam') ?? '{}') as { code?: string }).code ?? '';

  it('by SMS are signed as the gateway demands, and name their challenge', async () => {
    expect((await anybody().get('/sign-in-options')).body).toEqual({ sms: true, email: true, oidc: null, demoMessages: false, registrationProof: true });
    const phone = freshPhone();
    const id = await askedFor(phone);
    await until(() => Promise.resolve(received), (all) => all.length > 0);
    expect(received.map(({ signed, action, query }) => ({ signed, action, query: Object.fromEntries(query) }))).toEqual([{
      signed: true, action: 'SendSms 2017-05-25',
      query: { PhoneNumbers: phone, SignName: '科普志愿', TemplateCode: 'SMS_100200300', TemplateParam: JSON.stringify({ code: codeOf(received[0]) }), OutId: id },
    }]);
    expect(codeOf(received[0])).toMatch(/^\d{6}$/);
  });

  it('by SMS are sent again when the gateway is busy, breaks or says nonsense: the same code under the same id, signed anew', async () => {
    answer = (call) => [{ status: 503, body: '' }, { status: 200, body: '<html>' }, { status: 200, body: '{"Code":"isv.BUSINESS_LIMIT_CONTROL"}' }][call - 1] ?? { status: 200, body: '{"Code":"OK"}' };
    const id = await askedFor(freshPhone());
    for (let call = 1; call <= 4; call += 1) {
      await until(() => Promise.resolve(received), (all) => all.length >= call);
      await server.control.clock({ advanceMs: 30_000 });
    }
    expect(received).toHaveLength(4);
    expect(new Set(received.map(codeOf)).size).toBe(1);
    expect(new Set(received.map(({ query }) => query.get('OutId')))).toEqual(new Set([id]));
    expect(new Set(received.map(({ nonce }) => nonce)).size).toBe(4);
    expect(received.every(({ signed }) => signed)).toBe(true);
  });

  it('by SMS follow no redirect, and are not sent again where the gateway refuses for good', async () => {
    let elsewhere = 0;
    const trap = createServer((_request, response) => {
      elsewhere += 1;
      response.end('{"Code":"OK"}');
    }).listen(0, '127.0.0.1');
    await once(trap, 'listening');
    answer = (call) => (call === 1 ? { status: 307, body: '', location: `http://127.0.0.1:${(trap.address() as AddressInfo).port}/` } : { status: 200, body: '{"Code":"isv.MOBILE_NUMBER_ILLEGAL"}' });
    await askedFor(freshPhone());
    await until(() => Promise.resolve(received), (all) => all.length >= 1);
    await server.control.clock({ advanceMs: 30_000 });
    await until(() => Promise.resolve(received), (all) => all.length >= 2);
    const second = freshPhone();
    await askedFor(second);
    await until(() => Promise.resolve(received), (all) => all.some(({ query }) => query.get('PhoneNumbers') === second));
    expect([elsewhere, received.length]).toEqual([0, 3]);
    trap.close();
  });

  it('by mail come from a real server, again under the same Message-ID where it was refused for the moment', async () => {
    const { email } = await staff(server);
    refuseMail = 1;
    const asked = await anybody().post('/session-challenges', { email }, { host: 'evil.example', 'x-forwarded-host': 'evil.example' });
    await until(() => Promise.resolve(mails), (all) => all.length >= 1);
    await server.control.clock({ advanceMs: 30_000 });
    await until(() => Promise.resolve(mails), (all) => all.length >= 2);
    const id = asked.body['id'] as string;
    expect(mails.map(({ text }) => /^Message-ID: (.*)\r$/im.exec(text)?.[1])).toEqual(Array<string>(2).fill(`<${id}@kepu.example.gov.cn>`));
    expect(mails.every(({ to }) => to.length === 1 && to[0] === email)).toBe(true);
    expect(mails.every(({ text }) => !text.includes('evil'))).toBe(true);
  });

  it('by mail go to nobody whom we do not know', async () => {
    await anybody().post('/session-challenges', { email: 'nobody@elsewhere.example' });
    const { email } = await staff(server);
    await server.control.clock({ advanceMs: 61_000 });
    await anybody().post('/session-challenges', { email });
    await until(() => Promise.resolve(mails), (all) => all.length >= 1);
    expect(mails.map(({ to }) => to)).toEqual([[email]]);
  });

  it('prove the phone of whoever registers, and only whoever proved it hears that it is registered', async () => {
    const phone = freshPhone();
    const form = await registration(server, phone);
    const register = async (more: Record<string, unknown>) => {
      const { status, body } = await anybody().post('/volunteers', { ...form, ...more });
      return status === 201 ? 'in' : body.code;
    };
    expect(await register({})).toBe('auth.phone_proof_required');
    const challengeId = await askedFor(phone);
    await until(() => Promise.resolve(received), (all) => all.length >= 1);
    const code = codeOf(received[0]);
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    expect(await register({ phoneProof: { challengeId, code: wrong } })).toBe('auth.code_wrong');
    // The code is of this phone, and signs nobody in.
    expect(await register({ phone: freshPhone(), phoneProof: { challengeId, code } })).toBe('auth.code_wrong');
    expect((await anybody().post(`/session-challenges/${challengeId}/answer`, { code })).status).toBe(401);
    expect(await register({ phoneProof: { challengeId, code } })).toBe('in');
    expect((await anybody().signIn(phone, password)).status).toBe(201);
    // Known and unknown phones are told the same until one is proved.
    const unknown = freshPhone();
    expect([await register({}), await register({ phone: unknown })]).toEqual(['auth.phone_proof_required', 'auth.phone_proof_required']);
    await server.control.clock({ advanceMs: 61_000 });
    received.length = 0;
    const again = await askedFor(phone);
    const other = await askedFor(unknown);
    const guess = { code: '000000' };
    expect([await register({ phoneProof: { challengeId: again, ...guess } }), await register({ phone: unknown, phoneProof: { challengeId: other, ...guess } })]).toEqual(['auth.code_wrong', 'auth.code_wrong']);
    await until(() => Promise.resolve(received), (all) => all.some(({ query }) => query.get('OutId') === again));
    expect(await register({ phoneProof: { challengeId: again, code: codeOf(received.find(({ query }) => query.get('OutId') === again)) } })).toBe('volunteer.exists');
  });

  it('leave no code, number, address or secret in the log', () => {
    const log = server.process.wholeLog;
    expect(log).toContain('/api/v1/session-challenges');
    expect([log.includes(key.secret), log.includes('1340000'), /elsewhere\.example/.test(log), log.includes('TemplateParam')]).toEqual([false, false, false, false]);
  });
});
