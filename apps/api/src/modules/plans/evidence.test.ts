import type { measureInput, Target } from '@kepu/contracts';
import type { z } from 'zod';
import { eachDatabase, onMariadb } from '../../../test-support/databases.js';
import { furnishPlans, type PlansRoom } from '../../../test-support/plans.js';
import { MeasurePresentPlans1796300009000 } from '../../migrations/1796300009000-measure-present-plans.js';
import { Schema } from '../../migrations/index.js';
import { flag } from '../../platform/database/columns.js';
import { newId } from '../../platform/database/index.js';
import { EvidenceLedger, type EvidenceEntry } from './evidence-ledger.js';
import { EvidenceEntity } from './evidence.entity.js';
import { EvidenceRepository } from './evidence.repository.js';
import { MeasureEntity } from './measure.entity.js';
import { PlanEntity } from './plan.entity.js';
import { PoolCounter, type PoolMember, type PoolQuestion } from './pool-counter.js';

const system = { kind: 'system', task: 'test' } as const;
const page = { page: 1, perPage: 50 };
const person: Target = { raw: '100 人次', min: 100, max: 100, approx: false, unit: '人次' };
const input = (change: Partial<z.output<typeof measureInput>> = {}): z.output<typeof measureInput> => ({
  kind: 'number', name: '讲座场次', sources: ['sessions'], poolId: null, fromBelow: false, min: 3, max: null, approx: false, unitOfMeasure: '场', dueOn: '2026-12-31', demands: null, ...change,
});

/** A plan of three items, the second of both units; plans of one database do not see each other. */
async function room(furnished: Promise<PlansRoom> | PlansRoom) {
  const made = await furnished;
  const { items, plan } = await made.makePlan({ items: [
    { unit: 'first', programme: 'farmers', text: '开展培训 100 人次。', targets: [person] }, { unit: 'both', programme: 'talent', text: '动员教师加入队伍。' }, { unit: 'second', programme: 'talent', text: '讲座进社区。' },
  ] });
  const [one, two, three] = items.map((item) => item.id) as [string, string, string];
  const sourceId = newId();
  const entry = (change: Partial<EvidenceEntry> = {}): EvidenceEntry => ({
    itemId: one, measureId: null, metric: 'trained', quantity: 40, manual: false, unitId: made.first.id, occurredOn: '2026-03-01', sourceKind: 'work_entry', sourceId, activityId: null, title: '农技培训班', ...change,
  });
  const add = (...entries: EvidenceEntry[]) => made.services.work.run(() => made.ledger.add(system, entries));
  const reverse = (source = sourceId) => made.services.work.run(() => made.ledger.reverse(system, 'work_entry', source, '重复填报'));
  const paper = async () => (await made.measures.list(system, { ...page, itemId: one })).data[0]?.progress;
  const lines = async () => (await made.database.reader.find(EvidenceEntity, { order: { id: 'ASC' } })).filter((line) => items.some((item) => item.id === line.itemId));
  return { ...made, plan, one, two, three, sourceId, entry, add, reverse, paper, lines };
}

