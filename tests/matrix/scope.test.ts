import { randomUUID } from 'node:crypto';
import type { Client } from '@kepu/api-client';
import type { AssignmentRow, Item, Plan, PlanImport, Problem } from '@kepu/contracts';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { allItems, refusal, textPaper, twinOf, unitIds, upload } from '../http/papers.js';
import { newPerson } from './people.js';

/** S5: what a person may not see is not found, whichever way it is asked for, and is not counted. */
eachDatabase('what is not one’s own', (database) => {
  let server: TestServer;
  let office: Client;
  let league: Client;
  let plan: Plan;
  let draft: Plan;
  let waiting: PlanImport;
  let items: Item[];
  let units: ReadonlyMap<string, string>;
  let own: AssignmentRow[];
  let foreign: AssignmentRow[];
  const idOf = (name: string) => units.get(name) ?? '';

  beforeAll(async () => {
    server = await startServer({ database });
    [office, league] = await Promise.all([server.client('office'), server.client('liaison')]);
    units = await unitIds(office);
    plan = (await office.listPlans({ query: { state: 'issued' } })).data[0] as Plan;
    items = await allItems(office, plan.id);
    draft = (await office.commitPlanImport({ params: { id: (await upload(office, twinOf(2019).docx, '2019.docx')).id } })).plan;
    waiting = await upload(office, textPaper(2018, [['市科协', '农民科学素质行动', '尚未入库的一项工作。'], ['团市委', '农民科学素质行动', '组织青年下乡服务。']]), '2018.txt');
    own = (await league.listAssignments({ query: { perPage: 200 } })).data;
    foreign = (await office.listAssignments({ query: { planId: plan.id, perPage: 200 } })).data.filter((row) => row.unit.id !== idOf('团市委'));
  });

  const found = async (as: string, path: string): Promise<{ status: number; code: string | null; text: string }> => {
    const answer = await server.fetch(`/api/v1${path}`, { as });
    const text = await answer.text();
    return { status: answer.status, code: answer.ok ? null : (JSON.parse(text) as Problem).code, text };
  };
  const notFound = async (as: string, paths: readonly string[]): Promise<void> => {
    const nowhere = await found(as, `/items/${randomUUID()}`);
    for (const path of paths) {
      const answer = await found(as, path);
      expect([path, answer.status, answer.code]).toEqual([path, 404, 'resource.not_found']);
      // The same words as for what has never been.
      const plain = (text: string) => ({ ...(JSON.parse(text) as Problem), requestId: '' });
      expect(plain(answer.text)).toEqual(plain(nowhere.text));
    }
  };
  const refused = async (as: string, paths: readonly string[]): Promise<void> => {
    for (const path of paths) expect([path, (await found(as, path)).code]).toEqual([path, 'auth.forbidden']);
  };

  it('is not read by changing an id', async () => {
    const alone = foreign.find((row) => items.find((item) => item.id === row.item.id)?.units.length === 1)?.item.id ?? '';
    const inDraft = (await allItems(office, draft.id))[0]?.id ?? '';
    await notFound('liaison', [
      `/items/${alone}`, `/items/${alone}/history`, `/items/${inDraft}`, `/items/${inDraft}/history`, `/plans/${draft.id}`, `/plans/${draft.id}/items`, `/plans/${draft.id}/items.xlsx`, `/plans/${draft.id}/matrix`,
    ]);
    for (const as of ['county', 'reader']) {
      await notFound(as, [
        `/items/${inDraft}`, `/items/${inDraft}/history`, `/plans/${draft.id}`, `/plans/${draft.id}/items`, `/plans/${draft.id}/items.xlsx`, `/plans/${draft.id}/matrix`,
        `/plans/${draft.id}/sign-offs`, `/plans/${draft.id}/sign-offs.xlsx`, `/plans/${draft.id}/reminder`,
      ]);
    }
    // A county's office has imports of its own, and knows of no other.
    expect(JSON.parse((await found('county', '/plan-imports')).text)).toEqual({ data: [], total: 0 });
    await notFound('county', [`/plan-imports/${waiting.id}`, `/plan-imports/${waiting.id}/paper`, `/plan-imports/${draft.importId}/paper`]);
    for (const as of ['liaison', 'reader']) await refused(as, [`/plan-imports`, `/plan-imports/${waiting.id}`, `/plan-imports/${waiting.id}/paper`, `/plan-imports/${draft.importId}/paper`]);
    await refused('liaison', [`/plans/${plan.id}/sign-offs`, `/plans/${plan.id}/sign-offs.xlsx`, `/plans/${plan.id}/reminder`, '/accounts', '/grants', '/audit-entries']);
    for (const id of [waiting.id, draft.id]) await refused('county', [`/accounts/${id}`]);
    await refused('editor', ['/audit-entries']);
  });

  it('is not changed by changing an id, and stays as it was', async () => {
    const row = foreign.find((one) => one.state === 'pending') as AssignmentRow;
    const params = { id: row.id };
    expect((await refusal(league.askAboutAssignment({ params, body: { version: row.version, text: '这不是我们的任务。' } }))).code).toBe('resource.not_found');
    expect((await refusal(league.signAssignments({ body: { ids: [row.id] } }))).code).toBe('resource.not_found');
    const county = await server.client('county');
    for (const client of [league, county]) {
      // The office of a county has these rights for plans of its own.
      const refusedAs = client === county ? 'resource.not_found' : 'auth.forbidden';
      for (const call of [
        () => client.answerAssignment({ params, body: { version: 1, text: 'x' } }), () => client.reopenAssignment({ params, body: { version: 1, reason: 'x' } }),
        () => client.recordSignOffs({ params: { id: plan.id }, body: { unitIds: [row.unit.id], note: 'x' } }), () => client.issuePlan({ params: { id: draft.id }, body: { version: draft.version } }),
        () => client.undoPlan({ params: { id: draft.id }, body: { version: draft.version } }), () => client.commitPlanImport({ params: { id: waiting.id } }), () => client.discardPlanImport({ params: { id: waiting.id } }),
        () => client.closePlan({ params: { id: plan.id }, body: { version: plan.version, reason: 'x' } }),
      ]) expect((await refusal(call())).code).toBe(refusedAs);
      expect((await refusal(client.updateUnit({ params: { id: idOf('团市委') }, body: { version: 1, fullName: 'x' } }))).code).toBe('auth.forbidden');
    }
    expect((await office.listAssignments({ query: { ids: row.id } })).data[0]).toEqual(row);
    expect((await office.getPlan({ params: { id: draft.id } })).state).toBe('draft');
    expect((await office.getPlanImport({ params: { id: waiting.id } })).state).toBe('ready');
  });

  it('is not found through filters, and the totals know nothing of it', async () => {
    const [mine] = own;
    expect(new Set(own.map((row) => row.unit.id))).toEqual(new Set([idOf('团市委')]));
    const assignments = async (query: NonNullable<NonNullable<Parameters<Client['listAssignments']>[0]>['query']>) => league.listAssignments({ query: { perPage: 200, ...query } });
    expect(await assignments({ unitId: idOf('市科协') })).toEqual({ data: [], total: 0 });
    expect(await assignments({ ids: foreign.slice(0, 50).map((row) => row.id).join(',') })).toEqual({ data: [], total: 0 });
    expect((await assignments({ ids: [mine?.id, foreign[0]?.id].join(',') })).data.map((row) => row.id)).toEqual([mine?.id]);
    expect(await assignments({ planId: draft.id })).toEqual({ data: [], total: 0 });
    // A word of another unit's text finds as much as a word that nobody has written.
    const secret = foreign.map((row) => row.item.text.slice(4, 14)).find((words) => !own.some((row) => row.item.text.includes(words))) ?? '';
    expect(secret).not.toBe('');
    expect(await assignments({ q: secret })).toEqual({ data: [], total: 0 });
    expect((await league.listItems({ params: { id: plan.id }, query: { q: secret } }))).toEqual({ data: [], total: 0 });
    expect((await office.listItems({ params: { id: plan.id }, query: { q: secret } })).total).toBeGreaterThan(0);

    const mineHere = items.filter((item) => item.units.some((one) => one.printed === '团市委'));
    const list = async (query: NonNullable<Parameters<Client['listItems']>[0]['query']>) => league.listItems({ params: { id: plan.id }, query: { perPage: 200, ...query } });
    expect((await list({})).data.map((item) => item.id)).toEqual(mineHere.map((item) => item.id));
    for (const sort of ['-seq', 'unit', '-unit', 'programme', '-programme'] as const) {
      const sorted = await list({ sort });
      expect(sorted.data.map((item) => item.id).sort()).toEqual(mineHere.map((item) => item.id).sort());
      expect(sorted.total).toBe(mineHere.length);
    }
    expect((await list({ ids: items.map((item) => item.id).join(',') })).total).toBe(mineHere.length);
    expect((await list({ unitId: idOf('市财政局') })).total).toBe(mineHere.filter((item) => item.units.some((one) => one.printed === '市财政局')).length);
    // The state is that of the own assignment: others' signatures turn nothing up.
    expect((await list({ state: 'signed' })).total).toBe(0);
    expect((await list({ state: 'pending' })).total).toBe(mineHere.length);
    expect((await list({ page: 2 })).data).toEqual([]);
  });

  it('stands in no count, no matrix, no history and no part of an answer', async () => {
    const plans = await league.listPlans({ query: {} });
    expect(plans.data.map((one) => one.state)).not.toContain('draft');
    expect(await league.listPlans({ query: { state: 'draft' } })).toEqual({ data: [], total: 0 });
    expect(await league.listPlans({ query: { ids: draft.id } })).toEqual({ data: [], total: 0 });
    const ofPlan = own.filter((row) => row.item.planId === plan.id);
    expect((await league.getPlan({ params: { id: plan.id } })).signOff).toEqual({ total: ofPlan.length, signed: 0, asked: 0, pending: ofPlan.length });
    const matrix = await league.getMatrix({ params: { id: plan.id } });
    expect(matrix.units.map((unit) => unit.name)).toEqual(['团市委']);
    expect(matrix.programmes.reduce((sum, one) => sum + one.items, 0)).toBe(ofPlan.length);
    const { data } = await league.listItems({ params: { id: plan.id }, query: { perPage: 200 } });
    expect(data.flatMap((item) => item.assignments).every((assignment) => assignment.unit.id === idOf('团市委'))).toBe(true);
    // A question and its answer are of the unit that asked, and of the office.
    const asked = foreign.filter((row) => row.question !== null);
    expect(asked.length).toBeGreaterThan(0);
    const everything = JSON.stringify([data, matrix, plans, own, await Promise.all(data.map((item) => league.getItemHistory({ params: { id: item.id } })))]);
    for (const row of asked) expect(everything).not.toContain(row.question?.text);
  });

  it('is read whole by a county office, which was sent the paper, but for who has signed elsewhere', async () => {
    const county = await server.client('county');
    expect((await county.listItems({ params: { id: plan.id } })).total).toBe(items.length);
    expect((await allItems(county, plan.id)).flatMap((item) => item.assignments)).toEqual([]);
    expect((await county.listAssignments({ query: { planId: plan.id } })).total).toBe(0);
    expect((await county.listItems({ params: { id: plan.id }, query: { state: 'signed' } })).total).toBe(0);
    const matrix = await county.getMatrix({ params: { id: plan.id } });
    expect([matrix.units.length, matrix.cells.every((cell) => cell.tally.total === 0)]).toEqual([23, true]);
    // Neither the liaisons of the city's units nor when they were last here.
    expect(await county.listSignOffs({ params: { id: plan.id } })).toMatchObject({ data: [], total: 0 });
    await notFound('county', [`/plans/${plan.id}/reminder`]);
  });

  it('is nothing at all for a person without a right, and for one whose unit has no part', async () => {
    const nobody = await newPerson(server, office, 'nobody@demo.kepu');
    for (const path of ['/plans', '/assignments', '/units', '/accounts', `/plans/${plan.id}`, `/items/${items[0]?.id}`]) {
      expect([path, (await server.fetch(`/api/v1${path}`, { headers: { cookie: nobody.cookie } })).status]).toEqual([path, 403]);
    }
    const countyUnit = [...units.keys()].find((name) => !items.some((item) => item.units.some((unit) => unit.printed === name))) ?? '';
    const outside = await newPerson(server, office, 'outside@demo.kepu', { role: 'liaison', unit: countyUnit });
    for (const [path, expected] of [['/plans', 0], ['/assignments', 0]] as const) {
      expect(await (await server.fetch(`/api/v1${path}`, { headers: { cookie: outside.cookie } })).json()).toMatchObject({ data: [], total: expected });
    }
    for (const path of [`/plans/${plan.id}`, `/plans/${plan.id}/items`, `/plans/${plan.id}/matrix`, `/items/${items[0]?.id}`]) {
      expect([path, (await server.fetch(`/api/v1${path}`, { headers: { cookie: outside.cookie } })).status]).toEqual([path, 404]);
    }
  });

  it('are other people’s notices: they are neither listed nor marked', async () => {
    const women = await server.client('liaison-women');
    const [notice] = (await women.listNotices({ query: { perPage: 200 } })).data;
    expect(notice).toBeDefined();
    expect((await league.listNotices({ query: { ids: notice?.id } })).total).toBe(0);
    expect(await league.readNotices({ body: { ids: [notice?.id ?? ''] } })).toEqual({ changed: 0 });
    expect((await women.listNotices({ query: { ids: notice?.id } })).data[0]?.readAt).toBeNull();
  });

  it('is the way a contact reads: nobody sees one whole', async () => {
    const people = (await office.listAccounts({ query: { perPage: 200 } })).data;
    expect(people.length).toBeGreaterThan(20);
    expect(people.every((person) => person.email === null || /^.\*\*\*@/.test(person.email))).toBe(true);
    // Neither the words of an address nor its parts find anybody.
    for (const q of ['demo.kepu', '@', 'liaison-women']) expect((await office.listAccounts({ query: { q } })).total).toBe(0);
  });
});
