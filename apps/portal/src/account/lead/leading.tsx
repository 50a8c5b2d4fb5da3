import type { Roster } from '@kepu/contracts';
import { draw, part } from '../../dom/draw.js';
import { codeOf, ledAway, told, type Browser } from '../../islands/browser.js';
import { Icon } from '../../layout/icon.js';
import { Verbatim } from '../../layout/verbatim.js';
import { When } from '../../layout/when.js';
import { pathOf } from '../../routes.js';
import { attachCode } from './code.js';
import { attachHours } from './hours.js';
import { attachTickList } from './tick-list.js';

/** What each part of the leader's page knows. A new roster is told to all of them. */
export interface Leading extends Browser {
  readonly id: string; readonly today: string;
  readonly roster: () => Roster;
  readonly changed: (roster: Roster) => void;
  /** Says something at the foot of the screen, with one way to take it back. */
  readonly say: (text: string, undo?: () => Promise<void>) => void;
}

const Head = ({ roster: { activity, shift }, today, browser: { words, locale } }: { readonly roster: Roster; readonly today: string; readonly browser: Browser }) => {
  return (
    <div className="lead-head">
      <h2><a href={pathOf('activity', locale, { params: { id: activity.id } })}><Verbatim text={activity.title} locale={locale} /></a></h2>
      <p className="line"><Icon name="clock" /><span><When time={shift} locale={locale} today={today} words={shift.cancelled ? undefined : words} /></span></p>
      <p className="line"><Icon name="place" /><span><Verbatim text={`${activity.countyName} · ${activity.place}`} locale={locale} /></span></p>
      {shift.cancelled && <p className="note note-wrong"><Icon name="alert" /><span>{words('lead.cancelled')}</span></p>}
    </div>
  );
};

/** The leader's page: the list first, for elders in a village hall do not scan; then the code; then the hours. */
export const attachLead = async (root: HTMLElement, browser: Browser): Promise<void> => {
  const { client, words, locale, memory } = browser;
  const id = root.dataset['shift'] ?? '';
  const body = part(root, '.lead-body');
  try {
    // The session says what day it is; the roster, whether somebody leads here.
    const [session, first] = await Promise.all([client.getSession(), client.getRoster({ params: { id } })]);
    memory.remember(true);
    let roster = first;
    const parts: (() => void)[] = [];
    draw(body, (
      <>
        <Head roster={roster} today={session.today} browser={browser} />
        <div className="lead-code" /><div className="lead-list" /><div className="lead-hours" /><div className="lead-said" role="status" />
      </>
    ));
    const said = part(body, '.lead-said');
    let quiet = 0;
    const leading: Leading = {
      ...browser, id, today: session.today, roster: () => roster,
      changed: (next) => {
        roster = next;
        for (const update of parts) update();
      },
      say: (text, undo) => {
        window.clearTimeout(quiet);
        draw(said, <><span>{text}</span>{undo && <button className="said-undo" type="button" onClick={() => void undo()}><Icon name="undo" />{words('lead.undo')}</button>}</>);
        said.classList.add('lead-said-open');
        quiet = window.setTimeout(() => said.classList.remove('lead-said-open'), 8000);
      },
    };
    parts.push(attachTickList(part(body, '.lead-list'), leading), attachHours(part(body, '.lead-hours'), leading));
    attachCode(part(body, '.lead-code'), leading);
  } catch (error) {
    if (ledAway(error, browser)) return;
    const none = codeOf(error) === 'resource.not_found' || codeOf(error) === 'input.invalid';
    draw(body, (
      <div className="note note-wrong note-large"><Icon name="alert" /><div><b>{words(none ? 'lead.none' : 'lead.failed')}</b><p>{none ? words('lead.noneText') : told(error, words)}</p><p className="ways"><a className="button button-soft" href={pathOf('me', locale)}>{words('lead.toMe')}</a></p></div></div>
    ));
  }
};
