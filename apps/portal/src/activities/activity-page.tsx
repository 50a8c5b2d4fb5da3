import type { Activity } from '@kepu/contracts';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../layout/icon.js';
import { Qr } from '../layout/qr.js';
import { langOf, Verbatim } from '../layout/verbatim.js';
import { When } from '../layout/when.js';
import { dictionaryOf, orNone } from '../load.js';
import type { PageContext, Tell } from '../page.js';
import { pathOf } from '../routes.js';
import { dayOf, dayText, timeText } from '../times.js';
import { capital, counted } from '../wording.js';
import { wordsFor } from '../words.js';
import { FreeChip, MinorsChip, Place } from './place.js';
import { ShiftList } from './shift-list.js';

interface Share { readonly text: string; readonly url: string; readonly qr: string }
interface ActivityProps extends PageContext { readonly activity: Activity; readonly share: Share | null; readonly today: string }

const Fact = ({ icon, name, children }: { readonly icon: IconName; readonly name: string; readonly children: ReactNode }) => <div className="fact"><dt><Icon name={icon} />{name}</dt><dd>{children}</dd></div>;

const Facts = ({ activity, today, locale, words }: ActivityProps) => {
  const { startsAt, endsAt, shiftCount, unit, topics, audiences, programmes } = activity;
  const list = (entries: readonly { name: string }[]) => <Verbatim text={entries.map(({ name }) => name).join(locale === 'en' ? ', ' : '、')} locale={locale} />;
  return (
    <dl className="facts-list">
      {startsAt && endsAt && <Fact icon="clock" name={words('activity.when')}><When time={{ startsAt, endsAt }} locale={locale} today={today} />{shiftCount > 1 && <> <a href="#shifts">{counted(words, 'card.shifts', shiftCount)}</a></>}</Fact>}
      <Fact icon="place" name={words('activity.where')}><Place {...activity} locale={locale} /></Fact>
      <Fact icon="unit" name={words('activity.unit')}><Verbatim text={unit.name} locale={locale} /></Fact>
      {audiences.length > 0 && <Fact icon="people" name={words('activity.audiences')}>{list(audiences)}</Fact>}
      {topics.length > 0 && <Fact icon="topic" name={words('activity.topics')}>{list(topics)}</Fact>}
      {programmes.length > 0 && <Fact icon="star" name={words('activity.programmes')}>{list(programmes)}</Fact>}
    </dl>
  );
};

const Result = ({ activity: { result }, locale, words }: ActivityProps) => result && (
  <section className="block result" aria-labelledby="result">
    <h2 id="result">{words('activity.result')}</h2>
    <ul className="figures"><li><b>{result.turnout}</b> <span>{words('activity.turnout')}</span></li><li><b>{result.sessions}</b> <span>{words('activity.sessions')}</span></li></ul>
    {result.text.split('\n').map((line, place) => <p key={place}><Verbatim text={line} locale={locale} /></p>)}
  </section>
);

const Sharing = ({ share, locale, words }: ActivityProps) => share && (
  <section className="block share" aria-labelledby="share">
    <div>
      <h2 id="share">{words('activity.share')}</h2>
      <p className="soft">{words('activity.shareText')}</p>
      <p className="share-text" lang={langOf(share.text, locale)}>{share.text}</p>
      <p><button className="button button-soft copy by-script" type="button" data-text={share.text}><Icon name="copy" />{words('activity.copy')}</button> <span className="copied" role="status" /></p>
    </div>
    <Qr svg={share.qr} alt={words('activity.qr')} />
  </section>
);

const ActivityPage = (props: ActivityProps) => {
  const { activity, today, locale, words } = props;
  const { id, title, kind, summary, risk, cancelled } = activity;
  return (
    <article className="wrap page activity" data-island="activity" data-activity={id} data-minors={activity.minors} data-dangerous={activity.dangerous} data-words={wordsFor(locale, ['signup', 'familySignup', ...(activity.companions ? ['companions'] : []), 'activity.risk', 'activity.insurance', 'terms.insurances', 'free', 'offline', 'activity.copied', 'activity.copyFailed', 'activity.otherPositions', 'activity.wanted', 'activity.wantedExactly', 'activity.confirmed', 'activity.waiting', 'terms.signupStates', 'credentials.mend'])}>
      <p className="trail"><a href={pathOf('activities', locale)}><Icon name="back" />{words('list.heading')}</a></p>
      {cancelled && <div className="note note-wrong note-large"><Icon name="alert" /><p><b>{words('activity.cancelled')}</b> <Verbatim text={cancelled.reason} locale={locale} /> {words('activity.cancelledText', { day: dayText(dayOf(cancelled.at), locale, today) })}</p></div>}
      <h1><Verbatim text={title} locale={locale} /></h1>
      <p className="chips"><span className="chip chip-kind">{capital(words(`terms.activityKinds.${kind}`))}</span><FreeChip activity={activity} words={words} /><MinorsChip activity={activity} words={words} /></p>
      {activity.companions && <div className="note note-calm"><Icon name="people" /><div><b>{capital(words('terms.companions.welcome'))}</b><p>{words('companions.welcome')}</p></div></div>}
      {activity.dangerous && <p className="note note-wrong"><Icon name="alert" /><span>{words('minors.dangerousText')}</span></p>}
      <Facts {...props} />
      <div className="summary">{summary.split('\n').map((line, place) => <p key={place}><Verbatim text={line} locale={locale} /></p>)}</div>
      {activity.grants && <p className="line"><Icon name="check" /><span>{words('activity.grants', { name: activity.grants.kind.name })}</span></p>}
      <Result {...props} />
      {!cancelled && <ShiftList activity={activity} site={props.site} today={today} locale={locale} words={words} />}
      <section className="block" aria-labelledby="risk">
        <h2 id="risk">{words('activity.risk')}</h2>
        {risk.statement.split('\n').map((line, place) => <p key={place}><Verbatim text={line} locale={locale} /></p>)}
        <p className="line"><Icon name="shield" /><span>{words('activity.insurance', { how: words(`terms.insurances.${risk.insurance}`) })}</span></p>
      </section>
      <Sharing {...props} />
    </article>
  );
};

/** One activity, with everything that is public of it. */
export const tellActivity: Tell = async (ask) => {
  const { client, visit: { params }, words, locale } = ask;
  const id = params['id'] ?? '';
  const [dictionary, activity, share] = await Promise.all([dictionaryOf(ask), client.getActivity({ params: { id } }), orNone(ask, client.getActivityShare({ params: { id } }))]);
  const { startsAt, endsAt, county, place, title, summary } = activity;
  const when = startsAt && endsAt ? timeText({ startsAt, endsAt }, locale, dictionary.today) : '';
  return {
    title, description: words('activity.description', { when, where: `${county.name} ${place}`, summary: summary.replaceAll(/\s+/g, ' ').slice(0, 80) }).trim(), cityName: dictionary.cityName, sheets: ['activities'], islands: ['activity'],
    body: (context) => <ActivityPage {...context} activity={activity} share={share} today={dictionary.today} />,
  };
};