eachDatabase('the ledger of evidence', (makeDb) => {
  let furnished: PlansRoom;
  beforeAll(async () => { furnished = await furnishPlans(makeDb); });

  it('counts a source once for an item and metric, whoever repeats it', async () => {
    const { add, entry, paper, lines, two } = await room(furnished);
    expect(await add(entry())).toBe(1);
    expect(await add(entry({ quantity: 99 }))).toBe(0);
    expect(await add(entry({ itemId: two }), entry({ metric: 'turnout', quantity: 5 }))).toBe(2);
    expect(await add()).toBe(0);
    expect(await paper()).toMatchObject({ value: 45, manual: 0, evidence: 2, permille: 450, state: 'moving' });
    expect(await lines()).toHaveLength(3);
  });

  it('takes back by opposite lines, once, and counts the same source anew afterwards', async () => {
    const { add, reverse, entry, paper, lines, two } = await room(furnished);
    await add(entry(), entry({ itemId: two }));
    expect(await reverse()).toBe(2);
    expect(await reverse()).toBe(0);
    expect(await paper()).toMatchObject({ value: 0, evidence: 0, state: 'open' });
    expect(await add(entry({ quantity: 60 }))).toBe(1);
    expect(await add(entry({ quantity: 60 }))).toBe(0);
    expect(await reverse()).toBe(1);
    expect(await add(entry({ quantity: 70 }))).toBe(1);
    expect(await paper()).toMatchObject({ value: 70, evidence: 1 });
    const all = await lines();
    expect(all.map((line) => line.quantity)).toEqual([40, 40, -40, -40, 60, -60, 70]);
    expect(all.filter((line) => line.reversesId !== null).map((line) => [line.reason, all.find((other) => other.id === line.reversesId)?.quantity])).toEqual([['重复填报', 40], ['重复填报', 40], ['重复填报', 60]]);
  });

  it('counts nothing more for a closed year, and takes back from it all the same', async () => {
    const { add, entry, lines, one, reverse, makePlan, services: { work }, database, plan } = await room(furnished);
    const { items: [shut] } = await makePlan({ state: 'closed', items: [{ unit: 'first', programme: 'farmers', text: '讲座。' }] });
    expect(await add(entry({ itemId: shut?.id ?? '' }))).toBe(0);
    expect(await add(entry({ itemId: shut?.id ?? '' }), entry())).toBe(1);
    await work.run(() => database.writer.update(PlanEntity, { id: plan.id }, { state: 'closed' }));
    expect(await add(entry({ sourceId: newId() }))).toBe(0);
    expect(await reverse()).toBe(1);
    expect(await add(entry())).toBe(0);
    expect((await lines()).map((line) => [line.itemId, line.quantity])).toEqual([[one, 40], [one, -40]]);
    const { statements } = await database.statements.during(() => add());
    expect(statements.filter((sql) => /evidence|plans/u.test(sql))).toEqual([]);
  });

  it('leaves other sources as they stand', async () => {
    const { add, reverse, entry, paper } = await room(furnished);
    const other = newId();
    await add(entry(), entry({ sourceId: other, quantity: 7 }));
    expect(await reverse(other)).toBe(1);
    expect(await reverse(newId())).toBe(0);
    expect(await paper()).toMatchObject({ value: 40, evidence: 1 });
  });

  it('is written with its unit or not at all', async () => {
    const { ledger, services: { work }, entry, lines } = await room(furnished);
    await expect(work.run(async () => { await ledger.add(system, [entry()]); throw new Error('the unit fails'); })).rejects.toThrow('the unit fails');
    expect(await lines()).toEqual([]);
    await expect(ledger.add(system, [entry()])).rejects.toThrow('UnitOfWork.run');
  });

  it('loses nothing in silence: what names an item that does not exist is refused', async () => {
    const { add, entry, lines } = await room(furnished);
    await expect(add(entry({ itemId: newId() }))).rejects.toThrow();
    await expect(add(entry({ sourceId: newId(), measureId: newId() }))).rejects.toThrow();
    expect(await lines()).toEqual([]);
  });

  it('shortens a title that is longer than its column', async () => {
    const { add, entry, lines } = await room(furnished);
    await add(entry({ title: '科'.repeat(400) }));
    expect((await lines())[0]?.title).toHaveLength(300);
  });

  it('counts once what many add at the same moment; with keys that differ it would count each time', async () => {
    const made = await room(furnished);
    const { services: { work }, ledger, entry, clock, database } = made;
    const together = (of: EvidenceLedger, sourceId: string) => Promise.all(Array.from({ length: 12 }, () => work.run(() => of.add(system, [entry({ sourceId })]))));
    const added = await together(ledger, newId());
    expect(added.reduce((sum, count) => sum + count, 0)).toBe(1);
    class Keyless extends EvidenceRepository {
      override insertOnce(rows: readonly EvidenceEntity[]): Promise<number> { return super.insertOnce(rows.map((row) => ({ ...row, onceKey: newId() }))); }
    }
    const unguarded = await together(new EvidenceLedger(new Keyless(database), clock), newId());
    expect(unguarded.reduce((sum, count) => sum + count, 0)).toBe(12);
  });

  it('takes back once what many take back at the same moment', async () => {
    const { add, entry, reverse, paper } = await room(furnished);
    await add(entry());
    const taken = await Promise.all(Array.from({ length: 12 }, () => reverse()));
    expect(taken.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await paper()).toMatchObject({ value: 0, evidence: 0 });
  });
});

