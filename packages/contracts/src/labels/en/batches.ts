/** Batches: words, messages, history, refusals and pages. */
export const batchTerms = {
  batchStates: { waiting: 'waits its turn', running: 'being reckoned', draft: 'draft', failed: 'not made', cancelled: 'cancelled', sending: 'being sent', sent: 'sent', discarded: 'thrown away' },
  batchSteps: { people: 'looking at who may', auction: 'placing people', chains: 'filling gaps', proof: 'checking', storing: 'putting it away', asking: 'asking people' },
  batchFailures: { nothing_open: 'No places are open in these days any more. Choose other days.', nobody: 'There is nobody to place. Choose other days or a wider area.', no_right: 'Your rights changed while it was reckoned. Sign in anew and try again.', storage_full: 'The disk of the server is full. Ask the administrator to clear it, and try again.', broken: 'Something went wrong. Try again; if that does not help, ask the administrator.' },
  batchFills: { minimum: 'up to what is needed', maximum: 'all places' },
  batchLocks: { none: 'open', fixed: 'settled', forbidden: 'kept out' },
  batchBars: { minor: 'minors are not placed in batches: their guardian decides first', day_taken: 'has signed up for that day already', enough: 'serves as often as one person may in these days' },
  batchCauses: { no_candidates: 'nobody may and is free then', locked_out: 'those who may are all kept out', placed_elsewhere: 'those who may serve elsewhere at that time', limits_reached: 'those who may serve as often as they can' },
  batchOutcomes: {
    asked: 'asked', unknown: 'the person or the position is not to be found', not_open: 'nobody can sign up any more', signed_up: 'has signed up already', asked_already: 'was asked already', full: 'the places are taken', blocked: 'may not have the position', no_guardian_word: 'the guardian has not agreed yet', too_late: 'too near to the start to ask',
    switched_off: 'wants no invitations', said_no_lately: 'said no within the last two weeks', asked_enough: 'was asked enough these days',
  },
} as const;
/** How long batches are kept. */
export const batchKept = { batches: 'Drafts of batches and what was sent, from the day they were made' } as const;

/** Sentences of notices about batches. */
export const batchNotices = {
  batch_ready: 'Batch "{title}" is ready: {filled} of {places} open places are filled. Look at the draft.', batch_failed: 'Batch "{title}" could not be made: open it to see why.', batch_sent: 'Batch "{title}" was sent: {asked} people asked, {skipped} not.',
} as const;

/** What the history says. */
export const batchActions = {
  'batch.ordered': 'batch ordered', 'batch.reckoned': 'draft of a batch made', 'batch.failed': 'batch not made', 'batch.cancelled': 'batch cancelled', 'batch.stopped': 'new run stopped', 'batch.rerun': 'batch reckoned anew', 'batch.placed': 'placed by hand', 'batch.locked': 'settled, kept out or left open', 'batch.sent': 'batch sent', 'batch.told': 'everybody of a batch asked', 'batch.discarded': 'batch thrown away', 'batch.exported': 'batch exported', 'batch.expired': 'draft of a batch cleared',
} as const;

/** Refusals about batches. */
export const batchErrors = {
  'batch.nothing_open': 'No places are open in these days. Choose other days, or publish activities first.',
  'batch.too_large': 'There are {positions} positions in these days, more than {max}. Choose fewer days, or one county.',
  'batch.too_many': 'You have {max} batches waiting or being reckoned. Wait for one of them, or cancel one.',
  'batch.full': 'This position is full. Take somebody out first.',
  'batch.clash': '{name} is placed in "{title}" on that day. Say that they move from there.',
  'batch.barred': '{name} cannot be placed so: {why}. Choose somebody else.',
  'batch.not_eligible': '{name} cannot have this position: {why}. {remedy}',
  'batch.empty': 'Nobody is placed in this draft: there is nothing to send.',
} as const;
/** What is wrong with a field. */
export const batchFieldErrors = { batch_days: 'At most 35 days at once.' } as const;

