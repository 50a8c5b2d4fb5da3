/** Pages of a plan's later editions: the comparison with a new paper, and what an edition changed. */
export const adminRevisions = {
  revisions: {
    edition: 'edition {edition}', compare: 'Compare with edition {edition} in force', compare_why: 'Edition {edition} of {year} has been issued. Compare item by item, then issue this as edition {next}; nobody signs again for what stays the same.', compared: 'Compared; please look at each item',
    open_comparison: 'See the open comparison', go_revision: 'Open edition {edition}', editions: 'Editions', drafted: 'compared since {day}',
    paper: 'The paper of this edition', paper_save: 'Save',
    list: 'Item by item', show: 'Which to show', only_all: 'All changes {count}', only_changed: 'Changed {count}', only_added: 'New {count}', only_withdrawn: 'Withdrawn {count}', only_kept: 'Stay in force {count}', only_same: 'The same {count}', only_undecided: 'To decide {count}',
    same_count: '{count} more stay the same.', find: 'Find in this comparison', none: 'No item fits', none_hint: 'Try another word, or choose “All changes”.', none_undecided: 'Nothing is left to decide', none_undecided_hint: 'Everything that is no longer printed and has evidence is decided.',
    at: 'New paper, item {no}', unprinted: 'No longer printed', to_decide: 'to decide', evidence: 'has {count} piece(s) of evidence', signing: '{count} unit(s) to sign', signing_none: 'nobody signs again', changed_parts: 'Changed: {fields}', open_item: 'Open the item',
    old: 'Before', new: 'After', deleted: 'deleted: ', inserted: 'inserted: ', no_due: 'no deadline', no_targets: 'no numeric target',
    decide: 'What becomes of this item', keep: 'Stays in force', withdraw: 'Withdraw', unpair: 'This is not the same item', unpair_said: 'Parted: the new words are a new item, the old item is no longer printed', pair: 'It is an item that was there …', pair_said: 'Now the same item', pair_title: 'Which item is it?',
    pair_explained: 'Choose among those that the new paper no longer prints. Evidence and history of the old item go on; what changed is signed for again.', pair_find: 'Find (text, unit, programme)', pair_submit: 'This one', pair_choose: 'Choose one first.', pair_none: 'There is none to choose', pair_more: '{count} more: type a few characters.',
    stale: 'Somebody else has just changed this comparison. The latest is shown now; please look again.', bar: 'Issue or take back', ready: '{units} unit(s) are asked for {signing} signature(s).', ready_none: 'Nothing has to be signed for.', wait_undecided: '{count} item(s) to decide before this can be issued.', wait_missing: 'Still missing: {fields}. Complete it to issue.',
    go_undecided: 'Decide them',
    issue: 'Issue this edition', issue_title: 'Issue edition {edition}?', issue_withdraws: ' {count} item(s) are withdrawn; their records and evidence stay.', issue_final: ' This cannot be undone.', issued: 'Edition {edition} is issued; the units concerned are notified',
    take_back: 'Take the comparison back', take_back_title: 'Take this comparison back?', take_back_explained: 'You return to the preview with the file and its corrections; what was decided here is given up.', taken_back: 'The comparison was taken back', export: 'Export the comparison', issued_on: 'issued {when}',
    versions: 'Editions', item_withdrawn: 'Edition {edition} no longer holds it; its records stay', item_kept: 'Edition {edition} no longer prints it; it stays in force', did: { same: 'the same in edition {edition}', changed: 'changed in edition {edition}', added: 'new in edition {edition}', withdrawn: 'withdrawn by edition {edition}', kept: 'no longer printed in edition {edition}, stays in force' },
    see_change: 'See the change', hide_change: 'Hide the change', new_for_unit: 'It was not your unit’s before.', standing: 'In force', see_withdrawn: 'those withdrawn',
  },
} as const;
