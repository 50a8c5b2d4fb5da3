/** Letters and orders to units: words, messages, history, refusals, documents and pages. */
export const promptTerms = {
  promptKinds: { letter: 'reminder letter', order: 'supervision order' },
  promptStates: { draft: 'draft', awaiting: 'waits for the leader', approved: 'approved', sent: 'waits for a reply', replied: 'replied', closed: 'closed', escalated: 'escalated', withdrawn: 'taken back' },
} as const;

/** Sentences of notices about prompts. */
export const promptNotices = {
  prompt_awaiting: '“{title}” to {unit} waits for your approval.', prompt_approved: '“{title}” to {unit} is approved: number and send it.', prompt_turned_down: '“{title}” to {unit} was turned down: {text}', prompt_sent: 'You received {number} “{title}”: please reply by {day}.', prompt_replied: '{unit} replied to {number}.',
  prompt_accepted: 'Your reply to {number} is accepted.', prompt_returned: 'Your reply to {number} was given back: reply again by {day}.', prompt_withdrawn: '{number} was taken back, no reply is wanted: {text}', prompt_escalated: '{number} was escalated; this one wants no reply any more: {text}', prompt_due: '{number} “{title}”: please reply by {day}.', prompt_overdue: '{number} “{title}” was due for a reply by {day}, and there is none.',
} as const;

/** What the history of a prompt says. */
export const promptActions = {
  'prompt.written': 'written', 'prompt.changed': 'changed', 'prompt.deleted': 'draft deleted', 'prompt.requested': 'laid before the leader', 'prompt.taken_back': 'taken back to change it', 'prompt.approved': 'approved', 'prompt.turned_down': 'turned down', 'prompt.sent': 'sent', 'prompt.read': 'read', 'prompt.replied': 'replied', 'prompt.amended': 'reply taken back',
  'prompt.accepted': 'closed', 'prompt.returned': 'reply given back', 'prompt.escalated': 'escalated', 'prompt.restored': 'waits for a reply again', 'prompt.withdrawn': 'taken back', 'prompt.moved': 'moved with a merger of units', 'prompts.exported': 'exported letters and orders',
} as const;

/** Refusals about prompts. */
export const promptErrors = {
  'prompt.closed_out': '{count} of these items are closed out: leave them out and try again.', 'prompt.needs_approval': 'An order is sent after a leader has approved it: ask for approval first.', 'prompt.number_taken': 'The number “{number}” is taken this year: choose another one.', 'prompt.day_over': 'The day to reply by, {day}, is over: change it before you send.',
} as const;

/** What stands in the letter and in the sheet. */
export const promptDocuments = {
  prompts: 'Letters, orders and replies', promptKind: 'Kind', promptKind_letter: 'Reminder letter', promptKind_order: 'Supervision order', promptNumber: 'Number', promptUnnumbered: '(no number)', promptAbout: 'About', promptSent: 'Sent', promptReplyDay: 'Reply by', promptRead: 'Read', promptReplied: 'Replied', promptTo: '{unit}:', promptReplyBy: 'Please reply by {day}: why, what next, and by when.', promptItems: 'Items',
  promptTitle_letter: 'Please get on with some of your items', promptTitle_order: 'Order to carry out some of your items', promptText_letter: 'Under “{title}”, {count} items of your unit are behind or near their day (see the list). Please find out why, get on with them, and hand in proof in time.', promptText_order: 'Under “{title}”, {count} items of your unit are far behind or past their day (see the list). Please put this right at once, and name who does it and by when.',
  promptText_escalated: '{number} asked for {count} items (see the list), which are still not done. Reason: {reason}\nUnder “{title}”, please put this right at once, and name who does it and by when.', promptSlip: 'Reply to a {kind}', promptSlipPoint: 'Point', promptSlipText: 'Text', promptSlipReason: 'Why', promptSlipMeasures: 'What next', promptSlipDay: 'Done by', promptSlipBy: 'Who replied, and when',
} as const;

