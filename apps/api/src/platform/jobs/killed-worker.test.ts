import { childSource, spawnSource, type SourceChild } from '../../../test-support/children.js';
import { eachDatabase, type TestDatabase } from '../../../test-support/databases.js';
import { jobRoom, ProbeNotice, probeEntities, probeMigrations, writeNotice } from '../../../test-support/job-probe.js';
import { SystemClock, TestClock } from '../clock/index.js';

jest.setTimeout(60_000);

const JOBS = 120;
const LIVES = 3;

function child(db: TestDatabase, task: string, minutesAhead = 0): SourceChild {
  return spawnSource(childSource('job-child'), [JSON.stringify(db.config), task, String(minutesAhead)]);
}

async function killAfterLines(process: SourceChild, count: number): Promise<string[]> {
  const lines: string[] = [];
  await new Promise<void>((resolve) => {
    process.lines.on('line', (line) => {
      lines.push(line);
      if (lines.length === count) resolve();
    });
    process.lines.on('close', resolve);
  });
  await process.kill();
  return lines;
}

/** Another process's worker, as far as the database can tell, whose clock is ahead. Answers what it handled. */
async function workOn(db: TestDatabase, minutesAhead: number): Promise<string[]> {
  const clock = new TestClock();
  clock.shiftTo(new Date(Date.now() + minutesAhead * 60_000));
  const worker = jobRoom(db, clock).worker();
  const handled: string[] = [];
  worker.register({
    kind: 'notice',
    maxAttempts: 50,
    run: async (run) => {
      await writeNotice(db, run);
      handled.push(String(run.payload['noticeKey']));
    },
  });
  await worker.drain();
  return handled;
}

eachDatabase('kill -9', (makeDb) => {
  const furnish = async () => {
    const db = await makeDb({ entities: probeEntities, migrations: probeMigrations });
    return jobRoom(db, new SystemClock());
  };
  const notices = async (room: TestDatabase): Promise<string[]> =>
    (await room.database.reader.find(ProbeNotice, { order: { noticeKey: 'ASC' } })).map((notice) => notice.noticeKey);

  it('between the commit and the work: the work is done later, once', async () => {
    const room = await furnish();
    await killAfterLines(child(room, 'ask'), 1);
    expect(await notices(room)).toEqual([]);
    expect(await workOn(room, 0)).toEqual(['asked']);
    expect(await workOn(room, 5)).toEqual([]);
    expect(await notices(room)).toEqual(['asked']);
    expect((await room.jobs.statistics()).byState).toEqual({ done: 1 });
  });

  it('before the commit: there is neither change nor job', async () => {
    const room = await furnish();
    await killAfterLines(child(room, 'ask in vain'), 1);
    expect(await workOn(room, 5)).toEqual([]);
    expect(await notices(room)).toEqual([]);
    expect((await room.jobs.statistics()).byState).toEqual({});
  });

  it('between the effect and its being marked as done: the job runs again, the effect stays one', async () => {
    const room = await furnish();
    await room.unitOfWork.run(() => room.jobs.enqueue('notice', { noticeKey: 'once' }));
    expect(await killAfterLines(child(room, 'die after the effect'), 1)).toEqual(['once']);
    expect(await notices(room)).toEqual(['once']);
    expect((await room.jobs.statistics()).byState).toEqual({ running: 1 });
    // Not while the lease of the dead one holds.
    expect(await workOn(room, 0)).toEqual([]);
    expect(await workOn(room, 5)).toEqual(['once']);
    expect(await notices(room)).toEqual(['once']);
    expect((await room.jobs.statistics()).byState).toEqual({ done: 1 });
  });

  it('again and again amid the work: nothing is lost and nothing has its effect twice', async () => {
    const room = await furnish();
    const keys = Array.from({ length: JOBS }, (_, count) => `n${String(count).padStart(3, '0')}`);
    await room.unitOfWork.run(async () => {
      for (const noticeKey of keys) await room.jobs.enqueue('notice', { noticeKey });
    });
    let handled = 0;
    for (let life = 1; life <= LIVES; life += 1) handled += (await killAfterLines(child(room, 'work', life * 5), life * 9)).length;
    expect((await room.jobs.statistics()).byState.done).toBeLessThan(JOBS);
    handled += (await workOn(room, 60)).length;
    expect(handled).toBeGreaterThanOrEqual(JOBS);
    expect(await notices(room)).toEqual(keys);
    expect((await room.jobs.statistics()).byState).toEqual({ done: JOBS });
  });
});
