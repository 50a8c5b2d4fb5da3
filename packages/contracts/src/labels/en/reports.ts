/** Periodic reports: words, messages, history, refusals and the sheet. */
export const reportTerms = {
  reportPeriodKinds: { half_year: 'half year', year: 'year', quarter: 'quarter', month: 'month', scheme: 'scheme' },
  reportPeriodNames: { half_year: 'first half', year: 'whole year', quarter: 'quarter {number}', month: 'month {number}', scheme: 'scheme' },
  reportPeriodStates: { open: 'open', locked: 'locked' },
  unitReportStates: { draft: 'draft', checking: 'with the unit’s approver', submitted: 'handed in', returned: 'given back', accepted: 'accepted', locked: 'locked', asking: 'correction asked for' },
  unitReportStatuses: { not_begun: 'not begun', draft: 'draft', checking: 'with the unit’s approver', submitted: 'handed in', returned: 'given back', accepted: 'accepted', locked: 'locked', asking: 'correction asked for' },
} as const;

/** Sentences of notices about reports. */
export const reportNotices = {
  report_opened: '“{title}”: {period} can be reported. Please hand in by {day}.', report_due: '“{title}”: {period} is not handed in yet. Please do so by {day}.', unit_report_checking: 'The report of {unit} on {period} is written. Please check it and hand it in.', unit_report_sent_back: 'The report on {period} came back from your approver: {text}',
  unit_report_returned: 'The report on {period} was given back. Please hand it in again by {day}: {text}', unit_report_accepted: 'The report on {period} is accepted. Thank you.', correction_asked: '{unit} asks to correct its report on {period}: {text}', correction_allowed: 'The report on {period} may be corrected. Please hand it in again afterwards.', correction_refused: 'The report on {period} may not be corrected: {text}',
} as const;

/** What the history of a report says. */
export const reportActions = {
  'report_period.created': 'opened for reports', 'report_period.changed': 'changed its days', 'report_period.deleted': 'deleted the period', 'report_period.locked': 'locked the period', 'unit_reports.exported': 'took the reports away as a sheet',
  'unit_report.begun': 'began', 'unit_report.saved': 'saved', 'unit_report.handed_over': 'handed to the approver', 'unit_report.sent_back': 'gave back inside the unit', 'unit_report.submitted': 'handed in', 'unit_report.recalled': 'took back', 'unit_report.accepted': 'accepted', 'unit_report.returned': 'gave back', 'unit_report.locked': 'locked',
  'unit_report.correction_asked': 'asked for a correction', 'unit_report.correction_allowed': 'allowed the correction', 'unit_report.correction_refused': 'refused the correction', 'unit_report.corrected': 'corrected', 'unit_report.moved': 'moved with the merger of units',
} as const;

/** Refusals about reports. */
export const reportErrors = {
  'report_period.exists': 'There is this period already. Open “{name}”.', 'report_period.in_use': 'Units have reported: the span stays, the period cannot be deleted, and its last day is only moved on.', 'report_period.not_open': 'It is not time yet. Reports begin on {day}.', 'report_period.locked': 'This period is locked. Ask for a correction and say why.',
  'report_period.missing': '{count} units are not accepted yet. To lock all the same, say why.', 'unit_report.nothing_to_report': 'Your unit has nothing to report in this period.', 'unit_report.incomplete': '{count} items are empty. Write what was done, or tick “nothing new”, and hand in again.',
  'unit_report.needs_approver': 'Your unit has an approver ({names}). Hand it to them; they hand it in.', 'unit_report.no_approver': 'Your unit has no approver. The liaison hands in directly.',
} as const;

/** What stands in the sheet of reports, and in the reminder. */
export const reportDocuments = {
  reports: 'Reports', reportProgress: 'Progress', reportProblems: 'Problems', reportNext: 'Next', reportNothingNew: 'nothing new', reportNumbers: 'Measures', reportCounts: 'Activities, entries', reportState: 'State', reportLate: 'Late', reportCountsOf: '{activities} activities, {entries} entries', reportAdded: '+{added} in the period',
  reportReminder: '[Reports] {title}: please hand in {period} by {day}. {count} units have not yet: {units}. On a phone; nothing new takes one tap: {url}', reportAllIn: '{title}, {period}: every unit has handed in. Thank you. See: {url}',
} as const;

