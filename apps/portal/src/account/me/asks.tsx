import { draw } from '../../dom/draw.js';
import { pathOf } from '../../routes.js';
import { act, type Own } from './own.js';

/** A notice that has changed since it was agreed to: both choices stand beside each other, and nothing is in the way of the rest of the page. */
export const askAgain = async (host: HTMLElement, own: Own): Promise<void> => {
  const { client, words, locale, announce } = own;
  // What cannot be asked now is asked at the next visit.
  const consents = await client.getMyConsents().catch(() => null);
  const asked = consents?.data.find(({ asks }) => asks);
  if (!asked) return;
  const wrong = document.createElement('p');
  wrong.className = 'wrong';
  wrong.setAttribute('role', 'alert');
  const agree = ({ currentTarget }: { readonly currentTarget: HTMLButtonElement }): void => void act(currentTarget, own, wrong, async () => {
    await client.giveConsent({ body: { kind: asked.kind, version: asked.currentVersion } });
    draw(host, null);
    announce(words('asks.done'));
  });
  draw(host, (
    <section className="note note-wait note-large" aria-label={words('asks.heading')}>
      <div>
        <b>{words('asks.heading')}</b><p>{words('asks.text')} <a href={pathOf('privacy', locale)}>{words('asks.read')}</a></p>
        <p className="ways"><button className="button" type="button" onClick={agree}>{words('asks.agree')}</button><a className="button button-soft" href={`${pathOf('myData', locale)}#leave`}>{words('asks.leave')}</a></p>
      </div>
    </section>
  ));
  host.append(wrong);
};
