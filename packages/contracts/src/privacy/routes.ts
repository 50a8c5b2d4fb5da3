import { defineRoute } from '../route.js';
import * as s from './schemas.js';

/** Routes of personal data: keys, reveals, consents, one's own data, retention. */
export const privacyRoutes = {
  getKeys: defineRoute('getKeys', { summary: 'Keys of the field encryption, and how far the change to the active one is', access: 'key:read', response: s.keyStates }),
} as const;
