/** Rights: their names, and the pages of invitations, applications, hand-overs and explanations. */
export const rightTerms = {
  posts: { A: 'A', B: 'B' },
  invitationStates: { open: 'waiting', accepted: 'accepted', expired: 'expired', withdrawn: 'taken back' },
  applicationStates: { submitted: 'waiting', returned: 'to be completed', approved: 'admitted', refused: 'refused', withdrawn: 'taken back' },
  openWorkKinds: { assignments_to_sign: 'work to sign for', questions: 'questions without an answer', activities: 'activities not closed', work_entries: 'work entries not accepted', shifts_led: 'shifts that the person leads', signups: 'sign-ups to decide', hours: 'hours to confirm' },
  accessSubjects: { activity: 'activity', work_entry: 'work entry', volunteer: 'volunteer', plan: 'plan', item: 'item', unit: 'unit' },
  permissions: {
    'account_read': 'see people', 'account_write': 'manage accounts', 'grant_read': 'see rights', 'grant_write': 'give and withdraw rights', 'grant_hand-over': 'hand over a liaison’s work', 'invitation_read': 'see invitations',
    'invitation_write': 'invite people into units', 'unit-application_read': 'see applications of units', 'unit-application_decide': 'decide on applications of units', 'audit_read': 'read the audit trail',
    'division_read': 'see divisions', 'division_write': 'manage divisions', 'unit_read': 'see units', 'unit_write': 'manage units', 'dictionary_read': 'see reference data', 'dictionary_write': 'manage reference data',
    'plan-import_read': 'see imports', 'plan-import_write': 'import papers', 'paper_read': 'download papers', 'plan_read': 'see plans', 'plan_write': 'change plans', 'plan_issue': 'issue plans', 'plan_close': 'close plans',
    'plan_export': 'export items', 'sign-off_read': 'see sign-offs', 'sign-off_record': 'record sign-offs', 'assignment_read': 'see assignments', 'assignment_sign': 'sign for work', 'assignment_ask': 'ask about work',
    'assignment_answer': 'answer questions', 'assignment_reopen': 'reopen assignments', 'measure_write': 'set measures', 'measure_judge': 'judge measures', 'work-entry_read': 'see work entries',
    'work-entry_write': 'write work entries', 'work-entry_submit': 'hand in work entries', 'work-entry_check': 'check work entries', 'pool_read': 'see pools', 'pool_write': 'manage pools', 'volunteer_read': 'see volunteers',
    'volunteer_register': 'register volunteers for others', 'roster_import': 'import rosters of volunteers', 'volunteer_freeze': 'freeze registrations and make them void', 'activity_read': 'see activities', 'activity_write': 'prepare activities', 'activity_submit': 'hand in, move, cancel and close activities',
    'activity_approve': 'approve activities and closes', 'signup_read': 'see sign-ups', 'signup_decide': 'decide on sign-ups', 'attendance_write': 'keep the list on the day', 'record_read': 'see service records',
    'record_reverse': 'correct service records', 'matching_read': 'see candidates', 'matching_write': 'change the weights of matching', 'desk_read': 'see what waits', 'key_read': 'see the rotation of keys', 'minor_policy': 'set the rules for minors', 'minor_open': 'ask to open a minor’s record', 'minor_approve': 'approve opening a minor’s record', 'minor_audit': 'see the audit of minors’ data', 'personal_reveal': 'see contact data for a reason', 'retention_read': 'see how long data are kept', 'personal_export': 'export lists of volunteers for a reason',
  },
} as const;

