/** What the server itself writes for people: workbooks, reminders, and the rules of a password. */
export const adminDocuments = {
  export: {
    items: 'Items', seq: 'No.', programme: 'Programme', number: 'Printed number', text: 'Work and requirements', targets: 'Targets', due: 'Due', state: 'Sign-off', signOffs: 'Sign-offs', unit: 'Unit', total: 'Items', overdue: 'Overdue', yes: 'yes',
  },
  reminder: {
    text: '[Please sign] {count} units have not signed for all of “{title}” yet: {units}. Liaisons, please sign by {signBy}, or ask on the page: {url}',
    allSigned: '[Signed] All units have signed for “{title}”. Thank you. Items: {url}',
  },
  passwordRules: {
    length: 'at least 8 characters.', common: 'too common or too simple, and easy to guess.', name: 'must not contain the name.', kinds: 'at least two of capital letters, small letters, digits and signs.', same: 'must differ from the present one.',
  },
} as const;