/** Pages of prompts in the back office. */
export const adminPrompts = {
  prompts: {
    title: 'Letters and orders', subtitle: 'Numbered, with a day to reply by. Orders are sent after a leader has approved them.', none: 'No letters or orders', none_hint: 'Choose items among the lights of a plan and press “Write”.', none_unit: 'Nothing to reply to', none_unit_hint: 'Letters and orders to your unit stand here, and you get a message.', find: 'Search number, title, unit', show: 'Show', all: 'All', overdue: 'No reply in time', overdue_mark: 'no reply in time', late: 'late', kind: 'Kind', number: 'Number', unnumbered: 'no number', reply_by: 'Reply by {day}', uncertain: 'The holidays of that year are not announced; the day may move.', items: 'Items', items_n: '{count} items', export: 'Export', letter: 'Download', open: 'Open',
    write: 'Write a letter', write_title: 'Write to {units} units', write_hint: 'A draft for each unit; number and send them when they are right. An order goes to the leader first.', write_kind: 'Kind', write_reply_by: 'Reply by', write_reply_hint: 'Left empty: 5 workdays for a letter, 3 for an order.', write_text: 'Text', write_text_hint: 'Left empty: the usual words, which you can change.', write_save: 'Write', written: '{count} drafts are written: look at each and send it.',
    field_title: 'Title', field_text: 'Text', change: 'Change', change_title: 'Change the draft', saved: 'Saved.', delete: 'Delete the draft', delete_title: 'Delete this draft?', delete_restores: 'It has taken the place of a letter, which waits for a reply again once this is deleted.', deleted: 'Deleted.', request: 'Ask the leader', request_title: 'Ask the leader for approval?', requested: 'The leader is asked.', take_back: 'Take back', taken_back: 'Taken back: you can change it.', approve: 'Approve', approve_title: 'Approve this order?', approve_hint: 'The office numbers and sends it afterwards.', approved: 'Approved.', turn_down: 'Turn down', turn_down_title: 'Turn down', turned_down: 'Turned down.', send: 'Number and send', send_title: 'Number and send', send_hint: 'The number is the office’s, and stands once a year. The unit gets a message. Where the approval took time, move the day to reply by here.', sent: 'Sent.',
    reply: 'Reply', reply_title: 'Reply', reply_reason: 'Why', reply_measures: 'What next', reply_day: 'Done by', reply_day_hint: 'More time is asked for apart.', replied: 'Replied, thank you.', amend: 'Take back', amended: 'Taken back: you can reply anew.', accept: 'Accept and close', accept_title: 'Accept the reply and close?', accept_note: 'Note (optional)', accepted: 'Closed.', return: 'Give back', return_title: 'Give the reply back', return_day: 'New day to reply by', returned: 'Given back.', escalate: 'Escalate', escalate_title: 'Escalate', escalate_hint: 'This one ends; the draft of an order is written, which the leader approves.', escalated: 'The draft of an order is written.', withdraw: 'Take back', withdraw_title: 'Take back', withdraw_hint: 'No reply is wanted; the unit gets a message.', withdrawn: 'Taken back.',
    written_by: 'written by {name} {at}', approved_by: 'approved by {name} {at}', turned_down_by: 'turned down by {name} {at}: {reason}', sent_by: 'sent by {name} {at}', read_by: 'read by {name} {at}', unread: 'not read by the unit', closed_by: 'closed by {name} {at}', ended: 'Reason: {reason}', replies: 'Replies', no_reply: 'No reply yet', reply_by_of: '{name} {at}', reply_returned: 'given back by {name} {at}: {reason}', reply_taken_back: 'taken back', promised: 'done by {day}', before: 'takes the place of {number}', after: '{number} takes its place', the_order: 'an order', the_letter: 'a letter', my_due: 'Letters to reply to: {count}', to_approve: 'Orders to approve', to_look_at: 'Replies to look at',
  },
} as const;
