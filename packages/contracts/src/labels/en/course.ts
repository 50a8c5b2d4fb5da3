/** The days of a plan and what changed: words, documents and pages. */
export const courseTerms = {
  timelineKinds: { theme_day: 'theme day', item: 'item due', measure: 'measure due', report: 'report due', activity: 'activity', prompt: 'reply due', sign_by: 'last day to sign' },
  timelineStates: { ahead: 'ahead', done: 'done', late: 'late', over: 'over' },
  changeKinds: { light: 'lights', number: 'numbers', signed: 'signatures', report: 'reports', activity: 'activities', work_entry: 'work entries', close_out: 'close-outs', adjustment: 'extensions and changes', prompt: 'prompts', edition: 'editions' },
  changeOutcomes: { signed: 'signed', submitted: 'handed in', accepted: 'accepted', returned: 'returned', closed_out: 'closed out', reopened: 'reopened', granted: 'granted', said: 'said by word of mouth', sent: 'sent', replied: 'replied to', closed: 'closed', completed: 'completed', issued: 'published', better: 'better', worse: 'worse', more: 'more', less: 'less' },
} as const;

/** What the history says. */
export const courseActions = { 'plan_changes.exported': 'exported what changed', 'plan.calendar_exported': 'exported the calendar', 'plan.whole_exported': 'exported the whole plan' } as const;

/** What stands in the sheet. */
export const courseDocuments = {
  signBy: 'last day to sign', changes: 'changes', changeDay: 'day', changeKind: 'kind', changeOutcome: 'outcome', changeTitle: 'what', changeAmount: 'amount', changeRecords: 'records', changeLight: '{from} > {to}', changeOf: '{metric} {quantity}', lightUnseen: 'not seen before',
} as const;

/** Pages of the back office. */
export const adminCourse = {
  course: {
    timeline: 'Days of the year', calendar: 'Save as calendar', calendar_hint: 'For the calendar of a phone or computer (.ics), as filtered here.', timeline_hint: 'Theme days, items and measures due, reports, activities and replies, by their days.', months: 'By month', month: 'Month {month}', month_count: 'Month {month}: {count}, {late} late', month_late: '{count} late', whole_year: 'Whole year', kind: 'Kind', state: 'State', any: 'All', unit: 'Unit', programme: 'Programme', none: 'Nothing in these days', none_hint: 'Choose another month, or clear the filters.',
    undated: '{count} more items name no day and are due at the end of the year. They stand under Items.', units: '{unit} and others, {count} units', until: '{from} to {to}',
    changes: 'What changed', changes_hint: 'Lights, numbers, signatures, reports, activities and close-outs since the morning of a day. Lights and numbers are told as what came of them, the rest one by one.', since: 'Since', since_week: 'A week', since_month: 'A month', since_quarter: 'Three months', since_issued: 'Since it was issued', no_changes: 'Nothing changed in this time', no_changes_hint: 'Choose an earlier day, or clear the filters.', export: 'Export the changes', count: '{kind} {count}', records: '{count} records', as_of: 'As of {day}.', amount: '{metric} {quantity}',
    part_unit: 'Unit: {name}', part_programme: 'Programme: {name}', back: 'Back to the matrix', items: 'Items', items_count: '{count} items', measures: 'Measures', numbers: 'How it stands', next: 'What comes next', next_none: 'Nothing is due within two months.', all_days: 'All days', all_changes: 'All changes', all_lights: 'All lights', all_measures: 'All measures', recent: 'Changes of a month', not_here: 'This plan has no such unit or programme', not_here_hint: 'A revision may have moved it. Go back to the matrix.', red_first: 'Needs attention', calm: 'No red and no yellow lights', calm_hint: 'All work is on its way.',
    board: 'Overview', board_title: 'Work of {year} at a glance', board_none: 'No plan has been issued yet', board_none_hint: 'Once it is, the red lights stand here first, then programmes, units and measures.', programmes: 'Programmes', units_title: 'Units', bar: '{red} red, {yellow} yellow, {green} green, {blue} blue, {grey} grey', targets: 'Measures with a number', targets_none: 'No measure asks for a number yet.', days_title: 'Next days', go_plan: 'Open the plan', unit_order: 'In the order of the paper; this is no ranking.',
  },
} as const;
