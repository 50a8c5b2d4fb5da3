import type { LedShift, MySignup } from '@kepu/contracts';
import { part } from '../../dom/draw.js';
import { Chip } from '../../layout/chip.js';
import { Icon } from '../../layout/icon.js';
import { Verbatim } from '../../layout/verbatim.js';
import { When } from '../../layout/when.js';
import { pathOf } from '../../routes.js';
import { clockOf } from '../../times.js';
import { capital, counted, type Words } from '../../wording.js';
import { CodeForm } from '../code-form.js';
import { act, type Own } from './own.js';

const Presence = ({ signup: { attendance }, words }: { readonly signup: MySignup; readonly words: Words }) => {
  if (!attendance) return null;
  const at = attendance.state === 'left' ? attendance.outAt : attendance.inAt;
  const [tone, icon] = attendance.state === 'absent' ? ['wrong', 'cross'] as const : ['good', 'check'] as const;
  return <Chip tone={tone} icon={icon} word={`${capital(words(`terms.attendanceStates.${attendance.state}`))}${at && attendance.state !== 'absent' ? ` ${clockOf(at)}` : ''}`} />;
};

const Led = ({ shifts, own: { words, locale, today } }: { readonly shifts: readonly LedShift[]; readonly own: Own }) => (
  <div className="led">
    <h3>{words('me.led.heading')}</h3>
    <ul className="rows">
      {shifts.map((shift) => (
        <li key={shift.id} className="row">
          <div><b><Verbatim text={shift.activity.name} locale={locale} /></b><p className="soft"><When time={shift} locale={locale} today={today} /> · <Verbatim text={shift.place} locale={locale} /></p><p className="soft">{words('me.led.count', { expected: shift.expected, present: shift.present })}{shift.hoursToConfirm > 0 && <b className="waits"> {counted(words, 'me.led.hours', shift.hoursToConfirm)}</b>}</p></div>
          <a className="button button-soft" href={pathOf('lead', locale, { params: { id: shift.id } })}>{words('me.led.open')}</a>
        </li>
      ))}
    </ul>
  </div>
);

/** The next time that somebody is expected, with what there is to do now. */
export const NextShift = ({ signups, led, own }: { readonly signups: readonly MySignup[]; readonly led: readonly LedShift[]; readonly own: Own }) => {
  const { client, words, locale, today, announce, refresh } = own;
  // Whose hours are confirmed has nothing left to do there, though the day is not over.
  const coming = signups.filter(({ state, shift, attendance }) => state === 'confirmed' && !shift.cancelled && attendance?.state !== 'settled');
  const next = coming.find(({ mayCheckIn, mayCheckOut }) => mayCheckIn || mayCheckOut) ?? coming[0];
  const leading = led.length > 0 && <Led shifts={led} own={own} />;
  if (!next) return <><div className="empty empty-small"><p>{words('me.next.none')}</p><p className="ways"><a className="button" href={pathOf('activities', locale)}>{words('me.next.find')}</a></p></div>{leading}</>;
  const { shift, activity, place, countyName, position } = next;
  const checkOut = (event: { readonly currentTarget: HTMLButtonElement }): void => void act(event.currentTarget, own, part(event.currentTarget.closest('.next-card') ?? document, '.next-wrong'), async () => {
    await client.checkOut({ params: { id: shift.id } });
    announce(words('me.next.checkedOut'));
    await refresh();
  });
  return (
    <>
      <article className="next-card">
        <p className="chips"><Chip tone="good" icon="check" word={capital(words('terms.signupStates.confirmed'))} /><Presence signup={next} words={words} />{shift.moved && <Chip tone="wait" icon="moved" word={words('me.moved')} />}</p>
        <h3><a href={pathOf('activity', locale, { params: { id: activity.id } })}><Verbatim text={activity.title} locale={locale} /></a></h3>
        <p className="line"><Icon name="clock" /><span><When time={shift} locale={locale} today={today} words={words} /></span></p>
        <p className="line"><Icon name="place" /><span><Verbatim text={`${countyName} · ${place}`} locale={locale} /></span></p>
        <p className="line"><Icon name="people" /><span><Verbatim text={position.name} locale={locale} /></span></p>
        {next.mayCheckIn && <CodeForm words={words} submit={(code, button, wrong) => void act(button, own, wrong, async () => {
          await client.checkIn({ params: { id: shift.id }, body: { code } });
          announce(words('me.next.checkedIn'));
          await refresh();
        })} />}
        {next.mayCheckOut && <p className="ways"><button className="button button-large" type="button" onClick={checkOut}><Icon name="leave" />{words('me.next.checkOut')}</button></p>}
        {next.mayCheckOut && <p className="wrong next-wrong" role="alert" />}
        {!next.mayCheckIn && !next.mayCheckOut && !next.attendance && <p className="hint">{words('me.next.later')}</p>}
      </article>
      {leading}
    </>
  );
};
