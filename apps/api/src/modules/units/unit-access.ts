import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccessSubjects } from '../identity/index.js';
import { UnitsRepository } from './units.repository.js';

/** Who sees a unit. */
@Injectable()
export class UnitAccess implements OnModuleInit {
  constructor(private readonly subjects: AccessSubjects, private readonly units: UnitsRepository) {}

  onModuleInit(): void {
    this.subjects.register('unit', {
      permission: 'unit:read',
      find: async (actor, id) => {
        const unit = await this.units.findFor(actor, id);
        return unit && { name: unit.name, unit: { id: unit.id, name: unit.name } };
      },
    });
  }
}
