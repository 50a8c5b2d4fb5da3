import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccessSubjects } from '../identity/index.js';
import { VolunteerListsRepository } from './volunteer-lists.repository.js';

/** Who sees a volunteer. */
@Injectable()
export class VolunteerAccess implements OnModuleInit {
  constructor(private readonly subjects: AccessSubjects, private readonly lists: VolunteerListsRepository) {}

  onModuleInit(): void {
    this.subjects.register('volunteer', {
      permission: 'volunteer:read',
      find: async (actor, id) => {
        const found = await this.lists.findFor(actor, id);
        return found && { name: found.name, unit: found.unitId === null ? null : { id: found.unitId, name: found.unitName ?? '' } };
      },
    });
  }
}
