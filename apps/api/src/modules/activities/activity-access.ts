import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { AccessSubjects } from '../identity/index.js';
import { OpenWorkRegistry } from '../units/index.js';
import { ActivityPages } from './activity-pages.repository.js';
import { ActivityOpenWork } from './open-work.repository.js';

/** Who sees an activity; and what of the activities a liaison leaves to a successor. Only the shifts that the person leads are bound to them. */
@Injectable()
export class ActivityAccess implements OnModuleInit {
  constructor(private readonly subjects: AccessSubjects, private readonly openWork: OpenWorkRegistry, private readonly pages: ActivityPages, private readonly waiting: ActivityOpenWork, private readonly clock: Clock) {}

  onModuleInit(): void {
    this.subjects.register('activity', {
      permission: 'activity:read',
      find: async (actor, id) => {
        const found = await this.pages.findFor(actor, id);
        return found && { name: found.title, unit: { id: found.unitId, name: found.unitName } };
      },
    });
    this.openWork.register('activities', { count: ({ unitId }) => this.waiting.activities(unitId) });
    this.openWork.register('signups', { count: ({ unitId }) => this.waiting.signups(unitId, this.clock.now()) });
    this.openWork.register('hours', { count: ({ unitId }) => this.waiting.hours(unitId, this.clock.now()) });
    this.openWork.register('shifts_led', {
      count: ({ unitId, accountId }) => this.waiting.shiftsLed(unitId, accountId, this.clock.now()),
      move: ({ unitId, accountId }, toAccountId) => this.waiting.leadBy(unitId, accountId, toAccountId, this.clock.now()),
    });
  }
}
