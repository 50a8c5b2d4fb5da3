/** Orders: words, messages, history and refusals. */
export const orderTerms = {
  orderStates: { submitted: 'waits for review', asked: 'something was asked', dispatching: 'a lecturer is looked for', confirmed: 'confirmed', done: 'to be rated', closed: 'closed', declined: 'declined', unfilled: 'no lecturer for now', cancelled: 'called off' },
  orderOfferStates: { offered: 'waits for an answer', accepted: 'accepted', declined: 'said no', expired: 'no answer in time', withdrawn: 'taken back', stepped_back: 'stepped back', released: 'replaced' },
  ordererKinds: { village: 'village', community: 'community', school: 'school', other: 'another body' },
  orderWays: { portal: 'on the portal', office: 'entered by an office', unit: 'by the unit' },
  orderStages: { county: 'lecturers of the county', city: 'lecturers of the city' },
  orderNewsKinds: { received: 'received', asked: 'something is asked', declined: 'declined', confirmed: 'a lecturer will come', substitute: 'another lecturer is looked for', moved: 'moved', unfilled: 'no lecturer for now', called_off: 'called off', rate: 'please rate it' },
  orderNewsStates: { waiting: 'waits to be sent', sent: 'text message sent', overtaken: 'newer news was sent instead', stopped: 'no text messages wanted', untold: 'no text messages here: not told', refused: 'refused by the provider: not told', unreachable: 'could not be sent: not told', held: 'too many that day: not sent', called: 'told by phone' },
  orderRaters: { orderer: 'whoever ordered', lecturer: 'lecturer', audience: 'audience' },
  orderPlaceKinds: { township: 'township', village: 'village', community: 'community', school: 'school', other: 'body' },
  lecturerParts: { topic: 'Topic', area: 'Distance', audience: 'Audience and language', rating: 'Ratings', fairness: 'Taking turns', lagging: 'Progress of items' },
  lecturerReasons: {
    own_talk: 'has "{title}", which was ordered', topic_same: 'speaks about the same topic', topic_near: 'speaks about a topic near to it', topic_other: 'does not speak about this topic', nothing_asked: 'nothing special is asked', same_township: 'in the same township', same_county: 'in the same county', neighbour: 'some {minutes} minutes away', elsewhere: 'far away', audience_and_language: 'audience and language fit', audience_fits: 'speaks to such an audience', language_fits: 'speaks the language', nothing_known: 'no audience and no language noted',
    rated: '{average} on average ({count} ratings)', not_rated: 'not rated yet: counts as the middle', orders_lately: '{count} order(s) in 90 days', no_orders_lately: 'no order in 90 days', lags: 'an item of their unit lags behind', no_lag: 'no item of their unit lags behind',
  },
  lecturerBlocks: { topic: 'does not speak about this topic', busy: 'has "{title}" at that time', paused: 'pauses until {day}', frozen: 'the registration is frozen', too_far: 'some {minutes} minutes away, beyond their limit of {limit}', island: 'does not go to islands', mountain: 'does not go to the mountains', monthly_cap: 'has {count} order(s) this month', unchecked: 'minors will be there, and the real name was not given', language: 'does not speak {language}', asked: 'was asked for this order already' },
  orderFields: { place: 'place', talk: 'talk', lecturer: 'lecturer', date: 'date', unit: 'unit that orders', order: 'order' },
  orderTitle: 'Science talk',
  orderSummary: 'Ordered by {place}. {need}',
  orderRisk: 'A talk indoors. Mind your step and the ways out, and follow whoever leads.',
  orderAutoReasons: { rain: 'moved because of the weather', nobody: 'no lecturer was found in time', activity: 'the activity was cancelled', lecturer_place: 'the lecturer left the place in the activity', lecturer_gone: 'the lecturer has left the platform' },
  orderAlternatives: 'Videos and articles of Science China can be shown by your own people meanwhile; or order again with another talk or date.',
  keptApart: { orders: 'names and numbers on orders that are over, counted from when they were made', order_devices: 'marks that keep an audience from rating twice, counted from the rating' },
} as const;

