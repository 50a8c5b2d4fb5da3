import type { ActivityConsent, Child, Family, MySignup, RiskText } from '@kepu/contracts';
import type { FormEvent, ReactNode } from 'react';
import { draw, part } from '../dom/draw.js';
import { codeOf, ledAway, newKey, told, type Browser } from '../islands/browser.js';
import { Icon } from '../layout/icon.js';
import { signupLooks } from '../layout/states.js';
import { Verbatim } from '../layout/verbatim.js';
import { pathOf } from '../routes.js';
import type { Slot } from './signing-up.js';

/** What an activity says of minors. */
export interface ForMinors { readonly activityId: string; readonly minors: boolean; readonly dangerous: boolean }

const ToFamily = ({ browser: { words, locale } }: { readonly browser: Browser }) => <p><a href={pathOf('myFamily', locale)}>{words('familySignup.toFamily')}</a></p>;
const show = (host: HTMLElement, view: ReactNode): void => {
  draw(host, view);
  host.querySelector<HTMLElement>('[tabindex="-1"]')?.focus();
};
const Failed = ({ text, again, browser: { words } }: { readonly text: string; readonly again: () => void; readonly browser: Browser }) => (
  <div className="note note-wrong" tabIndex={-1} role="alert"><Icon name="alert" /><div><b>{words('signup.failedHeading')}</b><p>{text}</p><p className="ways"><button className="button button-soft" type="button" onClick={again}>{words('signup.again')}</button></p></div></div>
);
const Asked = ({ state, browser }: { readonly state: ActivityConsent['state']; readonly browser: Browser }) => {
  const { words } = browser;
  return <div className="note note-wait" tabIndex={-1} role="status"><Icon name="clock" /><div><b>{words(state === 'changed' ? 'familySignup.changed' : 'familySignup.asked')}</b><p>{words('familySignup.askedText')}</p><ToFamily browser={browser} /></div></div>;
};

/** A minor has the guardian asked, and is signed up by the guardian's yes. */
const askGuardianAt = (slot: Slot, browser: Browser): void => {
  const { client, words } = browser;
  const start = (): void => show(slot.host, <button className="button ask-guardian" type="button" onClick={open}>{words('familySignup.ask')}</button>);
  const send = async (note: string): Promise<void> => {
    for (const control of slot.host.querySelectorAll<HTMLButtonElement | HTMLInputElement>('button, input')) control.disabled = true;
    try {
      const { state } = await client.askConsent({ params: { id: slot.id }, body: { waitIfFull: slot.queues, note: note === '' ? null : note } });
      show(slot.host, <Asked state={state} browser={browser} />);
    } catch (error) {
      if (ledAway(error, browser)) return;
      if (codeOf(error) === 'consent.asked') show(slot.host, <Asked state="asked" browser={browser} />);
      else show(slot.host, <Failed text={told(error, words)} again={start} browser={browser} />);
    }
  };
  const open = (): void => {
    const submit = (event: FormEvent<HTMLFormElement>): void => {
      event.preventDefault();
      void send(String(new FormData(event.currentTarget).get('note') ?? '').trim());
    };
    show(slot.host, (
      <form className="signup-form" onSubmit={submit}>
        <h5 tabIndex={-1}>{words('familySignup.askHeading', { name: slot.name })}</h5>
        <p>{slot.time}</p><p>{words('familySignup.askText')}</p>
        <label className="field"><span>{words('signup.note')}</span><input name="note" maxLength={200} /></label>
        <p className="ways"><button className="button" type="submit">{words('familySignup.send')}</button><button className="quiet" type="button" onClick={start}>{words('familySignup.cancel')}</button></p>
      </form>
    ));
  };
  draw(slot.host, <button className="button ask-guardian" type="button" onClick={open}>{words('familySignup.ask')}</button>);
};

/** The page of a signed-in minor: what can be asked for, what was asked, or why not. */
const attachMinor = async (slots: readonly Slot[], { minors, dangerous, activityId }: ForMinors, { needsGuardian }: NonNullable<Family['minor']>, browser: Browser): Promise<void> => {
  const { client, words, locale } = browser;
  const say = (view: ReactNode): void => slots.forEach(({ host }) => draw(host, view));
  if (!minors || dangerous) return say(<p className="note note-calm"><Icon name="info" /><span>{words('familySignup.notForMinors')} <a href={pathOf('activities', locale, { query: { minors: '1' } })}>{words('familySignup.others')}</a></span></p>);
  if (needsGuardian) return slots.forEach(({ host }) => draw(host, <div className="note note-wait"><Icon name="info" /><div><b>{words('familySignup.needs')}</b><ToFamily browser={browser} /></div></div>));
  const { data } = await client.listActivityConsents({ query: { perPage: 100 } });
  const [here] = data.filter(({ activity }) => activity.id === activityId).sort((a, b) => (a.askedAt < b.askedAt ? 1 : -1));
  // With the guardian's word the way in is everybody's.
  if (here?.state === 'given') return;
  for (const slot of slots) {
    if (here?.state === 'asked' || here?.state === 'changed') draw(slot.host, <Asked state={here.state} browser={browser} />);
    else {
      askGuardianAt(slot, browser);
      if (here?.state === 'refused') slot.host.prepend(refusedNote(browser));
    }
  }
};

