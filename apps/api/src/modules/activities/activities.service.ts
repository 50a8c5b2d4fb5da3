import type { ActivityRow, Page, activityQuery } from '@kepu/contracts';
import type { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.js';

/** Activities. */
export abstract class ActivitiesService {
  abstract list(actor: Actor, query: z.output<typeof activityQuery>): Promise<Page<ActivityRow>>;
}
