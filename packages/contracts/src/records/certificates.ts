import { z } from 'zod';
import { lengths } from '../lengths.js';
import { byId, day, id, instant, line, named } from '../primitives.js';
import { pageOf } from '../paging.js';
import { defineRoute } from '../route.js';
import { appointmentCheckQuery } from '../talents/nominations.js';

/** How a proof of service stands: as the ledger says today, or the ledger was corrected after it was issued. */
export const certificateStates = ['valid', 'changed'] as const;
/** How many services a proof names one by one; the others are counted. */
export const CERTIFICATE_LINES = 14;

const sums = { services: z.int(), minutes: z.int().describe('of the ledger of volunteer hours') };
/** A proof of service (志愿服务记录证明): what one unit recorded of one person in a time. */
export const serviceCertificate = z.object({ id, number: z.string(), unit: named, from: day, to: day, ...sums, issuedAt: instant, checkUrl: z.string() }).meta({ id: 'ServiceCertificate' });
/** A proof of service. */
export type ServiceCertificate = z.output<typeof serviceCertificate>;
/** Proofs that were issued, newest first, and the units that recorded what can be proven: whoever records is whoever proves. */
export const serviceCertificates = pageOf(serviceCertificate).extend({ sources: z.array(z.object({ unit: named, first: day, last: day, ...sums })) }).meta({ id: 'ServiceCertificates' });
/** Proofs that were issued, and what can be proven. */
export type ServiceCertificates = z.output<typeof serviceCertificates>;
/** Of which unit, and from when to when; both days count, and none after today. */
export const certificateInput = z.strictObject({ unitId: id, from: day, to: day }).meta({ id: 'ServiceCertificateInput' });
/** The address of a check: the number that stands on the proof. */
export const certificatePath = z.strictObject({ number: line(lengths.docNumber) });
/** What anybody is told who holds a proof. */
export const certificateCheck = z.object({
  number: z.string(), name: z.string().describe('masked'), unit: z.string(), from: day, to: day, ...sums, issuedOn: day, state: z.enum(certificateStates), present: z.object(sums).describe('as the ledger says today'), checkedOn: day,
}).meta({ id: 'ServiceCertificateCheck' });
/** What anybody is told who holds a proof. */
export type CertificateCheck = z.output<typeof certificateCheck>;

const pdf = 'application/pdf';
/** Routes of proofs of service. */
export const certificateRoutes = {
  checkCertificate: defineRoute('checkCertificate', { summary: 'Whether a proof of service is one, and whether the ledger still says so', access: 'public', params: certificatePath, query: appointmentCheckQuery, response: certificateCheck, errors: ['certificate.unknown', 'rate.limited'] }),
  listMyCertificates: defineRoute('listMyCertificates', { summary: 'The own proofs of service, and what can be proven', access: 'signed-in', response: serviceCertificates }),
  createMyCertificate: defineRoute('createMyCertificate', { summary: 'Have a proof of service issued', access: 'signed-in', body: certificateInput, response: serviceCertificate, status: 201, repeatable: true, errors: ['certificate.nothing', 'rate.limited'] }),
  getMyCertificateFile: defineRoute('getMyCertificateFile', { summary: 'The own proof as a file', access: 'signed-in', params: byId, file: pdf }),
  listCertificates: defineRoute('listCertificates', { summary: 'Proofs of service of a volunteer, by units within reach', access: 'record:read', params: byId, response: serviceCertificates }),
  createCertificate: defineRoute('createCertificate', { summary: 'Issue a proof of service to a volunteer', access: 'record:reverse', params: byId, body: certificateInput, response: serviceCertificate, status: 201, repeatable: true, errors: ['certificate.nothing'] }),
  getCertificateFile: defineRoute('getCertificateFile', { summary: 'A proof of service as a file', access: 'record:read', params: byId, file: pdf }),
} as const;
