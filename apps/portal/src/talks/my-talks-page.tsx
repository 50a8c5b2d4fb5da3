import { NoScript, Skeleton } from '../layout/parts.js';
import { cityOf } from '../load.js';
import type { PageContext, Tell } from '../page.js';
import { pathOf } from '../routes.js';
import { wordsFor } from '../words.js';

const wanted = ['myTalks', 'form', 'offline', 'talks.minutes', 'terms.talkStates', 'terms.talkLanguages', 'terms.talkEquipment', 'terms.talkHidings'];

const MyTalksPage = (context: PageContext) => {
  const { words, locale } = context;
  return (
    <div className="wrap page own" data-island="my-talks" data-words={wordsFor(locale, wanted)}>
      <p><a className="quiet" href={pathOf('me', locale)}>{words('header.me')}</a> <a className="quiet" href={pathOf('talks', locale)}>{words('talks.link')}</a></p>
      <h1>{words('myTalks.heading')}</h1>
      <NoScript {...context} what="own" />
      <div className="by-script own-body"><div className="own-alert" role="status" /><section className="own-part own-next"><div className="own-content"><Skeleton words={words} /></div></section></div>
    </div>
  );
};

/** The own talks: the same shell for everybody, filled by an island for the one who is signed in. */
export const tellMyTalks: Tell = async (ask) => ({
  title: ask.words('myTalks.heading'), description: ask.words('talks.description'), cityName: await cityOf(ask), sheets: ['forms', 'activities', 'own'], islands: ['myTalks'], body: (context) => <MyTalksPage {...context} />,
});
