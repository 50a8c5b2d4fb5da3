import { label } from '@kepu/contracts/labels';
import { sentence } from '../layout/verbatim.js';
import type { PageContext } from '../page.js';
import type { Home } from '../site.js';
import { HeroPicture } from './hero-picture.js';
import { Programmes } from './programmes.js';

interface HomeProps extends PageContext { readonly home: Home }
// Browsers break Chinese anywhere: a headline breaks between its parts.
const headline = ['headlineFirst', 'headlineSecond', 'headlineThird'] as const;
const steps = ['read', 'hand', 'act', 'people', 'prove'] as const;

const Figures = ({ home, words }: HomeProps) => {
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

const People = ({ words }: PageContext) => (
  <section className="section wrap" aria-labelledby="people">
    <h2 id="people">{words('people.heading')}</h2>
    <ul className="doors">
      {(['units', 'office'] as const).map((who) => (
        <li key={who} className="door">
          <h3>{words(`people.${who}`)}</h3>
          <p>{words(`people.${who}Text`)}</p>
          <p className="door-way"><a href="/admin">{words(`people.${who}Link`)}</a></p>
        </li>
      ))}
      <li className="door door-waiting">
        <h3>{words('people.volunteers')}</h3>
        <p>{words('people.volunteersText')}</p>
      </li>
    </ul>
  </section>
);

/** What this is, what the year's paper asks for, and where to come in. */
export const HomePage = ({ home, ...context }: HomeProps) => {
  const { words, locale, cityName } = context;
  return (
    <>
      <section className="hero" aria-labelledby="headline">
        <div className="wrap hero-row">
          <div className="hero-words">
            {cityName !== '' && <p className="eyebrow">{sentence(words, 'home.eyebrow', 'city', cityName, locale)}</p>}
            <h1 id="headline">{headline.map((part) => <span key={part} className="phrase">{words(`home.${part}`)}</span>)}</h1>
            <p className="lead">{words('home.lead', { office: label(locale, 'terms.office') })}</p>
            <p className="ways">
              <a className="button" href="/admin">{words('home.signIn')}</a>
              <a className="quiet" href="#programmes">{words('home.seeProgrammes')}</a>
            </p>
            {home.planTitle !== null && <Figures home={home} {...context} />}
          </div>
          <HeroPicture />
        </div>
      </section>
      <Programmes home={home} locale={locale} words={words} />
      <Steps {...context} />
      <People {...context} />
    </>
  );
};
