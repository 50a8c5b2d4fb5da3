import type { LedTeam, MyTeamSignup } from '@kepu/contracts';
import { copyText } from '../activities/copying.js';
import { attachForm } from '../account/forms.js';
import { act, fill } from '../account/me/own.js';
import { draw, part } from '../dom/draw.js';
import { Chip } from '../layout/chip.js';
import { Icon } from '../layout/icon.js';
import { Qr } from '../layout/qr.js';
import { Verbatim } from '../layout/verbatim.js';
import { Field } from '../register/fields.js';
import { pathOf } from '../routes.js';
import { timeText } from '../times.js';
import { outcome, showChoosing } from './choosing.js';
import type { Here } from './my-teams.js';

type Press = { readonly currentTarget: HTMLButtonElement };
const rowOf = (target: Element): HTMLElement => target.closest<HTMLElement>('.row') ?? (target as HTMLElement);

/** A small form with a reason, below what it is about. */
const askReason = (here: Here, target: Element, { label, submit, needed }: { readonly label: string; readonly submit: string; readonly needed: boolean }, send: (reason: string) => Promise<LedTeam>, said: string): void => {
  const { words } = here;
  const place = part(rowOf(target), '.row-form');
  draw(place, (
    <form className="form" noValidate>
      <Field name="reason" label={label}><textarea id="reason" name="reason" rows={2} maxLength={500} aria-describedby="reason-wrong" /></Field>
      <div className="form-end"><p className="note note-wrong form-wrong" role="alert" tabIndex={-1} hidden /><p className="ways"><button className="button button-soft" type="submit">{submit}</button><button className="quiet cancel" type="button">{words('myTeams.cancel')}</button></p></div>
    </form>
  ));
  part(place, '.cancel').addEventListener('click', () => draw(place, null));
  attachForm(part<HTMLFormElement>(place, 'form'), here, needed ? ['reason'] : [], words('myTeams.loading'), async (value) => {
    show(here, await send(value('reason').trim()));
    here.announce(words(said));
  });
  part<HTMLElement>(place, 'textarea').focus();
};

const Signup = ({ signup, team, here }: { readonly signup: MyTeamSignup; readonly team: LedTeam; readonly here: Here }) => {
  const { client, words, locale, announce } = here;
  const { id, version, state, activity, host, place, shift, position, counts, people, note, may } = signup;
  const params = { id };
  const accept = ({ currentTarget }: Press): void => void act(currentTarget, here, part(rowOf(currentTarget), '.wrong'), async () => {
    const result = await client.acceptTeamSignup({ params, body: { version } });
    await showLed(here, team.id);
    announce(outcome(here, result.data));
  });
  return (
    <li className="row">
      <div>
        <p className="chips"><Chip tone={state === 'invited' ? 'wait' : 'good'} icon={state === 'invited' ? 'clock' : 'check'} word={state === 'invited' ? words('myTeams.asked') : words(`terms.teamSignupStates.${state}`)} />{shift.cancelled && <Chip tone="wrong" icon="alert" word={words('myTeams.cancelledShift')} />}</p>
        <h3><a href={pathOf('activity', locale, { params: { id: activity.id } })}><Verbatim text={activity.title} locale={locale} /></a></h3>
        <p className="line"><Icon name="clock" /><span>{timeText(shift, locale, '')}</span></p>
        <p className="line"><Icon name="place" /><span><Verbatim text={[place, position.name, host.name].join(' · ')} locale={locale} /></span></p>
        {note && <p className="soft"><Verbatim text={note} locale={locale} /></p>}
        {state === 'coming' && <p>{words('myTeams.counts', { confirmed: counts.confirmed, waiting: counts.waiting, requested: counts.requested })}</p>}
        {people.length > 0 && <ul className="plain-list">{people.map((person) => <li key={person.volunteerId}><Verbatim text={person.name} locale={locale} /> <span className="soft">{person.state ? words(`terms.signupStates.${person.state}`) : words('myTeams.consentWaits')}</span></li>)}</ul>}
        <p className="ways">
          {may.accept && <button className="button" type="button" onClick={accept}>{words('myTeams.acceptAll')}</button>}
          {(may.accept || may.cancel) && <button className="button button-soft" type="button" onClick={({ currentTarget }) => void showChoosing(here, part(rowOf(currentTarget), '.row-form'), { teamId: team.id, positionId: position.id, done: () => showLed(here, team.id) })}>{words('myTeams.choose')}</button>}
          {state === 'invited' && <button className="quiet" type="button" onClick={({ currentTarget }) => askReason(here, currentTarget, { label: words('myTeams.leaveReason'), submit: words('myTeams.notComing'), needed: false }, (reason) => client.declineTeamSignup({ params, body: { version, reason: reason || null } }), 'myTeams.declined')}>{words('myTeams.notComing')}</button>}
          {may.cancel && <button className="quiet" type="button" onClick={({ currentTarget }) => askReason(here, currentTarget, { label: words('myTeams.callOffReason'), submit: words('myTeams.callOff'), needed: false }, (reason) => client.cancelTeamSignup({ params, body: { version, reason: reason || null } }), 'myTeams.calledOff')}>{words('myTeams.callOff')}</button>}
        </p>
        <div className="row-form" /><p className="wrong" role="alert" />
      </div>
    </li>
  );
};

