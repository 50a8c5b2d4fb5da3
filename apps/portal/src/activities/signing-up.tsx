import type { MySignup, RiskText } from '@kepu/contracts';
import type { FormEvent, ReactNode } from 'react';
import { draw } from '../dom/draw.js';
import { ApiProblem } from '@kepu/api-client/site';
import { codeOf, ledAway, newKey, told, type Browser } from '../islands/browser.js';
import { Icon } from '../layout/icon.js';
import { signupLooks } from '../layout/states.js';
import { pathOf } from '../routes.js';
import { CompanionsFields, companionsOf, type Brought } from './companions.js';
import { countsText, FreeChip } from './position-counts.js';
import { attachFamilySignups } from './family-signups.js';

interface Choice { readonly waitIfFull: boolean; readonly onDuty: boolean; readonly note: string | null; readonly companions?: number; readonly riskHash?: string | null }
/** The place of a position on the page: what the server wrote there. */
export interface Slot { readonly host: HTMLElement; readonly id: string; readonly name: string; readonly time: string; readonly free: number; readonly queues: boolean }

const slotOf = (host: HTMLElement): Slot => {
  const { signup = '', name = '', time = '', free = '0', queues } = host.dataset;
  return { host, id: signup, name, time, free: Number(free), queues: queues === 'true' };
};

/** Draws, and takes the focus there: whoever cannot see the page hears what has become of the sign-up. */
const show = (slot: Slot, view: ReactNode): void => {
  draw(slot.host, view);
  slot.host.querySelector<HTMLElement>('[tabindex="-1"]')?.focus();
};

const Outcome = ({ signup, slot, browser: { words, locale } }: { readonly signup: MySignup; readonly slot: Slot; readonly browser: Browser }) => {
  const { tone, icon } = signupLooks[signup.state];
  const which = signup.state === 'confirmed' ? 'Confirmed' : signup.state === 'waiting' ? 'Waiting' : 'Requested';
  return (
    <div className={`note note-${tone} note-large`} tabIndex={-1} role="status">
      <Icon name={icon} />
      <div><b>{words(`signup.done${which}`, { place: signup.queue ?? 0 })}</b><p>{words(`signup.done${which}Text`, { time: slot.time })}</p><p><a href={pathOf('me', locale)}>{words('signup.toMe')}</a></p></div>
    </div>
  );
};

/** A place that was signed up for before. */
const showMine = (slot: Slot, { state, queue }: MySignup, { words, locale }: Browser): void => {
  if (state === 'withdrawn' || state === 'cancelled') return;
  const { tone, icon } = signupLooks[state];
  const key = { confirmed: 'mineConfirmed', requested: 'mineRequested', waiting: 'mineWaiting', refused: 'mineRefused' }[state];
  draw(slot.host, <p className={`note note-${tone}`}><Icon name={icon} /><span><b>{words(`signup.${key}`, { place: queue ?? 0 })}</b> <a href={pathOf('me', locale)}>{words('signup.toMe')}</a></span></p>);
};

/** Whether a certificate stands in the way, which can be handed in. */
const lacksCredential = (error: unknown): boolean => error instanceof ApiProblem && error.problem.code === 'signup.not_eligible' && String(error.problem.params?.['block'] ?? '').startsWith('credential_');

