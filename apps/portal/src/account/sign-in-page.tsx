import type { SignInOptions } from '@kepu/contracts';
import { Note, NoScript } from '../layout/parts.js';
import { cityOf, orNone } from '../load.js';
import type { Ask, PageContext, Tell } from '../page.js';
import { Field } from '../register/fields.js';
import { pathOf } from '../routes.js';
import { wordsFor } from '../words.js';
import type { Words } from '../wording.js';

/** Where the API cannot be asked, a password works as soon as it can. */
const passwordOnly: SignInOptions = { sms: false, email: false, oidc: null, demoMessages: false, registrationProof: false };
/** Which ways there are. */
export const optionsOf = async (ask: Ask): Promise<SignInOptions> => (await orNone(ask, ask.client.getSignInOptions())) ?? passwordOnly;

const End = ({ submit }: { readonly submit: string }) => (
  <div className="form-end"><p className="note note-wrong form-wrong" role="alert" tabIndex={-1} hidden /><button className="button button-large" type="submit" disabled>{submit}</button></div>
);

const PhoneWay = ({ words }: { readonly words: Words }) => (
  <form className="form" method="post" noValidate>
    <Field name="phone" label={words('entry.phone')}><input id="phone" name="phone" type="tel" autoComplete="tel" maxLength={20} required aria-describedby="phone-wrong" /></Field>
    <End submit={words('entry.getCode')} />
  </form>
);
const MailWay = ({ words }: { readonly words: Words }) => (
  <form className="form" method="post" noValidate>
    <Field name="email" label={words('entry.mail')}><input id="email" name="email" type="email" autoComplete="email" autoCapitalize="none" maxLength={254} required aria-describedby="email-wrong" /></Field>
    <End submit={words('entry.sendLink')} />
  </form>
);
const PasswordWay = ({ words }: { readonly words: Words }) => (
  <form className="form" method="post" noValidate>
    <Field name="identifier" label={words('signIn.identifier')} hint={words('signIn.identifierHint')}><input id="identifier" name="identifier" autoComplete="username" inputMode="email" autoCapitalize="none" maxLength={254} required aria-describedby="identifier-hint identifier-wrong" /></Field>
    <Field name="password" label={words('signIn.password')}>
      <div className="secret"><input id="password" name="password" type="password" autoComplete="current-password" maxLength={200} required aria-describedby="password-wrong" /><button className="tool reveal" type="button" aria-pressed="false" aria-controls="password">{words('form.reveal')}</button></div>
    </Field>
    <End submit={words('signIn.submit')} />
  </form>
);
const wayViews = { sms: PhoneWay, password: PasswordWay, email: MailWay } as const;

/** Forms of the ways, one shown at a time. In a demo nobody's phone rings, so that the password of its accounts comes first. */
export const Ways = ({ words, options, without }: { readonly words: Words; readonly options: SignInOptions; readonly without?: 'password' }) => {
  const messages = [...(options.sms ? ['sms' as const] : []), ...(options.email ? ['email' as const] : [])];
  const all = without ? messages : options.demoMessages || !options.sms ? (['password', ...messages] as const) : ([messages[0] ?? 'sms', 'password', ...messages.slice(1)] as const);
  return (
    <>
      {all.length > 1 && <div className="choices way-choices" role="group" aria-label={words('entry.waysLabel')}>{all.map((way, place) => <button key={way} className="choice-button" type="button" data-way={way} aria-pressed={place === 0}>{words(`entry.ways.${way}`)}</button>)}</div>}
      {all.map((way, place) => {
        const View = wayViews[way];
        return <section key={way} className={`way way-${way}`} hidden={place > 0} aria-label={words(`entry.ways.${way}`)}><View words={words} /></section>;
      })}
      {options.demoMessages && <p className="hint way-demo">{words('entry.demo')}</p>}
    </>
  );
};

const SignInPage = ({ options, oidc, ...context }: PageContext & { readonly options: SignInOptions; readonly oidc: string | undefined }) => {
  const { words, locale, site } = context;
  const recover = options.sms || options.email;
  return (
    <div className="wrap page form-page form-narrow">
      <h1>{words('signIn.heading')}</h1>
      <NoScript {...context} what="signIn" />
      {oidc && <Note tone={oidc === 'unknown' ? 'wait' : 'wrong'} icon="alert">{words(`entry.oidc${oidc === 'unknown' ? 'Unknown' : oidc === 'taken' ? 'Taken' : 'Failed'}`)}</Note>}
      <div className="island by-script" data-island="sign-in" data-words={wordsFor(locale, ['signIn', 'entry', 'second', 'form', 'offline'])}>
        <Ways words={words} options={options} />
        {options.oidc && <p className="way-oidc"><a className="button button-soft button-large" href="/api/v1/oidc/start">{words('entry.oidc', { name: options.oidc.name })}</a></p>}
      </div>
      <p className="form-aside">{words('signIn.new')} <a className="to-register" href={pathOf('register', locale)}>{words('signIn.register')}</a></p>
      <p className="soft">{recover ? <a className="to-recover" href={pathOf('recover', locale)}>{words('entry.forgotten')}</a> : site.contact ? words('signIn.forgottenContact', { contact: site.contact }) : words('signIn.forgotten')}</p>
      <p className="soft">{words('signIn.staff')} <a href="/admin">{words('signIn.admin')}</a></p>
    </div>
  );
};

/** Sign-in for citizens. */
export const tellSignIn: Tell = async (ask) => {
  const [options, cityName] = await Promise.all([optionsOf(ask), cityOf(ask)]);
  const { oidc } = ask.visit.query;
  return { title: ask.words('signIn.title'), description: ask.words('signIn.description'), cityName, sheets: ['forms'], islands: ['signIn'], body: (context) => <SignInPage {...context} options={options} oidc={oidc} /> };
};
