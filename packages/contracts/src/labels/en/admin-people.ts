/** Pages of people, rights and the audit trail. */
export const adminPeople = {
  people: {
    subtitle: 'People who can sign in. Contact data are masked.', create: 'Add a person',
    create_explained: 'The first password is shown once after saving; pass it on in person or by phone.', name: 'Name', email: 'E-mail', phone: 'Phone',
    contact: 'Contact', contact_hint: 'At least one of e-mail and phone; it is used to sign in.', new_email: 'New e-mail (empty: unchanged)',
    new_phone: 'New phone (empty: unchanged)', edit_explained: 'Contact data are masked; fill in only what changes.', facts: 'The person', since: 'Added',
    last_seen: 'Last signed in', go_audit: 'See what this person did', rights: 'Rights', no_rights: 'no rights',
    no_rights_hint: 'No rights yet: nothing is shown after sign-in. Give one.', first_password: 'First password of {name}',
    shown_once: 'Shown this once. It must be changed at the first sign-in.', copy_password: 'Copy the password', noted: 'Noted, close', reset: 'Reset password',
    reset_title: 'Reset the password of {name}?', reset_explained: 'The old password and every session end at once; a new first password is shown once.',
    disable: 'Disable', disable_title: 'Disable {name}?', disable_explained: 'Every session ends at once and sign-in is refused; the account can be enabled again.',
    disabled: 'Disabled', enable: 'Enable', enable_title: 'Enable {name}?', enable_explained: 'Sign-in works again, with the rights the person holds.',
    enabled: 'Enabled', grants_subtitle: 'Who may do what, and where. A withdrawn right ends at once.', grant: 'Give a right', grant_to: 'Give {name} a right',
    granted: 'Given', person: 'Person', role: 'Role',
    role_hints: {
      administrator: 'All of the office’s rights, and people and rights.', editor: 'Imports, issuing, sign-offs and reference data, and invitations into units.', leader: 'Reads the whole city, and approves prompts.',
      county: 'Sees items and sign-offs of the county.', liaison: 'Signs and asks for the unit, hands in its activities and work, invites colleagues.', approver: 'Checks and hands in what the unit has prepared; writes nothing.', publisher: 'Prepares activities and work, decides on sign-ups and keeps the list; a liaison or approver hands in.', reader: 'Reads the whole city, for inspections; always until a day.',
    },
    scope: 'Scope', whole_city: 'Scope: the whole city', from: 'From', to: 'To', to_hint: 'Empty: no end.', to_lent: 'This role always has a last day.', open_end: 'no end', from_on: 'from {from} on',
    from_to: '{from} to {to}', current: 'Validity', current_yes: 'valid', current_no: 'over', ended_at: 'withdrawn {when}', end: 'Withdraw',
    end_title: 'Withdraw this right?', end_explained: '{right}. It ends at once: the next request is refused.', ended: 'Withdrawn',
  },
  audit: {
    subtitle: 'Who changed what, when. Each row is hashed, and sealed into a chain.', who: 'Who', what: 'What', when: 'When', from: 'From', to: 'To', change: 'Change',
    seal: 'Seal', sealed: 'sealed', not_sealed: 'not yet',
    kinds: {
      person: 'a person', system: 'the system', public: 'a visitor',
    },
  },
} as const;
