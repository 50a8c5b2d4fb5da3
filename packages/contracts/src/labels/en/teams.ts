/** Teams: words, messages, history, refusals and pages. */
/** Words. */
export const teamTerms = {
  teamStates: { forming: 'forming', active: 'serving', paused: 'resting', disbanded: 'disbanded' },
  teamMemberStates: { invited: 'invited', consent: 'waits for a guardian', member: 'member', declined: 'did not join', left: 'has left' },
  teamSignupStates: { invited: 'asked', coming: 'coming', declined: 'declined', cancelled: 'called off', retracted: 'question taken back', refused: 'refused' },
  teamBlocks: { overlap: 'has another activity at that time', exists: 'has signed up for it already', refused: 'was refused for it', consent: 'a guardian has to agree first', age: 'the age does not fit', requirement: 'does not meet what the position asks for', time: 'the time does not fit', left: 'cannot serve any more', full: 'no place is left', other: 'cannot sign up at present' },
  teamFields: { unit: 'unit', kind: 'kind', leader: 'leader', member: 'member', position: 'position', team: 'team' },
} as const;

/** Sentences of notices. */
export const teamNotices = {
  team_invited: '"{title}" asks you to join. Please answer under "My teams".', team_joined: '{name} has joined "{title}".', team_left: '{name} has left "{title}".', team_dismissed: 'You are no longer in "{title}": {text}', team_led: 'You lead "{title}" now.', team_paused: '"{title}" rests: {text}', team_disbanded: '"{title}" was disbanded: {text}', team_child_asks: '{name} would like to join "{title}". Please decide.', team_asked: '"{title}" ({time}) asks "{name}" to come. Please answer.', team_comes: '"{name}" comes to "{title}" ({time}).', team_declined: '"{name}" does not come to "{title}" ({time}). {text}',
  team_called_off: '"{name}" has called off "{title}" ({time}). {text}', team_refused: '"{title}" ({time}) has no place for "{name}": {text}', team_taken_along: 'The leader of "{name}" has signed you up for "{title}" ({time}). If you cannot come, please leave it under "Mine".', team_consent_wanted: '"{name}" comes to "{title}" ({time}). For a child a guardian has to agree to it first.',
} as const;

/** What the history says. */
export const teamActions = {
  'team_kind.created': 'added a kind of team', 'team_kind.changed': 'changed a kind of team', 'team.created': 'formed a team', 'team.changed': 'changed a team', 'team.leader_set': 'named who leads', 'team.code_renewed': 'made a new code', 'team.activate': 'let the team serve', 'team.pause': 'let the team rest', 'team.disband': 'disbanded the team', 'team.invited': 'asked somebody to join', 'team.joined': 'joined', 'team.consent_asked': 'asked to join; a guardian decides', 'team.member_invite': 'asked somebody to join', 'team.member_join': 'joined as asked', 'team.member_ask': 'would join; a guardian decides',
  'team.member_agree': 'a guardian agreed', 'team.member_decline': 'did not join', 'team.member_leave': 'left', 'team.member_remove': 'took somebody out', 'teams.exported': 'exported teams', 'team_signup.invited': 'asked a team', 'team_signup.came': 'signed a team up', 'team_signup.declined': 'the team declined', 'team_signup.called_off': 'the team called off', 'team_signup.retracted': 'took the question to a team back', 'team_signup.confirmed': 'confirmed a team', 'team_signup.refused': 'refused a team',
} as const;

/** Refusals. */
export const teamErrors = {
  'team.name_taken': 'There is one of this name already. Please choose another.', 'team.no_leader': 'Please name who leads first: a member who is of age.', 'team.leader_minor': 'Whoever leads has to be of age.', 'team.leader_leaves': 'Whoever leads cannot just leave. Please hand the lead over first.', 'team.member_exists': 'The person is in the team, or asked, already.', 'team.members_full': 'A team has at most {count} people.', 'team.closed': 'This team is over.', 'team.not_active': 'This team does not serve at present and cannot sign up.', 'team.signed_up': 'The team was asked, has signed up, or was refused already.',
  'team.comes': 'The team is still expected at {count} shift(s). Please call them off first.',
} as const;

/** What stands in the workbook. */
export const teamDocuments = {
  teamSheet: 'Teams',
  teamColumns: { name: 'Name', kind: 'Kind', unit: 'Unit', leader: 'Leader', state: 'State', members: 'Members', activities: 'Activities', people: 'People served', hours: 'Hours', about: 'About', reason: 'Reason' },
} as const;

