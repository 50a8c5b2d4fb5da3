/** Complaints: words, page of the portal, pages of the back office. */
export const complaintTerms = {
  complaintKinds: { false_hours: 'hours that are not true', forced_service: 'being made to take part', charging: 'being asked to pay', personal_data: 'personal data', minor_safety: 'safety of minors', wrong_content: 'wrong content', matching: 'suggestions and choices', other: 'anything else' },
  complaintStates: { open: 'waits for an answer', answered: 'answered', reopened: 'looked at again', closed: 'closed' },
  complaintOutcomes: { upheld: 'it is so', partly: 'it is partly so', not_upheld: 'it is not so' },
  complaintLevels: { county: 'county office', city: 'city office' },
  keptApart: { complaints: 'complaints and answers, once closed, counted from when they were made' },
} as const;

/** Sentences of notices about complaints. */
export const complaintNotices = {
  complaint_made: 'A complaint has come in ({number}, {kind}). Please answer by {day}.', complaint_disputed: 'The answer to complaint {number} ({kind}) did not satisfy. Please review it by {day}.', complaint_due: 'Complaint {number} ({kind}) has to be answered by {day}.',
} as const;

/** What the history of a complaint says. */
export const complaintActions = {
  'complaint.made': 'complained', 'complaint.answer': 'answered', 'complaint.dispute': 'was not satisfied with the answer', 'complaint.accept': 'was satisfied with the answer', 'complaint.lapse': 'closed after its time', 'complaint.review': 'reviewed the answer', 'complaint.contact_seen': 'looked at the contact of the complainant',
} as const;

/** Refusals about complaints. */
export const complaintErrors = {
  'complaint.unknown': 'There is no such complaint; the link may not have been copied whole. Copy the whole link again from where you kept it.', 'complaint.no_contact': 'No contact was left. Write the answer: the complainant sees it by the link.',
} as const;

/** Portal: the form, and what its link shows. */
export const portalComplaints = {
  complaints: {
    link: 'Complain or suggest', title: 'Complaints and suggestions', description: 'Hours that are not true, being made to take part, being asked to pay, personal data, wrong content, unfair suggestions: say it here, without signing in and without a name.', heading: 'Complaints and suggestions', lead: 'No need to sign in or to give a name. You get an answer with reasons within 15 workdays; if it does not satisfy you, the city office looks at it once more. The body that you complain about does not see your complaint.',
    kind: 'What about', text: 'What happened', textHint: 'When, where, what. Please leave out other people’s identity numbers and the like.', about: 'The page', aboutPage: 'You came from this page: {page}', contact: 'Phone number or e-mail (if you like)', contactHint: 'Only the office that answers can see it, and each look is written down. Without it you see the answer by a link.', name: 'What to call you (if you like)', submit: 'Send', sending: 'Sending…', required: 'Please fill this in',
    kept: 'A closed complaint is kept for at most 3 years from when it was made, then deleted. Your account is not written down.', law: 'By art. 50 of the Personal Information Protection Law, art. 22 of the provisions on algorithmic recommendation and art. 36 of the law on popular science.', look: 'Complained already? Look at the answer by the link that you kept.',
    madeHeading: 'We have it', madeText: 'Number {number}; you get an answer by {day}. Keep the link below: it shows the answer.', linkHint: 'Shown this once. Send it to yourself, for instance.', copy: 'Copy the link', copied: 'Copied', open: 'See how it stands',
    status: { title: 'How a complaint stands', description: 'By the link that you got, see how your complaint stands and what the answer is.', heading: 'How your complaint stands', noToken: 'The link is not whole. Copy all of it from where you kept it, or complain anew.', number: 'Number', kind: 'About', state: 'State', submittedAt: 'Sent', text: 'What you said', answer: 'Answer of the {level}', outcome: 'Finding', review: 'Review by the city office', disputed: 'Why it did not satisfy you', daysLeft: '{count} days left', daysPast: '{count} days late',
      next: { open: 'It is being looked into; you get an answer by {day}.', answered: 'Answered. If it will do, say so; if not, the city office looks at it once more. After 30 days without a word it is closed.', reopened: 'The city office is looking at it again; you get an answer by {day}.', closed: 'Closed.' },
      accept: 'That will do', dispute: 'Not satisfied', disputeReason: 'What does not satisfy you', disputeSubmit: 'Ask the city office', again: 'Complain about something else' },
  },
} as const;

/** Pages of the back office. */
export const adminComplaints = {
  complaints: {
    title: 'Complaints', subtitle: 'Answered with reasons within 15 workdays. The body that one is about does not see it.', number: 'Number', kind: 'About', subject: 'What it is about', level: 'Answered by', due: 'Due', days_left: '{count} days left', days_past: '{count} days late', submitted: 'Sent', text: 'What was said', about: 'Sent from the page', name: 'Name', anonymous: 'no name was given', contact: 'Contact', no_contact: 'none was left; the answer is seen by the link', call: 'Show contact', call_hint: 'Each look is written down.', county: 'County', unit: 'Unit', waiting: 'Waiting',
    answer: 'Answer', answer_title: 'Answer complaint {number}', answer_explained: 'The complainant sees it by the link. It cannot be changed afterwards. Say what you found and what is done; if it is not so, say why.', review: 'Review', review_title: 'Review complaint {number}', review_explained: 'The first answer did not satisfy. The review closes the complaint and cannot be changed.', outcome: 'Finding', answer_text: 'Answer', answered: 'Answered', first_answer: 'Answer', by: '{name}, {when}', disputed: 'Why it did not satisfy', reviewed: 'Review',
    empty: 'No complaints', empty_hint: 'At the foot of every page stands “Complain or suggest”. What comes in stands here, and you get a message.', button: 'Complain or suggest', desk: 'Complaints to answer', search: 'Find by number',
  },
} as const;
