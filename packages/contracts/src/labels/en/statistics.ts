/** The yearly statistics of pools and of volunteers: workbooks and pages. */
export const statisticsWords = {
  talentTitle: '{pool}: roster, menu and services of {year}', volunteerTitle: 'Volunteers and their service, {from} to {to}', roster: 'Roster', menu: 'Menu', services: 'Services', records: 'Records', ranking: 'Most hours', key: 'Key', name: 'Name', unit: 'Unit', county: 'County', from: 'From', to: 'Until', open: 'open', letter: 'Letter of appointment', talks: 'Talks', orders: 'Orders', done: 'Held', people: 'People reached', minutes: 'Minutes', talk: 'Talk', length: 'Minutes each', unfilled: 'No lecturer found', total: 'Total',
  order: 'Order', lecturerKey: 'Key of the lecturer', talkKey: 'Key of the talk', day: 'Day', place: 'Place', state: 'State', registered: 'Registered', joined: 'New', served: 'Served', volunteerMinutes: 'Minutes', rank: 'No.', volunteerNumber: 'Volunteer number', noUnit: 'no unit', certificates: 'Proofs of service', certificateUnit: 'Issued by', issued: 'Issued', paperAsOf: '(as of {day})', paperSpan: '({from} to {to})',
  talentPaper: 'In {year} {pool} had {lecturers} people and {talks} talks on the menu. Of {orders} orders {done} were held, for {people} people and {minutes} minutes of service; {unfilled} found no lecturer. Roster, menu and services by county follow.',
  talentPaperBasis: 'People count by their terms, each once; services by orders that were held, people reached as counted at the close, minutes by the records of service. Each number can be followed to its records in the yearly statistics.',
  volunteerPaperTitle: 'Volunteers and their service', volunteerPaper: 'By {day} {registered} volunteers were registered, {joined} of them in this time. {served} people served, {services} times and {minutes} minutes in all (about {hours} hours); {certificates} proofs of service were issued. Tables by county, unit, occupation and age and who served longest follow.',
  volunteerPaperBasis: 'Services and minutes are those of the ledger of volunteer hours without what was taken back; duties count as work achievement and not here. Minors are counted and not named.', rankingNote: 'Adults only.', by: { county: 'By county', unit: 'By unit', occupation: 'By occupation', ageBand: 'By age' },
} as const;

/** What the history says. */
export const statisticsActions = { 'talent_statistics.exported': 'exported the statistics of a pool', 'volunteer_statistics.exported': 'exported the statistics of volunteers' } as const;

/** The back office. */
export const adminStatistics = {
  statistics: {
    title: 'Yearly statistics', subtitle: 'Roster, menu and services of a pool; volunteers and their hours. Every number opens the records behind it.', tab_talents: 'Pools', tab_volunteers: 'Volunteers', year: 'Year', half: 'Time', halves: { year: 'whole year', first: 'first half', second: 'second half' }, pool: 'Pool', export: 'Export (Excel)', export_paper: 'Export (Word)', lecturers: 'People', records_of: 'Records behind: {name}', none: 'Nothing in this time', none_hint: 'Choose another year or pool.', no_pool: 'Choose a pool', open_records: '{name}: {value}, see the records', minor: 'a minor', close: 'Close', more: 'More ({count} in all)',
  },
} as const;
