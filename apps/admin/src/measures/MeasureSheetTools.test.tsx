import type { MeasureSheet, Plan } from '@kepu/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fakeApi } from '../testing/fakeApi.js';
import { renderPage } from '../testing/renderPage.js';
import { sessionOf, uuid } from '../testing/samples.js';
import { MeasureSheetTools } from './MeasureSheetTools.js';

const sheetOf = (change: Partial<MeasureSheet> = {}): MeasureSheet => ({
  planVersion: 3, mark: 'a'.repeat(64), counts: { added: 1, changed: 1, removed: 0, unchanged: 4, leftOut: 2, passed: 3 }, problems: [],
  changes: [{ row: 2, step: 'changed', itemId: uuid(401), seq: 1, name: '课堂', fields: [{ field: 'min', before: '12', after: '20' }, { field: 'demands', before: '', after: '照片' }] }, { row: 5, step: 'added', itemId: uuid(402), seq: 2, name: '讲座', fields: [] }], ...change,
});
const show = (sheet: MeasureSheet) => {
  const fake = fakeApi({ readMeasureSheet: () => sheet, takeMeasureSheet: () => ({ added: 1, changed: 1, removed: 0 }) });
  renderPage(<MeasureSheetTools plan={{ id: uuid(10), state: 'draft' } as Plan} />, { session: sessionOf('editor'), width: 360 });
  fireEvent.change(screen.getByTestId('measure-sheet'), { target: { files: [new File(['x'], '指标.xlsx')] } });
  return fake;
};

test('what a sheet changes is seen before it is written, and exactly that is written', async () => {
  const { calls } = show(sheetOf());
  const dialog = await screen.findByRole('dialog', { name: '上传后会有这些变化' });
  for (const words of ['新增 1 项', '修改 1 项', '不变 4 项', '表里没有、保持原样的 2 项', '至少：12 → 20', '证明要求：空 → 照片']) expect(within(dialog).getByText(words)).toBeTruthy();
  expect(calls('takeMeasureSheet')).toEqual([]);
  fireEvent.click(within(dialog).getByRole('button', { name: '写入' }));
  await waitFor(() => expect(calls('takeMeasureSheet').map(({ input }) => input.query)).toEqual([{ version: '3', mark: 'a'.repeat(64) }]));
  expect(await screen.findByText('已写入：新增 1、修改 1、删除 0。')).toBeTruthy();
});

test('a sheet that says what is there writes nothing', async () => {
  show(sheetOf({ counts: { added: 0, changed: 0, removed: 0, unchanged: 6, leftOut: 0, passed: 0 }, changes: [] }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText(/不用写入/)).toBeTruthy();
  expect(within(dialog).queryByRole('button', { name: '写入' })).toBeNull();
});

test('what is wrong is named by its cell, and the file comes back with it', async () => {
  show(sheetOf({ problems: [{ cell: 'I7', field: '至少', value: '很多', code: 'not_number', message: '应为数字，只填数字' }] }));
  expect(await screen.findByText('I7 “至少”：“很多” 应为数字，只填数字')).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByRole('button', { name: '下载带“问题”列的文件' })).toBeTruthy();
});
