import type { Signup } from '@kepu/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fakeApi } from '../testing/fakeApi.js';
import { activityOf, candidateOf, invitationOf, positionOf, signupOf, wavesOf } from '../testing/loopSamples.js';
import { renderPage } from '../testing/renderPage.js';
import { sessionOf, uuid } from '../testing/samples.js';
import SignupsTab from './SignupsTab.js';

const base = activityOf();
const one = activityOf({ shifts: [{ ...base.shifts[0]!, positions: [positionOf(2)] }] });
const show = (start: Signup[], more: Parameters<typeof fakeApi>[0] = {}, role: 'liaison' | 'reader' = 'liaison', activity = one) => {
  let rows = start;
  const change = (id: string, to: Partial<Signup>): Signup => {
    rows = rows.map((row) => (row.id === id ? { ...row, ...to, version: row.version + 1 } : row));
    return rows.find((row) => row.id === id)!;
  };
  const fake = fakeApi({
    listSignups: () => ({ data: rows, total: rows.length }), listCandidates: () => ({ data: [candidateOf(1, 0.4), candidateOf(2, 0.9)], total: 2, weights: 2 }), confirmSignup: ({ params }) => change(params.id, { state: 'confirmed' }), queueSignup: ({ params }) => change(params.id, { state: 'waiting', queue: 1 }),
    refuseSignup: ({ params, body }) => change(params.id, { state: 'refused', reason: body.reason }), getActivityWaves: () => wavesOf(), listPositionInvitations: () => ({ data: [], total: 0 }), ...more,
  });
  renderPage(<SignupsTab activity={activity} />, { session: sessionOf(role), path: '/activities/x/signups', width: 360 });
  return fake;
};
const list = () => screen.findByRole('list', { name: '已报名' });
const person = (name: string) => screen.findByText(name).then((element) => element.closest('li') as HTMLElement);

test('those who wait stand by their score, each with the reasons in words', async () => {
  show([signupOf(1), signupOf(2)]);
  const rows = await list();
  await within(rows).findAllByText('关注主题一致：疾病防治');
  expect(within(rows).getAllByText(/^志愿者\d$/).map(({ textContent }) => textContent)).toEqual(['志愿者2', '志愿者1']);
  expect(within(rows).getByText('90')).toBeTruthy();
});

test('the reckoning is shown as it was made', async () => {
  show([signupOf(1)]);
  fireEvent.click(await screen.findByRole('button', { name: '分数怎么算的' }));
  const table = await screen.findByRole('table', { name: '匹配分数的组成' });
  expect(within(table).getByRole('row', { name: /主题 1\.00 0\.30 30\.00/ })).toBeTruthy();
  expect(within(table).getByRole('row', { name: /近期负担 0\.50 -0\.10 -5\.00/ })).toBeTruthy();
});

test('confirms one with the version seen, and the row says so', async () => {
  const { calls } = show([signupOf(1)]);
  const row = await person('志愿者1');
  fireEvent.click(await within(row).findByRole('button', { name: '录取' }));
  await waitFor(() => expect(calls('confirmSignup').map(({ input }) => input)).toEqual([{ params: { id: uuid(8001) }, query: {}, body: { version: 3 } }]));
  expect(await screen.findByText('已录取')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '列入候补' })).toBeNull();
});

