/** Certificates: words, messages, history, refusals and pages. */
export const credentialTerms = {
  credentialStates: { declared: 'to be confirmed', confirmed: 'confirmed', audited: 'looked at again', returned: 'given back' },
  credentialProofs: { file: 'saw the photo handed in', original: 'saw the certificate itself', register: 'asked the register of the issuer' },
  credentialFields: { kind: 'kind of certificate' },
  credentialDays: { from_future: 'its first day is still to come', end_before_start: 'its last day lies before its first', end_missing: 'this kind needs a last day' },
  credentialLapsed: 'no valid {kinds} on the day of service', membershipLapsed: 'no term in {pools} on the day of service',
} as const;

/** Sentences of notices about certificates. */
export const credentialNotices = {
  credential_declared: '{name} has declared "{kind}". Please confirm it.', credential_confirmed: 'Your "{kind}" is confirmed: you can sign up where it is demanded.', credential_returned: 'Your "{kind}" was given back: {text}', credential_undone: 'The decision about your "{kind}" was taken back. It is looked at again.', credential_granted: 'You have finished "{title}" and hold "{kind}" now.',
  credential_ending: 'Your "{kind}" ends on {day}. If you have a new one, please hand it in, so that you can go on signing up.', credential_ending_unit: 'The "{kind}" of {name} ends on {day}. Please remind them to renew it.', signup_lapsed: 'Your place at "{title}" ({time}) was taken back: {text}. Once it is put right you can sign up again.', signup_lapsed_unit: 'The place of {name} at "{title}" ({time}) is free again: {text}. Please find somebody soon.',
} as const;

/** What the history says. */
export const credentialActions = {
  'credential_kind.created': 'added a kind of certificate', 'credential_kind.changed': 'changed a kind of certificate', 'credential.declared': 'declared a certificate', 'credential.corrected': 'corrected a certificate', 'credential.removed': 'took a certificate out', 'credential.file_set': 'handed in a photo of a certificate', 'credential.opened': 'looked at the photo of a certificate', 'credential.confirmed': 'confirmed a certificate', 'credential.audited': 'looked at a certificate again', 'credential.undone': 'undid a decision about a certificate', 'credential.returned': 'gave a certificate back',
  'credential.sampled': 'drew certificates', 'credential.granted': 'given a certificate by a training', 'credential.taken_back': 'took back the certificate of a training', 'signup.lapsed': 'left because a certificate or a term does not hold',
} as const;

/** Back office: certificates and their kinds. */
export const adminCredentials = {
  credentials: {
    title: 'Certificates', one: 'Certificate', subtitle: 'What volunteers have declared. The unit confirms after seeing the photo or the original, the office looks at a sample again. Only what is confirmed opens positions that demand it.', search: 'Name or initials of its pinyin', state: 'State', kind: 'Kind', unit: 'Unit', county: 'County', ending: 'Ending', ending_60: 'ends within 60 days or has ended', ending_14: 'ends within 14 days or has ended', sampled: 'Sample', sampled_only: 'drawn, to be looked at',
    empty: 'No certificates match', empty_hint: 'They appear here once volunteers declare them under "Mine".', person: 'Name', issuer: 'Issuer', number: 'Number', span: 'Valid', no_end: 'without an end', until: 'until {day}', expired: 'has ended', file: 'Photo', no_file: 'no photo was handed in', open_file: 'Open the photo', open_logged: 'Each look is logged, and the person can see it.', declared_at: 'Declared', course: 'by the training {title}', confirmed_by: '{name} confirmed it {at} ({proof})', audited_by: '{name} looked again {at}', returned_because: 'given back {at}: {reason}', drawn: 'drawn {at}', implies: 'stands for {kinds} too',
    confirm: 'Confirm', confirm_title: 'Confirm "{kind}" of {name}', confirm_hint: 'Compare name, number and days. What differs from the certificate is put right here.', proof: 'How it was seen', from_day: 'First day', to_day: 'Last day', to_day_hint: 'Empty where it does not end.', confirmed: 'Confirmed; the person is told', return: 'Give back', return_title: 'Give "{kind}" back to {name}', returned: 'Given back; the person is told', reasons: { blurred: 'The photo cannot be read, please take it again', other: 'The certificate is somebody else\'s', ended: 'The certificate has ended, please hand in the new one', wrong: 'Number or days differ from the certificate' },
    return_warning: 'Places that rest on it become free at once.', audit: 'Still right', audit_title: 'Look again at "{kind}" of {name}', audited: 'Noted', sample: 'Draw a sample', bulk_confirm: 'Confirm the {count} chosen', bulk_return: 'Give the {count} chosen back', bulk_proof_hint: 'Only what you have looked at yourself: with the file that was handed in, the certificate itself, or the register.', pool: 'Pool', filed: 'File', filed_yes: 'file handed in', filed_no: 'no file', sample_title: 'Draw certificates to be looked at again', sample_hint: 'By chance, of those confirmed that were never drawn.', sample_size: 'How many', sample_kind: 'Of which kind (none for all)', sample_done: '{count} drawn', sample_none: 'There is nothing to draw', own: 'Nobody confirms the own certificates',
  },
  credential_kinds: {
    title: 'Kinds of certificates', subtitle: 'What positions can demand. "Stands for" means that whoever holds this one need not hold the other.', create: 'Add a kind', edit: 'Change', name: 'Name', note: 'Note for volunteers', implies: 'Stands for', implies_hint: 'For example a chief physician is a physician.', expires: 'Has a last day', expires_hint: 'It must be given when declared.', by_course: 'Trainings can give it', by_course_hint: 'A training can choose it; whoever finishes has it.', sort: 'Order', retired: 'Retired', retired_hint: 'Nobody can declare or demand it any more; what is there still holds.', saved: 'Saved', empty: 'No kinds yet', empty_hint: 'Add one, for example a physician\'s licence or a first aid certificate.',
  },
} as const;

/** Portal: the own certificates. */
export const portalCredentials = {
  credentials: {
    short: 'Certificates', heading: 'My certificates', none: 'None yet. Licences of physicians, teachers or first aiders open positions that demand them, once your unit has confirmed them.', add: 'Add a certificate', kind: 'Which kind', choose: 'Please choose', issuer: 'Issued by', number: 'Number (optional)', numberHint: 'Kept encrypted; nobody sees all of it.', fromDay: 'First day', toDay: 'Last day', toDayHint: 'Leave it empty where it does not end.', toDayNeeded: 'This kind needs a last day.', photo: 'Photo of the certificate', photoHint: 'Name, number and days must be readable. JPG, PNG or PDF, up to 15 MB. Only those who confirm it can open it, and each look is logged.', save: 'Hand in', saving: 'Sending...', saved: 'Handed in. You will be told once it is confirmed.', savedNoPhoto: 'Saved, but the photo did not arrive: {reason}. Please send it again below.',
    until: 'until {day}', always: 'does not end', implies: 'stands for {kinds} too', course: 'given by the training {title}', returned: 'given back: {reason}', expired: 'ended on {day}', ending: 'ends on {day}; please hand in the new one', edit: 'Change', renew: 'Hand in a new one', upload: 'Send a photo', replace: 'Another photo', open: 'Open the photo', noPhoto: 'no photo yet', remove: 'Take out', removeSure: 'Take "{kind}" out? Places that rest on it become free.', removed: 'Taken out.', cancel: 'Cancel', required: 'Please fill this in', mend: 'Put it right',
  },
} as const;
