import type { ActivityRow } from '@kepu/contracts';
import type { Locale } from '@kepu/contracts/labels';
import { Icon } from '../layout/icon.js';
import { Verbatim } from '../layout/verbatim.js';
import { When } from '../layout/when.js';
import { pathOf } from '../routes.js';
import { dayOf, monthOf, weekdayOf } from '../times.js';
import { capital, counted, type Words } from '../wording.js';
import { FreeChip, MinorsChip, Place } from './place.js';

interface CardProps { readonly activity: ActivityRow; readonly today: string; readonly locale: Locale; readonly words: Words }

/** A leaf of a calendar: what the eye looks for first. The words beside it say the same. */
const Leaf = ({ day, locale }: { readonly day: string; readonly locale: Locale }) => (
  <span className="leaf" aria-hidden="true"><span className="leaf-month">{monthOf(day.slice(0, 7), locale, 'short')}</span><b>{Number(day.slice(8))}</b><span>{weekdayOf(day, locale)}</span></span>
);

/** An activity in a list. Drawn by the server, and by the browser where a list depends on who reads it. */
export const ActivityCard = ({ activity, today, locale, words }: CardProps) => {
  const { id, title, kind, startsAt, endsAt, shiftCount, unit, topics } = activity;
  return (
    <li className={`card card-${activity.state}`}>
      {startsAt && <Leaf day={dayOf(startsAt)} locale={locale} />}
      <div className="card-text">
        <h3><a className="card-way" href={pathOf('activity', locale, { params: { id } })}><Verbatim text={title} locale={locale} /></a></h3>
        <p className="chips"><span className="chip chip-kind">{capital(words(`terms.activityKinds.${kind}`))}</span><FreeChip activity={activity} words={words} /><MinorsChip activity={activity} words={words} /></p>
        {startsAt && endsAt && (
          <p className="line"><Icon name="clock" /><span>
            <When time={{ startsAt, endsAt }} locale={locale} today={today} words={words} />
            {shiftCount > 1 && <> <span className="soft">{counted(words, 'card.shifts', shiftCount)}</span></>}
          </span></p>
        )}
        <p className="line"><Icon name="place" /><span><Place {...activity} locale={locale} /></span></p>
        <p className="line"><Icon name="unit" /><span><Verbatim text={unit.name} locale={locale} /></span></p>
        {topics.length > 0 && <p className="line"><Icon name="topic" /><span><Verbatim text={topics.map(({ name }) => name).join(locale === 'en' ? ', ' : '、')} locale={locale} /></span></p>}
      </div>
    </li>
  );
};