/** Columns of the sheet. */
export const batchDocuments = {
  batchName: 'Batch', batchSheet: 'Positions', batchActivity: 'Activity', batchPosition: 'Position', batchUnit: 'Unit', batchCounty: 'County', batchTime: 'Time', batchPlaces: 'Open places', batchFilled: 'Filled', batchMissing: 'Short of what is needed', batchCause: 'Why open',
} as const;

/** Pages of batches in the back office. */
export const adminBatches = {
  batches: {
    title: 'Batches', subtitle: 'Fills the open places of some days at once: what activities need first, then the villages, then what people like and how far they go.', create: 'New batch', create_title: 'New batch', create_hint: 'Only open places of published activities, and adult volunteers who may and are free then. You look at the draft first; people are asked when you send it, and only their own yes counts.', submit: 'Reckon', created: 'It is being reckoned',
    name: 'Name', name_hint: 'For example: science month, second week', from: 'From', to: 'To', county: 'County', county_all: 'All', kinds: 'Kinds of activity', kinds_hint: 'Choose none for all', services: 'Most services of one person', services_hint: 'In these days, with places that they hold already; never two on one day', fill: 'How many places', show: 'Show', all: 'All',
    none: 'No batches yet', none_hint: 'When many are needed at once, press "New batch" and place them all together.', by: 'by {name} {at}', days: '{from} to {to}', each: 'at most {count} each', waits: 'waits its turn', progress: '{step} ({percent} %)', progress_people: '{step} ({done} / {total} people)', progress_asking: '{step} ({done} / {total})', leave: 'You may leave this page, and are told when it is ready.',
    cancel: 'Cancel', cancelled: 'Cancelled', stop: 'Stop the new run', stopped: 'Stopped; the earlier draft stays', discard: 'Throw away', discard_title: 'Throw "{title}" away?', discard_hint: 'The draft is gone at once and cannot be brought back; nobody is told.', discarded: 'Thrown away', open: 'Look at the draft', follow: 'Look at what came of it', back: 'Back to the list',
    filled: '{filled} of {places} open places are filled', all_filled: 'All {places} open places are filled', people: '{placed} people are placed (of {people} volunteers)', covered: '{missing} people are missing to what activities need', all_covered: 'Activities have all that they need', settled: '{count} settled', lost: '{count} settled places could not stay (the person may not any more, or the places are taken) and were left open', rerun: 'Reckon anew', rerun_hint: 'What is settled stays, who is kept out stays out, and of the rest as little moves as possible.', rerun_done: 'It is being reckoned anew',
    send: 'Ask everybody', send_title: 'Ask the people in these {count} places?', send_hint: 'Everybody gets one invitation and answers by one tap; only their yes counts. The draft cannot be changed afterwards; answers stand on the sign-up pages of the activities. Who was asked often lately is left alone this time.', send_done: 'It is being sent', sent: '{asked} people asked, {skipped} not', not_asked: 'not asked: {why}', export: 'Export positions', check: 'Reckon once more', check_same: 'Reckoned once more from what was stored, and the same came out: {positions} positions, {people} people, {places} places filled.', check_other: 'Reckoned once more from what was stored, and something else came out. Tell the administrator.',
    search: 'Find an activity', only_open: 'With open places', only_short: 'Short of people', everything: 'All positions', no_match: 'No such positions', no_match_hint: 'Try something else.', places: '{filled} / {places} people', needs: 'needs {minimum}', nobody: 'nobody yet', kept_out: 'Kept out:', lift: 'Allow again', lifted: 'Allowed again',
    open_because: '{count} open: {cause}', open_numbers: '{candidates} may: {elsewhere} of them serve elsewhere, {limits} serve as often as they can, {lockedOut} are kept out', lock: 'Settle', locked: 'Settled', unlock: 'Leave open', unlocked: 'Left open', take_out: 'Take out', taken_out: 'Taken out, and not placed here again', by_hand: 'by hand', put: 'Put somebody here', put_title: 'Put somebody into "{position}"', put_hint: '{activity} - {when}', put_find: 'By name or number', put_here: 'Put here', put_instead: 'Move from "{title}"', put_done: 'Placed', put_none: 'Nobody could be put here', put_none_hint: 'Look for a name to see why not.', why: 'Why',
  },
} as const;
