import { z } from 'zod';
import { defineRoute } from '../route.js';
import { home, noticeQuery, notices, noticesRead } from './schemas.js';

/** Routes of the messages inside the app. */
export const noticeRoutes = {
  listNotices: defineRoute('listNotices', { summary: 'Own messages', access: 'signed-in', query: noticeQuery, response: notices }),
  readNotices: defineRoute('readNotices', { summary: 'Mark own messages as read', access: 'signed-in', body: noticesRead, response: z.object({ changed: z.int() }) }),
} as const;

/** Routes of the public pages. */
export const publicRoutes = {
  getHome: defineRoute('getHome', { summary: 'What the home page shows', access: 'public', response: home }),
} as const;
