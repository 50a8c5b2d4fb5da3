import { mySignup, mySignupQuery, withdrawal } from '../activities/signups.js';
import { session } from '../identity/schemas.js';
import { pageOf } from '../paging.js';
import { dataAccesses, dataAccessQuery, deletionInput, myData, myDeletion } from '../privacy/schemas.js';
import { byId, done } from '../primitives.js';
import { defineRoute } from '../route.js';
import { realName, realNameGiven, realNameInput } from '../volunteers/registration.js';
import { myVolunteer, volunteerChange } from '../volunteers/schemas.js';
import * as s from './schemas.js';

const places = ['signup.closed', 'signup.exists', 'signup.overlap', 'signup.not_eligible', 'position.full', 'consent.text_changed', 'consent.accompany_needed'] as const;

/** Routes of minors and their guardians. */
export const guardianRoutes = {
  getMinorPolicy: defineRoute('getMinorPolicy', { summary: 'What holds for minors', access: 'public', response: s.minorPolicy }),
  listMinorPolicies: defineRoute('listMinorPolicies', { summary: 'What held for minors, newest first', access: 'minor:policy', response: pageOf(s.minorPolicyVersion) }),
  createMinorPolicy: defineRoute('createMinorPolicy', { summary: 'Set what holds for minors; the versions before stay readable', access: 'minor:policy', body: s.minorPolicyInput, response: s.minorPolicyVersion, status: 201, repeatable: true }),
  // Not repeatable: the answer opens a session.
  createGuardian: defineRoute('createGuardian', { summary: 'Make an account as a guardian; the answer signs in', access: 'public', body: s.guardianInput, response: session, status: 201, errors: ['guardian.of_age', 'volunteer.exists', 'auth.password_weak', 'auth.phone_proof_required', 'auth.code_wrong', 'rate.limited'] }),
  getMyFamily: defineRoute('getMyFamily', { summary: 'The own children, and the own guardians', access: 'signed-in', response: s.family }),
  // Not repeatable: an answer that is kept to be repeated must not hold a child's name.
  registerChild: defineRoute('registerChild', { summary: 'Register a child of the own family', access: 'signed-in', body: s.childInput, response: s.family, status: 201, errors: ['volunteer.too_young', 'minor.of_age', 'guardian.age_needed', 'guardian.of_age', 'guardian.phone_needed', 'guardian.too_many', 'child.exists', 'child.at_school', 'consent.text_changed', 'reference.not_found'] }),
  getMyChild: defineRoute('getMyChild', { summary: 'The profile of an own child', access: 'signed-in', params: byId, response: myVolunteer }),
  updateMyChild: defineRoute('updateMyChild', { summary: 'Change the profile of an own child', access: 'signed-in', params: byId, body: volunteerChange, response: myVolunteer, errors: ['version.stale', 'reference.not_found'] }),
  getMyChildRealName: defineRoute('getMyChildRealName', { summary: 'Whether the real name of an own child was given', access: 'signed-in', params: byId, response: realName }),
  giveMyChildRealName: defineRoute('giveMyChildRealName', { summary: 'Give the number of an own child, once', access: 'signed-in', params: byId, body: realNameInput, response: realNameGiven, errors: ['real_name.given', 'real_name.taken', 'rate.limited', 'volunteer.void'] }),
  getMyChildData: defineRoute('getMyChildData', { summary: 'All that is kept of an own child, as data', access: 'signed-in', params: byId, response: myData, file: 'application/json' }),
  getMyChildDataPage: defineRoute('getMyChildDataPage', { summary: 'All that is kept of an own child, as a page', access: 'signed-in', params: byId, file: 'text/html' }),
  listMyChildAccesses: defineRoute('listMyChildAccesses', { summary: 'Who saw the data of an own child', access: 'signed-in', params: byId, query: dataAccessQuery, response: dataAccesses }),
  getMyChildDeletion: defineRoute('getMyChildDeletion', { summary: 'What closing the account of an own child would do', access: 'signed-in', params: byId, response: myDeletion }),
  deleteMyChild: defineRoute('deleteMyChild', { summary: 'Close the account of an own child', access: 'signed-in', params: byId, body: deletionInput, response: done, errors: ['auth.failed', 'deletion.proof_needed', 'rate.limited'] }),
  // Not repeatable: an answer that is kept to be repeated must not hold a link.
  askGuardian: defineRoute('askGuardian', { summary: 'Ask a guardian, as a minor', access: 'signed-in', body: s.guardianRequest, response: s.guardianRequested, status: 201, errors: ['volunteer.required', 'minor.of_age', 'guardian.own_phone', 'guardian.too_many', 'rate.limited'] }),
  lookUpGuardianRequest: defineRoute('lookUpGuardianRequest', { summary: 'What a guardian’s link is about', access: 'public', body: s.guardianToken, response: s.guardianOffer, errors: ['rate.limited', 'guardian.link_unknown'] }),
  acceptGuardianRequest: defineRoute('acceptGuardianRequest', { summary: 'Become the guardian who was asked', access: 'signed-in', body: s.guardianAcceptance, response: s.family, errors: ['rate.limited', 'guardian.link_unknown', 'guardian.link_over', 'guardian.wrong_phone', 'guardian.age_needed', 'guardian.of_age', 'guardian.too_many', 'consent.text_changed'] }),
  declineGuardianRequest: defineRoute('declineGuardianRequest', { summary: 'Say that one is not the guardian', access: 'public', body: s.guardianToken, response: done, errors: ['rate.limited', 'guardian.link_unknown', 'guardian.link_over'] }),
  endGuardianLink: defineRoute('endGuardianLink', { summary: 'No longer be the guardian here; what was agreed to ends', access: 'signed-in', params: byId, response: s.family, errors: ['guardian.last'] }),

  listMyChildSignups: defineRoute('listMyChildSignups', { summary: 'Sign-ups of an own child', access: 'signed-in', params: byId, query: mySignupQuery, response: pageOf(mySignup) }),
  getRiskText: defineRoute('getRiskText', { summary: 'What the consent to an activity is about', access: 'public', params: byId, response: s.riskText }),
  signUpChild: defineRoute('signUpChild', { summary: 'Agree to an activity and sign a child up', access: 'signed-in', params: byId, body: s.childSignup, response: mySignup, status: 201, repeatable: true, errors: ['reference.not_found', ...places] }),
  withdrawChildSignup: defineRoute('withdrawChildSignup', { summary: 'Leave, for an own child', access: 'signed-in', params: byId, body: withdrawal, response: mySignup, errors: ['version.stale', 'lifecycle.not_allowed', 'signup.reason_required'] }),
  askConsent: defineRoute('askConsent', { summary: 'Ask the own guardians about a position, as a minor', access: 'signed-in', params: byId, body: s.consentRequest, response: s.activityConsent, status: 201, errors: ['volunteer.required', 'minor.of_age', 'consent.asked', 'signup.closed', 'signup.exists', 'signup.overlap', 'signup.not_eligible'] }),
  listActivityConsents: defineRoute('listActivityConsents', { summary: 'Words of guardians: those that one gave or is asked for, and on oneself', access: 'signed-in', query: s.activityConsentQuery, response: s.activityConsents }),
  giveActivityConsent: defineRoute('giveActivityConsent', { summary: 'Agree, and sign the child up', access: 'signed-in', params: byId, body: s.consentGiven, response: s.activityConsent, errors: ['version.stale', 'consent.over', ...places] }),
  refuseActivityConsent: defineRoute('refuseActivityConsent', { summary: 'Say no', access: 'signed-in', params: byId, body: s.consentEnded, response: s.activityConsent, errors: ['version.stale', 'consent.over'] }),
  withdrawActivityConsent: defineRoute('withdrawActivityConsent', { summary: 'No longer agree; the places to come are left', access: 'signed-in', params: byId, body: s.consentEnded, response: s.activityConsent, errors: ['version.stale', 'consent.over'] }),
  getEmergencyCard: defineRoute('getEmergencyCard', { summary: 'Whom to call for a child: for whoever leads, on the day; logged', access: 'signed-in', params: byId, response: s.emergencyCard, status: 201, errors: ['emergency.not_today'] }),
} as const;
