import { tokenInput } from '../identity/invitations.js';
import { pageOf } from '../paging.js';
import { byId } from '../primitives.js';
import { defineRoute } from '../route.js';
import { complainantContact, complaint, complaintAnswer, complaintDispute, complaintInput, complaintMade, complaintQuery, ownComplaint } from './schemas.js';

const steps = ['version.stale', 'lifecycle.not_allowed'] as const;
const byToken = ['rate.limited', 'complaint.unknown'] as const;
/** Routes of complaints: by anybody, answered by the county or the city, never by whom they are about. */
export const complaintRoutes = {
  // Not repeatable: an answer that is kept to be repeated must not hold a link.
  createComplaint: defineRoute('createComplaint', { summary: 'Complain; no account is needed', access: 'public', body: complaintInput, response: complaintMade, status: 201, errors: ['rate.limited'] }),
  lookUpComplaint: defineRoute('lookUpComplaint', { summary: 'How a complaint stands', access: 'public', body: tokenInput, response: ownComplaint, errors: byToken }),
  disputeComplaint: defineRoute('disputeComplaint', { summary: 'Say that the answer does not satisfy; the city office looks at it again', access: 'public', body: complaintDispute, response: ownComplaint, errors: [...byToken, ...steps] }),
  acceptComplaintAnswer: defineRoute('acceptComplaintAnswer', { summary: 'Say that the answer will do', access: 'public', body: tokenInput, response: ownComplaint, errors: [...byToken, ...steps] }),
  listComplaints: defineRoute('listComplaints', { summary: 'Complaints in reach', access: 'complaint:read', query: complaintQuery, response: pageOf(complaint) }),
  getComplaint: defineRoute('getComplaint', { summary: 'One complaint', access: 'complaint:read', params: byId, response: complaint }),
  revealComplainantContact: defineRoute('revealComplainantContact', { summary: 'See whom to call', access: 'complaint:answer', params: byId, response: complainantContact, errors: ['complaint.no_contact'] }),
  answerComplaint: defineRoute('answerComplaint', { summary: 'Answer a complaint, or review its first answer', access: 'complaint:answer', params: byId, body: complaintAnswer, response: complaint, errors: steps }),
} as const;