/** Pages of reports in the back office. */
export const adminReports = {
  reports: {
    title: 'Reports', subtitle: 'What was done for each item, period by period. Nothing new takes one tap.', none: 'Nothing to report now', none_hint: 'A period appears here when it begins, and you are told.', none_office: 'No periods yet', none_office_hint: 'Choose “Open a period”. Its days are worked out by the calendar.',
    not_issued: 'Periods are opened once the plan is issued', due: 'due {day}', opens: 'begins {day}', uncertain: 'The holidays of that year are not announced; the day may change.', span: '{from} to {to}', late_n: '{count} late', overdue_n: '{count} overdue', done_of: '{done} of {all} handed in', accepted_n: '{count} accepted', waiting_n: '{count} to decide', open_period: 'Open',
    create: 'Open a period', create_title: 'Open a period', create_which: 'Period', create_explained: 'Liaisons are told on its first day, and those who have not handed in before its last.', created: 'The period is open', from: 'From', to: 'To', opensOn: 'Reports begin', dueOn: 'Last day', name: 'Name', returnWorkdays: 'Workdays to hand in again', remindWorkdays: 'Workdays before the last day to remind', units: 'Only these units (none: all)', change: 'Change days', change_title: 'Change the days of “{name}”', change_explained: 'Once a unit has handed in, the span stays and the last day is only moved on.', changed: 'Changed',
    remove: 'Delete', remove_title: 'Delete “{name}”?', remove_explained: 'Nobody has written anything yet.', removed: 'Deleted', lock: 'Lock', lock_title: 'Lock “{name}”?', lock_explained: 'Nothing is written afterwards, but by a correction.', lock_missing: '{count} units are not accepted. Say why you lock all the same.', locked: 'Locked', locked_by: 'locked by {name}, {when}', remind: 'Remind those missing', remind_hint: 'Copy the text or the code into the liaisons’ group.', qr: 'Code that opens {url}', export: 'Export the sheet',
    list: 'Units', show: 'Show', all: 'All {count}', find: 'Find a unit (name or pinyin)', sort: 'Sort', sort_unit: 'In the order of the paper', sort_status: 'What waits first', sort_submittedAt: 'By time handed in', nobody: 'No unit is like that', nobody_hint: 'Try another word, or choose “All”.', written: '{written} of {items} written', nothing_n: '{count} nothing new', submitted_on: 'handed in {when}', late: 'late', overdue: 'overdue', resubmit: 'again by {day}',
    accept_chosen: 'Accept the {count} chosen', accept_title: 'Accept the reports of {count} units?', accept_some: '{count} accepted', accept_one: 'Accept', accepted: 'Accepted', choose: 'Choose {unit}', begin: 'Begin', go_on: 'Go on', read: 'Open', table_unit: 'Unit', table_state: 'State', table_written: 'Written', table_time: 'Handed in',
    progress: 'Progress', progress_hint: 'What was done and how far it is; a few sentences will do.', problems: 'Problems (optional)', next: 'Next (optional)', more: 'Add problems and next steps', nothing_new: 'Nothing new', nothing_new_said: 'Nothing new in this period', rest_nothing: 'Nothing new for the other {count}', copy_last: 'Use last time’s words', last: 'Last time ({period}): {text}', last_nothing: 'Nothing new last time', count: '{used} / 500',
    numbers: 'What the system counts', added: '+{value} in the period', activities_n: '{count} activities in the period', entries_n: '{count} work entries in the period', no_numbers: 'No activities or work entries in the period yet', reported: 'As handed in: {text}', empty: 'Not written yet', scheme: 'Scheme: how it is done, what is hard, in which steps.',
    bar: 'Report', missing: '{count} items are empty', whole: 'All {count} items are written', unsaved: 'Not saved yet', save: 'Save draft', saved: 'Saved', submit: 'Hand in', submit_title: 'Hand in “{period}”?', submit_explained: 'The office decides about it; until then you can take it back.', submitted: 'Handed in', hand_over: 'To the approver', hand_over_title: 'Hand to {names}?', hand_over_explained: 'They check it and hand it in.', handed_over: 'Handed to the approver',
    send_back: 'Give back', send_back_title: 'Give back to be changed', sent_back: 'Given back', recall: 'Take back', recall_title: 'Take “{period}” back?', recall_explained: 'You can change it and hand it in again; after the last day it counts as late.', recalled: 'Taken back', return: 'Give back', return_title: 'Give back the report of {unit}', return_explained: 'The unit is told the reason and the day.', returned: 'Given back', returned_by: 'Given back by {name}: {reason}', returned_inside: 'Given back by your approver {name}: {reason}', reasons: { numbers: 'Please give numbers', detail: 'Please say more about what was done', next: 'Please say what comes next and when', wrong: 'It does not agree with the evidence; please check' },
    ask: 'Ask for a correction', ask_title: 'Ask to correct “{period}”', ask_explained: 'Say what has to change and why. Once the office agrees you can change it; the old words are kept.', asked: 'Asked. The office will answer.', allow: 'Allow', allow_title: 'Let {unit} correct its report?', allow_explained: 'The unit changes it and hands it in again; both versions are kept.', allowed: 'Allowed', refuse: 'Refuse', refuse_title: 'Refuse the correction of {unit}', refused: 'Answered', corrections: 'Corrections', correction_open: '{name} asks: {reason}', correction_allowed: 'allowed by {name}', correction_refused: 'refused by {name}: {reason}', correction_before: 'Before', correction_after: 'After', correction_waiting: 'Being corrected. Change it and hand it in again.',
    stale: 'Somebody changed this report just now. The newest is loaded, and what you have not saved is still here. Please check and save again.', submitted_by: 'handed in by {name}, {when}', checked_by: 'decided by {name}, {when}', my_due: '{count} reports to hand in', my_due_one: '{period}: {day}', desk_due: 'Reports to hand in', desk_decide: 'Reports to decide', desk_decide_n: '{count} units wait', why_not: 'Why not seen',
  },
} as const;
