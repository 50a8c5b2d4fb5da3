import { pageOf } from '../paging.js';
import { byId, done } from '../primitives.js';
import { defineRoute } from '../route.js';
import * as s from './schemas.js';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Routes of personal data: keys, reveals, consents, one's own data, retention. */
export const privacyRoutes = {
  getKeys: defineRoute('getKeys', { summary: 'Keys of the field encryption, and how far the change to the active one is', access: 'key:read', response: s.keyStates }),
  // Not repeatable: an answer that is kept to be repeated must not hold a number.
  createReveal: defineRoute('createReveal', {
    summary: 'See the phone number or address of a person, for a reason; logged, and told to the person', access: 'personal:reveal', params: byId, body: s.revealInput, response: s.reveal, status: 201, errors: ['personal.daily_limit'],
  }),
  // POST, so that neither the filters nor the reason stand in an address.
  exportVolunteers: defineRoute('exportVolunteers', {
    summary: 'Volunteers in reach as a spreadsheet, for a reason; logged once, and told to everybody in it', access: 'personal:export', body: s.volunteerExport, errors: ['export.too_many', 'personal.daily_limit'],
    file: xlsx,
  }),
  exportPoolTerms: defineRoute('exportPoolTerms', { summary: 'Terms in pools as a spreadsheet, or the roster of one pool on a day; as for volunteers', access: 'personal:export', body: s.poolTermExport, errors: ['export.too_many', 'personal.daily_limit'], file: xlsx }),
  exportNominations: defineRoute('exportNominations', { summary: 'Nominations as a spreadsheet; as for volunteers', access: 'personal:export', body: s.nominationExport, errors: ['export.too_many', 'personal.daily_limit'], file: xlsx }),
  exportCredentials: defineRoute('exportCredentials', { summary: 'Certificates as a spreadsheet; as for volunteers', access: 'personal:export', body: s.credentialExport, errors: ['export.too_many', 'personal.daily_limit'], file: xlsx }),
  listMyDataAccesses: defineRoute('listMyDataAccesses', { summary: 'Who saw my data, what and why', access: 'signed-in', query: s.dataAccessQuery, response: s.dataAccesses }),
  getMyConsents: defineRoute('getMyConsents', { summary: 'What I agreed to', access: 'signed-in', response: s.myConsents }),
  giveConsent: defineRoute('giveConsent', { summary: 'Agree to a text', access: 'signed-in', body: s.consentInput, response: s.myConsents, status: 201, errors: ['consent.text_changed', 'volunteer.required'] }),
  withdrawConsent: defineRoute('withdrawConsent', { summary: 'Take an agreement back', access: 'signed-in', body: s.consentWithdrawal, response: s.myConsents, errors: ['consent.needed'] }),
  askMinorRecord: defineRoute('askMinorRecord', { summary: 'Ask to open a minor’s record, for a reason', access: 'minor:open', params: byId, body: s.recordRequestInput, response: s.recordRequest, status: 201, errors: ['minor.of_age', 'personal.daily_limit'] }),
  listMinorRecordRequests: defineRoute('listMinorRecordRequests', { summary: 'Requests to open minors’ records: the own ones, and those that one answers', access: 'signed-in', query: s.recordRequestQuery, response: pageOf(s.recordRequest) }),
  approveMinorRecord: defineRoute('approveMinorRecord', { summary: 'Let somebody open a minor’s record for a day', access: 'minor:approve', params: byId, body: s.recordDecision, response: s.recordRequest, errors: ['minor.own_request', 'version.stale', 'lifecycle.not_allowed'] }),
  refuseMinorRecord: defineRoute('refuseMinorRecord', { summary: 'Let nobody open it', access: 'minor:approve', params: byId, body: s.recordDecision, response: s.recordRequest, errors: ['minor.own_request', 'version.stale', 'lifecycle.not_allowed'] }),
  getMinorRecord: defineRoute('getMinorRecord', { summary: 'A minor’s record, where somebody has approved it; logged, and told to the guardian', access: 'minor:open', params: byId, response: s.minorRecord, errors: ['minor.record_not_approved'] }),
  getMinorAudit: defineRoute('getMinorAudit', { summary: 'The yearly audit of minors’ data', access: 'minor:audit', params: s.auditYear, response: s.minorAudit }),
  exportMinorAudit: defineRoute('exportMinorAudit', { summary: 'The same as a spreadsheet', access: 'minor:audit', params: s.auditYear, file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }),
  getRetention: defineRoute('getRetention', { summary: 'How long data are kept, and what was removed', access: 'retention:read', response: s.retention }),
  getMyData: defineRoute('getMyData', { summary: 'All that is kept of me, as data', access: 'signed-in', response: s.myData, file: 'application/json' }),
  getMyDataPage: defineRoute('getMyDataPage', { summary: 'All that is kept of me, as a page', access: 'signed-in', file: 'text/html' }),
  getMyDeletion: defineRoute('getMyDeletion', { summary: 'What closing my account would do', access: 'signed-in', response: s.myDeletion }),
  // Not repeatable: nobody is left who could ask again.
  deleteMyself: defineRoute('deleteMyself', {
    summary: 'Close my account and delete what no law demands to be kept', access: 'signed-in', body: s.deletionInput, response: done, errors: ['auth.failed', 'deletion.proof_needed', 'deletion.ties', 'rate.limited'],
  }),
} as const;
