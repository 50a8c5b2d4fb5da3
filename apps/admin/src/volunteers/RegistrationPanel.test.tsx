import type { Registration } from '@kepu/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fakeApi } from '../testing/fakeApi.js';
import { volunteerOf } from '../testing/loopSamples.js';
import { renderPage } from '../testing/renderPage.js';
import { sessionOf, uuid } from '../testing/samples.js';
import { RegistrationPanel } from './RegistrationPanel.js';

const plain: Registration = { standing: 'good', acts: [], dependents: { places: 2, terms: 1, records: 3, minutes: 360 }, realName: { given: false, kind: null, masked: null, givenAt: null, byStaff: false } };
const show = (registration: Registration, role: 'county' | 'liaison' = 'county') => {
  const fake = fakeApi({ getRegistration: () => registration, giveRealName: () => registration, freezeVolunteer: () => registration, unfreezeVolunteer: () => registration, voidVolunteer: () => registration });
  renderPage(<RegistrationPanel volunteer={volunteerOf(1, { realName: null })} />, { session: sessionOf(role), path: '/volunteers/x', width: 360 });
  return fake;
};

test('a number that cannot be right is told before it is sent; a right one is sent with how it was seen', async () => {
  const { calls } = show(plain);
  fireEvent.click(await screen.findByRole('button', { name: '登记证件号' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.change(dialog.getByLabelText(/^证件号码/), { target: { value: '110105194912310021' } });
  fireEvent.click(dialog.getByText('本人到窗口，已看过证件原件。'));
  fireEvent.click(dialog.getByRole('button', { name: '保存' }));
  expect(await dialog.findByText('号码有一位不对，请对照证件')).toBeTruthy();
  expect(calls('giveRealName')).toEqual([]);
  fireEvent.change(dialog.getByLabelText(/^证件号码/), { target: { value: '11010519491231002x' } });
  fireEvent.click(dialog.getByRole('button', { name: '保存' }));
  await waitFor(() => expect(calls('giveRealName').map(({ input }) => input.body)).toEqual([{ kind: 'id_card', number: '11010519491231002x', bornOn: null, seen: '本人到窗口，已看过证件原件。', replaces: false }]));
});

test('what cannot be undone says first what it would do', async () => {
  const { calls } = show(plain);
  fireEvent.click(await screen.findByRole('button', { name: '作废登记' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText('会取消 2 个报名、结束 1 个队伍资格、撤销 3 条服务记录（共 360 分钟）。')).toBeTruthy();
  fireEvent.click(dialog.getByText('冒用他人证件'));
  fireEvent.click(dialog.getByRole('button', { name: '作废登记' }));
  await waitFor(() => expect(calls('voidVolunteer').map(({ input }) => input.body)).toEqual([{ reason: '冒用他人证件' }]));
});

test('a frozen registration can be unfrozen or made void, with its history', async () => {
  show({ ...plain, standing: 'frozen', acts: [{ id: uuid(1), action: 'freeze', note: '信息待核实', by: '林一', at: '2026-03-01T02:00:00.000Z' }] });
  expect(await screen.findByRole('button', { name: '解除冻结' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: '冻结' })).toBeNull();
  expect(screen.getByText(/信息待核实/)).toBeTruthy();
});

test('a number that was given is told by its end, and since when', async () => {
  show({ ...plain, realName: { given: true, kind: 'id_card', masked: '**************002X', givenAt: '2026-03-01T02:00:00.000Z', byStaff: true } });
  expect(await screen.findByText(/\*002X.*3月1日 10:00/)).toBeTruthy();
});

test('whoever may not decide sees how it stands, and no more', () => {
  const { calls } = show(plain, 'liaison');
  expect(screen.getByText('未实名')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
  expect(calls('getRegistration')).toEqual([]);
});