eachDatabase('progress', (makeDb) => {
  let furnished: PlansRoom;
  beforeAll(async () => { furnished = await furnishPlans(makeDb); });

  it('adds up the metrics of its sources, and marks what was entered by hand', async () => {
    const { add, entry, paper } = await room(furnished);
    await add(entry({ sourceId: newId(), metric: 'trained', quantity: 50 }), entry({ sourceId: newId(), metric: 'turnout', quantity: 30 }), entry({ sourceId: newId(), metric: 'figure', quantity: 25, manual: true }));
    // A metric that the measure does not add up, and evidence of another item, change nothing.
    await add(entry({ sourceId: newId(), metric: 'sessions', quantity: 9 }));
    expect(await paper()).toEqual({ value: 105, manual: 25, evidence: 3, permille: 1050, state: 'done', surplus: 5 });
  });

  it('gives evidence that names a measure to that one alone', async () => {
    const { add, entry, measures, one } = await room(furnished);
    const [first, second] = [await measures.create(system, one, input()), await measures.create(system, one, input({ name: '另一项' }))];
    await add(entry({ sourceId: newId(), metric: 'sessions', quantity: 2, measureId: first.id }), entry({ sourceId: newId(), metric: 'sessions', quantity: 1 }));
    expect([(await measures.get(system, first.id)).progress.value, (await measures.get(system, second.id)).progress.value]).toEqual([3, 1]);
  });

  it('tells of quality how many pieces there are, for people and sessions are no one number', async () => {
    const { add, entry, measures, two } = await room(furnished);
    const quality = await measures.create(system, two, input({ kind: 'qualitative', min: null, sources: ['turnout', 'sessions', 'figure'] }));
    await add(entry({ itemId: two, metric: 'turnout', quantity: 300 }), entry({ itemId: two, metric: 'sessions', quantity: 4 }), entry({ itemId: two, sourceId: newId(), metric: 'figure', quantity: 12, manual: true }));
    expect((await measures.get(system, quality.id)).progress).toEqual({ value: 3, manual: 1, evidence: 3, permille: null, state: 'moving', surplus: 0 });
    expect((await measures.judge(system, quality.id, { version: 1, met: true, note: '达到要求' })).progress.state).toBe('done');
  });

  it('counts people in a pool by the units of the item, and opens to who they are', async () => {
    const asked: PoolQuestion[] = [];
    const member = (unit: PoolMember['unit']): PoolMember => ({ termId: newId(), personName: '林小满', unit, fromDay: '2026-02-01', createdAt: '2026-02-01T00:00:00.000Z' });
    class Pools extends PoolCounter {
      members: PoolMember[] = [];
      count(questions: readonly PoolQuestion[]): Promise<number[]> { asked.push(...questions); return Promise.resolve(questions.map(() => this.members.length)); }
      list(): Promise<{ rows: PoolMember[]; total: number }> { return Promise.resolve({ rows: this.members, total: this.members.length }); }
    }
    const pools = new Pools();
    const made = await room(furnishPlans(makeDb, pools));
    const poolId = newId();
    await made.services.work.run(() => made.database.writer.query("INSERT INTO pools (id, seed_key, name, note, sort_no, aliases, entry, units_recommend, people_apply, county_reviews, renew_days, letter, menu, menu_names, menu_ratings, questions, questions_version, turn, version) VALUES (?, 'science-volunteers', '科技志愿者', NULL, 1, '[]', 'automatic', 0, 0, 0, 60, 0, 0, 0, 0, '[]', 1, 0, 1)", [poolId]));
    const measure = await made.measures.create(system, made.two, input({ sources: ['pool_members'], poolId, min: 1, unitOfMeasure: '人' }));
    expect(measure).toMatchObject({ pool: { id: poolId, name: '科技志愿者' }, progress: { value: 0, state: 'open' } });
    pools.members = [member({ ...made.first, divisionId: '330300', path: `/${made.first.id}/` })];
    expect((await made.measures.get(system, measure.id)).progress).toMatchObject({ value: 1, evidence: 1, state: 'done' });
    expect(new Set(asked.flatMap((question) => question.unitPaths))).toEqual(new Set([`/${made.first.id}/`, `/${made.second.id}/`]));
    const listed = await made.evidence.list(system, { ...page, measureId: measure.id });
    expect(listed).toMatchObject({ total: 1, data: [{ metric: 'pool_members', quantity: 1, unit: { name: '市科协' }, source: { kind: 'pool_term', title: '林小满', activityId: null } }] });
  });

  it('tells units, programmes and cells of the matrix apart, and what two units share once for the programme', async () => {
    const { add, entry, measures, progress, two, three, one, first, second, programmes, services: _, ...made } = await room(furnished);
    const { planId } = await measures.create(system, two, input({ min: 1 })).then(({ item }) => item);
    await measures.create(system, three, input());
    await add(entry({ quantity: 100 }), entry({ itemId: two, metric: 'sessions', quantity: 1 }));
    const matrix = await progress.matrix(system, planId);
    expect([matrix.units.get(first.id), matrix.units.get(second.id)]).toEqual([{ total: 2, done: 2 }, { total: 2, done: 1 }]);
    expect([matrix.programmes.get(programmes.farmers.id), matrix.programmes.get(programmes.talent.id)]).toEqual([{ total: 1, done: 1 }, { total: 2, done: 1 }]);
    expect([matrix.cell(first.id, programmes.talent.id), matrix.cell(second.id, programmes.talent.id), matrix.cell(second.id, programmes.farmers.id)]).toEqual([{ total: 1, done: 1 }, { total: 2, done: 1 }, { total: 0, done: 0 }]);
    expect(await progress.tallies([one, two, three, newId()])).toEqual(new Map([[one, { total: 1, done: 1 }], [two, { total: 1, done: 1 }], [three, { total: 1, done: 0 }]]));
    expect(made.today).toBe('2026-03-02');
  });

  it('takes as many statements for many measures as for one', async () => {
    const { measures, database, plan, one, two, three, add, entry } = await room(furnished);
    const counted = async (query: Partial<Parameters<typeof measures.list>[1]>) => (await database.statements.during(() => measures.list(system, { ...page, planId: plan.id, ...query }))).statements.length;
    const few = [await counted({}), await counted({ state: 'open' }), await counted({ sort: '-permille' })];
    for (const item of [one, two, three]) for (const name of ['甲', '乙', '丙']) await measures.create(system, item, input({ name }));
    await add(entry(), entry({ itemId: two }), entry({ itemId: three, metric: 'sessions' }));
    expect([await counted({}), await counted({ state: 'open' }), await counted({ sort: '-permille' })]).toEqual(few);
    expect(Math.max(...few)).toBeLessThan(8);
  });
});

