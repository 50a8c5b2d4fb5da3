/**
 * A process that asks for a job, or does some, until it is killed. Parameters: the database's configuration as JSON, what to do, and by how many minutes its
 * clock is ahead (so that the leases of a killed one are over). Prints a line after each step.
 */
import 'reflect-metadata';
import { writeSync } from 'node:fs';
import { TestClock } from '../src/platform/clock/index.js';
import { Database, openDatabase, UnitOfWork, type DatabaseConfig } from '../src/platform/database/index.js';
import { jobRoom, probeEntities, writeNotice } from './job-probe.js';

const [config = '', task = '', minutesAhead = '0'] = process.argv.slice(2);
const opened = await openDatabase(JSON.parse(config) as DatabaseConfig, probeEntities);
const unitOfWork = new UnitOfWork(opened);
const clock = new TestClock();
clock.shiftTo(new Date(Date.now() + Number(minutesAhead) * 60_000));
const room = jobRoom({ database: new Database(opened, unitOfWork), unitOfWork }, clock);
const say = (line: string): void => void writeSync(1, `${line}\n`);
// Jobs are written one after the other and the process is killed from outside, so nothing here ends by itself.
const stay = (): Promise<never> => new Promise(() => setInterval(() => undefined, 60_000));

if (task === 'ask') {
  await unitOfWork.run(() => room.jobs.enqueue('notice', { noticeKey: 'asked' }));
  say('asked');
  await stay();
}

if (task === 'ask in vain') {
  await unitOfWork.run(async () => {
    await room.jobs.enqueue('notice', { noticeKey: 'in vain' });
    say('asked');
    await new Promise((resolve) => setTimeout(resolve, 4_000));
  });
}

const worker = room.worker();
worker.register({
  kind: 'notice',
  maxAttempts: 50,
  run: async (run) => {
    await writeNotice(room, run);
    say(String(run.payload['noticeKey']));
    if (task === 'die after the effect') await stay();
  },
});
await worker.drain();
say('drained');
await opened.close();
