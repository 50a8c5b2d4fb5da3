import type { Prompt, Role } from '@kepu/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fakeApi } from '../testing/fakeApi.js';
import { renderPage } from '../testing/renderPage.js';
import { sessionOf, uuid } from '../testing/samples.js';
import PromptPage from './PromptPage.js';

const promptOf = (change: Partial<Prompt> = {}): Prompt => ({
  id: uuid(700), plan: { id: uuid(10), title: '2026 年任务分解表', year: 2026, state: 'issued' }, unit: { id: uuid(101), name: '市教育局' }, kind: 'letter', state: 'sent', number: '样函〔2026〕1号', title: '关于抓紧推进有关任务的提示函', text: '请抓紧推进。', replyBy: '2026-03-09', replyUncertain: false, overdue: false,
  items: [{ assignmentId: uuid(301), itemId: uuid(401), seq: 1, programme: '青少年行动', text: '第 1 件样例工作。', light: 'red', reasons: [{ code: 'overdue', light: 'red', params: { day: '2026-03-01', days: 2 } }] }],
  written: { by: '林一', at: '2026-03-02T01:00:00.000Z' }, approved: null, turnedDown: null, sent: { by: '林一', at: '2026-03-02T02:00:00.000Z' }, read: null, closed: null, replies: [], endedReason: null, before: null, after: null, mayReply: false, version: 3, ...change,
});
const show = (role: Role, prompt: Prompt, more: Parameters<typeof fakeApi>[0] = {}) => {
  const fake = fakeApi({ getPrompt: () => prompt, getPromptHistory: () => ({ data: [], total: 0 }), readPrompt: () => prompt, ...more });
  renderPage(<PromptPage />, { session: sessionOf(role), path: '/prompts/:id', address: `/prompts/${prompt.id}`, width: 360 });
  return fake;
};

test('opened by the unit is read, and a reply says why and what next', async () => {
  const { calls } = show('liaison', promptOf({ mayReply: true }), { replyToPrompt: () => promptOf({ state: 'replied', version: 4 }) });
  fireEvent.click(await screen.findByRole('button', { name: '回复' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.change(within(dialog).getByRole('textbox', { name: /原因/ }), { target: { value: '人手不足' } });
  fireEvent.change(within(dialog).getByRole('textbox', { name: /下一步措施/ }), { target: { value: '四月补办' } });
  fireEvent.click(within(dialog).getByRole('button', { name: '回复' }));
  await waitFor(() => expect(calls('replyToPrompt').map(({ input }) => input.body)).toEqual([{ version: 3, reason: '人手不足', measures: '四月补办', newDay: null }]));
  expect(calls('readPrompt')).toHaveLength(1);
});

test('the office does not read in the unit’s stead, and sees that nobody has', async () => {
  const { calls } = show('editor', promptOf());
  expect(await screen.findByText('单位还没有阅读')).toBeTruthy();
  expect(screen.getByText('完成时限 3月1日周日 已过 2 天，还没有完成')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '回复' })).toBeNull();
  expect(calls('readPrompt')).toEqual([]);
});

test('an order in draft goes to the leader, and cannot be sent before', async () => {
  show('editor', promptOf({ kind: 'order', state: 'draft', number: null, sent: null }));
  expect(await screen.findByRole('button', { name: '送领导签批' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: '编号发出' })).toBeNull();
});

test('a leader approves, and a letter in draft is sent under its number', async () => {
  const { calls } = show('leader', promptOf({ kind: 'order', state: 'awaiting', number: null, sent: null }), { approvePrompt: () => promptOf({ kind: 'order', state: 'approved' }) });
  fireEvent.click(await screen.findByRole('button', { name: '同意签批' }));
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '同意签批' }));
  await waitFor(() => expect(calls('approvePrompt').map(({ input }) => input.body)).toEqual([{ version: 3 }]));
  expect(screen.queryByRole('button', { name: '编号发出' })).toBeNull();
});
