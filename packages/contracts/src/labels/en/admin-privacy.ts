/** Back office: keys, retention, looks at contact data. */
export const adminPrivacy = {
  privacy: {
    reveal: 'See the {field}', reveal_title: 'See the {field} of {name}', reveal_explained: 'Every look is recorded; the person sees which body, when and why. For ordinary matters let the system send a notice.', reason_hint: 'The person reads this. For example: the place has changed and I have to call.', submit: 'See', shown: '{field} of {name}', shown_once: 'Shown this once; to see it again you give a reason again.', copy: 'Copy', closed: 'Close', none: 'No {field} is registered.',
    reasons: { change: 'Time or place has changed at short notice', absent: 'Did not come on the day', check: 'Something in the registration has to be checked' },
    contact_hint: 'If you have to call, you can see it for a reason.',
    exports: { label: 'Export', title: 'Export volunteers', explained: 'By the filters of the list; every sheet bears a watermark. Everybody in it sees which body exported it, when and why.', purpose: 'Purpose', purpose_hint: 'Whole phone numbers come only in order to call.', submit: 'Export', file: 'volunteers.xlsx', reasons: { check: 'To check the registrations of our county', insurance: 'To insure the people of an activity', call: 'An activity has changed and everybody has to be called' } },
    keys: {
      title: 'Keys', subtitle: 'Phone numbers and addresses are kept encrypted. Whoever runs the server changes the key; here you see how far it is.', present: 'The keys', active: 'In use', old: 'Old key', removed: 'Retired', not_in_file: 'Not in the key file', since: 'In use since {when}', values: 'Seals {count} values', none: 'Nothing needs it: it can leave the key file (old backups still need it).',
      progress: 'How far the change is', done: 'Everything is sealed with the new key.', left: '{count} values are still sealed with an old key and are being sealed anew in the background; everything works meanwhile.', unreadable: '{count} values cannot be opened: the key file lacks the key of that time. Find it and put it back.', last: 'Last looked through: {when}', columns: 'By column', how: 'How to change the key', how_add: '1. Add: npm run cli -- keyring add FILE', how_copy: '2. Back the key file up, and put it on every server', how_activate: '3. Activate: npm run cli -- keyring activate FILE ID',
    },
    retention: { title: 'Retention', subtitle: 'What has been kept for its time is deleted every night. The privacy notice of the portal shows the same table.', what: 'Data', long: 'Kept for', why: 'On the ground of', last: 'Last run', removed: 'Removed', in_all: 'Removed in all', never: 'Not run yet', nothing: 'Never removed', count: '{count}' },
  },
} as const;
