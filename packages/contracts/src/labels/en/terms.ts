/** The words of the field. */
export const terms = {
  product: 'Kepu', office: 'Office for citizens’ science literacy',
  roles: { administrator: 'Administrator', editor: 'Office staff', leader: 'Leader', county: 'County office', liaison: 'Liaison', approver: 'Approver of a unit', publisher: 'Activity editor', reader: 'Read-only (inspection)' },
  scopeKinds: { city: 'whole city', division: 'county', unit: 'unit' },
  planStates: { draft: 'draft', issued: 'issued', closed: 'closed' },
  importStates: { queued: 'waiting', reading: 'being read', asking: 'columns to be explained', ready: 'to be checked', failed: 'failed', committed: 'committed', discarded: 'set aside' },
  assignmentStates: { pending: 'to be signed', asked: 'question asked', signed: 'signed', withdrawn: 'withdrawn' },
  jointGroupStates: { confirmed: 'joint task', dismissed: 'set aside' },
  jointPartStandings: { printed: 'as printed', reworded: 'reworded since', withdrawn: 'no longer in force' },
  planRevisionStates: { draft: 'being compared', issued: 'issued' },
  revisionKinds: { same: 'the same', changed: 'changed', added: 'new', withdrawn: 'withdrawn', kept: 'stays in force' },
  revisionFields: { text: 'wording', programme: 'programme', units: 'units', due: 'deadline', targets: 'numbers' },
  itemStandings: { printed: 'in force', kept: 'in force, no longer printed', withdrawn: 'withdrawn' },
  assignmentRoles: { responsible: 'responsible unit', lead: 'lead unit', cooperating: 'co-operating unit' },
  signedHow: { self: 'signed by the liaison', recorded: 'recorded by the office' },
  accountStates: { active: 'active', disabled: 'disabled', closed: 'Closed' },
  unitKinds: {
    party: 'party body', government: 'government department', mass_organisation: 'mass organisation', vertical: 'vertically managed body', university: 'university', institution: 'public institution', media: 'media',
    county_office: 'county office', township: 'township', community: 'community', village: 'village', school: 'school', hospital: 'hospital', enterprise: 'enterprise', society: 'society', other: 'other',
  },
  divisionKinds: { city: 'city', county: 'county', subdistrict: 'subdistrict', town: 'town', township: 'township', area: 'functional zone' },
  termKinds: { topic: 'topic', audience: 'audience' },
  programmeKinds: { action: 'action', project: 'project' },
  workdayKinds: { holiday: 'holiday', workday: 'worked weekend' },
  unitFields: { division: 'division', parent: 'parent', successor: 'successor', programmeSet: 'set of programmes', county: 'county' },
  paperFields: { docNumber: 'document number', issuer: 'issuer', title: 'title', year: 'year', issuedOn: 'date of the paper' },
} as const;

/** Findings of the paper reader. `{value}` is what stands there, `{suggestion}` what it probably means. */
export const warnings = {
  unknown_unit: 'unknown unit “{value}”',
  units_of_group: '“{value}” stands for several units; all are listed, please check',
  unknown_programme: 'unknown programme “{value}”',
  empty_cell: 'the cell is empty',
  no_final_stop: 'no full stop at the end',
  possibly_cut: 'the text may be cut; compare the original',
  lead_in: 'words before the list were joined to its first item',
  duplicate_row: 'the same as an earlier row',
  extract: 'this is an extract with the work of some units only, and no whole paper',
  html_tags: 'holds tags, kept as plain text',
  formula: 'holds a formula; its shown result is taken',
  formula_without_value: 'holds a formula without a result; please fill in',
  empty_rows_ignored: '{value} empty row(s) at the end were ignored',
  extra_cell: 'content outside the table ignored: “{value}”',
  row_not_understood: 'this row was not understood; please check: {value}',
  unreadable_due: 'the deadline “{value}” is no date',
  unit_renamed: '"{value}" is "{suggestion}" now, check it',
  time_word: '"{value}" was left as it is, check whether it still fits',
} as const;

