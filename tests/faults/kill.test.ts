import type { Client } from '@kepu/api-client';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { allItems, textPaper, twinOf, unitIds, until, upload } from '../http/papers.js';

/** S4: the process dies where it hurts most, and starts again. */
eachDatabase('kill -9', (database) => {
  let server: TestServer;
  let office: Client;
  beforeAll(async () => {
    server = await startServer({ database });
    office = await server.client('office');
  });

  /** Dies at a failpoint while a request runs, and comes back. */
  const dieAt = async (failpoint: string, request: () => Promise<unknown>): Promise<void> => {
    await server.control.failpoint(failpoint, 'kill');
    const ended = server.process.ended();
    await request().catch(() => undefined);
    expect(await ended).toBeNull();
    await server.restart();
  };

  it('during the commit of a paper leaves nothing of it, and the commit can be repeated', async () => {
    const preview = await upload(office, twinOf(2019).docx, '2019.docx');
    const audit = async () => (await office.listAuditEntries({ query: { action: 'plan.committed' } })).total;
    const before = await audit();
    await dieAt('plan-commit:inserted', () => office.commitPlanImport({ params: { id: preview.id } }));

    expect(await office.listPlans({ query: { year: 2019 } })).toEqual({ data: [], total: 0 });
    expect(await office.getPlanImport({ params: { id: preview.id } })).toEqual(preview);
    expect(await audit()).toBe(before);
    const { plan, added, already } = await office.commitPlanImport({ params: { id: preview.id } });
    expect([already, added]).toEqual([false, { items: 99, assignments: 99, targets: 4 }]);
    expect(await allItems(office, plan.id)).toHaveLength(99);
    expect(await audit()).toBe(before + 1);
  });

  it('during a commit under an idempotency key leaves a claim that ends, and then the same request does its work', async () => {
    const preview = await upload(office, twinOf(2018).txt, '2018.txt');
    const commit = () => office.commitPlanImport({ params: { id: preview.id }, idempotencyKey: 'commit-2018-kill' });
    await dieAt('plan-commit:inserted', commit);
    await expect(commit()).rejects.toThrow('idempotency.in_progress');
    await server.control.clock({ advanceMs: 61_000 });
    const { plan } = await commit();
    expect((await commit()).plan.id).toBe(plan.id);
    expect((await office.listPlans({ query: { year: 2018 } })).total).toBe(1);
    await server.control.clock({ reset: true });
  });

  it.each([['before anything of a notice is written', 'notice:before', 2017], ['after it was written', 'notice:delivered', 2016]] as const)('%s, the notice is in the app once after the restart', async (_, failpoint, year) => {
    const league = await server.client('liaison');
    const { plan } = await office.commitPlanImport({ params: { id: (await upload(office, twinOf(year).docx, `${year}.docx`)).id } });
    const notices = async () => (await league.listNotices({ query: { perPage: 200 } })).data.filter((notice) => notice.link?.includes(plan.id) === true);
    await dieAt(failpoint, async () => {
      // The commit of the issue is acknowledged; the worker dies afterwards.
      expect((await office.issuePlan({ params: { id: plan.id }, body: { version: plan.version } })).state).toBe('issued');
    });
    expect((await office.getPlan({ params: { id: plan.id } })).state).toBe('issued');
    // The dead worker's lease runs out by the clock.
    await server.control.clock({ advanceMs: 10 * 60_000 });
    const seen = await until(notices, (list) => list.length > 0);
    expect(seen).toHaveLength(1);
    // Another event has been handled meanwhile, so that a second delivery would have shown itself.
    const [row] = (await league.listAssignments({ query: { planId: plan.id, perPage: 1 } })).data;
    await league.askAboutAssignment({ params: { id: row?.id ?? '' }, body: { version: row?.version ?? 0, text: '请说明。' } });
    await until(async () => (await office.listNotices({ query: { perPage: 200 } })).data.filter((notice) => notice.link === `/items/${row?.item.id}/show`), (list) => list.length > 0);
    expect(await notices()).toHaveLength(1);
    const units = await unitIds(office);
    expect((await office.listSignOffs({ params: { id: plan.id } })).data.find((entry) => entry.unit.id === units.get('团市委'))?.tally.asked).toBe(1);
    await server.control.clock({ reset: true });
  });

  it('while a paper is read: it is read after the restart, and the person is told', async () => {
    const answer = upload(office, twinOf(2015).docx, '2015.docx').catch(() => null);
    const queued = await until(async () => (await office.listPlanImports({ query: { q: '2015.docx' } })).data[0], (row) => row !== undefined);
    await server.kill9();
    await answer;
    await server.restart();
    // The lease of the dead process runs out by the clock.
    await server.control.clock({ advanceMs: 10 * 60_000 });
    const preview = await until(() => office.getPlanImport({ params: { id: queued?.id ?? '' } }), (one) => one.state === 'ready');
    expect(preview.summary.items).toBe(99);
    await server.control.clock({ reset: true });
  });

  it('in the middle of many writes loses nothing that was acknowledged', async () => {
    const acknowledged: string[] = [];
    const writers = [0, 1].map(async (writer) => {
      for (let at = 0; ; at += 1) acknowledged.push((await upload(office, textPaper(2014, [['市科协', '农民科学素质行动', `第 ${writer}-${at} 次。`]]), `kill-${writer}-${at}.txt`)).id);
    });
    const stopped = Promise.allSettled(writers);
    await until(async () => acknowledged.length, (count) => count >= 4);
    await server.kill9();
    await stopped;
    await server.restart();
    const kept = await office.listPlanImports({ query: { ids: acknowledged.slice(0, 200).join(','), perPage: 200 } });
    expect(kept.data.map((row) => [row.id, row.state, row.summary.items]).sort()).toEqual(acknowledged.map((id) => [id, 'ready', 1]).sort());
  });
});
