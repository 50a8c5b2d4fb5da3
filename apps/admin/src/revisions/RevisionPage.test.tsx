import type { PlanRevisionDetail } from '@kepu/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fakeApi } from '../testing/fakeApi.js';
import { renderPage } from '../testing/renderPage.js';
import { addedLine, changedLine, goneLine, revisionOf, sideOf } from '../testing/revisionSamples.js';
import { importOf, planOf, sessionOf, uuid } from '../testing/samples.js';
import RevisionPage from './RevisionPage.js';

const start = () => revisionOf([
  changedLine(1), changedLine(2, { kind: 'same', fields: [], after: changedLine(2).before, signing: 0 }), addedLine(3), goneLine(7, { evidence: 2, decided: false }), goneLine(8), goneLine(9, { evidence: 5, decided: false }),
]);
const show = (value: () => PlanRevisionDetail, more: Parameters<typeof fakeApi>[0] = {}, role: 'editor' | 'liaison' = 'editor') => {
  const fake = fakeApi({ getPlan: () => planOf(), getPlanRevision: value, ...more });
  renderPage(<RevisionPage />, { session: sessionOf(role), path: '/plan-revisions/:id/show', address: `/plan-revisions/${uuid(30)}/show` });
  return fake;
};
/** An API that decides: what it is told of a line no longer printed becomes that line. */
const deciding = (first: PlanRevisionDetail) => {
  let value = first;
  const fake = show(() => value, {
    updatePlanRevision: ({ body }) => {
      const lines = value.lines.map((line) => {
        const said = body.unprinted?.find(({ itemId }) => itemId === line.itemId);
        return said ? { ...line, kind: said.keep ? 'kept' as const : 'withdrawn' as const, decided: true } : line;
      });
      return (value = revisionOf(lines, { ...value, version: value.version + 1, docNumber: body.docNumber ?? value.docNumber, issuedOn: body.issuedOn ?? value.issuedOn, counts: revisionOf(lines).counts, lines }));
    },
  });
  return fake;
};
const shown = () => [...document.querySelectorAll<HTMLElement>('[data-line]')];
const line = async (text: RegExp) => within(await screen.findByText(text).then((found) => found.closest('li') as HTMLElement));
const issueButton = () => screen.getByRole('button', { name: '下发修订' });

test('shows what changes, marks the characters that differ, and filters by what became of an item', async () => {
  show(start);
  expect(await screen.findByRole('heading', { level: 1, name: '2026 年任务分解表（第二版）' })).toBeTruthy();
  expect(shown()).toHaveLength(5);
  const changed = shown()[0];
  expect([...(changed?.querySelectorAll('del') ?? [])].map(({ textContent }) => textContent)).toEqual(['删去：60']);
  expect([...(changed?.querySelectorAll('ins') ?? [])].map(({ textContent }) => textContent)).toEqual(['新增：160']);
  expect(changed?.textContent).toContain('需 1 家签收');
  fireEvent.click(screen.getByRole('button', { name: '未变 1' }));
  expect(shown().map(({ textContent }) => textContent)).toEqual([expect.stringContaining('第 2 件工作')]);
  // What has most behind it comes first.
  fireEvent.click(screen.getByRole('button', { name: '待决定 2' }));
  expect(shown().map(({ textContent }) => /已有 \d 条佐证/.exec(textContent ?? '')?.[0])).toEqual(['已有 5 条佐证', '已有 2 条佐证']);
  fireEvent.change(screen.getByLabelText('在对照表中查找'), { target: { value: '没有这样的词' } });
  expect(screen.getByText('没有符合条件的任务')).toBeTruthy();
});

test('cannot be issued while something is undecided or missing, says which, and can when it is not', async () => {
  const { calls } = deciding({ ...start(), issuedOn: null });
  expect(await screen.findByText('还有 2 项待决定，决定后才能下发。 还缺少成文日期，补充后才能下发。')).toBeTruthy();
  expect(issueButton()).toHaveProperty('disabled', true);
  fireEvent.click(screen.getByRole('button', { name: '去决定' }));
  // Two presses at once: each is sent with the version that the one before left.
  const [first, second] = screen.getAllByRole('button', { name: '继续执行' });
  fireEvent.click(first as HTMLElement);
  fireEvent.click(second as HTMLElement);
  expect(await screen.findByText('没有待决定的任务')).toBeTruthy();
  expect(calls('updatePlanRevision').map(({ input }) => input.body)).toEqual([{ version: 1, unprinted: [{ itemId: uuid(409), keep: true }] }, { version: 2, unprinted: [{ itemId: uuid(407), keep: true }] }]);
  fireEvent.change(screen.getByLabelText('成文日期'), { target: { value: '2026-07-10' } });
  fireEvent.click(screen.getByRole('button', { name: '保存文件信息' }));
  await waitFor(() => expect(issueButton()).toHaveProperty('disabled', false));
  expect(screen.getByText('将通知 1 家单位，共需 2 份签收。')).toBeTruthy();
});

