/** The menu of talks: words, messages, history, refusals, workbook and pages. */
export const talkTerms = {
  talkStates: { draft: 'draft', submitted: 'to be published', returned: 'given back', published: 'published', withdrawn: 'off the menu' },
  talkLanguages: { mandarin: 'Mandarin', wenzhou: 'Wenzhou dialect', english: 'English' },
  talkEquipment: { projector: 'projector or screen', microphone: 'microphone', computer: 'computer', network: 'network', tables: 'tables that can be moved', power: 'power sockets', open_air: 'a place outdoors' },
  talkHidings: { pool: 'the pool has no menu', term: 'the lecturer is not in term', suspended: 'the term of the lecturer is held' },
  talkGone: '(the lecturer has left)',
  talkFields: { lecturer: 'lecturer', topic: 'topic', audience: 'audience', pool: 'pool' },
} as const;

/** Sentences of notices. */
export const talkNotices = {
  talk_submitted: '{name} has handed in the talk "{title}". Please look at it.', talk_published: 'Your talk "{title}" is on the menu now.', talk_returned: 'Your talk "{title}" was given back: {text}', talk_undone: 'The decision about your talk "{title}" was taken back. It is looked at again.', talk_withdrawn: 'Your talk "{title}" was taken off the menu: {text}',
} as const;

/** What the history says. */
export const talkActions = {
  'talk.created': 'began a talk', 'talk.changed': 'changed a talk', 'talk.corrected': 'corrected a talk', 'talk.submitted': 'handed a talk in', 'talk.recalled': 'took a talk back', 'talk.published': 'published a talk', 'talk.returned': 'gave a talk back', 'talk.undone': 'undid a decision about a talk', 'talk.withdrawn': 'took a talk off the menu', 'talk.left': 'took the own talk off the menu', 'talk.removed': 'threw a talk away', 'talks.exported': 'exported the menu of talks',
} as const;

/** Refusals. */
export const talkErrors = {
  'talk.no_term': 'The lecturer is not in term in this pool, or the pool has no menu. Please appoint the lecturer first, or ask the city office to switch the menu of the pool on.', 'talk.too_many': 'A lecturer keeps at most {count} talks. Please delete what is not needed.', 'talk.was_published': 'This talk was on the menu and cannot be deleted. Please take it off the menu.',
} as const;

/** What stands in the workbook. */
export const talkDocuments = {
  talkSheet: 'Menu of talks', talkColumns: { title: 'Title', pool: 'Pool', lecturer: 'Lecturer', unit: 'Unit', county: 'County', topics: 'Topics', audiences: 'Audience', minutes: 'Minutes', mostPeople: 'People at most', languages: 'Languages', months: 'Season', equipment: 'Equipment', needs: 'Other needs', summary: 'Summary', state: 'State', onMenu: 'On the menu', rating: 'Rating', ratings: 'Ratings' }, talkMenuShare: 'The menu of science talks: villages, communities and schools order them free of charge. {url}', talkShare: 'The science talk "{title}", {minutes} minutes, can be ordered by villages, communities and schools. {url}', talkWholeYear: 'whole year', talkMonth: 'month {month}', talkYes: 'yes', talkNo: 'no',
} as const;

/** The back office. */
export const adminTalks = {
  talks: {
    title: 'Menu of talks', one: 'Talk', subtitle: 'Talks that lecturers have written are looked at and published here; then anybody can read and order them.', search: 'Title or initials of its pinyin', state: 'State', pool: 'Pool', topic: 'Topic', audience: 'Audience', language: 'Language', lecturer: 'Lecturer', unit: 'Unit', waiting: 'To do', waiting_yes: 'for me to publish', on_menu: 'Menu', on_menu_yes: 'on the menu now', on_menu_no: 'not on the menu now', none: 'No talks match', none_hint: 'Lecturers write talks under "Mine"; you can also write one for them.',
    create: 'Write a talk', create_title: 'Write a talk for a lecturer', create_hint: 'The lecturer has to be in term. Whether the name is shown is theirs to say.', find_lecturer: 'Name of the lecturer', edit: 'Correct', edit_title: 'Correct the talk', name: 'Title', summary: 'Summary', summary_hint: 'What it is about and what one learns, within {count} characters.', topics: 'Topics', audiences: 'Audience', minutes: 'Minutes', most_people: 'People at most', most_people_hint: 'Empty where it does not matter.', equipment: 'Equipment', needs: 'Other needs', languages: 'Languages', months: 'Season (months)', months_hint: 'None for the whole year.', month: 'month {month}', whole_year: 'whole year', save: 'Save', saved: 'Saved.', created: 'The draft is there. Look at it and publish it.',
    submit: 'Hand in', submitted: 'Handed in; waits to be published.', publish: 'Publish', publish_title: 'Put "{title}" on the menu?', published: 'Published; the lecturer is told.', return: 'Give back', return_title: 'Give "{title}" back', returned: 'Given back; the lecturer is told.', withdraw: 'Take off the menu', withdraw_title: 'Take "{title}" off the menu', withdrawn: 'Taken off; the lecturer is told.', reasons: { unclear: 'The summary is not clear: please say what it is about and for whom', audience: 'Audience or length do not fit, please change them', facts: 'Something is not right, please check it', over: 'This talk is not arranged at present' },
    minutes_n: '{count} minutes', people_n: 'up to {count} people', shown: 'on the menu', hidden_because: 'not on the menu: {reason}', name_public: 'name is shown', name_private: 'name is not shown', by_staff: 'written by staff', published_line: 'published by {name} {at}', returned_line: 'given back {at}: {reason}', withdrawn_line: 'taken off {at}: {reason}', withdrawn_own: 'taken off by the lecturer {at}', updated: 'Changed', rating: 'Rating', rating_n: '{average} of 5 ({count} ratings)', no_rating: 'no ratings yet', bulk_publish: 'Publish the {count} chosen', bulk_return: 'Give the {count} chosen back', bulk_withdraw: 'Take the {count} chosen off the menu', bulk_select: 'Choose {name}', export: 'Export', public_page: 'Public menu', see_public: 'Public page',
    menu: 'Menu of talks', menu_hint: 'Members in term write talks; whoever keeps the pool publishes them.', menu_names: 'Name lecturers', menu_names_hint: 'Only those who agree.', menu_ratings: 'Show ratings', menu_ratings_hint: 'Otherwise only whoever keeps the pool reads them.',
  },
} as const;

