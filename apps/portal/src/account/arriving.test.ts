/**
 * @jest-environment ./packages/tooling/page-environment.cjs
 */
import type { Session } from '@kepu/contracts';
import { Refused, type Handlers } from '../../test-support/fake-api.js';
import { get, named, openPage, submit, textIn, type, until } from '../../test-support/page.js';
import * as world from '../../test-support/world.js';
import { attachLink, attachRecovery, attachSecond } from './arriving.js';
import { attachSignIn } from './signing-in.js';

jest.mock('react/jsx-runtime', () => jest.requireActual('../dom/jsx-runtime.js'));

const challenge = { id: world.uid(900), expiresAt: world.session.expiresAt, resendAfterSeconds: 60 };
const half: Session = { ...world.session, missing: 'second', ways: ['totp', 'sms'] };
const open = async (url: string, handlers: Handlers, island: string) => {
  const page = await openPage(url, { getPublicDictionary: () => world.dictionary, getSignInOptions: () => world.signInOptions, ...handlers });
  const root = page.island(island);
  return { ...page, root, arrival: { ...page.browser(root), search: new URL(url, 'http://portal').search } };
};

it('signs in by a code that comes to the phone', async () => {
  const { root, arrival, called, go } = await open('/sign-in?next=%2Fcalendar', { createSessionChallenge: () => challenge, answerSessionChallenge: () => world.session }, 'sign-in');
  attachSignIn(root, arrival);
  expect(get('.way-sms').hidden).toBe(false);
  type('#phone', '13800000001');
  submit('.way-sms form');
  await until(() => expect(textIn('.way-sms')).toContain('验证码已经发出'));
  expect(called('createSessionChallenge')[0]?.input.body).toEqual({ phone: '13800000001', purpose: 'sign_in' });
  expect(named('60 秒后可以重新获取').disabled).toBe(true);
  type('#code', '123456');
  submit('.way-sms form');
  await until(() => expect(go).toHaveBeenCalledWith('/calendar'));
  expect(called('answerSessionChallenge')[0]?.input).toMatchObject({ params: { id: challenge.id }, body: { code: '123456' } });
});

it('says what the API says of a wrong code, and keeps the form', async () => {
  const { root, arrival } = await open('/sign-in', { createSessionChallenge: () => challenge, answerSessionChallenge: () => { throw new Refused('auth.code_wrong'); } }, 'sign-in');
  attachSignIn(root, arrival);
  type('#phone', '13800000001');
  submit('.way-sms form');
  await until(() => get('#code'));
  type('#code', '000000');
  submit('.way-sms form');
  await until(() => expect(textIn('.way-sms .form-wrong')).toContain('验证码或链接不正确'));
  expect(get<HTMLInputElement>('#code').value).toBe('000000');
});

it('shows one way at a time, and takes what is wanted along on every way out', async () => {
  const { root, arrival } = await open('/sign-in?next=%2Fcalendar', {}, 'sign-in');
  attachSignIn(root, arrival);
  named('邮件链接').click();
  expect([get('.way-sms').hidden, get('.way-email').hidden, named('邮件链接').getAttribute('aria-pressed')]).toEqual([true, false, 'true']);
  expect(named<HTMLAnchorElement>('忘记密码？').getAttribute('href')).toBe('/recover?next=%2Fcalendar');
  expect(named<HTMLAnchorElement>('用浙政钉登录').getAttribute('href')).toBe('/api/v1/oidc/start?next=%2Fcalendar');
});

it('asks for what a session lacks before it goes on, and has the device remembered where somebody wants it', async () => {
  const { root, arrival, called, go } = await open('/sign-in', { createSession: () => half, addSessionProof: () => world.session }, 'sign-in');
  attachSignIn(root, arrival);
  type('#identifier', '13800000001');
  type('#password', 'Kepu-2026');
  submit('.way-password form');
  await until(() => expect(textIn('.island')).toContain('还差一步'));
  expect(go).not.toHaveBeenCalled();
  type('#code', '123456');
  get<HTMLInputElement>('[name="remember"]').click();
  submit('.proof-form form');
  await until(() => expect(go).toHaveBeenCalledWith('/me'));
  expect(called('addSessionProof')[0]?.input.body).toEqual({ kind: 'totp', code: '123456', remember: true });
});

