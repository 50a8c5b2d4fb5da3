/** Two registrations of one person. */
export const mergeTerms = {
  likenesses: { same_document: 'entered the document of the other', same_name_and_birth: 'same name and date of birth', same_name_and_unit: 'same name and unit' },
  holdings: { signups: 'sign-ups', records: 'service records', volunteerMinutes: 'volunteer hours', workMinutes: 'work hours', terms: 'places in pools', topics: 'topics', children: 'children', leads: 'shifts led' },
  /** Sentences that are kept as reasons where something was there twice. */
  mergeReasons: { place: 'Two registrations were merged: of sign-ups for the same time one stays.', record: 'Two registrations were merged: the hours of one shift count once.' },
} as const;

/** Sentences of notices. */
export const mergeNotices = { registrations_merged: 'Your two registrations ({from} and {number}) are one now: {number}, with all sign-ups, service records and pools. The account {from} is closed; please sign in with this one. If you have questions, ask the office of your county.' } as const;

/** What the history says. */
export const mergeActions = { 'volunteer.merged': 'merged a duplicate registration', 'volunteer.merged_away': 'merged into another registration; account closed', 'signup.joined': 'joined a duplicate sign-up' } as const;

/** Back office. */
export const adminMerges = {
  merges: {
    heading: 'Possible duplicates', heading_history: 'Merged registrations', lead: { one: '{count} registration may be of the same person. Please check, then merge.', many: '{count} registrations may be of the same person. Please check, then merge.' }, compare: 'Compare and merge', title: 'Merge two registrations of {name}', irreversible: 'This cannot be undone. Please call or meet the person first, to be sure that both are theirs.',
    stays: 'stays', goes: 'goes', keep: 'Which one stays', keep_this: 'Keep {number}', field: 'Field', number: 'Number', name: 'Name', unit: 'Unit', county: 'County', services: 'Services', hours: 'Volunteer hours', pools: 'Pools', registered: 'Registered', real_name: 'Real name', named: 'known', unnamed: 'not known', none: 'none', times: '{count} times',
    moves: 'From {from} to {number} go:', nothing: 'Nothing hangs on {from}.', ends: 'The account of {from} is closed; the person signs in with that of {number}. Of places at the same time one stays; where one shift has two records, the shorter one is taken back.', rights: '{number} still has {count} rights in the back office and cannot go. Hand over the work or end them first.', documents: 'Both have given a document, so these are two people and cannot be merged.', frozen: 'One of the registrations is not in order. Clear it up first.',
    suggestions: { phone: 'Checked with the person by phone', desk: 'Checked with the person at the desk', unit: 'Checked with the unit' }, sure: 'I have checked that this is one person, and know that it cannot be undone', sure_needed: 'Please tick this first', submit: 'Merge', done: 'Merged into {number}', joined: 'There twice, and counted once: {text}', history: '{number} was merged into this one on {day} ({by}): {reason}',
  },
} as const;
