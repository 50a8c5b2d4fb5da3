import type { Batch, BatchPosition, MyData } from '@kepu/contracts';
import type { Client } from '@kepu/api-client';
import { addDays, shanghaiTime } from '@kepu/domain';
import { addActivity, type MadeActivity } from '../../apps/api/test-support/shifts.js';
import { readRows } from '../../apps/api/src/platform/database/index.js';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { openStoreOf, type OpenStore } from '../support/store.js';
import { familyPassword, registered, type FamilyPerson } from './family-room.js';
import { refusal, until } from './papers.js';
import { county, demoPerson, unitOf } from './service.js';

const HOUR = 60;
const DAY = 24 * HOUR;
interface Registered extends FamilyPerson { readonly id: string; readonly version: number; readonly name: string }
const of = <T>(value: T | undefined | null): T => { if (value == null) throw new Error('Nothing is there'); return value; };

/** What becomes of places in batches when two registrations turn out to be one person, and when somebody leaves. */
eachDatabase('people of a batch', (database) => {
  let server: TestServer;
  let store: OpenStore;
  let office: Client;
  let made: MadeActivity;
  let days: { from: string; to: string };
  let serial = 0;

  beforeAll(async () => {
    server = await startServer({ database, env: { SESSION_IDLE_MINUTES: '10080', SESSION_MAX_HOURS: '720' } });
    store = await openStoreOf(server);
    office = await server.client('office');
    const liaison = await demoPerson(server, store, 'liaison');
    const today = shanghaiTime(new Date().toISOString()).day;
    // Days of which the demo asks nothing: whoever is in the draft was put there.
    days = { from: addDays(today, 150), to: addDays(today, 170) };
    const base = new Date(`${addDays(today, 152)}T01:00:00Z`);
    const shift = (from: number) => ({ from, to: from + HOUR, positions: [{ maximum: 30 }] });
    made = await addActivity(store, { unitId: await unitOf(store, liaison.id), createdBy: liaison.id, countyId: county, base, shifts: [shift(0), shift(4 * HOUR), shift(2 * DAY), shift(4 * DAY), shift(6 * DAY), shift(8 * DAY + 12 * HOUR), shift(9 * DAY - HOUR)] });
  });
  afterAll(() => store.close());

  const at = ({ id }: { id: string }) => ({ params: { id } });
  const position = (shift: number): string => of(made.shifts[shift]?.positionIds[0]);
  const ended = ({ id }: { id: string }): Promise<Batch> => until(() => office.getBatch(at({ id })), ({ state }) => state !== 'waiting' && state !== 'running' && state !== 'sending', 60_000);
  const register = async (name: string): Promise<Registered> => {
    const person = await registered(server, { name, bornOn: '1990-05-05', occupation: 'teacher', countyCode: county });
    const { id, version } = await person.client.getMyVolunteer();
    return { ...person, id, version, name };
  };
  const pair = async (): Promise<[Registered, Registered]> => {
    const name = `陶小方${String.fromCodePoint(0x4e00 + (serial += 1))}`;
    return [await register(name), await register(name)];
  };
  const rows = async (batch: { id: string }): Promise<BatchPosition[]> => (await office.listBatchPositions({ ...at(batch), query: { perPage: 200 } })).data;
  /** A draft in which nobody is but those who are put there, who register after it was made: it knows nothing of them. */
  const drafted = async (services: number): Promise<Batch> => {
    const batch = await ended(await office.createBatch({ body: { title: '合并与注销', ...days, services, fill: 'maximum' } }));
    expect([batch.state, batch.failure]).toEqual(['draft', null]);
    for (const { people } of await rows(batch)) for (const { id: placeId } of people) await office.lockBatchPlace({ params: { id: batch.id, placeId }, body: { lock: 'forbidden' } });
    return batch;
  };
  const put = (batch: { id: string }, { id }: { id: string }, shift: number) => office.putIntoBatch({ ...at(batch), body: { positionId: position(shift), volunteerId: id } });
  const where = async (batch: { id: string }, { id }: { id: string }): Promise<number[]> => {
    const all = await rows(batch);
    return made.shifts.flatMap((_, shift) => (all.find(({ positionId }) => positionId === position(shift))?.people.some(({ volunteer }) => volunteer.id === id) ? [shift] : []));
  };
  const places = async ({ id }: { id: string }): Promise<number> => Number(of((await readRows<{ count: number | string }>(store.database.reader, 'SELECT COUNT(*) AS count FROM batch_places l WHERE l.volunteer_id = :id', { id }))[0]).count);
  const merge = async (stays: Registered, goes: Registered) => office.mergeVolunteers({ params: { id: stays.id }, body: { from: goes.id, version: (await office.getVolunteer({ params: { id: stays.id } })).version, fromVersion: (await office.getVolunteer({ params: { id: goes.id } })).version, reason: '已电话向本人核实' } });
  const send = async (batch: { id: string }): Promise<Batch> => {
    const { version } = await office.getBatch(at(batch));
    await office.sendBatch({ ...at(batch), body: { version } });
    return ended(batch);
  };

  it('are offered with what they would leave for it: what lies on that day, and what leaves them no night before it', async () => {
    const batch = await drafted(3);
    const person = await register('卢晚归');
    for (const shift of [2, 5]) await put(batch, person, shift);
    // From 21:00 to 22:00, and from 8:00 on the next day.
    const found = async (shift: number) => of((await office.listBatchCandidates({ params: { id: batch.id, positionId: position(shift) }, query: { q: person.name } })).data.find(({ volunteer }) => volunteer.id === person.id));
    expect(await found(3)).toMatchObject({ blocks: [], bar: null, instead: [] });
    const next = await found(6);
    const evening = of((await rows(batch)).find(({ positionId }) => positionId === position(5))).people.filter(({ volunteer }) => volunteer.id === person.id);
    expect([next.blocks, next.bar, next.instead.map(({ placeId }) => placeId)]).toEqual([[], null, evening.map(({ id }) => id)]);
    expect((await refusal(put(batch, person, 6))).params).toMatchObject({ why: expect.stringContaining('休息') });
    await office.putIntoBatch({ ...at(batch), body: { positionId: position(6), volunteerId: person.id, instead: next.instead.map(({ placeId }) => placeId) } });
    expect(await where(batch, person)).toEqual([2, 6]);
    await office.discardBatch(at(batch));
  });

  it('become one by a merge: in no position twice, on no day twice, no more often than one serves, and the draft is sent as ever', async () => {
    const batch = await drafted(3);
    const [stays, goes] = await pair();
    for (const [person, shifts] of [[stays, [0, 2]], [goes, [1, 2, 3]]] as const) for (const shift of shifts) await put(batch, person, shift);
    expect([await where(batch, stays), await where(batch, goes)]).toEqual([[0, 2], [1, 2, 3]]);
    await merge(stays, goes);
    // Both were in 2; 1 is on the day of 0; 3 comes along.
    expect(await where(batch, stays)).toEqual([0, 2, 3]);
    expect(await places(goes)).toBe(0);
    for (const { people, filled } of await rows(batch)) expect(new Set(people.map(({ volunteer }) => volunteer.id)).size).toBe(filled);
    const sent = await send(batch);
    expect(sent).toMatchObject({ state: 'sent', sent: { asked: 3, skipped: 0 } });
    expect((await stays.client.listMyInvitations({})).data.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
  });

  it('become one by a merge after both were asked: what came of it stays, and one question each is left', async () => {
    const batch = await drafted(1);
    const [stays, goes] = await pair();
    await put(batch, stays, 0);
    await put(batch, goes, 0);
    expect(await send(batch)).toMatchObject({ state: 'sent', sent: { asked: 2, skipped: 0 } });
    await merge(stays, goes);
    expect(await where(batch, stays)).toEqual([0]);
    const mine = (await stays.client.listMyInvitations({})).data;
    expect(mine.map(({ state }) => state).sort()).toEqual(['closed', 'sent']);
    expect(await office.getBatch(at(batch))).toMatchObject({ sent: { asked: 2, skipped: 0 } });
  });

  it('are kept out under both registrations where one was, and what was settled of the other is settled', async () => {
    const batch = await drafted(2);
    const [stays, goes] = await pair();
    await put(batch, goes, 0);
    const place = of((await rows(batch)).flatMap(({ people }) => people).find(({ volunteer }) => volunteer.id === goes.id));
    await office.lockBatchPlace({ params: { id: batch.id, placeId: place.id }, body: { lock: 'forbidden' } });
    await put(batch, goes, 2);
    await merge(stays, goes);
    expect(await where(batch, stays)).toEqual([2]);
    const { version } = await office.getBatch(at(batch));
    await office.rerunBatch({ ...at(batch), body: { version } });
    expect(await ended(batch)).toMatchObject({ state: 'draft', failure: null, sums: { lost: 0 } });
    expect(await where(batch, stays)).toContain(2);
    expect(await where(batch, stays)).not.toContain(0);
    await office.discardBatch(at(batch));
  });

  it('leave for good with their places, from a draft and from what was sent; the rest is sent and stays told', async () => {
    const batch = await drafted(1);
    const [early, late] = await pair();
    await put(batch, early, 0);
    await put(batch, late, 0);
    const before = of((await office.getBatch(at(batch))).sums).filled;
    await early.client.deleteMyself({ body: { password: familyPassword } });
    expect(await places(early)).toBe(0);
    expect(of((await office.getBatch(at(batch))).sums).filled).toBe(before - 1);
    expect(await send(batch)).toMatchObject({ state: 'sent', sent: { asked: before - 1, skipped: 0 } });
    const data = (await (await late.client.getMyData({})).json()) as MyData;
    expect(of(data.sections.find(({ key }) => key === 'batches')).rows).toMatchObject([{ outcome: expect.any(String) }]);
    await late.client.deleteMyself({ body: { password: familyPassword } });
    expect(await places(late)).toBe(0);
    expect(await office.getBatch(at(batch))).toMatchObject({ state: 'sent', sent: { asked: before - 1 } });
    expect((await rows(batch)).flatMap(({ people }) => people).map(({ volunteer }) => volunteer.id)).not.toContain(late.id);
  });

  it('leave while it is reckoned: the run goes on without them', async () => {
    const [leaver] = await pair();
    await server.control.failpoint('batch:people', 'wait');
    const ordered = await office.createBatch({ body: { title: '计算中注销', ...days } });
    await until(() => office.getBatch(at(ordered)), ({ state }) => state === 'running');
    await leaver.client.deleteMyself({ body: { password: familyPassword } });
    await server.control.failpoint('batch:people', 'off');
    expect(await ended(ordered)).toMatchObject({ state: 'draft', failure: null });
    expect(await places(leaver)).toBe(0);
    await office.discardBatch(at(ordered));
  });
});
