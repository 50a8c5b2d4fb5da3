import type { Roster } from '@kepu/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fakeApi } from '../testing/fakeApi.js';
import { activityOf, cameOf, rosterOf, rosterRowOf } from '../testing/loopSamples.js';
import { renderPage } from '../testing/renderPage.js';
import { sessionOf, uuid } from '../testing/samples.js';
import DayTab from './DayTab.js';

const show = (start: Roster, more: Parameters<typeof fakeApi>[0] = {}, today = '2026-03-08') => {
  let roster = start;
  const fake = fakeApi({
    getRoster: () => roster, listSignups: () => ({ data: [], total: 0 }),
    markAttendance: ({ body }) => {
      const marks = new Map(body.marks.map(({ signupId, mark }) => [signupId, mark]));
      roster = { ...roster, rows: roster.rows.map((row) => { const mark = marks.get(row.signupId); return !mark ? row : { ...row, attendance: mark === 'clear' ? null : cameOf({ state: mark, outAt: null, outBy: null }) }; }) };
      return roster;
    },
    confirmHours: ({ body }) => {
      roster = { ...roster, rows: roster.rows.map((row) => (body.rows.some(({ signupId }) => signupId === row.signupId) ? { ...row, recorded: true, attendance: { ...row.attendance!, state: 'settled' } } : row)) };
      return { records: body.rows.length, minutes: 0 };
    },
    ...more,
  });
  renderPage(<DayTab activity={activityOf()} />, { session: { ...sessionOf('liaison'), today }, path: '/activities/x/day', width: 360 });
  return fake;
};
const marks = (name: string) => screen.findByRole('group', { name: `登记${name}` });

test('one press marks one person; the same press again takes the mark back', async () => {
  const { calls } = show(rosterOf([rosterRowOf(1), rosterRowOf(2)]));
  fireEvent.click(within(await marks('志愿者1')).getByRole('button', { name: '到' }));
  expect(await screen.findByText('签到名单（已到 1 / 2）')).toBeTruthy();
  await waitFor(() => expect(within(screen.getByRole('group', { name: '登记志愿者1' })).getByRole('button', { name: '到' }).getAttribute('aria-pressed')).toBe('true'));
  fireEvent.click(within(await marks('志愿者1')).getByRole('button', { name: '到' }));
  expect(await screen.findByText('签到名单（已到 0 / 2）')).toBeTruthy();
  expect(calls('markAttendance').map(({ input }) => input.body)).toEqual([{ marks: [{ signupId: uuid(8001), mark: 'present' }] }, { marks: [{ signupId: uuid(8001), mark: 'clear' }] }]);
});

test('all who are not marked yet are marked at once', async () => {
  const { calls } = show(rosterOf([rosterRowOf(1, { attendance: cameOf({ state: 'absent' }) }), rosterRowOf(2), rosterRowOf(3)]));
  fireEvent.click(await screen.findByRole('button', { name: '其余 2 人全部登记到场' }));
  await waitFor(() => expect(calls('markAttendance')[0]?.input.body).toEqual({ marks: [{ signupId: uuid(8002), mark: 'present' }, { signupId: uuid(8003), mark: 'present' }] }));
});

test('outside its time the list is to be read, and says when it opens', async () => {
  show(rosterOf([rosterRowOf(1)], { open: false }));
  expect(await screen.findByText('现在不在登记时间内。开始前 60 分钟起可以签到。')).toBeTruthy();
  expect(screen.queryByRole('group', { name: '登记志愿者1' })).toBeNull();
  expect(screen.queryByRole('button', { name: '显示签到码' })).toBeNull();
});

test('the code of this moment stands over the whole screen', async () => {
  show(rosterOf([rosterRowOf(1)]), { getShiftCode: () => ({ url: 'http://kepu.test/c/x', qr: '<svg xmlns="http://www.w3.org/2000/svg"/>', digits: '402816', validUntil: '2026-03-07T01:00:30.000Z', stepSeconds: 30 }) });
  fireEvent.click(await screen.findByRole('button', { name: '显示签到码' }));
  const dialog = await screen.findByRole('dialog', { name: '社区讲堂' });
  expect((await within(dialog).findByRole('status', { name: '六位签到码' })).textContent).toBe('402816');
  expect(within(dialog).getByRole('img', { name: '签到二维码：http://kepu.test/c/x' })).toBeTruthy();
});

