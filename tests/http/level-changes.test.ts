import { createClient, type Client } from '@kepu/api-client';
import type { HandedItem, Item, Plan } from '@kepu/contracts';
import { ownPassword } from '../matrix/people.js';
import { eachDatabase } from '../support/engines.js';
import { signIn, startServer, type TestServer } from '../support/server.js';
import { allItems, commit, refusal, textPaper, unitIds, upload } from './papers.js';

const year = 2031;
/** 腾蛟镇 ends in 水头镇, both in 平阳县. */
const [pingyang, ending, successor] = ['330326', '330326107', '330326102'];
const [farmers, homes] = ['农民科学素质行动', '社区科普益民工程建设'];

/** What becomes of plans below when the one above is revised, and when units and divisions end. */
eachDatabase('plans below, when things change above and around them', (database) => {
  let server: TestServer;
  let [office, county, rural, other]: Client[] = [];
  let units: ReadonlyMap<string, string>;
  let [cityPlan, countyPlan, ruralPlan]: Plan[] = [];
  let [cityItems, countyItems]: Item[][] = [];
  const of = <T>(value: T | undefined | null): T => { if (value == null) throw new Error('Nothing is there'); return value; };
  const code = async (call: Promise<unknown>) => (await refusal(call)).code;
  const at = ({ id, version }: { id: string; version: number }) => ({ params: { id }, body: { version } });
  const unit = (name: string) => of(units.get(name));
  const clerk = async (email: string, divisionId: string): Promise<Client> => {
    const { id, initialPassword } = await of(office).createAccount({ body: { name: '办公室人员', email } });
    await of(office).createGrant({ body: { accountId: id, role: 'county', scopeKind: 'division', scopeId: divisionId } });
    const cookie = await signIn(server.url, email, initialPassword);
    await server.fetch('/api/v1/me/password', { method: 'POST', headers: { cookie, 'content-type': 'application/json' }, body: JSON.stringify({ current: initialPassword, next: ownPassword }) });
    return createClient({ baseUrl: server.url, parseAnswers: true, headers: { cookie } });
  };
  const make = async (client: Client | undefined, divisionId: string, title: string, items: readonly { text: string; units: readonly string[]; parents: readonly string[] }[]): Promise<Plan> => {
    const draft = await of(client).createPlan({ body: { divisionId, year, title, docNumber: '样〔2031〕1号', issuedOn: '2031-03-01' } });
    const filled = await of(client).createItems({ params: { id: draft.id }, body: { version: draft.version, items: items.map(({ text, units: names, parents }) => ({ programmeId: of(of(cityItems)[0]).programme.id, text, unitIds: names.map(unit), parentIds: [...parents] })) } });
    return of(client).issuePlan(at(filled));
  };
  const handed = async (client: Client | undefined, query = {}): Promise<HandedItem[]> => (await of(client).listHandedItems({ params: { id: of(cityPlan).id }, query: { perPage: 50, ...query } })).data;
  const levelOf = async (client: Client | undefined, plan: Plan | undefined, divisionId: string) => of((await of(client).listLevels({ params: { id: of(plan).id } })).data.find(({ division }) => division.id === divisionId));

  beforeAll(async () => {
    server = await startServer({ database });
    [office, county] = await Promise.all([server.client('office'), server.client('county')]);
    units = await unitIds(of(office));
    [rural, other] = [await clerk('ending@demo.kepu', ending), await clerk('successor@demo.kepu', successor)];
    const draft = await commit(of(office), textPaper(year, [['市科协', farmers, '开展科学素质培训。'], ['市科协', homes, '建设科普阵地。'], ['市教育局', farmers, '组织科普活动周。']]), `${year}.txt`);
    const numbered = await of(office).updatePlan({ params: { id: draft.id }, body: { version: draft.version, docNumber: '温全科样〔2031〕1号', issuedOn: '2031-03-01', issuer: '样例办公室' } });
    cityPlan = await of(office).issuePlan(at(numbered));
    cityItems = await allItems(of(office), cityPlan.id);
    await of(office).handDownItems({ params: { id: cityPlan.id }, body: { itemIds: cityItems.map(({ id }) => id), divisionIds: [pingyang] } });
    countyPlan = await make(county, pingyang, '平阳县任务分解表', [{ text: '村里培训。', units: ['白茶岭村'], parents: [of(cityItems[0]).id] }, { text: '社区阵地。', units: ['南桥头社区'], parents: [of(cityItems[1]).id] }]);
    countyItems = await allItems(of(county), countyPlan.id);
    await of(county).signHandedItems({ body: { ids: (await handed(county)).filter(({ item }) => item.id === of(of(cityItems)[1]).id).map(({ id }) => id) } });
  });

  it('keep what was made of an item that an edition withdraws, and nobody signs for it any more', async () => {
    expect((await levelOf(office, cityPlan, pingyang)).handed).toEqual({ total: 3, signed: 1, open: 1 });
    const [kept, , third] = of(cityItems);
    const gone = of(of(cityItems)[1]);
    const rows = [of(kept), of(third)].map((item) => [item.units.map(({ printed }) => printed).join('、'), item.programme.name, item.text]);
    const preview = await upload(of(office), textPaper(year, rows), `${year}-2.txt`);
    let draft = await of(office).createPlanRevision({ params: { id: preview.id }, body: { version: preview.version } });
    draft = await of(office).updatePlanRevision({ params: { id: draft.id }, body: { version: draft.version, docNumber: '温全科样〔2031〕2号', issuedOn: '2031-06-01', unprinted: [{ itemId: gone.id, keep: false }] } });
    await of(office).issuePlanRevision(at(draft));
    const below = of((await of(county).getItem({ params: { id: of(of(countyItems)[1]).id } })));
    expect(below).toMatchObject({ text: '社区阵地。', standing: 'printed', parents: [{ id: gone.id, standing: 'withdrawn' }] });
    expect((await of(county).listAssignments({ query: { planId: of(countyPlan).id, perPage: 50 } })).data.map(({ state }) => state)).toEqual(['pending', 'pending']);
    expect((await handed(county)).map(({ item, state }) => [item.standing === 'withdrawn', state])).toEqual(expect.arrayContaining([[true, 'signed'], [false, 'pending'], [false, 'pending']]));
    expect((await levelOf(office, cityPlan, pingyang)).handed).toEqual({ total: 2, signed: 0, open: 1 });
    expect((await handed(county, { open: 'true' })).map(({ item }) => item.text)).toEqual(['组织科普活动周。']);
    expect(await code(of(office).handDownItems({ params: { id: of(cityPlan).id }, body: { itemIds: [gone.id], divisionIds: ['330302'] } }))).toBe('reference.not_found');
    // Of all that is chosen at once, what is withdrawn meanwhile is passed over.
    const [one] = (await of(office).listHandedItems({ params: { id: of(cityPlan).id }, query: { itemId: gone.id } })).data;
    await of(office).withdrawHandedItem(at(of(one)));
    expect((await handed(county)).map(({ state }) => state)).toEqual(['pending', 'pending']);
    expect(await of(county).signHandedItems({ body: { ids: [...(await handed(county)).map(({ id }) => id), of(one).id] } })).toEqual({ changed: 2 });
  });

  it('go on with the unit in which one of theirs ends', async () => {
    const ends = await of(office).getUnit({ params: { id: unit('南桥头社区') } });
    const today = (await of(office).getSession()).today;
    await of(office).mergeUnit({ params: { id: ends.id }, body: { version: ends.version, successorId: unit('白茶岭村'), on: today } });
    const rows = (await of(county).listAssignments({ query: { planId: of(countyPlan).id, perPage: 50 } })).data;
    expect(rows.map(({ unit: { name }, unit: { printed } }) => [name, printed])).toEqual([['白茶岭村', '白茶岭村'], ['白茶岭村', '南桥头社区']]);
    expect((await of(county).getItem({ params: { id: of(of(countyItems)[1]).id } })).parents.map(({ text }) => text)).toEqual(['建设科普阵地。']);
    expect(await levelOf(office, cityPlan, pingyang)).toMatchObject({ plan: { id: of(countyPlan).id }, items: 2, linked: 2, signOff: { total: 2 } });
    expect(await of(county).recordSignOffs({ params: { id: of(countyPlan).id }, body: { unitIds: [unit('白茶岭村')], note: '合并后一并签收' } })).toEqual({ changed: 2 });
  });

  it('are kept by the office of the division in which theirs ends, and what was handed down is asked of it', async () => {
    const items = of(countyItems);
    ruralPlan = await make(rural, ending, '腾蛟镇任务分解表', [{ text: '镇里培训。', units: ['白茶岭村'], parents: [of(items[0]).id] }]);
    const hand = (divisionIds: readonly string[], itemIds: readonly string[]) => of(county).handDownItems({ params: { id: of(countyPlan).id }, body: { itemIds: [...itemIds], divisionIds: [...divisionIds] } });
    await hand([ending], items.map(({ id }) => id));
    await hand([successor], [of(items[1]).id]);
    expect(await code(of(other).getPlan({ params: { id: ruralPlan.id } }))).toBe('resource.not_found');
    expect(await levelOf(county, countyPlan, ending)).toMatchObject({ handed: { total: 2, open: 1 } });
    await of(office).mergeDivision({ params: { code: ending }, body: { successorCode: successor, on: (await of(office).getSession()).today } });
    // Whoever kept it keeps it on, and so does the office of the successor.
    for (const client of [rural, other]) expect(await of(client).getPlan({ params: { id: ruralPlan.id } })).toMatchObject({ kept: true, divisionId: ending, officeId: successor, state: 'issued' });
    expect(await of(county).getPlan({ params: { id: ruralPlan.id } })).toMatchObject({ kept: false });
    const asked = (await of(other).listHandedItems({ params: { id: of(countyPlan).id }, query: { perPage: 50 } })).data;
    expect(asked.map(({ item, division, state }) => [item.text, division.id, state])).toEqual([['村里培训。', successor, 'pending'], ['社区阵地。', successor, 'pending']]);
    expect(await levelOf(county, countyPlan, successor)).toMatchObject({ handed: { total: 2, signed: 0, open: 1 } });
    expect(await of(other).signHandedItems({ body: { ids: asked.map(({ id }) => id) } })).toEqual({ changed: 2 });
    expect(await of(other).recordSignOffs({ params: { id: ruralPlan.id }, body: { unitIds: [unit('白茶岭村')], note: '代签' } })).toEqual({ changed: 1 });
    const own = await make(other, successor, '水头镇任务分解表', [{ text: '水头培训。', units: ['白茶岭村'], parents: [of(items[0]).id] }]);
    expect(await of(other).listPlans({ query: { year, perPage: 50 } })).toMatchObject({ data: expect.arrayContaining([expect.objectContaining({ id: own.id }), expect.objectContaining({ id: ruralPlan.id })]) as unknown });
    expect((await of(other).closePlan({ params: { id: ruralPlan.id }, body: { version: (await of(other).getPlan({ params: { id: ruralPlan.id } })).version, reason: '两镇合并' } })).state).toBe('closed');
  });
});
