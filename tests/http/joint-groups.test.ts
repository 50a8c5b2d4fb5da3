import type { Client } from '@kepu/api-client';
import type { Item, JointGroup, JointSuggestion, Plan } from '@kepu/contracts';
import { eachDatabase } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { allItems, commit, original, refusal, textPaper, unitIds, until, upload } from './papers.js';

const [farmers, league, homes] = ['农民科学素质行动', '科普人才队伍工程建设', '社区科普益民工程建设'];
const same = '组织开展科技下乡活动不少于 60 场次';
const rows = [
  ['团市委', farmers, `办好田间学校。${same}。`], ['市妇联', farmers, `${same}；举办女能手科技培训班，发放科普资料。`], ['市科协', homes, `${same}。`], ['市科协', league, '组建青年科普宣讲队伍，深入学校和社区开展宣讲。'],
  ['团市委', league, '组建青年科普宣讲队伍，深入学校和社区开展宣讲活动。'], ['市妇联', homes, '开展巾帼护老知识进社区活动。'],
];

eachDatabase('joint tasks', (database) => {
  let server: TestServer;
  let [office, youth, women, county, reader]: Client[] = [];
  let units: ReadonlyMap<string, string>;
  let plan: Plan;
  let items: Item[];
  let found: JointSuggestion[];
  let group: JointGroup;
  const of = <T>(value: T | undefined): T => { if (value === undefined) throw new Error('Nothing is there'); return value; };
  const unit = (name: string): string => of(units.get(name));
  const partsOf = ({ clauses }: Pick<JointSuggestion, 'clauses'>) => clauses.map(({ itemId, clause }) => ({ itemId, clause }));
  const suggest = async () => (await of(office).suggestJointGroups({ params: { id: plan.id } })).data;
  const create = (body: Partial<Parameters<Client['createJointGroup']>[0]['body']> = {}) =>
    of(office).createJointGroup({ params: { id: plan.id }, body: { name: '科技下乡 60 场', leadUnitId: unit('市科协'), parts: partsOf(of(found[0])), ...body } });
  const update = (body: Omit<Parameters<Client['updateJointGroup']>[0]['body'], 'version'>, version = group.version) => of(office).updateJointGroup({ params: { id: group.id }, body: { version, ...body } });

  beforeAll(async () => {
    server = await startServer({ database });
    [office, youth, women, county, reader] = await Promise.all([server.client('office'), server.client('liaison'), server.client('liaison-women'), server.client('county'), server.client('reader')]);
    units = await unitIds(of(office));
    plan = await commit(of(office), textPaper(2013, rows), '2013.txt');
    items = await allItems(of(office), plan.id);
  });

  it('are proposed from the clauses of the paper, with nobody named to lead', async () => {
    found = await suggest();
    expect(found.map(({ equal, clauses, lead, group: into, units: those }) => [equal, clauses.map(({ seq }) => seq), lead, into, those.map(({ name }) => name)])).toEqual([
      [true, [1, 2, 3], null, null, expect.arrayContaining(['团市委', '市妇联', '市科协'])], [false, [4, 5], null, null, expect.arrayContaining(['市科协', '团市委'])],
    ]);
    expect(of(found[0]).clauses[1]).toMatchObject({ itemId: of(items[1]).id, clause: same, text: rows[1]?.[2], programme: '农民科学素质提升行动', units: [{ role: 'responsible', printed: '市妇联' }], open: true });
    for (const client of [youth, county, reader]) expect((await refusal(of(client).suggestJointGroups({ params: { id: plan.id } }))).status).toBeGreaterThanOrEqual(403);
  });

  it('are refused with what is wrong with them, and nothing is kept', async () => {
    const [first, second] = partsOf(of(found[0]));
    expect((await refusal(create({ parts: [of(first), of(first)] }))).code).toBe('joint_group.one_unit');
    expect((await refusal(create({ parts: [of(first), { itemId: of(items[0]).id, clause: '办好田间学校' }] }))).code).toBe('joint_group.one_unit');
    expect(await refusal(create({ parts: [of(first), { itemId: of(second).itemId, clause: '这句话不在文件里' }] }))).toMatchObject({ code: 'joint_group.clause_unknown', params: { seq: 2, clause: '这句话不在文件里' } });
    expect((await refusal(create({ leadUnitId: unit('市教育局') }))).code).toBe('joint_group.lead_outside');
    const foreign = (await of(office).listPlans({ query: { year: 2020 } })).data[0];
    const [elsewhere] = await allItems(of(office), of(foreign).id);
    expect((await refusal(create({ parts: [of(first), { itemId: of(elsewhere).id, clause: of(elsewhere).text }] }))).code).toBe('reference.not_found');
    for (const client of [youth, county, reader]) expect([403, 404]).toContain((await refusal(of(client).createJointGroup({ params: { id: plan.id }, body: { name: 'x', leadUnitId: unit('市科协'), parts: partsOf(of(found[0])) } }))).status);
    expect((await of(office).listJointGroups({ params: { id: plan.id } })).total).toBe(0);
    expect(await suggest()).toEqual(found);
  });

  it('are confirmed by a person, who names the lead; of two at once, one is', async () => {
    const answers = await Promise.allSettled([create(), create({ name: '同一项' })]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [refused] = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason as { problem: { code: string } }] : []));
    expect(refused?.problem.code).toBe('joint_group.clause_taken');
    [group] = (await of(office).listJointGroups({ params: { id: plan.id } })).data as [JointGroup];
    if (group.name !== '科技下乡 60 场') group = await update({ name: '科技下乡 60 场' });
    expect(group).toMatchObject({ state: 'confirmed', lead: { name: '市科协' }, parts: [{ seq: 1, standing: 'printed' }, { seq: 2, standing: 'printed' }, { seq: 3, standing: 'printed' }] });
    expect((await suggest()).map(({ clauses }) => clauses.map(({ seq }) => seq))).toEqual([[4, 5]]);
    const [first] = await allItems(of(office), plan.id);
    expect(of(first).joint).toEqual([{ id: group.id, name: '科技下乡 60 场', lead: { id: unit('市科协'), name: '市科协' } }]);
    expect((await of(office).getItemHistory({ params: { id: of(first).id } })).data.some(({ action }) => action === 'joint_group.created')).toBe(true);
  });

  it('set aside, are not proposed again until that is undone', async () => {
    const none = await of(office).dismissJointSuggestion({ params: { id: plan.id }, body: { parts: partsOf(of((await suggest())[0])) } });
    expect(none).toMatchObject({ state: 'dismissed', lead: null, name: '组建青年科普宣讲队伍，深入学校和社区开展宣讲' });
    expect(await suggest()).toEqual([]);
    const past = async (client: Client | undefined) => (await of(client).getItemHistory({ params: { id: of(items[4]).id } })).data.map(({ action }) => action);
    expect((await past(office)).includes('joint_group.dismissed')).toBe(true);
    expect((await refusal(of(office).updateJointGroup({ params: { id: none.id }, body: { version: 1, name: 'x' } }))).code).toBe('lifecycle.not_allowed');
    expect((await of(office).listJointGroups({ params: { id: plan.id }, query: { state: 'dismissed' } })).data).toEqual([none]);
    await of(office).dissolveJointGroup({ params: { id: none.id }, body: { version: 1 } });
    expect((await refusal(of(office).getJointGroup({ params: { id: none.id } }))).status).toBe(404);
    expect(await suggest()).toHaveLength(1);
  });

  it('take what is left of a suggestion later on, and give back what is taken out', async () => {
    group = await update({ parts: partsOf({ clauses: group.parts.slice(1) }) });
    expect(await suggest()).toMatchObject([{ clauses: [{ seq: 1 }], group: { id: group.id, name: '科技下乡 60 场' }, known: [{ seq: 2 }, { seq: 3 }] }, { clauses: [{ seq: 4 }, { seq: 5 }] }]);
    expect((await refusal(update({ parts: partsOf({ clauses: group.parts.slice(1) }) }))).code).toBe('joint_group.one_unit');
    // A whole item holds each of its clauses.
    expect((await refusal(create({ leadUnitId: unit('市妇联'), parts: [{ itemId: of(items[1]).id, clause: of(items[1]).text }, { itemId: of(items[3]).id, clause: of(items[3]).text }] }))).code).toBe('joint_group.clause_taken');
    expect((await refusal(update({ name: '晚了' }, group.version - 1))).code).toBe('version.stale');
    group = await update({ parts: [...partsOf({ clauses: group.parts }), { itemId: of(items[0]).id, clause: `  ${same} ` }] });
    expect(group.parts.map(({ seq, clause }) => [seq, clause])).toEqual([[1, same], [2, same], [3, same]]);
  });

  it('are counted once for the city and once for each unit; the partner is told whose measure counts', async () => {
    plan = await of(office).updatePlan({ params: { id: plan.id }, body: { version: plan.version, docNumber: '温全科样〔2013〕9号', issuedOn: '2013-05-27' } });
    plan = await of(office).issuePlan({ params: { id: plan.id }, body: { version: plan.version } });
    const matrix = await of(office).getMatrix({ params: { id: plan.id } });
    const total = (list: readonly { measures: { total: number } }[]): number => list.reduce((sum, { measures }) => sum + measures.total, 0);
    // Two programmes print it; the city has it once.
    expect([total(matrix.units), matrix.programmes.filter(({ measures: { total: own } }) => own > 0).map(({ measures: { total: own } }) => own), matrix.measures.total]).toEqual([3, [1, 1], 1]);
    const measures = (await of(office).listMeasures({ query: { planId: plan.id } })).data;
    expect(measures.map(({ item, sharedWith }) => [item.seq, sharedWith?.name ?? null])).toEqual([[1, '市科协'], [2, '市科协'], [3, null]]);
    // Who does not see the lead's item would miss the own number.
    const own = await of(youth).getMatrix({ params: { id: plan.id } });
    expect([total(own.programmes), own.measures.total]).toEqual([1, 1]);
  });

  it('are seen by the units that share them, clause by clause, and by nobody else', async () => {
    const [seen, none] = (await of(youth).listJointGroups({ params: { id: plan.id } })).data;
    expect(none).toBeUndefined();
    expect(seen?.parts.map(({ seq, clause, text, open }) => [seq, clause, text, open])).toEqual([[1, same, rows[0]?.[2], true], [2, same, null, false], [3, same, null, false]]);
    expect((await of(youth).listAssignments({ query: { planId: plan.id, perPage: 200 } })).data.map(({ item }) => item.joint.map(({ name }) => name))).toEqual([['科技下乡 60 场'], []]);
    expect((await of(reader).listJointGroups({ params: { id: plan.id } })).data[0]?.parts.every(({ open }) => open)).toBe(true);
    const second = await of(office).createJointGroup({ params: { id: plan.id }, body: { name: '宣讲队伍', leadUnitId: unit('团市委'), parts: partsOf(of((await suggest())[0])) } });
    // What was set aside names clauses of other units: units read of joint tasks only.
    expect((await of(youth).getItemHistory({ params: { id: of(items[4]).id } })).data.map(({ action }) => action).filter((action) => action.startsWith('joint_group'))).toEqual(['joint_group.created']);
    expect((await refusal(of(women).getJointGroup({ params: { id: second.id } }))).status).toBe(404);
    for (const client of [women, youth, reader]) expect([403, 404]).toContain((await refusal(of(client).dissolveJointGroup({ params: { id: second.id }, body: { version: 1 } }))).status);
    const told = async (client: Client) => (await client.listNotices({ query: { perPage: 200 } })).data.filter(({ kind }) => kind === 'joint_group').map(({ params, link }) => [params['name'], params['lead'], link]);
    expect(await until(() => told(of(youth)), (list) => list.length > 0)).toEqual([['宣讲队伍', '团市委', `/plans/${plan.id}/joint`]]);
    expect(await told(of(women))).toEqual([]);
  });

  it('are carried over by the next edition, and say what it left of them', async () => {
    const july = [['团市委', farmers, `办好田间学校。${same}。`], ['市妇联', farmers, `组织开展科技下乡活动不少于 30 场次；举办女能手科技培训班，发放科普资料。`], ...rows.slice(3)];
    const preview = await upload(of(office), textPaper(2013, july), '2013-7.txt');
    const draft = await of(office).createPlanRevision({ params: { id: preview.id }, body: { version: preview.version } });
    const numbered = await of(office).updatePlanRevision({ params: { id: draft.id }, body: { version: draft.version, docNumber: '温全科样〔2013〕10号', issuedOn: '2013-07-10' } });
    await of(office).issuePlanRevision({ params: { id: draft.id }, body: { version: numbered.version } });
    group = await of(office).getJointGroup({ params: { id: group.id } });
    expect(group).toMatchObject({ lead: null, parts: [{ seq: 1, standing: 'printed' }, { seq: 2, standing: 'reworded' }, { standing: 'withdrawn' }] });
    expect((await of(youth).listAssignments({ query: { planId: plan.id, perPage: 200 } })).data[0]?.item.joint).toEqual([{ id: group.id, name: '科技下乡 60 场', lead: null }]);
    expect((await refusal(update({ leadUnitId: unit('市科协') }))).code).toBe('joint_group.lead_outside');
    group = await update({ leadUnitId: unit('团市委') });
    expect(group.lead?.name).toBe('团市委');
    const measures = (await of(office).listMeasures({ query: { planId: plan.id } })).data;
    expect(measures.map(({ item, min, sharedWith }) => [item.seq, min, sharedWith])).toEqual([[1, 60, null], [2, 30, null]]);
    expect((await of(youth).listAssignments({ query: { planId: plan.id, perPage: 200 } })).data[0]?.item.joint).toEqual([{ id: group.id, name: '科技下乡 60 场', lead: { id: unit('团市委'), name: '团市委' } }]);
  });

  it('of a closed plan stay as they are; those of a draft go with it', async () => {
    const draft = await commit(of(office), textPaper(2012, rows), '2012.txt');
    const [one] = (await of(office).suggestJointGroups({ params: { id: draft.id } })).data;
    await of(office).createJointGroup({ params: { id: draft.id }, body: { name: '同一项', leadUnitId: unit('市科协'), parts: partsOf(of(one)) } });
    await of(office).undoPlan({ params: { id: draft.id }, body: { version: draft.version } });
    plan = await of(office).getPlan({ params: { id: plan.id } });
    await of(office).closePlan({ params: { id: plan.id }, body: { version: plan.version, reason: '年终' } });
    expect((await refusal(update({ name: '晚了' }))).code).toBe('lifecycle.not_allowed');
    expect((await refusal(of(office).dissolveJointGroup({ params: { id: group.id }, body: { version: group.version } }))).code).toBe('lifecycle.not_allowed');
    expect((await of(office).getJointGroup({ params: { id: group.id } })).name).toBe('科技下乡 60 场');
  });

  for (const paper of original ? [original] : []) it('finds in the original of 2020 what was found by hand', async () => {
    const bytes = Buffer.from(paper.bytes('txt').toString('utf8').replaceAll('2020', '2011'));
    const preview = await upload(of(office), bytes, '2011.txt');
    const drafted = (await of(office).commitPlanImport({ params: { id: preview.id } })).plan;
    const { data } = await of(office).suggestJointGroups({ params: { id: drafted.id } });
    expect({ groups: data.length, clauses: data.reduce((sum, { clauses }) => sum + clauses.length, 0), items: new Set(data.flatMap(({ clauses }) => clauses.map(({ itemId }) => itemId))).size }).toEqual({ groups: 27, clauses: 69, items: 51 });
  });
});
