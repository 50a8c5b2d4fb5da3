import type { Bulletin, Figure, Role } from '@kepu/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fakeApi } from '../testing/fakeApi.js';
import { renderPage } from '../testing/renderPage.js';
import { sessionOf, uuid } from '../testing/samples.js';
import BulletinPage from './BulletinPage.js';

const figure = (change: Partial<Figure>): Figure => ({ key: 'trained', name: '培训人次', metric: 'trained', scope: 'city', of: null, value: 200, shown: '200', ...change });
const bulletinOf = (change: Partial<Bulletin> = {}): Bulletin => ({
  id: uuid(800), plan: { id: uuid(10), title: '2026 年任务分解表', year: 2026, state: 'issued' }, kind: 'bulletin', state: 'draft', number: null, title: '第一季度通报', from: '2026-01-01', to: '2026-03-31', countedAt: '2026-03-02T01:00:00.000Z', written: { by: '林一', at: '2026-03-02T01:00:00.000Z' }, issued: null, version: 3,
  sections: [{ heading: '总体情况', text: '培训{培训人次}人次，{不在列}。' }], programmes: [{ id: uuid(20), name: '农民行动' }], units: [{ id: uuid(101), name: '市教育局' }], columns: ['items', 'trained'],
  figures: [figure({}), figure({ key: 'items', name: '任务', metric: 'items', value: 5, shown: '5' }), figure({ key: `unit:${uuid(101)}:trained`, name: '市教育局·培训人次', scope: 'unit', of: uuid(101), value: 80, shown: '80' })],
  measures: [], loose: [], newer: false, approved: null, turnedDown: null, withdrawn: null, ...change,
});
const show = (role: Role, bulletin: Bulletin, more: Parameters<typeof fakeApi>[0] = {}, address = '') => {
  const fake = fakeApi({ getBulletin: () => bulletin, getBulletinHistory: () => ({ data: [], total: 0 }), listBulletinWords: () => ({ data: [], total: 0 }), ...more });
  renderPage(<BulletinPage />, { session: sessionOf(role), path: '/bulletins/:id', address: `/bulletins/${bulletin.id}${address}`, width: 360 });
  return fake;
};
const record = { kind: 'activity' as const, id: uuid(900), title: '进村讲座', quantity: 120, manual: 0, unit: { id: uuid(101), name: '市教育局' }, occurredOn: '2026-02-03', itemId: uuid(401), activityId: uuid(900), items: 2 };

test('a number opens the records that it is the sum of, and a record leads to its activity', async () => {
  const { calls } = show('liaison', bulletinOf({ state: 'issued', number: '样通1号' }), { listBulletinRecords: () => ({ data: [record], total: 1, sum: 200, hidden: 1 }) });
  // In the words, and in the table of the city.
  const [inWords] = await screen.findAllByRole('button', { name: /200 看“培训人次”的依据/ });
  fireEvent.click(inWords as HTMLElement);
  const proof = await screen.findByRole('dialog', { name: '这个数字怎么来的' });
  expect((await within(proof).findByRole('link', { name: '进村讲座' })).getAttribute('href')).toContain(`/activities/${uuid(900)}`);
  expect(within(proof).getByText(/服务 2 项任务，只计一次/)).toBeTruthy();
  expect(within(proof).getByText(/另有 1 条属于其他单位/)).toBeTruthy();
  expect(calls('listBulletinRecords')[0]?.input.query).toMatchObject({ figure: 'trained' });
});

test('the address of a number opens it', async () => {
  show('editor', bulletinOf(), { listBulletinRecords: () => ({ data: [], total: 0, sum: 0, hidden: 0 }) }, '?figure=items');
  const proof = await screen.findByRole('dialog', { name: '这个数字怎么来的' });
  expect(await within(proof).findByText('这一期还没有')).toBeTruthy();
});

test('a name that is no number stands as it is written', async () => {
  show('editor', bulletinOf());
  expect(await screen.findByText(/\{不在列\}/)).toBeTruthy();
});

test('words are changed with the version that they were read at; what is refused loses nothing', async () => {
  const { calls } = show('editor', bulletinOf(), { updateBulletin: () => ({ refused: { status: 409, code: 'version.stale', detail: '这条内容刚被他人修改。' } }) });
  fireEvent.click(await screen.findByRole('button', { name: '修改文字' }));
  fireEvent.change(await screen.findByRole('textbox', { name: /正文/ }), { target: { value: '培训{培训人次}人次，很好。' } });
  fireEvent.click(screen.getByRole('button', { name: '保存' }));
  await waitFor(() => expect(calls('updateBulletin').map(({ input }) => input.body)).toEqual([{ version: 3, title: '第一季度通报', sections: [{ heading: '总体情况', text: '培训{培训人次}人次，很好。' }] }]));
  expect(await screen.findByText(/别人刚改过这份材料/)).toBeTruthy();
  expect(screen.getByDisplayValue('培训{培训人次}人次，很好。')).toBeTruthy();
});

test('numbers that nothing proves are told to whoever lays it before the leader', async () => {
  show('editor', bulletinOf({ loose: ['98%'] }));
  expect(await screen.findByText(/这些数字没有依据：98%/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '送领导签批' }));
  expect(within(await screen.findByRole('dialog')).getByText(/98%/)).toBeTruthy();
});

test('whoever reads finds nothing to change', async () => {
  show('liaison', bulletinOf({ state: 'issued', number: '样通1号' }));
  expect(await screen.findByText(/样通1号/)).toBeTruthy();
  for (const name of ['修改文字', '送领导签批', '编号印发', '撤回', '同意签批']) expect(screen.queryByRole('button', { name })).toBeNull();
});
