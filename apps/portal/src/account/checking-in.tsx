import type { MySignup } from '@kepu/contracts';
import { draw, part } from '../dom/draw.js';
import { codeOf, ledAway, told, type Browser } from '../islands/browser.js';
import { Icon } from '../layout/icon.js';
import { Verbatim } from '../layout/verbatim.js';
import { pathOf } from '../routes.js';
import { clockOf } from '../times.js';
import { CodeForm } from './code-form.js';

/** Checks in with the code of the address, and says so in large letters: people show it to the leader. */
export const attachCheckIn = async (root: HTMLElement, browser: Browser & { readonly search: string; readonly dropCode: () => void }): Promise<void> => {
  const { client, words, locale, memory, search, dropCode } = browser;
  const id = root.dataset['shift'] ?? '';
  const host = part(root, '.check-in');
  const show = (view: Parameters<typeof draw>[1]): void => {
    draw(host, view);
    host.querySelector<HTMLElement>('[tabindex="-1"]')?.focus();
  };

  const done = (signup: MySignup): void => {
    const { attendance, activity, shift, mayCheckOut } = signup;
    const out = attendance?.state === 'left' || (attendance?.state === 'settled' && attendance.outAt);
    const at = out ? attendance?.outAt : attendance?.inAt;
    show(
      <div className="outcome outcome-good" tabIndex={-1}>
        <span className="outcome-mark"><Icon name="check" /></span>
        <p className="outcome-word">{words(out ? 'checkIn.out' : 'checkIn.in')}</p>
        {at && <p className="outcome-time">{clockOf(at)}</p>}
        <p><b><Verbatim text={activity.title} locale={locale} /></b></p><p className="soft">{clockOf(shift.startsAt)}–{clockOf(shift.endsAt)} · <Verbatim text={signup.position.name} locale={locale} /></p>
        <p>{words(out ? 'checkIn.outText' : 'checkIn.inText', { time: clockOf(shift.endsAt) })}</p>
        <p className="wrong" role="alert" />
        <p className="ways">{mayCheckOut && <button className="button button-large button-soft" type="button" onClick={(event) => void checkOut(event.currentTarget)}><Icon name="leave" />{words('checkIn.checkOut')}</button>}<a className="quiet" href={pathOf('me', locale)}>{words('signup.toMe')}</a></p>
      </div>,
    );
  };
  const checkOut = async (button: HTMLButtonElement): Promise<void> => {
    button.disabled = true;
    try {
      done(await client.checkOut({ params: { id } }));
    } catch (error) {
      part(host, '.wrong').textContent = told(error, words);
      button.disabled = false;
    }
  };

  /** What is missing, and the digits as the other way in. */
  const ask = (text: string | null): void => show(
    <div>
      {text !== null && <div className="note note-wrong note-large" tabIndex={-1} role="alert"><Icon name="alert" /><div><b>{words('checkIn.failed')}</b><p>{text}</p></div></div>}
      <CodeForm words={words} submit={(code, button, wrong) => { button.disabled = true; void send(code, wrong).then(() => { button.disabled = false; }); }} />
      <p className="soft">{words('checkIn.list')}</p>
    </div>,
  );
  const send = async (code: string, wrong: HTMLElement | null): Promise<void> => {
    try {
      const signup = await client.checkIn({ params: { id }, body: { code } });
      memory.remember(true);
      // A code is good for seconds: the address that stays behind must not try it again.
      dropCode();
      done(signup);
    } catch (error) {
      if (ledAway(error, browser)) return;
      const text = codeOf(error) === 'input.invalid' || codeOf(error) === 'resource.not_found' ? words('checkIn.unknown') : told(error, words);
      if (wrong) wrong.textContent = text;
      else ask(text);
    }
  };

  const code = new URLSearchParams(search).get('code')?.trim() ?? '';
  if (code.length >= 6) return send(code, null);
  ask(null);
};
