import { Logger } from '@nestjs/common';
import { eachDatabase, type MakeDb, type TestDatabase } from '../../../test-support/databases.js';
import { jobRoom, ProbeNotice, probeEntities, probeMigrations, writeNotice } from '../../../test-support/job-probe.js';
import { TestClock } from '../clock/index.js';
import { newId } from '../database/index.js';
import { JobsRepository, JobWorkerOptions, PermanentJobError } from './index.js';
import { everyMinutes } from './recurring.js';

type Room = ReturnType<typeof jobRoom<TestDatabase, TestClock>>;

async function furnish(makeDb: MakeDb): Promise<Room> {
  const clock = new TestClock();
  clock.freeze(new Date('2026-03-02T01:00:00.000Z'));
  return jobRoom(await makeDb({ entities: probeEntities, migrations: probeMigrations }), clock);
}

function gate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

beforeAll(() => Logger.overrideLogger(false));

eachDatabase('jobs', (makeDb) => {
  it('exist if and only if their unit is written, and only inside one', async () => {
    const { jobs, unitOfWork, worker } = await furnish(makeDb);
    const done: string[] = [];
    const w = worker();
    w.register({ kind: 'probe', run: async (run) => void done.push(run.id) });
    await expect(jobs.enqueue('probe', {})).rejects.toThrow('UnitOfWork.run');
    await expect(
      unitOfWork.run(async () => {
        await jobs.enqueue('probe', {});
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    await w.drain();
    expect(done).toEqual([]);
    const kept = await unitOfWork.run(() => jobs.enqueue('probe', { personId: 'p1' }));
    await w.drain();
    expect(done).toEqual([kept]);
    expect(await jobs.find(kept)).toMatchObject({ state: 'done', progress: 1, attempts: 1, payload: { personId: 'p1' }, problem: null });
  });

  it('are asked for once under one key', async () => {
    const { jobs, unitOfWork, worker } = await furnish(makeDb);
    const ids = await Promise.all([1, 2, 3, 4, 5].map(() => unitOfWork.run(() => jobs.enqueue('probe', {}, { key: 'sign-up:1' }))));
    expect(new Set(ids).size).toBe(1);
    let runs = 0;
    const w = worker();
    w.register({ kind: 'probe', run: async () => void (runs += 1) });
    await w.drain();
    expect(runs).toBe(1);
    expect(await unitOfWork.run(() => jobs.enqueue('probe', {}, { key: 'sign-up:1' }))).toBe(ids[0]);
    await w.drain();
    expect(runs).toBe(1);
  });

  it('carry ids, not texts', async () => {
    const { jobs, unitOfWork } = await furnish(makeDb);
    await expect(unitOfWork.run(() => jobs.enqueue('probe', { text: 'x'.repeat(201) }))).rejects.toThrow(TypeError);
  });

  it('wait for their time, and for a handler of their kind', async () => {
    const { jobs, unitOfWork, worker, clock } = await furnish(makeDb);
    const later = new Date(clock.now().getTime() + 60_000);
    const jobId = await unitOfWork.run(() => jobs.enqueue('probe', {}, { runAfter: later }));
    await unitOfWork.run(() => jobs.enqueue('nobody', {}));
    let runs = 0;
    const w = worker();
    w.register({ kind: 'probe', run: async () => void (runs += 1) });
    await w.drain();
    expect(runs).toBe(0);
    clock.advance(60_000);
    await w.drain();
    expect(runs).toBe(1);
    expect(await jobs.find(jobId)).toMatchObject({ state: 'done' });
    expect((await jobs.statistics()).byState).toEqual({ done: 1, queued: 1 });
    expect((await jobs.statistics()).oldestDueSeconds).toBe(60);
  });

  it('are tried again with longer and longer waits, then kept as failed with a code and no text', async () => {
    const { jobs, unitOfWork, worker, clock } = await furnish(makeDb);
    const jobId = await unitOfWork.run(() => jobs.enqueue('probe', {}));
    let runs = 0;
    const w = worker();
    w.register({
      kind: 'probe',
      maxAttempts: 3,
      run: async () => {
        runs += 1;
        throw Object.assign(new Error('no mail for 13800138000'), { code: 'ESMTP' });
      },
    });
    await w.drain();
    const first = await jobs.find(jobId);
    expect(first).toMatchObject({ state: 'queued', attempts: 1, problem: { code: 'ESMTP', detail: null } });
    const wait = (first?.runAfter.getTime() ?? 0) - clock.now().getTime();
    expect(wait).toBeGreaterThanOrEqual(1_000);
    expect(wait).toBeLessThanOrEqual(1_250);
    await w.drain();
    expect(runs).toBe(1);
    clock.advance(wait);
    await w.drain();
    clock.advance(10_000);
    await w.drain();
    clock.advance(3_600_000);
    await w.drain();
    expect(runs).toBe(3);
    const failed = await jobs.find(jobId);
    expect(failed).toMatchObject({ state: 'failed', attempts: 3 });
    expect(JSON.stringify(failed)).not.toContain('13800138000');
    // A person may give it another chance.
    expect(await unitOfWork.run(() => jobs.retry(jobId))).toBe(true);
    await w.drain();
    expect(runs).toBe(4);
  });

  it('fail at once when trying again cannot help', async () => {
    const { jobs, unitOfWork, worker } = await furnish(makeDb);
    const jobId = await unitOfWork.run(() => jobs.enqueue('probe', {}));
    const w = worker();
    w.register({
      kind: 'probe',
      run: async () => {
        throw new PermanentJobError('address.gone', 'unit u1');
      },
    });
    await w.drain();
    expect(await jobs.find(jobId)).toMatchObject({ state: 'failed', attempts: 1, problem: { code: 'address.gone', detail: 'unit u1' } });
  });

  it('belong to one worker each, however many look for them', async () => {
    const { jobs, unitOfWork, worker } = await furnish(makeDb);
    await unitOfWork.run(async () => {
      for (let count = 0; count < 40; count += 1) await jobs.enqueue('probe', { count });
    });
    const runs: string[] = [];
    const workers = Array.from({ length: 5 }, () => {
      const w = worker();
      w.register({ kind: 'probe', run: async (run) => void runs.push(run.id) });
      return w;
    });
    await Promise.all(workers.map((w) => w.drain()));
    expect(runs).toHaveLength(40);
    expect(new Set(runs).size).toBe(40);
  });

  it('would be run twice without the conditional update: two who look see the same job, one gets it (control)', async () => {
    const { jobs, unitOfWork, clock, database } = await furnish(makeDb);
    const jobId = await unitOfWork.run(() => jobs.enqueue('probe', {}));
    const repository = new JobsRepository(database);
    const now = clock.now();
    const seen = await Promise.all([1, 2].map(() => repository.due(['probe'], [], now, 1)));
    expect(seen.map((due) => due[0]?.id)).toEqual([jobId, jobId]);
    const until = new Date(now.getTime() + 30_000);
    const taken = await Promise.all(['a', 'b'].map((owner) => unitOfWork.run(() => repository.claim(jobId, owner, now, until))));
    expect(taken.filter((job) => job !== null)).toHaveLength(1);
  });

  it('are taken over when the lease of a silent worker runs out, and the silent one can write nothing more', async () => {
    const { jobs, unitOfWork, worker, clock, database } = await furnish(makeDb);
    const jobId = await unitOfWork.run(() => jobs.enqueue('notice', {}));
    const wake = gate();
    const asleep = gate();
    const write = async (run: { finish(): Promise<void> }): Promise<void> => {
      await unitOfWork.run(async () => {
        await database.writer.insert(ProbeNotice, { id: newId(), noticeKey: newId() });
        await run.finish();
      });
    };
    const slow = worker();
    slow.register({
      kind: 'notice',
      run: async (run) => {
        asleep.open();
        await wake.opened;
        await write(run);
      },
    });
    const quick = worker();
    quick.register({ kind: 'notice', run: write });

    const draining = slow.drain();
    await asleep.opened;
    await quick.drain();
    expect(await database.reader.count(ProbeNotice)).toBe(0);
    clock.advance(30_001);
    await quick.drain();
    expect(await jobs.find(jobId)).toMatchObject({ state: 'done', attempts: 2 });
    wake.open();
    await draining;
    expect(await database.reader.count(ProbeNotice)).toBe(1);
    expect(await jobs.find(jobId)).toMatchObject({ state: 'done', attempts: 2 });
  });

  it('that kill their process again and again end as failed', async () => {
    const { jobs, unitOfWork, worker, clock, opened } = await furnish(makeDb);
    const jobId = await unitOfWork.run(() => jobs.enqueue('probe', {}));
    let runs = 0;
    for (let life = 1; life <= 3; life += 1) {
      const w = worker();
      w.register({ kind: 'probe', maxAttempts: 2, run: async () => void (runs += 1) });
      if (life < 3) {
        // As a killed process leaves it: taken up, never settled.
        const left = { state: 'running', attempts: life, lease_owner: newId() };
        await opened.writer.query('UPDATE jobs SET state = ?, attempts = ?, lease_owner = ?, lease_until = ?', [left.state, left.attempts, left.lease_owner, clock.now()]);
      } else {
        await w.drain();
      }
      clock.advance(60_000);
    }
    expect(runs).toBe(0);
    expect(await jobs.find(jobId)).toMatchObject({ state: 'failed', problem: { code: 'attempts_exhausted' } });
  });

  it('show how far they are, and stop when they are cancelled', async () => {
    const { jobs, unitOfWork, worker } = await furnish(makeDb);
    const w = worker();
    const half = gate();
    w.register({
      kind: 'long',
      run: async (run) => {
        await run.progress(0.5);
        half.open();
        await new Promise((_, reject) => run.signal.addEventListener('abort', () => reject(run.signal.reason as Error)));
      },
    });
    w.start();
    const jobId = await unitOfWork.run(() => jobs.enqueue('long', {}));
    await half.opened;
    expect(await jobs.find(jobId)).toMatchObject({ state: 'running', progress: 0.5 });
    expect(await unitOfWork.run(() => jobs.cancel(jobId))).toBe(true);
    await w.stop();
    expect(await jobs.find(jobId)).toMatchObject({ state: 'cancelled', problem: null });
    expect(await unitOfWork.run(() => jobs.cancel(jobId))).toBe(false);
  });

  it('are cancelled before they began, or by another process while they run', async () => {
    const room = await furnish(makeDb);
    const { jobs, unitOfWork, worker, clock } = room;
    const queued = await unitOfWork.run(() => jobs.enqueue('long', {}));
    expect(await unitOfWork.run(() => jobs.cancel(queued))).toBe(true);
    const running = await unitOfWork.run(() => jobs.enqueue('long', {}));
    const begun: string[] = [];
    const elsewhere = jobRoom(room, clock);
    const w = worker();
    w.register({
      kind: 'long',
      run: async (run) => {
        begun.push(run.id);
        await unitOfWork.run(() => elsewhere.jobs.cancel(run.id));
        await run.progress(0.1);
        begun.push('went on');
      },
    });
    await w.drain();
    expect(begun).toEqual([running]);
    expect(await jobs.find(running)).toMatchObject({ state: 'cancelled' });
    expect(await jobs.find(queued)).toMatchObject({ state: 'cancelled', attempts: 0 });
  });

  it('are finished or given back when the process stops', async () => {
    const { jobs, unitOfWork, worker } = await furnish(makeDb);
    const [polite, deaf] = await unitOfWork.run(async () => [await jobs.enqueue('polite', {}), await jobs.enqueue('deaf', {})] as const);
    const w = worker(new JobWorkerOptions(4, 1_000, 20));
    const both = [gate(), gate()];
    w.register({
      kind: 'polite',
      run: async (run) => {
        both[0]?.open();
        await new Promise((_, reject) => run.signal.addEventListener('abort', () => reject(run.signal.reason as Error)));
      },
    });
    const never = gate();
    w.register({
      kind: 'deaf',
      run: async () => {
        both[1]?.open();
        await never.opened;
      },
    });
    w.start();
    await Promise.all(both.map((one) => one.opened));
    await w.stop();
    expect(await jobs.find(polite)).toMatchObject({ state: 'queued', attempts: 0 });
    expect(await jobs.find(deaf)).toMatchObject({ state: 'queued', attempts: 0 });
    never.open();
  });

  it('begin at once when the unit is written, without waiting for the next look', async () => {
    const { jobs, unitOfWork, worker } = await furnish(makeDb);
    const w = worker(new JobWorkerOptions(1, 3_600_000));
    const ran = gate();
    const seen: number[] = [];
    w.register({
      kind: 'probe',
      run: async (run) => {
        seen.push(Number(run.payload.count));
        if (seen.length === 3) ran.open();
      },
    });
    w.start();
    await unitOfWork.run(async () => {
      for (let count = 0; count < 3; count += 1) await jobs.enqueue('probe', { count });
    });
    await ran.opened;
    await w.stop();
    expect(seen.sort()).toEqual([0, 1, 2]);
  });

  it('that recur run once a turn, whoever looks', async () => {
    const { jobs, unitOfWork, worker, clock } = await furnish(makeDb);
    const runs: string[] = [];
    const workers = Array.from({ length: 3 }, () => {
      const w = worker();
      w.register({ kind: 'sweep', run: async (run) => void runs.push(String(run.payload.slot)) });
      w.every('sweep', everyMinutes(10));
      return w;
    });
    const round = async (): Promise<void> => {
      await Promise.all(workers.map((w) => w.drain()));
    };
    await round();
    await round();
    expect(runs).toEqual(['2026-03-02T01:00']);
    clock.advance(35 * 60_000);
    await round();
    // What was missed is made up for once.
    expect(runs).toEqual(['2026-03-02T01:00', '2026-03-02T01:30']);
    clock.advance(24 * 3_600_000);
    expect(await jobs.purgeFinished(clock.now())).toBe(2);
    await unitOfWork.run(async () => undefined);
  });

  it('have their effect once by a unique key, however often they are run', async () => {
    const { jobs, unitOfWork, worker, clock, database, opened } = await furnish(makeDb);
    await unitOfWork.run(() => jobs.enqueue('notice', { noticeKey: 'item:7:issued:person:3' }));
    let attempts = 0;
    const w = worker();
    w.register({
      kind: 'notice',
      run: async (run) => {
        attempts += 1;
        await writeNotice({ database, unitOfWork }, run);
      },
    });
    await w.drain();
    // As if the process had died after the notice and before the job was marked as done.
    await opened.writer.query("UPDATE jobs SET state = 'running', lease_until = ?, lease_owner = ?", [clock.now(), newId()]);
    clock.advance(1);
    await w.drain();
    expect(attempts).toBe(2);
    expect(await database.reader.count(ProbeNotice)).toBe(1);
  });
});
