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
