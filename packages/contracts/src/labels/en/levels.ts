/** What is broken down in counties and townships: words, history, refusals, documents and pages. */
export const levelTerms = { handedStates: { pending: 'to be signed', signed: 'signed', withdrawn: 'taken back' } } as const;

/** What the history says of handing down and of plans without a paper. */
export const levelActions = {
  'plan.begun': 'Plan begun', 'plan.discarded': 'Draft deleted', 'item.added': 'Item added', 'item.changed': 'Item changed', 'item.linked': 'Items above changed', 'item.removed': 'Item removed', 'item.handed_down': 'Handed down', 'item.handed_signed': 'Signed for what was handed down', 'item.handed_withdrawn': 'Taken back what was handed down', 'levels.exported': 'Summary of counties exported', 'plan.office_moved': 'Kept by the office of the successor',
} as const;

/** Sentences of notices about what is handed down. */
export const levelNotices = { items_handed: '{count} items of "{title}" were handed down to {division}. Please sign for them and break them down.' } as const;

/** Refusals. */
export const levelErrors = {
  'plan.empty': 'The plan has no items yet. Please add some before it is issued.',
  'plan.unit_outside': '"{unit}" lies outside the division of this plan. Please choose a unit within it.', 'plan.from_paper': 'This plan was read from a paper and says what the paper says. Undo the commit and correct the preview, or import a new edition.',
} as const;

/** Summary of counties. */
export const levelDocuments = { levels: 'Summary of counties', levelDivision: 'County', levelPlan: 'Plan', levelNone: 'not issued', levelItems: 'Items', levelLinked: 'Serve items above', levelHanded: 'Handed down', levelHandedSigned: 'Signed', levelOpen: 'Not broken down', levelSigned: 'Signed by units', levelMeasures: 'Measures done', levelReported: 'Last report' } as const;

/** Pages. */
export const adminLevels = {
  title: 'Plans below', why: 'The plan of each division below, what was handed down to it, and how far it is. Lights are those of this morning.', empty: 'There is no division below', empty_hint: 'Items go to units, villages and communities directly; nothing is broken down further.', no_plan: 'No plan has been issued yet', division: 'Division', items: '{count} items, {linked} of them serve items above', handed: '{total} handed down, {signed} signed', open: '{count} not broken down yet', signed: 'Signed by units {signed}/{total}', measures: 'Measures done {done}/{total}', reported: 'Last report {day}', not_reported: 'No report yet', export: 'Export summary',
  begin: 'New plan', begin_title: 'Begin a plan without a paper', begin_explained: 'A draft for the own division or one below; items are added one by one. Where there is a paper, import it instead.', begun: 'The draft is there. Please add items', year: 'Year', name: 'Title',
  hand_down: 'Hand down', hand_down_title: 'Hand items down', hand_down_explained: 'Choose items and divisions. Their offices are told, sign and break them down. What was handed down already is not handed down twice.', handed_done: 'Handed down', items_chosen: 'Items', divisions: 'Divisions', choose_division: 'Please choose at least one division',
  handed_title: 'Handed down', handed_empty: 'Nothing has been handed down', handed_empty_hint: 'Who has signed and what became of it will stand here.', sign_all: 'Sign for {count}', signed_done: 'Signed', withdraw: 'Take back', withdraw_title: 'Take back what was handed down to {division}?', withdraw_explained: 'What was made of it there stays.', withdrawn: 'Taken back', not_broken_down: 'Not broken down yet', broken_down: 'Broken down into {count}',
  add_item: 'Add an item', add_item_title: 'Add an item', item_added: 'Added', text: 'Text', units: 'Units', programme: 'Programme', due: 'Due (optional)', parents: 'Items above that it serves (optional)', parents_hint: 'Several are possible. Where a measure above is summed from below, what is counted here counts there.', above: 'Items above that it serves', parent_gone: 'Withdrawn above', below: 'By division', item_signed: 'Signed {signed}/{total}', nothing_below: 'Not broken down yet',
  waiting: 'Handed down and not broken down yet ({count})', see_all: 'Sign and see all', more: '{count} more',
  remove: 'Delete the draft', remove_title: 'Delete the draft "{title}"?', removed: 'Deleted', fromBelow: 'Summed from below', from_below_hint: 'Measures of items below with the same source and unit of measure count too; a record counts once.', link_parents: 'Change items above', linked: 'Saved',
} as const;
