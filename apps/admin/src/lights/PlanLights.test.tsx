import type { AssignmentLight, Chase, Role } from '@kepu/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fakeApi } from '../testing/fakeApi.js';
import { renderPage } from '../testing/renderPage.js';
import { planOf, sessionOf, uuid } from '../testing/samples.js';
import PlanLights from './PlanLights.js';

const lightOf = (no: number, change: Partial<AssignmentLight> = {}): AssignmentLight => ({
  assignmentId: uuid(300 + no), item: { id: uuid(400 + no), planId: uuid(10), seq: no, number: null, programme: { id: uuid(201), name: '青少年行动' }, text: `第 ${no} 件样例工作。`, due: null }, unit: { id: uuid(101), name: '市教育局' }, role: 'responsible', state: 'signed',
  light: 'red', rule: 'red', reasons: [{ code: 'behind', light: 'red', params: { measure: '培训人次', has: 12, line: 45, gap: 33 } }], uncertain: false, override: null, since: null, chased: null, ...change,
});
const chaseOf: Chase = { id: uuid(900), at: '2026-03-03T02:00:00.000Z', by: '林一', words: null, units: [{ id: uuid(101), name: '市教育局', items: 1, liaisons: ['王二'], read: [] }] };
const show = (role: Role, rows: AssignmentLight[], more: Parameters<typeof fakeApi>[0] = {}) => {
  const fake = fakeApi({
    listLights: () => ({ data: rows, total: rows.length, counts: { red: rows.filter(({ light }) => light === 'red').length, yellow: 0, green: 0, blue: 0, grey: 0 }, today: '2026-03-03' }), getLightSummary: () => ({ counts: { red: 1, yellow: 0, green: 0, blue: 0, grey: 0 }, units: [], programmes: [], cells: [], today: '2026-03-03' }),
    getLightRules: () => ({ yellowGap: 100, redGap: 250, nearWorkdays: 10, proofWorkdays: 10, missedReport: 'red', standard: true, version: 0 }), ...more,
  });
  renderPage(<PlanLights plan={planOf()} />, { session: sessionOf(role), path: '/plans/lights', width: 360 });
  return fake;
};

test('says why, in words', async () => {
  show('editor', [lightOf(1)]);
  expect(await screen.findByText('“培训人次”完成 12%，按时序应达 45%，落后 33 个百分点')).toBeTruthy();
  expect(screen.getByText('截至 2026年3月3日')).toBeTruthy();
});

test('chases the chosen ones, says who cannot be reached, and offers the text', async () => {
  const { calls } = show('editor', [lightOf(1), lightOf(2, { unit: { id: uuid(102), name: '灯塔馆' } })], {
    chaseUnits: () => ({ chase: chaseOf, skipped: 0, unheard: [{ id: uuid(102), name: '灯塔馆' }] }), getChaseMessages: () => ({ data: [{ unit: { id: uuid(101), name: '市教育局' }, text: '【工作提醒】市教育局', url: 'http://kepu.test', qr: '<svg/>' }], total: 1 }),
  });
  fireEvent.click(await screen.findByRole('checkbox', { name: '选择本页全部' }));
  fireEvent.click(screen.getAllByRole('button', { name: '催办' })[0] as HTMLElement);
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText('催办 2 个单位的 2 项任务')).toBeTruthy();
  fireEvent.change(within(dialog).getByRole('textbox'), { target: { value: '请本周内报送。' } });
  fireEvent.click(within(dialog).getByRole('button', { name: '发送催办' }));
  expect(await screen.findByText('已催办 1 个单位、1 项。 灯塔馆还没有联络员，收不到消息，请另行联系。')).toBeTruthy();
  expect(await screen.findByText('【工作提醒】市教育局')).toBeTruthy();
  expect(calls('chaseUnits').map(({ input }) => input.body)).toEqual([{ assignmentIds: [uuid(301), uuid(302)], words: '请本周内报送。' }]);
});

test('sets a light by hand, and keeps what was written when it is refused', async () => {
  const { calls } = show('editor', [lightOf(1)], { setLight: () => ({ refused: { status: 422, code: 'light.bad_expiry', detail: '有效期请选另一天。' } }) });
  fireEvent.click(await screen.findByRole('button', { name: '调整' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.change(within(dialog).getByRole('textbox', { name: /原因/ }), { target: { value: '安排在下半年' } });
  fireEvent.click(within(dialog).getByRole('button', { name: '调整' }));
  expect(await within(dialog).findByText('有效期请选另一天。')).toBeTruthy();
  expect(within(dialog).getByRole('textbox', { name: /原因/ })).toHaveProperty('value', '安排在下半年');
  expect(calls('setLight')[0]?.input).toEqual({ params: { id: uuid(301) }, query: {}, body: { light: 'green', reason: '安排在下半年', expiresOn: '2026-04-02' } });
});

test('rules are told in points and kept in per mille', async () => {
  const { calls } = show('editor', [lightOf(1)], { updateLightRules: () => ({ yellowGap: 150, redGap: 250, nearWorkdays: 10, proofWorkdays: 10, missedReport: 'red', standard: false, version: 1 }) });
  fireEvent.click(await screen.findByRole('button', { name: '亮灯规则' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.change(within(dialog).getByRole('spinbutton', { name: /落后多少个百分点亮黄灯/ }), { target: { value: '15' } });
  fireEvent.click(within(dialog).getByRole('button', { name: '保存' }));
  await waitFor(() => expect(calls('updateLightRules').map(({ input }) => input.body)).toEqual([{ version: 0, yellowGap: 150, redGap: 250, nearWorkdays: 10, proofWorkdays: 10, missedReport: 'red' }]));
});

test('a unit sees its own lights and sets nothing', async () => {
  show('liaison', [lightOf(1, { override: { id: uuid(800), light: 'red', reason: '两次未到', expiresOn: '2026-03-20', by: '林一', at: '2026-03-03T01:00:00.000Z' }, rule: 'yellow' })]);
  expect(await screen.findByText(/林一调整为红灯，至 3月20日.*：两次未到/)).toBeTruthy();
  expect(screen.getByText('规则判定：黄灯')).toBeTruthy();
  for (const name of ['催办', '调整', '亮灯规则', '催办记录']) expect(screen.queryByRole('button', { name })).toBeNull();
});
