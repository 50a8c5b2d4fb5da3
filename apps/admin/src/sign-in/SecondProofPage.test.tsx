import { fireEvent, screen, waitFor } from '@testing-library/react';
import { knownSession } from '../providers/session.js';
import { fakeApi } from '../testing/fakeApi.js';
import { renderPage } from '../testing/renderPage.js';
import { sessionOf, uuid } from '../testing/samples.js';
import { SecondProofPage } from './SecondProofPage.js';
import SecurityPage from './SecurityPage.js';

const whole = sessionOf('editor');
const half = { ...whole, missing: 'second' as const, ways: ['totp' as const, 'sms' as const], grants: [], permissions: [] };
const at = whole.expiresAt;
const challenge = { id: uuid(9901), expiresAt: at, resendAfterSeconds: 60 };
const type = (label: RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

test('a code of the app completes the session, and the device is remembered only where somebody says so', async () => {
  const { calls } = fakeApi({ addSessionProof: () => whole });
  renderPage(<SecondProofPage session={half} />, { session: half });
  type(/^验证码/, '123456');
  fireEvent.click(screen.getByRole('button', { name: '确认' }));
  await waitFor(() => expect(calls('addSessionProof').map(({ input }) => input.body)).toEqual([{ kind: 'totp', code: '123456', remember: false }]));
  await waitFor(() => expect(knownSession()?.missing).toBeNull());
});

test('a wrong code is said, and nobody is signed out by it', async () => {
  fakeApi({ addSessionProof: () => ({ refused: { status: 401, code: 'auth.code_wrong', detail: '验证码或链接不正确。' } }) });
  renderPage(<SecondProofPage session={half} />, { session: half });
  type(/^验证码/, '000000');
  fireEvent.click(screen.getByRole('button', { name: '确认' }));
  expect((await screen.findByRole('alert')).textContent).toBe('验证码或链接不正确。');
  expect(knownSession()?.missing).toBe('second');
});

test('a message is sent when somebody asks for it, and its code goes along with what it was sent for', async () => {
  const { calls } = fakeApi({ createOwnChallenge: () => challenge, addSessionProof: () => whole });
  renderPage(<SecondProofPage session={half} />, { session: half });
  fireEvent.click(screen.getByRole('button', { name: '短信验证码' }));
  expect(calls('createOwnChallenge')).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: '获取验证码' }));
  await screen.findByText('验证码已经发出，10 分钟内有效。');
  type(/^验证码/, '654321');
  fireEvent.click(screen.getByRole('button', { name: '确认' }));
  await waitFor(() => expect(calls('addSessionProof').map(({ input }) => input.body)).toEqual([{ kind: 'sms', challengeId: challenge.id, code: '654321', remember: false }]));
});

test('who has no second way sets an app up, and sees its codes before anything else', async () => {
  const codes = Array.from({ length: 10 }, (_, index) => `abcd${index}-efgh${index}`);
  const setup = { ...half, missing: 'setup' as const, ways: [] };
  fakeApi({ startTotp: () => ({ secret: 'ABCDEFGH', uri: 'otpauth://totp/x', qr: '<svg/>' }), confirmTotp: () => ({ codes }), getSession: () => whole });
  renderPage(<SecondProofPage session={setup} />, { session: setup });
  expect(await screen.findByText('ABCD EFGH')).toBeTruthy();
  type(/App 显示的/, '123456');
  fireEvent.click(screen.getByRole('button', { name: '确认' }));
  expect(await screen.findByText(codes[9] ?? '')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '我已经保存，继续' }));
  await waitFor(() => expect(knownSession()?.missing).toBeNull());
});

test('the own devices are told in words, and one is signed out; a change asks for a proof first', async () => {
  const device = { browser: 'chrome', system: 'windows', ip: '10.0.0.7', since: at, lastSeenAt: at };
  const { calls } = fakeApi({
    endMySession: () => ({ done: true as const }),
    getMySecurity: () => ({
      contact: { phone: null, email: 'e***@demo.kepu' }, hasPassword: true, factors: [{ kind: 'totp', since: at }], recoveryCodesLeft: 9, secondDemanded: true, fresh: false, recovered: false, proofs: ['password', 'totp'], identities: [], devices: [],
      sessions: [{ ...device, id: uuid(9911), present: true, proofs: ['password'] }, { ...device, id: uuid(9912), system: 'android', browser: 'wechat', present: false, proofs: ['sms'] }],
    }),
    turnOffFactor: () => ({ refused: { status: 403, code: 'auth.proof_required', detail: '请先重新验证身份。' } }),
  });
  renderPage(<SecurityPage />, { session: { ...whole, ways: ['password', 'totp'] } });
  expect(await screen.findByText('安卓 · 微信')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '关闭' }));
  expect(await screen.findByRole('region', { name: '请先验证身份' })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '退出' }));
  await waitFor(() => expect(calls('endMySession').map(({ input }) => input.params)).toEqual([{ id: uuid(9912) }]));
});
