import type { SystemActor } from '../../platform/auth/actor.js';
import type { UnitOfWork } from '../../platform/database/index.js';
import type { UnitsService } from '../../modules/units/index.js';
import type { DemoAffiliations } from './shapes.js';

const loader: SystemActor = { kind: 'system', task: 'demo city' };

/** Writes the schools, hospitals, communities and villages of the demo city under the units of the reference data. Answers the ids by key. */
export const seedAffiliations = async (units: UnitsService, work: UnitOfWork, file: DemoAffiliations, unitIds: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> =>
  work.run(async () => {
    const ids = new Map<string, string>();
    for (const { key, parent, ...affiliation } of file.affiliations) {
      const parentId = parent === null ? null : unitIds.get(parent);
      if (parentId === undefined) throw new Error(`seeds/demo/affiliations.json: there is no unit ${parent}`);
      ids.set(key, (await units.create(loader, { ...affiliation, aliases: [], parentId, hostsOffice: false, openedOn: null })).id);
    }
    return ids;
  }, { unitMs: 60_000 });
