import { NoScript } from '../layout/parts.js';
import type { PageContext } from '../page.js';
import { Field } from '../register/fields.js';
import { PrivacyText } from '../register/privacy.js';
import { pathOf } from '../routes.js';
import { GuardianBirth } from './guardian-birth.js';

/** A tick that agrees to one text, with the text itself in place. */
export const ReadTick = ({ name, version, label, read, page, href, region, children }: { readonly name: string; readonly version: string; readonly label: string; readonly read: string; readonly page: string; readonly href: string; readonly region: string; readonly children: React.ReactNode }) => (
  <div className="field" data-field={name}>
    <label className="tick"><input id={name} type="checkbox" name={name} value={version} required aria-describedby={`${name}-wrong`} /><span>{label}</span></label>
    <p className="wrong" id={`${name}-wrong`} role="alert" />
    <details className="privacy-details"><summary>{read}</summary><div className="privacy-scroll" role="region" tabIndex={0} aria-label={region}>{children}</div><p><a href={href}>{page}</a></p></details>
  </div>
);

/** The tick under the privacy notice. */
export const PrivacyTick = ({ version, label, ...context }: PageContext & { readonly version: string; readonly label: string }) => {
  const { words, locale } = context;
  return <ReadTick name="consent" version={version} label={label} read={words('register.readPrivacy')} page={words('register.privacyPage')} href={pathOf('privacy', locale)} region={words('privacy.title')}><PrivacyText {...context} version={version} /></ReadTick>;
};

/** The form by which a parent gets an account: a name, a birth date, a phone, a password. */
export const GuardianForm = ({ version, today, ...context }: PageContext & { readonly version: string; readonly today: string }) => {
  const { words } = context;
  return (
    <>
      <NoScript {...context} what="register" />
      <form className="form guardian-account by-script" method="post" data-today={today} noValidate>
        <h2 tabIndex={-1}>{words('guardianAccount.heading')}</h2>
        <Field name="name" label={words('guardianAccount.name')} hint={words('guardianAccount.nameHint')}><input id="name" name="name" autoComplete="name" maxLength={60} required aria-describedby="name-hint name-wrong" /></Field>
        <GuardianBirth name="bornOn" words={words} />
        <Field name="phone" label={words('guardianAccount.phone')} hint={words('guardianAccount.phoneHint')}><input id="phone" name="phone" type="tel" autoComplete="tel" maxLength={20} required aria-describedby="phone-hint phone-wrong" /></Field>
        <Field name="password" label={words('register.password')} hint={words('register.passwordHint')}>
          <div className="secret"><input id="password" name="password" type="password" autoComplete="new-password" maxLength={200} required aria-describedby="password-hint password-wrong" /><button className="tool reveal" type="button" aria-pressed="false" aria-controls="password">{words('form.reveal')}</button></div>
        </Field>
        <PrivacyTick {...context} version={version} label={words('register.consent')} />
        <div className="form-end"><p className="note note-wrong form-wrong" role="alert" tabIndex={-1} hidden /><button className="button button-large" type="submit" disabled>{words('guardianAccount.submit')}</button></div>
      </form>
    </>
  );
};
