import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { AppModule } from '../../app.module.js';
import { entities } from '../../entities.js';
import { migrations } from '../../migrations/index.js';
import { TestClock } from '../../platform/clock/index.js';
import { readConfig } from '../../platform/config/config.js';
import { migrate, openDatabase, type OpenDatabase } from '../../platform/database/index.js';
import { createLogger } from '../../platform/logging/logger.js';
import { PersonData, PersonMerges } from '../identity/index.js';

/** Columns that look as if they named a person, and do not. */
const others: Readonly<Record<string, string>> = {
  'batch_places.by_staff': 'whether by hand, not who',
  'credential_kinds.by_course': 'whether a training can give it', 'place_invitations.answer_by': 'a time', 'orders.cancelled_by': 'which side, not who', 'attendances.in_by': 'how, not who', 'attendances.out_by': 'how, not who', 'unit_reports.resubmit_by': 'a day', 'prompts.reply_by': 'a day', 'adjustments.said_by': 'the name of whoever said it, as the office writes it: of no account', 'plans.sign_by': 'a day', 'account_closures.by_password': 'how', 'audit_entries.classified_person_id': 'whose key seals it; it opens with the person’s key alone, and with nobody’s after that',
};
const named = /(^|_)(account|person|volunteer|actor|leader)_id$|_by$|^by_/;

/** What somebody may take along and have deleted is every table that has a column of a person: a new one cannot be forgotten. */
describe('tables with a column of a person', () => {
  let dataDir: string;
  let opened: OpenDatabase;
  let app: INestApplicationContext;
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'kepu-person-'));
    const clock = new TestClock();
    opened = await openDatabase({ kind: 'sqlite', file: join(dataDir, 'kepu.sqlite') }, entities);
    await migrate(opened, migrations, { now: () => clock.now() });
    const config = { ...readConfig({ NODE_ENV: 'test', DATA_DIR: dataDir, DEMO: '0' }), roles: [] };
    app = await NestFactory.createApplicationContext(AppModule.with({ config, clock, logger: createLogger('silent') }, opened), { logger: false, abortOnError: false });
  }, 60_000);
  afterAll(async () => {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('are all answered for by a module: shown to the person, or counted as an act of the office', () => {
    const people = app.get(PersonData);
    const answered = [...people.holders.flatMap(({ columns }) => columns), ...people.actColumns];
    expect(new Set(answered).size).toBe(answered.length);
    const columns = opened.writer.entityMetadatas.flatMap((entity) => {
      const references = new Set(entity.foreignKeys.filter((key) => ['accounts', 'volunteers'].includes(key.referencedTablePath)).flatMap((key) => key.columns.map((column) => column.databaseName)));
      return entity.columns.filter(({ databaseName }) => references.has(databaseName) || named.test(databaseName)).map(({ databaseName }) => `${entity.tableName}.${databaseName}`);
    });
    expect(columns.length).toBeGreaterThan(30);
    expect(columns.filter((column) => !answered.includes(column) && !(column in others)).sort()).toEqual([]);
    expect(answered.filter((column) => !columns.includes(column)).sort()).toEqual([]);
    expect(Object.keys(others).filter((column) => !columns.includes(column))).toEqual([]);
  });

  it('follow the person when two registrations are merged, or stay with the closed account: a module says which', () => {
    const { movers } = app.get(PersonMerges);
    const told = movers.flatMap(({ moves, stays }) => [...moves, ...stays]).sort();
    expect(told).toEqual(app.get(PersonData).holders.flatMap(({ columns }) => columns).sort());
    // What moves has a hand that moves it.
    expect(movers.filter(({ moves, merge }) => moves.length > 0 && !merge)).toEqual([]);
  });
});
