import { defineRoute } from '../route.js';
import { desk } from './schemas.js';

/** Routes of what the office and the units look at first. */
export const reportRoutes = {
  getDesk: defineRoute('getDesk', { summary: 'What waits for me, what is due, what comes next', access: 'desk:read', response: desk }),
} as const;
