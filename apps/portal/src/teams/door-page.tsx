import { NoScript, Skeleton } from '../layout/parts.js';
import { cityOf } from '../load.js';
import type { PageContext, Tell } from '../page.js';
import { wordsFor } from '../words.js';

const DoorPage = ({ code, ...context }: PageContext & { readonly code: string }) => {
  const { words, locale } = context;
  return (
    <div className="wrap page own" data-island="team-door" data-code={code} data-words={wordsFor(locale, ['teamDoor', 'myTeams.leader', 'myTeams.noLeader', 'myTeams.members', 'myTeams.loading', 'form', 'offline'])}>
      <h1>{words('teamDoor.heading')}</h1>
      <p className="lead">{words('teamDoor.text')}</p>
      <NoScript {...context} what="own" />
      <div className="by-script own-body"><section className="own-part own-next"><div className="own-content" role="status"><Skeleton words={words} /></div></section></div>
    </div>
  );
};

/** Where the link or the QR code of a team leads. */
export const tellTeamDoor: Tell = async (ask) => ({
  title: ask.words('teamDoor.heading'), description: ask.words('teamDoor.description'), cityName: await cityOf(ask), sheets: ['forms', 'activities', 'own'], islands: ['teamDoor'], body: (context) => <DoorPage {...context} code={ask.visit.params['code'] ?? ''} />,
});
