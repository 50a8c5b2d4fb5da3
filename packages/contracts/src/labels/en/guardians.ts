/** Words of minors and their guardians, for all apps. */
export const guardianTerms = {
  /** Words for the same, as rolls of pupils have them. */
  spokenRelations: { mother: 'mum mom', father: 'dad', grandparent: 'grandmother grandfather', sibling: 'brother sister', other: 'other' },
  relations: { mother: 'mother', father: 'father', grandparent: 'grandparent', sibling: 'grown-up brother or sister', other: 'other legal guardian' },
  linkMethods: { registered: 'registered by the guardian', link: 'confirmed on the guardian’s own phone', slip: 'signed on paper' },
  guardianStates: { asked: 'waiting for the guardian', linked: 'confirmed', declined: 'says not to be the guardian', expired: 'link has run out', ended: 'ended' },
  activityConsentStates: { asked: 'waiting for the guardian', given: 'guardian agreed', changed: 'the risks changed: please agree again', refused: 'guardian said no', withdrawn: 'guardian no longer agrees', over: 'over' },
  recordRequestStates: { asked: 'waiting', approved: 'approved', refused: 'not approved', expired: 'run out' },
  whoMayServe: { adults: 'grown-ups only', minors: 'pupils too (with a guardian’s consent)', dangerous: 'dangerous (rescue, heights, chemicals …): grown-ups only' },
  shiftConsents: { given: 'guardian agreed', changed: 'the risks changed, the guardian has not agreed again', missing: 'the guardian has not agreed' },
} as const;

/** Children under 8, who come along with an adult of their family. */
export const companionTerms = {
  total: 'Children under 8 who come along, in their parents’ care: {count}', row: 'children along: {count}', toConfirm: 'the risks changed: to be confirmed again', welcome: 'children under 8 may come along',
} as const;

/** Sentences of notices about minors. A child is named by the masked name alone. */
export const guardianNotices = {
  consent_asked: '{name} would like to join “{title}” ({time}). Please read the risks and decide.', consent_given: 'Your guardian agreed to “{title}”.', consent_refused: 'Your guardian did not agree to “{title}”.', consent_withdrawn: 'Your guardian no longer agrees to “{title}”; your places there were left.',
  consent_changed: 'The risks of “{title}” changed. Please read them again and decide about {name}: without a new consent before it begins, taking part is not possible.', guardian_linked: '{name} is confirmed as guardian: you can now sign up for activities that suit minors.', guardian_ended: 'A guardian is no longer linked; what was agreed to has ended with it.',
  came_of_age: 'You are 18: no guardian decides for you any more. Please check your profile and read the privacy notice again.', child_came_of_age: '{name} is 18; your rights as guardian have ended.',
  child_signup_confirmed: '{name} has a place: “{title}”, {time}, {place}.', child_signup_waiting: '“{title}” is full; {name} is on the waiting list.', child_signup_refused: 'Sorry, {name} could not get a place in “{title}”: {text}', child_activity_cancelled: '“{title}”, for which {name} signed up, is cancelled: {text}.',
  child_shift_moved: '“{title}”, for which {name} signed up, moved to {time}: {text}. You can leave if it does not suit.', child_shift_cancelled: 'The time {time} of “{title}”, for which {name} signed up, is cancelled: {text}.', child_signup_clashed: '“{title}”, for which {name} signed up, moved to {time} and clashes with “{other}”; this sign-up was cancelled.', child_hours_confirmed: 'Hours of {name} in “{title}” are confirmed: {hours} h, {ledger}.',
  minor_record_asked: '{by} of {unit} asks to open a minor’s record. Please check and decide.', minor_record_approved: 'Your request to open the record {number} of a minor is approved for 24 hours.', minor_record_refused: 'Your request to open the record {number} of a minor was not approved.',
} as const;

/** What the history says about minors. */
export const guardianActions = {
  'guardian.registered': 'made an account as a guardian', 'guardian.age_stated': 'said when they were born, as a guardian', 'guardian.asked': 'asked a guardian', 'guardian.linked': 'guardian confirmed', 'guardian.declined': 'says not to be the guardian', 'guardian.ended': 'ended being the guardian', 'child.registered': 'registered a child', 'minor.came_of_age': 'came of age', 'minor_policy.created': 'changed the rules for minors',
  'activity_consent.asked': 'asked the guardian', 'activity_consent.given': 'guardian agreed', 'activity_consent.refused': 'guardian said no', 'activity_consent.withdrawn': 'guardian no longer agrees', 'minor_record.asked': 'asked to open a minor’s record', 'minor_record.approved': 'approved opening a minor’s record', 'minor_record.refused': 'did not approve opening a minor’s record',
  'minor_record.opened': 'opened a minor’s record', 'emergency_card.opened': 'opened the emergency card', 'minor_audit.exported': 'exported the audit of minors’ data',
} as const;

/** The rules for children's data. A changed text needs a new version of the consent `child`. */
export const childText = 'I am the child’s parent or other guardian. I know: this service keeps only what a child’s volunteering needs: name, date of birth, county, school (optional), topics, sign-ups, attendance and records; it asks for no photo, address, marks or health data, and records no position. The name is kept encrypted, lists show the surname only; whoever leads on the spot sees the name on the day and can look up my phone in an emergency; each look is logged and told to me. Other staff have to give a reason and need the approval of a responsible person, good for 24 hours and logged as well. A child’s data serve nothing but its volunteering, there are no personal suggestions unless switched on, nothing is published or passed on. I decide on each activity separately, having read its risks; I can withdraw, see, correct, export and delete at any time. My rights end by themselves when the child is 18. Service records are kept as the law on volunteer records demands.' as const;

/** The sheet of the yearly audit of minors' data. */
export const minorAuditWords = {
  title: 'Audit of minors’ personal data', sheetFigures: 'Figures', sheetAccesses: 'Looks', item: 'Item', count: 'Count', year: 'Year', madeAt: 'Made', policy: 'Rules for minors, version {version}', at: 'Time', who: 'Who', body: 'Body', role: 'As', field: 'What', number: 'Volunteer number', reason: 'Reason',
  basis: 'Once a year, by article 37 of the regulation on the protection of minors online.', shiftLeader: 'leader on the spot',
  figures: {
    minors: 'Minors registered', children: 'of them under 14', registered: 'Registered this year', guardians: 'Guardians linked', withoutGuardian: 'Without a guardian yet', consentsGiven: 'Consents to activities', consentsRefused: 'Refused by guardians', consentsWithdrawn: 'Withdrawn by guardians', served: 'Minors who served', minutes: 'Minutes served',
    recordsAsked: 'Asked to open a record', recordsApproved: 'Approved', recordsRefused: 'Not approved', recordsOpened: 'Records opened', emergencyCards: 'Emergency cards opened', slipsOpened: 'scans of signed slips opened', reveals: 'Contacts revealed', exported: 'In exported lists (name hidden)', deleted: 'Accounts closed', cameOfAge: 'Came of age',
  },
} as const;
