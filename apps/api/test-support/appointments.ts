/** Appointments to pools, wired by hand on what a room has. */
import type { PersonTurns } from '../src/modules/identity/index.js';
import { LettersRepository } from '../src/modules/talents/letters/letters.repository.js';
import { LettersService } from '../src/modules/talents/letters/letters.service.js';
import { Appointments } from '../src/modules/talents/nominations/appointments.service.js';
import { NominationsRepository } from '../src/modules/talents/nominations/nominations.repository.js';
import { PoolSettingsRepository } from '../src/modules/talents/nominations/pool-settings.repository.js';
import { TermDetailsRepository } from '../src/modules/talents/nominations/term-details.repository.js';
import { NameSearch } from '../src/modules/talents/name-search.repository.js';
import { PoolTermsRepository } from '../src/modules/talents/pool-terms.repository.js';
import { PoolsRepository } from '../src/modules/talents/pools.repository.js';
import { PoolsService } from '../src/modules/talents/pools.service.js';
import type { UnitDirectory } from '../src/modules/units/index.js';
import type { AuditTrail } from '../src/platform/audit/index.js';
import { RateLimits } from '../src/platform/auth/rate-limits.js';
import { RateLimitRepository } from '../src/platform/auth/rate-limit.repository.js';
import type { Clock } from '../src/platform/clock/index.js';
import { readConfig } from '../src/platform/config/config.js';
import type { Database, UnitOfWork } from '../src/platform/database/index.js';
import type { Jobs } from '../src/platform/jobs/index.js';

interface Room { readonly database: Database; readonly work: UnitOfWork; readonly clock: Clock; readonly audit: AuditTrail; readonly units: UnitDirectory; readonly turns: PersonTurns; readonly jobs: Jobs; readonly poolTurns?: { take(): Promise<void> } }

/** The service of pools, with what takes people in behind it. A test may put other turns in place, to show what happens without them. */
export const furnishPools = ({ database, work, clock, audit, units, turns, jobs, poolTurns }: Room) => {
  const settings = Object.assign(new PoolSettingsRepository(database), poolTurns);
  const letters = new LettersRepository(database);
  const limits = new RateLimits(new RateLimitRepository(database), work, clock);
  const terms = new PoolTermsRepository(database, new NameSearch(database));
  const service = new LettersService(letters, units, limits, audit, clock, readConfig({ NODE_ENV: 'test', DATA_DIR: '/nowhere' }));
  const appointments = new Appointments(settings, terms, service, units, turns, audit, clock);
  return { settings, letters, terms, appointments, pools: new PoolsService(new PoolsRepository(database), terms, settings, appointments, new NominationsRepository(database), new TermDetailsRepository(database), jobs, audit, work, clock) };
};
