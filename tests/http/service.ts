import { ApiProblem, createClient, type Client } from '@kepu/api-client';
import { shanghaiTime } from '@kepu/domain';
import { addVolunteers, openSession, type Store, type TestVolunteer } from '../../apps/api/test-support/shifts.js';
import { readRows } from '../../apps/api/src/platform/database/index.js';
import type { TestServer } from '../support/server.js';

/** A person with a client that stays signed in, whatever the clock does. */
export interface Person { readonly id: string; readonly client: Client; readonly cookie: string }
/** A volunteer with a client. */
export interface Volunteer extends Person, Omit<TestVolunteer, 'id'> {}

/** A county that activities and volunteers of these tests are in. */
export const county = '330302';

/** A person with a client of a session. */
export const personOf = (server: TestServer, id: string, token: string): Person => {
  const cookie = `kepu_session=${token}`;
  return { id, cookie, client: createClient({ baseUrl: server.url, parseAnswers: true, headers: { cookie } }) };
};

/** A demo account by the words before its @. */
export const demoPerson = async (server: TestServer, store: Store, account: string): Promise<Person> => {
  const { account: { id } } = await (await server.client(account)).getSession();
  return personOf(server, id, await openSession(store, id));
};

/** New volunteers. */
export const volunteers = async (server: TestServer, store: Store, count: number): Promise<Volunteer[]> =>
  (await addVolunteers(store, county, count)).map((made) => ({ ...made, ...personOf(server, made.id, made.token) }));

/** The first of some days, in Shanghai, on which somebody holds no place: where those of the demo's people lie hangs on the day of the week. */
export const freeDay = async (client: Client, days: readonly string[]): Promise<string> => {
  const taken = new Set((await client.listMySignups({ query: { upcoming: 'true', perPage: 200 } })).data.map(({ shift }) => shanghaiTime(shift.startsAt).day));
  const free = days.find((day) => !taken.has(day));
  if (!free) throw new Error(`They hold places on all of ${days.join(', ')}`);
  return free;
};

/** The unit of a person who speaks for one. */
export const unitOf = async (store: Store, accountId: string): Promise<string> => {
  const [row] = await readRows<{ unitId: string }>(store.database.reader, "SELECT g.scope_id AS unitId FROM account_grants g WHERE g.account_id = :accountId AND g.scope_kind = 'unit'", { accountId });
  if (!row) throw new Error('This person speaks for no unit');
  return row.unitId;
};

/** Some items of a paper that is in force: a closed one counts nothing more. */
export const someItems = async (store: Store, count: number): Promise<string[]> =>
  (await readRows<{ id: string }>(store.database.reader, "SELECT i.id AS id FROM items i JOIN plans p ON p.id = i.plan_id WHERE p.state = 'issued' ORDER BY i.id LIMIT :count", { count })).map((row) => row.id);

const codeOf = (error: unknown): string => {
  if (error instanceof ApiProblem) return error.problem.code;
  throw error;
};

/** What is told to try again tries again: a machine that has much else to do refuses nothing for good. */
const patiently = async <T>(call: () => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await call();
    } catch (error) {
      if (tries === 20 || codeOf(error) !== 'server.busy') throw error;
    }
  }
};

/** Calls, all begun before any has ended; refusals by their code. */
export const together = async <T>(calls: readonly (() => Promise<T>)[]): Promise<{ done: T[]; refused: Record<string, number> }> => {
  const done: T[] = [];
  const refused: Record<string, number> = {};
  for (const outcome of await Promise.allSettled(calls.map(patiently))) {
    if (outcome.status === 'fulfilled') done.push(outcome.value);
    else {
      const code = codeOf(outcome.reason);
      refused[code] = (refused[code] ?? 0) + 1;
    }
  }
  return { done, refused };
};
