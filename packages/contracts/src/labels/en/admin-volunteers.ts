/** Back office: volunteers, pools, records, matching. */
export const adminVolunteers = {
  volunteers: {
    one: 'Volunteer', subtitle: 'No contact data stand here; whoever is to be told is told by the system.', search: 'Search (name, pinyin initials, number)', empty: 'No volunteer fits', empty_hint: 'Look for something else.', name: 'Name', occupation: 'Occupation', unit: 'Unit', unit_optional: 'Unit (optional)', topics: 'Topics', pools: 'Pools', age: 'Age', since: 'Registered',
    active: 'active', paused: 'paused', paused_until: 'paused until {day}', served: 'Service', served_sum: '{count} times · {time}', services: 'services', on_behalf: 'on behalf', registered_by: 'Registered by {name}: {note}', availability: 'Free time', no_time: 'Nothing was said.', no_contact: 'Contact data are not shown here.', no_pools: 'In no pool yet.', signups: 'Sign-ups', no_signups: 'No sign-ups.', no_records: 'No service records.',
    register: 'Register on behalf', register_hint: 'For people who ask by phone or in person: a village’s contact, an elder.', register_submit: 'Register', registered: '{name} is registered, number {number}', part_who: 'The person', part_wishes: 'Wishes', part_consent: 'Consent', phone_hint: 'For notices and sign-in; kept encrypted.', born_on: 'Born on', born_hint: 'From 18 years on.', too_young: 'Only people of 18 and over for now',
    availability_hint: 'Press when there is time; leave it where unsure.', travel_limit: 'Longest way, in minutes', to_islands: 'goes to islands', to_mountains: 'goes to the mountains', consent: 'How the person agreed', consent_hint: 'Day, way, and whether the privacy text was explained; it is kept.', consent_first: 'Explain what it is for, and have the person agree first.',
    consent_notes: { phone: 'Asked by phone; was told what the data are for; agreed.', person: 'Asked in person; read the privacy text; agreed.', family: 'Came with family; was there and agreed.' },
  },
  pools: {
    one: 'Pool', subtitle: 'Lecturers, science volunteers and others. How many they are counts for some items.', empty: 'No pools yet', members: '{count} people', list: 'Members', nobody: 'Nobody yet', nobody_hint: 'Press “Take in” and choose a volunteer.', take_in: 'Take in', take_in_title: 'Take into “{pool}”', taken_in: 'Taken in', join: 'Join a pool', join_title: '{name} joins a pool',
    end: 'End', end_title: '{name} leaves “{pool}”?', end_explained: 'The history stays; the number falls from that day on.', ended: 'Ended', reasons: { wish: 'By own wish', term: 'The term is over', moved: 'Changed jobs' },
  },
  records: {
    subtitle: 'Volunteer hours and work achievements are kept apart. Lines are added, never changed; a mistake is reversed.', empty: 'No record fits', empty_hint: 'Confirm hours under “On the day”, and they stand here.', day: 'Day', activity: 'Activity and position', time: 'Time', ledger: 'Ledger', confirmed: 'Confirmed by', corrections: 'Corrections', only_corrections: 'only corrections', no_corrections: 'without corrections', reversal: 'reversal', reversed: 'corrected',
    reverse: 'Correct', reverse_title: 'Correct a record of {name}', reverse_explained: 'The record: {activity}, {time}, {ledger}. It stays; an opposite line takes it back.', what: 'What stands instead', instead: 'Another time or ledger', instead_hint: 'The record is taken back, and the right one added.', nothing: 'Nothing', nothing_hint: 'This service should not count.', reason_hint: 'The person reads it.', corrected: 'Corrected', corrected_hint: 'These lines stand now; their sum is the corrected result.',
  },
  weights: {
    subtitle: 'How people are ranked, open to all. The score advises; people decide.', version: 'version {version}', present: 'Present weights', parts: 'Weights by part', versions: 'Versions', none: 'No weights yet', change: 'Change the weights', change_explained: 'Becomes version {version} and holds at once; earlier versions are kept.', changed: 'The new weights hold', sum: 'At most {most} points, at most {off} off.', note: 'Why', note_hint: 'Shown to all, for example: villages come first.',
    hints: {
      topic: 'Whether the topic is one that the person follows.', audience: 'Whether the occupation suits the audience.', availability: 'Whether the person is free at that time.', travel: 'The nearer, the more; beyond the person’s limit not at all.', wish: 'Did this kind before, and so likes it.', growth: 'A kind not tried yet deserves a chance.', need: 'The more are missing, and the sooner, the more.', rural: 'Mountains, islands and villages come first.', first_service: 'Who has not served yet comes first.',
      connections: 'Where many have signed up, others come first.', load: 'Who has served much lately may rest.',
    },
  },
} as const;
