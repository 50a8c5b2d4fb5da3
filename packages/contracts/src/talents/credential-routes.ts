import { pageOf } from '../paging.js';
import { decision } from '../plans/schemas.js';
import { byId, done } from '../primitives.js';
import { defineRoute } from '../route.js';
import * as s from './credentials.js';

const declared = ['version.stale', 'lifecycle.not_allowed', 'credential.days'] as const;
const decided = ['version.stale', 'lifecycle.not_allowed', 'credential.own'] as const;

/** Routes of certificates (资质). */
export const credentialRoutes = {
  listCredentialKinds: defineRoute('listCredentialKinds', { summary: 'Kinds of certificates', access: 'signed-in', response: s.credentialKinds }),
  createCredentialKind: defineRoute('createCredentialKind', { summary: 'A new kind of certificate', access: 'dictionary:write', body: s.credentialKindInput, response: s.credentialKind, status: 201, repeatable: true, errors: ['credential_kind.exists', 'reference.not_found'] }),
  updateCredentialKind: defineRoute('updateCredentialKind', { summary: 'Change a kind of certificate', access: 'dictionary:write', params: byId, body: s.credentialKindChange, response: s.credentialKind, errors: ['version.stale', 'credential_kind.exists', 'credential_kind.circle', 'reference.not_found'] }),
  listMyCredentials: defineRoute('listMyCredentials', { summary: 'The own certificates', access: 'signed-in', response: s.myCredentials }),
  createMyCredential: defineRoute('createMyCredential', { summary: 'Declare a certificate', access: 'signed-in', body: s.credentialInput, response: s.myCredential, status: 201, repeatable: true, errors: ['volunteer.required', 'credential.too_many', 'credential.days', 'reference.not_found', 'rate.limited'] }),
  updateMyCredential: defineRoute('updateMyCredential', { summary: 'Correct a certificate that is not confirmed', access: 'signed-in', params: byId, body: s.credentialChange, response: s.myCredential, errors: declared }),
  deleteMyCredential: defineRoute('deleteMyCredential', { summary: 'Take an own certificate out', access: 'signed-in', params: byId, response: done }),
  setMyCredentialFile: defineRoute('setMyCredentialFile', { summary: 'Hand in a photo or scan of the certificate', access: 'signed-in', params: byId, upload: { field: 'file', maxBytes: s.credentialMaxBytes }, response: s.myCredential, errors: ['lifecycle.not_allowed', 'input.too_large', 'input.unsupported_type', 'storage.full', 'rate.limited'] }),
  getMyCredentialFile: defineRoute('getMyCredentialFile', { summary: 'The own photo or scan', access: 'signed-in', params: byId, file: 'application/octet-stream' }),
  listCredentials: defineRoute('listCredentials', { summary: 'Certificates of people in reach', access: 'credential:read', query: s.credentialQuery, response: pageOf(s.credential) }),
  getCredential: defineRoute('getCredential', { summary: 'One certificate', access: 'credential:read', params: byId, response: s.credential }),
  getCredentialFile: defineRoute('getCredentialFile', { summary: 'The photo or scan, to be compared; logged for the person to see', access: 'credential:confirm', params: byId, file: 'application/octet-stream' }),
  confirmCredential: defineRoute('confirmCredential', { summary: 'Confirm a certificate that was seen', access: 'credential:confirm', params: byId, body: s.credentialConfirmation, response: s.credential, errors: [...decided, 'credential.days', 'credential.no_file'] }),
  returnCredential: defineRoute('returnCredential', { summary: 'Give a certificate back with the reason', access: 'credential:confirm', params: byId, body: s.credentialReturn, response: s.credential, errors: decided }),
  auditCredential: defineRoute('auditCredential', { summary: 'Look again at a confirmed certificate, with the days that stand on it', access: 'credential:audit', params: byId, body: s.credentialConfirmation, response: s.credential, errors: [...decided, 'credential.days', 'credential.no_file'] }),
  undoCredential: defineRoute('undoCredential', { summary: 'Undo what one decided minutes ago: it waits again', access: 'credential:confirm', params: byId, body: decision, response: s.credential, errors: [...decided, 'undo.over'] }),
  createCredentialSample: defineRoute('createCredentialSample', { summary: 'Draw confirmed certificates to be looked at again', access: 'credential:audit', body: s.credentialSampleInput, response: s.credentialSample, status: 201, errors: ['reference.not_found'] }),
} as const;
