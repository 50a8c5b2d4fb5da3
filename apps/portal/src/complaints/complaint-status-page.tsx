import { NoScript, Skeleton } from '../layout/parts.js';
import { cityOf } from '../load.js';
import type { PageContext, Tell } from '../page.js';
import { wordsFor } from '../words.js';

const ComplaintStatusPage = (context: PageContext) => {
  const { words, locale } = context;
  return (
    <div className="wrap page form-page">
      <h1>{words('complaints.status.heading')}</h1>
      <NoScript {...context} what="own" />
      <div className="island by-script" data-island="complaint-status" data-words={wordsFor(locale, ['complaints', 'form', 'offline', 'terms.complaintKinds', 'terms.complaintStates', 'terms.complaintOutcomes', 'terms.complaintLevels'])}><Skeleton words={words} lines={5} /></div>
    </div>
  );
};

/** How a complaint stands: for whoever holds its link. */
export const tellComplaintStatus: Tell = async (ask) => ({
  title: ask.words('complaints.status.title'), description: ask.words('complaints.status.description'), cityName: await cityOf(ask), sheets: ['forms'], islands: ['complaintStatus'], body: (context) => <ComplaintStatusPage {...context} />,
});
