import { NoScript, Skeleton } from '../layout/parts.js';
import { cityOf } from '../load.js';
import type { PageContext, Tell } from '../page.js';
import { wordsFor } from '../words.js';

const parts = ['next', 'invitations', 'suggestions', 'signups', 'hours', 'pools', 'profile', 'credentials', 'notices'] as const;
/** Parts whose words stand with their own feature. */
const headed: Readonly<Record<string, string>> = { credentials: 'credentials', invitations: 'myInvited' };
/** What an own proof of service is ordered and listed with; what the check of one says stands on a page of its own. */
const proofWords = ['heading', 'lead', 'unit', 'from', 'to', 'issue', 'issued', 'download', 'nothing', 'source', 'line'].map((key) => `certificates.${key}`);
const wanted = [
  'me', 'myTalks.heading', 'myOrders.heading', 'myTeams.heading', 'pools', 'terms.appointmentStates', 'terms.nominationStates', 'asks', 'credentials', ...proofWords, 'terms.credentialStates', 'myInvited', 'realName.card', 'realName.frozenHeading', 'realName.frozenText', 'form', 'checkIn.code', 'list.all', 'list.register', 'offline', 'signup', 'when', 'free', 'minors.welcome', 'minors.dangerous', 'card', 'register.weekend', 'register.evenings', 'register.all', 'register.week', 'register.unit', 'register.unitHint', 'register.units', 'terms.activityKinds', 'terms.occupations', 'terms.skillLevels', 'terms.talkLanguages', 'terms.dayParts', 'terms.weekdays', 'terms.signupStates',
  'terms.attendanceStates', 'companions', 'activity.risk', 'activity.insurance', 'terms.insurances', 'terms.ledgers', 'terms.ledgerRules', 'terms.ledgerSources', 'matching.reasons', 'matching.parts', 'notices', 'signIn.current', 'signIn.next', 'signIn.nextHint', 'terms.roles', 'terms.scopeKinds', 'terms.browsers', 'terms.systems', 'terms.accountChanges',
];

const MePage = (context: PageContext) => {
  const { words, locale } = context;
  return (
    <div className="wrap page own" data-island="me" data-words={wordsFor(locale, wanted)}>
      <h1>{words('me.heading')}</h1>
      <p className="lead own-greeting" />
      <NoScript {...context} what="own" />
      <div className="by-script own-body">
        <nav className="own-nav" aria-label={words('me.parts')}>{parts.map((part) => <a key={part} href={`#${part}`}>{words(headed[part] ? `${headed[part]}.short` : `me.${part}.short`)}</a>)}</nav>
        <div className="own-asks" />
        <div className="own-registration" />
        <div className="own-alert" role="status" />
        {parts.map((part) => (
          <section key={part} className={`own-part own-${part}`} id={part} aria-labelledby={`${part}-heading`}>
            <h2 id={`${part}-heading`}>{words(headed[part] ? `${headed[part]}.heading` : `me.${part}.heading`)}</h2>
            <div className="own-content"><Skeleton words={words} /></div>
          </section>
        ))}
      </div>
    </div>
  );
};

/** The own page: the same shell for everybody, filled by an island for the one who is signed in. */
export const tellMe: Tell = async (ask) => ({
  title: ask.words('me.title'), description: ask.words('me.description'), cityName: await cityOf(ask), sheets: ['forms', 'activities', 'own'], islands: ['me'], body: (context) => <MePage {...context} />,
});
