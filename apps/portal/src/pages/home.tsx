import type { ActivityRow, PublicDictionary } from '@kepu/contracts';
import { label } from '@kepu/contracts/labels';
import { ActivityCard } from '../activities/card.js';
import { sentence } from '../layout/verbatim.js';
import { dictionaryOf, orNone } from '../load.js';
import type { PageContext, Tell } from '../page.js';
import { pathOf } from '../routes.js';
import type { Home } from '../site.js';
import { HeroPicture } from './hero-picture.js';
import { Programmes } from './programmes.js';

interface HomeProps extends PageContext { readonly home: Home; readonly nearest: readonly ActivityRow[]; readonly dictionary: PublicDictionary | null }
/** So many activities stand on the home page. */
const shown = 6;
// Browsers break Chinese anywhere: a headline breaks between its parts.
const headline = ['headlineFirst', 'headlineSecond', 'headlineThird'] as const;
const steps = ['read', 'hand', 'act', 'people', 'prove'] as const;

const Figures = ({ home, words }: Pick<HomeProps, 'home' | 'words'>) => {
  const figures = [['figureUnit', home.units], ['figureProgramme', home.programmes.length], ['figureItem', home.items]] as const;
  return (
    <ul className="figures" aria-label={words('home.figures')}>
      {figures.map(([key, count]) => <li key={key}><b>{count}</b> <span>{words(`home.${count === 1 ? key : `${key}s`}`)}</span></li>)}
    </ul>
  );
};

const Steps = ({ words }: PageContext) => (
  <section className="section wrap" aria-labelledby="steps">
    <h2 id="steps">{words('steps.heading')}</h2>
    <ol className="steps">
      {steps.map((step) => (
        <li key={step}><h3>{words(`steps.${step}`)}</h3><p>{words(`steps.${step}Text`)}</p></li>
      ))}
    </ol>
  </section>
);

const People = ({ words, locale }: PageContext) => (
  <section className="section wrap" aria-labelledby="people">
    <h2 id="people">{words('people.heading')}</h2>
    <ul className="doors">
      <li className="door door-first">
        <h3>{words('people.volunteers')}</h3>
        <p>{words('people.volunteersText')}</p>
        <p className="door-way"><a className="button" href={pathOf('register', locale)}>{words('people.register')}</a> <a className="quiet" href={pathOf('signIn', locale)}>{words('people.signIn')}</a></p>
      </li>
      {(['units', 'office'] as const).map((who) => (
        <li key={who} className="door">
          <h3>{words(`people.${who}`)}</h3>
          <p>{words(`people.${who}Text`)}</p>
          <p className="door-way"><a href="/admin">{words(`people.${who}Link`)}</a></p>
        </li>
      ))}
    </ul>
  </section>
);

const Nearest = ({ nearest, dictionary, locale, words }: HomeProps) => (
  <section className="section wrap" aria-labelledby="nearest">
    <h2 id="nearest">{words('home.nearest')}</h2>
    {dictionary && nearest.length > 0
      ? <ol className="cards">{nearest.map((activity) => <ActivityCard key={activity.id} activity={activity} today={dictionary.today} locale={locale} words={words} />)}</ol>
      : <p className="source">{words('home.noneNear')}</p>}
    <p className="ways"><a className="button button-soft" href={pathOf('activities', locale)}>{words('home.allActivities')}</a><a className="quiet" href={pathOf('calendar', locale)}>{words('home.calendar')}</a></p>
  </section>
);

/** What this is, what the year's paper asks for, and where to come in. */
const HomePage = (props: HomeProps) => {
  const { home, words, locale, cityName } = props;
  return (
    <>
      <section className="hero" aria-labelledby="headline">
        <div className="wrap hero-row">
          <div className="hero-words">
            {cityName !== '' && <p className="eyebrow">{sentence(words, 'home.eyebrow', 'city', cityName, locale)}</p>}
            <h1 id="headline">{headline.map((part) => <span key={part} className="phrase">{words(`home.${part}`)}</span>)}</h1>
            <p className="lead">{words('home.lead', { office: label(locale, 'terms.office') })}</p>
            <p className="ways">
              <a className="button" href={pathOf('register', locale)}>{words('home.register')}</a>
              <a className="button button-soft" href="#nearest">{words('home.seeActivities')}</a>
              <a className="quiet" href="/admin">{words('home.signIn')}</a>
            </p>
            {home.planTitle !== null && <Figures home={home} words={words} />}
          </div>
          <HeroPicture />
        </div>
      </section>
      <Nearest {...props} />
      <Programmes home={home} locale={locale} words={words} />
      <Steps {...props} />
      <People {...props} />
    </>
  );
};

export const tellHome: Tell = async (ask) => {
  const { client, words } = ask;
  const [home, dictionary, nearest] = await Promise.all([client.getHome(), orNone(ask, dictionaryOf(ask)), orNone(ask, client.listActivities({ query: { perPage: shown, sort: 'startsAt' } }))]);
  const city = home.cityName;
  return {
    title: words('home.title', { city }).trim(), description: words('home.description'), cityName: city, sheets: ['home', 'activities'],
    body: (context) => <HomePage {...context} home={home} dictionary={dictionary} nearest={nearest?.data ?? []} />,
  };
};
