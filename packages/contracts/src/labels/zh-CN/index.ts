import { admin } from './admin.js';
import { adminClasses, classActions, classKept, classNotices, classTerms, slipWords } from './classes.js';
import { adminComplaints, complaintActions, complaintNotices, complaintTerms, portalComplaints } from './complaints.js';
import { documents, passwordRules } from './documents.js';
import { errors, fieldErrors } from './errors.js';
import { childText, companionTerms, guardianActions, guardianNotices, guardianTerms, minorAuditWords } from './guardians.js';
import { loopTerms, matching } from './loop.js';
import { portal as frame } from './portal.js';
import { portalActivities } from './portal-activities.js';
import { portalFamily } from './portal-family.js';
import { portalMe } from './portal-me.js';
import { portalPrivacy } from './portal-privacy.js';
import { portalRegister } from './portal-register.js';
import { portalSignIn } from './portal-sign-in.js';
import { consentTexts, exportWords, myDataWords, privacyTerms } from './privacy.js';
import { adminMerges, mergeActions, mergeNotices, mergeTerms } from './merges.js';
import { hoursWait, portalRealName, registrationActions, registrationNotices, registrationTerms } from './registration.js';
import { portalJoin, rightTerms } from './rights.js';
import { adminReports, reportActions, reportDocuments, reportNotices, reportTerms } from './reports.js';
import { portalRoster, rosterKept, rosterSheet, rosterTerms } from './rosters.js';
import { signInActions, signInMessages, signInNotices, signInTerms } from './sign-in.js';
import { actions, notices, terms as words, warnings } from './terms.js';

/** The catalogue of one language. */
export const zhCN = {
  documents: { ...documents, ...reportDocuments }, errors, fieldErrors, passwordRules, terms: { ...words, ...loopTerms, ...privacyTerms, ...rightTerms, ...rosterTerms, ...signInTerms, ...guardianTerms, ...registrationTerms, ...mergeTerms, ...complaintTerms, ...classTerms, ...reportTerms, companions: companionTerms, keptApart: { ...rosterKept, ...complaintTerms.keptApart, ...classKept } }, warnings, notices: { ...notices, ...signInNotices, ...guardianNotices, ...registrationNotices, ...mergeNotices, ...complaintNotices, ...classNotices, ...reportNotices }, actions: { ...actions, ...signInActions, ...guardianActions, ...registrationActions, ...mergeActions, ...complaintActions, ...classActions, ...reportActions }, matching, minorAudit: minorAuditWords, consentTexts: { ...consentTexts, child: childText }, myData: myDataWords, exported: exportWords, rosterSheet, slip: slipWords, admin: { ...admin, ...adminComplaints, ...adminMerges, ...adminClasses, ...adminReports }, signInMessages,
  portal: { ...frame, ...portalActivities, ...portalRegister, ...portalMe, ...portalFamily, ...portalPrivacy, ...portalJoin, ...portalRoster, ...portalSignIn, ...portalRealName, hoursWait, ...portalComplaints },
} as const;
