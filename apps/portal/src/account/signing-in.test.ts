/**
 * @jest-environment ./packages/tooling/page-environment.cjs
 */
import { Refused, type Handlers } from '../../test-support/fake-api.js';
import { get, named, openPage, submit, textIn, type, until } from '../../test-support/page.js';
import * as world from '../../test-support/world.js';
import { attachSignIn } from './signing-in.js';

jest.mock('react/jsx-runtime', () => jest.requireActual('../dom/jsx-runtime.js'));

const first = { ...world.session, account: { ...world.session.account, mustChangePassword: true } };
const open = async (more: Handlers = {}, { search = '', signedIn = false } = {}) => {
  const page = await openPage('/sign-in', { getPublicDictionary: () => world.dictionary, getSignInOptions: () => world.signInOptions, createSession: () => world.session, ...more }, { signedIn });
  const root = page.island('sign-in');
  attachSignIn(root, { ...page.browser(root), search });
  return page;
};
const enter = () => {
  type('#identifier', '13800000001');
  type('#password', 'Kepu-2026');
  submit('.way-password form');
};

it('signs in and goes on to where somebody wanted to go', async () => {
  const { go, called, memory } = await open({}, { search: '?next=%2Fcheckin%2Fx%3Fcode%3D1' });
  expect(get<HTMLAnchorElement>('.to-register').getAttribute('href')).toBe('/register?next=%2Fcheckin%2Fx%3Fcode%3D1');
  enter();
  await until(() => expect(go).toHaveBeenCalledWith('/checkin/x?code=1'));
  expect(called('createSession')[0]?.input.body).toEqual({ identifier: '13800000001', password: 'Kepu-2026' });
  expect(memory.remember).toHaveBeenCalledWith(true);
});

it.each(['', '?next=//evil.example', '?next=https://evil.example', '?next=javascript:alert(1)'])('goes to the own page with "%s"', async (search) => {
  const { go } = await open({}, { search });
  enter();
  await until(() => expect(go).toHaveBeenCalledWith('/me'));
});

it('says what is missing and what is wrong, and keeps what was typed', async () => {
  const { calls } = await open({ createSession: () => { throw new Refused('auth.failed'); } });
  submit('.way-password form');
  expect([textIn('#identifier-wrong'), textIn('#password-wrong')]).toEqual(['这一项要填写', '这一项要填写']);
  expect(calls).toEqual([]);
  enter();
  await until(() => expect(textIn('.way-password .form-wrong')).toBe('账号或密码不正确，请核对后重试；忘记密码请联系办公室重置。'));
  expect(get<HTMLInputElement>('#identifier').value).toBe('13800000001');
  expect(document.activeElement).toBe(get('.way-password .form-wrong'));
  expect(named('登录').disabled).toBe(false);
});

it('has a first password changed before it goes on', async () => {
  const { go, called } = await open({ createSession: () => first, changePassword: () => ({ done: true }) });
  enter();
  await until(() => expect(textIn('.island')).toContain('请设置自己的密码'));
  expect(go).not.toHaveBeenCalled();
  type('#nextPassword', 'Own-2026-x');
  submit('form.password-form');
  await until(() => expect(go).toHaveBeenCalledWith('/me'));
  expect(called('changePassword')[0]?.input.body).toEqual({ current: 'Kepu-2026', next: 'Own-2026-x' });
});

it('tells somebody who is signed in already, and lets them be somebody else', async () => {
  const { go } = await open({ getSession: () => world.session }, { signedIn: true, search: '?next=/calendar' });
  await until(() => expect(textIn('.island')).toContain('您已登录：章若溪'));
  named('继续').click();
  expect(go).toHaveBeenCalledWith('/calendar');
  named('换一个账号').click();
  expect(textIn('.island')).not.toContain('您已登录');
});
