import { admin } from './admin.js';
import { documents, passwordRules } from './documents.js';
import { errors, fieldErrors } from './errors.js';
import { portal } from './portal.js';
import { actions, notices, terms, warnings } from './terms.js';

/** The catalogue of one language. */
export const en = { documents, errors, fieldErrors, passwordRules, terms, warnings, notices, actions, admin, portal } as const;
