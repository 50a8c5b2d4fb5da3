import { NoScript, Skeleton } from '../layout/parts.js';
import { PrivacyText } from '../register/privacy.js';
import type { PageContext, Tell } from '../page.js';
import { wordsFor } from '../words.js';

const RosterPage = ({ consent, ...context }: PageContext & { readonly consent: string }) => {
  const { words, locale } = context;
  return (
    <div className="wrap page form-page form-narrow">
      <h1>{words('roster.heading')}</h1>
      <NoScript {...context} what="register" />
      <div className="island by-script" data-island="roster" data-words={wordsFor(locale, ['roster', 'entry', 'form', 'offline', 'terms.occupations'])}><Skeleton words={words} lines={6} /></div>
      <details className="privacy-details"><summary>{words('roster.readPrivacy')}</summary><div className="privacy-scroll" role="region" tabIndex={0} aria-label={words('privacy.title')}><PrivacyText {...context} version={consent} /></div></details>
    </div>
  );
};

/** Where the link of a roster leads: who asks, for what, and with which data. */
export const tellRoster: Tell = async (ask) => {
  const { cityName, consentVersion } = await ask.client.getPublicDictionary();
  return { title: ask.words('roster.title'), description: ask.words('roster.description'), cityName, sheets: ['forms'], islands: ['roster'], body: (context) => <RosterPage {...context} consent={consentVersion} /> };
};
