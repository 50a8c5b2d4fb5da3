/** Portal: how long data are kept, and one's own data. */
export const portalPrivacy = {
  retention: {
    heading: 'How long data are kept', what: 'Data', long: 'Kept for', why: 'On the ground of', days: { one: '{count} day', many: '{count} days' }, years: { one: '{count} year', many: '{count} years' }, kept: 'For good',
    rules: {
      sessions: 'Sign-ins (time, network address, kind of browser), from the end of the session', rate_limits: 'Counts that stop the guessing of passwords (digests only), from the end of the count', idempotency_keys: 'Marks that stop a form from being sent twice', jobs: 'Finished tasks of the system (ids only)', read_notices: 'Messages that were read, from the reading', data_accesses: 'Who saw your data',
      invitations: 'Invitations, accepted or not (name, number or address), from the day they were made', unit_applications: 'Applications of units that were refused or taken back, from the day they were handed in',
      closed_names: 'Names that stay with service records after an account is closed, from the last service', audit_entries: 'The log of changes (six months at least); the key to your data in it is destroyed when you close your account, and nobody can read them again',
    },
    articles: {
      pipl19: 'Personal Information Protection Law, art. 19: no longer than the purpose needs', csl21: 'Cybersecurity Law, art. 21: logs for at least six months', pipl56: 'Personal Information Protection Law, art. 56: records of handling for at least three years', gbt40143: 'GB/T 40143-2021, 5.2.2: service records for at least 10 years',
    },
  },
  retentionApart: { heading: 'How long other data are kept' },
  mine: {
    title: 'My data', heading: 'My data', description: 'See what Kepu keeps of you and who saw it, manage consents, download everything, close your account.', lead: 'What we keep of you and who saw it: yours to see, and yours to decide.', parts: 'On this page', back: 'Back to “My page”', notice: 'Privacy notice',
    kept: { short: 'Data', heading: 'What we keep', text: 'Your registration, sign-ups, check-ins, service records, messages and sign-ins. Download them to see all of it.', page: 'Download a page to read', data: 'Download data (JSON)', edit: 'Change your profile', hint: 'The file holds your whole phone number: keep it safe and do not pass it on.' },
    accesses: { short: 'Looks', heading: 'Who saw my data', none: 'Nobody of the staff has looked at your number or address, and no list with you in it was exported.', saw: '{body} ({role}) saw: {field}', reason: 'Reason: {text}', hint: 'If there was no reason, or not a good one, complain to the office.' },
    consents: {
      short: 'Consents', heading: 'My consents', given: 'Agreed', not: 'Not agreed', since: 'since {day}', withdrawn: 'withdrawn {day}', version: 'Version {version}', give: 'Agree', withdraw: 'Withdraw', needed: 'To withdraw this one is to close your account: see below.', done: 'Changed', none: 'You are no volunteer; there is nothing here to agree to.',
    },
    leave: {
      short: 'Leave', heading: 'Close my account', text: 'You can then no longer sign in or sign up. See first what happens, then decide.', look: 'See what would happen', goesHeading: 'Deleted at once', staysHeading: 'Kept', until: 'until {day}', forGood: 'for good', placesHeading: 'You would leave these shifts', ties: 'You still hold {count} rights in the back office. Ask an administrator to hand them over first.',
      goes: { contact: 'Number, address and password', profile: 'Date of birth, occupation, unit, topics, times and the rest of your profile', notes: 'Notes on sign-ups, and reasons given by you or to you', messages: 'Messages to you', sessions: 'All sign-ins; every device is signed out', places: 'Sign-ups for shifts to come', log_key: 'Your data in the log of changes: the key is destroyed and nobody can read them again' },
      stays: { records: 'Service records and hours (for the statistics, without contact data)', name: 'Name and number on the service records', consents: 'The proof of what you agreed to (moment and version only)', accesses: 'That staff looked at your data (without the reason)', log: 'The log of changes (without your data)' },
      noName: 'You have no service records, so your name is deleted at once too.', password: 'Enter your password, so that we know it is you', confirm: 'Close my account', keep: 'Not now', start: 'I want to leave', sure: 'This cannot be undone. If you come back you register anew and get a new number.', done: 'Your account is closed. Thank you for all you have done.', sending: 'Closing…',
    },
  },
  asks: { heading: 'The privacy notice has changed', text: 'It now says that you enter your identity number once, before your first service, and how it is kept; how long each kind of data is kept; staff who look at your number are recorded and you are told; you can download your data, withdraw consents and close your account yourself. Please read it and choose.', read: 'Read the new notice', agree: 'I agree', leave: 'I do not agree: close my account', done: 'Thank you, your consent is recorded.' },
} as const;