/** Sentences of notices. */
export const notices = {
  plan_issued: '“{title}” was issued. Your unit has {count} item(s) to sign for by {signBy}.',
  assignment_asked: '{unit} asks about an item: {text}', assignment_answered: 'Your question about an item was answered: {text}', assignment_reopened: 'The office asks your unit to sign for an item again; see why: {text}',
  plan_revised: 'Edition {edition} of “{title}” has been issued. {count} items of your unit are new or changed; please sign for them by {signBy}.', joint_group: '“{name}” is a joint task of several units, led by {lead}. Please work with them.', plan_eased: 'Edition {edition} of “{title}” has been issued. {count} items of your unit are no longer in force.', import_asks: 'The header of “{fileName}” is not known. Please say what each column holds.', import_ready: '“{fileName}” has been read. Please check the preview.', import_failed: '“{fileName}” could not be read. See why.', grant_given: 'You were given a right: {role} ({scope}).',
  invitation_accepted: '{name} accepted the invitation and is now {role} of {unit}.', unit_application: '“{unit}” asks to be admitted. Please check.', handed_over: 'Your work as liaison of {unit} was handed to {name}. Thank you.', taken_over: 'You took over the work of {name} as liaison of {unit}. See what is open.',
  activity_submitted: '{unit} handed in the activity “{title}”. Please approve.', activity_returned: 'The activity “{title}” came back: {text}', activity_approved: 'The activity “{title}” is approved and published.', activity_cancelled: 'We are sorry: the activity “{title}” is cancelled: {text}. You will not count as absent.',
  shift_moved: 'The activity “{title}” moved to {time}: {text}. If you cannot come, leave it; you will not count as absent.', shift_cancelled: 'The activity “{title}” at {time} is cancelled: {text}. You will not count as absent.', report_submitted: '{unit} handed in the close of “{title}”. Please check.', report_returned: 'The close of “{title}” came back: {text}', report_accepted: 'The close of “{title}” is accepted; its audience counts.',
  signup_requested: '{count} person(s) signed up for “{title}”. Please confirm.', signup_confirmed: 'You have a place: “{title}”, {time}, {place}.', signup_waiting: 'The position in “{title}” is full; you are on the waiting list.', signup_refused: 'We are sorry: no place in “{title}”: {text}', signup_withdrawn: '{name} left “{title}” ({time}).', signup_clashed: '“{title}” moved to {time}, when you have a place in “{other}”. Your sign-up was cancelled for you and you do not count as absent. Please look at other times.',
  leader_set: 'You lead “{title}” ({time}) on the spot. Please open the tick list on your phone.', hours_confirmed: 'Your hours in “{title}” are confirmed: {hours} h, {ledger}.', record_reversed: 'Your service record in “{title}” was corrected: {text}',
  work_entry_submitted: '{unit} handed in the work entry “{title}”. Please check.', work_entry_returned: 'The work entry “{title}” came back: {text}', work_entry_accepted: 'The work entry “{title}” is accepted and counts.', work_entry_revoked: 'The work entry “{title}” was revoked: {text}',
} as const;