/** The portal: the menu, its printed form, one talk, and the own ones. */
export const portalTalks = {
  talks: {
    title: 'Menu of talks', description: 'What science lecturers can talk about, by topic, audience, length and language.', heading: 'Menu of talks', lead: 'Villages, communities, schools and bodies order talks from here. They are free of charge.', count: '{count} talks', none: 'No talks match', none_hint: 'Take a condition or two away, or order by saying what you would like to hear.', all: 'All talks', filter: 'Filter', apply: 'Search', clear: 'Clear', q: 'A word of the title', topic: 'Topic', audience: 'Audience', language: 'Language', length: 'Length', month: 'Month', any: 'any', longest: 'up to {count} minutes', month_n: 'month {month}',
    minutes: '{count} minutes', people: 'up to {count} people', whole_year: 'whole year', from_to: 'months {from} to {to}', one_month: 'month {month}', lecturer: 'Lecturer', lecturer_of: 'a lecturer of {pool}', by: '{name} ({unit})', for_whom: 'Audience', when: 'Season', how_long: 'Length', room: 'People', needs: 'Equipment', other_needs: 'Other needs', speaks: 'Languages', about: 'What it is about', pool: 'Pool', rating: '{average} of 5 ({count} ratings)', rated: 'Rating',
    order: 'Order this talk', order_many: 'Order', print: 'Print the whole menu', printed: 'Menu of talks', printed_lead: 'Scan to see the latest menu and to order.', printed_on: 'As of {day}; the menu on the web is the latest.', scan: 'Scan for details', back: 'Back to the menu', previous: 'Previous', next: 'Next', page_n: 'Page {page} of {pages}', share: 'Copy text', copied: 'Copied', link: 'Menu of talks', to_menu: 'See the menu of talks', gone: 'This talk is not on the menu now', gone_hint: 'The lecturer may not be able to give it for a while. There are others.',
  },
  myTalks: {
    heading: 'My talks', short: 'Talks', none: 'You have not written a talk. Write what you know best; once published, villages and communities can order it.', no_pool: 'Lecturers in term write talks.', add: 'Write a talk', pool: 'Pool', name: 'Title', name_hint: 'So that anybody understands it.', summary: 'Summary', summary_hint: 'What it is about and what one learns, within {count} characters.', topics: 'Topics ({count} at most)', audiences: 'For whom', minutes: 'Minutes', most_people: 'People at most (optional)', equipment: 'Equipment needed', needs: 'Other needs (optional)', languages: 'Languages', months: 'In which months', months_hint: 'None for the whole year.', month: 'month {month}', name_shown: 'My name and unit may be shown on the menu', name_hidden_hint: 'Otherwise the menu names the pool only.', save: 'Save', save_submit: 'Save and hand in', saving: 'Saving...', saved: 'Saved as a draft. Hand it in when it is ready.', submitted: 'Handed in; you are told when it is published.', edit: 'Change', edit_published: 'It leaves the menu until it has been looked at again.', submit: 'Hand in', recall: 'Take back', recalled: 'Taken back.', withdraw: 'Take off the menu', withdraw_sure: 'Take "{title}" off the menu?', withdrawn: 'Taken off the menu.', remove: 'Delete', remove_sure: 'Delete "{title}"?', removed: 'Deleted.', cancel: 'Cancel', on_menu: 'on the menu now', hidden: 'not on the menu now: {reason}', returned: 'Given back because: {reason}', withdrawn_because: 'Taken off because: {reason}', see: 'Public page', required: 'Please fill this in', too_many: 'Please choose {count} topics at most',
  },
} as const;
