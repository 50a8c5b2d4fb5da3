import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Retention } from '../../platform/retention/index.js';
import { AccessSubjects, PersonData } from '../identity/index.js';
import { UnitApplicationsRepository } from './unit-applications.repository.js';
import { UnitsRepository } from './units.repository.js';

/** Who sees a unit; which columns of this module say who of the staff did something; and how long an application is kept. */
@Injectable()
export class UnitAccess implements OnModuleInit {
  constructor(private readonly subjects: AccessSubjects, private readonly people: PersonData, private readonly retention: Retention, private readonly applications: UnitApplicationsRepository, private readonly units: UnitsRepository) {}

  onModuleInit(): void {
    this.retention.register('unit_applications', (before) => this.retention.inPortions((limit) => this.applications.forget(before, limit)));
    this.people.registerActs('unit_applications.decided_by');
    this.subjects.register('unit', {
      permission: 'unit:read',
      find: async (actor, id) => {
        const unit = await this.units.findFor(actor, id);
        return unit && { name: unit.name, unit: { id: unit.id, name: unit.name } };
      },
    });
  }
}
