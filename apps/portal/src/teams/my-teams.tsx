import type { ChildTeam, MyTeam, MyTeams } from '@kepu/contracts';
import { attachForm } from '../account/forms.js';
import { act, fill } from '../account/me/own.js';
import { draw, part } from '../dom/draw.js';
import type { Browser } from '../islands/browser.js';
import { Chip } from '../layout/chip.js';
import { Verbatim } from '../layout/verbatim.js';
import { Field } from '../register/fields.js';
import { pathOf } from '../routes.js';
import { hoursOf } from '../times.js';
import { showChoosing } from './choosing.js';
import { showLed } from './led-team.js';

/** What every part of the page knows. `position`: for which a team is to be signed up. */
export interface Here extends Browser { readonly host: HTMLElement; readonly announce: (text: string) => void; readonly position: string | null }
type Press = { readonly currentTarget: HTMLButtonElement };

const looks = { member: { tone: 'good', icon: 'check' }, invited: { tone: 'wait', icon: 'clock' }, consent: { tone: 'wait', icon: 'clock' } } as const;
const calm = { tone: 'calm', icon: 'info' } as const;
const rowOf = (target: Element): HTMLElement => target.closest<HTMLElement>('.row') ?? (target as HTMLElement);

const About = ({ team: { name, kind, unit, about }, locale }: { readonly team: Pick<MyTeam, 'name' | 'kind' | 'unit' | 'about'>; readonly locale: Browser['locale'] }) => (
  <><h3><Verbatim text={name} locale={locale} /></h3><p className="soft"><Verbatim text={[kind.name, unit.name].join(' · ')} locale={locale} /></p>{about && <p><Verbatim text={about} locale={locale} /></p>}</>
);

const Team = ({ team, here }: { readonly team: MyTeam; readonly here: Here }) => {
  const { client, words, locale, position } = here;
  const { id, mine, state, leader, members, served } = team;
  const at = { params: { id: mine.id }, body: { version: mine.version } };
  const answer = (run: () => Promise<MyTeams>, said: string) => ({ currentTarget }: Press): void => void act(currentTarget, here, part(rowOf(currentTarget), '.wrong'), async () => { show(here, await run()); here.announce(words(said)); });
  const leave = ({ currentTarget }: Press): void => {
    const place = part(rowOf(currentTarget), '.row-form');
    draw(place, (
      <form className="form" noValidate>
        <Field name="reason" label={words('myTeams.leaveReason')}><textarea id="reason" name="reason" rows={2} maxLength={500} aria-describedby="reason-wrong" /></Field>
        <div className="form-end"><p className="note note-wrong form-wrong" role="alert" tabIndex={-1} hidden /><p className="ways"><button className="button button-soft" type="submit">{words('myTeams.leaveSure')}</button><button className="quiet cancel" type="button">{words('myTeams.cancel')}</button></p></div>
      </form>
    ));
    part(place, '.cancel').addEventListener('click', () => draw(place, null));
    attachForm(part<HTMLFormElement>(place, 'form'), here, [], words('myTeams.loading'), async (value) => {
      show(here, await client.leaveTeam({ ...at, body: { ...at.body, reason: value('reason').trim() || null } }));
      here.announce(words('myTeams.left'));
    });
    part<HTMLElement>(place, 'textarea').focus();
  };
  return (
    <li className="row">
      <div>
        <p className="chips"><Chip {...(mine.state === 'member' || mine.state === 'invited' || mine.state === 'consent' ? looks[mine.state] : calm)} word={mine.state === 'invited' ? words('myTeams.invitedBy') : words(`terms.teamMemberStates.${mine.state}`)} />{mine.leads && <span className="chip chip-kind">{words('myTeams.leads')}</span>}{state !== 'active' && <Chip {...calm} word={words(`terms.teamStates.${state}`)} />}</p>
        <About team={team} locale={locale} />
        <p>{leader ? words('myTeams.leader', { name: leader }) : words('myTeams.noLeader')} · {words('myTeams.members', { count: members })}</p>
        {served.activities > 0 && <p className="soft">{words('myTeams.served', { activities: served.activities, people: served.people, hours: hoursOf(served.minutes) })}</p>}
        <p className="ways">
          {mine.state === 'invited' && <button className="button" type="button" onClick={answer(() => client.acceptTeamInvitation(at), 'myTeams.accepted')}>{words('myTeams.accept')}</button>}
          {mine.state === 'invited' && <button className="button button-soft" type="button" onClick={answer(() => client.declineTeamInvitation(at), 'myTeams.declined')}>{words('myTeams.decline')}</button>}
          {mine.leads && position !== null && <button className="button" type="button" disabled={state !== 'active'} onClick={({ currentTarget }) => void showChoosing(here, part(rowOf(currentTarget), '.row-form'), { teamId: id, positionId: position, done: () => showLed(here, id) })}>{words('myTeams.pick')}</button>}
          {mine.leads && <button className={position === null ? 'button' : 'button button-soft'} type="button" onClick={() => void showLed(here, id)}>{words('myTeams.open')}</button>}
          {!mine.leads && mine.state !== 'invited' && <button className="quiet" type="button" onClick={leave}>{words('myTeams.leave')}</button>}
        </p>
        <div className="row-form" /><p className="wrong" role="alert" />
      </div>
    </li>
  );
};

