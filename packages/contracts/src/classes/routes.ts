import { guardianRequested } from '../guardians/schemas.js';
import { deletionInput } from '../privacy/schemas.js';
import { byId, done } from '../primitives.js';
import { defineRoute } from '../route.js';
import { pageOf } from '../paging.js';
import * as s from './schemas.js';

const access = 'class:write';

/** Routes of classes that a teacher registers with slips of paper. */
export const classRoutes = {
  listClasses: defineRoute('listClasses', { summary: 'Classes within reach', access, query: s.pupilClassQuery, response: pageOf(s.pupilClass) }),
  createClass: defineRoute('createClass', { summary: 'Begin a class, as its teacher', access, body: s.pupilClassInput, response: s.pupilClass, status: 201, repeatable: true, errors: ['reference.not_found', 'class.exists'] }),
  getClass: defineRoute('getClass', { summary: 'One class', access, params: byId, response: s.pupilClass }),
  updateClass: defineRoute('updateClass', { summary: 'Rename a class, or become its teacher', access, params: byId, body: s.pupilClassChange, response: s.pupilClass, errors: ['version.stale', 'class.archived', 'class.exists'] }),
  archiveClass: defineRoute('archiveClass', { summary: 'End a class; those who are registered stay so', access, params: byId, body: s.classVersion, response: s.pupilClass, errors: ['version.stale', 'class.archived'] }),
  listPupils: defineRoute('listPupils', { summary: 'The roll of a class', access, params: byId, response: s.pupils }),
  // Not repeatable: what is kept to be repeated must not hold children's names.
  addPupils: defineRoute('addPupils', { summary: 'Put pupils on the roll', access, params: byId, body: s.pupilsInput, response: s.pupils, status: 201, errors: ['class.archived', 'pupil.exists', 'pupil.too_many', 'volunteer.too_young', 'minor.of_age'] }),
  removePupil: defineRoute('removePupil', { summary: 'Take a pupil off the roll who is not registered yet', access, params: byId, body: s.classVersion, response: done, errors: ['version.stale', 'pupil.registered'] }),
  listClassScans: defineRoute('listClassScans', { summary: 'Scans of a class', access, params: byId, response: s.classScans }),
  createClassScan: defineRoute('createClassScan', { summary: 'Hand in a scan of signed slips', access, params: byId, upload: { field: 'file', maxBytes: s.scanMaxBytes }, response: s.classScan, status: 201, errors: ['class.archived', 'input.too_large', 'input.unsupported_type', 'storage.full', 'rate.limited'] }),
  getClassScan: defineRoute('getClassScan', { summary: 'A scan, for the teacher and for those who may open minors’ records; logged', access, params: byId, file: 'application/octet-stream' }),
  setPupilSlip: defineRoute('setPupilSlip', { summary: 'Say where the signed slip of a pupil is', access, params: byId, body: s.pupilSlip, response: s.pupil, errors: ['version.stale', 'class.archived', 'pupil.registered', 'reference.not_found'] }),
  confirmPupil: defineRoute('confirmPupil', { summary: 'Register a pupil by the signed slip', access, params: byId, body: s.pupilConfirmation, response: s.pupil, errors: ['version.stale', 'class.archived', 'pupil.registered', 'pupil.no_slip', 'pupil.known', 'consent.text_changed', 'volunteer.too_young', 'minor.of_age'] }),
  // Not repeatable: an answer that is kept to be repeated must not hold a link.
  createPupilLink: defineRoute('createPupilLink', { summary: 'A link by which the guardian takes the child over, good with the number on the slip alone', access, params: byId, response: guardianRequested, status: 201, errors: ['pupil.not_registered', 'pupil.taken_over'] }),
  deletePupil: defineRoute('deletePupil', { summary: 'Close the account of a pupil on the guardian’s word', access, params: byId, body: deletionInput, response: done, errors: ['pupil.not_registered', 'pupil.taken_over', 'auth.failed', 'deletion.proof_needed', 'rate.limited'] }),
  signUpClass: defineRoute('signUpClass', { summary: 'Sign pupils up by signed slips', access, params: byId, body: s.classSignupInput, response: s.classSignupResult, status: 201, repeatable: true, errors: ['class.archived', 'reference.not_found', 'consent.text_changed'] }),
  listSlipConsents: defineRoute('listSlipConsents', { summary: 'What guardians of a class agreed to on paper', access, params: byId, response: s.slipConsents }),
  withdrawSlipConsent: defineRoute('withdrawSlipConsent', { summary: 'A guardian no longer agrees; the pupil’s places to come are left', access, params: byId, body: s.classVersion, response: s.slipConsent, errors: ['version.stale', 'consent.over'] }),
} as const;
