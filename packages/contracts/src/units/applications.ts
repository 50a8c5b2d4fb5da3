import { z } from 'zod';
import { contact } from '../identity/schemas.js';
import { linkToken, tokenInput } from '../identity/invitations.js';
import { lengths } from '../lengths.js';
import { listQuery, pageOf } from '../paging.js';
import { unitRoles } from '../permissions.js';
import { byId, divisionCode, done, id, instant, line, named, paragraph, version } from '../primitives.js';
import { defineRoute } from '../route.js';

/** How an application stands. */
export const applicationStates = ['submitted', 'returned', 'approved', 'refused', 'withdrawn'] as const;
/** How an application stands. */
export type ApplicationState = (typeof applicationStates)[number];
/** Bodies that apply by themselves; member units of the office are entered by it. */
export const applicantKinds = ['school', 'hospital', 'village', 'community', 'township', 'enterprise', 'society', 'institution', 'other'] as const;

const fields = {
  unitName: line(lengths.name), kind: z.enum(applicantKinds), countyCode: divisionCode, place: line(lengths.place).describe('street and number'),
  name: line(lengths.personName), duty: line(lengths.remark), contact, note: paragraph(lengths.note).nullable().default(null),
};
/** 单位入驻: a body asks to be admitted, with the person who will speak for it. */
export const unitApplicationInput = z.strictObject(fields).meta({ id: 'UnitApplicationInput' });
/** What was changed after it was given back. */
export const unitApplicationRevision = z.strictObject({ token: linkToken, ...fields }).meta({ id: 'UnitApplicationRevision' });
/** An application as the applicant sees it. */
export const ownApplication = z.object({
  number: z.string(), state: z.enum(applicationStates), unitName: z.string(), kind: z.enum(applicantKinds), county: z.object({ code: divisionCode, name: z.string() }), place: z.string(),
  name: z.string(), duty: z.string(), note: z.string().nullable(), reason: z.string().nullable().describe('why it was given back or refused'), submittedAt: instant, decidedAt: instant.nullable(),
}).meta({ id: 'OwnApplication' });
/** An application as the applicant sees it. */
export type OwnApplication = z.output<typeof ownApplication>;
/** The same with the token of its link, which is told this once. */
export const applicationMade = ownApplication.extend({ link: z.url() }).meta({ id: 'ApplicationMade' });
/** An application as those see it who decide. `similar`: units that it may be already. */
export const unitApplication = ownApplication.extend({
  id, contact: z.string().describe('masked'), decidedBy: z.string().nullable(), unit: named.nullable(), similar: z.array(named.extend({ liaisons: z.int() })), version,
}).meta({ id: 'UnitApplication' });
/** An application as those see it who decide. */
export type UnitApplication = z.output<typeof unitApplication>;
/** Filters of the list of applications. */
export const unitApplicationQuery = listQuery(['submittedAt', 'unitName'], { state: z.enum(applicationStates).optional(), countyCode: divisionCode.optional(), kind: z.enum(applicantKinds).optional() });
/** Approval: as a new unit, or as one that is there already; and what the applicant becomes in it. */
export const applicationApproval = z.strictObject({ version, unitId: id.nullable().default(null), role: z.enum(unitRoles).default('liaison') }).meta({ id: 'ApplicationApproval' });
/** A decision with its reason. */
export const applicationDecision = z.strictObject({ version, reason: paragraph(lengths.note) }).meta({ id: 'ApplicationDecision' });
/** The applicant's number or address in full, for the call that checks who applies. Each look is written down. */
export const applicantContact = z.object({ contact: z.string() }).meta({ id: 'ApplicantContact' });

const steps = ['version.stale', 'lifecycle.not_allowed'] as const;
/** Routes of 单位入驻. */
export const unitApplicationRoutes = {
  createUnitApplication: defineRoute('createUnitApplication', { summary: 'Apply for a unit', access: 'public', body: unitApplicationInput, response: applicationMade, status: 201, errors: ['rate.limited', 'unit_application.exists', 'reference.not_found'] }),
  lookUpUnitApplication: defineRoute('lookUpUnitApplication', { summary: 'How an application stands', access: 'public', body: tokenInput, response: ownApplication, errors: ['rate.limited', 'unit_application.unknown'] }),
  reviseUnitApplication: defineRoute('reviseUnitApplication', { summary: 'Hand in again what was given back', access: 'public', body: unitApplicationRevision, response: ownApplication, errors: ['rate.limited', 'unit_application.unknown', 'reference.not_found', ...steps] }),
  withdrawUnitApplication: defineRoute('withdrawUnitApplication', { summary: 'Take an application back', access: 'public', body: tokenInput, response: done, errors: ['rate.limited', 'unit_application.unknown', ...steps] }),
  listUnitApplications: defineRoute('listUnitApplications', { summary: 'Applications in reach', access: 'unit-application:read', query: unitApplicationQuery, response: pageOf(unitApplication) }),
  getUnitApplication: defineRoute('getUnitApplication', { summary: 'One application', access: 'unit-application:read', params: byId, response: unitApplication }),
  revealApplicantContact: defineRoute('revealApplicantContact', { summary: 'See whom to call', access: 'unit-application:decide', params: byId, response: applicantContact }),
  approveUnitApplication: defineRoute('approveUnitApplication', { summary: 'Admit a unit; the applicant’s link becomes an invitation', access: 'unit-application:decide', params: byId, body: applicationApproval, response: unitApplication, errors: [...steps, 'unit.name_taken', 'reference.not_found', 'grant.exists', 'grant.not_given_by_you'] }),
  returnUnitApplication: defineRoute('returnUnitApplication', { summary: 'Give an application back', access: 'unit-application:decide', params: byId, body: applicationDecision, response: unitApplication, errors: steps }),
  refuseUnitApplication: defineRoute('refuseUnitApplication', { summary: 'Refuse an application', access: 'unit-application:decide', params: byId, body: applicationDecision, response: unitApplication, errors: steps }),
} as const;
