import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fakeApi } from '../testing/fakeApi.js';
import { recordOf } from '../testing/loopSamples.js';
import { renderPage } from '../testing/renderPage.js';
import { sessionOf, uuid } from '../testing/samples.js';
import { ReverseButton } from './ReverseButton.js';

const reversal = recordOf(2, { minutes: -120, reverses: uuid(9501), reason: '签退有误' });
const instead = recordOf(3, { minutes: 90, rule: 'corrected', reason: '签退有误' });
const show = (lines = [reversal, instead]) => {
  const fake = fakeApi({ reverseServiceRecord: () => ({ data: lines, total: lines.length }) });
  renderPage(<ReverseButton record={recordOf(1)} />, { session: sessionOf('liaison') });
  fireEvent.click(screen.getByRole('button', { name: '更正' }));
  return fake;
};
const correct = async (fill: (dialog: HTMLElement) => void) => {
  const dialog = await screen.findByRole('dialog', { name: '更正志愿者1的记录' });
  fill(dialog);
  fireEvent.change(within(dialog).getByLabelText(/^原因/), { target: { value: '签退有误' } });
  fireEvent.click(within(dialog).getByRole('button', { name: '更正' }));
};

test('a line is never changed: the one that takes it back and the one that stands instead are both shown', async () => {
  const { calls } = show();
  await correct((dialog) => {
    const minutes = within(dialog).getByLabelText(/^分钟/);
    fireEvent.change(minutes, { target: { value: '90' } });
    fireEvent.blur(minutes);
  });
  await waitFor(() => expect(calls('reverseServiceRecord').map(({ input }) => input.body)).toEqual([{ reason: '签退有误', instead: { minutes: 90, ledger: 'volunteer' } }]));
  const lines = within(await screen.findByRole('dialog', { name: '已更正' })).getAllByRole('listitem').map(({ textContent }) => textContent ?? '');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(/已更正.*2 小时/);
  expect(lines[1]).toMatch(/冲正.*-2 小时/);
  expect(lines[2]).toMatch(/志愿服务时长.*1\.5 小时/);
});

test('a service that should not count is taken back whole', async () => {
  const { calls } = show([reversal]);
  await correct((dialog) => fireEvent.click(within(dialog).getByRole('radio', { name: /^全部取消/ })));
  await waitFor(() => expect(calls('reverseServiceRecord')[0]?.input.body).toEqual({ reason: '签退有误', instead: null }));
});
