/** What stands in files and texts that the API makes. */
export const documents = {
  place: 'Place', problem: 'Problems', otherProblems: 'Other findings', probably: ' (probably “{suggestion}”)',
  edition: 'edition {edition}', revision: 'Changes', change: 'Change', changedParts: 'What changed', before: 'Before', after: 'After', dueBefore: 'Due before', dueAfter: 'Due after', signing: 'To sign',
  items: 'Items', signOffs: 'Signatures', seq: 'No.', number: 'Number', programme: 'Programme', text: 'Work and demands', targets: 'Targets', due: 'Deadline', state: 'Signed', unit: 'Unit', total: 'Items',
  overdue: 'Overdue', yes: 'yes', no: 'no', grants: 'Rights', roles: 'Roles', person: 'Name', role: 'Role', scope: 'Scope', post: 'Post', from: 'From', to: 'Until', open_end: 'open', permission: 'Right', exported: 'exported by {name} on {at}',
  table: 'Task breakdown', taskList: 'Task list', taskListOf: 'Task list of {unit}', part: 'Part', partners: 'Together with', demands: 'Targets and measures', chargedLeader: 'Leader in charge', chargedPerson: 'Person responsible', remark: 'Remarks',
  wholePlan: 'Whole plan', wholeCover: 'About', wholeOf: 'all of {title}', wholeSheet: 'Sheet', wholeRows: 'Rows', wholeNotYours: 'left out: you have no right to see it', wholeAssignments: 'Assignments', wholeMeasures: 'Measures', wholeReports: 'Reports', wholeJoint: 'Joint tasks', wholeRole: 'Role', wholeSignedAt: 'Signed at', wholeSignedBy: 'Signed by', wholeExtendedTo: 'Extended to', wholeDoneOn: 'Closed out on', wholeMeasure: 'Measure', wholeKind: 'Kind', wholeMin: 'At least', wholeMax: 'At most', wholeUnitOfMeasure: 'Unit of measure', wholeValue: 'Reached', wholePercent: 'Reached (%)', wholeMeasureState: 'State', wholeMeasureDue: 'Due on', wholeDemands: 'Proof wanted', wholeJudged: 'Judged',
  wholePeriod: 'Period', wholeReportState: 'State', wholeSubmittedAt: 'Handed in at', wholeLate: 'Late', wholeLead: 'Lead', wholeClause: 'Shared words', wholeSignedCount: 'Signed', wholeLastSigned: 'Last signed', calendar: 'Calendar', calendarDone: 'done: {title}', calendarItem: 'Item {seq}: {title}',
  annex: 'Annex', draftStamp: '[Draft]', readAnew: ' Please check some of it by hand when it is read in again.', extractStamp: '[Extract]', wholePaper: 'all items', everyUnit: 'every unit ({count})', ownWork: 'work of the own unit and the units below it', ofUnit: 'work of {unit}', signedOn: 'signed\n{day}', counted: '{count} item(s)',
  stamp: 'Note: data as of {at}; scope: {filter}; exported by {name}; export number {number}.', sheetPage: 'Page &P of &N',
  reminder: 'Reminder: “{title}” was issued; liaisons please sign by {signBy}. {count} unit(s) have not signed for everything: {units}. Open: {url}',
  allSigned: '“{title}”: every unit has signed. Thank you. See: {url}',
  activityShare: 'Science activity: {title}\nTime: {time}\nPlace: {place}\nBy: {unit}\nSee: {url}',
  activityShareFree: 'Volunteers wanted: {title}\nTime: {time}\nPlace: {place}\nBy: {unit}\n{free} place(s) left. Sign up here: {url}',
  activityShareCancelled: 'Cancelled: {title} ({time}): {reason}\nNobody who signed up counts as absent. Thank you for your understanding. See: {url}',
} as const;

/** Why a password is not accepted. */
export const passwordRules = {
  length: 'at least 8 characters', kinds: 'at least two of capital letters, small letters, digits and signs', common: 'too common and easily guessed', name: 'it must not hold the name', history: 'it must differ from your last five passwords', same: 'it must differ from the present one',
} as const;
