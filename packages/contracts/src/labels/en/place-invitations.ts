/** Invitations to places: words, history, messages, refusals, and pages. */
export const invitationTerms = {
  placeInvitationStates: { sent: 'waits for the answer', accepted: 'said yes', declined: 'not this time', lapsed: 'did not answer', closed: 'closed' },
  placeInvitationOrigins: { wave: 'asked in waves', unit: 'asked by the unit', batch: 'asked in a batch', waiting: 'next on the waiting list' },
  noThanksReasons: { time: 'The time does not suit', too_far: 'Too far away', topic: 'Not my topic', other: 'Another reason' },
  waveRests: { filled: 'enough people; nobody else is asked', too_early: 'still early: people can find it by themselves', too_late: 'too near to the start; nobody is asked', nobody_left: 'everybody suitable was asked, or is not to be disturbed now' },
  keptApart: { place_invitations: 'invitations to activities and their answers, from when they were sent' },
} as const;

/** What the history says. */
export const invitationActions = {
  'place_invitation.sent': 'sent an invitation', 'place_invitation.accepted': 'accepted an invitation', 'place_invitation.declined': 'declined an invitation', 'place_invitation.called_back': 'called an invitation back', 'place_invitation.preference_set': 'set whether to be invited', 'signup.held': 'held a place for somebody who waits', 'signup.passed': 'held in vain, passed on to the next', 'activity_waves.switched': 'set asking in waves',
} as const;
/** Sentences of notices. */
export const invitationNotices = {
  place_invited: '“{title}” could use your help: {time}, {place}. Please say by {until} whether you can come.',
  place_held: 'There is a place in “{title}” now, kept for you until {until}: {time}, {place}. Can you still come?',
  signup_passed: 'The place in “{title}” ({time}) that was kept for you has gone to the next. If you still want to come, sign up again.',
} as const;
/** Refusals. */
export const invitationErrors = { 'place_invitation.unknown': 'This link is incomplete or too old. Signed in, you find your invitations on your own page.' } as const;

/** The mail and the short message. */
export const invitationWords = {
  heldSubject: 'There is a place in “{title}”: can you still come?', heldMail: 'Dear {name},\n\nA place has come free in the activity you wait for, and is kept for you:\n“{title}” · {position} ({unit})\n{time}\n{place}\n\nOne tap says whether you can still come; no need to sign in:\n{link}\n\nPlease answer by {until}; without an answer the place goes to the next.', heldSms: 'There is a place in “{title}” ({time}, {place}, {unit}). Can you still come? Please tap: {link}',
  subject: 'Can you come to “{title}”?', mail: 'Dear {name},\n\n{unit} could use your help:\n“{title}” · {position}\n{time}\n{place}\n\nOne tap says whether you can come; no need to sign in:\n{link}\n\nPlease answer by {until}. No is a good answer too. On the same page you can switch invitations off.', sms: '{unit} asks whether you can come to “{title}” ({time}, {place}). Please tap: {link}',
} as const;

/** The back office. */
export const adminInvitations = {
  placeInvitations: {
    invite: 'Invite', invite_chosen: 'Invite the {count} chosen', sent: '{count} invited; wait for their answers.', skipped: '{count} were not invited:', skip_line: '{name}: {why}', choose: 'Choose {name}', heading: 'Invitations', none: 'Nobody has been invited yet.', call_back: 'Call back', called_back: 'Called back.', until: 'answers by {at}', answered: 'answered {at}',
    wave: 'wave {count}', waves: 'Asking in waves', waves_hint: 'While a position is below its minimum, the system asks the best fitting people first, wave by wave, and stops when there are enough. Nobody is asked more than twice a week, or at night, or within two weeks after a no.', on: 'On', off: 'Off', switch_on: 'Switch on', switch_off: 'Switch off', switched: '{name}, {at}',
    missing: '{count} missing', enough: 'The minimum is reached', tally: '{asked} asked: {yes} can come, {no} cannot, {open} have not answered yet, {silent} did not answer', tally_none: 'Nobody was asked yet', next_send: '{count} are asked at {at}', next_send_now: '{count} are asked now (within 10 minutes)', next_wait: 'waiting for answers; next look at {at}', would: 'If switched on: ',
  },
} as const;

/** The portal: the page of a link, and the own invitations. */
export const portalInvited = {
  invited: {
    title: 'An invitation', description: 'What you are asked, and one tap to answer. No need to sign in.', hello: 'Dear {name}', hello_plain: 'Hello', asks: '{unit} could use your help', asks_waiting: 'You are next on the waiting list: a place is kept for you. Can you still come?', what: 'What', when: 'When', where: 'Where', why: 'Why you', until: 'Please answer by {time}', details: 'About the activity', yes: 'I can come', no: 'Not this time',
    thanks_yes: 'Wonderful, your place is kept. See you there!', thanks_no: 'Thank you for telling us. You will not be asked again for two weeks.', changed: 'Has something changed?', change_yes: 'I can come after all', change_no: 'I cannot come after all', why_not: 'If you like, say why (optional)', why_not_late: 'It starts in less than a day: please choose a reason, so that they can arrange',
    over: { filled: 'Thank you for wanting to help! The last place has just been taken.', started: 'Thank you! This activity has begun.', cancelled: 'Thank you! This activity was cancelled.', withdrawn: 'Thank you for wanting to help! This place is no longer offered.', called_back: 'Thank you! This invitation was called back; you need not come.' }, lapsed: 'The time to answer is over, but there is still a place: you can come.', alternatives: 'Two other activities need people too', alternative_one: 'Another activity needs people too', unknown: 'This link leads nowhere', unknown_text: 'It is incomplete or too old. Signed in, you find your invitations on your own page.', to_me: 'To my page',
    stop: 'Do not invite me any more', stopped: 'You will not be invited any more. You can switch it on again on your own page.', kept: 'Invitations and answers are kept for a year.', how: 'How people are suggested and invited',
  },
  myInvited: { heading: 'Invitations to me', short: 'Invitations', none: 'No invitation waits for your answer.', answer: 'Answer', off: 'Invitations are off; you are not asked.', on: 'When an activity that suits you lacks people, you are asked whether you can come.', switch_off: 'Do not invite me', switch_on: 'Invite me again', switched: 'Saved.' },
} as const;
