/** Signing in: the words of proofs, factors and devices; what people are told of their account. */
export const signInTerms = {
  proofKinds: { password: 'password', sms: 'code by SMS', email: 'link by mail', oidc: 'single sign-on', totp: 'authenticator app' },
  browsers: { wechat: 'WeChat', edge: 'Edge', chrome: 'Chrome', firefox: 'Firefox', safari: 'Safari', huawei: 'Huawei Browser', other: 'another browser' },
  systems: { android: 'Android', ios: 'iPhone or iPad', windows: 'Windows', mac: 'Mac', linux: 'Linux', harmony: 'HarmonyOS', other: 'another device' },
  accountChanges: {
    factor_on: 'a second way was turned on', factor_off: 'a second way was turned off', password: 'the password was changed', contact: 'the phone or e-mail address was changed', recovery_codes: 'new recovery codes were made', recovery_code_used: 'a recovery code was used', identity_on: 'single sign-on was linked', identity_off: 'single sign-on was unlinked',
  },
} as const;

/** Sentences of notices. */
export const signInNotices = {
  signed_in_anew: 'Your account was signed in on a new device: {system}, {browser}. If this was not you, sign the device out under “Account and security” and change your password.',
  sign_in_changed: 'On your account, {change}. If this was not you, tell the office at once.',
} as const;

/** What the history says. */
export const signInActions = {
  'account.factors_reset': 'reset the second ways', 'sign_in.code_requested': 'asked for a code', 'sign_in.code_refused': 'wrong code', 'session.proof_added': 'added a proof', 'session.proof_refused': 'proof refused', 'session.others_ended': 'signed other devices out', 'sign_in.factor_on': 'turned a factor on', 'sign_in.factor_off': 'turned a factor off',
  'sign_in.recovery_codes_made': 'made recovery codes', 'sign_in.contact_changed': 'changed the contact', 'sign_in.device_remembered': 'had a device remembered', 'sign_in.device_forgotten': 'had a device forgotten', 'sign_in.identity_linked': 'linked single sign-on', 'sign_in.identity_unlinked': 'unlinked single sign-on',
} as const;

/** Messages that leave by SMS gateway or mail. */
export const signInMessages = {
  code: '[Kepu] Your code is {code}, valid for 10 minutes. Tell it to nobody.', linkSubject: 'Kepu: your sign-in link', codeSubject: 'Kepu: your code',
  link: 'Hello,\n\nopen this link within 15 minutes to sign in to Kepu. It works once:\n\n{url}\n\nIf you did not ask for it, ignore this mail.',
  mailCode: 'Hello,\n\nyour code is {code}, valid for 10 minutes. Tell it to nobody.\n\nIf you did not ask for it, change your password soon.',
} as const;
