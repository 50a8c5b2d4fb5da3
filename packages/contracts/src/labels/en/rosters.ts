/** Rosters: what they say of themselves, on every page and in every sheet. */
export const rosterTerms = {
  rosterStates: { previewed: 'to be confirmed', committed: 'sent', undone: 'taken back', discarded: 'dropped' },
  rosterEntryStates: { pending: 'waiting for the person', accepted: 'accepted', declined: 'declined', withdrawn: 'taken back', expired: 'expired' },
  rosterColumns: { name: 'Name', phone: 'Phone', bornOn: 'Birth date', occupation: 'Occupation', county: 'County', unit: 'Unit', topics: 'Topics', pool: 'Pool' },
  rosterProblems: {
    missing: 'Please fill this in', bad_name: 'The name is too long or holds signs that no name has', bad_phone: 'This is no phone number', phone_rounded: 'The sheet turned the number into scientific notation, and its last digits are lost: make the column “text” and enter it anew', bad_date: 'This is no birth date; write 1980-01-02',
    under_age: 'Under 18. Minors are registered by their guardian; remove the row', bad_occupation: 'This is none of the occupations', unknown_county: 'There is no such county', unknown_unit: 'No such unit was found; leave it empty, or use the name of the system', unit_ambiguous: 'Several units have this name; write the full one',
    unknown_topic: 'There is no such topic', unknown_pool: 'There is no such pool', pool_not_yours: 'The city office takes people into pools; leave this empty', out_of_reach: 'This is not within your work', twice_in_file: 'The same phone number as in row {suggestion}', known_phone: 'This number is registered, or was asked already', declined_before: 'The person declined and is not asked again',
    hidden_row: 'This row is hidden in the sheet; show or delete it', row_too_long: 'This row holds too much', merged_cells: 'These are merged cells; split them and fill in each row',
  },
} as const;

/** How long what rosters bring is kept. */
export const rosterKept = { roster_rows: 'what a roster’s sheet says, from its upload', roster_entries: 'what came of an invitation by a roster (without name and number), from the end of the invitation; of those who said no a digest of the number stays for good, so that they are not asked again' } as const;

/** The sheets: the template, and the table that comes back. */
export const rosterSheet = {
  sheet: 'Roster', values: 'Values', template_file: 'roster-template.xlsx', file_back: '{name}-problems.xlsx', problems: 'Problems', hint_mark: '(hint, not imported)', maybe: '{text} (perhaps “{suggestion}”?)', at: '{column}: {text}',
  hints: { name: '(hint, not imported) needed, the real name', phone: 'needed, 11 digits, cell as text', bornOn: 'needed, such as 1980-01-02', occupation: 'needed, see “Values”', county: 'needed, see “Values”', unit: 'optional, as the system names it', topics: 'optional, set apart by commas', pool: 'optional, city office only' },
  sms: '[Kepu] {name}, {body} asks whether you want to be a science volunteer. It is up to you; look within 30 days: {link}',
} as const;

/** Pages of the back office. */
export const adminRosters = {
  rosters: {
    title: 'Roster import', subtitle: 'Have the people of an existing list asked. The list is checked first; nobody is a volunteer before they say yes.', drop: 'Drop a roster here, or press to choose', drop_hint: '.xlsx, up to 4 MB and 10,000 rows. It is only checked; nobody is told.', reading: 'Checking…', template: 'Template', step_fill: 'Fill in the template', step_check: 'Upload, check and correct', step_ask: 'Ask; each person decides',
    empty: 'No roster yet', empty_hint: 'Fill in the template and upload it.', file: 'Roster', rows: 'People', problem_rows: 'With problems', by: 'Brought by', answers: 'Answers', right: 'Can be asked', no_problems: 'Nothing is wrong; the people can be asked.', has_problems: '{rows} rows, {count} with problems. Download the table with a column of problems, correct it and upload it again; or ask only those whose row is right.', only_problems: 'With problems only', row: 'Row', value: 'Value', problem: 'Problem', suggestion: 'Suggestion', nothing_read: 'empty',
    other_columns: 'Columns that are not used: {columns}', file_back: 'Download with problems', commit: 'Ask them', commit_title: 'Ask {count} to volunteer?', commit_explained: 'Each gets a link of their own, good for 30 days. They are volunteers once they agree; who declines is left in peace.', commit_skipped: '{count} rows with problems are left out.', committed: 'Ready to be sent', discard: 'Drop', discard_title: 'Drop this roster?', discard_explained: 'What was read is deleted at once and cannot be had back.', discarded: 'Dropped',
    undo: 'Take the roster back', undo_title: 'Take back what this roster asks?', undo_explained: 'All links without an answer stop working at once, for good. Who has accepted stays.', undone: 'Taken back', gone: 'The rows were deleted after 7 days.', entries: 'People asked', entries_empty: 'Nobody was asked yet', entries_hint: 'People stand here once a roster was checked and sent.', name: 'Name', phone: 'Phone', unit: 'Unit', county: 'County', until: 'Good until', answered: 'Answered', reminded: 'Reminded',
    link: 'Link and code', link_title: 'Link for {name}', link_hint: 'For this person alone, never for a group: whoever opens it sees what was entered.', copy_link: 'Copy the message', copy_all: 'Copy all open links', copy_all_title: '{count} who have not answered', copy_all_hint: 'One line each; send each to its person.', remind: 'Remind', remind_title: 'Remind {name}?', remind_explained: 'At most once a day. Sent by SMS where the system can; else copy the link.', reminded_done: 'Noted', withdraw: 'Take back', withdraw_title: 'Take the question to {name} back?', withdraw_explained: 'The link stops working and the person’s data are deleted at once, for good.', withdrawn: 'Taken back', close: 'Close', qr: 'Code for {name}', back: 'Back to the rosters', answered_person: '(answered)',
  },
} as const;

/** Portal: the question to somebody who stands in a roster. */
export const portalRoster = {
  roster: {
    title: 'Would you like to volunteer?', description: 'See who asks, and decide for yourself.', heading: 'Would you like to volunteer?', asks: '{by} of {body} put you on a list and asks whether you want to be a science volunteer. It is up to you; you are none before you agree.', data: 'What they entered', dataHint: 'Used for this question only. You can change it later on your page; if you decline, it is deleted at once.', name: 'Name', phone: 'Phone', bornOn: 'Birth date', occupation: 'Occupation', unit: 'Unit', county: 'County', topics: 'Topics', pool: 'Proposed pool', until: 'Please decide by {day}.',
    fullPhone: 'Your phone number', fullPhoneHint: 'All of it, to show that it is you. You will sign in with it.', password: 'Choose a password', passwordHint: 'At least 8 characters, of two kinds at least: capitals, small letters, digits, signs.', consent: 'I have read the privacy notice and agree', readPrivacy: 'Read the privacy notice', consentNeeded: 'Needed to join', accept: 'Yes, I join', accepting: 'One moment…', decline: 'No, do not ask me again', declineSure: 'Decline? Your data are deleted at once, and this body asks no more.', code: 'Code by SMS', sendCode: 'Send a code', codeSent: 'A code was sent; enter it here.',
    signedIn: 'You are signed in as {name}; no password is needed.', signInFirst: 'There is an account with this number. Sign in, and you come back here.', signIn: 'Sign in', done: 'Welcome!', doneText: 'See what is coming up and sign up for what suits you.', toActivities: 'See what is coming up', toMe: 'My page', declined: 'Declined; your data are deleted.', declinedText: 'You can register by yourself at any time.', noToken: 'The link is not whole. Open it from the message again, or copy all of it.',
  },
} as const;