/** What the history of an object says, by action of the audit trail. */
export const actions = {
  'plan.committed': 'imported from a file', 'plan.changed': 'changed the basics', 'plan.undone': 'undid the import', 'plan.issued': 'issued', 'plan.revised': 'issued as a new edition', 'plan_revision.created': 'compared a new paper', 'plan_revision.changed': 'decided on a new paper', 'plan_revision.withdrawn': 'took a comparison back', 'joint_group.created': 'confirmed a joint task', 'joint_group.changed': 'changed a joint task', 'joint_group.dismissed': 'set a joint suggestion aside', 'joint_group.restored': 'restored a joint suggestion', 'joint_group.dissolved': 'undid a joint task', 'item.changed': 'changed by an edition', 'item.added': 'added by an edition', 'item.withdrawn': 'withdrawn by an edition', 'item.kept': 'kept in force', 'plan.closed': 'closed',
  'assignment.signed': 'signed', 'assignment.asked': 'asked', 'assignment.answered': 'answered', 'assignment.recorded': 'recorded as signed in the OA system', 'assignment.reopened': 'returned to be signed again', 'assignment.moved': 'moved with a merger of units',
  'plan_import.created': 'uploaded a file', 'plan_import.read': 'read', 'plan_import.failed': 'could not be read', 'plan_import.changed': 'completed the facts of the paper', 'plan_import.item_corrected': 'corrected an item', 'plan_import.name_resolved': 'matched a name', 'plan_import.columns_explained': 'said what the columns hold', 'plan_import.committed': 'committed', 'plan_import.discarded': 'set aside',
  'unit.created': 'added a unit', 'unit.changed': 'changed a unit', 'unit.renamed': 'renamed', 'unit.closed': 'closed', 'unit.merged': 'merged', 'division.created': 'added a division', 'division.changed': 'changed a division', 'division.closed': 'closed a division', 'division.merged': 'merged a division', 'travel.changed': 'changed a travel time',
  'term.created': 'added an entry', 'term.changed': 'changed an entry', 'term.closed': 'closed an entry', 'term.merged': 'merged an entry', 'programme_set.created': 'added a set of programmes', 'programme.created': 'added a programme', 'programme.changed': 'changed a programme', 'programme.closed': 'closed a programme', 'programme.merged': 'merged a programme',
  'theme_day.created': 'added a theme day', 'theme_day.changed': 'changed a theme day', 'theme_day.closed': 'closed a theme day', 'workday.created': 'added a calendar exception', 'workday.deleted': 'removed a calendar exception',
  'account.created': 'added a person', 'account.changed': 'changed a person', 'account.disabled': 'disabled a person', 'account.enabled': 'enabled a person', 'account.password_reset': 'reset a password', 'account.password_changed': 'changed the password', 'grant.given': 'gave a right', 'grant.ended': 'withdrew a right', 'grant.moved': 'moved a right with a merger of units',
  'roster_import.previewed': 'checked a roster', 'roster_import.committed': 'asked the people of a roster', 'roster_import.discarded': 'dropped a roster', 'roster_import.undone': 'took a roster back', 'roster_import.downloaded': 'downloaded a roster', 'roster_entry.links_shown': 'looked at links of a roster', 'roster_entry.reminded': 'reminded somebody of a roster', 'roster_entry.withdrawn': 'took a question of a roster back', 'roster_entry.accepted': 'said yes to a roster', 'roster_entry.declined': 'said no to a roster',
  'invitation.created': 'invited somebody', 'invitation.renewed': 'made a new link of an invitation', 'invitation.withdrawn': 'took an invitation back', 'invitation.accepted': 'accepted an invitation', 'liaison.handed_over': 'handed the liaison’s work over', 'unit_application.submitted': 'applied for a unit', 'unit_application.revised': 'completed an application', 'unit_application.withdrawn': 'took an application back', 'unit_application.approved': 'admitted a unit', 'unit_application.returned': 'gave an application back', 'unit_application.refused': 'refused an application', 'unit_application.contact_seen': 'looked at the applicant’s contact',
  'session.created': 'signed in', 'session.ended': 'signed out', 'session.refused': 'sign-in refused', 'paper.opened': 'opened the original file', 'items.exported': 'exported items', 'plan.paper_exported': 'exported the paper', 'plan.task_lists_exported': 'exported task lists of units', 'sign_offs.exported': 'exported who has signed',
  'activity.created': 'drafted the activity', 'activity.changed': 'changed the activity', 'activity.deleted': 'threw the draft away', 'activity.submitted': 'handed in for approval', 'activity.recalled': 'took back', 'activity.returned': 'gave back', 'activity.approved': 'approved and published', 'activity.cancelled': 'cancelled the activity', 'activity.reported': 'handed in the close', 'activity.report_returned': 'gave the close back',
  'activity.report_accepted': 'accepted the close', 'shift.moved': 'moved a shift', 'shift.cancelled': 'cancelled a shift', 'shift.leader_set': 'named the leader', 'signup.created': 'signed up', 'signup.placed': 'gave a place on request', 'signup.confirmed': 'confirmed a sign-up', 'signup.queued': 'put on the waiting list', 'signup.refused': 'refused a sign-up', 'signup.withdrawn': 'left', 'signup.companions_set': 'said how many children come along', 'signup.cancelled': 'cancelled with the activity',
  'attendance.checked_in': 'checked in', 'attendance.checked_out': 'checked out', 'attendance.marked': 'marked the tick list', 'hours.confirmed': 'confirmed hours', 'service_record.reversed': 'corrected a service record', 'consent.given': 'agreed', 'consent.withdrawn': 'took an agreement back', 'account.closed': 'closed the own account', 'account.name_erased': 'name deleted, time over', 'personal.downloaded': 'took the own data along', 'personal.exported': 'exported volunteers', 'personal.revealed': 'looked at contact data', 'key.retired': 'old key retired', 'volunteer.registered': 'registered as a volunteer', 'volunteer.registered_on_behalf': 'registered a volunteer on behalf', 'volunteer.changed': 'changed a volunteer’s profile',
  'pool_term.created': 'joined a pool', 'pool_term.ended': 'left a pool', 'measure.created': 'set a measure', 'measure.changed': 'changed a measure', 'measure.deleted': 'removed a measure', 'measure.judged': 'judged a measure', 'work_entry.created': 'drafted a work entry', 'work_entry.changed': 'changed a work entry', 'work_entry.deleted': 'threw a draft away', 'work_entry.submitted': 'handed in for checking',
  'work_entry.recalled': 'took back', 'work_entry.accepted': 'accepted', 'work_entry.returned': 'gave back', 'work_entry.revoked': 'revoked', 'file.created': 'uploaded a file', 'matching_weights.created': 'set matching weights',
} as const;
