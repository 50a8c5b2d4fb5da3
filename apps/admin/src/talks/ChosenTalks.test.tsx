import type { Talk } from '@kepu/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fakeApi } from '../testing/fakeApi.js';
import { renderPage } from '../testing/renderPage.js';
import { sessionOf, uuid } from '../testing/samples.js';
import { TalkActions } from './TalkActions.js';
import TalksPage from './TalksPage.js';

const talkOf = (n: number, more: Partial<Talk> = {}): Talk => ({
  id: uuid(n), pool: { id: uuid(90), name: '科普讲师团' }, title: `星空第${n}讲`, summary: '认识四季星空。', topics: [{ id: uuid(91), name: '天文' }], audiences: [], minutes: 60, mostPeople: null, equipment: [], needs: null, languages: ['mandarin'], months: [], state: 'submitted', onMenu: false, hidden: null, nameShown: false, returned: null, withdrawn: null,
  publishedAt: null, updatedAt: '2026-03-02T01:00:00.000Z', version: 3, lecturer: { id: uuid(92), name: '林一' }, unit: null, county: null, byStaff: false, submittedAt: '2026-03-02T01:00:00.000Z', publishedBy: null, rating: null, may: { write: true, publish: true }, ...more,
});
const show = (talks: readonly Talk[]) => {
  const of = (id: string): Talk => talks.find((one) => one.id === id) as Talk;
  const fake = fakeApi({
    listTalks: () => ({ data: [...talks], total: talks.length }), listPools: () => ({ data: [], total: 0 }), listTerms: () => ({ data: [], total: 0 }), listUnits: () => ({ data: [], total: 0 }), listSavedFilters: () => ({ data: [], total: 0 }),
    publishTalk: ({ params }) => (params.id === uuid(2) ? { refused: { code: 'version.stale', status: 409, detail: '有人刚刚改过' } } : { ...of(params.id), state: 'published', version: 4 }), undoTalk: ({ params }) => ({ ...of(params.id), version: 5 }), withdrawTalk: ({ params }) => ({ ...of(params.id), state: 'withdrawn', version: 4 }),
  });
  renderPage(<TalksPage />, { session: sessionOf('editor'), path: '/talks' });
  return fake;
};

test('several talks are published at once, each told by itself, and what went through can be undone', async () => {
  const { calls } = show([talkOf(1), talkOf(2), talkOf(3, { may: { write: true, publish: false } }), talkOf(4, { state: 'draft' })]);
  fireEvent.click(await screen.findByRole('checkbox', { name: '全选本页' }));
  expect(screen.queryByRole('checkbox', { name: '选择星空第3讲' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '发布所选 2 个题目' }));
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '发布' }));
  expect(await screen.findByText('办好 1 项，没有办成 1 项')).toBeTruthy();
  expect(screen.getByText('星空第2讲: 有人刚刚改过')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '撤销' }));
  // Against the version that the publication left.
  await waitFor(() => expect(calls('undoTalk').map(({ input }) => [input.params, input.body])).toEqual([[{ id: uuid(1) }, { version: 4 }]]));
  expect(await screen.findByText('办好 1 项，没有办成 0 项')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '撤销' })).toBeNull();
});

test('talks on the menu are taken off it with one reason, for good', async () => {
  const { calls } = show([talkOf(1, { state: 'published' })]);
  fireEvent.click(await screen.findByRole('checkbox', { name: '选择星空第1讲' }));
  fireEvent.click(screen.getByRole('button', { name: '下架所选 1 个题目' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.click(dialog.getByText('暂时不安排这个讲座'));
  fireEvent.click(dialog.getByRole('button', { name: '下架' }));
  await waitFor(() => expect(calls('withdrawTalk').map(({ input }) => input.body)).toEqual([{ version: 3, reason: '暂时不安排这个讲座' }]));
  expect(await screen.findByText('办好 1 项，没有办成 0 项')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '撤销' })).toBeNull();
});

test('one talk is published, and that is undone from the message that says so', async () => {
  const fake = fakeApi({ publishTalk: () => ({ ...talkOf(1), state: 'published', version: 4 }), undoTalk: () => ({ ...talkOf(1), version: 5 }) });
  renderPage(<TalkActions talk={talkOf(1)} />, { session: sessionOf('editor'), path: '/talks' });
  fireEvent.click(await screen.findByRole('button', { name: '发布' }));
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '发布' }));
  fireEvent.click(within(await screen.findByRole('alert')).getByRole('button', { name: '撤销' }));
  await waitFor(() => expect(fake.calls('undoTalk').map(({ input }) => [input.params, input.body])).toEqual([[{ id: uuid(1) }, { version: 4 }]]));
  expect(await screen.findByText('已撤销')).toBeTruthy();
});

test('a talk that stands on the menu is given back for good: what would come of undoing it is not what was', async () => {
  fakeApi({ returnTalk: () => ({ ...talkOf(1), state: 'returned', version: 4 }) });
  renderPage(<TalkActions talk={talkOf(1, { state: 'published' })} />, { session: sessionOf('editor'), path: '/talks' });
  fireEvent.click(await screen.findByRole('button', { name: '退回' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.click(dialog.getByText('暂时不安排这个讲座'));
  fireEvent.click(dialog.getByRole('button', { name: '退回' }));
  expect(await screen.findByText('已退回，讲师会收到消息。')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '撤销' })).toBeNull();
});
