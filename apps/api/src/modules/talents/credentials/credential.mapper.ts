import type { Credential, MyCredential } from '@kepu/contracts';
import { fromDbTime } from '../../../platform/database/index.js';
import type { KnownKinds } from './credential-directory.js';
import type { CredentialRow } from './credentials.repository.js';

const timeOf = (value: string | null): string | null => (value === null ? null : fromDbTime(value));
/** Enough to know it again, too little to use it. */
export const maskedNumber = (number: string): string => (number.length < 7 ? '***' : `${number.slice(0, 2)}***${number.slice(-2)}`);

const core = (row: CredentialRow, number: string | null) => ({
  id: row.id, kind: { id: row.kindId, name: row.kindName }, issuer: row.issuer, number: number === null ? null : maskedNumber(number), fromDay: row.fromDay, toDay: row.toDay,
  file: row.fileId === null ? null : { name: row.fileName ?? '', type: row.fileType ?? '', size: Number(row.fileSize ?? 0) }, state: row.state,
  returned: row.returnedReason === null || row.returnedAt === null || row.state !== 'returned' ? null : { reason: row.returnedReason, at: fromDbTime(row.returnedAt) }, confirmedAt: timeOf(row.confirmedAt),
  byCourse: row.activityId === null ? null : { activityId: row.activityId, title: row.courseTitle ?? '' }, declaredAt: fromDbTime(row.declaredAt), version: row.version,
});

/** For the person. `number` as it was given. */
export const myCredentialView = (row: CredentialRow, number: string | null, kinds: KnownKinds): MyCredential =>
  ({ ...core(row, number), implies: [...kinds.implied(row.kindId)].filter((id) => id !== row.kindId).map(kinds.nameOf) });

/** For staff. */
export const credentialView = (row: CredentialRow, number: string | null): Credential => ({
  ...core(row, number), person: { id: row.accountId, name: row.personName }, unit: row.unitId === null ? null : { id: row.unitId, name: row.unitName ?? '' }, county: { code: row.countyId, name: row.countyName }, confirmedBy: row.confirmedByName, proof: row.proof,
  auditedAt: timeOf(row.auditedAt), auditedBy: row.auditedByName, sampledAt: timeOf(row.sampledAt),
});