/** Sentences of notices about orders. */
export const orderNotices = {
  order_made: '{place} has ordered a talk ({number}). Please review it by {day}.', order_review_due: 'The order of {place} ({number}) has to be reviewed by {day}.', order_answered: '{place} has answered about the order {number}. Please go on with the review.',
  order_offered: 'You are asked to give a talk at {place} ({time}). Please answer by {until}.', order_offer_ending: 'The invitation to {place} ({time}) ends {until}. Please answer soon.', order_offer_withdrawn: 'The invitation to {place} ({time}) was taken back: {text}',
  order_confirmed: 'The order of {place} ({number}) is taken by {name}, {time}.', order_confirmed_lecturer: 'You give the talk at {place} ({time}). Whom to call stands under "My orders".', order_refused: '{name} cannot take the order of {place} ({number}); the next is asked.', order_stuck: 'Nobody is left to be asked for the order of {place} ({number}). Please name a lecturer, or say that there is none for now.', order_city: 'Nobody in the county takes the order of {place} ({number}): lecturers of the whole city are asked.',
  order_stepped_back: '{name} cannot go to {place} ({number}, {time}); somebody else is looked for: {text}', order_released: 'You need not go to {place} ({time}); somebody else goes: {text}', order_moved: 'The talk at {place} is moved to {time}: {text}', order_called_off: 'The talk at {place} ({number}) is called off: {text}', order_unfilled: 'No lecturer for the order of {place} ({number}) for now: {text}',
  order_reminder: 'A reminder: the talk at {place} is {time}.', order_rate: 'The talk at {place} is over. Please say how it was.',
} as const;

/** Text messages to whoever ordered without an account. */
export const orderSms = {
  text: 'Your order {number}: {news}. See it, or stop these messages: {link}', when: '{month}/{day} {time}', day: '{month}/{day}',
  news: { received: 'received, answered by {day}', asked: 'please answer a question', declined: 'not accepted, see why', confirmed: 'a lecturer comes {when}', substitute: 'another lecturer is looked for', moved: 'moved to {when}', unfilled: 'no lecturer for now', called_off: 'called off, see why', rate: 'it is over, please rate it' },
} as const;

/** What the history says. */
export const orderActions = {
  'order.placed': 'ordered', 'order.revise': 'changed the order', 'order.ask': 'asked back', 'order.accept': 'accepted the order', 'order.decline': 'declined the order', 'order.offered': 'asked a lecturer', 'order.offer_accepted': 'the lecturer said yes', 'order.offer_declined': 'the lecturer said no', 'order.offer_expired': 'the lecturer did not answer in time', 'order.offer_withdrawn': 'took the offer back', 'order.confirm': 'confirmed',
  'order.step_back': 'the lecturer stepped back', 'order.replace': 'replaced the lecturer', 'order.move': 'moved', 'order.give_up': 'gave up the search', 'order.lapse': 'nobody was found in time', 'order.cancel': 'called the order off', 'order.call_off': 'called the order off', 'order.complete': 'the activity was closed', 'order.close': 'closed', 'order.rated': 'rated', 'order.rated_by_lecturer': 'the lecturer rated', 'order.contact_seen': 'looked at the phone number', 'order.told': 'told them by phone', 'order.messages_stopped': 'stopped text messages', 'order.messages_wanted': 'wants text messages again', 'order.to_city': 'asked the whole city',
  'order_trip.created': 'joined into one trip', 'order_trip.dissolved': 'took the trip apart', 'order_settings.changed': 'changed the settings of orders',
} as const;

/** Refusals about orders. */
export const orderErrors = {
  'order.unknown': 'There is no such order. Check the number and the code; if you have lost them, call the office of your county.', 'order.too_many': 'This number has {count} orders that are not done. Wait until they are, or call one off first.', 'order.too_soon': 'The day is too near; the first one that can be chosen is {day}. Choose another day.', 'order.talk_gone': 'The talk is no longer on the menu. Choose another one.',
  'order.reason_needed': 'This is not the first of the ranking, or something stands against it. Say why.', 'order.offered': 'This lecturer was asked already; the answer is awaited.', 'order.offer_over': 'The time to answer is over, or the offer was taken back.', 'order.taken': 'Another lecturer has taken this order. Thank you.', 'order.time_over': 'That time is over or too near. Choose another time.',
  'order.trip_unfit': 'Only orders of one county that wait for a lecturer, without an open offer, and with that day in common can become one trip.', 'order.trip_hours': 'There is too little time in between: leave at least {minutes} minutes for the talk and the way.', 'order.not_over': 'The talk is not over. Rate it afterwards.', 'order.rated': 'It is rated already. Thank you.', 'order.rating_unknown': 'There is no such talk. Scan the code at the venue again.', 'order.rating_closed': 'Ratings are open from the beginning of the talk until seven days after.',
} as const;
/** What is wrong with a field of an order. */
export const orderFieldErrors = { order_wish_missing: 'choose a talk or a topic, or say in your own words what is wanted', order_dates_twice: 'two of the dates are the same' } as const;
