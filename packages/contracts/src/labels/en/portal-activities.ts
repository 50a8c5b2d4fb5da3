/** Portal: activities and their calendar. */
export const portalActivities = {
  free: { cancelled: 'Cancelled', over: 'Over', full: 'Full: waiting list', places: { one: '{count} place free', many: '{count} places free' } },
  card: { shifts: { one: '{count} time', many: '{count} times in all' } },
  list: {
    title: 'Science volunteering activities', heading: 'Activities', lead: 'Talks, exhibitions, free clinics, visits to communities: choose one that suits you and sign up.', description: 'Science volunteering in {city}: when, where, and how many places are free.',
    found: { one: '{count} activity', many: '{count} activities' }, pages: 'Pages', previous: 'Previous', next: 'Next', page: 'Page {page} of {last}',
    filteredHeading: 'Nothing fits these filters', filteredText: 'Take one filter away, or try another time or county.', noneHeading: 'Nothing has been announced yet', noneText: 'What units publish will stand here. Register as a volunteer, and suggestions will wait on your page.',
    all: 'See all activities', register: 'Become a volunteer', calendar: 'By calendar', mine: 'Only what I may do', mineOn: 'Chosen by your age, occupation, time and travel', mineFailed: 'They cannot be chosen right now: {text}', mineNone: 'Nothing that you may do right now', mineNoneText: 'You can allow a longer way or other times in your profile, or look at all activities.',
    mineFound: { one: '{count} activity that you may do', many: '{count} activities that you may do' }, more: 'Show more',
  },
  filters: {
    label: 'Find activities', q: 'Search', hint: 'e.g. first aid', county: 'County', anyCounty: 'Whole city', when: 'Time', anyTime: 'Any time', week: 'This week', month: 'This month', more: 'More filters', any: 'Any', kind: 'Kind', topic: 'Topic', audience: 'For',
    from: 'From', to: 'To', free: 'Only with free places', submit: 'Search', chosen: 'Chosen filters', quoted: '“{text}”', since: 'from {day}', until: 'to {day}', remove: 'Remove filter: {name}', clear: 'Clear all',
  },
  calendar: {
    heading: 'Activities in {month}', description: 'Science volunteering in {city}, {month}, day by day.', shifts: { one: '{count} event this month', many: '{count} events this month' }, none: 'Nothing has been announced for this month. Look at the months around it, or at another county.',
    months: 'Months around', present: 'This month', submit: 'Show', open: 'Open', full: 'Full', cancelled: 'Cancelled', more: { one: '{count} more', many: '{count} more' },
  },
  activity: {
    description: '{when}, {where}. {summary}', when: 'When', where: 'Where', unit: 'Organiser', audiences: 'For', topics: 'Topics', programmes: 'Programme', shifts: 'Times and positions', flow_instant: 'You get your place at once; changes are told on “My page”.', flow_request: 'The organiser confirms; the answer comes on “My page”.',
    wanted: 'Needs {minimum}–{maximum} people,', wantedExactly: 'Needs {maximum} people,', confirmed: { one: '{count} has a place', many: '{count} have a place' }, waiting: { one: ', {count} waits', many: ', {count} wait' },
    requires: 'Requirements', occupations: 'Only for: {list}', credentials: 'Certificates: {list}', grants: 'Whoever finishes holds "{name}"', minAge: 'Age {age} and over', paid: 'This position is paid and gives no volunteer hours', shiftCancelled: 'This one is cancelled:', moved: 'Moved (first announced for {from}):', cancelled: 'Sorry, this activity is cancelled:', cancelledText: '(Told on {day}.) Nobody who signed up counts as absent.',
    risk: 'Risks and safeguards', insurance: 'Insurance: {how}', result: 'What came of it', turnout: 'people took part', sessions: 'sessions', share: 'Pass it on', shareText: 'Copy this text into your group, or let others scan the code.', copy: 'Copy the text', copied: 'Copied', copyFailed: 'Copying did not work: select the text above', qr: 'QR code of this page', otherPositions: 'Positions of this activity with free places',
  },
  signup: {
    start: 'Sign up', startFull: 'Join the waiting list', confirmHeading: 'Sign up: {name}', onDuty: 'I come in working hours, on behalf of my unit', onDutyHint: 'What you do on behalf of your unit counts as a work achievement and gives no volunteer hours; what you do in your own time gives volunteer hours.', note: 'A word to the organiser (optional)', send: 'Confirm', sendQueue: 'Join the list', cancel: 'Not now',
    doneConfirmed: 'You have a place', doneConfirmedText: '{time}. Please be there in time, and check in on “My page”.', doneRequested: 'Received: the organiser will confirm', doneRequestedText: 'You do not have the place yet. The answer will come on “My page”.', doneWaiting: 'You are number {place} on the waiting list', doneWaitingText: 'When somebody leaves, the next in line gets the place, and you are told.', toMe: 'See it on “My page”',
    fullHeading: 'It has just filled up', fullText: 'You can join the waiting list, or take one of the positions below.', joinQueue: 'Join the waiting list', seeOthers: 'See other activities with free places', noAlternatives: 'The other positions are full too.', alternative: '{time}, {name}', mineConfirmed: 'You have this place', mineRequested: 'Signed up: to be confirmed', mineWaiting: 'Number {place} on the waiting list', mineRefused: 'Not chosen this time',
    registerFirst: 'Please register as a volunteer first; it takes two minutes.', signInFirst: 'Please sign in first.', failedHeading: 'This did not work', again: 'Try again', passwordFirst: 'Please change your first password on “My page”, then sign up.',
  },
  matchingPage: {
    title: 'How suggestions are made', description: 'How activities are suggested to volunteers, and volunteers to positions: what is used, how much it weighs, and how to switch it off.', lead: 'These rules order the activities suggested to you, and the people suggested to units. Everything that is used, and what it weighs, stands here.',
    rulesHeading: 'First: may you go?', rulesText: 'What breaks one of these rules is not suggested. The same rules are checked when you sign up, and you are told what is missing and what would help.',
    rules: { age: 'You are 18 or over, or the activity welcomes minors and your guardian agrees; or of the age that the position asks for', occupation: 'Your occupation is one that the position asks for', clash: 'It does not clash with a place that you have, and there is time to travel between', hours: 'No more than 8 hours of service on one day', travel: 'The way is no longer than you allow; islands and mountains only if you chose them', open: 'The activity is published, not cancelled and not begun, and you have not paused' },
    scoreHeading: 'Then: does it suit you?', scoreText: 'Each part scores between 0 and 1 and is multiplied by its weight. The sum decides the order; parts marked “−” are subtracted.', part: 'Part', meaning: 'How it is counted', weight: 'Weight',
    parts: {
      topic: 'The same topic as one you follow scores full, the same field a part', audience: 'How well your occupation suits the people it is for', availability: 'How much of it falls into the times when you are free', travel: 'The nearer the better; beyond your limit it is not suggested', wish: 'Kinds of activity that you have done', growth: 'Kinds that you have not tried yet', need: 'How many people are missing, times how soon it begins',
      rural: 'Villages, mountains and islands score more, so that people go there too', first_service: 'A chance for those who have not served yet', connections: 'Positions that many have signed up for score less', load: 'Who has served a lot in the last 30 days may rest',
    },
    version: 'In force: version {version}, since {day}.', unknown: 'The weights cannot be read right now. Please look again in a while.', tiesHeading: 'When scores are equal', ties: 'Those not asked for longest come first, then the number decides. The same data always give the same order: nothing is random, and nobody can pay for a better place.',
    rightsHeading: 'What you can do', rights: { off: 'Switch personal suggestions off in your profile at any time: then only the date decides, and sign-ups are not affected', reasons: 'See why something is suggested, and what each part scored', person: 'Rest assured: the system only orders. Nobody is refused by it; people of the unit decide and give their reasons', same: 'Have topics, times and other things used for suggestions deleted', ask: 'Ask the organiser named at the foot of the page' }, toMe: 'See what is suggested to me',
  },
} as const;