const refusedNote = ({ words }: Browser): HTMLElement => {
  const note = document.createElement('p');
  note.className = 'note note-calm';
  draw(note, <span><b>{words('familySignup.refused')}</b> {words('familySignup.refusedText')}</span>);
  return note;
};

const outcomes: Readonly<Record<string, string>> = { confirmed: 'familySignup.doneConfirmed', waiting: 'familySignup.doneWaiting' };
const Outcome = ({ signup: { state, queue }, child, browser }: { readonly signup: MySignup; readonly child: Child; readonly browser: Browser }) => {
  const { tone, icon } = signupLooks[state];
  return <div className={`note note-${tone}`} tabIndex={-1} role="status"><Icon name={icon} /><div><b>{browser.words(outcomes[state] ?? 'familySignup.doneRequested', { name: child.name, place: queue ?? 0 })}</b><ToFamily browser={browser} /></div></div>;
};

/** A guardian signs a child up: which child, the risks in full, coming along, and one button that agrees and signs up. */
const signChildUpAt = (slot: Slot, children: readonly Child[], activityId: string, browser: Browser): void => {
  const { client, words, locale } = browser;
  const host = document.createElement('div');
  host.className = 'child-signup';
  slot.host.after(host);
  const start = (): void => show(host, <button className="button button-soft child-start" type="button" onClick={() => void open()}>{words('familySignup.child')}</button>);
  const open = async (said = ''): Promise<void> => {
    try {
      form(await client.getRiskText({ params: { id: activityId } }), said, newKey());
    } catch (error) {
      if (!ledAway(error, browser)) show(host, <Failed text={told(error, words)} again={start} browser={browser} />);
    }
  };
  const form = (risk: RiskText, said: string, idempotencyKey: string): void => {
    const submit = (event: FormEvent<HTMLFormElement>): void => {
      event.preventDefault();
      const here = event.currentTarget;
      const given = new FormData(here);
      const child = children.find(({ id }) => id === given.get('childId'));
      const accompanies = given.has('accompanies');
      const wrong = part(here, '.wrong');
      draw(wrong, !child ? words('familySignup.which') : child.accompanied && !accompanies && words('familySignup.accompanyNeeded', { name: child.name }));
      if (!child || (child.accompanied && !accompanies)) return;
      const button = part<HTMLButtonElement>(here, 'button[type="submit"]');
      button.disabled = true;
      client.signUpChild({ params: { id: slot.id }, body: { childId: child.id, riskHash: risk.hash, accompanies, waitIfFull: slot.queues, note: null }, idempotencyKey }).then((signup) => show(host, <Outcome signup={signup} child={child} browser={browser} />), (error: unknown) => {
        button.disabled = false;
        if (ledAway(error, browser)) return;
        const code = codeOf(error);
        if (code === 'consent.text_changed') void open(words('familySignup.textChanged'));
        else draw(wrong, code === 'consent.accompany_needed' ? words('familySignup.accompanyNeeded', { name: child.name }) : told(error, words));
      });
    };
    show(host, (
      <form className="signup-form" onSubmit={submit} noValidate>
        <h5 tabIndex={-1}>{words('familySignup.childHeading', { name: slot.name })}</h5>
        <p>{slot.time}</p>
        {said !== '' && <p className="note note-wait" role="alert">{said}</p>}
        <fieldset className="field"><legend>{words('familySignup.which')}</legend>{children.map(({ id, name }, place) => <label className="tick" key={id}><input type="radio" name="childId" value={id} defaultChecked={place === 0} /><span><Verbatim text={name} locale={locale} /></span></label>)}</fieldset>
        <div className="child-risk"><b>{words('activity.risk')}</b>{risk.text.split('\n').map((line) => <p><Verbatim text={line} locale={locale} /></p>)}<p>{words('activity.insurance', { how: words(`terms.insurances.${risk.insurance}`) })}</p></div>
        <label className="tick"><input type="checkbox" name="accompanies" /><span>{words('familySignup.accompany')}</span></label>
        <p className="wrong" role="alert" />
        <p className="ways"><button className="button" type="submit">{words('familySignup.agree')}</button><button className="quiet" type="button" onClick={start}>{words('familySignup.cancel')}</button></p>
      </form>
    ));
  };
  draw(host, <button className="button button-soft child-start" type="button" onClick={() => void open()}>{words('familySignup.child')}</button>);
};

/** What a family finds on the page of an activity: a minor at the positions that it does not hold yet, a guardian at all of them. */
export const attachFamilySignups = async (slots: readonly Slot[], holds: (slot: Slot) => boolean, activity: ForMinors, browser: Browser): Promise<void> => {
  const family = await browser.client.getMyFamily();
  // Only grown-ups bring small children along.
  if (family.minor) for (const { host } of slots) delete host.dataset['companions'];
  if (family.minor) return attachMinor(slots.filter((slot) => !holds(slot)), activity, family.minor, browser);
  if (family.children.length > 0 && activity.minors && !activity.dangerous) for (const slot of slots) signChildUpAt(slot, family.children, activity.activityId, browser);
};
