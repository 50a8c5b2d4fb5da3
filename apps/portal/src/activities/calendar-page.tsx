import { addDays, dayNumber } from '@kepu/domain';
import type { Calendar, PublicDictionary } from '@kepu/contracts';
import { Icon } from '../layout/icon.js';
import { langOf, Verbatim } from '../layout/verbatim.js';
import { dictionaryOf } from '../load.js';
import type { PageContext, Tell } from '../page.js';
import { pathOf } from '../routes.js';
import { clockOf, dayText, lastDayOf, monthBeside, monthOf, weekdayOf } from '../times.js';
import { counted, type Words } from '../wording.js';

type Shift = Calendar['days'][number]['shifts'][number];
interface CalendarProps extends PageContext { readonly month: string; readonly county: string | undefined; readonly calendar: Calendar; readonly dictionary: PublicDictionary }

/** More than these do not fit into a square of the month; on a phone, a day is a list and shows them all. */
const inSquare = 4;
/** So far back and ahead the months are linked; beyond there is nothing to find, and no end. */
const farthest = 12;

const daysOf = (month: string): string[] => {
  const last = Number(lastDayOf('month', `${month}-01`).slice(8));
  return Array.from({ length: last }, (_, index) => addDays(`${month}-01`, index));
};

const ShiftLine = ({ shift, further, locale, words }: { readonly shift: Shift; readonly further: boolean; readonly locale: PageContext['locale']; readonly words: Words }) => {
  const state = shift.cancelled ? 'cancelled' : shift.free > 0 ? 'open' : 'full';
  return (
    <li className={`entry entry-${state}${further ? ' entry-further' : ''}`}>
      <a href={pathOf('activity', locale, { params: { id: shift.activityId } })}>
        <time dateTime={shift.startsAt}>{clockOf(shift.startsAt)}</time> <Verbatim text={shift.title} locale={locale} />
      </a>
      <span className="entry-place"><Verbatim text={shift.county.name} locale={locale} /></span>
      {state !== 'open' && <b className="entry-state"><Icon name={state === 'cancelled' ? 'alert' : 'queue'} />{words(`calendar.${state}`)}</b>}
    </li>
  );
};

const Day = ({ day, shifts, today, county, locale, words }: { readonly day: string; readonly shifts: readonly Shift[]; readonly today: string; readonly county: string | undefined } & PageContext) => {
  const column = ((dayNumber(day) + 3) % 7) + 1;
  const classes = ['day', `column-${column}`, shifts.length === 0 && 'day-empty', day === today && 'day-today', day < today && 'day-past'].filter(Boolean).join(' ');
  return (
    <li className={classes}>
      <h2><time dateTime={day}><span className="day-number" aria-hidden="true">{Number(day.slice(8))}</span><span className="day-name">{dayText(day, locale, today)}</span></time>{day === today && <span className="day-mark">{words('when.today')}</span>}</h2>
      {shifts.length > 0 && <ul>{shifts.map((shift, place) => <ShiftLine key={`${shift.activityId}${shift.startsAt}`} shift={shift} further={place >= inSquare} locale={locale} words={words} />)}</ul>}
      {shifts.length > inSquare && <a className="day-rest" href={pathOf('activities', locale, { query: { from: day, to: day, county } })}>{counted(words, 'calendar.more', shifts.length - inSquare)}</a>}
    </li>
  );
};

const Months = ({ month, county, dictionary, locale, words }: CalendarProps) => {
  const present = dictionary.today.slice(0, 7);
  const way = (to: string) => (to >= monthBeside(present, -farthest) && to <= monthBeside(present, farthest) ? pathOf('calendar', locale, { query: { month: to === present ? undefined : to, county } }) : null);
  const [before, after] = [way(monthBeside(month, -1)), way(monthBeside(month, 1))];
  return (
    <nav className="months" aria-label={words('calendar.months')}>
      {before ? <a className="tool" rel="prev" href={before}><Icon name="back" />{monthOf(monthBeside(month, -1), locale, 'short')}</a> : <span />}
      {month === present ? <span /> : <a className="tool" href={pathOf('calendar', locale, { query: { county } })}>{words('calendar.present')}</a>}
      {after ? <a className="tool" rel="next" href={after}>{monthOf(monthBeside(month, 1), locale, 'short')}<Icon name="next" /></a> : <span />}
    </nav>
  );
};

const CalendarPage = (props: CalendarProps) => {
  const { month, county, calendar, dictionary, locale, words } = props;
  const held = new Map(calendar.days.map(({ day, shifts }) => [day, shifts]));
  const total = calendar.days.reduce((sum, { shifts }) => sum + shifts.length, 0);
  return (
    <div className="wrap page">
      <h1>{words('calendar.heading', { month: monthOf(month, locale) })}</h1>
      <p className="lead">{total > 0 ? counted(words, 'calendar.shifts', total) : words('calendar.none')}</p>
      <form className="filters filters-short" action={pathOf('calendar', locale)} method="get">
        {month !== dictionary.today.slice(0, 7) && <input type="hidden" name="month" value={month} />}
        <label className="field"><span>{words('filters.county')}</span>
          <select name="county" defaultValue={county ?? ''}>
            <option value="">{words('filters.anyCounty')}</option>
            {dictionary.counties.map(({ code, name }) => <option key={code} value={code} lang={langOf(name, locale)}>{name}</option>)}
          </select>
        </label>
        <button className="button" type="submit">{words('calendar.submit')}</button>
      </form>
      <Months {...props} />
      <div className="month-head" aria-hidden="true">{daysOf('2024-01').slice(0, 7).map((day) => <span key={day}>{weekdayOf(day, locale)}</span>)}</div>
      <ol className="month">{daysOf(month).map((day) => <Day key={day} {...props} day={day} shifts={held.get(day) ?? []} today={dictionary.today} />)}</ol>
      {total === 0 && <p className="ways"><a className="button" href={pathOf('activities', locale)}>{words('list.all')}</a></p>}
    </div>
  );
};

/** The activities of a month: squares on a desk, a list of days on a phone. */
export const tellCalendar: Tell = async (ask) => {
  const { client, visit: { query: { month: asked, county } }, words, locale: own } = ask;
  const dictionary = await dictionaryOf(ask);
  const month = asked ?? dictionary.today.slice(0, 7);
  const calendar = await client.getCalendar({ query: { month, ...(county && { county }) } });
  return {
    title: words('calendar.heading', { month: monthOf(month, own) }), description: words('calendar.description', { city: dictionary.cityName, month: monthOf(month, own) }), cityName: dictionary.cityName, sheets: ['activities'],
    canonical: (locale) => pathOf('calendar', locale, { query: { month: asked } }),
    body: (context) => <CalendarPage {...context} month={month} county={county} calendar={calendar} dictionary={dictionary} />,
  };
};