test('a decision is taken back by the same controls', async () => {
  const { calls } = deciding(revisionOf([goneLine(7, { evidence: 2, kind: 'kept' })]));
  const row = await line(/不再列出的第 7 件/);
  expect(row.getByRole('button', { name: '继续执行' }).getAttribute('aria-pressed')).toBe('true');
  fireEvent.click(row.getByRole('button', { name: '不再执行' }));
  await waitFor(() => expect(row.getByRole('button', { name: '不再执行' }).getAttribute('aria-pressed')).toBe('true'));
  expect(calls('updatePlanRevision').map(({ input }) => input.body)).toEqual([{ version: 1, unprinted: [{ itemId: uuid(407), keep: false }] }]);
});

test('what is not the same item is parted, and what is an old one is paired with it', async () => {
  let value = revisionOf([changedLine(1), addedLine(3), goneLine(7), goneLine(8, { before: sideOf('不再列出的第 8 件工作。', { units: [{ role: 'responsible', printed: '团市委' }] }) })]);
  const { calls } = show(() => value, { updatePlanRevision: () => (value = { ...value, version: value.version + 1 }) });
  fireEvent.click(await screen.findByRole('button', { name: '这不是同一项' }));
  await waitFor(() => expect(calls('updatePlanRevision')).toHaveLength(1));
  fireEvent.click((await line(/新的第 3 件/)).getByRole('button', { name: '其实是原有任务…' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.click(dialog.getByRole('button', { name: '对应' }));
  expect(await dialog.findByText('请先选一项。')).toBeTruthy();
  // Those of the same unit come first; a word finds the other.
  expect(dialog.getAllByRole('radio')[0]).toHaveProperty('value', uuid(407));
  fireEvent.change(dialog.getByLabelText('查找（内容、单位、项目）'), { target: { value: '团市委' } });
  fireEvent.click(dialog.getByRole('radio'));
  fireEvent.click(dialog.getByRole('button', { name: '对应' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(calls('updatePlanRevision').map(({ input }) => input.body)).toEqual([{ version: 1, pairs: [{ position: 1, itemId: null }] }, { version: 2, pairs: [{ position: 3, itemId: uuid(408) }] }]);
});

test('where somebody else decided meanwhile, that is said and the page is read anew', async () => {
  let value = revisionOf([goneLine(7)]);
  const { calls } = show(() => value, {
    updatePlanRevision: ({ body }) => {
      if (body.version === 1) {
        value = revisionOf([goneLine(7, { kind: 'kept' }), addedLine(3)], { version: 5 });
        return { refused: { status: 409, code: 'version.stale', detail: '这条内容刚被他人修改。' } };
      }
      return (value = { ...value, version: 6 });
    },
  });
  fireEvent.click((await line(/不再列出的第 7 件/)).getByRole('button', { name: '继续执行' }));
  expect(await screen.findByText('这份对照刚被他人修改，已为您载入最新内容，请再看一遍。')).toBeTruthy();
  expect(await screen.findByText('新的第 3 件工作。')).toBeTruthy();
  fireEvent.click((await line(/不再列出的第 7 件/)).getByRole('button', { name: '不再执行' }));
  await waitFor(() => expect(calls('updatePlanRevision').map(({ input }) => (input.body as { version: number }).version)).toEqual([1, 5]));
});

test('is issued after a confirmation that says for whom and what; the preview is there again when it is taken back', async () => {
  let value = revisionOf([changedLine(1), goneLine(8)]);
  const { calls } = show(() => value, {
    issuePlanRevision: () => (value = revisionOf(value.lines, { state: 'issued', issuedAt: '2026-07-10T01:00:00.000Z', version: 2 })), withdrawPlanRevision: () => importOf(),
  });
  fireEvent.click(await screen.findByRole('button', { name: '撤销对照' }));
  expect((await screen.findByRole('dialog')).textContent).toContain('在这里做的取舍不再保留');
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '取消' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  fireEvent.click(issueButton());
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain('将通知 1 家单位，共需 1 份签收。1 项任务不再执行，其记录和佐证保留。下发后不能撤回。');
  fireEvent.click(within(dialog).getByRole('button', { name: '下发修订' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: '下发修订' })).toBeNull());
  expect(calls('issuePlanRevision').map(({ input }) => input.body)).toEqual([{ version: 1 }]);
  // From now on it is read only.
  for (const name of ['这不是同一项', '继续执行', '保存文件信息']) expect(screen.queryByRole('button', { name })).toBeNull();
  expect(shown()).toHaveLength(2);
});

test('a long edition is shown a page at a time', async () => {
  show(() => revisionOf(Array.from({ length: 1000 }, (_, at) => changedLine(at + 1))));
  expect(await screen.findByText('第 1–25 项，共 1000 项')).toBeTruthy();
  expect(shown()).toHaveLength(25);
  fireEvent.click(screen.getByRole('button', { name: '下一页' }));
  expect(shown()[0]?.textContent).toContain('新文件第 26 项');
});

test('a liaison reads an issued edition and decides nothing', async () => {
  show(() => revisionOf([changedLine(1)], { state: 'issued', issuedAt: '2026-07-10T01:00:00.000Z', counts: { ...start().counts, same: 40 } }), {}, 'liaison');
  expect(await screen.findByText('另有 40 项没有变化。')).toBeTruthy();
  expect(screen.queryByRole('region', { name: '下发或撤销对照' })).toBeNull();
  expect(screen.queryByRole('button', { name: '这不是同一项' })).toBeNull();
});