test('refuses with a reason only; the usual ones are a touch away', async () => {
  const { calls } = show([signupOf(1)]);
  fireEvent.click(await screen.findByRole('button', { name: '不录取' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.click(within(dialog).getByRole('button', { name: '不录取' }));
  expect(await within(dialog).findByText('必填')).toBeTruthy();
  expect(calls('refuseSignup')).toEqual([]);
  fireEvent.click(within(dialog).getByText('很抱歉，这一场人手已够，建议报名下一场。'));
  fireEvent.click(within(dialog).getByRole('button', { name: '不录取' }));
  await waitFor(() => expect(calls('refuseSignup')[0]?.input.body).toEqual({ version: 3, reason: '很抱歉，这一场人手已够，建议报名下一场。' }));
});

test('whoever cannot have the place is not confirmed, and it is said why and what would help', async () => {
  show([signupOf(1)], { listCandidates: () => ({ data: [candidateOf(1, 0.4, { blocks: [{ code: 'occupation', params: { occupations: 'medical,teacher' } }] })], total: 1, weights: 1 }) });
  expect(await screen.findByText(/不能安排：岗位要求：医务工作者、教师。/)).toBeTruthy();
  expect(screen.getByText(/可以报其他岗位/)).toBeTruthy();
  expect(screen.getByRole('button', { name: '录取' })).toHaveProperty('disabled', true);
});

test('a full position confirms nobody more; a place that was taken meanwhile is said in the words of the API', async () => {
  show([signupOf(1)], { confirmSignup: () => ({ refused: { status: 409, code: 'position.full', detail: '这个岗位已经招满。' } }) });
  fireEvent.click(await within(await person('志愿者1')).findByRole('button', { name: '录取' }));
  expect(await screen.findByText('这个岗位已经招满。')).toBeTruthy();
});

test('somebody who agreed by phone gets the place, with how it was agreed', async () => {
  const { calls } = show([], { listCandidates: () => ({ data: [candidateOf(7, 0.8, { signup: null })], total: 1, weights: 2 }), createPlacement: () => signupOf(7, { state: 'confirmed', byStaff: '林一' }), getWhatIf: () => ({ now: { may: 1, free: 0 }, changes: [] }) });
  fireEvent.click((await screen.findAllByRole('button', { name: '推荐人选' }))[0]!);
  const suggestions = await screen.findByRole('list', { name: '推荐人选' });
  fireEvent.click(within(suggestions).getByRole('button', { name: '代为报名' }));
  const dialog = await screen.findByRole('dialog', { name: '请志愿者7担任“协助”' });
  fireEvent.change(within(dialog).getByLabelText(/^怎样约定的/), { target: { value: '3 月 3 日电话联系，同意。' } });
  fireEvent.click(within(dialog).getByRole('button', { name: '代为报名' }));
  await waitFor(() => expect(calls('createPlacement').map(({ input }) => input)).toEqual([{ params: { id: uuid(7502) }, query: {}, body: { volunteerId: uuid(5007), onDuty: false, note: '3 月 3 日电话联系，同意。' } }]));
  expect(calls('createPlacement')[0]?.headers.get('idempotency-key')).toBeTruthy();
});

test('suggestions begin with what asking less, or another day, would bring', async () => {
  const { calls } = show([], {
    listCandidates: () => ({ data: [candidateOf(7, 0.8, { signup: null })], total: 1, weights: 2 }),
    getWhatIf: () => ({ now: { may: 3, free: 1 }, changes: [{ code: 'without_credential', kind: { id: uuid(31), name: '执业医师证' }, day: null, may: 17, free: 4 }, { code: 'on_day', kind: null, day: '2026-03-07', may: 3, free: 3 }] }),
  });
  fireEvent.click((await screen.findAllByRole('button', { name: '推荐人选' }))[0]!);
  const part = await screen.findByRole('region', { name: '怎样能有更多人选' });
  expect(await within(part).findByText('现在有 3 人符合要求，其中 1 人当时有空。')).toBeTruthy();
  expect(within(part).getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['不要求执业医师证3 → 17 人', '改到3月7日周六，时间不变1 → 3 人当时有空']);
  expect(calls('getWhatIf').map(({ input }) => input)).toEqual([{ params: { id: uuid(7502) }, query: {} }]);
});

test('the states cannot be mistaken, and those who left stand apart', async () => {
  show([signupOf(1, { state: 'waiting', queue: 2 }), signupOf(2, { state: 'confirmed' }), signupOf(3, { state: 'withdrawn', reason: '出差' })]);
  expect(await screen.findByText('候补第 2 位')).toBeTruthy();
  expect(screen.queryByText('已退出')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '未录取或已退出 1 人' }));
  expect(await screen.findByText('已退出')).toBeTruthy();
});

test('whoever may not decide is offered no decision and asks for no ranking', async () => {
  const { calls } = show([signupOf(1)], {}, 'reader');
  await person('志愿者1');
  expect(screen.queryByRole('button', { name: '录取' })).toBeNull();
  expect(calls('listCandidates')).toEqual([]);
});

test('somebody is asked by a touch, several at once; who may not be asked is named with the reason', async () => {
  const { calls } = show([], {
    listCandidates: () => ({ data: [candidateOf(7, 0.8, { signup: null }), candidateOf(8, 0.7, { signup: null }), candidateOf(9, 0.6, { signup: null })], total: 3, weights: 2 }), getWhatIf: () => ({ now: { may: 1, free: 0 }, changes: [] }),
    listPositionInvitations: () => ({ data: [invitationOf(9)], total: 1 }),
    createPositionInvitations: ({ body }) => ({ sent: body.volunteerIds.slice(0, 1).map((volunteerId) => ({ volunteerId, answerBy: '2026-03-05T02:00:00.000Z' })), skipped: body.volunteerIds.slice(1).map((volunteerId) => ({ volunteerId, because: 'asked_enough' as const, block: null })) }),
  });
  fireEvent.click((await screen.findAllByRole('button', { name: '推荐人选' }))[0]!);
  const asked = await person('志愿者9');
  expect(await within(asked).findByText('待答复')).toBeTruthy();
  expect(within(asked).queryByRole('button', { name: '邀请' })).toBeNull();
  fireEvent.click(within(await person('志愿者7')).getByRole('button', { name: '邀请' }));
  expect(await screen.findByText('已邀请 1 人，请等答复。')).toBeTruthy();
  for (const name of ['志愿者7', '志愿者8']) fireEvent.click(within(await person(name)).getByRole('checkbox', { name: `选中${name}` }));
  fireEvent.click(screen.getByRole('button', { name: '邀请选中的 2 人' }));
  expect(await screen.findByText('志愿者8：这几天已经问过，先不打扰')).toBeTruthy();
  await waitFor(() => expect(screen.queryByRole('button', { name: /邀请选中/ })).toBeNull());
  expect(calls('createPositionInvitations').map(({ input }) => input.body)).toEqual([{ volunteerIds: [uuid(5007)] }, { volunteerIds: [uuid(5007), uuid(5008)] }]);
});

test('says how asking stands and what comes next, and lets the system ask, or no longer', async () => {
  let on = false;
  const { calls } = show([], { getActivityWaves: () => wavesOf(on), setActivityWaves: ({ body }) => { on = body.on; return wavesOf(on); } });
  const panel = await screen.findByRole('region', { name: '系统分批邀请' });
  expect(await within(panel).findByText('还差 1 人')).toBeTruthy();
  expect(within(panel).getByText('问过 8 人：3 人能来，1 人来不了，2 人还没答复，2 人没有答复')).toBeTruthy();
  expect(within(panel).getByText(/^如果打开：.*问 12 人$/)).toBeTruthy();
  fireEvent.click(within(panel).getByRole('button', { name: '打开' }));
  expect(await within(panel).findByRole('button', { name: '关闭' })).toBeTruthy();
  expect(within(panel).queryByText(/如果打开/)).toBeNull();
  expect(calls('setActivityWaves').map(({ input }) => input)).toEqual([{ params: { id: uuid(7000) }, query: {}, body: { on: true, version: 0 } }]);
});

test('an invitation that waits is called back; a failure says so and can be tried again', async () => {
  let broken = true;
  const { calls } = show([], {
    listPositionInvitations: () => (broken ? { refused: { status: 503, code: 'server.busy', detail: '系统正忙，请稍后再试。' } } : { data: [invitationOf(1), invitationOf(2, { state: 'declined', reason: 'too_far', answeredAt: '2026-03-02T02:00:00.000Z', wave: 2, origin: 'wave' })], total: 2 }),
    callInvitationBack: ({ params }) => invitationOf(1, { id: params.id, state: 'closed' }),
  });
  fireEvent.click((await screen.findAllByRole('button', { name: '邀请' }))[0]!);
  expect(await screen.findByText('系统正忙，请稍后再试。')).toBeTruthy();
  broken = false;
  fireEvent.click(screen.getByRole('button', { name: '再试一次' }));
  const rows = await screen.findByRole('list', { name: '邀请' });
  expect(within(rows).getByText(/太远了/)).toBeTruthy();
  expect(within(rows).getByText('第 2 批')).toBeTruthy();
  fireEvent.click(within(rows).getByRole('button', { name: '收回' }));
  await waitFor(() => expect(calls('callInvitationBack').map(({ input }) => input)).toEqual([{ params: { id: uuid(8501) }, query: {}, body: { version: 1 } }]));
});
