import { routes, type Problem, type Route } from '@kepu/contracts';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { postFile, twinOf } from './papers.js';

eachDatabase('a write under an Idempotency-Key', (database) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ database });
  });

  const create = async (name: string, key: string | undefined, as = 'office') => {
    const answer = await server.fetch('/api/v1/terms', {
      method: 'POST', as, body: JSON.stringify({ kind: 'audience', name }), headers: { 'content-type': 'application/json', ...(key === undefined ? {} : { 'idempotency-key': key }) },
    });
    return { status: answer.status, replayed: answer.headers.get('idempotent-replayed'), body: (await answer.json()) as Problem & { id: string } };
  };
  const total = async (name: string) => ((await (await server.fetch(`/api/v1/terms?q=${encodeURIComponent(name)}`, { as: 'office' })).json()) as { total: number }).total;

  it('is done once, and answered alike when it is repeated', async () => {
    const first = await create('摆渡人', 'key-fisher-1');
    expect([first.status, first.replayed]).toEqual([201, null]);
    const again = await create('摆渡人', 'key-fisher-1');
    expect(again).toEqual({ status: 201, replayed: 'true', body: first.body });
    expect((await create('摆渡人', undefined)).body.code).toBe('term.name_taken');
    expect(await total('摆渡人')).toBe(1);
  });

  it('is refused when the key comes with something else, and is another one of another person', async () => {
    await create('船员', 'key-sailor-1');
    expect(await create('船长', 'key-sailor-1')).toMatchObject({ status: 422, body: { code: 'idempotency.mismatch' } });
    expect(await total('船长')).toBe(0);
    expect(await create('船长', 'key-sailor-1', 'editor')).toMatchObject({ status: 201, replayed: null });
    // A key is of its route: the same one elsewhere is another write.
    const elsewhere = await server.fetch('/api/v1/workdays', { method: 'POST', as: 'office', body: JSON.stringify({ date: '2031-05-04', kind: 'holiday', name: '测试' }), headers: { 'content-type': 'application/json', 'idempotency-key': 'key-sailor-1' } });
    expect(elsewhere.status).toBe(201);
  });

  it('is done once when five come at the same moment', async () => {
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => create('灯塔工', 'key-lighthouse')));
    const done = outcomes.filter((outcome) => outcome.status === 201);
    expect(new Set(done.map((outcome) => outcome.body.id)).size).toBe(1);
    expect(done.filter((outcome) => outcome.replayed === null)).toHaveLength(1);
    for (const other of outcomes.filter((outcome) => outcome.status !== 201)) expect(other).toMatchObject({ status: 409, body: { code: 'idempotency.in_progress' } });
    expect(await total('灯塔工')).toBe(1);
    // Without the key the same race is decided by the name alone: the control.
    const unguarded = await Promise.all(Array.from({ length: 5 }, () => create('守塔人', undefined)));
    expect(unguarded.map((outcome) => outcome.body.code ?? 'done').sort()).toEqual(['done', ...Array<string>(4).fill('term.name_taken')]);
  });

  it('that was refused can be tried again under its key', async () => {
    await create('护林员', undefined);
    expect((await create('护林员', 'key-forest-1')).body.code).toBe('term.name_taken');
    const [row] = ((await (await server.fetch(`/api/v1/terms?q=${encodeURIComponent('护林员')}`, { as: 'office' })).json()) as { data: { id: string; version: number }[] }).data;
    await server.fetch(`/api/v1/terms/${row?.id}`, { method: 'PATCH', as: 'office', body: JSON.stringify({ version: row?.version, name: '巡山员' }), headers: { 'content-type': 'application/json' } });
    expect((await create('护林员', 'key-forest-1')).status).toBe(201);
  });

  it.each(['short', 'x'.repeat(101), 'with blank', '键键键键键键键键'])('is refused with a key like %j', async (key) => {
    const answer = await server.fetch('/api/v1/terms', { method: 'POST', as: 'office', body: '{}', headers: { 'content-type': 'application/json', 'idempotency-key': encodeURI(key).includes('%E') ? Buffer.from(key).toString('latin1') : key } });
    expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([400, 'input.invalid']);
  });

  it('of a paper keeps one import, and its commit makes one plan', async () => {
    const paper = twinOf(2019).txt;
    const headers = { 'idempotency-key': 'upload-2019-1' };
    const [first, second] = [await (await postFile(server, 'office', paper, '2019.txt', headers)).json() as { id: string }, await postFile(server, 'office', paper, '2019.txt', headers)];
    expect(second.headers.get('idempotent-replayed')).toBe('true');
    expect(await second.json()).toEqual(first);
    const commit = async () => server.fetch(`/api/v1/plan-imports/${first.id}/commit`, { method: 'POST', as: 'office', headers: { 'idempotency-key': 'commit-2019-1' } });
    const [committed, repeated] = [await (await commit()).json(), await (await commit()).json()];
    expect(committed).toMatchObject({ already: false, added: { items: 99 } });
    expect(repeated).toEqual(committed);
  });

  it('keeps no answer with a secret in it', () => {
    const secret = (Object.values(routes) as Route[]).filter((route) => route.repeatable && /"\w*(password|token|secret)\w*":/i.test(JSON.stringify(route.response?.toJSONSchema({ unrepresentable: 'any' }))));
    expect(secret.map((route) => route.name)).toEqual([]);
  });
});
