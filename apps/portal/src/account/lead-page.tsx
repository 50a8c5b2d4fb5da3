import { NoScript, Skeleton } from '../layout/parts.js';
import { cityOf } from '../load.js';
import type { PageContext, Tell } from '../page.js';
import { wordsFor } from '../words.js';

const LeadPage = ({ shift, ...context }: PageContext & { readonly shift: string }) => {
  const { words, locale } = context;
  return (
    <div className="wrap page lead-page" data-island="lead" data-shift={shift} data-words={wordsFor(locale, ['lead', 'hoursWait', 'leadMinors', 'terms.relations', 'terms.shiftConsents', 'terms.companions', 'form', 'offline', 'when', 'terms.attendanceStates', 'terms.attendanceMethods', 'terms.ledgers', 'terms.ledgerRules', 'terms.ledgerSources'])}>
      <h1>{words('lead.heading')}</h1>
      <NoScript {...context} what="own" />
      <div className="by-script lead-body"><Skeleton words={words} lines={6} /></div>
    </div>
  );
};

/** The page of whoever leads on the spot, made for one hand. */
export const tellLead: Tell = async (ask) => ({
  title: ask.words('lead.title'), description: ask.words('lead.description'), cityName: await cityOf(ask), sheets: ['forms', 'own'], islands: ['lead'],
  body: (context) => <LeadPage {...context} shift={ask.visit.params['id'] ?? ''} />,
});
