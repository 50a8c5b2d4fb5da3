import { onMariadb, type MakeDb } from '../../../test-support/databases.js';
import { furnishPlans } from '../../../test-support/plans.js';
import { office } from '../../../test-support/units.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import { newId } from '../../platform/database/index.js';
import { Jobs, JobSignals, JobsRepository } from '../../platform/jobs/index.js';
import { EvidenceLedger } from './evidence-ledger.js';
import { EvidenceEntity } from './evidence.entity.js';
import { EvidenceRepository } from './evidence.repository.js';
import { WorkEntriesRepository, type PlacedEntry } from './work-entries.repository.js';
import type { WorkEntriesService } from './work-entries.service.js';
import { WorkEntryChecks } from './work-entry-checks.js';
import { WorkEntryEntity } from './work-entry.entity.js';
import type { WorkEntryReferences } from './work-entry-references.js';
import { WorkEntrySteps } from './work-entry-steps.js';

const CHECKERS = 4;
/** Opens when all have arrived: each has read the entry as handed in before any has written. */
const meeting = () => {
  let open: () => void = () => undefined;
  const all = new Promise<void>((resolve) => { open = resolve; });
  let arrived = 0;
  return async () => { arrived += 1; if (arrived >= CHECKERS) open(); await all; };
};

/** Four people accept one entry at the same moment. How many lines of evidence there are then, and how many were told that they did it. */
async function acceptTogether(makeDb: MakeDb, guarded: boolean): Promise<{ lines: number; accepted: number }> {
  const { database, services: { work }, clock, audit, makePlan, first } = await furnishPlans(makeDb);
  const { items } = await makePlan({ items: [{ unit: 'first', programme: 'farmers', text: '培训。' }] });
  const meet = meeting();
  class Rows extends WorkEntriesRepository {
    override async findFor(...given: Parameters<WorkEntriesRepository['findFor']>): Promise<PlacedEntry | null> {
      const found = await super.findFor(...given);
      await meet();
      return found;
    }
    override async update(row: WorkEntryEntity, version: number, changes: Partial<WorkEntryEntity>): Promise<boolean> {
      if (guarded) return super.update(row, version, changes);
      await database.writer.update(WorkEntryEntity, { id: row.id }, changes);
      return true;
    }
  }
  class Keyless extends EvidenceRepository {
    override insertOnce(rows: readonly EvidenceEntity[]): Promise<number> { return super.insertOnce(rows.map((row) => ({ ...row, onceKey: newId() }))); }
  }
  const actor: PersonActor = { ...office, accountId: newId() };
  const id = newId();
  const rows = new Rows(database);
  await work.run(async () => {
    await database.writer.query(
      "INSERT INTO accounts (id, name, name_key, search_key, password_hash, must_change_password, state, created_at, version) VALUES (?, '某人', 'mouren', 'mouren', '', 0, 'active', '2026-03-01 00:00:00.000', 1)", [actor.accountId]);
    await rows.insert({
      id, unitId: first.id, kind: 'training', title: '培训班', searchKey: '', quantity: 30, unitOfMeasure: '人次', fromDay: '2026-03-01', toDay: '2026-03-01', divisionId: null, place: null, text: null, details: {}, state: 'submitted',
      returnedReason: null, returnedBy: null, returnedAt: null, submittedAt: clock.now(), submittedBy: actor.accountId, checkedAt: null, checkedBy: null, revokedReason: null, createdAt: clock.now(), createdBy: actor.accountId, version: 2,
    });
    await rows.serve(id, [{ itemId: items[0]?.id ?? '', measureId: null }]);
  });
  const steps = new WorkEntrySteps(rows, new Jobs(new JobsRepository(database), work, new JobSignals(), clock), audit);
  const ledger = new EvidenceLedger(guarded ? new EvidenceRepository(database) : new Keyless(database), clock);
  const checks = new WorkEntryChecks(rows, { get: () => Promise.resolve({}) } as unknown as WorkEntriesService, steps, { demandInForce: () => Promise.resolve() } as unknown as WorkEntryReferences, ledger, work, clock);
  const outcomes = await Promise.allSettled(Array.from({ length: CHECKERS }, () => checks.accept(actor, id, 2)));
  return { lines: await database.reader.countBy(EvidenceEntity, { sourceId: id }), accepted: outcomes.filter((outcome) => outcome.status === 'fulfilled').length };
}

onMariadb('an entry that many accept at the same moment', (makeDb) => {
  it('counts once, and one of them has done it', async () => {
    expect(await acceptTogether(makeDb, true)).toEqual({ lines: 1, accepted: 1 });
  });
  it('would count each time without the condition on its state and without the key of its evidence', async () => {
    expect(await acceptTogether(makeDb, false)).toEqual({ lines: CHECKERS, accepted: CHECKERS });
  });
});
