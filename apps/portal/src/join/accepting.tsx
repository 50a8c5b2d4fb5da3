import type { InvitationOffer, Session } from '@kepu/contracts';
import { attachForm } from '../account/forms.js';
import { draw, part } from '../dom/draw.js';
import { codeOf, told, type Browser } from '../islands/browser.js';
import { Field } from '../register/fields.js';
import { pathOf } from '../routes.js';
import { dateOf, dayOf } from '../times.js';

/** Saying yes to an invitation. Who is signed in keeps the account; who has none makes one here. */
export const attachInvitation = (root: HTMLElement, browser: Browser & { readonly token: string }): void => {
  const { client, words, locale, go, here, memory, token } = browser;
  const say = (text: string, tone: 'wrong' | 'wait' = 'wrong'): void => draw(root, <p className={`note note-${tone} note-large`} role="alert">{text}</p>);

  const done = (offer: InvitationOffer): void => {
    memory.remember(true);
    draw(root, (
      <div className="note note-good note-large"><div><h2 tabIndex={-1}>{words('invitation.done', { unit: offer.unit.name })}</h2><p>{words('invitation.doneText')}</p><p className="ways"><a className="button button-large" href="/admin">{words('invitation.goOn')}</a></p></div></div>
    ));
    part(root, 'h2').focus();
  };
  const signInFirst = (): void => draw(root, (
    <div className="note note-wait note-large" role="alert"><div><p>{words('invitation.signInFirst')}</p><p className="ways"><button className="button" type="button" onClick={() => go(pathOf('signIn', locale, { query: { next: here() } }))}>{words('invitation.signIn')}</button></p></div></div>
  ));

  const offerTo = (offer: InvitationOffer, session: Session | null): void => {
    if (offer.state !== 'open') return say(words(`invitation.closed.${offer.state}`), 'wait');
    const fields = session ? ['contact'] : ['contact', 'password'];
    draw(root, (
      <form className="form" method="post" noValidate>
        <p className="lead">{words('invitation.text', { by: offer.invitedBy, unit: offer.unit.name, role: words(`terms.roles.${offer.role}`) })}</p>
        <p className="soft">{words('invitation.until', { day: dateOf(dayOf(offer.expiresAt), locale, '') })}</p>
        {session && <p className="note note-calm">{words('invitation.signedIn', { name: session.account.name })}</p>}
        <Field name="contact" label={words(`invitation.${offer.contactKind}`)} hint={words('invitation.contactHint')}><input id="contact" name="contact" autoComplete="username" inputMode={offer.contactKind === 'phone' ? 'tel' : 'email'} maxLength={254} aria-describedby="contact-hint contact-wrong" /></Field>
        {!session && (
          <Field name="password" label={words('invitation.password')} hint={words('invitation.passwordHint')}>
            <div className="secret"><input id="password" name="password" type="password" autoComplete="new-password" maxLength={200} aria-describedby="password-hint password-wrong" /><button className="tool reveal" type="button" aria-pressed="false" aria-controls="password">{words('form.reveal')}</button></div>
          </Field>
        )}
        <div className="form-end"><p className="note note-wrong form-wrong" role="alert" tabIndex={-1} hidden /><button className="button button-large" type="submit">{words('invitation.accept')}</button></div>
      </form>
    ));
    attachForm(part<HTMLFormElement>(root, 'form'), browser, fields, words('invitation.accepting'), async (value) => {
      try {
        await client.acceptInvitation({ body: { token, contact: value('contact'), ...(session ? {} : { password: value('password') }) } });
        done(offer);
      } catch (error) {
        if (codeOf(error) !== 'invitation.sign_in_first') throw error;
        signInFirst();
      }
    });
  };

  if (!/^[\w-]{43}$/.test(token)) return say(words('invitation.noToken'));
  const session = memory.seemsSignedIn() ? client.getSession().catch(() => null) : Promise.resolve(null);
  Promise.all([client.lookUpInvitation({ body: { token } }), session]).then(([offer, signedIn]) => offerTo(offer, signedIn), (error: unknown) => say(told(error, words)));
};