/** Pages of the back office. */
export const adminRights = {
  invitations: {
    title: 'Invitations', subtitle: 'Ask people into a unit. A link is for one person, once, within a week.', create: 'Invite somebody', create_explained: 'You get a link to send to that person. They enter the same number or address and are in.', name: 'Name', contact: 'Phone number or e-mail', contact_hint: 'The person has to enter the same one.', unit: 'Unit', role: 'Role', post: 'Post (optional)', post_hint: 'A liaison may hold post A (first) or B (stands in).',
    until: 'Good until', by: 'Invited by', link_title: 'Link for {name}', link_hint: 'Shown this once. Copy it now and send it to that person alone, not to a group.', link_text: '[Kepu] Hello {name}, {unit} asks you to be its {role}. Open this link within a week: {link}', copy_link: 'Copy the invitation', done: 'Sent, close',
    renew: 'New link', renew_title: 'Make a new link for {name}?', renew_explained: 'The old link stops working at once; the new one is good for a week.', withdraw: 'Take back', withdraw_title: 'Take the invitation of {name} back?', withdraw_explained: 'The link stops working at once.', withdrawn: 'Taken back', empty: 'Nobody has been invited yet', empty_hint: 'Bring a colleague in: enter name and number, and send the link.',
  },
  applications: {
    title: 'Units applying', subtitle: 'Schools, hospitals, villages and others that ask to be admitted. Once admitted, the applicant sets a password by the same link and becomes the liaison.', number: 'Number', unit: 'Unit', kind: 'Kind', county: 'County', place: 'Address', person: 'Applicant', duty: 'Position', contact: 'Contact', note: 'Note', submitted: 'Applied', decided: 'Decided', decided_by: '{name}, {when}',
    call: 'Show the contact', call_hint: 'Call to check who applies, and that the unit wants it. Each look is recorded.', similar: 'Units it may be already', similar_hint: 'If it is one of these, choose it rather than make a second one.', liaisons: '{count} liaison(s)', no_similar: 'No unit has a name like it; a new one will be made.', approve: 'Admit', approve_title: 'Admit “{unit}”?', approve_explained: 'The applicant gets the role below. Please call first.',
    as_unit: 'As which unit', new_unit: 'New: “{unit}”', role: 'Role of the applicant', approved: 'Admitted; the applicant can set a password by the same link', return: 'Give back', return_title: 'Give the application of “{unit}” back', return_explained: 'The applicant reads the reason by the link, and can hand it in again.', returned: 'Given back', refuse: 'Refuse', refuse_title: 'Refuse the application of “{unit}”', refuse_explained: 'The applicant reads the reason by the link. This cannot be undone; they can apply anew.', refused: 'Answered',
    reasons: { name: 'Please give the full name of the unit', person: 'Please let the person whom the unit named apply', place: 'Please give the full address', duplicate: 'The unit is here already: please ask its liaison', outside: 'Not in this city' }, empty: 'No applications', empty_hint: 'Send the page to schools, hospitals and villages, and they apply by themselves.', copy_text: '[Kepu] Schools, hospitals, villages and other bodies can apply here to post activities and order talks: {link}', copy: 'Copy the text', back: 'Back to the applications', admitted: 'Admitted as',
  },
  hand_over: {
    title: 'Hand over a liaison’s work', button: 'Hand over', hint: 'The right of the former liaison ends at once, and the successor goes on with all that is open.', unit: 'Unit', from: 'From', to: 'To', reason: 'Reason', work: 'Open work', moves: 'moves to the successor', stays: 'stays with the unit', none: 'Nothing is open', submit: 'Hand over', done_short: 'Handed over; both are told', reason_hint: 'The history of the unit shows it.', reasons: { post: 'new post', leave: 'left', holiday: 'long leave' },
  },
  access: {
    title: 'Why not visible', subtitle: 'Choose a person and a thing. The system looks with that person’s rights, and says whether they see it and what is in the way.', person: 'Who', kind: 'What', thing: 'Which', unit: 'of {unit}', ask: 'Look', sees: '{name} sees “{thing}”.', sees_not: '{name} does not see “{thing}”.', needs: 'Needed: {permission}', pick: 'Choose a person, a kind and a thing.',
    checks: { account: 'The account is active', password: 'An own password is set', grants: 'There are rights in force', permission: 'One of them lets see such things', reach: 'Its scope reaches this one' },
    remedies: { account: 'Disabled: an administrator can enable it.', password: 'Still the first password: the person has to sign in and choose one.', grants: 'No right is in force: give one, or look at its days.', permission: 'None of the roles sees such things: give a fitting one.', reach: 'The scope does not reach it, or it is a draft: check unit, county and state.' },
  },
  rights: { export: 'Export', table: 'What each role may do', table_hint: '✓: within the scope that was given.', permission: 'Right', of_role: 'What {role} may do', explain: 'Why not visible', post: 'Post' },
} as const;

/** Portal: applying for a unit, and invitations. */
export const portalJoin = {
  join: {
    title: 'Units: apply', description: 'Schools, hospitals, villages, enterprises and societies can apply to post activities and find volunteers.', heading: 'Apply for your unit', lead: 'Schools, hospitals, villages, enterprises and societies can apply. The county office calls to check, usually within five workdays.', unit: 'The unit', unitName: 'Full name', unitNameHint: 'As on its seal.', kind: 'Kind', county: 'County', place: 'Address', person: 'You', name: 'Your name', duty: 'Position', dutyHint: 'Such as: head of studies, village clerk.', contact: 'Phone number or e-mail', contactHint: 'To check who you are, and to sign in later.',
    note: 'Anything else (optional)', submit: 'Apply', sending: 'Sending…', consent: 'By applying you confirm that the unit asked you to, and agree that we use this to check who you are.', choose: 'Please choose', required: 'Please fill this in', contactWrong: 'This does not look like a phone number or an e-mail address',
    madeHeading: 'Your application is here', madeText: 'Number {number}. Keep the link below: it shows how the application stands, and once admitted you set your password by it.', linkHint: 'Shown this once. Send it to yourself.', copy: 'Copy the link', copied: 'Copied', open: 'See how it stands',
    ownHeading: 'Your application', number: 'Number', state: 'State', reason: 'Reason', submittedAt: 'Applied', withdraw: 'Take it back', withdrawSure: 'Take this application back? This cannot be undone, but you can apply anew.', withdrawn: 'The application was taken back.', revise: 'Hand in again', revised: 'Handed in again. We will call you.',
    next: { submitted: 'The office will call you to check.', returned: 'Please complete it as said below, and hand it in again.', approved: 'Admitted. Set your password and begin.', refused: 'We are sorry, it was refused.', withdrawn: 'This application was taken back.' }, goOn: 'Set a password', look: 'Applied already? Use the link that you kept.',
  },
  invitation: {
    title: 'An invitation', description: 'Join a unit.', heading: 'An invitation', text: '{by} asks you to be {role} of {unit}.', until: 'Please answer by {day}.', phone: 'The phone number that was invited', email: 'The e-mail address that was invited', contactHint: 'The one that the inviting person has of you. You will sign in with it.', password: 'Choose a password', passwordHint: 'At least 8 characters of two kinds: capitals, small letters, digits, signs.', accept: 'Accept', accepting: 'One moment…', signedIn: 'You are signed in as {name}; the right is added to your account.',
    signInFirst: 'There is an account with this number or address. Sign in, and you come back here.', signIn: 'Sign in', done: 'Welcome to {unit}', doneText: 'You can go to the back office now.', goOn: 'To the back office', noToken: 'The link is not whole. Open it from the message again, or copy all of it.', closed: { accepted: 'This invitation was accepted already. Please sign in.', expired: 'This invitation has expired. Ask for a new one.', withdrawn: 'This invitation was taken back. Please ask whoever invited you.' },
  },
} as const;
