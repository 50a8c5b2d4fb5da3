import { NoScript, Skeleton } from '../layout/parts.js';
import { cityOf } from '../load.js';
import type { PageContext, Tell } from '../page.js';
import { wordsFor } from '../words.js';

const CheckInPage = ({ shift, ...context }: PageContext & { readonly shift: string }) => {
  const { words, locale } = context;
  return (
    <div className="wrap page form-page form-narrow" data-island="check-in" data-shift={shift} data-words={wordsFor(locale, ['checkIn', 'form', 'offline', 'signup.toMe'])}>
      <h1>{words('checkIn.heading')}</h1>
      <NoScript {...context} what="own" />
      <div className="by-script check-in" aria-live="polite"><Skeleton words={words} /></div>
    </div>
  );
};

/** Where the QR code of a shift leads: any camera opens it. The code itself never reaches what the server keeps. */
export const tellCheckIn: Tell = async (ask) => ({
  title: ask.words('checkIn.title'), description: ask.words('checkIn.description'), cityName: await cityOf(ask), sheets: ['forms', 'own'], islands: ['checkIn'],
  body: (context) => <CheckInPage {...context} shift={ask.visit.params['id'] ?? ''} />,
});
