import { terms } from './terms.js';

/** Words of personal data, for all apps. */
export const privacyTerms = {
  closedPerson: 'Closed account',
  accessRoles: { ...terms.roles, shift_leader: 'leader on the spot' },
  accessFields: { phone: 'Mobile number', email: 'E-mail address', export: 'Exported list', minor_record: 'record of a minor', emergency_card: 'emergency card', slip: 'signed slip', credential: 'photo of a certificate' },
  consentKinds: { privacy: 'Privacy notice', recommendations: 'Personal suggestions', honour_roll: 'Name in public lists of honours', child: 'rules for minors’ data' },
  consentMethods: { self: 'Agreed online', guardian: 'agreed by the guardian', slip: 'by a guardian, signed on paper', on_behalf: 'Agreed when staff registered them', earlier: 'Agreed at registration' },
  bodies: { city: 'Office of the city’s leading group for science literacy', division: 'Office of {name}' },
} as const;

/** The texts that people agree to beside the privacy notice. A changed text needs a new version. */
export const consentTexts = {
  recommendations: 'I agree that Kepu suggests activities to me, and orders people for organisers, by my topics, times, county, occupation and the activities that I took part in. The rules are published under “How suggestions are made”. I can switch this off at any time; then everything is ordered by date, and sign-ups and service records are not affected.',
  honour_roll: 'I agree that my name, unit and hours of service are shown on public pages of Kepu such as the honour roll. They are not shown unless I agree. I can take this back at any time; my name then leaves the public pages, and my service records and certificates are not affected.',
} as const;

/** The page on which people read what is kept of them. */
export const myDataWords = {
  title: 'All my data', lead: 'All that Kepu keeps of {name}, made at {at}. Times are those of China.', none: 'Nothing', acts: 'What I did as staff', actsText: 'What you did for an office or a unit are its records; here it is counted only.', count: '{count} entries', yes: 'Yes', no: 'No',
  sections: {
    batches: 'Batches', placeInvitations: 'Invitations to activities', invitationPreference: 'No invitations', orderOffers: 'Offers of orders', nominations: 'Nominations', letters: 'Letters of appointment', serviceCertificates: 'Proofs of service', teams: 'Teams', teamPlaces: 'Places with a team', talks: 'Talks', account: 'Account', savedFilters: 'Kept filters', grants: 'Rights in the back office', consents: 'Consents', sessions: 'Sign-ins', profile: 'Profile', rosters: 'Rosters', realName: 'Real name', standing: 'Standing of the registration', topics: 'Topics', credentials: 'Certificates', pools: 'Pools', signups: 'Sign-ups', attendance: 'Attendance', leads: 'Shifts led', records: 'Service records', notices: 'Messages', accesses: 'Who saw my data', factors: 'Second ways of signing in', recoveryCodes: 'Recovery codes', identities: 'Linked accounts elsewhere', devices: 'Remembered devices', passwords: 'When the password was set', codes: 'Codes and links sent', wholeName: 'Whole name (kept apart and sealed for minors)', guardianAge: 'Date of birth (given as a guardian, sealed)', guardians: 'Guardians', children: 'Children whose guardian I am', activityConsents: 'Consents of guardians to activities', recordRequests: 'Requests to open my record', merges: 'Registrations that were merged', documentRefused: 'A document number that was refused (time only)', classes: 'Classes at school', slips: 'Scans of signed slips',
  },
  fields: {
    invitationsOff: 'Invitations switched off', lockState: 'Settled', outcome: 'Outcome', certificateNumber: 'Number of the proof', leads: 'Leads', joinedAt: 'Joined', leftAt: 'Left', place: 'Village, community or school that ordered', talk: 'Talk', offeredAt: 'Offered', expiresAt: 'To be answered by', answeredAt: 'Answered', answer: 'Answer', masked: 'Number (its end)', seen: 'How it was checked', action: 'Step', name: 'Name', state: 'State', phone: 'Mobile number', email: 'E-mail', createdAt: 'Created', lastSignInAt: 'Last sign-in', role: 'Role', scopeKind: 'Scope', scopeId: 'Id of the scope', fromDay: 'From', toDay: 'To', endedAt: 'Ended', kind: 'Kind', version: 'Version', hash: 'Digest of the text', givenAt: 'Given', method: 'How',
    withdrawnAt: 'Withdrawn', lastSeenAt: 'Last used', ip: 'Network address', userAgent: 'Browser', number: 'Volunteer number', bornOn: 'Date of birth', occupation: 'Occupation', unit: 'Unit', county: 'County', availability: 'Times (from Monday morning, three a day)', travelLimit: 'Longest way (minutes)', toIslands: 'To islands',
    toMountains: 'To mountains', languages: 'Languages', monthlyHours: 'Most hours a month', absences: 'Days away', willingAt: 'Said to serve on', level: 'How well', recommendationsOff: 'Suggestions switched off', pausedUntil: 'Paused until', consentNote: 'Note at the registration', pool: 'Pool', endedOn: 'Left on', suspendedFrom: 'Held from', suspendedTo: 'Held until', suspendedReason: 'Why held', reason: 'Reason', activity: 'Activity', position: 'Position', startsAt: 'Begins', endsAt: 'Ends', onDuty: 'During work', note: 'Note', signedUpAt: 'Signed up',
    inAt: 'Checked in', inBy: 'How checked in', outAt: 'Checked out', outBy: 'How checked out', minutes: 'Minutes', day: 'Day', ledger: 'Ledger', rule: 'Rule', params: 'Content', readAt: 'Read', at: 'Time', body: 'Body', issuer: 'From', channel: 'By', usedAt: 'Used', field: 'What was seen', relation: 'Relation', riskText: 'Risks', accompanies: 'Comes along', companions: 'Children under 8 who come along (a number only)', refusedAt: 'Refused', approved: 'Approved', opened: 'Times opened', file: 'file', declaredAt: 'Declared', confirmedAt: 'Confirmed', course: 'Training', page: 'page', title: 'Title', summary: 'Summary',
  },
} as const;

/** The spreadsheet of volunteers. */
export const exportWords = {
  terms: 'Terms in pools', roster: 'Roster', rosterTitle: 'Roster of {pool} on {day}: {count} people', nominations: 'Nominations', credentials: 'Certificates', place: 'No.', pool: 'Pool', fromDay: 'From', toDay: 'Until', openEnd: 'open', letter: 'Letter of appointment', issuedOn: 'Issued on', state: 'State', willing: 'Goes on', own: 'Applied', consent: 'The person', submittedOn: 'Handed in', decidedOn: 'Decided', reasonGiven: 'Reason', kind: 'Certificate', issuer: 'Issued by', credentialNumber: 'Number (masked)', confirmedBy: 'Seen by',
  volunteers: 'Volunteers', number: 'Number', name: 'Name', occupation: 'Occupation', unit: 'Unit', county: 'County', ageBand: 'Age', services: 'Services', minutes: 'Minutes served', phone: 'Mobile number', watermark: 'Internal, holds personal data, not to be passed on. Exported by {name}, {at}; people: {count}; purpose: {purpose}; reason: {reason}', purposes: { register: 'To check registrations', statistics: 'For statistics', contact: 'To call them' },
} as const;