test('hours are proposed with ledger and rule, corrected where needed, and confirmed once', async () => {
  const { calls } = show(rosterOf([rosterRowOf(1, { attendance: cameOf(), proposedMinutes: 120 }), rosterRowOf(2, { attendance: cameOf(), proposedMinutes: 120 }), rosterRowOf(3, { attendance: cameOf({ state: 'absent', inAt: null, outAt: null, inBy: null, outBy: null }) })]));
  const hours = await screen.findByRole('region', { name: '确认时长（2 人）' });
  expect(within(hours).getAllByText('志愿服务时长')).toHaveLength(2);
  const second = within(hours).getByRole('group', { name: '志愿者2' });
  fireEvent.click(within(second).getByRole('switch', { name: '上班时间参加' }));
  expect(within(second).getByText('工作业绩')).toBeTruthy();
  expect(within(second).getByText(/依据《科学技术普及法》第四十三条/)).toBeTruthy();
  fireEvent.change(within(second).getByLabelText('分钟'), { target: { value: '90' } });
  fireEvent.change(within(second).getByLabelText('为什么改（选填）'), { target: { value: '提前离开' } });
  fireEvent.click(within(hours).getByRole('button', { name: '确认 2 人的时长' }));
  const dialog = await screen.findByRole('dialog', { name: '确认 2 人的时长？' });
  expect(dialog.textContent).toContain('共 3.5 小时');
  fireEvent.click(within(dialog).getByRole('button', { name: '确认' }));
  await waitFor(() => expect(calls('confirmHours').map(({ input }) => input.body)).toEqual([{ rows: [{ signupId: uuid(8001) }, { signupId: uuid(8002), minutes: 90, onDuty: true, note: '提前离开' }] }]));
  expect(calls('confirmHours')[0]?.headers.get('idempotency-key')).toBeTruthy();
  await waitFor(() => expect(screen.queryByRole('region', { name: /确认时长/ })).toBeNull());
});

test('more than the rules allow cannot be confirmed', async () => {
  show(rosterOf([rosterRowOf(1, { attendance: cameOf(), proposedMinutes: 120 })]));
  const hours = await screen.findByRole('region', { name: '确认时长（1 人）' });
  fireEvent.change(within(hours).getByLabelText('分钟'), { target: { value: '151' } });
  expect(within(hours).getByText('最多 150 分钟')).toBeTruthy();
  expect(within(hours).getByRole('button', { name: '确认 1 人的时长' })).toHaveProperty('disabled', true);
});

test('while it goes on nobody is led to confirm what is not over', async () => {
  show(rosterOf([rosterRowOf(1, { attendance: cameOf(), proposedMinutes: 120 })]), {}, '2026-03-06');
  expect(await screen.findByText('这一场还没有结束，等大家签退后再确认。')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '提前确认' }));
  expect(await screen.findByRole('button', { name: '确认 1 人的时长' })).toBeTruthy();
});

test('a leader is chosen among oneself and those who have a place', async () => {
  const { calls } = show(rosterOf([rosterRowOf(1)]), { setShiftLeader: () => activityOf() });
  fireEvent.click(await screen.findByRole('button', { name: '指定负责人' }));
  const dialog = await screen.findByRole('dialog');
  await waitFor(() => expect(within(dialog).getByRole('combobox')).toBeTruthy());
  fireEvent.mouseDown(within(dialog).getByRole('combobox'));
  fireEvent.click(await screen.findByRole('option', { name: '我自己（林一）' }));
  fireEvent.click(within(dialog).getByRole('button', { name: '保存' }));
  await waitFor(() => expect(calls('setShiftLeader')[0]?.input).toEqual({ params: { id: uuid(7100) }, query: {}, body: { accountId: uuid(1) } }));
});
