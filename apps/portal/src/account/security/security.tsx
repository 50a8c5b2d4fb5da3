import { draw, part } from '../../dom/draw.js';
import { codeOf, ledAway, told, type Browser } from '../../islands/browser.js';
import { drawProof } from '../second-proof.js';
import type { Account } from './account.js';
import { Contact, Password } from './contact.js';
import { Factors, OtherHouse } from './factors.js';
import { Devices, Sessions } from './parts.js';

/** Fills the page, and fills it anew after each change. */
export const attachSecurity = async (root: HTMLElement, browser: Browser): Promise<void> => {
  const { client, words, memory, here } = browser;
  const [alert, place, parts] = [part(root, '.own-alert'), part(root, '.security-prove'), part(root, '.security-parts')];
  const announce = (text: string): void => draw(alert, <p className="note note-good">{text}</p>);

  const fill = async (): Promise<void> => {
    try {
      const session = await client.getSession();
      const security = await client.getMySecurity();
      memory.remember(true);
      const prove = (error: unknown): boolean => {
        if (error !== null && codeOf(error) !== 'auth.proof_required') return false;
        draw(place, <section className="own-part"><h2 tabIndex={-1}>{words('security.prove.heading')}</h2><p>{words('security.prove.text')}</p><div className="proof" /></section>);
        drawProof(part(place, '.proof'), browser, { ways: session.ways.filter((way) => way !== 'oidc'), mayRemember: false, next: here(), done: () => void done(words('security.prove.done')) });
        part(place, 'h2').focus();
        return true;
      };
      const account: Account = { ...browser, session, security, today: session.today, oidc: root.dataset['oidc'] ?? '', done, prove };
      draw(parts, <><Password account={account} /><Contact account={account} /><Factors account={account} /><OtherHouse account={account} /><Sessions account={account} /><Devices account={account} /></>);
    } catch (error) {
      if (ledAway(error, browser)) return;
      draw(parts, <div className="note note-wrong"><div><p>{told(error, words)}</p><button className="button button-soft" type="button" onClick={() => void fill()}>{words('form.retry')}</button></div></div>);
    }
  };
  const done = async (text: string): Promise<void> => {
    draw(place, null);
    await fill();
    announce(text);
    alert.scrollIntoView?.({ block: 'center' });
  };
  await fill();
};
