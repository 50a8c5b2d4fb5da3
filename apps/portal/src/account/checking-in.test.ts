/**
 * @jest-environment ./packages/tooling/page-environment.cjs
 */
import type { MySignup } from '@kepu/contracts';
import { Refused, type Handlers } from '../../test-support/fake-api.js';
import { named, openPage, submit, textIn, type, until } from '../../test-support/page.js';
import * as world from '../../test-support/world.js';
import { attachCheckIn } from './checking-in.js';

jest.mock('react/jsx-runtime', () => jest.requireActual('../dom/jsx-runtime.js'));

const present: MySignup = { ...world.mySignup, mayCheckOut: true, attendance: { state: 'present', inAt: world.at('2026-11-28', '8:55'), inBy: 'code', outAt: null, outBy: null, minutes: null } };
const open = async (search: string, more: Handlers = {}, prefix = '') => {
  const page = await openPage(`${prefix}/checkin/${world.uid(200)}${search}`, { getPublicDictionary: () => world.dictionary, checkIn: () => present, ...more });
  const root = page.island('check-in');
  const dropCode = jest.fn();
  await attachCheckIn(root, { ...page.browser(root), search, dropCode });
  return { ...page, dropCode };
};
const refuse = (code: ConstructorParameters<typeof Refused>[0]) => () => { throw new Refused(code); };

it('checks in with the code of the address, in large letters, and tries it once only', async () => {
  const { called, dropCode } = await open('?code=abc123.def');
  expect(called('checkIn').map(({ input }) => input)).toEqual([{ params: { id: world.uid(200) }, query: undefined, body: { code: 'abc123.def' } }]);
  expect(textIn('.outcome-word')).toBe('已签到');
  expect(textIn('.outcome-time')).toBe('8:55');
  expect(textIn('.outcome')).toContain('老年人手机防诈骗讲座');
  expect(document.activeElement?.className).toContain('outcome');
  expect(dropCode).toHaveBeenCalledTimes(1);
});

it('lets one check out from the same page', async () => {
  const { called } = await open('?code=abc123.def', { checkOut: () => ({ ...present, mayCheckOut: false, attendance: { ...present.attendance!, state: 'left', outAt: world.at('2026-11-28', '11:02') } }) }, '/en');
  named('Check out now').click();
  await until(() => expect(textIn('.outcome-word')).toBe('Checked out'));
  expect(textIn('.outcome-time')).toBe('11:02');
  expect(called('checkOut')).toHaveLength(1);
});

it('keeps the code through the sign-in', async () => {
  const { go, dropCode } = await open('?code=abc123.def', { checkIn: refuse('auth.required') });
  expect(go).toHaveBeenCalledWith(`/sign-in?next=${encodeURIComponent(`/checkin/${world.uid(200)}?code=abc123.def`)}`);
  expect(dropCode).not.toHaveBeenCalled();
});

it.each([
  ['attendance.code_wrong', '签到码不对或已过期。请扫现场此刻显示的二维码，或请负责人在名单上登记。'], ['attendance.not_open', '现在不在签到时间内'], ['attendance.not_expected', '名单上没有录取到这一场的您'], ['resource.not_found', '这个签到地址不对'],
] as const)('%s is said with what to do, and the digits as the other way', async (code, words) => {
  await open('?code=abc123.def', { checkIn: refuse(code) });
  expect(textIn('.check-in [role="alert"].note')).toContain(words);
  expect(textIn('.code-form')).toContain('六位数字签到码');
  expect(textIn('.check-in')).toContain('请负责人在名单上登记，一样有效');
});

it('takes the digits where there is no code, and says beside the field when they are wrong', async () => {
  let tries = 0;
  const { called } = await open('', { checkIn: () => {
    tries += 1;
    if (tries === 1) throw new Refused('attendance.code_wrong');
    return present;
  } });
  expect(called('checkIn')).toEqual([]);
  submit('.code-form');
  expect(textIn('#code-wrong')).toBe('请输入六位数字');
  type('#code', '111 111');
  submit('.code-form');
  await until(() => expect(textIn('#code-wrong')).toContain('签到码不对或已过期'));
  type('#code', '482913');
  submit('.code-form');
  await until(() => expect(textIn('.outcome-word')).toBe('已签到'));
  expect(called('checkIn').map(({ input }) => input.body)).toEqual([{ code: '111111' }, { code: '482913' }]);
});
