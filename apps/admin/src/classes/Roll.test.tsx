import type { ClassScan, Pupil, PupilClass } from '@kepu/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fakeApi } from '../testing/fakeApi.js';
import { renderPage } from '../testing/renderPage.js';
import { sessionOf, uuid } from '../testing/samples.js';
import { Roll } from './Roll.js';

const held: PupilClass = { id: uuid(1), name: '八年级3班', code: 'ABC234', unit: { id: uuid(2), name: '实验中学' }, county: { code: '330302', name: '鹿城区' }, teacher: { id: uuid(3), name: '章若溪' }, own: true, pupils: 2, registered: 0, archivedAt: null, createdAt: '2026-03-01T02:00:00.000Z', version: 1 };
const pupil = (more: Partial<Pupil> = {}): Pupil => ({ id: uuid(4), state: 'listed', name: '夏知秋', bornOn: '2013-05-01', number: null, guardian: { name: '夏有成', phone: '137****8888', relation: 'father', ownAccount: false }, scan: null, registeredAt: null, version: 3, ...more });
const scan: ClassScan = { id: uuid(5), name: '回执.pdf', type: 'application/pdf', size: 10, createdAt: '2026-03-01T02:00:00.000Z', createdBy: '章若溪', uses: 1 };
const show = (pupils: Pupil[], scans = [scan], held_ = held) => {
  const fake = fakeApi({ addPupils: () => ({ data: pupils, total: pupils.length }), confirmPupil: () => pupil({ state: 'registered' }) });
  renderPage(<Roll held={held_} pupils={pupils} scans={scans} />, { session: sessionOf('liaison'), path: '/classes/x', width: 360 });
  return fake;
};

test('a pupil without a slip is not confirmed; with one, by the versions that stand on it', async () => {
  const { calls } = show([pupil(), pupil({ id: uuid(6), name: '林知春', state: 'scanned', scan: { id: scan.id, page: 2 } })]);
  const [first, second] = [within(screen.getByRole('group', { name: '夏知秋' })), within(screen.getByRole('group', { name: '林知春' }))];
  expect(first.queryByRole('button', { name: '确认登记' })).toBeNull();
  expect(second.getByText(/回执\.pdf 第 2 页/)).toBeTruthy();
  fireEvent.click(second.getByRole('button', { name: '确认登记' }));
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '确认登记' }));
  await waitFor(() => expect(calls('confirmPupil').map(({ input }) => input.body)).toEqual([{ version: 3, consent: expect.stringMatching(/^\d{4}-/) as string, childConsent: expect.stringMatching(/^\d{4}-/) as string }]));
});

test('a pasted line that cannot be read is named, and nothing is sent', async () => {
  const { calls } = show([], []);
  expect(screen.getByText('名单还是空的')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '粘贴名单' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.change(dialog.getByLabelText(/^名单/), { target: { value: '夏知秋 2013-05-01 夏有成 父亲 13700008888\n林知春' } });
  fireEvent.click(dialog.getByRole('button', { name: '保存' }));
  expect(await dialog.findByText(/第 2 行看不懂/)).toBeTruthy();
  expect(calls('addPupils')).toEqual([]);
});

test('nothing can be done in a class that has ended, nor for a child whose parents decide on their own phone', () => {
  show([pupil({ state: 'registered', guardian: { name: '夏有成', phone: '137****8888', relation: 'father', ownAccount: true } })], [scan], { ...held, archivedAt: '2026-03-02T02:00:00.000Z' });
  expect(screen.getByText(/家长已在自己的手机上管理/)).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});
