import { createClient, type Client } from '@kepu/api-client';
import { changeRows, readRows } from '../../apps/api/src/platform/database/index.js';
import { eachDatabase } from '../support/engines.js';
import { signIn, startServer, type TestServer } from '../support/server.js';
import { openStoreOf, type OpenStore } from '../support/store.js';
import { until } from './papers.js';

const DAY_MS = 86_400_000;
/** The rules that are looked at here. */
const nightly = ['sessions', 'read_notices', 'data_accesses', 'closed_names'];

eachDatabase('what is kept for a time', (database) => {
  let server: TestServer;
  let store: OpenStore;
  beforeAll(async () => {
    server = await startServer({ database });
    store = await openStoreOf(server);
  });
  afterAll(() => store.close());

  const office = async (): Promise<Client> => createClient({ baseUrl: server.url, parseAnswers: true, headers: { cookie: await signIn(server.url, 'office') } });
  const count = async (sql: string): Promise<number> => Number((await readRows<{ total: number | string }>(store.database.reader, sql))[0]?.total ?? 0);
  const ruleOf = async (client: Client, key: string) => (await client.getRetention()).data.find((rule) => rule.key === key);
  let passed = 0;
  /** Lets time pass, and waits for the night's job. */
  const afterDays = async (days: number): Promise<Client> => {
    const before = (await ruleOf(await office(), 'audit_entries'))?.lastRunAt;
    expect(before).toBeNull();
    await server.control.clock({ advanceMs: days * DAY_MS });
    passed += days * DAY_MS;
    const client = await office();
    // One that ran by then, and not the one of the server's first minute, which may be late; and all of it to its end, for each rule is noted by itself, and a run that the clock overtakes is begun again beside the next.
    const ran = (lastRunAt: string | null): boolean => Date.parse(lastRunAt ?? '') > Date.now() + passed - DAY_MS / 2;
    const look = async () => ({ rules: (await client.getRetention()).data, running: await count("SELECT COUNT(*) AS total FROM jobs WHERE kind = 'retention.run' AND finished_at IS NULL") });
    await until(look, ({ rules, running }) => running === 0 && nightly.every((key) => rules.some((rule) => rule.key === key && ran(rule.lastRunAt))), 60_000);
    return client;
  };

  it('goes when its time is over, is counted, and the trail stays whole', async () => {
    const first = await office();
    const { consentVersion } = await first.getPublicDictionary();
    const answer = await server.fetch('/api/v1/volunteers', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({
      name: '久别人', phone: '13655550001', bornOn: '1990-01-02', occupation: 'teacher', countyCode: '330302', password: 'Nanyan-2026-yun', consent: consentVersion,
    }) });
    const { account } = (await answer.json()) as { account: { id: string } };
    await first.createReveal({ params: { id: account.id }, body: { field: 'phone', reason: '核对集合时间' } });
    await first.readNotices({ body: {} });
    await store.unitOfWork.run(async () => {
      const row = { personId: account.id, closedAt: '2026-01-01 00:00:00.000' };
      await changeRows(store.database.writer, "INSERT INTO account_closures (person_id, closed_at, by_password, name_until) VALUES (:personId, :closedAt, 1, '2028-12-31')", row);
    });
    const trail = await count('SELECT COUNT(*) AS total FROM audit_entries');
    const sessions = await count('SELECT COUNT(*) AS total FROM sessions');
    const read = await count('SELECT COUNT(*) AS total FROM notices WHERE read_at IS NOT NULL');
    expect([trail > 100, sessions > 1, read > 0]).toEqual([true, true, true]);

    const soon = await afterDays(40);
    expect((await ruleOf(soon, 'sessions'))?.removedInAll).toBeGreaterThanOrEqual(sessions);
    expect(await count('SELECT COUNT(*) AS total FROM notices WHERE read_at IS NOT NULL')).toBeGreaterThanOrEqual(read);
    expect(await count('SELECT COUNT(*) AS total FROM data_accesses')).toBe(1);

    const later = await afterDays(400);
    expect((await ruleOf(later, 'read_notices'))?.removedInAll).toBeGreaterThanOrEqual(read);
    expect((await later.getAccount({ params: { id: account.id } })).name).toBe('久别人');
    expect(await count('SELECT COUNT(*) AS total FROM data_accesses')).toBe(1);

    const last = await afterDays(700);
    expect(await ruleOf(last, 'data_accesses')).toMatchObject({ years: 3, days: null, article: 'pipl56', removedInAll: 1 });
    expect(await ruleOf(last, 'closed_names')).toMatchObject({ removedInAll: 1 });
    expect((await last.getAccount({ params: { id: account.id } })).name).toBe('已注销用户');
    // Nothing ever goes from the trail.
    expect(await count('SELECT COUNT(*) AS total FROM audit_entries')).toBeGreaterThan(trail);
    expect(await ruleOf(last, 'audit_entries')).toMatchObject({ days: null, years: null, lastRunAt: null, removedInAll: 0 });
  }, 240_000);
});