it('sends a message for a second proof only when somebody asks for it', async () => {
  const { root, arrival, called, go } = await open('/sign-in/second?next=%2Fcalendar', { getSession: () => ({ ...half, ways: ['sms'] }), createOwnChallenge: () => challenge, addSessionProof: () => world.session }, 'second');
  await attachSecond(root, arrival);
  expect(called('createOwnChallenge')).toEqual([]);
  named('获取验证码').click();
  await until(() => get('#code'));
  type('#code', '654321');
  submit('.proof-form form');
  await until(() => expect(go).toHaveBeenCalledWith('/calendar'));
  expect(called('addSessionProof')[0]?.input.body).toEqual({ kind: 'sms', challengeId: challenge.id, code: '654321', remember: false });
});

it('sets an app up where there is no second way yet, and shows its codes before it goes on', async () => {
  const codes = Array.from({ length: 10 }, (_, at) => `abcd${at}-efgh${at}`);
  const answers: Session[] = [{ ...world.session, missing: 'setup', ways: [] }, world.session];
  const { root, arrival, go } = await open('/sign-in/second', { getSession: () => answers.shift() ?? world.session, startTotp: () => ({ secret: 'ABCDEFGH', uri: 'otpauth://totp/x', qr: '<svg/>' }), confirmTotp: () => ({ codes }) }, 'second');
  await attachSecond(root, arrival);
  await until(() => expect(textIn('.setup-key')).toBe('ABCD EFGH'));
  expect(get<HTMLImageElement>('.qr').src).toBe('data:image/svg+xml,%3Csvg%2F%3E');
  type('#code', '123456');
  submit('.missing form');
  await until(() => expect(document.querySelectorAll('.recovery-codes li')).toHaveLength(10));
  expect(go).not.toHaveBeenCalled();
  named('我已经保存，继续').click();
  await until(() => expect(go).toHaveBeenCalledWith('/me'));
});

describe('the link of a mail', () => {
  const token = 'A'.repeat(43);
  it('is used by a tap, forgotten by the address, and leads to a new password where that was wanted', async () => {
    const forget = jest.fn();
    const { root, arrival, called, go } = await open('/sign-in/link', { answerSessionChallenge: () => world.session, setNewPassword: () => ({ done: true }) }, 'link');
    attachLink(root, arrival, `#${challenge.id}.${token}`, forget);
    expect(forget).toHaveBeenCalled();
    expect(called('answerSessionChallenge')).toEqual([]);
    submit('.island form');
    await until(() => expect(textIn('.island')).toContain('已经登录'));
    expect(called('answerSessionChallenge')[0]?.input).toMatchObject({ params: { id: challenge.id }, body: { code: token } });
    named('设置新密码').click();
    type('#nextPassword', 'Own-2026-x');
    submit('.island form');
    await until(() => expect(go).toHaveBeenCalledWith('/me'));
    expect(called('setNewPassword')[0]?.input.body).toEqual({ next: 'Own-2026-x' });
  });

  it.each(['', '#', '#x.y', `#${challenge.id}`, `#${challenge.id}.${token}x`])('says that "%s" is not whole', async (hash) => {
    const { root, arrival, calls } = await open('/sign-in/link', {}, 'link');
    attachLink(root, arrival, hash, jest.fn());
    expect(textIn('.island')).toContain('链接不完整');
    expect(calls).toEqual([]);
  });
});

it('gets a forgotten password back by a code', async () => {
  const { root, arrival, called, go } = await open('/recover?next=%2Fadmin', { createSessionChallenge: () => challenge, answerSessionChallenge: () => world.session, setNewPassword: () => ({ done: true }) }, 'recover');
  attachRecovery(root, arrival);
  type('#phone', '13800000001');
  submit('.way-sms form');
  await until(() => get('#code'));
  type('#code', '123456');
  submit('.island form');
  await until(() => get('#nextPassword'));
  type('#nextPassword', 'Own-2026-x');
  submit('.island form');
  await until(() => expect(go).toHaveBeenCalledWith('/admin'));
  expect(called('setNewPassword')).toHaveLength(1);
});
