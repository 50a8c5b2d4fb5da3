/** Words of personal data, for all apps. */
export const privacyTerms = {
  accessFields: { phone: 'Mobile number', email: 'E-mail address', export: 'Exported list' },
  consentKinds: { privacy: 'Privacy notice', recommendations: 'Personal suggestions', honour_roll: 'Name in public lists of honours' },
  consentMethods: { self: 'Agreed online', on_behalf: 'Agreed when staff registered them', earlier: 'Agreed at registration' },
  bodies: { city: 'Office of the city’s leading group for science literacy', division: 'Office of {name}' },
} as const;

/** The texts that people agree to beside the privacy notice. A changed text needs a new version. */
export const consentTexts = {
  recommendations: 'I agree that Kepu suggests activities to me, and orders people for organisers, by my topics, times, county, occupation and the activities that I took part in. The rules are published under “How suggestions are made”. I can switch this off at any time; then everything is ordered by date, and sign-ups and service records are not affected.',
  honour_roll: 'I agree that my name, unit and hours of service are shown on public pages of Kepu such as the honour roll. They are not shown unless I agree. I can take this back at any time; my name then leaves the public pages, and my service records and certificates are not affected.',
} as const;
