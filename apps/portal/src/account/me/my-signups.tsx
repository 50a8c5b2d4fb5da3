import type { MySignup } from '@kepu/contracts';
import type { FormEvent } from 'react';
import { CompanionsFields, companionsOf } from '../../activities/companions.js';
import { draw, part } from '../../dom/draw.js';
import { codeOf, ledAway, told } from '../../islands/browser.js';
import { Chip } from '../../layout/chip.js';
import { Icon } from '../../layout/icon.js';
import { Verbatim } from '../../layout/verbatim.js';
import { When } from '../../layout/when.js';
import { signupLooks } from '../../layout/states.js';
import { pathOf } from '../../routes.js';
import { capital } from '../../wording.js';
import { Growing, type Pageful } from './growing.js';
import { act, fill, type Own } from './own.js';

/** The own sign-ups of shifts to come, the next first; or of those that are over, the last first. */
export const askSignups = ({ client }: Own, upcoming: boolean, page: number): Promise<Pageful<MySignup>> =>
  client.listMySignups({ query: { upcoming: upcoming ? 'true' : 'false', sort: upcoming ? 'startsAt' : '-startsAt', page, perPage: upcoming ? 50 : 10 } });

const stateWord = ({ state, queue }: MySignup, { words }: Own): string => (state === 'waiting' && queue ? words('signup.mineWaiting', { place: queue }) : capital(words(`terms.signupStates.${state}`)));

/** Asks once more before somebody leaves, and for the reason where it is late. */
const openLeaving = (host: HTMLElement, signup: MySignup, own: Own): void => {
  const { client, words, announce, refresh } = own;
  const close = (): void => draw(host, <LeaveButton signup={signup} own={own} />);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const [reason, wrong] = [String(new FormData(form).get('reason') ?? '').trim(), part(form, '.wrong')];
    if (signup.reasonToWithdraw && reason === '') {
      draw(wrong, words('me.leave.reasonNeeded'));
      part(form, 'textarea').focus();
      return;
    }
    void act(part<HTMLButtonElement>(form, 'button[type="submit"]'), own, wrong, async () => {
      try {
        await client.withdrawSignup({ params: { id: signup.id }, body: { version: signup.version, reason: reason === '' ? null : reason } });
        announce(words('me.leave.done', { title: signup.activity.title }));
      } catch (error) {
        // Somebody else has changed it meanwhile: what stands now decides.
        if (codeOf(error) !== 'version.stale') throw error;
        announce(words('me.leave.stale'));
      }
      await refresh();
    });
  };
  draw(host, (
    <form className="leave-form" onSubmit={submit} noValidate>
      <p tabIndex={-1}><b>{words('me.leave.ask', { title: signup.activity.title })}</b></p>
      <label className="field"><span>{words(signup.reasonToWithdraw ? 'me.leave.reasonLate' : 'me.leave.reason')}</span><textarea name="reason" rows={2} maxLength={500} /></label>
      <p className="wrong" role="alert" />
      <p className="ways"><button className="button button-wrong" type="submit">{words('me.leave.confirm')}</button><button className="quiet" type="button" onClick={close}>{words('me.leave.stay')}</button></p>
    </form>
  ));
  part(host, '[tabindex="-1"]').focus();
};

/** Another number of children who come along, or the same with the risks as they stand now. */
const openCompanions = async (host: HTMLElement, signup: MySignup, own: Own, said = ''): Promise<void> => {
  const { client, words, announce, refresh } = own;
  const close = (): void => draw(host, <CompanionsButton signup={signup} own={own} />);
  let risk;
  try {
    risk = await client.getRiskText({ params: { id: signup.activity.id } });
  } catch (error) {
    if (!ledAway(error, own)) announce(told(error, words));
    return;
  }
  const text = risk;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const brought = companionsOf(form, text, own);
    if (!brought) return;
    void act(part<HTMLButtonElement>(form, 'button[type="submit"]'), own, part(form, '.send-wrong'), async () => {
      try {
        await client.setSignupCompanions({ params: { id: signup.id }, body: { version: signup.version, ...brought } });
        announce(words(brought.companions > 0 ? 'companions.saved' : 'companions.savedNone', { title: signup.activity.title, count: brought.companions }));
      } catch (error) {
        if (codeOf(error) === 'consent.text_changed') return openCompanions(host, signup, own, words('companions.textChanged'));
        if (codeOf(error) !== 'version.stale') throw error;
        announce(words('me.leave.stale'));
      }
      await refresh();
    });
  };
  draw(host, (
    <form className="signup-form" onSubmit={submit} noValidate>
      <h4 tabIndex={-1}>{words('companions.heading')}</h4>
      {said !== '' && <p className="note note-wait" role="alert">{said}</p>}
      <CompanionsFields risk={text} chosen={signup.companions} browser={own} />
      <p className="wrong send-wrong" role="alert" />
      <p className="ways"><button className="button" type="submit">{words('companions.save')}</button><button className="quiet" type="button" onClick={close}>{words('companions.cancel')}</button></p>
    </form>
  ));
  part(host, '[tabindex="-1"]').focus();
};

