import { Skeleton } from '../layout/parts.js';
import { dictionaryOf } from '../load.js';
import type { PageContext, Tell } from '../page.js';
import { wordsFor } from '../words.js';
import { GuardianForm } from './guardian-form.js';

const GuardianPage = ({ version, today, ...context }: PageContext & { readonly version: string; readonly today: string }) => {
  const { words, locale } = context;
  return (
    <div className="wrap page form-page" data-island="guardian" data-words={wordsFor(locale, ['guardianLink', 'guardianAccount', 'register.bornOnRead', 'register.bornOnWrong', 'register.bornOnFuture', 'entry', 'form', 'offline', 'terms.relations', 'consentTexts.child', 'myFamily.form.childPage'])}>
      <h1>{words('guardianLink.heading')}</h1>
      <div className="offer by-script" aria-live="polite"><Skeleton words={words} lines={4} /></div>
      <div className="make-account" hidden><GuardianForm {...context} version={version} today={today} /></div>
    </div>
  );
};

/** Where the link leads that a minor passes on. Its token stands behind the `#`, which no server reads. */
export const tellGuardian: Tell = async (ask) => {
  const { cityName, consentVersion, today } = await dictionaryOf(ask);
  return { title: ask.words('guardianLink.title'), description: ask.words('guardianLink.description'), cityName, sheets: ['forms', 'own', 'family'], islands: ['guardian'], body: (context) => <GuardianPage {...context} version={consentVersion} today={today} /> };
};
