import { z } from 'zod';
import { contact } from '../identity/schemas.js';
import { linkToken } from '../identity/invitations.js';
import { lengths } from '../lengths.js';
import { listQuery } from '../paging.js';
import { day, divisionCode, flag, id, instant, line, named, paragraph, version } from '../primitives.js';

/** What a complaint is about: what volunteers, units and the law name (办公厅减负, 个人信息保护法 50, 算法推荐管理规定 22, 科普法 36). */
export const complaintKinds = ['false_hours', 'forced_service', 'charging', 'personal_data', 'minor_safety', 'wrong_content', 'matching', 'other'] as const;
/** What a complaint is about. */
export type ComplaintKind = (typeof complaintKinds)[number];
/** How a complaint stands. */
export const complaintStates = ['open', 'answered', 'reopened', 'closed'] as const;
/** How a complaint stands. */
export type ComplaintState = (typeof complaintStates)[number];
/** What was found. A refusal says why: it is the answer's text (个人信息保护法 50). */
export const complaintOutcomes = ['upheld', 'partly', 'not_upheld'] as const;
/** What was found. */
export type ComplaintOutcome = (typeof complaintOutcomes)[number];
/** Who answers: the county office, or the city office where it is about a county office or about nothing of a county. */
export const complaintLevels = ['county', 'city'] as const;
/** Who answers. */
export type ComplaintLevel = (typeof complaintLevels)[number];
/** A path of this site: what the page is that the complaint was begun on. */
export const ownPath = z.string().max(lengths.place).regex(/^\/(?![/\\])[^\p{Cc}\\]*$/u);

/** A complaint. Nobody has to say who they are. */
export const complaintInput = z.strictObject({
  kind: z.enum(complaintKinds), text: paragraph(lengths.text), about: ownPath.nullable().default(null), contact: contact.nullable().default(null), name: line(lengths.personName).nullable().default(null),
}).meta({ id: 'ComplaintInput' });
const answer = z.object({ text: z.string(), outcome: z.enum(complaintOutcomes), at: instant, level: z.enum(complaintLevels) });
/** A complaint as whoever made it sees it by the link. */
export const ownComplaint = z.object({
  number: z.string(), kind: z.enum(complaintKinds), state: z.enum(complaintStates), text: z.string(), about: z.string().nullable(), submittedAt: instant, dueOn: day.describe('by when it has to be answered'),
  daysLeft: z.int().describe('negative when it is late'), answer: answer.nullable(), disputed: z.object({ reason: z.string(), at: instant }).nullable(), review: answer.nullable().describe('what the city office says after the answer did not satisfy'),
}).meta({ id: 'OwnComplaint' });
/** A complaint as whoever made it sees it by the link. */
export type OwnComplaint = z.output<typeof ownComplaint>;
/** The same with the link, which is told this once. */
export const complaintMade = ownComplaint.extend({ link: z.url() }).meta({ id: 'ComplaintMade' });
/** A complaint as those see it who answer. */
export const complaint = ownComplaint.extend({
  id, level: z.enum(complaintLevels), name: z.string().nullable(), contact: z.string().nullable().describe('masked'), subject: z.string().nullable().describe('what it is about, where that is known'), unit: named.nullable(),
  county: z.object({ code: divisionCode, name: z.string() }).nullable(), answeredBy: z.string().nullable(), reviewedBy: z.string().nullable(), mayAnswer: z.boolean().describe('whether the reader answers it now'), version,
}).meta({ id: 'Complaint' });
/** A complaint as those see it who answer. */
export type Complaint = z.output<typeof complaint>;
/** Filters of the list of complaints. */
export const complaintQuery = listQuery(['submittedAt', 'dueOn'], { state: z.enum(complaintStates).optional(), kind: z.enum(complaintKinds).optional(), countyCode: divisionCode.optional(), waiting: flag.optional() });
/** An answer: what was found, and why. */
export const complaintAnswer = z.strictObject({ version, outcome: z.enum(complaintOutcomes), text: paragraph(lengths.text) }).meta({ id: 'ComplaintAnswer' });
/** Why the answer does not satisfy. */
export const complaintDispute = z.strictObject({ token: linkToken, reason: paragraph(lengths.note) }).meta({ id: 'ComplaintDispute' });
/** The number or address in full. Each look is written down. */
export const complainantContact = z.object({ contact: z.string() }).meta({ id: 'ComplainantContact' });
