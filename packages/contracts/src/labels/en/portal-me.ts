/** Portal: the own page, check-in, and the leader’s page. */
export const portalMe = {
  me: {
    title: 'My page', more: 'Show more ({shown} of {total})', heading: 'My page', description: 'My sign-ups, check-ins, hours and profile.', greeting: 'Hello {name}', parts: 'On this page', moved: 'Moved', welcome: 'You are registered: welcome! Have a look at what is suggested to you.',
    unregistered: 'You are not registered as a volunteer yet', unregisteredText: 'Once you are, you can sign up and have your hours recorded. It takes about two minutes.',
    next: { short: 'Next', heading: 'Coming up for you', none: 'Nothing is coming up for you.', find: 'Find activities', later: 'From 60 minutes before the beginning you can check in and out here.', checkedIn: 'You are checked in', checkedOut: 'You are checked out. Thank you! The leader confirms your hours.', checkOut: 'Check out' },
    led: { heading: 'Led by you', open: 'Open the list', count: '{expected} expected, {present} present', hours: { one: 'hours of {count} person to confirm', many: 'hours of {count} people to confirm' } },
    suggestions: {
      short: 'Suggestions', heading: 'Suggested to you', none: 'Nothing fits right now. You can allow a longer way or other times, or look at all activities.', reasons: 'Why it is suggested', against: 'Please note:', why: 'Why this one', part: 'Part', value: 'Score', weight: 'Weight', points: 'Points', score: 'Sum',
      note: 'Suggestions follow published rules, and you can switch them off in your profile. Travel is an estimate between counties.', principle: 'How suggestions are made', off: 'Personal suggestions are switched off: only the date decides here.',
    },
    signups: { short: 'Sign-ups', heading: 'My sign-ups', none: 'You have not signed up for anything to come.', earlier: 'Earlier sign-ups', noneEarlier: 'There are no earlier sign-ups.', reason: 'Reason: {text}', requestedHint: 'You will be told once the organiser has confirmed.' },
    leave: { button: 'Leave', ask: 'Leave “{title}”?', reason: 'Reason (optional)', reasonLate: 'It begins in less than 24 hours: please say why, so that the leader can find somebody', reasonNeeded: 'Please give the reason', confirm: 'Leave', stay: 'Stay', done: 'You have left “{title}”', stale: 'This sign-up has just changed; you see it as it is now.' },
    hours: {
      short: 'Hours', heading: 'Hours of service', volunteer: 'volunteer hours', work: 'hours of work achievement', year: 'hours this year', services: 'services', toConfirm: { one: 'The leader has still to confirm the hours of {count} service', many: 'The leader has still to confirm the hours of {count} services' }, none: 'No records yet. Once you have taken part and the leader has confirmed your hours, they stand here.', records: 'Records', hours: '{count} h',
      rule: 'why', reversal: 'This line takes an earlier one back.', reversed: 'This record was corrected.', confirmedBy: 'Confirmed by {name}', note: 'Volunteer hours and work achievements are kept apart and never added up. If a record is wrong, ask the organiser to correct it.',
    },
    profile: {
      short: 'Profile', heading: 'My profile', name: 'Name', number: 'Volunteer number', phone: 'Mobile number', bornOn: 'Date of birth', occupation: 'Occupation', unit: 'Unit', county: 'County', topics: 'Topics that I follow', availability: 'When I have time', travel: 'Longest way', islands: 'I go to islands', mountains: 'I go to the mountains', personal: 'Personal suggestions', personalOn: 'On', personalOff: 'Off', pools: 'Pools',
      yes: 'Yes', no: 'No', unsaid: 'Not said', wholeDay: 'all day', minutes: 'Up to {count} minutes', fixed: 'If your name, number or date of birth is wrong, ask the office of your county to correct it.', edit: 'Change', pausedUntil: 'You have paused until {day}: nothing is suggested until then, and you cannot sign up.', pause: 'Pause until', pauseHint: 'Pause while you are busy; it ends by itself. Empty the date to come back at once.', turnOff: 'Switch personal suggestions off: only the date decides',
    },
    notices: { short: 'Messages', heading: 'Messages', none: 'No messages yet.', new: 'New', open: 'See', readAll: 'Mark all as read ({count})' },
    door: { family: 'My family', mine: 'My data', security: 'Account and security', password: 'Change password', leave: 'Sign out', changed: 'Your password is changed. Other devices have to sign in again.' },
  },
  checkIn: {
    title: 'Check in', heading: 'Check in', description: 'Check in by the code on the spot.', in: 'Checked in', out: 'Checked out', inText: 'Enjoy it. After {time}, check out on this page or on “My page”.', outText: 'Thank you! The leader confirms your hours.', checkOut: 'Check out now', failed: 'You are not checked in', unknown: 'This address is wrong. Scan the code on the spot again, or ask the leader to tick your name.', list: 'No phone at hand? The leader can tick your name: it counts the same.',
    code: { label: 'Six digits', hint: 'Scan the code on the spot, or enter the six digits that the leader reads out.', submit: 'Check in', short: 'Please enter six digits' },
  },
  lead: {
    title: 'Tick list', heading: 'Tick list', description: 'Tick list, check-in code and hours, for whoever leads.', cancelled: 'This one is cancelled: nothing is to be ticked, and nobody counts as absent.', list: 'Tick list', search: 'Find by name or number', counts: '{expected} expected: {present} present, {absent} absent, {open} not ticked.', closed: 'Nothing can be ticked now: it is possible from 60 minutes before the beginning until the hours are confirmed.',
    nobody: 'Nobody has a place here yet.', notFound: 'Nobody of that name is on the list.', unmarked: 'Not ticked', onDuty: 'for the unit', recorded: 'Hours confirmed', mark: { present: 'Here', absent: 'Absent', left: 'Left' }, marked: { present: '{name}: here', absent: '{name}: absent', left: '{name}: left', clear: '{name}: tick cleared' },
    undo: 'Undo', undone: '{name}: undone', notMarked: '{name} was not ticked: {text}', none: 'You do not lead this one', noneText: 'Whoever leads can open this page from a day before the beginning to three days after the end. If that should be you, ask the organiser to name you.', failed: 'The list cannot be shown right now', toMe: 'Back to “My page”',
    code: { show: 'Show the code', hide: 'Hide the code', alt: 'QR code: volunteers scan it', digits: 'Digits:', text: 'It changes every {seconds} seconds; a picture of it is of no use. Read the digits out, or tick the name, where somebody cannot scan.' },
    hours: {
      heading: 'Confirm hours', later: 'When it is over, confirm everybody’s hours here.', none: 'There are no hours to confirm.', text: 'Minutes are proposed from check-in and check-out; change them where they are wrong, up to the planned time and 30 minutes. Confirmed hours stand in the records and cannot be changed directly.', proposed: '{count} minutes by check-in', noOut: 'Not checked out: taken to the planned end', of: 'Minutes of {name}', less: '{count} minutes less', more: '{count} minutes more', minutes: '{count} min', onDuty: 'In working hours, for the unit', rule: 'why',
      submit: { one: 'Confirm the hours of {count} person', many: 'Confirm the hours of {count} people' }, sure: 'Confirm these hours?', sureText: '{people} people, {hours} hours in all; {duty} of them count as work achievement. They cannot be changed directly afterwards.', confirm: 'Confirm', done: 'Confirmed: {people} people, {hours} hours',
    },
  },
} as const;
