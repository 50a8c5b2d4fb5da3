import type { Session } from '@kepu/contracts';
import { draw, part } from '../dom/draw.js';
import { ledAway, nextOf, told, type Browser } from '../islands/browser.js';
import { pathOf } from '../routes.js';
import { askForCode } from './code-step.js';
import { attachForm, Secret } from './forms.js';
import { drawMissing } from './second-proof.js';
import { arrive } from './signing-in.js';
import { attachWays } from './ways.js';

/** What these pages know of their address beside the rest. */
export type Arrival = Browser & { readonly search: string };

/** The page that asks for a second proof. */
export const attachSecond = async (root: HTMLElement, browser: Arrival): Promise<void> => {
  const { client, words, locale, go, search } = browser;
  const next = nextOf(search, pathOf('me', locale));
  try {
    const session = await client.getSession();
    if (session.missing) drawMissing(root, browser, session, next, (whole) => arrive(root, browser, whole, next));
    else {
      draw(root, <p role="status">{words('second.nothing')}</p>);
      go(next);
    }
  } catch (error) {
    if (!ledAway(error, { ...browser, here: () => next })) draw(root, <p className="note note-wrong" role="alert">{told(error, words)}</p>);
  }
};

/** The page that a link in a mail opens. A tap uses the link up, for programs that look into mails open links too. */
export const attachLink = (root: HTMLElement, browser: Arrival, hash: string, forget: () => void): void => {
  const { client, words, locale } = browser;
  const [, id, code] = /^#([\da-f]{8}-[\da-f-]{27})\.([\w-]{43})$/.exec(hash) ?? [];
  // It is no place to come back to.
  forget();
  const again = <p className="ways"><a className="button button-soft" href={pathOf('signIn', locale)}>{words('link.again')}</a></p>;
  if (!id || !code) return draw(root, <><p className="note note-wrong">{words('link.broken')}</p>{again}</>);
  draw(root, (
    <form className="form" noValidate><p>{words('link.text')}</p><div className="form-end"><p className="note note-wrong form-wrong" role="alert" tabIndex={-1} hidden /><button className="button button-large" type="submit">{words('link.submit')}</button></div></form>
  ));
  attachForm(part<HTMLFormElement>(root, 'form'), browser, [], words('signIn.sending'), async () => {
    const session = await client.answerSessionChallenge({ params: { id }, body: { code } });
    browser.memory.remember(true);
    const next = pathOf('me', locale);
    if (session.missing) return drawMissing(root, browser, session, next, (whole) => choose(whole));
    choose(session);
  });
  const choose = (session: Session): void => {
    if (session.account.mustChangePassword) return drawNewPassword(root, browser, pathOf('me', locale));
    draw(root, <div className="form"><p className="note note-good">{words('link.done')}</p><p className="ways"><a className="button" href={pathOf('me', locale)}>{words('signIn.goOn')}</a><button className="button button-soft" type="button" onClick={() => drawNewPassword(root, browser, pathOf('me', locale))}>{words('link.newPassword')}</button></p></div>);
  };
};

/** A new password, for whoever came by a code or link. */
export const drawNewPassword = (root: HTMLElement, browser: Browser, next: string): void => {
  const { client, words, go } = browser;
  draw(root, (
    <form className="form" noValidate>
      <h2 tabIndex={-1}>{words('recover.newHeading')}</h2><p>{words('recover.newText')}</p>
      <Secret name="nextPassword" label={words('signIn.next')} hint={words('signIn.nextHint')} words={words} fresh />
      <div className="form-end"><p className="note note-wrong form-wrong" role="alert" tabIndex={-1} hidden /><button className="button button-large" type="submit">{words('recover.submit')}</button></div>
    </form>
  ));
  part(root, 'h2').focus();
  attachForm(part<HTMLFormElement>(root, 'form'), browser, ['nextPassword'], words('form.sending'), async (value) => {
    await client.setNewPassword({ body: { next: value('nextPassword') } });
    go(next);
  });
};

/** The page of a forgotten password: a code or link first, then the new one. */
export const attachRecovery = (root: HTMLElement, browser: Arrival): void => {
  const { client, words, locale, memory, search } = browser;
  const next = nextOf(search, pathOf('me', locale));
  const proven = (session: Session): void => {
    memory.remember(true);
    if (session.missing) drawMissing(root, browser, session, next, () => drawNewPassword(root, browser, next));
    else drawNewPassword(root, browser, next);
  };
  attachWays(root);
  const phone = root.querySelector<HTMLFormElement>('.way-sms form');
  if (phone) attachForm(phone, browser, ['phone'], words('form.sending'), (value) => {
    const given = value('phone');
    return askForCode(root, browser, {
      ask: () => client.createSessionChallenge({ body: { phone: given } }), sent: words('entry.codeSent'), submit: words('entry.confirm'),
      take: async ({ challengeId, code }) => proven(await client.answerSessionChallenge({ params: { id: challengeId }, body: { code } })),
    });
  });
  const mail = root.querySelector<HTMLFormElement>('.way-email form');
  if (mail) attachForm(mail, browser, ['email'], words('form.sending'), async (value) => {
    await client.createSessionChallenge({ body: { email: value('email') } });
    draw(root, <><p className="note note-good" role="status">{words('entry.linkSent')}</p><p className="hint">{words('recover.linkHint')}</p></>);
  });
};

