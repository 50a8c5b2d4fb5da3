import type { ActivityConsent, Family } from '@kepu/contracts';
import { fill } from '../account/me/own.js';
import { draw, part } from '../dom/draw.js';
import { ledAway, told, type Browser } from '../islands/browser.js';
import { pathOf } from '../routes.js';
import { Children } from './children.js';
import { Given, Waiting } from './consents.js';
import type { Kin } from './kin.js';
import { OwnGuardians } from './own-guardians.js';

const isOpen = ({ state }: ActivityConsent): boolean => state === 'asked' || state === 'changed';

/** What waits for a word comes first: it is what somebody opened the page for. */
const Body = ({ family, consents, kin }: { readonly family: Family; readonly consents: readonly ActivityConsent[]; readonly kin: Kin }) => {
  if (family.minor) return <OwnGuardians family={family} minor={family.minor} consents={consents} kin={kin} />;
  return (
    <>
      <Waiting consents={consents.filter(isOpen)} kin={kin} />
      <Children children={family.children} ageKnown={family.ageKnown} kin={kin} />
      {family.children.length > 0 && <Given consents={consents.filter((one) => !isOpen(one))} kin={kin} />}
    </>
  );
};

/** Fills the page of the own family. */
export const attachMyFamily = async (root: HTMLElement, browser: Browser): Promise<void> => {
  const { client, words, locale, memory } = browser;
  const [alert, content] = [part(root, '.own-alert'), part(root, '.own-content')];
  const session = await client.getSession().catch((error: unknown) => {
    if (!ledAway(error, browser)) draw(part(root, '.own-body'), <div className="note note-wrong"><div><p>{told(error, words)}</p><a className="button button-soft" href={pathOf('myFamily', locale)}>{words('form.retry')}</a></div></div>);
    return null;
  });
  if (!session) return;
  memory.remember(true);
  const kin: Kin = {
    ...browser, root, today: session.today,
    announce: (text) => {
      draw(alert, <p className="note note-good">{text}</p>);
      // What was pressed is gone with the part that was drawn anew: the word about it takes the focus.
      alert.focus();
      alert.scrollIntoView?.({ block: 'nearest' });
    },
    refresh: () => fill(content, kin, async () => {
      const [family, consents] = await Promise.all([client.getMyFamily(), client.listActivityConsents({ query: { perPage: 100 } })]);
      return { family, consents: consents.data };
    }, (answer) => <Body {...answer} kin={kin} />),
    childForm: () => {
      const copy = document.importNode(part<HTMLTemplateElement>(root, '.child-template').content, true);
      return part<HTMLFormElement>(copy, 'form');
    },
  };
  await kin.refresh();
};
