/** The words of the loop: measures, work entries, volunteers, activities, sign-ups, attendance, records. */
export const loopTerms = {
  measureKinds: { number: 'number', deliverable: 'deliverable', milestone: 'milestone', qualitative: 'qualitative' },
  measureKindHints: { number: 'done when the number is reached', deliverable: 'done when it is delivered', milestone: 'done when the step is reached in time', qualitative: 'evidence, judged by the office' },
  measureSources: {
    turnout: 'audience of activities', sessions: 'sessions of activities', volunteer_minutes: 'volunteer hours', trained: 'person-times trained', publications: 'publications and broadcasts', works: 'works and products', venues: 'venues and bases', competitions: 'competitions', documents: 'meetings and documents',
    figure: 'entered by hand', pool_members: 'people in a pool',
  },
  measureOrigins: { paper: 'set by the paper', office: 'set by the office' },
  measureStates: { open: 'not begun', moving: 'under way', done: 'done', overdue: 'overdue' },
  workEntryKinds: { training: 'training course', publication: 'publication or broadcast', work: 'work or product', venue: 'venue or base', competition: 'competition', document: 'meeting or document', figure: 'number entered by hand' },
  workEntryStates: { draft: 'draft', submitted: 'to be checked', accepted: 'accepted', revoked: 'revoked' },
  occupations: {
    teacher: 'teacher', medical: 'medical worker', university_student: 'university student', pupil: 'pupil', researcher: 'scientist or engineer', technology_envoy: 'technology envoy', agronomist: 'agronomist', village_official: 'graduate village official',
    employee: 'company employee', media_arts: 'media and arts', retired: 'retired', other: 'other',
  },
  dayParts: { morning: 'morning', afternoon: 'afternoon', evening: 'evening' },
  weekdays: { mon: 'Mon', tue: 'Tue', wed: 'Wed', thu: 'Thu', fri: 'Fri', sat: 'Sat', sun: 'Sun' },
  ageBands: { minor: 'under 18', '18-35': '18–35', '36-59': '36–59', '60+': '60 and over' },
  peopleFields: { volunteer: 'volunteer', pool: 'pool', affiliation: 'unit one belongs to', child: 'child' },
  poolTermStates: { ended: 'ended' },
  poolTermEnds: { left: 'left by own wish', registration_void: 'registration void', registration_merged: 'registrations merged', unit_changed: 'changed the unit', occupation_changed: 'changed the occupation' },
  activityKinds: { lecture: 'lecture', exhibition: 'exhibition', outreach: 'outreach', consultation: 'free clinic or advice', training: 'training', open_day: 'open day', competition: 'competition', performance: 'performance', other: 'other' },
  activityStates: { draft: 'draft', submitted: 'to be approved', open: 'published', reported: 'close to be accepted', closed: 'closed', cancelled: 'cancelled' },
  signupFlows: { instant: 'a place at once', request: 'the unit confirms' },
  positionRoles: { lecturer: 'lecturer', demonstrator: 'demonstrator', guide: 'guide', clinician: 'clinician', photographer: 'photographer', helper: 'helper' },
  turnoutMethods: { list: 'list of names', counted: 'counted on the spot', gate: 'tickets or gate', estimated: 'estimated' },
  insurances: { none_needed: 'low risk, none needed', organiser: 'by the organiser', platform: 'by the platform' },
  signupStates: { requested: 'to be confirmed', waiting: 'on the waiting list', confirmed: 'confirmed', refused: 'not chosen', withdrawn: 'withdrawn', cancelled: 'activity cancelled' },
  attendanceStates: { present: 'checked in', left: 'checked out', absent: 'absent', settled: 'hours confirmed' },
  attendanceMethods: { list: 'ticked on the list', code: 'by code', self: 'by the person', assumed: 'assumed at the planned end' },
  ledgers: { volunteer: 'volunteer hours', work: 'work achievement', none: 'not counted' },
  ledgerRules: { own_time: 'own time, of free will and unpaid', duty_time: 'in working hours on behalf of the unit: part of the job', paid: 'the position is paid', too_short: 'there for less than 15 minutes', corrected: 'corrected' },
  ledgerSources: {
    own_time: 'Regulations on Voluntary Service, art. 2: of free will and unpaid.', duty_time: 'Work closely tied to one’s job in normal working hours is no volunteer service; under the Science Popularisation Law, art. 43, it may count as a work achievement.', paid: 'Regulations on Voluntary Service, art. 2: voluntary service is unpaid.',
    too_short: 'Hours follow real service; so short a presence is no service.', corrected: 'The first record stays; a reversal corrects it.',
  },
  missing: {
    shifts: 'times', positions: 'positions', serves: 'the items served', risk: 'risk statement', future: 'a time still to come', files: 'proof', photo: 'a photo, or why there is none', roster: 'list of participants', text: 'a text', basis: 'basis of the number', rounds: 'rounds or awards',
    channel: 'channel', docNumber: 'document number or name of the meeting', place: 'place',
  },
  activityFields: { unit: 'organising unit', county: 'county', township: 'township', leader: 'leader on the spot' },
  signupClosed: { started: 'it has begun', cancelled: 'cancelled', not_open: 'not open for sign-ups' },
} as const;

