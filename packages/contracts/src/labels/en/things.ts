/** Things: words, messages, history, refusals and pages. */
/** Words. */
export const thingTerms = {
  thingKinds: { van: 'science van', mobile_museum: 'travelling science museum', planetarium: 'travelling planetarium', exhibition: 'travelling exhibition', other: 'other' },
  bookingStates: { asked: 'to be confirmed', confirmed: 'confirmed', declined: 'declined', taken_back: 'taken back', withdrawn: 'withdrawn' },
  thingFields: { thing: 'thing', unit: 'unit', activity: 'activity', county: 'county' },
} as const;

/** Sentences of notices. */
export const thingNotices = {
  booking_asked: '{name} asks for "{title}": {day} to {until}, {place}. Please answer.', booking_confirmed: '"{title}" comes: {day} to {until}, {place}.', booking_declined: '"{title}" cannot come: {text}', booking_moved: '"{title}" was moved to {day} to {until}: {text}', booking_taken_back: '"{title}" cannot come after all: {text}', booking_withdrawn: '{name} does not need "{title}" any more ({day} to {until}).',
} as const;

/** What the history says. */
export const thingActions = {
  'shared_thing.created': 'shared a thing', 'shared_thing.changed': 'changed a shared thing', 'thing_booking.asked': 'asked for a thing', 'thing_booking.confirmed': 'confirmed a booking', 'thing_booking.declined': 'declined a booking', 'thing_booking.moved': 'moved a booking', 'thing_booking.taken_back': 'took a booking back', 'thing_booking.withdrawn': 'withdrew a booking',
} as const;

/** Refusals. */
export const thingErrors = {
  'thing.name_taken': 'The unit has one of this name already.', 'thing.closed': 'This cannot be asked for at present.', 'booking.taken': 'These days are taken: {days}. Please choose others.', 'booking.over': 'The days of the booking are over.',
} as const;

/** The back office. */
export const adminThings = {
  things: {
    title: 'Shared things', subtitle: 'Vans and travelling museums, booked by part of day; nothing is in two places.', calendar: 'Calendar', bookings: 'Bookings', register: 'Things', month_of: '{year}-{month}', previous: 'Previous month', next: 'Next month', no_stops: 'Nothing is confirmed for this month', today: 'today', public_page: 'See the public page', all: 'All things', name: 'Name', kind: 'Kind', unit: 'Kept by', about: 'About', needs: 'Needed on the spot', shown: 'Anybody may read where it comes next', shown_no: 'not public', closed: 'Cannot be asked for', waiting: 'To answer', waiting_n: '{count} to answer',
    none: 'Nothing is shared yet', none_hint: 'Units that keep a van or an exhibition enter it here.', add: 'Share a thing', added: 'Entered', edit: 'Change', save: 'Save', saved: 'Saved', ask: 'Ask for it', ask_title: 'Ask for "{name}"', ask_hint: 'You can withdraw at any time.', asked: 'Sent; whoever keeps it answers.', for_unit: 'For', activity: 'For an activity', place: 'Place', county: 'County', purpose: 'Purpose', from: 'From', to: 'To', parts: 'Parts of each day', bookings_title: 'Bookings', bookings_subtitle: 'What you asked for, and what waits for your answer.', booking: 'Booking', thing: 'Thing',
    state: 'State', mine: 'To do', mine_yes: 'I am to answer', when: 'When', asked_by: 'Sent by', asked_at: 'Sent', decided: 'Answer', decided_line: '{name}, {at}', reason: 'Reason', moved: 'Moved because', no_bookings: 'No booking matches', no_bookings_hint: 'Choose a thing and ask for it.', clash: '{days} is taken. Move or decline the booking.', run: '{days} ({parts})', span: '{from} to {to}', confirm: 'Confirm', confirmed: 'Confirmed; they are told.', decline: 'Decline', declined: 'Declined; they are told.', move: 'Move', move_hint: 'It is confirmed for the new days.', moved_done: 'Moved; they are told.',
    take_back: 'Take back', taken_back: 'Taken back; they are told.', withdraw: 'Withdraw', withdrawn: 'Withdrawn',
    reasons: { busy: 'It is needed elsewhere on these days', repair: 'It is being repaired', weather: 'The weather', place: 'The place is not suitable' },
  },
} as const;

/** The portal. */
export const portalThings = {
  things: { title: 'Vans and travelling exhibitions', heading: 'Vans and travelling exhibitions', description: 'Where the science van and the travelling museum come next.', lead: 'The next three months, all confirmed and free of charge.', next: 'Where they come next', none: 'Nothing is planned yet.', what: 'What there is', by: 'kept by {unit}', needs: 'Needed on the spot: {text}', host: 'asked for by {unit}', activity: 'See the activity', print: 'Print', asOf: 'As of {day}; the page is always newer.', ask: 'Villages, communities and schools ask their county office.', span: '{from} to {to}', link: 'Science van', parts: ', ', noThings: 'None yet.', one: 'Only this', all: 'See all' },
} as const;
