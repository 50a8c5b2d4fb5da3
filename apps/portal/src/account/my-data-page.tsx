import { NoScript, Skeleton } from '../layout/parts.js';
import { cityOf } from '../load.js';
import type { PageContext, Tell } from '../page.js';
import { pathOf } from '../routes.js';
import { wordsFor } from '../words.js';

const parts = ['kept', 'accesses', 'consents', 'leave'] as const;
const wanted = ['mine', 'form', 'offline', 'me.more', 'terms.accessFields', 'terms.consentKinds', 'terms.accessRoles', 'consentTexts', 'retention.articles'];

const MyDataPage = (context: PageContext) => {
  const { words, locale } = context;
  return (
    <div className="wrap page own" data-island="myData" data-words={wordsFor(locale, wanted)}>
      <p><a className="quiet" href={pathOf('me', locale)}>{words('mine.back')}</a></p>
      <h1>{words('mine.heading')}</h1>
      <p className="lead">{words('mine.lead')} <a href={pathOf('privacy', locale)}>{words('mine.notice')}</a></p>
      <NoScript {...context} what="own" />
      <div className="by-script own-body">
        <nav className="own-nav" aria-label={words('mine.parts')}>{parts.map((part) => <a key={part} href={`#${part}`}>{words(`mine.${part}.short`)}</a>)}</nav>
        <div className="own-alert" role="status" />
        {parts.map((part) => (
          <section key={part} className="own-part own-next" id={part} aria-labelledby={`${part}-heading`}>
            <h2 id={`${part}-heading`}>{words(`mine.${part}.heading`)}</h2>
            <div className="own-content"><Skeleton words={words} /></div>
          </section>
        ))}
      </div>
    </div>
  );
};

/** What is kept of oneself: the same shell for everybody, filled by an island for the one who is signed in. */
export const tellMyData: Tell = async (ask) => ({
  title: ask.words('mine.title'), description: ask.words('mine.description'), cityName: await cityOf(ask), sheets: ['forms', 'activities', 'own'], islands: ['myData'], body: (context) => <MyDataPage {...context} />,
});
