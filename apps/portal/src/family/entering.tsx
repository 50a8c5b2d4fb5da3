import { draw, part } from '../dom/draw.js';
import { codeOf, type Browser } from '../islands/browser.js';
import { Icon } from '../layout/icon.js';
import { pathOf } from '../routes.js';
import { attachGuardianAccount } from './guardian-account.js';

/** The parents' way in. Whoever is signed in goes straight on. */
export const attachFamily = (root: HTMLElement, browser: Browser): void => {
  const { client, words, locale, go, memory } = browser;
  const next = pathOf('myFamily', locale);
  attachGuardianAccount(part<HTMLFormElement>(root, '.guardian-account'), browser, next, () => go(next));
  if (!memory.seemsSignedIn()) return;
  client.getSession().then(({ account }) => draw(part(root, '.family-signed-in'), (
    <div className="note note-good"><Icon name="check" /><div><b>{words('family.signedIn', { name: account.name })}</b><p className="ways"><a className="button" href={next}>{words('family.goOn')}</a></p></div></div>
  )), (error: unknown) => {
    if (codeOf(error) === 'auth.required') memory.remember(false);
  });
};
