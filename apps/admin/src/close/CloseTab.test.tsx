import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { Activity } from '@kepu/contracts';
import { fakeApi } from '../testing/fakeApi.js';
import { activityOf, fileOf } from '../testing/loopSamples.js';
import { renderPage } from '../testing/renderPage.js';
import { sessionOf, uuid } from '../testing/samples.js';
import CloseTab from './CloseTab.js';

const show = (activity: Activity, more: Parameters<typeof fakeApi>[0] = {}, role: 'liaison' | 'county' = 'liaison', today = '2026-03-09') => {
  const fake = fakeApi({ reportActivity: () => activity, createFile: () => fileOf(1), ...more });
  renderPage(<CloseTab activity={activity} />, { session: { ...sessionOf(role), today }, path: '/activities/x/close', width: 360 });
  return fake;
};
const report = { shifts: [{ shiftId: uuid(7100), held: true, turnout: 126, method: 'counted' as const }], text: '反响热烈。', files: [fileOf(1)], withoutPhoto: null, reportedAt: '2026-03-08T02:00:00.000Z', reportedBy: '林一', acceptedAt: null, acceptedBy: null };
const reported = activityOf({ state: 'reported', staff: { ...activityOf().staff!, report } });
const photo = (name = '现场.jpg', type = 'image/jpeg') => new File(['picture'], name, { type });

test('a close says how many came, with a text and a photo', async () => {
  const { calls } = show(activityOf());
  fireEvent.change(await screen.findByLabelText(/^受众人次/), { target: { value: '126' } });
  fireEvent.blur(screen.getByLabelText(/^受众人次/));
  fireEvent.change(screen.getByLabelText(/^活动情况/), { target: { value: '反响热烈。' } });
  expect(screen.getByLabelText(/^没有照片的原因/)).toBeTruthy();
  fireEvent.change(screen.getByTestId('files-photo'), { target: { files: [photo()] } });
  expect(await screen.findByText('照片1.jpg')).toBeTruthy();
  expect(screen.queryByLabelText(/^没有照片的原因/)).toBeNull();
  expect(screen.getByText('举行 1 场，受众 126 人次')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '提交结项' }));
  await waitFor(() => expect(calls('reportActivity').map(({ input }) => input.body)).toEqual([{ version: 4, shifts: [{ shiftId: uuid(7100), held: true, turnout: 126, method: 'counted' }], text: '反响热烈。', fileIds: [uuid(9001)], withoutPhoto: null }]));
});

test('a shift that was not held reached nobody, and no number is asked for', async () => {
  const { calls } = show(activityOf());
  fireEvent.click(await screen.findByLabelText('这一场举行了'));
  await waitFor(() => expect(screen.queryByLabelText(/^受众人次/)).toBeNull());
  fireEvent.change(screen.getByLabelText(/^活动情况/), { target: { value: '下雨，没有举行。' } });
  fireEvent.change(screen.getByLabelText(/^没有照片的原因/), { target: { value: '没有举行' } });
  fireEvent.click(screen.getByRole('button', { name: '提交结项' }));
  await waitFor(() => expect(calls('reportActivity')[0]?.input.body).toMatchObject({ shifts: [{ held: false, turnout: 0 }], withoutPhoto: '没有举行' }));
});

test('a photo that proved something before is pointed out; a film is refused before it is sent', async () => {
  const { calls } = show(activityOf(), { createFile: () => fileOf(1, { alreadyUsed: true }) });
  fireEvent.change(await screen.findByTestId('files-photo'), { target: { files: [photo(), photo('影片.mp4', 'video/mp4')] } });
  expect(await screen.findByText(/有 1 个文件以前作过佐证/)).toBeTruthy();
  expect(screen.getByText(/这种格式不能上传/)).toBeTruthy();
  expect(calls('createFile')).toHaveLength(1);
});

test('hours come before the close, and the way there is shown', async () => {
  show(activityOf({ staff: { ...activityOf().staff!, hoursToConfirm: 2 } }));
  expect((await screen.findByRole('link', { name: '去确认' })).getAttribute('href')).toBe(`/activities/${uuid(7000)}/day`);
});

test('before it is over there is nothing to fill in', async () => {
  show(activityOf(), {}, 'liaison', '2026-03-06');
  expect(await screen.findByText('还不能结项')).toBeTruthy();
  expect(screen.queryByLabelText(/^受众人次/)).toBeNull();
});

test('the county accepts, or gives back with a reason; the unit waits', async () => {
  const { calls } = show(reported, { acceptActivityReport: () => reported, returnActivityReport: () => reported }, 'county');
  expect(await screen.findByText(/126 人次（现场清点）/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '退回' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.click(within(dialog).getByText('请核对受众人次'));
  fireEvent.click(within(dialog).getByRole('button', { name: '退回' }));
  await waitFor(() => expect(calls('returnActivityReport')[0]?.input.body).toEqual({ version: 4, reason: '请核对受众人次' }));
  fireEvent.click(await screen.findByRole('button', { name: '通过' }));
  await waitFor(() => expect(calls('acceptActivityReport')[0]?.input.body).toEqual({ version: 4 }));
});

test('the unit sees what it handed in and that it waits', async () => {
  show(reported);
  expect(await screen.findByText('结项已提交，等待办公室或县（市、区）审核。')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '通过' })).toBeNull();
});
