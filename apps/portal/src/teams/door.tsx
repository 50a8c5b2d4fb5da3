import type { TeamDoor } from '@kepu/contracts';
import { act } from '../account/me/own.js';
import { draw, part } from '../dom/draw.js';
import { codeOf, ledAway, told, type Browser } from '../islands/browser.js';
import { Icon } from '../layout/icon.js';
import { Verbatim } from '../layout/verbatim.js';
import { pathOf } from '../routes.js';

const ToTeams = ({ words, locale }: Pick<Browser, 'words' | 'locale'>) => <a className="button button-soft" href={pathOf('myTeams', locale)}>{words('teamDoor.toTeams')}</a>;

/** Shows the team behind the code, and lets people in. */
export const attachDoor = async (root: HTMLElement, browser: Browser): Promise<void> => {
  const { client, words, locale } = browser;
  const host = part(root, '.own-content');
  const code = root.dataset['code'] ?? '';
  const show = (door: TeamDoor): void => {
    const { name, kind, unit, about, leader, members, joined, minor } = door;
    const inside = joined === 'member' || joined === 'consent';
    const join = ({ currentTarget }: { readonly currentTarget: HTMLButtonElement }): void => void act(currentTarget, browser, part(host, '.wrong'), async () => {
      await client.joinTeam({ body: { code } });
      draw(host, <div className="note note-good note-large"><Icon name="check" /><div><b>{words(minor ? 'teamDoor.doneMinor' : 'teamDoor.done')}</b><p className="ways"><ToTeams words={words} locale={locale} /></p></div></div>);
    });
    draw(host, (
      <>
        <h2><Verbatim text={name} locale={locale} /></h2>
        <p className="soft"><Verbatim text={[kind.name, unit.name].join(' · ')} locale={locale} /></p>
        {about && <p><Verbatim text={about} locale={locale} /></p>}
        <p>{leader ? words('myTeams.leader', { name: leader }) : words('myTeams.noLeader')} · {words('myTeams.members', { count: members })}</p>
        {minor && !inside && <p className="note">{words('teamDoor.minorText')}</p>}
        {inside ? <p className="ways"><span>{words('teamDoor.joined')}</span> <ToTeams words={words} locale={locale} /></p> : <p className="ways"><button className="button" type="button" onClick={join}>{words('teamDoor.join')}</button></p>}
        <p className="wrong" role="alert" />
      </>
    ));
  };
  try {
    show(await client.getTeamDoor({ params: { code } }));
  } catch (error) {
    if (ledAway(error, browser)) return;
    draw(host, <div className="note note-wrong"><Icon name="alert" /><p>{codeOf(error) === 'resource.not_found' ? words('teamDoor.gone') : told(error, words)}</p></div>);
  }
};
