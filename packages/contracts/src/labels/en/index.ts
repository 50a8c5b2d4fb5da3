import { admin } from './admin.js';
import { documents, passwordRules } from './documents.js';
import { errors, fieldErrors } from './errors.js';
import { loopTerms, matching } from './loop.js';
import { portal as frame } from './portal.js';
import { portalActivities } from './portal-activities.js';
import { portalMe } from './portal-me.js';
import { portalPrivacy } from './portal-privacy.js';
import { portalRegister } from './portal-register.js';
import { consentTexts, exportWords, myDataWords, privacyTerms } from './privacy.js';
import { actions, notices, terms as words, warnings } from './terms.js';

/** The catalogue of one language. */
export const en = {
  documents, errors, fieldErrors, passwordRules, terms: { ...words, ...loopTerms, ...privacyTerms }, warnings, notices, actions, matching, consentTexts, myData: myDataWords, exported: exportWords, admin,
  portal: { ...frame, ...portalActivities, ...portalRegister, ...portalMe, ...portalPrivacy },
} as const;
