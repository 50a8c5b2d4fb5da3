import { NoScript, Skeleton } from '../layout/parts.js';
import { cityOf } from '../load.js';
import type { PageContext, Tell } from '../page.js';
import { pathOf } from '../routes.js';
import { wordsFor } from '../words.js';

const MyTeamsPage = (context: PageContext) => {
  const { words, locale } = context;
  return (
    <div className="wrap page own" data-island="my-teams" data-words={wordsFor(locale, ['myTeams', 'form', 'offline', 'when', 'terms.teamStates', 'terms.teamMemberStates', 'terms.teamSignupStates', 'terms.signupStates', 'terms.teamBlocks'])}>
      <p><a className="quiet" href={pathOf('me', locale)}>{words('header.me')}</a></p>
      <h1>{words('myTeams.heading')}</h1>
      <NoScript {...context} what="own" />
      <div className="by-script own-body"><div className="own-alert" role="status" /><section className="own-part own-next"><div className="own-content"><Skeleton words={words} /></div></section></div>
    </div>
  );
};

/** The own teams, those of the own children, and what whoever leads does for a team. */
export const tellMyTeams: Tell = async (ask) => ({
  title: ask.words('myTeams.heading'), description: ask.words('myTeams.description'), cityName: await cityOf(ask), sheets: ['forms', 'activities', 'own'], islands: ['myTeams'], body: (context) => <MyTeamsPage {...context} />,
});
