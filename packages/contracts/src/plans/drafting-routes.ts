import { pageOf } from '../paging.js';
import { byId, done } from '../primitives.js';
import { defineRoute } from '../route.js';
import * as c from './consultations.js';
import * as i from './imports.js';
import * as p from './proposals.js';
import { decision } from './schemas.js';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const steps = ['version.stale', 'lifecycle.not_allowed'] as const;

/** Routes of the calls for proposals, and of what units propose. */
export const proposalRoutes = {
  listProposalCalls: defineRoute('listProposalCalls', { summary: 'Calls for proposals, with how far the units in reach are', access: 'drafting:read', query: p.proposalCallQuery, response: pageOf(p.proposalCall) }),
  createProposalCall: defineRoute('createProposalCall', { summary: 'Ask units to propose the work of a year', access: 'drafting:decide', body: p.proposalCallInput, response: p.proposalCall, status: 201, repeatable: true, errors: ['proposal_call.no_units', 'reference.not_found'] }),
  getProposalCall: defineRoute('getProposalCall', { summary: 'One call', access: 'drafting:read', params: byId, response: p.proposalCall }),
  updateProposalCall: defineRoute('updateProposalCall', { summary: 'Change a call; its last day is only moved on', access: 'drafting:decide', params: byId, body: p.proposalCallChange, response: p.proposalCall, errors: [...steps, 'drafting.day_earlier'] }),
  closeProposalCall: defineRoute('closeProposalCall', { summary: 'Close a call', access: 'drafting:decide', params: byId, body: decision, response: p.proposalCall, errors: steps }),
  reopenProposalCall: defineRoute('reopenProposalCall', { summary: 'Open a call again', access: 'drafting:decide', params: byId, body: decision, response: p.proposalCall, errors: steps }),
  listProposalAnswers: defineRoute('listProposalAnswers', { summary: 'Units of a call and how they stand', access: 'drafting:read', params: byId, response: pageOf(p.proposalAnswerRow) }),
  listProposals: defineRoute('listProposals', { summary: 'What was proposed', access: 'drafting:read', params: byId, query: p.proposalQuery, response: pageOf(p.proposal) }),
  exportProposals: defineRoute('exportProposals', { summary: 'What was proposed, as xlsx', access: 'drafting:read', params: byId, query: p.proposalQuery, file: xlsx }),
  makeProposalPaper: defineRoute('makeProposalPaper', { summary: 'A paper of what was adopted, read in as an import', access: 'plan-import:write', params: byId, response: i.planImport, status: 201, also: { 202: i.importProgress }, errors: ['proposal_call.nothing_adopted', 'storage.full'], repeatable: true }),
  getProposalAnswer: defineRoute('getProposalAnswer', { summary: 'What one unit proposes', access: 'drafting:read', params: byId, response: p.proposalAnswer }),
  saveProposalAnswer: defineRoute('saveProposalAnswer', { summary: 'Keep what the unit proposes', access: 'drafting:write', params: byId, body: p.proposalAnswerChange, response: p.proposalAnswer, errors: [...steps, 'reference.not_found'] }),
  copyEarlierItems: defineRoute('copyEarlierItems', { summary: 'Take over the unit’s items of the newest earlier plan', access: 'drafting:write', params: byId, body: decision, response: p.proposalAnswer, errors: steps }),
  submitProposalAnswer: defineRoute('submitProposalAnswer', { summary: 'Hand in what the unit proposes', access: 'drafting:submit', params: byId, body: decision, response: p.proposalAnswer, errors: [...steps, 'proposal_answer.empty'] }),
  declineProposalAnswer: defineRoute('declineProposalAnswer', { summary: 'Say that the unit has nothing to propose', access: 'drafting:submit', params: byId, body: decision, response: p.proposalAnswer, errors: [...steps, 'proposal_answer.not_empty'] }),
  recallProposalAnswer: defineRoute('recallProposalAnswer', { summary: 'Take back what nobody has decided about', access: 'drafting:submit', params: byId, body: decision, response: p.proposalAnswer, errors: [...steps, 'drafting.decided'] }),
  decideProposal: defineRoute('decideProposal', { summary: 'Decide about a proposal', access: 'drafting:decide', params: byId, body: p.proposalDecision, response: p.proposal, errors: steps }),
} as const;