const CompanionsButton = ({ signup, own }: { readonly signup: MySignup; readonly own: Own }) => {
  const { companions, companionsToConfirm } = signup;
  return (
    <button className={companionsToConfirm ? 'button button-soft' : 'quiet'} type="button" onClick={(event) => void openCompanions(part(event.currentTarget.closest('.signup-row') ?? document, '.bring'), signup, own)}>
      {own.words(companionsToConfirm ? 'companions.again' : companions > 0 ? 'companions.change' : 'companions.add')}
    </button>
  );
};

const LeaveButton = ({ signup, own }: { readonly signup: MySignup; readonly own: Own }) => (
  <button className="quiet" type="button" onClick={(event) => openLeaving(part(event.currentTarget.closest('.signup-row') ?? document, '.leave'), signup, own)}>{own.words('me.leave.button')}</button>
);

const SignupRow = ({ signup, own }: { readonly signup: MySignup; readonly own: Own }) => {
  const { words, locale, today } = own;
  const { activity, shift, place, countyName, position, reason, state } = signup;
  return (
    <li className="row signup-row">
      <div>
        <p className="chips"><Chip {...signupLooks[state]} word={stateWord(signup, own)} />{shift.moved && !shift.cancelled && <Chip tone="wait" icon="moved" word={words('me.moved')} />}</p>
        <h3><a href={pathOf('activity', locale, { params: { id: activity.id } })}><Verbatim text={activity.title} locale={locale} /></a></h3>
        <p className="soft"><When time={shift} locale={locale} today={today} /> · <Verbatim text={`${countyName} ${place} · ${position.name}`} locale={locale} /></p>
        {reason && <p className="line"><Icon name="info" /><span>{words('me.signups.reason', { text: reason })}</span></p>}
        {state === 'requested' && <p className="hint">{words('me.signups.requestedHint')}</p>}
        {signup.companions > 0 && ['requested', 'waiting', 'confirmed'].includes(state) && (signup.companionsToConfirm
          ? <div className="note note-wait"><Icon name="alert" /><div><b>{words('companions.changed')}</b><p>{words('companions.changedText', { count: signup.companions })}</p></div></div>
          : <p className="line"><Icon name="people" /><span>{words('companions.mine', { count: signup.companions })}</span></p>)}
        {signup.mayBring && <div className="bring"><CompanionsButton signup={signup} own={own} /></div>}
        {signup.mayWithdraw && <div className="leave"><LeaveButton signup={signup} own={own} /></div>}
      </div>
    </li>
  );
};

/** The own sign-ups: what is still to come, and what was, once somebody asks for it. */
export const SignupList = ({ signups, own }: { readonly signups: Pageful<MySignup>; readonly own: Own }) => {
  const { words, locale } = own;
  const row = (signup: MySignup) => <SignupRow key={signup.id} signup={signup} own={own} />;
  const earlier = (page: number): Promise<Pageful<MySignup>> => askSignups(own, false, page);
  const open = (event: { readonly currentTarget: HTMLDetailsElement }): void => {
    const host = part(event.currentTarget, '.earlier');
    if (!event.currentTarget.open || host.childElementCount > 0) return;
    void fill(host, own, () => earlier(1), (first) => (first.total > 0 ? <Growing first={first} ask={earlier} row={row} own={own} /> : <p className="soft">{words('me.signups.noneEarlier')}</p>));
  };
  return (
    <>
      {signups.total > 0 ? <Growing first={signups} ask={(page) => askSignups(own, true, page)} row={row} own={own} /> : <div className="empty empty-small"><p>{words('me.signups.none')}</p><p className="ways"><a className="button button-soft" href={pathOf('activities', locale)}>{words('me.next.find')}</a></p></div>}
      <details className="earlier-details" onToggle={open}><summary>{words('me.signups.earlier')}</summary><div className="earlier" /></details>
    </>
  );
};
