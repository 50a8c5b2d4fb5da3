import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Global, Logger, Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { migrations } from '../../migrations/index.js';
import { AuditEntryEntity, AuditModule, AuditSealEntity, AuditSealer, AuditTrail, AuditVerifier, PersonKeyEntity } from '../audit/index.js';
import { Clock, SystemClock } from '../clock/index.js';
import { APP_CONFIG, readConfig, type AppConfig } from '../config/config.js';
import { CryptoKeyEntity, CryptoModule, FieldCipher } from '../crypto/index.js';
import { DatabaseModule } from '../database/database.module.js';
import { migrate, openDatabase, UnitOfWork } from '../database/index.js';
import { Files, FilesModule, StoredFileEntity } from '../files/index.js';
import { JobEntity, Jobs, JobsModule, JobWorker, LeaseEntity } from './index.js';

const entities = [AuditEntryEntity, AuditSealEntity, PersonKeyEntity, CryptoKeyEntity, StoredFileEntity, JobEntity, LeaseEntity];
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kepu-wiring-'));
  Logger.overrideLogger(false);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function application(config: AppConfig): Promise<INestApplicationContext> {
  const clock = new SystemClock();
  const opened = await openDatabase({ kind: 'sqlite', file: join(folder, 'kepu.sqlite') }, entities);
  await migrate(opened, migrations, { now: () => clock.now() });

  @Global()
  @Module({
    providers: [
      { provide: APP_CONFIG, useValue: config },
      { provide: Clock, useValue: clock },
    ],
    exports: [APP_CONFIG, Clock],
  })
  class Settings {}

  @Module({ imports: [Settings, DatabaseModule.forRoot({ opened }), CryptoModule, JobsModule, AuditModule, FilesModule] })
  class Application {}

  return NestFactory.createApplicationContext(Application, { logger: false, abortOnError: false });
}

it('fits together in the container, works while it runs, and leaves nothing open when it closes', async () => {
  const config = readConfig({ DATA_DIR: folder });
  const app = await application(config);
  expect(statSync(join(folder, 'keyring.json')).mode & 0o777).toBe(0o600);
  const worker = app.get(JobWorker);
  const ran = new Promise<string>((resolve) => {
    worker.register({ kind: 'probe', run: async (run) => resolve(run.id) });
  });
  const jobId = await app.get(UnitOfWork).run(async () => {
    await app.get(AuditTrail).record({
      actor: { kind: 'system', id: null, ip: null },
      action: 'probe',
      subjectKind: 'probe',
      subjectId: 'p',
      before: null,
      after: { phone: 'x' },
      classified: { personId: 'p1', fields: ['phone'] },
    });
    return app.get(Jobs).enqueue('probe', {});
  });
  expect(await ran).toBe(jobId);
  const sealed = app.get(FieldCipher).seal('x', { table: 't', column: 'c', row: 'r' });
  const prepared = await app.get(Files).put(Buffer.from('x'), 'x.txt', { maxBytes: 10 });
  expect(prepared.mime).toBe('text/plain');
  await app.close();

  const again = await application(config);
  expect(await again.get(AuditVerifier).verify()).toMatchObject({ ok: true, rows: 1, unsealed: 0 });
  expect(await again.get(AuditSealer).sealOnce()).toBe(0);
  expect(again.get(FieldCipher).open(sealed, { table: 't', column: 'c', row: 'r' })).toBe('x');
  expect((await again.get(Jobs).find(jobId))?.state).toBe('done');
  await again.close();
});

it('does not start with the keys of another installation', async () => {
  rmSync(join(folder, 'keyring.json'));
  await expect(application(readConfig({ DATA_DIR: folder }))).rejects.toThrow(/is not the one that sealed this database|is not in the keyring/);
});
