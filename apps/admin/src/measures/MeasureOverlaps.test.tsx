import type { MeasureOverlap, Plan } from '@kepu/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fakeApi } from '../testing/fakeApi.js';
import { renderPage } from '../testing/renderPage.js';
import { sessionOf, uuid } from '../testing/samples.js';
import { MeasureOverlaps } from './MeasureOverlaps.js';

const side = (no: number, name: string) => ({ id: uuid(600 + no), name, itemId: uuid(400 + no), seq: no, units: ['团市委'], text: '培训农村实用人才。' });
const pairOf = (first: number, said: MeasureOverlap['said'] = null): MeasureOverlap => ({ measures: [side(first, `指标${first}`), side(first + 1, `指标${first + 1}`)], words: '农村实用人才', records: 0, said });
const said = { reason: '两批人', by: '林一', at: '2026-03-02T01:00:00.000Z', stands: true };
const show = (data: MeasureOverlap[], state: Plan['state'] = 'issued') => {
  const fake = fakeApi({ listMeasureOverlaps: () => ({ data, total: data.length }), separateMeasures: () => pairOf(1, said), rejoinMeasures: () => pairOf(1) });
  renderPage(<MeasureOverlaps plan={{ id: uuid(10), state } as Plan} />, { session: sessionOf('editor'), width: 360 });
  return fake;
};

test('what is said of a pair has its reason, and can be taken back', async () => {
  const { calls } = show([pairOf(1), pairOf(3, { ...said, stands: false }), pairOf(5, said)]);
  fireEvent.click(await screen.findByRole('button', { name: '看 2 对' }));
  expect(screen.getByText(/林一于.*认定过对象不同：两批人。之后有改动/)).toBeTruthy();
  expect(screen.getByRole('heading', { name: '已认定对象不同（1 对）' })).toBeTruthy();
  fireEvent.click(screen.getAllByRole('button', { name: '对象不同' })[0] as HTMLElement);
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText(/“指标1”和“指标2”/)).toBeTruthy();
  fireEvent.change(within(dialog).getByLabelText(/^原因/), { target: { value: '一项农民，一项妇女' } });
  fireEvent.click(within(dialog).getByRole('button', { name: '认定对象不同' }));
  await waitFor(() => expect(calls('separateMeasures').map(({ input }) => input.body)).toEqual([{ measureIds: [uuid(601), uuid(602)], reason: '一项农民，一项妇女' }]));
  fireEvent.click(screen.getByRole('button', { name: '恢复提醒' }));
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '恢复提醒' }));
  await waitFor(() => expect(calls('rejoinMeasures').map(({ input }) => input.body)).toEqual([{ measureIds: [uuid(605), uuid(606)] }]));
});

test('a closed plan is only read, and nothing is said where nothing overlaps', async () => {
  show([pairOf(1, said)], 'closed');
  fireEvent.click(await screen.findByRole('button', { name: '看 1 对' }));
  expect(screen.getByText('没有待核对的指标。')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '恢复提醒' })).toBeNull();
});