const Person = ({ person, team, here }: { readonly person: LedTeam['people'][number]; readonly team: LedTeam; readonly here: Here }) => {
  const { client, words, locale, announce } = here;
  const { id, version, volunteerId, name, minor, leads, state } = person;
  const handOver = ({ currentTarget }: Press): void => void act(currentTarget, here, part(rowOf(currentTarget), '.wrong'), async () => {
    await client.handTeamOver({ params: { id: team.id }, body: { volunteerId } });
    announce(words('myTeams.handedOver'));
    here.go(pathOf('myTeams', locale));
  });
  return (
    <li className="row">
      <div>
        <p><b><Verbatim text={name} locale={locale} /></b>{minor && <span className="soft"> {words('myTeams.minor')}</span>} <span className="soft">{leads ? words('myTeams.leads') : words(`terms.teamMemberStates.${state}`)}</span></p>
        {!leads && (
          <p className="ways">
            <button className="quiet" type="button" onClick={({ currentTarget }) => askReason(here, currentTarget, { label: words('myTeams.dismissReason'), submit: words('myTeams.dismiss'), needed: true }, (reason) => client.dismissTeamMember({ params: { id }, body: { version, reason } }), 'myTeams.dismissed')}>{words('myTeams.dismiss')}</button>
            {state === 'member' && !minor && <button className="quiet" type="button" onClick={handOver}>{words('myTeams.handOver')}</button>}
          </p>
        )}
        <div className="row-form" /><p className="wrong" role="alert" />
      </div>
    </li>
  );
};

const View = ({ team, here }: { readonly team: LedTeam; readonly here: Here }) => {
  const { client, words, locale, announce } = here;
  const renew = ({ currentTarget }: Press): void => void act(currentTarget, here, part(rowOf(currentTarget), '.wrong'), async () => { show(here, await client.renewTeamCode({ params: { id: team.id }, body: { version: team.version } })); announce(words('myTeams.renewed')); });
  return (
    <>
      <p><a className="quiet" href={pathOf('myTeams', locale)}>{words('myTeams.back')}</a></p>
      <h2><Verbatim text={team.name} locale={locale} /></h2>
      <h3>{words('myTeams.goes')}</h3>
      {team.signups.length === 0 ? <div className="empty empty-small"><p>{words('myTeams.nothing')}</p><p className="ways"><a className="button button-soft" href={pathOf('activities', locale)}>{words('myTeams.find')}</a></p></div> : <ul className="rows plain-list">{team.signups.map((signup) => <Signup key={signup.id} signup={signup} team={team} here={here} />)}</ul>}
      <h3>{words('myTeams.way')}</h3>
      <div className="row"><div>
        <p>{words('myTeams.wayText')}</p>
        <p className="line"><span>{words('myTeams.code')}: <b>{team.code}</b></span></p>
        <Qr svg={team.qr} alt={words('myTeams.qr')} />
        <p className="ways"><button className="button button-soft" type="button" onClick={() => void copyText(team.url).then((done) => { if (done) announce(words('myTeams.copied')); })}>{words('myTeams.copy')}</button> <button className="quiet" type="button" onClick={renew}>{words('myTeams.renew')}</button></p>
        <p className="wrong" role="alert" />
      </div></div>
      <h3>{words('myTeams.people')} ({team.people.filter(({ state }) => state === 'member').length})</h3>
      <ul className="rows plain-list">{team.people.map((person) => <Person key={person.id} person={person} team={team} here={here} />)}</ul>
    </>
  );
};

const show = (here: Here, team: LedTeam): void => draw(here.host, <View team={team} here={here} />);

/** The team that one leads, in place of the list. */
export const showLed = (here: Here, id: string): Promise<void> => fill(here.host, here, () => here.client.getLedTeam({ params: { id } }), (team) => <View team={team} here={here} />);