/** Routes of the consultation about a draft, and of its sign-off. */
export const consultationRoutes = {
  listConsultations: defineRoute('listConsultations', { summary: 'Consultations in reach', access: 'drafting:read', query: c.consultationQuery, response: pageOf(c.consultation) }),
  createConsultation: defineRoute('createConsultation', { summary: 'Lay a draft before its units', access: 'drafting:decide', params: byId, body: c.consultationInput, response: c.consultation, status: 201, errors: ['lifecycle.not_allowed', 'consultation.open', 'plan_approval.signed', 'version.stale'] }),
  getConsultation: defineRoute('getConsultation', { summary: 'One consultation', access: 'drafting:read', params: byId, response: c.consultation }),
  updateConsultation: defineRoute('updateConsultation', { summary: 'Change a consultation; its last day is only moved on', access: 'drafting:decide', params: byId, body: c.consultationChange, response: c.consultation, errors: [...steps, 'drafting.day_earlier'] }),
  closeConsultation: defineRoute('closeConsultation', { summary: 'Close a consultation; units are told what was decided', access: 'drafting:decide', params: byId, body: c.consultationClose, response: c.consultation, errors: [...steps, 'consultation.undecided'] }),
  listConsultationAnswers: defineRoute('listConsultationAnswers', { summary: 'Units of a consultation and how they stand', access: 'drafting:read', params: byId, response: pageOf(c.consultationAnswerRow) }),
  listConsultationComments: defineRoute('listConsultationComments', { summary: 'What units say', access: 'drafting:read', params: byId, query: c.consultationCommentQuery, response: pageOf(c.consultationComment) }),
  exportConsultationXlsx: defineRoute('exportConsultationXlsx', { summary: 'What units said and what became of it, as xlsx', access: 'drafting:read', params: byId, file: xlsx }),
  exportConsultationDocx: defineRoute('exportConsultationDocx', { summary: 'The same as a Word file', access: 'drafting:read', params: byId, file: docx }),
  getConsultationAnswer: defineRoute('getConsultationAnswer', { summary: 'What one unit says of its items', access: 'drafting:read', params: byId, response: c.consultationAnswer }),
  saveConsultationAnswer: defineRoute('saveConsultationAnswer', { summary: 'Keep what is said of some items', access: 'drafting:write', params: byId, body: c.consultationAnswerChange, response: c.consultationAnswer, errors: [...steps, 'reference.not_found'] }),
  submitConsultationAnswer: defineRoute('submitConsultationAnswer', { summary: 'Hand in what the unit says', access: 'drafting:submit', params: byId, body: c.consultationSubmission, response: c.consultationAnswer, errors: [...steps, 'consultation_answer.incomplete'] }),
  recallConsultationAnswer: defineRoute('recallConsultationAnswer', { summary: 'Take back what nobody has decided about', access: 'drafting:submit', params: byId, body: decision, response: c.consultationAnswer, errors: [...steps, 'drafting.decided'] }),
  decideConsultationComment: defineRoute('decideConsultationComment', { summary: 'Decide about a comment, and put other words into the draft', access: 'drafting:decide', params: byId, body: c.consultationDecision, response: c.consultationComment, errors: [...steps, 'plan_approval.signed'] }),
  getPlanApproval: defineRoute('getPlanApproval', { summary: 'The leader’s sign-off of a plan', access: 'drafting:read', params: byId, response: c.planApprovalAnswer }),
  recordPlanApproval: defineRoute('recordPlanApproval', { summary: 'Record the leader’s sign-off of a draft, or replace it', access: 'drafting:decide', params: byId, body: c.planApprovalInput, response: c.planApproval, status: 201, errors: [...steps, 'reference.not_found'] }),
  removePlanApproval: defineRoute('removePlanApproval', { summary: 'Remove the sign-off of a draft', access: 'drafting:decide', params: byId, response: done, errors: ['lifecycle.not_allowed'] }),
} as const;
