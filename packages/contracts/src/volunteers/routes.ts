import { session } from '../identity/schemas.js';
import { pageOf } from '../paging.js';
import { byId } from '../primitives.js';
import { defineRoute } from '../route.js';
import * as s from './schemas.js';

const refusals = ['volunteer.exists', 'volunteer.too_young', 'guardian.needed', 'reference.not_found'] as const;

/** Routes of volunteers. */
export const volunteerRoutes = {
  getPublicDictionary: defineRoute('getPublicDictionary', { summary: 'Counties, topics and audiences that public pages choose from', access: 'public', response: s.publicDictionary }),
  listAffiliations: defineRoute('listAffiliations', { summary: 'Find the unit that one belongs to', access: 'public', query: s.affiliationQuery, response: s.affiliations, errors: ['rate.limited'] }),
  // Not repeatable: the answer opens a session.
  createVolunteer: defineRoute('createVolunteer', { summary: 'Register as a volunteer; the answer signs in', access: 'public', body: s.volunteerInput, response: session, status: 201, errors: [...refusals, 'auth.password_weak', 'auth.phone_proof_required', 'auth.code_wrong', 'rate.limited'] }),
  createVolunteerOnBehalf: defineRoute('createVolunteerOnBehalf', { summary: 'Register somebody who asked for it by phone or in person', access: 'volunteer:register', body: s.volunteerOnBehalfInput, response: s.volunteer, status: 201, repeatable: true, errors: refusals }),
  listVolunteers: defineRoute('listVolunteers', { summary: 'Volunteers in reach', access: 'volunteer:read', query: s.volunteerQuery, response: pageOf(s.volunteer) }),
  getVolunteer: defineRoute('getVolunteer', { summary: 'One volunteer', access: 'volunteer:read', params: byId, response: s.volunteer }),
  getMyVolunteer: defineRoute('getMyVolunteer', { summary: 'The own profile', access: 'signed-in', response: s.myVolunteer, errors: ['volunteer.required'] }),
  updateMyVolunteer: defineRoute('updateMyVolunteer', { summary: 'Change the own profile', access: 'signed-in', body: s.volunteerChange, response: s.myVolunteer, errors: ['volunteer.required', 'version.stale', 'reference.not_found'] }),
  confirmMyWillingness: defineRoute('confirmMyWillingness', { summary: 'Say that one still wants to serve', access: 'signed-in', response: s.myVolunteer, errors: ['volunteer.required'] }),
} as const;
