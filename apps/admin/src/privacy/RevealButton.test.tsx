import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fakeApi } from '../testing/fakeApi.js';
import { renderPage } from '../testing/renderPage.js';
import { sessionOf, uuid } from '../testing/samples.js';
import { RevealButton } from './RevealButton.js';

const person = { id: uuid(1), name: '章若溪' };

test('a number is shown for a reason, this once, and is gone with its dialog', async () => {
  const { calls } = fakeApi({ createReveal: () => ({ field: 'phone', value: '+8613800138000' }) });
  renderPage(<RevealButton person={person} field="phone" />, { session: sessionOf('liaison') });
  fireEvent.click(screen.getByRole('button', { name: '查看手机号' }));
  const asking = await screen.findByRole('dialog', { name: '查看章若溪的手机号' });
  // Without a reason nothing is asked for.
  fireEvent.click(within(asking).getByRole('button', { name: '查看' }));
  await within(asking).findByText('必填');
  expect(calls('createReveal')).toEqual([]);
  fireEvent.click(within(asking).getByText(/^时间或地点临时变动/));
  fireEvent.click(within(asking).getByRole('button', { name: '查看' }));
  const shown = await screen.findByRole('dialog', { name: '章若溪的手机号' });
  expect(within(shown).getByText('+8613800138000')).toBeTruthy();
  expect(calls('createReveal')[0]?.input).toMatchObject({ params: { id: person.id }, body: { field: 'phone', reason: '时间或地点临时变动，需要电话通知' } });
  fireEvent.click(within(shown).getByRole('button', { name: '关闭' }));
  await waitFor(() => expect(document.body.textContent).not.toContain('13800138000'));
});

test('whoever may not see numbers has no button for it', () => {
  fakeApi({});
  renderPage(<RevealButton person={person} field="phone" />, { session: sessionOf('reader') });
  expect(screen.queryByRole('button')).toBeNull();
});
