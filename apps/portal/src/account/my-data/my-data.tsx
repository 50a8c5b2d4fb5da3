import { draw, part } from '../../dom/draw.js';
import { ledAway, told, type Browser } from '../../islands/browser.js';
import { pathOf } from '../../routes.js';
import { fill, type Own } from '../me/own.js';
import { AccessList, askAccesses } from './accesses.js';
import { ConsentList } from './consents.js';
import { Leave } from './leave.js';

const Kept = ({ own: { words, locale } }: { readonly own: Own }) => (
  <div>
    <p>{words('mine.kept.text')}</p>
    <p className="ways"><a className="button" href="/api/v1/me/data.html" download>{words('mine.kept.page')}</a><a className="button button-soft" href="/api/v1/me/data" download>{words('mine.kept.data')}</a><a className="quiet" href={`${pathOf('me', locale)}#profile`}>{words('mine.kept.edit')}</a></p>
    <p className="hint">{words('mine.kept.hint')}</p>
  </div>
);

/** Fills the page of one's own data, each part by itself. */
export const attachMyData = async (root: HTMLElement, browser: Browser): Promise<void> => {
  const { client, words, locale, memory } = browser;
  const content = (name: string): HTMLElement => part(root, `#${name} .own-content`);
  const alert = part(root, '.own-alert');
  const session = await client.getSession().catch((error: unknown) => {
    if (!ledAway(error, browser)) draw(part(root, '.own-body'), <div className="note note-wrong"><div><p>{told(error, words)}</p><a className="button button-soft" href={pathOf('myData', locale)}>{words('form.retry')}</a></div></div>);
    return null;
  });
  if (!session) return;
  memory.remember(true);
  const consents = (): Promise<void> => fill(content('consents'), own, () => client.getMyConsents(), ({ data }) => <ConsentList consents={data} own={own} />);
  const own: Own = { ...browser, today: session.today, announce: (text) => draw(alert, <p className="note note-good">{text}</p>), refresh: consents };
  draw(content('kept'), <Kept own={own} />);
  draw(content('leave'), <Leave own={own} />);
  await Promise.all([consents(), fill(content('accesses'), own, () => askAccesses(own, 1), (answer) => <AccessList accesses={answer} own={own} />)]);
};
