import type { MeasureSuggestions as Suggested, Plan } from '@kepu/contracts';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { fakeApi } from '../testing/fakeApi.js';
import { renderPage } from '../testing/renderPage.js';
import { sessionOf, uuid } from '../testing/samples.js';
import { MeasureSuggestions } from './MeasureSuggestions.js';

const suggested: Suggested = {
  planVersion: 4, total: 1,
  data: [{ item: { id: uuid(401), seq: 2, text: '建好科普讲师团，组织讲座。', units: ['团市委'] }, measures: [
    { kind: 'number', name: '讲师团在册人数', sources: ['pool_members'], pool: { id: uuid(900), name: '科普讲师团' }, min: 1, unitOfMeasure: '人', dueOn: '2026-12-31', demands: '在册名单', reason: '讲师团' },
    { kind: 'number', name: '活动场次', sources: ['sessions', 'figure'], pool: null, min: 1, unitOfMeasure: '场', dueOn: '2026-12-31', demands: '签到表', reason: '讲座' },
  ] }],
};
const show = (value: Suggested) => {
  const fake = fakeApi({ suggestMeasures: () => value, takeMeasures: () => ({ added: 1, changed: 0, removed: 0 }) });
  renderPage(<MeasureSuggestions plan={{ id: uuid(10), state: 'draft' } as Plan} />, { session: sessionOf('editor'), width: 360 });
  fireEvent.click(screen.getByRole('button', { name: '看建议' }));
  return fake;
};

test('what is ticked is put right and taken, with the words that led to it shown', async () => {
  const { calls } = show(suggested);
  expect(await screen.findByText('科普讲师团 · 因为写到“讲师团”')).toBeTruthy();
  expect(screen.getByRole('button', { name: '采用所选（0 项）' })).toHaveProperty('disabled', true);
  fireEvent.click(screen.getByRole('checkbox', { name: '采用“活动场次”' }));
  fireEvent.change(screen.getByLabelText('至少'), { target: { value: '' } });
  expect(screen.getByText(/勾选的指标要填/)).toBeTruthy();
  fireEvent.change(screen.getByLabelText('至少'), { target: { value: '12' } });
  fireEvent.change(screen.getByLabelText('名称'), { target: { value: '社区讲座场次' } });
  fireEvent.click(screen.getByRole('button', { name: '采用所选（1 项）' }));
  await waitFor(() => expect(calls('takeMeasures').map(({ input }) => input.body)).toEqual([{ version: 4, measures: [{ itemId: uuid(401), measure: { kind: 'number', name: '社区讲座场次', sources: ['sessions', 'figure'], poolId: null, min: 12, unitOfMeasure: '场', dueOn: '2026-12-31', demands: '签到表' } }] }]));
  expect(await screen.findByText('已设定 1 项指标。')).toBeTruthy();
});

test('where every item has a measure there is nothing to take', async () => {
  show({ planVersion: 4, data: [], total: 0 });
  expect(await screen.findByText('每项任务都已有指标。')).toBeTruthy();
});
