import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccessSubjects, PersonData } from '../identity/index.js';
import { UnitsRepository } from './units.repository.js';

/** Who sees a unit, and which columns of this module say who of the staff did something. */
@Injectable()
export class UnitAccess implements OnModuleInit {
  constructor(private readonly subjects: AccessSubjects, private readonly people: PersonData, private readonly units: UnitsRepository) {}

  onModuleInit(): void {
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
