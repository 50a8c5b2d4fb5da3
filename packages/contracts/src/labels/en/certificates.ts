/** Proofs of service: words, history, the document, and pages. */
export const certificateTerms = { certificateStates: { valid: 'as the records say', changed: 'the records were corrected since' } } as const;

/** What the history says. */
export const certificateActions = { 'service_certificate.issued': 'issued a proof of service' } as const;

/** The document. */
export const certificateDocuments = {
  certificateTitle: 'Proof of volunteer service', certificateBody: 'This is to prove that {name} (volunteer number {number}) served in science volunteering organised by this unit from {from} to {to}: {services} times, {hours} hours ({minutes} minutes) in all. What was done:', certificateDay: 'Day', certificateContent: 'Service (position)', certificateMinutes: 'Minutes', certificateMore: '{count} more are not listed and are counted above.', certificateCheck: 'Scan to check, and to see whether the records were corrected',
} as const;

/** The back office. */
export const adminCertificates = {
  certificates: {
    title: 'Proofs of service', none: 'None was issued yet.', nothing: 'The units that you keep recorded no volunteer hours of this person.', issue: 'Issue a proof', issue_title: 'A proof of service for {name}', explained: 'Whoever recorded is whoever proves: a proof is of one unit, and says what the ledger of volunteer hours says.', unit: 'Recording unit', from: 'From', to: 'To', issued: 'Issued. It can be saved, printed and stamped.', file: 'Save', line: '{unit}: {services} times, {time}, {from} to {to}', source: '{unit} ({services} times, {time})',
  },
} as const;

/** The portal: the own ones, and their check. */
export const portalCertificates = {
  certificates: {
    heading: 'Proofs of service', lead: 'Whoever recorded your service proves it, one unit at a time, free of charge. After a correction please have one issued anew.', unit: 'Recording unit', from: 'From', to: 'To', issue: 'Issue a proof', issued: 'The proof is there and can be saved.', download: 'Save the proof', nothing: 'Once volunteer hours are confirmed, they can be proven here.', source: '{unit} ({services} times, {hours} hours)', line: '{services} times, {hours} hours, {from} to {to}',
    found: 'This proof of service was issued here', name: 'Name', number: 'Number', span: 'Time', span_text: '{from} to {to}', services: 'Services', hours: 'Hours', hours_text: '{hours} hours ({minutes} minutes)', issued_on: 'Issued on', state: 'Result', present: 'As corrected', present_text: '{services} times, {hours} hours ({minutes} minutes)',
  },
} as const;
