import type { Session } from '@kepu/contracts';
import { draw, part } from '../dom/draw.js';
import { codeOf, nextOf, type Browser } from '../islands/browser.js';
import { pathOf } from '../routes.js';
import { askForCode } from './code-step.js';
import { attachForm, PasswordForm } from './forms.js';
import { drawMissing } from './second-proof.js';
import { attachWays } from './ways.js';

/** Goes on with a session: what it lacks first, then a password of one's own, then to where somebody wanted to go. */
export const arrive = (root: HTMLElement, browser: Browser, session: Session, next: string, current = ''): void => {
  const { client, words, go, memory } = browser;
  memory.remember(true);
  if (session.missing) return drawMissing(root, browser, session, next, (whole) => arrive(root, browser, whole, next, current));
  if (!session.account.mustChangePassword) return go(next);
  draw(root, <><h2 tabIndex={-1}>{words('signIn.firstHeading')}</h2><p>{words('signIn.firstText')}</p><PasswordForm words={words} submit={words('signIn.change')} /></>);
  const change = part<HTMLFormElement>(root, 'form');
  part<HTMLInputElement>(change, '#currentPassword').value = current;
  attachForm(change, browser, ['currentPassword', 'nextPassword'], words('form.sending'), async (value) => {
    await client.changePassword({ body: { current: value('currentPassword'), next: value('nextPassword') } });
    go(next);
  });
  part(root, 'h2').focus();
};

/** Sign-in by whichever way there is, and the way back to where somebody came from. */
export const attachSignIn = (root: HTMLElement, browser: Browser & { readonly search: string }): void => {
  const { client, words, locale, go, memory, search } = browser;
  const next = nextOf(search, pathOf('me', locale));
  attachWays(root);
  const form = part<HTMLFormElement>(root, '.way-password form');
  attachForm(form, browser, ['identifier', 'password'], words('signIn.sending'), async (value) => {
    arrive(root, browser, await client.createSession({ body: { identifier: value('identifier'), password: value('password') } }), next, value('password'));
  });
  const phone = root.querySelector<HTMLFormElement>('.way-sms form');
  if (phone) attachForm(phone, browser, ['phone'], words('form.sending'), (value) => {
    const given = value('phone');
    return askForCode(part(root, '.way-sms'), browser, {
      ask: () => client.createSessionChallenge({ body: { phone: given } }), sent: words('entry.codeSent'), submit: words('signIn.submit'),
      take: async ({ challengeId, code }) => arrive(root, browser, await client.answerSessionChallenge({ params: { id: challengeId }, body: { code } }), next),
    });
  });
  const mail = root.querySelector<HTMLFormElement>('.way-email form');
  if (mail) attachForm(mail, browser, ['email'], words('form.sending'), async (value) => {
    await client.createSessionChallenge({ body: { email: value('email') } });
    draw(part(root, '.way-email'), <p className="note note-good" role="status">{words('entry.linkSent')}</p>);
  });

  const goOn = (): void => go(next);
  const signedIn = (session: Session): void => {
    if (session.missing || session.account.mustChangePassword) return arrive(root, browser, session, next);
    memory.remember(true);
    const welcome = document.createElement('div');
    draw(welcome, (
      <div className="note note-good"><div><b>{words('signIn.signedIn', { name: session.account.name })}</b><p className="ways"><button className="button" type="button" onClick={goOn}>{words('signIn.goOn')}</button><button className="quiet" type="button" onClick={() => welcome.remove()}>{words('signIn.other')}</button></p></div></div>
    ));
    root.prepend(welcome);
  };
  const wanted = nextOf(search, '');
  // What is wanted goes along on every way out of this page.
  if (wanted) {
    for (const [selector, page] of [['.to-register', 'register'], ['.to-recover', 'recover']] as const) document.querySelector(selector)?.setAttribute('href', pathOf(page, locale, { query: { next: wanted } }));
    root.querySelector('.way-oidc a')?.setAttribute('href', `/api/v1/oidc/start?${new URLSearchParams({ next: wanted })}`);
  }
  if (!memory.seemsSignedIn()) return;
  client.getSession().then(signedIn, (error: unknown) => {
    if (codeOf(error) === 'auth.required') memory.remember(false);
  });
};
