import type { JointClause, JointGroup, JointSuggestion } from '@kepu/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fakeApi } from '../testing/fakeApi.js';
import { renderPage } from '../testing/renderPage.js';
import { planOf, sessionOf, uuid } from '../testing/samples.js';
import PlanJoint from './PlanJoint.js';

/** What is sent about a group. */
type Sent = { version: number; parts?: { itemId: string }[] };
const sent = ({ input }: { input: { body?: unknown } }) => input.body as Sent;
const units = [{ id: uuid(101), name: '市教育局' }, { id: uuid(102), name: '市科协' }];
const clauseOf = (seq: number, change: Partial<JointClause> = {}): JointClause => ({
  itemId: uuid(400 + seq), seq, clause: '办好青少年科技创新大赛', text: `加强领导。办好青少年科技创新大赛；第 ${seq} 项。`, programme: '青少年行动', units: [{ role: 'responsible', printed: seq % 2 ? '市教育局' : '市科协' }], unitIds: [uuid(seq % 2 ? 101 : 102)], open: true, ...change,
});
const suggestionOf = (change: Partial<JointSuggestion> = {}): JointSuggestion => ({ equal: true, clauses: [clauseOf(1), clauseOf(2), clauseOf(3)], units, lead: null, group: null, known: [], ...change });
const groupOf = (change: Partial<JointGroup> = {}): JointGroup => ({
  id: uuid(800), planId: uuid(10), state: 'confirmed', name: '创新大赛', lead: units[1] ?? null, units, parts: [clauseOf(5), clauseOf(6)].map((clause) => ({ ...clause, standing: 'printed' })), createdAt: '2026-03-02T01:00:00.000Z', createdBy: '林一', version: 3, ...change,
});
const show = ({ suggestions = [], groups = [], dismissed = [] }: { suggestions?: JointSuggestion[]; groups?: JointGroup[]; dismissed?: JointGroup[] }, role: 'editor' | 'liaison' = 'editor', more: Parameters<typeof fakeApi>[0] = {}) => {
  const fake = fakeApi({
    suggestJointGroups: () => ({ data: suggestions, total: suggestions.length }), listJointGroups: ({ query }) => (query?.state === 'dismissed' ? { data: dismissed, total: dismissed.length } : { data: groups, total: groups.length }), ...more,
  });
  renderPage(<PlanJoint plan={planOf()} />, { session: sessionOf(role) });
  return fake;
};

test('marks the clause in its item, lets the office choose which belong together, and asks who leads', async () => {
  const { calls } = show({ suggestions: [suggestionOf()] }, 'editor', { createJointGroup: () => groupOf() });
  const card = within(await screen.findByRole('article', { name: /的相近内容/ }));
  expect([...document.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual(Array.from({ length: 3 }, () => '办好青少年科技创新大赛'));
  fireEvent.click(card.getByRole('checkbox', { name: '选上第 3 项' }));
  fireEvent.click(card.getByRole('button', { name: '确认为联合任务' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByRole('heading', { name: '把这 2 处确认为联合任务？' })).toBeTruthy();
  expect(dialog.getByRole('textbox', { name: /名称/ })).toHaveProperty('value', '办好青少年科技创新大赛');
  fireEvent.click(dialog.getByRole('button', { name: '确认为联合任务' }));
  // Nobody is taken for the lead.
  await waitFor(() => expect(calls('createJointGroup')).toHaveLength(0));
  fireEvent.mouseDown(dialog.getByRole('combobox', { name: /牵头单位/ }));
  fireEvent.click(await screen.findByRole('option', { name: '市科协' }));
  fireEvent.click(dialog.getByRole('button', { name: '确认为联合任务' }));
  await waitFor(() => expect(calls('createJointGroup').map(({ input }) => input.body)).toEqual([{
    name: '办好青少年科技创新大赛', leadUnitId: uuid(102), parts: [{ itemId: uuid(401), clause: '办好青少年科技创新大赛' }, { itemId: uuid(402), clause: '办好青少年科技创新大赛' }],
  }]));
});

test('adds what is left to the group that it belongs to, and sets aside what is none', async () => {
  const { calls } = show({ suggestions: [suggestionOf({ equal: false, clauses: [clauseOf(7)], group: { id: uuid(800), name: '创新大赛' }, known: [clauseOf(5)] })], groups: [groupOf()] }, 'editor', {
    getJointGroup: () => groupOf({ version: 9 }), updateJointGroup: () => groupOf(), dismissJointSuggestion: () => groupOf({ state: 'dismissed', lead: null }),
  });
  const card = within(await screen.findByRole('article', { name: /的相近内容/ }));
  fireEvent.click(card.getByRole('button', { name: '并入' }));
  await waitFor(() => expect(calls('updateJointGroup').map(sent).map(({ version, parts }) => [version, parts?.map(({ itemId }) => itemId)])).toEqual([[9, [uuid(405), uuid(406), uuid(407)]]]));
  fireEvent.click(card.getByRole('button', { name: '不是同一件工作' }));
  await waitFor(() => expect(calls('dismissJointSuggestion').map(({ input }) => input.body)).toEqual([{ parts: [{ itemId: uuid(407), clause: '办好青少年科技创新大赛' }] }]));
});

test('says what an edition left of a joint task; what was set aside comes back', async () => {
  const parts = [{ ...clauseOf(5, { text: '换了说法。' }), standing: 'reworded' as const }, { ...clauseOf(6), standing: 'withdrawn' as const }, { ...clauseOf(7), standing: 'printed' as const }];
  const { calls } = show({ groups: [groupOf({ lead: null, parts })], dismissed: [groupOf({ id: uuid(801), state: 'dismissed', lead: null, name: '不是' })] }, 'editor', { updateJointGroup: () => groupOf(), dissolveJointGroup: () => ({ done: true as const }) });
  const card = within(await screen.findByRole('article', { name: '创新大赛' }));
  expect(card.getByText('需要重新指定牵头单位')).toBeTruthy();
  expect(card.getByText(/修订后已改写/).textContent).toContain('原为“办好青少年科技创新大赛”');
  fireEvent.click(card.getByRole('button', { name: '移出第 6 项' }));
  await waitFor(() => expect(calls('updateJointGroup').map(sent).map(({ parts: left }) => left?.map(({ itemId }) => itemId))).toEqual([[uuid(405), uuid(407)]]));
  fireEvent.click(screen.getByRole('button', { name: '展开' }));
  fireEvent.click(screen.getByRole('button', { name: '恢复到待确认' }));
  await waitFor(() => expect(calls('dissolveJointGroup').map(({ input }) => [input.params, input.body])).toEqual([[{ id: uuid(801) }, { version: 3 }]]));
});

test('a unit reads what it shares, without the other units’ items, and decides nothing', async () => {
  const { calls } = show({ groups: [groupOf({ parts: [{ ...clauseOf(5), standing: 'printed' }, { ...clauseOf(6, { text: null, open: false }), standing: 'printed' }] })] }, 'liaison');
  const card = within(await screen.findByRole('article', { name: '创新大赛' }));
  expect(card.getByText('由市科协牵头')).toBeTruthy();
  expect(card.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['第 5 项']);
  expect(card.queryByRole('button')).toBeNull();
  expect(screen.queryByText('待确认')).toBeNull();
  expect(calls('suggestJointGroups')).toHaveLength(0);
});