eachDatabase('measures of plans that were there before', (makeDb) => {
  const measured = (room: PlansRoom) => room.database.reader.find(MeasureEntity, { order: { id: 'ASC' } });
  it('come with the migration, once, and leave alone what has its measures', async () => {
    const made = await furnishPlans(makeDb);
    const old = await made.makePlan({ measured: false, items: [
      { unit: 'first', programme: 'farmers', text: '全年培训 100 人次，建基地 2-3 家。', targets: [person, { raw: '2-3 家', min: 2, max: 3, approx: false, unit: '家' }] }, { unit: 'second', programme: 'talent', text: '没有数字。' },
    ] });
    const runner = made.opened.writer.createQueryRunner();
    const schema = new Schema(runner);
    // It ran before there was a level below.
    const run = async () => {
      await schema.dropColumn('measures', 'from_below');
      await new MeasurePresentPlans1796300009000().change(schema);
      await schema.addColumn('measures', 'from_below', flag(), '0');
    };
    await run();
    const first = await measured(made);
    expect(first.map((row) => [row.itemId, row.name, row.kind, row.minValue, row.maxValue, row.origin, row.dueOn])).toEqual([
      [old.items[0]?.id, '全年培训 100 人次', 'number', 100, 100, 'paper', '2026-12-31'], [old.items[0]?.id, '建基地 2-3 家', 'number', 2, 3, 'paper', '2026-12-31'],
    ]);
    expect(first[0]?.createdAt).toEqual(old.plan.createdAt);
    await run();
    expect(await measured(made)).toEqual(first);
    await runner.release();
  });
});