/** The back office. */
export const adminTeams = {
  teams: {
    title: 'Teams', subtitle: 'Teams sign up as one; each place is a person\'s.', search: 'Search names, pinyin, initials', none: 'No team matches', none_hint: 'Form a team and ask volunteers to join.', export: 'Export', kinds: 'Kinds', summary: 'Teams by unit', summary_hint: 'Activities and hours of this year, counted from service records.', name: 'Name', kind: 'Kind', unit: 'Unit', leader: 'Leader', no_leader: 'nobody leads yet', leaderless: 'Leader', leaderless_yes: 'without a leader', state: 'State', members: 'Members', members_n: '{count}', about: 'About', activities: 'Activities', activities_n: '{count}',
    hours: 'Hours', hours_n: '{count} h', people: 'People', created: 'Formed', active: 'Serving', teams: 'Teams', create: 'Form a team', created_done: 'The team is formed. Ask people to join and name who leads.', edit: 'Change', save: 'Save', saved: 'Saved', activate: 'Let it serve', activated: 'It serves now and can sign up.', pause: 'Let it rest', paused: 'It rests; its members are told.', disband: 'Disband', disbanded: 'It is over; its members are told.', disband_hint: 'This cannot be undone. Records stay.', reason_line: 'Reason: {reason}',
    reasons: { season: 'Nothing planned for now', people: 'Too few people', merged: 'Joined with another team', over: 'The work is done' },
    set_leader: 'Name who leads', leader_set: 'Done; the person is told.', leader_hint: 'A member who is of age. Whoever leads asks people to join and signs the team up.', invite: 'Ask to join', invited: 'Asked; the person decides.', invite_hint: 'The person decides; for a minor a guardian agrees. Whoever leads can also pass the code on.', volunteer: 'Volunteer', number: 'Number', remove: 'Take out', remove_title: 'Take {name} out of the team', removed: 'Done; the person is told.',
    remove_reasons: { asked: 'Asked for it', moved: 'Has moved away', away: 'Has not come for long' },
    joined: 'Joined', services: 'With the team', services_n: '{count}', leads: 'leads', minor: 'minor', no_members: 'Nobody yet', where: 'Where the team comes', no_signups: 'The team has not signed up yet', when: 'When', activity: 'Activity', position: 'Position', places: 'People', places_n: '{confirmed} confirmed', waiting_n: '{count} waiting', requested_n: '{count} to be confirmed', pending_n: '{count} wait for a guardian', at_activity: 'Teams', at_activity_hint: 'A team counts as one; places are counted by person.', ask_team: 'Ask a team', asked: 'Asked; the leader answers.', ask_hint: 'Any team of the city that serves can be asked.',
    team: 'Team', note: 'Note', retract: 'Take back', retracted: 'Taken back', confirm: 'Confirm all', confirmed: 'Confirmed', confirm_left: 'Not taken: {names}', refuse: 'Refuse', refuse_title: 'Refuse "{name}"', refused: 'Leader and members are told.',
    refuse_reasons: { full: 'No places are left', fits: 'The position asks for something else' },
    with_team: 'with "{name}"', kinds_title: 'Kinds of teams', kinds_subtitle: 'Kept by the city office. No new team is formed of a closed kind.', add_kind: 'Add a kind', kind_added: 'Added', closed: 'closed', close_kind: 'Close', open_kind: 'Open', kind_note: 'Note', place: 'Order',
  },
} as const;

/** The portal. */
export const portalTeams = {
  myTeams: {
    heading: 'My teams', description: 'Teams to which you belong.', none: 'You are in no team yet. If you have a code, enter it below.', code: 'Code', codeHint: 'The 10 characters that the leader gave you.', look: 'Look', loading: 'One moment...', invitedBy: 'asks you to join', accept: 'Join', decline: 'Decline', accepted: 'You have joined.', acceptedMinor: 'Your guardian is asked.', declined: 'Answered.', waits: 'waits for a guardian', leads: 'I lead it', leader: 'Leader: {name}', noLeader: 'nobody leads yet', members: '{count} member(s)', served: '{activities} activities together, {people} people, {hours} hours',
    leave: 'Leave the team', leaveReason: 'Reason (optional)', leaveSure: 'Leave', left: 'You have left the team.', cancel: 'Back', open: 'Manage the team', children: 'Teams of your children', childAsks: '{name} would like to join this team', childIn: '{name} is in this team', agree: 'Agree', refuse: 'Do not agree', takeOut: 'Take the child out', agreed: 'Agreed. You are asked again for each activity.', refused: 'Answered.', way: 'Ask people to join', wayText: 'Pass on the link, the QR code or the code.', copy: 'Copy the link', copied: 'Copied', renew: 'Make a new code', renewed: 'Done; the old code leads nowhere.',
    qr: 'QR code of the team', people: 'People', minor: 'minor', dismiss: 'Take out', dismissReason: 'Reason (the person reads it)', dismissed: 'Done.', handOver: 'Hand the lead over', handedOver: 'The lead is handed over.', asked: 'The team is asked', goes: 'Where the team goes', nothing: 'Nothing ahead. Open an activity and choose "Sign a team up".', find: 'Find an activity', acceptAll: 'All who can come', choose: 'Choose people', notComing: 'Decline', callOff: 'Call off', callOffReason: 'Reason (needed within a day of the beginning)', calledOff: 'Called off.', counts: '{confirmed} confirmed, {waiting} waiting, {requested} to be confirmed',
    consentWaits: 'waits for a guardian', cancelledShift: 'This shift is cancelled', signUp: 'Sign the team up', pick: 'Choose who comes', pickText: 'Each takes a place; {count} are left.', wait: 'Where places are short, the others wait', send: 'Sign up', done: '{count} signed up.', notDone: 'Nobody could be signed up; see below.', notThese: 'Not signed up: {names}', because: '{name} ({reason})', already: 'signed up', noLed: 'You lead no team.', notActive: 'The team does not serve at present.', back: 'My teams',
  },
  teamDoor: { heading: 'Join a team', description: 'Join a team with its code.', text: 'Sign in to see the team and join it.', join: 'Join this team', minorText: 'You are under 18: a guardian has to agree.', joined: 'You are in this team already.', done: 'You have joined.', doneMinor: 'Your guardian is asked.', gone: 'This code is of no use any more. Please ask the leader for a new one.', toTeams: 'My teams' },
} as const;
