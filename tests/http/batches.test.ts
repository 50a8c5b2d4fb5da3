import type { Batch, BatchPosition } from '@kepu/contracts';
import { createClient, type Client } from '@kepu/api-client';
import { addDays, shanghaiTime } from '@kepu/domain';
import ExcelJS from 'exceljs';
import { addActivity } from '../../apps/api/test-support/shifts.js';
import { eachDatabase } from '../support/engines.js';
import { signIn, startServer, type TestServer } from '../support/server.js';
import { openStoreOf } from '../support/store.js';
import { formOf, furnishActivities, shift } from './activity-room.js';
import { refusal, until } from './papers.js';
import { county as home, demoPerson, unitOf } from './service.js';

const DAY_MS = 86_400_000;
type Order = Parameters<Client['createBatch']>[0]['body'];
const of = <T>(value: T | undefined | null): T => { if (value == null) throw new Error('Nothing is there'); return value; };

eachDatabase('a batch', (database) => {
  let server: TestServer;
  let office: Client;
  let editor: Client;
  let county: Client;
  let days: { from: string; to: string };

  beforeAll(async () => {
    server = await startServer({ database, env: { SESSION_IDLE_MINUTES: '10080', SESSION_MAX_HOURS: '720' } });
    [office, editor, county] = await Promise.all([server.client('office'), server.client('editor'), server.client('county')]);
    const today = shanghaiTime(new Date().toISOString()).day;
    days = { from: addDays(today, 3), to: addDays(today, 30) };
  });

  const at = ({ id }: { id: string }) => ({ params: { id } });
  const order = (client: Client, body: Partial<Order> = {}) => client.createBatch({ body: { title: '科普月', ...days, ...body } });
  const ended = (client: Client, { id }: { id: string }) => until(() => client.getBatch(at({ id })), ({ state }) => state !== 'waiting' && state !== 'running' && state !== 'sending', 60_000);
  const drafted = async (client: Client, body: Partial<Order> = {}): Promise<Batch> => {
    const batch = await ended(client, await order(client, body));
    expect([batch.state, batch.failure]).toEqual(['draft', null]);
    return batch;
  };
  const again = async (client: Client, batch: Batch): Promise<Batch> => {
    const { version } = await client.getBatch(at(batch));
    await client.rerunBatch({ ...at(batch), body: { version } });
    return ended(client, batch);
  };
  const positions = async (client: Client, batch: { id: string }): Promise<BatchPosition[]> => {
    const all: BatchPosition[] = [];
    for (let page = 1; ; page += 1) {
      const { data, total } = await client.listBatchPositions({ ...at(batch), query: { page, perPage: 200 } });
      all.push(...data);
      if (all.length >= total) return all;
    }
  };
  const whereabouts = (rows: readonly BatchPosition[]): string[] => rows.flatMap(({ positionId, people }) => people.map(({ volunteer }) => `${positionId} ${volunteer.id}`)).sort();
  /** What is ordered while the process dies at a place, and another one goes on once the lease has run out. */
  const dying = async <T>(failpoint: string, act: () => Promise<T>): Promise<T> => {
    await server.control.failpoint(failpoint, 'kill');
    const died = server.process.ended();
    const ordered = await act();
    expect(await died).toBeNull();
    await server.restart();
    await server.control.clock({ advanceMs: 10 * 60_000 });
    return ordered;
  };
  const code = async (call: Promise<unknown>) => (await refusal(call)).code;

  it('places people where places are open: nobody twice on a day, no position beyond its places, each with a reason, each gap with a cause', async () => {
    const batch = await drafted(office, { services: 2 });
    const rows = await positions(office, batch);
    const sums = of(batch.sums);
    expect(batch).toMatchObject({ runs: 1, title: '科普月', ordered: { own: true }, sent: null, weights: expect.any(Number) });
    expect(rows.length).toBe(sums.positions);
    expect(sums.filled).toBeGreaterThan(20);
    expect([sums.places, sums.filled]).toEqual([rows.reduce((sum, { places }) => sum + places, 0), rows.reduce((sum, { people }) => sum + people.length, 0)]);
    const daysOf = new Map<string, string[]>();
    for (const { people, places, filled, open, startsAt } of rows) {
      expect(filled).toBe(people.length);
      expect(filled).toBeLessThanOrEqual(places);
      expect(open === null).toBe(filled === places);
      for (const { volunteer, lock, byStaff, reasons, outcome } of people) {
        expect([lock, byStaff, outcome, reasons.length <= 3]).toEqual(['none', false, null, true]);
        daysOf.set(volunteer.id, [...(daysOf.get(volunteer.id) ?? []), shanghaiTime(startsAt).day]);
      }
    }
    expect(rows.flatMap(({ people }) => people).some(({ reasons }) => reasons.length > 0)).toBe(true);
    for (const served of daysOf.values()) expect([new Set(served).size, served.length <= 2]).toEqual([served.length, true]);
    // Whoever is in it may have it: the same rules as in the list of candidates, which are asked by themselves here.
    const full = of(rows.find(({ people }) => people.length > 0));
    const candidates = new Map<string, readonly unknown[]>();
    for (let page = 1; page < 20; page += 1) {
      const { data } = await office.listCandidates({ params: { id: full.positionId }, query: { perPage: 200, page } });
      for (const { volunteer, blocks } of data) candidates.set(volunteer.id, blocks);
      if (data.length < 200) break;
    }
    for (const { volunteer } of full.people) expect([volunteer.name, candidates.get(volunteer.id)]).toEqual([volunteer.name, []]);
    // The same once more, from what was stored.
    expect(await office.checkBatch(at(batch))).toMatchObject({ same: true, places: sums.filled, positions: sums.positions });
    // Filters, and a sheet without names.
    const open = await office.listBatchPositions({ ...at(batch), query: { open: 'true', perPage: 200 } });
    expect(open.data.every(({ filled, places }) => filled < places)).toBe(true);
    expect(open.total).toBe(rows.filter(({ filled, places }) => filled < places).length);
    expect((await office.listBatchPositions({ ...at(batch), query: { short: 'true' } })).total).toBe(rows.filter(({ filled, minimum }) => filled < minimum).length);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await (await office.exportBatch(at(batch))).arrayBuffer());
    const sheet = of(book.worksheets[0]);
    expect(sheet.rowCount).toBe(rows.length + 1);
    expect(JSON.stringify(sheet.getSheetValues())).not.toContain(full.people[0]?.volunteer.name);
    await office.discardBatch(at(batch));
    expect((await office.listBatches({ query: {} })).data.map(({ id }) => id)).not.toContain(batch.id);
    expect(await positions(office, batch)).toEqual([]);
    expect(await code(office.checkBatch(at(batch)))).toBe('lifecycle.not_allowed');
  });

  it('is edited: what is settled stays, who is kept out stays out, and the rest moves little', async () => {
    const batch = await drafted(office);
    const before = await positions(office, batch);
    const [one, other] = before.filter(({ people, places }) => people.length > 0 && places > 1);
    const [kept, dropped] = [of(one?.people[0]), of(other?.people[0])];
    await office.lockBatchPlace({ params: { id: batch.id, placeId: kept.id }, body: { lock: 'fixed' } });
    await office.lockBatchPlace({ params: { id: batch.id, placeId: dropped.id }, body: { lock: 'forbidden' } });
    expect(await code(office.lockBatchPlace({ params: { id: batch.id, placeId: dropped.id }, body: { lock: 'fixed' } }))).toBe('resource.not_found');
    // Somebody is put by hand into the place that came free.
    const { data: offered } = await office.listBatchCandidates({ params: { id: batch.id, positionId: of(other).positionId }, query: {} });
    expect(offered.map(({ volunteer }) => volunteer.id)).not.toContain(dropped.volunteer.id);
    const chosen = of(offered.find(({ volunteer, blocks }) => blocks.length === 0 && volunteer.id !== dropped.volunteer.id));
    // Who serves elsewhere leaves that place for it, and only if it is said.
    if (chosen.instead.length > 0) expect(['batch.clash', 'batch.barred', 'batch.not_eligible']).toContain(await code(office.putIntoBatch({ ...at(batch), body: { positionId: of(other).positionId, volunteerId: chosen.volunteer.id } })));
    await office.putIntoBatch({ ...at(batch), body: { positionId: of(other).positionId, volunteerId: chosen.volunteer.id, instead: chosen.instead.map(({ placeId }) => placeId) } });
    const edited = await positions(office, batch);
    const there = of(edited.find(({ id }) => id === other?.id));
    expect(there.people.find(({ volunteer }) => volunteer.id === chosen.volunteer.id)).toMatchObject({ lock: 'fixed', byStaff: true });
    expect(there.keptOut.map(({ volunteer }) => volunteer.id)).toEqual([dropped.volunteer.id]);
    const made = await again(office, batch);
    expect(made).toMatchObject({ state: 'draft', runs: 2, sums: { settled: 2, lost: 0 } });
    const after = await positions(office, batch);
    expect(of(after.find(({ positionId }) => positionId === one?.positionId)).people).toContainEqual(expect.objectContaining({ volunteer: kept.volunteer, lock: 'fixed' }));
    const anew = of(after.find(({ positionId }) => positionId === other?.positionId));
    expect(anew.people.find(({ volunteer }) => volunteer.id === chosen.volunteer.id)).toMatchObject({ lock: 'fixed', byStaff: true });
    expect(anew.people.map(({ volunteer }) => volunteer.id)).not.toContain(dropped.volunteer.id);
    const [was, is] = [whereabouts(edited), whereabouts(after)];
    expect(is.filter((place) => was.includes(place)).length / was.length).toBeGreaterThan(0.9);
    expect(await office.checkBatch(at(batch))).toMatchObject({ same: true });
    // Who is kept out is allowed again.
    await office.lockBatchPlace({ params: { id: batch.id, placeId: of(anew.keptOut[0]).id }, body: { lock: 'none' } });
    expect(of((await positions(office, batch)).find(({ positionId }) => positionId === other?.positionId)).keptOut).toEqual([]);
    // A name that is looked for is found with what stands in the way.
    const found = await office.listBatchCandidates({ params: { id: batch.id, positionId: of(one).positionId }, query: { q: dropped.volunteer.name } });
    expect(found.data.map(({ volunteer }) => volunteer.id)).toContain(dropped.volunteer.id);
    await office.discardBatch(at(batch));
  });

  it('takes back nobody who was put in at the same moment: of two for the last place, one comes', async () => {
    const batch = await drafted(office, { fill: 'minimum' });
    const rows = await positions(office, batch);
    const row = of(rows.find(({ places, people }) => places === 1 && people.length === 1));
    await office.lockBatchPlace({ params: { id: batch.id, placeId: of(row.people[0]).id }, body: { lock: 'forbidden' } });
    const { data } = await office.listBatchCandidates({ params: { id: batch.id, positionId: row.positionId }, query: {} });
    const [a, b] = data.filter(({ blocks, instead }) => blocks.length === 0 && instead.length === 0);
    const both = await Promise.allSettled([a, b].map((one, index) => (index === 0 ? office : editor).putIntoBatch({ ...at(batch), body: { positionId: row.positionId, volunteerId: of(one).volunteer.id } })));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(of((await positions(office, batch)).find(({ id }) => id === row.id)).people).toHaveLength(1);
    await office.discardBatch(at(batch));
  });

  it('can be stopped, while it is reckoned and while it is reckoned anew', async () => {
    await server.control.failpoint('batch:people', 'wait');
    try {
      const first = await order(office);
      expect(await code(office.sendBatch({ ...at(first), body: { version: first.version } }))).toBe('lifecycle.not_allowed');
      expect(await code(office.cancelBatch({ ...at(first), body: { version: 9 } }))).toBe('version.stale');
      expect(await office.cancelBatch({ ...at(first), body: { version: first.version } })).toMatchObject({ state: 'cancelled', sums: null });
    } finally {
      await server.control.failpoint('batch:people', 'off');
    }
    const batch = await drafted(office);
    const before = whereabouts(await positions(office, batch));
    await server.control.failpoint('batch:people', 'wait');
    try {
      const running = await office.rerunBatch({ ...at(batch), body: { version: batch.version } });
      const place = of((await positions(office, batch)).find(({ people }) => people.length > 0)?.people[0]);
      // What is being reckoned is not changed by hand.
      expect(await code(office.lockBatchPlace({ params: { id: batch.id, placeId: place.id }, body: { lock: 'fixed' } }))).toBe('lifecycle.not_allowed');
      const { version } = await office.getBatch(at(running));
      expect(await office.cancelBatch({ ...at(batch), body: { version } })).toMatchObject({ state: 'draft', runs: 1 });
    } finally {
      await server.control.failpoint('batch:people', 'off');
    }
    expect(whereabouts(await positions(office, batch))).toEqual(before);
    expect(await again(office, batch)).toMatchObject({ state: 'draft', runs: 2 });
    await office.discardBatch(at(batch));
  });

  it('is refused where nothing is open, where it is too long, and beyond two at once', async () => {
    expect(await code(order(office, { from: '2031-01-01', to: '2031-01-07' }))).toBe('batch.nothing_open');
    expect(await refusal(order(office, { to: addDays(days.from, 35) }))).toMatchObject({ code: 'input.invalid', errors: [{ path: 'body.to', code: 'batch_days' }] });
    expect(await code(order(office, { from: days.to, to: days.from }))).toBe('input.invalid');
    expect(await code(order(office, { countyId: '330999' }))).toBe('reference.not_found');
    await server.control.failpoint('batch:people', 'wait');
    try {
      const orders = await Promise.allSettled([1, 2, 3].map((count) => order(editor, { title: `第${count}批` })));
      expect(orders.map(({ status }) => status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
      for (const one of orders) if (one.status === 'fulfilled') await ended(editor, one.value);
    } finally {
      await server.control.failpoint('batch:people', 'off');
    }
  });

  it('of a county holds its own activities and people, and is none of the others’', async () => {
    const room = await furnishActivities(server);
    await room.open({ unitId: room.belowId, title: '县里的活动', serves: [], shifts: [shift(24 * 6)] }, room.below);
    const [whole, mine] = [await drafted(office, { services: 3 }), await ended(county, await order(county))];
    expect(mine.state).toBe('draft');
    const rows = await positions(county, mine);
    expect(new Set(rows.map(({ countyName }) => countyName)).size).toBe(1);
    const living = rows.flatMap(({ people }) => people.map(({ volunteer }) => volunteer.countyName));
    expect(new Set(living).size).toBeLessThanOrEqual(1);
    expect(await code(county.getBatch(at(whole)))).toBe('resource.not_found');
    expect(await code(county.listBatchPositions({ ...at(whole), query: {} }))).toBe('resource.not_found');
    expect(await code(county.discardBatch(at(whole)))).toBe('resource.not_found');
    expect((await office.getBatch(at(mine))).id).toBe(mine.id);
    for (const name of ['liaison', 'reader', 'teacher']) expect(await code((await server.client(name)).listBatches({ query: {} }))).toBe('auth.forbidden');
    await office.discardBatch(at(whole));
    await county.discardBatch(at(mine));
  });

  it('is begun anew where the process dies in the middle, and asks each person once', async () => {
    const ordered = await dying('batch:solved', () => order(office, { title: '断电' }));
    const batch = await ended(office, ordered);
    expect(batch).toMatchObject({ state: 'draft', runs: 1 });
    const placed = of(batch.sums).filled;
    await dying('batch:asked', () => office.sendBatch({ ...at(batch), body: { version: batch.version } }));
    const sent = await ended(office, batch);
    expect(sent.state).toBe('sent');
    const { asked, skipped } = of(sent.sent);
    expect(asked + skipped).toBe(placed);
    expect(asked).toBeGreaterThan(0);
    const rows = await positions(office, batch);
    const outcomes = rows.flatMap(({ people }) => people.map(({ outcome }) => outcome));
    expect(outcomes.filter((outcome) => outcome === 'asked')).toHaveLength(asked);
    expect(outcomes).not.toContain(null);
    expect(outcomes).not.toContain('asked_already');
    const [row] = rows.filter(({ people }) => people.some(({ outcome }) => outcome === 'asked'));
    const invitations = await office.listPositionInvitations({ params: { id: of(row).positionId }, query: {} });
    expect(invitations.data.filter(({ origin }) => origin === 'batch')).toHaveLength(of(row).people.filter(({ outcome }) => outcome === 'asked').length);
    // What was sent stays as it was sent; the next batch leaves alone who has just been asked.
    expect(await code(office.discardBatch(at(batch)))).toBe('lifecycle.not_allowed');
    const next = await drafted(office);
    const people = new Set(rows.flatMap((one) => one.people.filter(({ outcome }) => outcome === 'asked').map(({ volunteer }) => volunteer.id)));
    expect((await positions(office, next)).flatMap((one) => one.people).filter(({ volunteer }) => people.has(volunteer.id))).toEqual([]);
    await office.discardBatch(at(next));
  });

  it('asks everybody else where a position is taken away while it is being sent', async () => {
    const store = await openStoreOf(server);
    const liaison = await demoPerson(server, store, 'liaison');
    const day = addDays(days.to, 5);
    const made = await addActivity(store, { unitId: await unitOf(store, liaison.id), createdBy: liaison.id, countyId: home, base: new Date(`${day}T09:00:00.000+08:00`), shifts: [{ from: 0, to: 120, positions: [{ maximum: 1 }, { maximum: 1 }] }] });
    await store.close();
    const [kept, gone] = of(made.shifts[0]).positionIds;
    const batch = await drafted(office, { from: day, to: day });
    const placed = new Map((await positions(office, batch)).map(({ positionId, people }) => [positionId, people.length]));
    expect([placed.get(of(kept)), placed.get(of(gone))]).toEqual([1, 1]);
    await server.control.failpoint('batch:looked', 'wait');
    await office.sendBatch({ ...at(batch), body: { version: batch.version } });
    const activity = await liaison.client.getActivity({ params: { id: made.id } });
    await liaison.client.updateActivity({ params: { id: made.id }, body: { version: activity.version, shifts: formOf(activity).map((one) => ({ ...one, positions: one.positions.filter(({ id }) => id !== gone) })) } });
    const sent = await ended(office, batch);
    await server.control.failpoint('batch:looked', 'off');
    expect([sent.state, sent.failure]).toEqual(['sent', null]);
    const rows = await positions(office, sent);
    expect(rows.find(({ positionId }) => positionId === kept)?.people.map(({ outcome }) => outcome)).toEqual(['asked']);
    expect(rows.find(({ positionId }) => positionId === gone)).toBeUndefined();
  });

  it('is kept for a year', async () => {
    const { data } = await office.listBatches({ query: { state: 'sent' } });
    expect(data.length).toBeGreaterThan(0);
    try {
      await server.control.clock({ advanceMs: 367 * DAY_MS });
      const fresh = createClient({ baseUrl: server.url, parseAnswers: true, headers: { cookie: await signIn(server.url, 'office') } });
      await until(() => fresh.listBatches({ query: { state: 'sent' } }), ({ total }) => total === 0, 60_000);
    } finally {
      await server.control.clock({ reset: true });
    }
  });
});