eachDatabase('proposed measures', (makeDb) => {
  it('go to items that have none, match unit, place and programme, wait for their pool, and come once', async () => {
    const made = await room(furnishPlans(makeDb));
    const { proposals, first, second, programmes, services, database, measures, two } = made;
    const proposal = (unitId: string, position: number, programmeId: string, pool: string | null = null) => ({
      unitId, position, programmeId, measures: [{ kind: 'number' as const, name: '登记人数', sources: pool ? ['pool_members' as const] : ['sessions' as const], pool, min: 20, unitOfMeasure: '人', dueMonth: 2 }],
    });
    const given = [
      proposal(first.id, 1, programmes.farmers.id), proposal(first.id, 2, programmes.talent.id, 'science-volunteers'), proposal(second.id, 2, programmes.talent.id), proposal(second.id, 3, programmes.talent.id),
      proposal(second.id, 1, programmes.farmers.id),
    ];
    const outcome = await proposals.propose(system, 2026, given);
    expect({ ...outcome, unmatched: outcome.unmatched.map((one) => [one.unitId, one.position]) }).toEqual({ measures: 1, items: 1, kept: 1, unmatched: [[first.id, 2], [second.id, 3], [second.id, 1]] });
    await services.work.run(() => database.writer.query("INSERT INTO pools (id, seed_key, name, note, sort_no, aliases, entry, units_recommend, people_apply, county_reviews, renew_days, letter, menu, menu_names, menu_ratings, questions, questions_version, turn, version) VALUES (?, 'science-volunteers', '科技志愿者', NULL, 1, '[]', 'automatic', 0, 0, 0, 60, 0, 0, 0, 0, '[]', 1, 0, 1)", [newId()]));
    expect(await proposals.propose(system, 2026, given)).toMatchObject({ measures: 1, items: 1, kept: 2 });
    expect((await measures.list(system, { ...page, itemId: two })).data).toMatchObject([{ name: '登记人数', origin: 'office', pool: { name: '科技志愿者' }, min: 20, dueOn: '2026-02-28' }]);
    expect(await proposals.propose(system, 2026, given)).toMatchObject({ measures: 0, items: 0, kept: 3 });
    await expect(proposals.propose(system, 2031, given)).rejects.toMatchObject({ code: 'resource.not_found' });
  });

  it('are refused for a closed year', async () => {
    const made = await furnishPlans(makeDb);
    await made.makePlan({ state: 'closed', items: [{ unit: 'first', programme: 'farmers', text: '讲座。' }] });
    const proposal = { unitId: made.first.id, position: 1, programmeId: made.programmes.farmers.id, measures: [{ kind: 'number' as const, name: '讲座', sources: ['sessions' as const], pool: null, min: 1, unitOfMeasure: '场', dueMonth: 12 }] };
    await expect(made.proposals.propose(system, 2026, [proposal])).rejects.toMatchObject({ code: 'lifecycle.not_allowed' });
  });
});

onMariadb('the ledger across units that cannot see each other', (makeDb) => {
  it('waits for the one that came first, and adds nothing', async () => {
    const { services: { work }, ledger, entry, lines } = await room(furnishPlans(makeDb));
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => { release = resolve; });
    let arrived: () => void = () => undefined;
    const inside = new Promise<void>((resolve) => { arrived = resolve; });
    const first = work.run(async () => { const added = await ledger.add(system, [entry()]); arrived(); await held; return added; });
    await inside;
    const second = work.run(() => ledger.add(system, [entry()]));
    release();
    expect(await Promise.all([first, second])).toEqual([1, 0]);
    expect(await lines()).toHaveLength(1);
  });
});
