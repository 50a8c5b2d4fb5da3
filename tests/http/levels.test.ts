import { createClient, type Client } from '@kepu/api-client';
import type { Item, Measure, Plan } from '@kepu/contracts';
import ExcelJS from 'exceljs';
import { ownPassword } from '../matrix/people.js';
import { eachDatabase } from '../support/engines.js';
import { signIn, startServer, type TestServer } from '../support/server.js';
import { allItems, commit, refusal, textPaper, upload, until } from './papers.js';

const year = 2031;
const [lucheng, pingyang, longgang] = ['330302', '330326', '330383'];
const township = '330302102';

eachDatabase('plans of counties and townships', (database) => {
  let server: TestServer;
  let [office, leader, county, other, coastal, rural]: Client[] = [];
  let units: ReadonlyMap<string, { id: string; divisionId: string }>;
  let programmes: string[];
  let [cityPlan, countyPlan]: Plan[] = [];
  let [cityItems, countyItems]: Item[][] = [];
  let otherCookie: string;
  const of = <T>(value: T | undefined | null): T => { if (value == null) throw new Error('Nothing is there'); return value; };
  const code = async (call: Promise<unknown>) => (await refusal(call)).code;
  const at = ({ id, version }: { id: string; version: number }) => ({ params: { id }, body: { version } });
  const unit = (name: string) => of(units.get(name)).id;
  const fresh = (client: Client | undefined, plan: Plan) => of(client).getPlan({ params: { id: plan.id } });
  const begin = (client: Client | undefined, divisionId: string, title: string, docNumber = '样〔2031〕1号', of31 = year) => of(client).createPlan({ body: { divisionId, year: of31, title, docNumber, issuedOn: '2031-03-01' } });
  const add = (client: Client | undefined, plan: Plan, items: readonly { text: string; units: readonly string[]; parents?: readonly string[] }[]) =>
    of(client).createItems({ params: { id: plan.id }, body: { version: plan.version, items: items.map(({ text, units: names, parents = [] }) => ({ programmeId: of(programmes[0]), text, unitIds: names.map(unit), parentIds: [...parents] })) } });
  const clerk = async (email: string, divisionId: string) => {
    const { id, initialPassword } = await of(office).createAccount({ body: { name: '县办人员', email } });
    await of(office).createGrant({ body: { accountId: id, role: 'county', scopeKind: 'division', scopeId: divisionId } });
    const cookie = await signIn(server.url, email, initialPassword);
    await server.fetch('/api/v1/me/password', { method: 'POST', headers: { cookie, 'content-type': 'application/json' }, body: JSON.stringify({ current: initialPassword, next: ownPassword }) });
    return { cookie, client: createClient({ baseUrl: server.url, parseAnswers: true, headers: { cookie } }) };
  };
  const number = (client: Client | undefined, itemId: string, more: { fromBelow?: boolean; unitOfMeasure?: string } = {}) =>
    of(client).createMeasure({ params: { id: itemId }, body: { kind: 'number', name: '培训', sources: ['trained'], min: 500, unitOfMeasure: '人次', ...more } });
  const measured = (client: Client | undefined, one: Measure) => of(client).listMeasures({ query: { ids: one.id } }).then(({ data }) => of(data[0]));
  const trained = async (client: Client | undefined, unitName: string, quantity: number, itemIds: readonly string[]) => {
    const file = await of(client).createFile({ file: new Blob([Buffer.from(`名单 ${unitName} ${quantity} ${itemIds.join(' ')}`)]), fileName: '名单.txt' });
    const entry = await of(client).createWorkEntry({ body: { unitId: unit(unitName), kind: 'training', title: `${unitName}培训`, quantity, unitOfMeasure: '人次', fromDay: '2016-04-05', toDay: '2016-04-06', serves: itemIds.map((itemId) => ({ itemId })), details: { days: 2 }, place: '礼堂', fileIds: [file.id] } });
    await of(office).acceptWorkEntry(at(await of(client).submitWorkEntry(at(entry))));
    return entry;
  };

  beforeAll(async () => {
    server = await startServer({ database, env: { SESSION_IDLE_MINUTES: '10080', SESSION_MAX_HOURS: '720' } });
    [office, leader] = await Promise.all(['office', 'leader'].map((name) => server.client(name)));
    const named = (await Promise.all([1, 2, 3].map((page) => of(office).listUnits({ query: { perPage: 200, page } })))).flatMap(({ data }) => data);
    units = new Map(named.map((one) => [one.name, { id: one.id, divisionId: one.division.code }]));
    const sets = await of(office).listProgrammes({ query: { perPage: 200 } });
    programmes = sets.data.map(({ id }) => id);
    county = (await clerk('lucheng@demo.kepu', lucheng)).client;
    ({ client: other, cookie: otherCookie } = await clerk('pingyang@demo.kepu', pingyang));
    coastal = (await clerk('longgang@demo.kepu', longgang)).client;
    rural = (await clerk('township@demo.kepu', township)).client;
    const draft = await begin(office, '330300', '市任务分解表');
    cityPlan = await add(office, draft, [{ text: '开展科学素质培训。', units: ['市科协', '溪月村'] }, { text: '建设科普阵地。', units: ['市科协'] }, { text: '组织科普活动周。', units: ['市教育局'] }]);
    cityPlan = await of(office).issuePlan(at(cityPlan));
    cityItems = await allItems(of(office), cityPlan.id);
  });

  it('are made of the items above by the office of the division, and of nothing that lies outside it', async () => {
    const draft = await begin(county, lucheng, '鹿城区任务分解表', '鹿〔2031〕1号');
    expect(draft).toMatchObject({ divisionId: lucheng, officeId: lucheng, kept: true, state: 'draft', counts: { items: 0 } });
    expect(await code(of(county).issuePlan(at(draft)))).toBe('plan.empty');
    expect(await code(begin(county, lucheng, '再来一份'))).toBe('plan.year_taken');
    for (const [client, divisionId] of [[county, pingyang], [county, '330300'], [rural, lucheng], [office, '339999']] as const) expect(await code(begin(client, divisionId, '不行'))).toBe('reference.not_found');
    expect(await code(add(county, draft, [{ text: '越界。', units: ['白茶岭村'] }]))).toBe('plan.unit_outside');
    expect(await code(add(county, draft, [{ text: '没有这项。', units: ['溪月村'], parents: [draft.id] }]))).toBe('reference.not_found');
    const [first, second, third] = of(cityItems);
    countyPlan = await add(county, draft, [
      { text: '街道培训。', units: ['锦灯里社区'], parents: [of(first).id] }, { text: '乡村培训。', units: ['溪月村'], parents: [of(first).id, of(second).id] }, { text: '本区自己的任务。', units: ['锦灯里社区'] }, { text: '写错的任务。', units: ['溪月村'], parents: [of(third).id] },
    ]);
    expect(countyPlan.counts).toEqual({ units: 2, programmes: 1, cells: 2, items: 4, targets: 0 });
    expect(await code(add(county, draft, [{ text: '迟到的任务。', units: ['溪月村'] }]))).toBe('version.stale');
    const [, , , wrong] = await allItems(of(county), countyPlan.id);
    const changed = await of(county).updateItem({ params: { id: of(wrong).id }, body: { version: of(wrong).version, text: '改好的任务。', unitIds: [unit('锦灯里社区')], dueOn: '2031-10-31', parentIds: [] } });
    expect(changed).toMatchObject({ text: '改好的任务。', due: { date: '2031-10-31' }, parents: [], units: [{ printed: '锦灯里社区' }] });
    expect(await code(of(county).updateItem({ params: { id: changed.id }, body: { version: of(wrong).version, text: '迟到的修改。' } }))).toBe('version.stale');
    await of(county).removeItem(at(changed));
    countyItems = await allItems(of(county), countyPlan.id);
    expect(countyItems.map(({ text, parents }) => [text, parents.map((parent) => parent.text)])).toEqual([['街道培训。', ['开展科学素质培训。']], ['乡村培训。', ['开展科学素质培训。', '建设科普阵地。']], ['本区自己的任务。', []]]);
  });

  it('are drafts of their own office until they are out, and not there for the neighbours afterwards', async () => {
    for (const client of [office, leader, other, rural]) expect(await code(fresh(client, of(countyPlan)))).toBe('resource.not_found');
    countyPlan = await of(county).issuePlan(at(await fresh(county, of(countyPlan))));
    expect(countyPlan).toMatchObject({ state: 'issued', kept: true });
    expect(await fresh(office, countyPlan)).toMatchObject({ kept: false, signOff: { total: 3 } });
    expect((await fresh(rural, countyPlan)).kept).toBe(false);
    expect(await code(fresh(other, countyPlan))).toBe('resource.not_found');
    for (const client of [county, other]) expect((await of(client).listPlans({ query: { year, perPage: 50 } })).data.map(({ divisionId }) => divisionId)).toEqual(client === county ? ['330300', lucheng] : ['330300']);
    const [planId, itemId] = [countyPlan.id, of(of(countyItems)[0]).id];
    const assignmentId = of(of(of(countyItems)[0]).assignments[0]).id;
    const gone = [
      `/plans/${planId}`, `/plans/${planId}/items`, `/plans/${planId}/items.xlsx`, `/plans/${planId}/matrix`, `/plans/${planId}/sign-offs`, `/plans/${planId}/sign-offs.xlsx`, `/plans/${planId}/reminder`, `/plans/${planId}/paper.docx`, `/plans/${planId}/paper.xlsx`, `/plans/${planId}/lights`, `/plans/${planId}/lights/summary`,
      `/plans/${planId}/joint-groups`, `/plans/${planId}/revisions`, `/plans/${planId}/levels`, `/plans/${planId}/levels.xlsx`, `/plans/${planId}/handed-items`, `/plans/${planId}/open-work`, `/items/${itemId}`, `/items/${itemId}/history`, `/items/${itemId}/below`, `/items/${itemId}/revisions`, `/evidence?itemId=${itemId}`,
    ];
    for (const path of gone) expect([path, (await server.fetch(`/api/v1${path}`, { headers: { cookie: otherCookie } })).status]).toEqual([path, 404]);
    const write = (method: string, path: string, body: object) => server.fetch(`/api/v1${path}`, { method, headers: { cookie: otherCookie, 'content-type': 'application/json' }, body: JSON.stringify(body) }).then(({ status }) => [path, status]);
    const measure = { kind: 'number', name: '偷加', sources: ['trained'], min: 1, unitOfMeasure: '人次' };
    for (const [method, path, body] of [
      ['PATCH', `/plans/${planId}`, { version: 1, title: '改题' }], ['POST', `/plans/${planId}/close`, { version: 1, reason: '关' }], ['POST', `/plans/${planId}/items`, { version: 1, items: [{ programmeId: programmes[0], text: '加', unitIds: [unit('白茶岭村')] }] }], ['PATCH', `/items/${itemId}`, { version: 1, parentIds: [] }],
      ['POST', `/items/${itemId}/remove`, { version: 1 }], ['POST', `/items/${itemId}/measures`, measure], ['POST', `/plans/${planId}/sign-offs`, { unitIds: [unit('锦灯里社区')], note: '代' }], ['POST', `/plans/${planId}/handed-items`, { itemIds: [itemId], divisionIds: [township] }],
      ['POST', `/assignments/${assignmentId}/reopen`, { version: 1, reason: '重签' }], ['PUT', `/plans/${planId}/light-rules`, { version: 0, yellowGap: 10, redGap: 25, nearWorkdays: 10, proofWorkdays: 10, missedReport: 'yellow' }],
    ] as const) expect(await write(method, path, body)).toEqual([path, 404]);
    expect((await of(other).listAssignments({ query: { planId, perPage: 50 } })).total + (await of(other).listMeasures({ query: { planId, perPage: 50 } })).total).toBe(0);
  });

  it('are written by the office that keeps them, and read by the one above', async () => {
    const plan = of(countyPlan);
    expect(await code(of(office).closePlan({ params: { id: plan.id }, body: { version: plan.version, reason: '市里不能关' } }))).toBe('resource.not_found');
    expect(await code(of(county).closePlan({ params: { id: of(cityPlan).id }, body: { version: of(cityPlan).version, reason: '区里不能关' } }))).toBe('resource.not_found');
    expect(await code(number(office, of(of(countyItems)[0]).id))).toBe('resource.not_found');
    expect(await code(number(county, of(of(cityItems)[0]).id))).toBe('resource.not_found');
    expect(await code(of(county).recordSignOffs({ params: { id: of(cityPlan).id }, body: { unitIds: [unit('溪月村')], note: '代签' } }))).toBe('resource.not_found');
    expect(await of(county).recordSignOffs({ params: { id: plan.id }, body: { unitIds: [unit('溪月村')], note: '已在会上签收' } })).toEqual({ changed: 1 });
    expect((await of(county).listSignOffs({ params: { id: plan.id } })).data.map(({ unit: { name }, tally }) => [name, tally.signed])).toEqual([['锦灯里社区', 0], ['溪月村', 1]]);
    expect((await of(office).getMatrix({ params: { id: plan.id } })).units).toHaveLength(2);
    expect((await of(county).listLights({ params: { id: plan.id } })).total).toBe(3);
    const period = await of(county).createReportPeriod({ params: { id: plan.id }, body: { kind: 'month', name: '四月', from: '2031-04-01', to: '2031-04-30', opensOn: '2031-04-25', dueOn: '2031-05-05' } });
    expect(await code(of(office).updateReportPeriod({ params: { id: period.id }, body: { version: period.version, name: '改名' } }))).toBe('resource.not_found');
    expect(await code(of(other).getReportPeriod({ params: { id: period.id } }))).toBe('resource.not_found');
    const item = of(of(countyItems)[2]);
    expect(await code(of(county).updateItem({ params: { id: item.id }, body: { version: item.version, text: '下发后改字。' } }))).toBe('lifecycle.not_allowed');
    expect((await of(county).updateItem({ params: { id: item.id }, body: { version: item.version, parentIds: [of(of(cityItems)[2]).id] } })).parents.map(({ text }) => text)).toEqual(['组织科普活动周。']);
  });

  it('answer what is handed down, signed for by the office below', async () => {
    const [first, , third] = of(cityItems);
    const hand = (client: Client | undefined, itemIds: readonly string[], divisionIds: readonly string[]) => of(client).handDownItems({ params: { id: of(cityPlan).id }, body: { itemIds: [...itemIds], divisionIds: [...divisionIds] } });
    expect(await code(hand(county, [of(first).id], [lucheng]))).toBe('resource.not_found');
    for (const [items, divisions] of [[[of(first).id], [township]], [[of(of(countyItems)[0]).id], [lucheng]], [[of(first).id], ['330300']]] as const) expect(await code(hand(office, items, divisions))).toBe('reference.not_found');
    const both = await Promise.all([hand(office, [of(first).id, of(third).id], [lucheng, pingyang]), hand(office, [of(first).id, of(third).id], [lucheng, pingyang])]);
    expect(both.reduce((sum, { changed }) => sum + changed, 0)).toBe(4);
    const list = (client: Client | undefined, query = {}) => of(client).listHandedItems({ params: { id: of(cityPlan).id }, query: { perPage: 50, ...query } });
    expect((await list(office)).total).toBe(4);
    const own = await list(county);
    expect(own.data.map(({ item, division, state, below }) => [item.text, division.id, state, below.map(({ text }) => text)])).toEqual([['开展科学素质培训。', lucheng, 'pending', ['街道培训。', '乡村培训。']], ['组织科普活动周。', lucheng, 'pending', ['本区自己的任务。']]]);
    expect((await list(other, { open: 'true' })).total).toBe(2);
    expect((await list(county, { open: 'true' })).total).toBe(0);
    await until(async () => (await of(county).listNotices({ query: { perPage: 50 } })).data, (notices) => notices.some(({ kind }) => kind === 'items_handed'));
    const ids = own.data.map(({ id }) => id);
    expect(await code(of(other).signHandedItems({ body: { ids } }))).toBe('resource.not_found');
    expect(await code(of(office).signHandedItems({ body: { ids } }))).toBe('auth.forbidden');
    const signed = await Promise.all([of(county).signHandedItems({ body: { ids } }), of(county).signHandedItems({ body: { ids } })]);
    expect(signed.reduce((sum, { changed }) => sum + changed, 0)).toBe(2);
    const [, last] = (await list(county)).data;
    expect(await code(of(county).withdrawHandedItem(at(of(last))))).toBe('resource.not_found');
    expect(await code(of(office).withdrawHandedItem({ params: { id: of(last).id }, body: { version: 1 } }))).toBe('version.stale');
    await of(office).withdrawHandedItem(at(of(last)));
    expect((await list(county)).total).toBe(1);
    expect(await hand(office, [of(third).id], [lucheng])).toEqual({ changed: 1 });
  });

  it('add up: a record that serves the item above and one below counts once, and every number opens its records', async () => {
    const [top, street, village] = [of(of(cityItems)[0]), of(of(countyItems)[0]), of(of(countyItems)[1])];
    const sum = await number(office, top.id, { fromBelow: true });
    const [onStreet, inVillage, otherUnit] = [await number(county, street.id), await number(county, village.id), await number(county, of(of(countyItems)[2]).id, { unitOfMeasure: '户' })];
    await trained(county, '溪月村', 100, [top.id, village.id]);
    await trained(county, '锦灯里社区', 40, [street.id]);
    await trained(county, '锦灯里社区', 7, [of(of(countyItems)[2]).id]);
    expect((await measured(county, onStreet)).progress.value).toBe(40);
    expect((await measured(county, inVillage)).progress.value).toBe(100);
    expect((await measured(county, otherUnit)).progress.value).toBe(7);
    expect((await measured(office, sum)).progress).toMatchObject({ value: 140, evidence: 2 });
    const lines = await of(office).listEvidence({ query: { measureId: sum.id, perPage: 50 } });
    expect(lines.data.reduce((total, { quantity }) => total + quantity, 0)).toBe(140);
    // The neighbour reads the sum, and of its records those of the city's own item.
    expect((await of(other).listEvidence({ query: { measureId: sum.id, perPage: 50 } })).data.map(({ quantity }) => quantity)).toEqual([100]);
    // A county of another township level adds its own.
    const away = await begin(other, pingyang, '平阳县任务分解表');
    const plan = await of(other).issuePlan(at(await add(other, away, [{ text: '平阳培训。', units: ['白茶岭村'], parents: [top.id] }])));
    const [item] = await allItems(of(other), plan.id);
    await number(other, of(item).id);
    await trained(other, '白茶岭村', 60, [of(item).id]);
    expect((await measured(office, sum)).progress.value).toBe(200);
    const parts = await of(office).listItemsBelow({ params: { id: top.id } });
    expect(parts.data.map(({ division, handed, items }) => [division.id, handed, items.map(({ measures }) => measures.map(({ progress }) => progress.value))])).toEqual([[lucheng, 'signed', [[40], [100]]], [pingyang, 'pending', [[60]]]]);
    expect((await of(county).listItemsBelow({ params: { id: top.id } })).data.map(({ division }) => division.id)).toEqual([lucheng]);
    const quality = await refusal(of(office).createMeasure({ params: { id: top.id }, body: { kind: 'qualitative', name: '成效', sources: ['trained'], unitOfMeasure: '项', fromBelow: true } }));
    expect(quality.errors?.map(({ path }) => path)).toEqual(['body.fromBelow']);
  });

  it('go down to a township, whose villages are its units; a city of communities has no level between', async () => {
    const plan = await begin(rural, township, '藤桥镇任务分解表');
    const out = await of(rural).issuePlan(at(await add(rural, plan, [{ text: '进村培训。', units: ['溪月村'], parents: [of(of(countyItems)[1]).id, of(of(cityItems)[1]).id] }])));
    expect(await fresh(county, out)).toMatchObject({ kept: false, divisionId: township });
    expect(await code(add(rural, out, [{ text: '太迟。', units: ['溪月村'] }]))).toBe('lifecycle.not_allowed');
    const [item] = await allItems(of(rural), out.id);
    await number(rural, of(item).id);
    const before = (await of(office).listMeasures({ query: { itemId: of(of(cityItems)[0]).id } })).data[0]?.progress.value;
    await trained(county, '溪月村', 5, [of(item).id]);
    expect((await of(office).listMeasures({ query: { itemId: of(of(cityItems)[0]).id } })).data[0]?.progress.value).toBe(of(before) + 5);
    expect((await of(county).listLevels({ params: { id: of(countyPlan).id } })).data.find(({ division }) => division.id === township)).toMatchObject({ plan: { id: out.id }, items: 1, linked: 1 });
    const community = await of(office).createUnit({ body: { name: '龙港样例社区', fullName: '龙港市样例社区', kind: 'community', divisionCode: longgang } });
    units = new Map([...units, ['龙港样例社区', { id: community.id, divisionId: longgang }]]);
    const own = await of(coastal).issuePlan(at(await add(coastal, await begin(coastal, longgang, '龙港市任务分解表'), [{ text: '社区培训。', units: ['龙港样例社区'], parents: [of(of(cityItems)[0]).id] }])));
    expect(await of(coastal).listLevels({ params: { id: own.id } })).toEqual({ data: [], total: 0 });
    expect(await code(of(coastal).handDownItems({ params: { id: own.id }, body: { itemIds: [of((await allItems(of(coastal), own.id))[0]).id], divisionIds: [longgang] } }))).toBe('reference.not_found');
  });

  it('are overlooked from above: twelve divisions, each with its plan, and as a sheet', async () => {
    const levels = await of(office).listLevels({ params: { id: of(cityPlan).id } });
    expect(levels.total).toBe(12);
    expect(levels.data.find(({ division }) => division.id === lucheng)).toMatchObject({ plan: { id: of(countyPlan).id, state: 'issued' }, items: 3, linked: 3, handed: { total: 2, signed: 1, open: 0 }, signOff: { total: 3, signed: 1 }, measures: { total: 3, done: 0 } });
    expect(levels.data.find(({ division }) => division.id === pingyang)?.handed).toEqual({ total: 2, signed: 0, open: 1 });
    expect(levels.data.filter(({ plan }) => plan === null)).toHaveLength(9);
    expect((await of(county).listLevels({ params: { id: of(cityPlan).id } })).data.map(({ division }) => division.id)).toEqual([lucheng]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await (await server.fetch(`/api/v1/plans/${of(cityPlan).id}/levels.xlsx`, { as: 'office', headers: { 'accept-language': 'zh-CN' } })).arrayBuffer());
    expect(of(book.worksheets[0]).rowCount).toBe(13);
  });

  it('are made by the city for a division that does not write itself, until its own office issues them', async () => {
    const draft = await begin(office, '330324', '永嘉县任务分解表');
    expect(draft).toMatchObject({ divisionId: '330324', officeId: '330300', kept: true });
    const { client } = await clerk('yongjia@demo.kepu', '330324');
    const filled = await add(office, draft, [{ text: '代拟的任务。', units: ['云上坪村'], parents: [of(of(cityItems)[1]).id] }]);
    expect((await fresh(client, filled)).kept).toBe(true);
    const out = await client.issuePlan(at(filled));
    expect(out.officeId).toBe('330324');
    expect(await code(of(office).closePlan({ params: { id: out.id }, body: { version: out.version, reason: '已归县办' } }))).toBe('resource.not_found');
    const another = await begin(office, '330324', '下一年', '样〔2032〕1号', year + 1);
    expect(await of(office).discardPlan(at(another))).toEqual({ done: true });
    expect(await code(fresh(office, another))).toBe('resource.not_found');
  });

  it('are read from a paper by the same importer, within the division', async () => {
    const programme = of((await of(office).listProgrammes({ query: { perPage: 200 } })).data[0]).name;
    const paper = (names: readonly string[]) => textPaper(2032, names.map((name) => [name, programme, '1.开展科普活动。']));
    const preview = await upload(of(county), paper(['锦灯里社区', '白茶岭村']), '鹿城2032.txt');
    expect(preview.items.map(({ responsible }) => responsible.map(({ unitId }) => unitId !== null))).toEqual([[true], [false]]);
    for (const client of [office, other]) expect(await code(of(client).getPlanImport({ params: { id: preview.id } }))).toBe('resource.not_found');
    expect((await of(other).listPlanImports({ query: { perPage: 50 } })).total).toBe(0);
    const plan = await commit(of(county), paper(['锦灯里社区']), '鹿城2032二.txt');
    expect(plan).toMatchObject({ divisionId: lucheng, officeId: lucheng, state: 'draft', year: 2032 });
    const [item] = await allItems(of(county), plan.id);
    expect(await code(of(county).updateItem({ params: { id: of(item).id }, body: { version: of(item).version, text: '改字。' } }))).toBe('plan.from_paper');
    expect(await code(of(county).discardPlan(at(plan)))).toBe('plan.from_paper');
  });

  it('outlive the plan above: what it withdraws or closes stays below, marked, and counts as it did', async () => {
    const closed = await of(office).closePlan({ params: { id: of(cityPlan).id }, body: { version: (await fresh(office, of(cityPlan))).version, reason: '年度已结束' } });
    expect(closed.state).toBe('closed');
    expect((await fresh(county, of(countyPlan))).state).toBe('issued');
    expect(await code(of(office).handDownItems({ params: { id: closed.id }, body: { itemIds: [of(of(cityItems)[1]).id], divisionIds: [pingyang] } }))).toBe('lifecycle.not_allowed');
    const sum = of((await of(office).listMeasures({ query: { itemId: of(of(cityItems)[0]).id } })).data[0]);
    await trained(county, '锦灯里社区', 3, [of(of(countyItems)[0]).id]);
    expect((await measured(office, sum)).progress.value).toBe(sum.progress.value + 3);
  });
});
