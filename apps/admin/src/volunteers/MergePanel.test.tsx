import { ApiProblem } from '@kepu/api-client';
import type { Duplicates, Holdings } from '@kepu/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fakeApi } from '../testing/fakeApi.js';
import { volunteerOf } from '../testing/loopSamples.js';
import { renderPage } from '../testing/renderPage.js';
import { sessionOf } from '../testing/samples.js';
import { MergePanel } from './MergePanel.js';

const nothing: Holdings = { signups: 0, records: 0, volunteerMinutes: 0, workMinutes: 0, terms: 0, topics: 0, children: 0, leads: 0 };
const self = { volunteer: volunteerOf(1, { name: '陶小圆', realName: null, version: 3 }), holds: nothing, rights: 0 };
const other = { volunteer: volunteerOf(2, { name: '陶小圆', version: 5, services: 1, minutes: 120, unit: { id: 'u', name: '实验小学' } }), holds: { ...nothing, signups: 2, records: 1, volunteerMinutes: 120 }, rights: 0, reasons: ['same_name_and_birth' as const] };
const none: Duplicates = { data: [], total: 0, self, merged: [] };
const one: Duplicates = { ...none, data: [other], total: 1 };

const show = (answer: Duplicates, { role = 'county', volunteer = self.volunteer, merge }: { role?: 'county' | 'liaison'; volunteer?: ReturnType<typeof volunteerOf>; merge?: () => never } = {}) => {
  const fake = fakeApi({ listDuplicates: () => answer, mergeVolunteers: merge ?? (() => ({ id: other.volunteer.id, number: 'WZ1002', fromNumber: 'WZ1001', moved: nothing, joined: { ...nothing, signups: 1 }, holds: other.holds })) });
  renderPage(<MergePanel volunteer={volunteer} />, { session: sessionOf(role), path: '/volunteers/x', width: 360 });
  return fake;
};
const openDialog = async () => {
  fireEvent.click(await screen.findByRole('button', { name: '比较并合并' }));
  return within(await screen.findByRole('dialog'));
};

test('candidates are shown with their reasons; the one with more behind it is proposed to stay, and nothing is sent before it is confirmed', async () => {
  const { calls } = show(one);
  expect(await screen.findByText('姓名和出生日期相同')).toBeTruthy();
  const dialog = await openDialog();
  expect((dialog.getByRole('radio', { name: '保留 WZ1002' }) as HTMLInputElement).checked).toBe(true);
  expect(within(dialog.getByRole('table')).getAllByRole('row').map((row) => row.textContent)).toContain('编号WZ1002WZ1001');
  expect(dialog.getByText('WZ1001 名下没有需要转移的内容。')).toBeTruthy();
  fireEvent.click(dialog.getByText('已电话向本人核实'));
  fireEvent.click(dialog.getByRole('button', { name: '合并' }));
  expect(await dialog.findByText('请先勾选')).toBeTruthy();
  expect(calls('mergeVolunteers')).toEqual([]);
  fireEvent.click(dialog.getByRole('switch', { name: /我已核实/ }));
  fireEvent.click(dialog.getByRole('button', { name: '合并' }));
  await waitFor(() => expect(calls('mergeVolunteers').map(({ input }) => input)).toMatchObject([{ params: { id: other.volunteer.id }, body: { from: self.volunteer.id, version: 5, fromVersion: 3, reason: '已电话向本人核实' } }]));
  expect(await screen.findByText('已合并到 WZ1002 其中重复、只算一次的：报名 1')).toBeTruthy();
});

test('the other one can stay as well: then what hangs on the first goes over', async () => {
  show(one);
  const dialog = await openDialog();
  fireEvent.click(dialog.getByRole('radio', { name: '保留 WZ1001' }));
  expect(await dialog.findByText('会从 WZ1002 转到 WZ1001：报名 2、服务记录 1、志愿服务时长 2 小时')).toBeTruthy();
});

test.each([
  ['whoever works here goes nowhere', { ...one, data: [{ ...other, rights: 2 }] }, 'WZ1002 还有 2 项工作权限，不能并入。请先办理移交或收回权限。', '保留 WZ1001'],
  ['two documents are two people', { ...one, self: { ...self, volunteer: { ...self.volunteer, realName: 'passport' as const } } }, '两份登记都补充过证件号，应是两个人，不能合并。', '保留 WZ1002'],
  ['a frozen registration is cleared up first', { ...one, data: [{ ...other, volunteer: { ...other.volunteer, standing: 'frozen' as const } }] }, '有一份登记不是“正常”，请先核实并恢复正常。', '保留 WZ1002'],
])('%s, and the dialog says so instead of asking for a reason', async (_, answer, sentence, keep) => {
  const { calls } = show(answer);
  const dialog = await openDialog();
  fireEvent.click(dialog.getByRole('radio', { name: keep }));
  expect(await dialog.findByText(sentence)).toBeTruthy();
  expect(dialog.queryByLabelText(/原因/)).toBeNull();
  fireEvent.click(dialog.getByRole('button', { name: '合并' }));
  await waitFor(() => expect(dialog.getByRole('button', { name: '合并' })).toBeTruthy());
  expect(calls('mergeVolunteers')).toEqual([]);
});

test('a refusal is told in the dialog', async () => {
  show(one, { merge: () => { throw new ApiProblem(409, { type: 'about:blank', title: '', status: 409, code: 'version.stale', detail: '内容已被修改', requestId: '1' }); } });
  const dialog = await openDialog();
  fireEvent.click(dialog.getByText('本人到窗口核实'));
  fireEvent.click(dialog.getByRole('switch', { name: /我已核实/ }));
  fireEvent.click(dialog.getByRole('button', { name: '合并' }));
  expect(await dialog.findByRole('alert', undefined)).toBeTruthy();
});

test('what was merged before is told; without candidates or the right there is nothing, and minors are not asked about', async () => {
  show({ ...none, merged: [{ number: 'WZ0999', reason: '已核实', by: '林一', at: '2026-03-01T02:00:00.000Z' }] });
  expect(await screen.findByText('WZ0999 已于2026年3月1日并入（林一）：已核实')).toBeTruthy();
  expect(screen.getByRole('heading', { name: '合并记录' })).toBeTruthy();
  expect(screen.queryByText('可能重复')).toBeNull();
});

test.each([['no candidates', none, {}], ['no right', one, { role: 'liaison' as const }], ['a minor', one, { volunteer: volunteerOf(3, { ageBand: 'minor' }) }]])('%s: no panel', async (_, answer, more) => {
  const { calls } = show(answer, more);
  await waitFor(() => expect(calls('listDuplicates')).toHaveLength('role' in more || 'volunteer' in more ? 0 : 1));
  expect(screen.queryByText('可能重复')).toBeNull();
});
