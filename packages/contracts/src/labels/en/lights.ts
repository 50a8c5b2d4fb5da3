/** Lights and chasing: words, reasons, messages, history, refusals, the sheet and the pages. */
export const lightTerms = {
  lights: { red: 'red', yellow: 'yellow', green: 'green', blue: 'closed out', grey: 'grey' },
  lightMeanings: { red: 'past its day or far behind: act now', yellow: 'behind the plan line, or near its day', green: 'on its way', blue: 'closed out', grey: 'not yet due, or not signed for' },
  lightReasons: {
    overdue: 'its day, {day}, is {days} days past, and it is not done', measure_overdue: '“{measure}” was due by {day}, {days} days ago', behind: '“{measure}” is at {has}%, the plan line at {line}%: {gap} points behind', proof_missing: 'proof of “{name}” is due by {day}, and there is none', turned_down: 'the office judged “{measure}” as not met: add to it',
    report_missed: 'the report for {period} was due by {day} and is not handed in', near: 'due on {day}, in {workdays} workdays, and there is no proof', measure_near: '“{measure}” is due on {day}, in {workdays} workdays, and there is no proof', to_close: 'due on {day}; {count} pieces of proof are there: ask to close it out',
    not_signed: 'not signed for', not_due: '“{name}” begins on {day}: not yet due', no_measure: 'nothing says what counts as done, and there is no proof', moving: '{count} pieces of proof, on its way', on_track: '“{measure}” is at {has}%, the plan line at {line}%', all_reached: 'all that counts is reached: it can be closed out', closed_out: 'closed out on {day}',
  },
  missedReports: { red: 'red light', yellow: 'yellow light', none: 'no effect' },
} as const;

/** Sentences of notices about lights. */
export const lightNotices = {
  chased: '“{title}”: {count} items of your unit need to get on: {text}', lights_turned: '“{title}”: {red} items of your unit turned red and {yellow} yellow. See why, and get on with them.', lights_office: '“{title}”: {red} items turned red and {yellow} yellow today.',
} as const;

/** What the history says of lights. */
export const lightActions = { 'light_rules.changed': 'changed the rules of the lights', 'light.set': 'set a light by hand', 'light.released': 'let the rule say the light again', 'lights.exported': 'exported the lights', 'plan.chased': 'chased units' } as const;

/** Refusals about lights. */
export const lightErrors = { 'light.bad_expiry': 'Choose a last day between {from} and {to}; after it the rule says the light again.', 'light.closed_out': 'This item is closed out; its light cannot be set. Re-open it first.' } as const;

/** What stands in the sheet of lights, and in the text of a chase. */
export const lightDocuments = {
  lights: 'Lights', light: 'Light', lightReasons: 'Why', lightByHand: 'By hand', lightByHandOf: '{by}: {light} until {day}: {reason}', chasedTimes: 'Chased', chasedLast: 'Last chased',
  chase: '[Reminder] {unit}:\n{title}: please get on with {count} items:\n{lines}\n{rest}\n{words}\nOpen on your phone: {url}', chaseLine: 'No. {seq} {text}', chaseRest: '… {count} items in all',
} as const;

/** Pages of lights in the back office. */
export const adminLights = {
  lights: {
    title: 'Lights', subtitle: 'Told by rule, anew each day. Seen by the office and the unit itself only.', not_issued: 'There are lights once the plan is issued', none: 'No item like that', none_hint: 'Ask for something else, or clear the filters.', all: 'All {count}', count: '{light} {count}', unit: 'Unit', programme: 'Programme', search: 'Search items, units, programmes', any_unit: 'All units', any_programme: 'All programmes',
    chosen: '{count} chosen', choose: 'Choose no. {seq} {unit}', choose_all: 'Choose all of this page', chase: 'Chase', chase_one: 'Chase', chase_title: 'Chase {units} units for {count} items', chase_hint: 'The liaisons of each unit get one message. What was chased today already is left out.', chase_words: 'Words to add (optional)', chase_send: 'Send', chased_done: 'Chased {units} units for {count} items.', chased_skipped: '{count} items were chased today already, or are closed out.', chased_unheard: '{units} have no liaison and hear nothing: get in touch with them.', chased_none: 'Nothing to chase: all of it was chased today.',
    message: 'Text to pass on', messages_title: 'Pass on in the groups', messages_hint: 'A text for each unit to copy; or let them scan the code.', chased_times: 'Chased {times} times, last on {day}', chased_read: 'read', chased_unread: 'not read',
    history: 'Chased so far', no_history: 'Nobody was chased yet', no_history_hint: 'Choose items among the lights and press “Chase”.', history_row: '{by} chased {units} units for {count} items', read_by: '{name} read it {at}',
    set: 'Set', set_title: 'Set the light by hand', set_many: 'Set the lights', set_many_title: 'Set the lights of {count} items', change_many: 'Change days or content', set_hint: 'For what the rule cannot see. It ends by itself; the unit sees the reason.', set_light: 'Set to', set_reason: 'Reason', set_until: 'Until', set_save: 'Set', set_done: 'Set.', release: 'Back to the rule', release_done: 'The rule says the light again.', by_hand_of: '{by}: {light} until {day}: {reason}', by_rule: 'By rule: {light}', since: 'since {day}', changes: 'Changes', no_changes: 'No change yet', no_changes_hint: 'Changes are kept once each morning.', change_of: '{from} → {to}', first_seen: 'First seen: {to}', uncertain: 'The holidays of that year are not announced; weekends alone were counted.',
    rules: 'Rules', rules_title: 'Rules of the lights', rules_hint: 'For this plan only. Lights go by them at once.', rule_yellow: 'Points behind for yellow', rule_red: 'More points behind for red', rule_near: 'Workdays before a day without proof for yellow', rule_proof: 'Workdays after a theme day for its proof', rule_missed: 'A report that is not handed in', rules_standard: 'These are the standard rules.', rules_saved: 'The rules are changed.', rules_explain: 'The plan line runs from the day of issue to 100% on the day of the item, or at the end of the year; items that name theme days go by their dates.', save: 'Save', export: 'Export', as_of: 'As of {day}', all_calm: 'No red or yellow lights', open_item_n: 'No. {seq}', go: 'All lights',
  },
} as const;
