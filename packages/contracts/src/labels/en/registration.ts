/** Who somebody is, and whether their registration holds. */
export const registrationTerms = {
  documentKinds: { id_card: 'identity card (also residence permits with 18 digits)', passport: 'passport' },
  skillLevels: { interested: 'interested', practised: 'has practice', teaching: 'can give a talk' },
  willingnesses: { standing: 'willing', asked: 'asked again', silent: 'has not answered for long' },
  standings: { good: 'in order', frozen: 'frozen', void: 'void' },
  standingActions: { freeze: 'frozen', suspend: 'frozen for age', unfreeze: 'unfrozen', void: 'made void' },
  /** Sentences that are kept as reasons where no person wrote one. */
  standingReasons: { under_age: 'The document says that the person is under 18.', void: 'The registration was false and is void.', released: 'The registration is frozen or void, so the sign-up ended.' },
} as const;

/** Sentences of notices. */
export const registrationNotices = {
  still_willing: 'A year has passed: do you still want to be a science volunteer? One tap on “Yes, I go on” in your profile is the answer.',
  real_name_wanted: 'Please enter your identity number once, before your first service. Your hours can be confirmed after that.', birth_date_corrected: 'The date of birth that you registered was not that of your document. It is now {day}.',
  registration_frozen: 'Your registration is frozen: {text}. Your records are kept; for now you cannot sign up, and no hours are confirmed. Please ask the office of your county.', registration_unfrozen: 'Your registration is in order again: {text}. You can sign up and serve.',
} as const;

/** What the history says. */
export const registrationActions = {
  'volunteer.stays': 'said to serve on',
  'real_name.given': 'entered a real name', 'real_name.corrected': 'corrected a real name', 'real_name.released': 'deleted a real name', 'volunteer.birth_date_corrected': 'corrected a date of birth by a document', 'volunteer.frozen': 'froze a registration', 'volunteer.suspended': 'froze a registration for age', 'volunteer.unfrozen': 'unfroze a registration',
  'volunteer.made_void': 'made a registration void', 'signup.released': 'left because the registration does not hold', 'real_name.reminded': 'asked for real names',
} as const;

/** Portal: the own number. */
export const portalRealName = {
  realName: {
    title: 'Real name', heading: 'Your identity number, once', description: 'Enter your identity number once, before your first service.', back: 'Back to my page', lead: 'Once, before your first service, and never again.',
    whyHeading: 'Why we ask', why: 'The Charity Law asks for volunteers to be registered by their real name. With it your hours can be confirmed, and certificates are valid.', safe: 'The number is kept encrypted. It is used to see that you are you, that you are registered once, and that you are 18. No page ever shows all of it, not even to you. It is deleted at once when you close your account.',
    number: 'Identity number', numberHint: '18 signs; the last one may be an X. Residence permits with an 18-digit number will do too.', submit: 'Send', sending: 'Sending…', passport: 'If your document has no 18-digit number (a passport, for example), please show it at the office of your county, and they enter it.',
    faults: { length: 'Please enter 18 signs: 17 digits, then a digit or X.', date: 'Digits 7 to 14 are the date of birth, and this is no date. Please compare with your card.', check: 'One digit is wrong. Please compare the whole number with your card.', typed: '{count} entered' },
    next: 'It holds at once; then your hours can be confirmed.', given: 'Entered: {masked}', givenHeading: 'Your real name is known', givenText: 'You do not have to enter it again. If the number is wrong, please show your document at the office of your county.', byStaff: 'Entered by staff who saw the document.', corrected: 'The date of birth that you registered was not that of your document. It is now {day}.',
    frozenHeading: 'Your registration is frozen', frozenText: 'For now you cannot sign up, and no hours are confirmed. Your records are kept. Please ask the office of your county.', minor: 'Your document says that you are under 18. Thank you for your kindness! Minors need the consent of a guardian: please let your parents ask the office of your county.', none: 'You are not registered as a volunteer, so nothing is needed.',
    card: { heading: 'Before your first service: enter your identity number once', text: 'Then your hours can be confirmed. It takes a minute, and only once.', go: 'Enter it' },
  },
} as const;

/** Portal and back office: rows whose hours cannot be confirmed yet. */
export const hoursWait = {
  realName: 'waits for the real name', frozen: 'registration frozen: not now', explained: { one: '{count} person has to give a real name first. Confirm the others; no presence is lost.', many: '{count} people have to give a real name first. Confirm the others; no presence is lost.' }, remind: 'Remind them', reminded: { one: '{count} person reminded, once a day at most', many: '{count} people reminded, each once a day at most' },
} as const;

/** Back office. */
export const adminRegistration = {
  registration: {
    heading: 'Registration and real name', standing: 'Standing', real_name: 'Real name', named: 'known', unnamed: 'not known', by_document: '{kind}, {masked}, {day}', by_self: 'entered by the person', by_staff: 'entered by staff', unnamed_hint: 'Before the first hours are confirmed, the person enters it on their page, or staff enter it who saw the document.', history: 'History', no_history: 'Never frozen or void.', system: 'system',
    enter: 'Enter the number', enter_title: 'Number of {name}', enter_explained: 'Please look at the document first. Nobody sees the whole number after this.', correct: 'Correct the number', correct_title: 'Correct the number of {name}', correct_explained: 'The number that stands is replaced. Please look at the document first.', kind: 'Document', number: 'Number', born_on: 'Date of birth in the document', born_hint: 'For passports; an identity number holds it.', seen: 'How it was checked', seen_hint: 'For example: saw the identity card at the desk on 5 March 2026.', seen_notes: { window: 'Came to the desk; the document was seen.', visit: 'The document was seen at a visit.' }, entered: 'Entered; the date of birth follows the document',
    faults: { length: '18 signs are needed', date: 'the date of birth in it is no date', check: 'one digit is wrong, please compare' },
    freeze: 'Freeze', freeze_title: 'Freeze the registration of {name}?', freeze_explained: 'No new sign-ups and no hours; places and records stay. The person is told the reason and whom to ask. It can be undone.', frozen: 'Frozen', unfreeze: 'Unfreeze', unfreeze_title: 'Unfreeze {name}?', unfreeze_explained: 'Sign-ups and hours go on, and the person is told.', unfrozen: 'Unfrozen', reason_hint: 'The person reads it.',
    void: 'Make void', void_title: 'Make the registration of {name} void?', void_explained: 'Only for proven false registrations, and for good. The account is disabled, places ahead end, terms in pools end, all records are taken back and progress goes down with them. The number may be given by the real person.', void_counts: 'Ends {places} sign-ups and {terms} terms, takes back {records} records ({minutes} minutes).', made_void: 'Void; the records are being taken back', going: '{count} records are still to be taken back.', reasons: { other: 'used the document of another person', nobody: 'there is no such person', twice: 'registered twice', unclear: 'has to be cleared up' },
    taken_back: 'After the close {records} records were taken back, {minutes} minutes.', plan_taken_back: 'After the plan was closed {records} pieces of evidence were taken back, {minutes} minutes. Please check the figures that were handed in.',
  },
} as const;
