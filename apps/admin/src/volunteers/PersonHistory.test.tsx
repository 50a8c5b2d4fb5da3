import type { PersonEvent } from '@kepu/contracts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fakeApi } from '../testing/fakeApi.js';
import { volunteerOf } from '../testing/loopSamples.js';
import { renderPage } from '../testing/renderPage.js';
import { sessionOf, uuid } from '../testing/samples.js';
import { PersonHistory } from './PersonHistory.js';
import { ServiceProofs } from './ServiceProofs.js';

const eventOf = (more: Partial<PersonEvent>): PersonEvent => ({ day: '2026-03-01', kind: 'registered', id: null, title: '', note: null, minutes: null, ledger: null, standing: null, ...more });
const certificate = { id: uuid(60), number: '科志证〔2026〕1号', unit: { id: uuid(50), name: '鹿城区科协' }, from: '2026-01-01', to: '2026-03-01', services: 2, minutes: 180, issuedAt: '2026-03-01T02:00:00.000Z', checkUrl: 'http://kepu.test/appointments?code=A&no=1' };

test('what happened stands with the hours of both ledgers, and more is asked for', async () => {
  const events = [eventOf({ kind: 'service', id: uuid(40), title: '社区义诊', minutes: 120, ledger: 'work' }), eventOf({ kind: 'term_ended', id: uuid(41), title: '科普讲师团', note: '工作调动' }), eventOf({ kind: 'standing', standing: 'freeze' })];
  const { calls } = fakeApi({ getVolunteerHistory: () => ({ data: events, total: 25, minutes: { volunteer: 300, work: 120 } }) });
  renderPage(<PersonHistory id={uuid(1)} />, { session: sessionOf('county') });
  expect((await screen.findByRole('link', { name: '社区义诊' })).getAttribute('href')).toBe(`/activities/${uuid(40)}`);
  expect(screen.getByText(/2 小时 · 工作业绩/)).toBeTruthy();
  expect(screen.getByText('5 小时')).toBeTruthy();
  expect(screen.getByText('工作调动')).toBeTruthy();
  expect(screen.getByText('冻结')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '显示更多（共 25 条）' }));
  await waitFor(() => expect(calls('getVolunteerHistory').map(({ input }) => input.query)).toEqual([{ perPage: '20' }, { perPage: '100' }]));
});

test('a proof of service is issued for one recording unit, and told with its number', async () => {
  const issued: (typeof certificate)[] = [];
  const { calls } = fakeApi({
    listCertificates: () => ({ data: issued, total: issued.length, sources: [{ unit: certificate.unit, first: '2026-01-05', last: '2026-02-20', services: 2, minutes: 180 }] }),
    createCertificate: () => { issued.push(certificate); return certificate; },
  });
  renderPage(<ServiceProofs volunteer={volunteerOf(1)} />, { session: sessionOf('county') });
  expect(await screen.findByText('还没有出具过证明。')).toBeTruthy();
  fireEvent.click(await screen.findByRole('button', { name: '出具证明' }));
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '出具证明' }));
  await waitFor(() => expect(calls('createCertificate').map(({ input }) => input.body)).toEqual([expect.objectContaining({ unitId: uuid(50) })]));
  expect(await screen.findByText('科志证〔2026〕1号')).toBeTruthy();
});

test('whoever may not issue sees what was issued, and no more', async () => {
  fakeApi({ listCertificates: () => ({ data: [certificate], total: 1, sources: [{ unit: certificate.unit, first: '2026-01-05', last: '2026-02-20', services: 2, minutes: 180 }] }) });
  renderPage(<ServiceProofs volunteer={volunteerOf(1)} />, { session: sessionOf('reader') });
  expect(await screen.findByText('科志证〔2026〕1号')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '出具证明' })).toBeNull();
});
