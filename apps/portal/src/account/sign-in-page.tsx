import { NoScript } from '../layout/parts.js';
import { cityOf } from '../load.js';
import type { PageContext, Tell } from '../page.js';
import { Field } from '../register/fields.js';
import { pathOf } from '../routes.js';
import { wordsFor } from '../words.js';

const SignInPage = (context: PageContext) => {
  const { words, locale, site } = context;
  return (
    <div className="wrap page form-page form-narrow">
      <h1>{words('signIn.heading')}</h1>
      <NoScript {...context} what="signIn" />
      <div className="island by-script" data-island="sign-in" data-words={wordsFor(locale, ['signIn', 'form', 'offline'])}>
        <form className="form" method="post" noValidate>
          <Field name="identifier" label={words('signIn.identifier')} hint={words('signIn.identifierHint')}><input id="identifier" name="identifier" autoComplete="username" inputMode="email" autoCapitalize="none" maxLength={254} required aria-describedby="identifier-hint identifier-wrong" /></Field>
          <Field name="password" label={words('signIn.password')}>
            <div className="secret"><input id="password" name="password" type="password" autoComplete="current-password" maxLength={200} required aria-describedby="password-wrong" /><button className="tool reveal" type="button" aria-pressed="false" aria-controls="password">{words('form.reveal')}</button></div>
          </Field>
          <div className="form-end">
            <p className="note note-wrong form-wrong" role="alert" tabIndex={-1} hidden />
            <button className="button button-large" type="submit" disabled>{words('signIn.submit')}</button>
          </div>
        </form>
      </div>
      <p className="form-aside">{words('signIn.new')} <a className="to-register" href={pathOf('register', locale)}>{words('signIn.register')}</a></p>
      <p className="soft">{site.contact ? words('signIn.forgottenContact', { contact: site.contact }) : words('signIn.forgotten')}</p>
      <p className="soft">{words('signIn.staff')} <a href="/admin">{words('signIn.admin')}</a></p>
    </div>
  );
};

/** Sign-in for citizens. */
export const tellSignIn: Tell = async (ask) => ({
  title: ask.words('signIn.title'), description: ask.words('signIn.description'), cityName: await cityOf(ask), sheets: ['forms'], islands: ['signIn'], body: (context) => <SignInPage {...context} />,
});
