import { NoScript, Skeleton } from '../layout/parts.js';
import { cityOf } from '../load.js';
import type { PageContext, Tell } from '../page.js';
import { pathOf } from '../routes.js';
import { wordsFor } from '../words.js';

const wanted = ['realName', 'form', 'offline', 'list.register'];

const RealNamePage = (context: PageContext) => {
  const { words, locale } = context;
  return (
    <div className="wrap page own" data-island="realName" data-words={wordsFor(locale, wanted)}>
      <p><a className="quiet" href={pathOf('me', locale)}>{words('realName.back')}</a></p>
      <h1>{words('realName.title')}</h1>
      <NoScript {...context} what="own" />
      <div className="by-script own-body"><div className="own-alert" role="status" /><div className="own-content"><Skeleton words={words} /></div></div>
    </div>
  );
};

/** The own number: the same shell for everybody, filled by an island for the one who is signed in. */
export const tellRealName: Tell = async (ask) => ({
  title: ask.words('realName.title'), description: ask.words('realName.description'), cityName: await cityOf(ask), sheets: ['forms', 'own'], islands: ['realName'], body: (context) => <RealNamePage {...context} />,
});
