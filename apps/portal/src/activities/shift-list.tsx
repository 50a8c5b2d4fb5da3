import type { Activity, Position, Shift } from '@kepu/contracts';
import type { Locale } from '@kepu/contracts/labels';
import { Icon } from '../layout/icon.js';
import { NoScript } from '../layout/parts.js';
import { Verbatim } from '../layout/verbatim.js';
import { When } from '../layout/when.js';
import { pathOf } from '../routes.js';
import type { Site } from '../site.js';
import { countsText, FreeChip } from './position-counts.js';
import { dayOf, dayText, clockOf, timeText } from '../times.js';
import { capital, type Words } from '../wording.js';

interface Shown { readonly locale: Locale; readonly words: Words; readonly today: string }

const Requirements = ({ requires, paid, locale, words }: Pick<Position, 'requires' | 'paid'> & Shown) => {
  const between = locale === 'en' ? ', ' : '、';
  const lines = [
    requires.occupations.length > 0 && words('activity.occupations', { list: requires.occupations.map((one) => words(`terms.occupations.${one}`)).join(between) }),
    requires.pools.length > 0 && words('activity.pools', { list: requires.pools.map(({ name }) => name).join(between) }),
    requires.credentials.length > 0 && words('activity.credentials', { list: requires.credentials.map(({ name }) => name).join(between) }),
    requires.minAge !== null && words('activity.minAge', { age: requires.minAge }), requires.note, paid && words('activity.paid'),
  ].filter((line): line is string => Boolean(line));
  return lines.length > 0 && <ul className="requires" aria-label={words('activity.requires')}>{lines.map((line) => <li key={line}><Verbatim text={line} locale={locale} /></li>)}</ul>;
};

const PositionBlock = ({ position, shift, open, flow, companions, ...shown }: { readonly position: Position; readonly shift: Shift; readonly open: boolean; readonly flow: Activity['flow']; readonly companions: boolean } & Shown) => {
  const { locale, words, today } = shown;
  const { id, name, role, free } = position;
  const roleWord = words(`terms.positionRoles.${role}`);
  // Where the unit chooses, nobody joins a queue by signing up: the unit may put somebody there.
  const queues = free <= 0 && flow === 'instant';
  return (
    <li className="position" id={`p-${id}`}>
      <div className="position-head">
        <h4><Verbatim text={name} locale={locale} />{name !== roleWord && <> <span className="soft">{capital(roleWord)}</span></>}</h4>
        {open && <span data-free-of={id}><FreeChip free={free} words={words} /></span>}
      </div>
      <p className="soft" data-counts-of={id}>{countsText(position, locale, words)}</p>
      <Requirements {...position} {...shown} />
      {open && (
        <div className="signup" data-signup={id} data-shift={shift.id} data-name={name} data-free={free} data-queues={queues} data-companions={companions} data-time={timeText(shift, locale, today)}>
          <button className="button signup-start by-script" type="button" disabled>{words(queues ? 'signup.startFull' : 'signup.start')}</button>
        </div>
      )}
      {open && <p className="by-script"><a className="quiet" rel="nofollow" href={pathOf('myTeams', locale, { query: { position: id } })}>{words('myTeams.signUp')}</a></p>}
    </li>
  );
};

const ShiftBlock = ({ shift, open, flow, companions, ...shown }: { readonly shift: Shift; readonly open: boolean; readonly flow: Activity['flow']; readonly companions: boolean } & Shown) => {
  const { locale, words, today } = shown;
  const over = dayOf(shift.endsAt) < today;
  return (
    <li className={`shift${shift.cancelled || over ? ' shift-off' : ''}`}>
      <h3><Icon name="calendar" /><span><When time={shift} locale={locale} today={today} words={shift.cancelled ? undefined : words} />{over && <> <span className="soft">{words('free.over')}</span></>}</span></h3>
      {shift.cancelled && <p className="note note-wrong"><Icon name="alert" /><span>{words('activity.shiftCancelled')} <Verbatim text={shift.cancelled.reason} locale={locale} /></span></p>}
      {shift.moved && !shift.cancelled && (
        <p className="note note-wait"><Icon name="moved" /><span>{words('activity.moved', { from: `${dayText(dayOf(shift.moved.from), locale, today)} ${clockOf(shift.moved.from)}` })} <Verbatim text={shift.moved.reason} locale={locale} /></span></p>
      )}
      {!shift.cancelled && <ul className="positions">{shift.positions.map((position) => <PositionBlock key={position.id} position={position} shift={shift} open={open && !over} flow={flow} companions={companions} {...shown} />)}</ul>}
    </li>
  );
};

/** When it happens and whom it needs; each position has its own way in. */
export const ShiftList = ({ activity, site, ...shown }: { readonly activity: Activity; readonly site: Site } & Shown) => (
  <section className="block" aria-labelledby="shifts">
    <h2 id="shifts">{shown.words('activity.shifts')}</h2>
    {activity.state === 'open' && <p className="soft">{shown.words(`activity.flow_${activity.flow}`)}</p>}
    {activity.state === 'open' && <NoScript words={shown.words} site={site} what="signup" />}
    <ol className="shifts">{activity.shifts.map((shift) => <ShiftBlock key={shift.id} shift={shift} open={activity.state === 'open'} flow={activity.flow} companions={activity.companions} {...shown} />)}</ol>
  </section>
);
