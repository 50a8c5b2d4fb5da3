/**
 * @jest-environment ./packages/tooling/page-environment.cjs
 */
import type { Security } from '@kepu/contracts';
import { Refused, type Handlers } from '../../../test-support/fake-api.js';
import { get, named, openPage, submit, textIn, type, until } from '../../../test-support/page.js';
import * as world from '../../../test-support/world.js';
import { attachSecurity } from './security.js';

jest.mock('react/jsx-runtime', () => jest.requireActual('../../dom/jsx-runtime.js'));

const at = world.session.expiresAt;
const device = { browser: 'wechat', system: 'android', ip: '10.0.0.7', since: at, lastSeenAt: at };
const security: Security = {
  contact: { phone: '138****0001', email: null }, hasPassword: true, factors: [{ kind: 'totp', since: at }], recoveryCodesLeft: 9, secondDemanded: false, fresh: true, recovered: false, proofs: ['password'], identities: [],
  sessions: [{ ...device, id: world.uid(910), present: true, proofs: ['password'] }, { ...device, id: world.uid(911), present: false, system: 'windows', browser: 'edge', proofs: ['sms'] }], devices: [{ ...device, id: world.uid(912), until: at }],
};
const challenge = { id: world.uid(900), expiresAt: at, resendAfterSeconds: 60 };
const open = async (given: Partial<Security> = {}, more: Handlers = {}) => {
  const page = await openPage('/me/security', { getPublicDictionary: () => world.dictionary, getSignInOptions: () => world.signInOptions, getSession: () => ({ ...world.session, ways: ['password', 'totp'] }), getMySecurity: () => ({ ...security, ...given }), ...more }, { signedIn: true });
  await attachSecurity(page.island('security'), page.browser(page.island('security')));
  return page;
};

it('tells devices in words, and signs one of them out', async () => {
  const { called } = await open({}, { endMySession: () => ({ done: true }) });
  expect(textIn('#sessions')).toContain('安卓 · 微信');
  expect(textIn('#sessions')).toContain('IP 地址 10.0.0.7');
  expect(textIn('#sessions')).toContain('这台设备');
  named('退出').click();
  await until(() => expect(textIn('.own-alert')).toBe('已退出那台设备。'));
  expect(called('endMySession')[0]?.input.params).toEqual({ id: world.uid(911) });
});

it('asks for a fresh proof where the API does, and then lets somebody try again', async () => {
  let proven = false;
  const { called } = await open({ fresh: false }, { turnOffFactor: () => { if (!proven) throw new Refused('auth.proof_required'); return { done: true }; }, addSessionProof: () => { proven = true; return world.session; } });
  named('关闭').click();
  await until(() => expect(textIn('.security-prove')).toContain('请先验证身份'));
  type('#proofPassword', 'Kepu-2026');
  submit('.proof-form form');
  await until(() => expect(textIn('.own-alert')).toContain('已验证'));
  named('关闭').click();
  await until(() => expect(textIn('.own-alert')).toBe('已经关闭。'));
  expect(called('turnOffFactor')).toHaveLength(2);
});

it('changes the phone by a code to the new one', async () => {
  const { called } = await open({}, { createContactChallenge: () => challenge, changeMyContact: () => ({ done: true }) });
  named('更换').click();
  type('#phone', '13900000002');
  submit('#contact form');
  await until(() => get('#code'));
  type('#code', '123456');
  submit('#contact form');
  await until(() => expect(textIn('.own-alert')).toBe('已经更换。'));
  expect([called('createContactChallenge')[0]?.input.body, called('changeMyContact')[0]?.input.body]).toEqual([{ phone: '13900000002' }, { challengeId: challenge.id, code: '123456' }]);
});

it('wants no old password of whoever came by a code', async () => {
  const { called } = await open({ recovered: true }, { setNewPassword: () => ({ done: true }) });
  named('修改密码').click();
  type('#nextPassword', 'Own-2026-x');
  submit('#password form');
  await until(() => expect(textIn('.own-alert')).toBe('密码已修改。'));
  expect(called('setNewPassword')[0]?.input.body).toEqual({ next: 'Own-2026-x' });
});

it('says what stands in the way of turning the last one off', async () => {
  await open({ secondDemanded: true }, { turnOffFactor: () => { throw new Refused('auth.last_factor'); } });
  named('关闭').click();
  await until(() => expect(textIn('#factors .part-wrong')).toContain('至少要保留一种'));
});

it('leads somebody away who is not signed in, or has not proven enough', async () => {
  for (const [code, address] of [['auth.required', '/sign-in?next=%2Fme%2Fsecurity'], ['auth.second_factor_required', '/sign-in/second?next=%2Fme%2Fsecurity']] as const) {
    const { go } = await open({}, { getMySecurity: () => { throw new Refused(code); } });
    expect(go).toHaveBeenCalledWith(address);
  }
});
