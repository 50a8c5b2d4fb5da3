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
} as const;