/** Why, why not, and what would help. A travel time is an estimate between county seats. */
export const matching = {
  reasons: {
    topic_same: 'A topic you follow: {topic}', topic_near: 'Close to a topic you follow: {topic}', audience_fits: 'For {audience}, which suits you', time_fits: 'When you have time ({time})', same_county: 'In your own county', near: 'Nearby, about {minutes} minutes',
    far: 'Rather far, about {minutes} minutes', wished: 'You did this kind before', something_new: 'A kind you have not tried yet', short_of_people: '{count} more needed, begins in {days} days', rural: 'Mountain, island or village: people are needed more', first_service: 'Good for a first time', many_asked: 'Many have signed up already',
    served_much: 'You served {hours} hours in the last 30 days',
  },
  staffReasons: {
    topic_same: 'Same topic: {topic}', topic_near: 'Near topic: {topic}', audience_fits: 'Suits {audience}', time_fits: 'Free at that time ({time})', same_county: 'Same county', near: 'Neighbouring county, about {minutes} minutes', far: 'Rather far, about {minutes} minutes',
    wished: 'Did this kind before', something_new: 'First time for this kind', short_of_people: 'The position lacks {count}, begins in {days} days', rural: 'Goes to mountain, island and village', first_service: 'Has not served yet: worth a chance', many_asked: 'Many have signed up for this position', served_much: 'Served {hours} hours in the last 30 days',
  },
  blocks: {
    frozen: 'the registration is frozen', age: 'the position asks for age {age} and over', occupation: 'the position asks for: {occupations}', paused: 'paused until {day}', overlap: 'has a place in “{title}” at the same time', travel_between: 'no time to travel from or to “{title}” (about {minutes} minutes)',
    minor_danger: 'it is dangerous, and never for minors', minor_not_taken: 'it takes grown-up volunteers only', minor_too_young: 'under 8: only together with the family', minor_no_guardian: 'no guardian has confirmed yet', minor_hours: 'more than the {minutes} minutes a day of this age', minor_late: 'it ends after {hour}:00, too late for this age',
    credential_missing: 'the position demands {kinds}', credential_unconfirmed: '{kinds} is not confirmed yet', credential_expired: '{kinds} has ended by that day (on {day})', pool: 'the position asks for people of: {pools}',
    absent: 'is away until {day}', monthly_hours: 'more than the {hours} hours a month that were set',
    too_many_hours: '{hours} hours on that day already, more than 8', rest: 'only {hours} hours between it and “{title}”, less than the 11 of a night', started: 'it has begun', not_open: 'not open for sign-ups', island: 'did not choose to go to islands', mountain: 'did not choose to go to the mountains', too_far: 'about {minutes} minutes away, more than the {limit} set',
  },
  remedies: {
    absent: ' Change the days away in your profile, or choose another day.', monthly_hours: ' Choose a shift of next month, or allow more hours a month in your profile.',
    frozen: ' Ask the office of your county to clear it up.', age: ' Look at the other positions.', occupation: ' Try another position, or correct your occupation in your profile.', paused: ' Resume in your profile.', overlap: ' Leave one of the two first.', travel_between: ' Choose a shift at another time.', too_many_hours: ' Choose another day, and rest.', rest: ' Choose a later shift, or one a day later.', pool: ' Look at the other positions; how to join is told under My pools.',
    minor_danger: ' Look at other activities.', minor_not_taken: ' Look for those that welcome pupils.', minor_too_young: ' A parent who signs up can say that a child comes along.', minor_no_guardian: ' Ask a guardian under “My family”.', minor_hours: ' Choose a shorter time.', minor_late: ' Choose a time by day.',
    credential_missing: ' Hand it in under My certificates; once it is confirmed you can sign up. Or look at other positions.', credential_unconfirmed: ' Please ask your unit to confirm it, or the county office if you belong to none.', credential_expired: ' Hand in the new one under My certificates.',
    started: ' Look at the next one.', not_open: ' Look at other activities.', island: ' Choose islands in your profile.', mountain: ' Choose mountains in your profile.', too_far: ' Allow a longer way in your profile, or choose something nearer.',
  },
  parts: { topic: 'topic', audience: 'audience', availability: 'time', travel: 'travel', wish: 'wish', growth: 'growth', need: 'need', rural: 'rural balance', first_service: 'first service', connections: 'sign-ups so far', load: 'recent load', reliability: 'keeping promises' },
} as const;
