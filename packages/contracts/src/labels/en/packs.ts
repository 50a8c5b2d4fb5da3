/** Inspection packs: words, messages, history, refusals, documents and pages; and what a photo shows. */
export const packTerms = {
  packStates: { waiting: 'waits its turn', making: 'being made', ready: 'ready', failed: 'not made', cancelled: 'cancelled', expired: 'expired' },
  packSteps: { gathering: 'looking for what belongs in it', paper: 'the paper', lists: 'the lists of tasks', ledger: 'the ledger of numbers', reports: 'the reports', evidence: 'the proofs', follow_ups: 'letters and close-outs', index: 'the index', storing: 'putting it away' },
  packFailures: { too_large: 'There is too much for one pack. Choose a unit or some days, and make several.', no_right: 'Your rights changed while it was made. Sign in anew and try again.', storage_full: 'The disk of the server is full. Ask the administrator to clear it, and try again.', broken: 'Something went wrong. Try again; if that does not help, ask the administrator.' },
  fileFaces: { unchecked: 'not looked at', none: 'no child to be recognised', allowed: 'may be shown', withheld: 'stays inside' },
} as const;
/** How long packs are kept. */
export const packKept = { packs: 'Files of inspection packs, from the day they were made' } as const;

/** Sentences of notices about packs. */
export const packNotices = { pack_ready: 'Pack {number} is ready to download. It is kept until {day}.', pack_failed: 'Pack {number} could not be made: open it to see why.' } as const;

/** What the history says. */
export const packActions = {
  'pack.ordered': 'pack ordered', 'pack.made': 'pack made', 'pack.failed': 'pack not made', 'pack.downloaded': 'pack downloaded', 'pack.cancelled': 'pack cancelled', 'pack.deleted': 'pack deleted', 'pack.expired': 'pack expired', 'pack.moved': 'moved with a merger of units', 'file.faces_marked': 'said whether a photo may be shown', 'plan.reopened': 'opened again',
} as const;

/** Refusals about packs. */
export const packErrors = {
  'pack.too_large': 'The proofs are {files} files with {size}: more than a pack holds ({maxFiles} files, {max}). Choose a unit or some days, and make several.',
  'pack.choose_unit': 'You answer for several units: choose the one whose pack you want.',
  'pack.too_many': 'You have {max} packs waiting or being made already. Wait for one of them, or stop one, and order again.',
  'file.withheld_above': 'Somebody above your unit has said that this file stays inside. If it has to be shown, ask the office or your county to say so.',
} as const;

/** What stands in the documents of a pack, and the names of its folders. */
export const packDocuments = {
  packName: 'Inspection pack', packIndex: 'Index', packPaperFolder: 'Paper', packListsFolder: 'Task lists', packLedger: 'Ledger', packReportsFolder: 'Reports', packEvidenceFolder: 'Proofs', packFollowUpsFolder: 'Letters and close-outs',
  packIndexTitle: '{title}: index of the pack', packNumber: 'Number: {number}', packFacts: 'As of {at}; of: {filter}; ordered by: {name}.', packWhole: 'all items', packUnit: 'unit: {unit}', packProgramme: 'programme: {programme}', packDays: 'days: {from} to {to}', packStart: 'the first', packNow: 'now',
  packContents: '1. Files', packItems: '2. Items and their proofs', packLeftOut: '3. What is not in the pack', packPath: 'Place', packWhat: 'What', packSource: 'From', packFile: 'File', packReason: 'Why', packNothingLeftOut: 'Nothing was left out.', packNoEvidence: 'no proof in these days', packNoFiles: 'no files; see the ledger',
  packPersonal: 'personal data, to be read in the system', packPhotos: '{count} more photos and documents of work where children may have been were not looked at, and are not in the pack. Say in the activity or the work entry whether they may be shown, and make the pack anew.', packWithheld: 'said to stay inside', packPhotoNone: 'children may have been there; not looked at for their faces', packNoLetters: 'Letters and orders are left out: whoever ordered this pack does not read them.', packPhotoName: 'photo', packPersonalName: 'file', packGone: 'the file is gone', packSame: 'the same file, see {path}',
  packMeasures: 'Measures', packLines: 'Lines', packMeasure: 'Measure', packTarget: 'Target', packCurrent: 'Now', packInPeriod: 'In these days', packShare: 'Share', packState: 'State', packMetric: 'Counts', packQuantity: 'Quantity', packDay: 'Day', packProof: 'Proof', packManual: 'By hand', packTakenBack: 'Taken back', packRecord: 'Record', packFilesAt: 'Place of the files', packPool: 'people are listed in the system',
  packReportTitle: '{unit}: report for {period}', packReportFacts: 'Handed in: {at}; state: {state}', packReportNext: 'Next', packFollowUps: 'Other days and close-outs', packPrompts: 'Letters, orders and replies', packNextStep: 'What next', packNotReported: 'not filled in',
  packSources: { activity: 'activity', service_record: 'service record', work_entry: 'work entry' },
} as const;

/** Pages of packs in the back office, and what is asked before a year is archived. */
export const adminPacks = {
  packs: {
    title: 'Inspection packs', subtitle: 'Paper, lists, ledger, reports and proofs in one numbered zip file, without personal data.', order: 'Make a pack', order_title: 'Make a pack', order_hint: 'Choose nothing for all of it. It takes some minutes; you may leave this page, and are told when it is ready.', order_submit: 'Make it', ordered: 'It is being made', unit: 'Unit', unit_all: 'All units', programme: 'Programme', programme_all: 'All programmes', from: 'From', to: 'To', show: 'Show', all: 'All',
    none: 'No packs yet', none_hint: 'Press "Make a pack" and download it some minutes later.', download: 'Download', downloaded: 'Downloaded', cancel: 'Stop', cancelled: 'Stopped', delete: 'Delete', delete_title: 'Delete pack {number}?', delete_hint: 'The file is gone at once; the order stays on record. You can make it anew.', deleted: 'Deleted', again: 'Make it anew',
    whole: 'all items', days: '{from} to {to}', first: 'the first', last: 'now', by: 'by {name} {at}', made_of: '{files} files, {size}', kept: 'kept until {day}', left_personal: '{count} files with personal data are left out', left_photos: '{count} photos and documents that nobody has looked at for children are left out', progress: '{step} ({done} / {total})', waits: 'waits its turn', plan: 'Plan', open_plan: 'Make one in a plan', no_plan: 'Choose a plan first.',
    mark: 'Say', mark_title: 'May it be shown?', mark_hint: 'Where children may have been, packs take only photos and documents that somebody has looked at. What holds signatures, names or phone numbers stays inside.', mark_now: 'May it be shown', marked: 'Kept',
  },
  archive: { still_open: 'Still open:', nothing_open: 'Nothing is open.', unsigned: '{count} items not signed for', reports: '{count} reports not accepted', periods: '{count} report periods not locked', adjustments: '{count} adjustments to decide', close_outs: '{count} close-outs to decide', prompts: '{count} letters and orders without a reply', work_entries: '{count} work entries to check', revisions: '{count} revisions not issued', questions: '{count} questions without an answer', unsent_prompts: '{count} letters and orders not sent', consultations: '{count} consultations not ended', assessments: '{count} assessments not final', reopen: 'Open again', reopen_title: 'Open "{title}" again?', reopen_hint: 'The plan is in force again, and units can report. Report periods that were removed because they had not begun do not come back.', reopened: 'Open again' },
} as const;
