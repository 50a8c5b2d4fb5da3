/**
 * The work entries of the demo city, written through the services at the times at which they would have happened.
 */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { addDays } from '@kepu/domain';
import { UploadsService } from '../../modules/files/index.js';
import { AssignmentsService, WorkEntriesService, WorkEntryChecks } from '../../modules/plans/index.js';
import type { PersonActor } from '../../platform/auth/actor.js';
import type { TestClock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { DemoWorkEntries } from './shapes.js';

/** Who and what the entries refer to. */
export interface WorkCity {
  readonly app: NestFastifyApplication; readonly clock: TestClock; readonly file: DemoWorkEntries; readonly today: string; readonly office: PersonActor;
  /** By the key of its unit. Throws where there is none. */
  readonly liaison: (unit: string) => { readonly actor: PersonActor; readonly unitId: string };
}

const at = (day: string, hour: string): Date => new Date(`${day}T${hour}:00+08:00`);

/** Writes all of them: the first to be over first. */
export const seedWorkEntries = async ({ app, clock, file, today, office, liaison }: WorkCity): Promise<void> => {
  const [entries, checks] = [app.get(WorkEntriesService), app.get(WorkEntryChecks)];
  for (const { unit, serves, endedDaysAgo, lastsDays, county, state, reason, ...given } of [...file.entries].sort((a, b) => b.endedDaysAgo - a.endedDaysAgo)) {
    const { actor, unitId } = liaison(unit);
    const toDay = addDays(today, -endedDaysAgo);
    const { data } = await app.get(AssignmentsService).list(actor, { page: 1, perPage: 200, unitId });
    const itemId = data.find((row) => row.item.text.includes(serves))?.item.id;
    if (!itemId) throw new Error(`seeds/demo/work-entries.json: ${unit} has no item with ${serves}`);
    clock.freeze(at(toDay, '16:30'));
    const proof = given.kind === 'figure' ? [] : [await app.get(UploadsService).create(actor, { bytes: Buffer.from(`演示数据：${given.title}\n数量：${given.quantity} ${given.unitOfMeasure}\n日期：${toDay}\n`, 'utf8'), fileName: `${given.title}.txt` })];
    await app.get(UnitOfWork).run(async () => {
      const draft = await entries.create(actor, {
        ...given, unitId, fromDay: addDays(toDay, 1 - lastsDays), toDay, divisionCode: county, fileIds: proof.map((one) => one.id), serves: [{ itemId, measureId: null }],
      });
      if (state === 'draft') return;
      const submitted = await entries.submit(actor, draft.id, draft.version);
      clock.freeze(at(addDays(toDay, 1), '10:00'));
      if (state === 'accepted') await checks.accept(office, draft.id, submitted.version);
      if (state === 'returned') await checks.giveBack(office, draft.id, { version: submitted.version, reason: reason ?? '' });
    });
  }
};
