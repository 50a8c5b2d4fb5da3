/** Writes units of two rows for ever and prints the number of each when, and only when, it has been acknowledged. */
import 'reflect-metadata';
import { writeSync } from 'node:fs';
import { openDatabase } from '../src/platform/database/data-source.js';
import { UnitOfWork } from '../src/platform/database/unit-of-work.js';

const [file = '', from = '0'] = process.argv.slice(2);
const opened = await openDatabase({ kind: 'sqlite', file }, []);
const unitOfWork = new UnitOfWork(opened);
await opened.writer.query('CREATE TABLE IF NOT EXISTS halves (unit int NOT NULL, half int NOT NULL, padding varchar(900) NOT NULL, PRIMARY KEY (unit, half))');
async function write(unit: number): Promise<void> {
  await unitOfWork.run(async () => {
    const { manager } = unitOfWork;
    await manager?.query('INSERT INTO halves (unit, half, padding) VALUES (?, 1, ?)', [unit, 'x'.repeat(900)]);
    await manager?.query('INSERT INTO halves (unit, half, padding) VALUES (?, 2, ?)', [unit, 'y'.repeat(900)]);
  });
  writeSync(1, `${unit}\n`);
}
// Alone and in groups that share a commit, by turns.
for (let unit = Number(from), together = 1; ; unit += together, together = (together % 8) + 1) {
  await Promise.all(Array.from({ length: together }, (_, index) => write(unit + index)));
}
