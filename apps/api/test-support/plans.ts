/**
 * Plans, measures and evidence on a fresh database, wired by hand: the real services without a server, and one issued plan of two units.
 */
import type { Target } from '@kepu/contracts';
import { entities } from '../src/entities.js';
import { EvidenceLedger, ItemDirectory, MeasureProposals, MeasuresService, PoolCounter, type AssignmentEntity, type ItemEntity, type PlanEntity, type PoolMember, type PoolQuestion } from '../src/modules/plans/index.js';
import { EvidenceRepository } from '../src/modules/plans/evidence.repository.js';
import { EvidenceService } from '../src/modules/plans/evidence.service.js';
import { ItemsRepository } from '../src/modules/plans/items.repository.js';
import { JointGroupsRepository } from '../src/modules/plans/joint-groups.repository.js';
import { JointTasks } from '../src/modules/plans/joint-tasks.js';
import { BelowCounts } from '../src/modules/plans/levels/below-counts.js';
import { ItemParents } from '../src/modules/plans/levels/item-parents.repository.js';
import { MeasureProgress } from '../src/modules/plans/measure-progress.js';
import { MeasuresRepository } from '../src/modules/plans/measures.repository.js';
import { paperMeasureRows } from '../src/modules/plans/paper-measure-rows.js';
import { PlansRepository } from '../src/modules/plans/plans.repository.js';
import { newId } from '../src/platform/database/index.js';
import type { MakeDb } from './databases.js';
import { furnishUnits, office, TODAY } from './units.js';

/** What an item of the test's paper says. */
export interface GivenItem { readonly unit: 'first' | 'second' | 'both'; readonly programme: 'farmers' | 'talent'; readonly text: string; readonly targets?: readonly Target[] }
/** Numbers of the paper are made measures, as a commit makes them; `false` is a plan of the time before there were measures. */
export interface GivenPlan { readonly items: readonly GivenItem[]; readonly state?: PlanEntity['state']; readonly measured?: boolean }

/** Pools that nobody is in. */
class EmptyPools extends PoolCounter {
  count(questions: readonly PoolQuestion[]): Promise<number[]> { return Promise.resolve(questions.map(() => 0)); }
  list(): Promise<{ rows: PoolMember[]; total: number }> { return Promise.resolve({ rows: [], total: 0 }); }
}

export async function furnishPlans(makeDb: MakeDb, pools: PoolCounter = new EmptyPools()) {
  const room = await furnishUnits((options) => makeDb({ ...options, entities }));
  const { database, clock, audit, services: { divisions, units, programmes, work } } = room;
  await work.run(() => divisions.load({ kind: 'system', task: 'test' }, [{ code: '330300', name: '温州市', kind: 'city', parentCode: null }, { code: '330302', name: '鹿城区', kind: 'county', parentCode: '330300' }]));
  const unit = async (name: string, parentId: string | null = null) => units.create(office, { name, fullName: `温州${name}`, kind: 'government', divisionCode: '330300', aliases: [], parentId, hostsOffice: false, openedOn: null });
  const [first, second] = [await unit('市科协'), await unit('市教育局')];
  const set = await programmes.createSet(office, { name: '项目库', fromYear: 2000, toYear: null });
  const programme = async (name: string, sortNo: number) => programmes.create(office, { setId: set.id, name, shortName: name.slice(0, 4), kind: 'action', aliases: [], sortNo });
  const ofProgramme = { farmers: await programme('农民科学素质行动', 10), talent: await programme('科普人才队伍工程建设', 20) };

  const planRows = new PlansRepository(database);
  const itemRows = new ItemsRepository(database);
  const evidenceRows = new EvidenceRepository(database);
  const measureRows = new MeasuresRepository(database);
  const directory = new ItemDirectory(itemRows);
  const joint = new JointTasks(new JointGroupsRepository(database), measureRows);
  const below = new BelowCounts(new ItemParents(database), measureRows, evidenceRows);
  const progress = new MeasureProgress(measureRows, evidenceRows, clock, pools, joint, below);
  const measures = new MeasuresService(measureRows, progress, directory, joint, audit, work, clock);
  const ledger = new EvidenceLedger(evidenceRows, clock);

  let edition = 0;
  const makePlan = async ({ items: given, state = 'issued', measured = true }: GivenPlan): Promise<{ plan: PlanEntity; items: ItemEntity[] }> => {
    const planId = newId();
    const names = { first: [first], second: [second], both: [first, second] };
    const items = given.map((one, index): ItemEntity => ({
      id: newId(), planId, seq: index + 1, number: null, programmeId: ofProgramme[one.programme].id, programmePrinted: ofProgramme[one.programme].name, unitsPrinted: names[one.unit].map(({ name }) => ({ role: 'responsible', printed: name })),
      text: one.text, raw: one.text, sourceKind: 'line', sourceValue: String(index + 1), dueText: null, dueOn: null, targets: [...(one.targets ?? [])], targetCount: one.targets?.length ?? 0, standing: 'printed', revisedIn: null, searchKey: one.text, version: 1,
    }));
    const assignments = given.flatMap((one, index) => names[one.unit].map((of): AssignmentEntity => ({
      id: newId(), itemId: items[index]?.id ?? '', planId, unitId: of.id, unitPrinted: of.name, seq: index + 1, role: 'responsible', state: 'pending', signedAt: null, signedBy: null, signedHow: null, signedNote: null,
      question: null, askedBy: null, askedAt: null, answer: null, answeredBy: null, answeredAt: null, extendedTo: null, doneAt: null, version: 1,
    })));
    const plan: PlanEntity = {
      id: planId, divisionId: '330300', officeId: '330300', year: 2026, edition: (edition += 1), docNumber: null, issuer: null, title: '2026年任务分解表', issuedOn: null, state, unitCount: 2, programmeCount: 2, cellCount: 4, itemCount: items.length,
      targetCount: 0, signBy: null, signByUncertain: false, importId: null, createdAt: clock.now(), issuedAt: clock.now(), closedAt: null, version: 1,
    };
    await work.run(() => planRows.insertWhole({
      plan, items, assignments, units: [first, second].map((of, index) => ({ id: newId(), planId, unitId: of.id, printed: of.name, sortNo: index + 1 })),
      programmes: Object.values(ofProgramme).map((of, index) => ({ id: newId(), planId, programmeId: of.id, name: of.name, shortName: of.shortName, sortNo: index + 1 })),
      measures: measured ? paperMeasureRows(items, plan.year, clock.now()) : [],
    }));
    return { plan, items };
  };
  return {
    ...room, today: TODAY, unit, first, second, programmes: ofProgramme, makePlan, measureRows, evidenceRows, progress, measures, ledger, evidence: new EvidenceService(evidenceRows, measureRows, directory, pools, below),
    proposals: new MeasureProposals(planRows, itemRows, measureRows, measures, work),
  };
}
export type PlansRoom = Awaited<ReturnType<typeof furnishPlans>>;
