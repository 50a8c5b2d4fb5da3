/** Frame, menu, sign-in and first page of the back office, and the names of fields in histories. */
export const adminShell = {
  shell: {
    none: '–', comma: ', ', colon: '{label}: ', aside: ' ({text})', state: 'State', actions: 'Actions', reason: 'Reason', history: 'History',
    no_history: 'Nothing recorded yet', changed_from_to: '{field}: from “{from}” to “{to}”', changed_value: '{field}: {value}', system: 'the system', saved: 'Saved',
    created: 'Added', undone: 'Undone', copied: 'Copied', copy_failed: 'Could not copy; select the text and copy it by hand', close: 'Close', closed: 'closed',
    closed_on: 'closed on {day}', closed_done: 'Closed', in_use: 'in use', merged_into: 'merged into {name}', from_day: 'From which day on', last_day: 'Last day',
    today: 'today', days_left: '{count} day(s) left', days_past: '{count} day(s) ago', place_line: 'line {line}', place_row: 'row {row}', place_cell: 'cell {cell}',
    place_table_row: 'table {table}, row {row}', place_sheet_cell: 'sheet “{sheet}”, cell {cell}', total: '{count} in all', nothing_found: 'Nothing found',
    nothing_found_hint: 'Try another word, or clear the filters.', search_pinyin: 'Search (name, pinyin or initials)', retry: 'Try again', to_start: 'To the first page',
    page_broken: 'This page broke', page_broken_hint: 'Your data are safe. Try again, or tell the administrator.',
    unreachable: 'The server cannot be reached. Check the network and try again; what you entered is still here.',
    unexpected: 'Something unexpected went wrong. Try again.', dark: 'Switch to dark', light: 'Switch to light',
    no_townships: 'No townships here; just name the place.', township: 'Township', hours: '{count} h', minutes: '{count} min', more: 'More', filters: 'Filters', saved_filters: 'Kept filters', save_filter: 'Keep this filter', save_filter_title: 'Keep this filter', save_filter_hint: 'It can be chosen on every device from now on. One of the same name is replaced.', filter_name: 'Name of the filter', filter_saved: 'Kept', filter_removed: 'Deleted', remove_filter: 'Delete {name}', no_saved_filters: 'No filter is kept yet. Choose some conditions, then keep them.', copy_text: 'Copy the text', all: 'All', tab_count: '{label} {count}', see_all: 'See all',
  },
  menu: {
    work: 'Work', activities: 'Activities', work_entries: 'Work entries', measures: 'Measures', volunteers_group: 'Volunteering', volunteers: 'Volunteers', rosters: 'Roster import', pools: 'Pools', records: 'Service records', weights: 'Matching weights', home: 'Home', my_items: 'My items', plans: 'Plans', imports: 'Paper imports', reference: 'Reference data', units: 'Units', divisions: 'Divisions',
    travel: 'Travel times', programmes: 'Programmes', terms: 'Topics, audiences', theme_days: 'Theme days', workdays: 'Holidays', people_group: 'People and rights',
    people: 'People', grants: 'Rights', invitations: 'Invitations', applications: 'Units applying', access: 'Why not visible', audit: 'Audit trail',
  },
  sign_in: {
    title: 'Sign in to the back office', identifier: 'E-mail address or phone number', password: 'Password', submit: 'Sign in',
    forgotten: 'Forgot the password? The office can reset it.', home: 'Back to the public site', change_password: 'Change password',
    change_hint: 'Sessions on other devices end at once.', change_submit: 'Change', changed: 'The password was changed', current: 'Present password',
    next: 'New password', again: 'New password again', not_repeated: 'The two new passwords differ',
    rule: 'At least 8 characters of two kinds (upper, lower, digits, signs); no name or common password.', first_title: 'Choose your own password first',
    first_hint: 'Somebody else knows the first password; it works once. Set a new one to begin.',
  },
  home: {
    hello: 'Hello, {name}', no_rights: 'No work of yours is here', no_rights_hint: 'This back office is for the office and the units. Sign-ups, check-in and hours of volunteers are on “My page”. If you should have rights here, ask the office.', go_me: 'Go to “My page”',
    plan: 'This year’s plan', no_plan: 'No plan yet', no_plan_hint: 'Upload this year’s paper; check it, commit it, issue it.',
    no_plan_reader: 'It appears here once the office has issued it.', go_issue: 'Check and issue', go_plan: 'Open the plan', imports: 'Imports to check',
    no_imports: 'No file waits to be checked.', unsigned: 'Units that have not signed', unsigned_count: '{count} unit(s) have not signed for everything:',
    all_signed: 'Every unit has signed', go_sign_offs: 'See who has signed', questions: 'Questions to answer', no_questions: 'No question waits.',
    go_questions: 'Answer ({count})', theme_days: 'Next theme days', no_theme_days: 'No theme day with a date lies ahead.',
  },
  notices: {
    title: 'Messages', button_unread: 'Messages ({count} unread)', unread: 'unread', read_all: 'Mark all as read', empty: 'No messages',
    empty_hint: 'News of issues, sign-offs and answers appear here.',
  },
  fields: {
    waves: 'Asking in waves',
    rows: 'rows',
    name: 'name', fullName: 'full name', aliases: 'aliases', kind: 'kind', state: 'state', title: 'title', docNumber: 'number', issuer: 'issuer', issuedOn: 'date',
    year: 'year', sortNo: 'order', shortName: 'short name', closedOn: 'closed on', openedOn: 'opened on', on: 'day', from: 'from', to: 'to', minutes: 'minutes',
    reason: 'reason', note: 'note', question: 'question', answer: 'answer', text: 'text', role: 'role', scopeKind: 'scope kind', scopeId: 'scope', unitId: 'unit',
    successorId: 'successor', divisionCode: 'division', parentId: 'parent', urbanCore: 'urban core', island: 'island', mountain: 'mountains',
    hostsOffice: 'hosts the office', email: 'e-mail', phone: 'phone', fileName: 'file', items: 'items', units: 'units', signedHow: 'how signed', endedAt: 'withdrawn at',
    date: 'date', rule: 'rule', code: 'code', planId: 'plan', programmeId: 'programme', unit: 'unit', added: 'added', targets: 'targets', responsible: 'responsible',
    lead: 'lead', cooperating: 'co-operating', due: 'deadline', fullname: 'full name', how: 'how', count: 'count', paper: 'paper', summary: 'summary', place: 'place', flow: 'sign-up', minors: 'pupils welcome', dangerous: 'dangerous', companions: 'children under 8 may come along', insurance: 'insurance', riskStatement: 'risks', startsAt: 'from', endsAt: 'to', turnout: 'turnout', sessions: 'sessions', held: 'held',
    quantity: 'quantity', unitOfMeasure: 'counted in', fromDay: 'from', toDay: 'to', leader: 'leader', volunteer: 'volunteer', ledger: 'ledger', mark: 'mark', min: 'at least', max: 'at most', approx: 'approximate', dueOn: 'due', demands: 'demands', met: 'judgement', sources: 'what is counted', position: 'position', pool: 'pool',
    topics: 'topics', audiences: 'audience', county: 'county', township: 'township', serves: 'items served', shifts: 'shifts', files: 'files', details: 'details', minimum: 'at least', maximum: 'at most', withoutPhoto: 'why no photo',
  },
  resources: {
    'plan-imports': {
      name: 'imports',
    },
    plans: {
      name: 'plans',
    },
    items: {
      name: 'items',
    },
    units: {
      name: 'units',
    },
    divisions: {
      name: 'divisions',
    },
    programmes: {
      name: 'programmes',
    },
    terms: {
      name: 'entries',
    },
    'theme-days': {
      name: 'theme days',
    },
    workdays: {
      name: 'days',
    },
    accounts: {
      name: 'people',
    },
    grants: {
      name: 'rights',
    },
    'audit-entries': {
      name: 'entries',
    },
    assignments: {
      name: 'assignments',
    },
    measures: {
      name: 'measures',
    },
    'work-entries': {
      name: 'work entries',
    },
    activities: {
      name: 'activities',
    },
    signups: {
      name: 'sign-ups',
    },
    volunteers: {
      name: 'volunteers',
    },
    pools: {
      name: 'pools',
    },
    nominations: {
      name: 'nominations',
    },
    'pool-terms': {
      name: 'members',
    },
    complaints: {
      name: 'Complaint',
    },
    'service-records': {
      name: 'records',
    },
  },
} as const;