const Child = ({ row, here }: { readonly row: ChildTeam; readonly here: Here }) => {
  const { client, words, locale } = here;
  const { id, version, child, state, team, kind, unit, about } = row;
  const at = { params: { id }, body: { version } };
  const answer = (run: () => Promise<MyTeams>, said: string) => ({ currentTarget }: Press): void => void act(currentTarget, here, part(rowOf(currentTarget), '.wrong'), async () => { show(here, await run()); here.announce(words(said)); });
  return (
    <li className="row">
      <div>
        <p className="chips"><Chip {...(state === 'consent' ? looks.consent : looks.member)} word={words(state === 'consent' ? 'myTeams.childAsks' : 'myTeams.childIn', { name: child.name })} /></p>
        <About team={{ name: team.name, kind, unit, about }} locale={locale} />
        <p className="ways">
          {state === 'consent' && <button className="button" type="button" onClick={answer(() => client.agreeToTeam(at), 'myTeams.agreed')}>{words('myTeams.agree')}</button>}
          <button className={state === 'consent' ? 'button button-soft' : 'quiet'} type="button" onClick={answer(() => client.refuseTeam(at), 'myTeams.refused')}>{words(state === 'consent' ? 'myTeams.refuse' : 'myTeams.takeOut')}</button>
        </p>
        <p className="wrong" role="alert" />
      </div>
    </li>
  );
};

/** The list, as it stands after what was just done. */
const show = (here: Here, { data, children }: MyTeams): void => {
  const { words, locale, position, host } = here;
  const led = data.filter(({ mine }) => mine.leads);
  const shown = position === null ? data : led;
  draw(host, (
    <>
      {position !== null && <><h2>{words('myTeams.signUp')}</h2><p><a className="quiet" href={pathOf('myTeams', locale)}>{words('myTeams.back')}</a></p></>}
      {shown.length === 0 ? <div className="empty empty-small"><p>{words(position === null ? 'myTeams.none' : 'myTeams.noLed')}</p></div> : <ul className="rows plain-list">{shown.map((team) => <Team key={team.id} team={team} here={here} />)}</ul>}
      {position === null && children.length > 0 && <><h2>{words('myTeams.children')}</h2><ul className="rows plain-list">{children.map((row) => <Child key={row.id} row={row} here={here} />)}</ul></>}
      {position === null && (
        <form className="form code-form" noValidate>
          <Field name="code" label={words('myTeams.code')} hint={words('myTeams.codeHint')}><input id="code" name="code" maxLength={12} autoComplete="off" autoCapitalize="characters" spellCheck={false} aria-describedby="code-hint code-wrong" /></Field>
          <div className="form-end"><p className="note note-wrong form-wrong" role="alert" tabIndex={-1} hidden /><p className="ways"><button className="button button-soft" type="submit">{words('myTeams.look')}</button></p></div>
        </form>
      )}
    </>
  ));
  const form = host.querySelector<HTMLFormElement>('.code-form');
  if (form) attachForm(form, here, ['code'], words('myTeams.loading'), (value) => { here.go(pathOf('teamDoor', locale, { params: { code: value('code').trim().toUpperCase() } })); return Promise.resolve(); });
};

/** Fills the page of the own teams. */
export const attachMyTeams = async (root: HTMLElement, browser: Browser & { readonly position: string | null }): Promise<void> => {
  const alert = part(root, '.own-alert');
  const here: Here = { ...browser, host: part(root, '.own-content'), announce: (text) => draw(alert, <p className="note note-good">{text}</p>) };
  let found: MyTeams | null = null;
  await fill(here.host, here, async () => { found = await here.client.getMyTeams(); return found; }, () => null);
  if (found) show(here, found);
};
