import { addActivity } from '../../apps/api/test-support/shifts.js';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { openStoreOf, type OpenStore } from '../support/store.js';
import { refusal, until } from './papers.js';
import { county, demoPerson, unitOf, volunteers, type Person } from './service.js';

/** 志愿服务记录证明: from the hours that a unit confirmed to the page where a stranger checks them. */
eachDatabase('proofs of service', (database) => {
  let server: TestServer;
  let store: OpenStore;
  let [office, liaison, women, reader, person] = [] as unknown as Person[] as [Person, Person, Person, Person, Person];
  let unitId: string;
  let name: string;
  let recordId: string;
  const year = { from: '2020-01-01', to: '2099-12-31' };

  beforeAll(async () => {
    server = await startServer({ database });
    store = await openStoreOf(server);
    [office, liaison, women, reader] = (await Promise.all(['office', 'liaison', 'liaison-women', 'reader'].map((account) => demoPerson(server, store, account)))) as [Person, Person, Person, Person];
    unitId = await unitOf(store, liaison.id);
    [person] = (await volunteers(server, store, 1)) as unknown as [Person];
    name = (await person.client.getMyVolunteer()).name;
    const base = new Date(Math.floor(Date.now() / 86_400_000) * 86_400_000 + 10 * 86_400_000 + 3_600_000);
    const made = await addActivity(store, { unitId, createdBy: liaison.id, countyId: county, base, title: '防灾减灾进社区', shifts: [{ from: 0, to: 120, positions: [{ maximum: 5 }] }] });
    const [shift] = made.shifts;
    const signup = await person.client.createSignup({ params: { id: shift?.positionIds[0] ?? '' }, body: {} });
    const at = (minutes: number) => server.control.clock({ freeze: new Date(base.getTime() + minutes * 60_000).toISOString() });
    await at(10);
    await liaison.client.markAttendance({ params: { id: shift?.id ?? '' }, body: { marks: [{ signupId: signup.id, mark: 'present' }] } });
    await at(130);
    await liaison.client.confirmHours({ params: { id: shift?.id ?? '' }, body: { rows: [{ signupId: signup.id, minutes: 120, onDuty: false }] } });
    recordId = (await person.client.listMyServiceRecords({ query: {} })).data[0]?.id ?? '';
  });
  afterAll(async () => {
    await server.control.clock({ reset: true });
    await store.close();
  });

  it('are asked for by the person, saved as a file, and checked by a stranger on the page of the QR code', async () => {
    expect((await refusal(person.client.createMyCertificate({ body: { unitId, from: '2020-01-01', to: '2020-12-31' } }))).code).toBe('certificate.nothing');
    expect((await person.client.listMyCertificates()).sources).toMatchObject([{ unit: { id: unitId }, services: 1, minutes: 120 }]);
    const made = await person.client.createMyCertificate({ body: { unitId, ...year } });
    expect(made).toMatchObject({ number: expect.stringMatching(/^科志证〔20\d\d〕\d+号$/) as string, services: 1, minutes: 120 });
    const file = (as: Person, path: string) => server.fetch(path, { headers: { cookie: as.cookie } });
    const own = await file(person, `/api/v1/me/service-certificates/${made.id}/certificate.pdf`);
    expect([own.status, own.headers.get('content-type'), Buffer.from(await own.arrayBuffer()).subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-']);
    for (const other of [women, office]) expect((await file(other, `/api/v1/me/service-certificates/${made.id}/certificate.pdf`)).status).toBe(404);
    expect((await file(women, `/api/v1/service-certificates/${made.id}/certificate.pdf`)).status).toBe(404);
    expect((await file(office, `/api/v1/service-certificates/${made.id}/certificate.pdf`)).status).toBe(200);
    const query = new URL(made.checkUrl).search;
    const stranger = await server.fetch(`/api/v1/certificates/${encodeURIComponent(made.number)}${query.replace(/&no=.*/, '')}`);
    const told = await stranger.text();
    expect(JSON.parse(told)).toMatchObject({ number: made.number, state: 'valid', services: 1, minutes: 120 });
    expect(told).not.toContain(name);
    const page = async () => (await server.fetch(`/appointments${query}`)).text();
    expect(await page()).toContain('与记录一致');
    expect(await page()).not.toContain(name);
    // What was issued says what the ledger said; the page says what became of it.
    await liaison.client.reverseServiceRecord({ params: { id: recordId }, body: { reason: '时长记错了', instead: { minutes: 90, ledger: 'volunteer' } } });
    // Anonymous pages are kept for some seconds.
    expect(await until(page, (text) => text.includes('出具后记录有更正'))).toContain('2 小时（120 分钟）');
    expect(await (await server.fetch('/appointments?no=x&code=AAAAAAAAAA')).text()).toContain('没有找到这份聘书或证明');
  });

  it('are issued by staff within reach, and counted in the statistics of the year', async () => {
    const { today } = await office.client.getSession();
    const query = { query: { year: today.slice(0, 4) } };
    const count = async () => (await office.client.getVolunteerStatistics(query)).certificates.find(({ unit }) => unit.id === unitId)?.issued ?? 0;
    const before = await count();
    const made = await office.client.createCertificate({ params: { id: person.id }, body: { unitId, ...year } });
    expect(made).toMatchObject({ services: 1, minutes: 90 });
    expect(await count()).toBe(before + 1);
    expect((await office.client.listCertificates({ params: { id: person.id } })).data[0]?.id).toBe(made.id);
    expect((await refusal(women.client.createCertificate({ params: { id: person.id }, body: { unitId, ...year } }))).code).toBe('resource.not_found');
    expect((await refusal(reader.client.createCertificate({ params: { id: person.id }, body: { unitId, ...year } }))).code).toBe('auth.forbidden');
  });

  it('rest on hours that stand in the history of the person, both ledgers apart', async () => {
    const history = await office.client.getVolunteerHistory({ params: { id: person.id }, query: {} });
    expect(history.minutes).toEqual({ volunteer: 90, work: 0 });
    expect(history.data.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['service', 'registered']));
    expect((await refusal(women.client.getVolunteerHistory({ params: { id: person.id }, query: {} }))).code).toBe('resource.not_found');
  });
});
