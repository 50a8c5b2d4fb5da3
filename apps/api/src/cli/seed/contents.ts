import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccountsRepository } from '../../modules/identity/index.js';
import { CredentialKinds, PoolsService } from '../../modules/talents/index.js';
import { DivisionsService, ProgrammesService, TermsService, ThemeDaysService, UnitsService, WorkdaysService } from '../../modules/units/index.js';
import { Clock, TestClock } from '../../platform/clock/index.js';
import { JobWorker } from '../../platform/jobs/index.js';
import type { AppConfig } from '../../platform/config/config.js';
import { TeamKinds } from '../../modules/teams/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { demoAccountsNote, seedDemo } from './demo.js';
import { readReferenceFiles, seedReference, type ReferenceIds } from './reference.js';

/** Loads the reference data that are missing. */
export const loadReference = async (app: NestFastifyApplication, seedsFolder: string): Promise<ReferenceIds> => seedReference({
  divisions: app.get(DivisionsService), units: app.get(UnitsService), terms: app.get(TermsService), programmes: app.get(ProgrammesService), themeDays: app.get(ThemeDaysService),
  workdays: app.get(WorkdaysService), pools: app.get(PoolsService), credentialKinds: app.get(CredentialKinds), teamKinds: app.get(TeamKinds), work: app.get(UnitOfWork),
}, await readReferenceFiles(seedsFolder));

/**
 * Fills what is empty: the reference data always, the demo city where the configuration asks for one. Answers what the person who started
 * the process should read.
 */
export const prepareContents = async (app: NestFastifyApplication, config: AppConfig, seedsFolder: string): Promise<string[]> => {
  const people = await app.get(AccountsRepository).count();
  const clock = app.get<Clock>(Clock);
  if (config.demo && people === 0) {
    if (!(clock instanceof TestClock)) throw new Error('A demo needs a clock that can be moved');
    await seedDemo(app, config, seedsFolder, clock, () => loadReference(app, seedsFolder));
    // What the city's past has to tell is told before anybody looks, and not while the first visitors wait.
    await app.get(JobWorker).drain();
  } else await loadReference(app, seedsFolder);
  if (config.demo) return [demoAccountsNote(config)];
  return people === 0 ? ['还没有管理员。  There is no administrator yet: npm run cli -- admin create --name 姓名 --email 邮箱'] : [];
};