/** Lets people sign up for each position of an activity. */
export const attachSignups = (root: HTMLElement, browser: Browser): void => {
  const { client, words, locale, memory } = browser;
  const slots = [...root.querySelectorAll<HTMLElement>('[data-signup]')].map(slotOf);

  const mine = async (): Promise<MySignup[]> => (await client.listMySignups({ query: { upcoming: 'true', perPage: 200 } })).data;
  const find = (signups: readonly MySignup[], slot: Slot) => signups.find(({ position }) => position.id === slot.id);

  /** What the page said of places was true when it was made: one's own place is counted too. Where nobody answers, the old numbers stay. */
  const recount = async (): Promise<void> => {
    const activity = await client.getActivity({ params: { id: root.dataset['activity'] ?? '' } }).catch(() => null);
    for (const position of activity?.shifts.flatMap(({ positions }) => positions) ?? []) {
      const [counts, free] = [root.querySelector<HTMLElement>(`[data-counts-of="${position.id}"]`), root.querySelector<HTMLElement>(`[data-free-of="${position.id}"]`)];
      if (counts) counts.textContent = countsText(position, locale, words);
      if (free) draw(free, <FreeChip free={position.free} words={words} />);
    }
  };

  const askAgain = (slot: Slot): void => show(slot, <button className="button signup-start" type="button" onClick={() => begin(slot)}>{words(slot.queues ? 'signup.startFull' : 'signup.start')}</button>);

  /** `mend`: where what stands in the way is put right. */
  const failed = (slot: Slot, text: string, mend: string | null = null): void => show(slot, (
    <div className="note note-wrong" tabIndex={-1} role="alert"><Icon name="alert" /><div><b>{words('signup.failedHeading')}</b><p>{text}</p><p className="ways">{mend !== null && <a className="button" href={mend}>{words('credentials.mend')}</a>}<button className="button button-soft" type="button" onClick={() => askAgain(slot)}>{words('signup.again')}</button></p></div></div>
  ));

  const full = (slot: Slot, choice: Choice): void => {
    const others = slots.filter(({ id, free }) => id !== slot.id && free > 0).slice(0, 3);
    show(slot, (
      <div className="note note-wait note-large" tabIndex={-1} role="alert">
        <Icon name="queue" />
        <div>
          <b>{words('signup.fullHeading')}</b><p>{words('signup.fullText')}</p>
          <p className="ways"><button className="button" type="button" onClick={() => void send(slot, { ...choice, waitIfFull: true })}>{words('signup.joinQueue')}</button><button className="quiet" type="button" onClick={() => askAgain(slot)}>{words('signup.cancel')}</button></p>
          {others.length > 0
            ? <><h4>{words('activity.otherPositions')}</h4><ul className="plain-list">{others.map((other) => <li key={other.id}><a href={`#p-${other.id}`}>{words('signup.alternative', { time: other.time, name: other.name })}</a></li>)}</ul></>
            : <p>{words('signup.noAlternatives')}</p>}
          <p><a href={pathOf('activities', locale, { query: { free: '1' } })}>{words('signup.seeOthers')}</a></p>
        </div>
      </div>
    ));
  };

  const send = async (slot: Slot, choice: Choice, key = newKey()): Promise<void> => {
    for (const control of slot.host.querySelectorAll<HTMLButtonElement | HTMLInputElement>('button, input, select')) control.disabled = true;
    try {
      const signup = await client.createSignup({ params: { id: slot.id }, body: choice, idempotencyKey: key });
      memory.remember(true);
      show(slot, <Outcome signup={signup} slot={slot} browser={browser} />);
      await recount();
    } catch (error) {
      const code = codeOf(error);
      if (ledAway(error, browser)) return;
      if (code === 'position.full') return full(slot, choice);
      if (code === 'consent.missing') return failed(slot, words('familySignup.missing'));
      if (code === 'consent.text_changed') return void askWithRisk(slot, words('companions.textChanged'), choice.companions);
      const before = code === 'signup.exists' ? find(await mine().catch(() => []), slot) : undefined;
      if (before) return showMine(slot, before, browser);
      // No answer came: whether it arrived is not known, and the same key makes the second try safe.
      if (code === 'server.unavailable') return unsent(slot, choice, key, told(error, words));
      failed(slot, told(error, words), lacksCredential(error) ? `${pathOf('me', locale)}#credentials` : null);
    }
  };

  const unsent = (slot: Slot, choice: Choice, key: string, text: string): void => show(slot, (
    <div className="note note-wrong" tabIndex={-1} role="alert"><Icon name="alert" /><div><b>{words('signup.failedHeading')}</b><p>{text}</p><p className="ways"><button className="button" type="button" onClick={() => void send(slot, choice, key)}>{words('signup.again')}</button></p></div></div>
  ));

  /** Where small children may come along, the form says what they come to. */
  const askWithRisk = async (slot: Slot, said = '', companions = 0): Promise<void> => {
    try {
      askFor(slot, { risk: await client.getRiskText({ params: { id: root.dataset['activity'] ?? '' } }), said, companions });
    } catch (error) {
      failed(slot, told(error, words));
    }
  };
  const begin = (slot: Slot): void => (slot.host.dataset['companions'] === 'true' ? void askWithRisk(slot) : askFor(slot));

  const askFor = (slot: Slot, family?: { readonly risk: RiskText; readonly said: string; readonly companions: number }): void => {
    const submit = (event: FormEvent<HTMLFormElement>): void => {
      event.preventDefault();
      const form = new FormData(event.currentTarget);
      const brought: Brought | null = family ? companionsOf(event.currentTarget, family.risk, browser) : { companions: 0, riskHash: null };
      if (!brought) return;
      const note = String(form.get('note') ?? '').trim();
      void send(slot, { waitIfFull: slot.queues, onDuty: form.has('onDuty'), note: note === '' ? null : note, ...(brought.companions > 0 ? brought : {}) });
    };
    show(slot, (
      <form className="signup-form" onSubmit={submit} noValidate>
        <h5 tabIndex={-1}>{words('signup.confirmHeading', { name: slot.name })}</h5>
        <p>{slot.time}</p>
        {family && family.said !== '' && <p className="note note-wait" role="alert">{family.said}</p>}
        <label className="tick"><input type="checkbox" name="onDuty" /><span>{words('signup.onDuty')}<span className="hint">{words('signup.onDutyHint')}</span></span></label>
        <label className="field"><span>{words('signup.note')}</span><input name="note" maxLength={200} /></label>
        {family && <CompanionsFields risk={family.risk} chosen={family.companions} browser={browser} />}
        <p className="ways"><button className="button" type="submit">{words(slot.queues ? 'signup.sendQueue' : 'signup.send')}</button><button className="quiet" type="button" onClick={() => askAgain(slot)}>{words('signup.cancel')}</button></p>
      </form>
    ));
  };

  for (const slot of slots) {
    const button = slot.host.querySelector<HTMLButtonElement>('.signup-start');
    button?.addEventListener('click', () => begin(slot));
    if (button) button.disabled = false;
  }
  if (!memory.seemsSignedIn() || slots.length === 0) return;
  const { activity: activityId = '', minors, dangerous } = root.dataset;
  mine().then(async (signups) => {
    const held = new Map(slots.map((slot) => [slot, find(signups, slot)]));
    for (const [slot, signup] of held) if (signup) showMine(slot, signup, browser);
    const holds = (slot: Slot): boolean => ![undefined, 'withdrawn', 'cancelled'].includes(held.get(slot)?.state);
    // Where a family's ways cannot be had, the page is as everybody sees it.
    await attachFamilySignups(slots, holds, { activityId, minors: minors === 'true', dangerous: dangerous === 'true' }, browser).catch((error: unknown) => void told(error, words));
  }, (error: unknown) => {
    if (codeOf(error) === 'auth.required') memory.remember(false);
  });
};
