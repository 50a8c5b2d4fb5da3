import { NoScript, Skeleton } from '../layout/parts.js';
import { cityOf } from '../load.js';
import type { PageContext, Tell } from '../page.js';
import { wordsFor } from '../words.js';

const RatePage = ({ code, ...context }: PageContext & { readonly code: string }) => {
  const { words, locale } = context;
  return (
    <div className="wrap page form-page">
      <h1>{words('rate.heading')}</h1>
      <p className="lead">{words('rate.lead')}</p>
      <NoScript {...context} what="own" />
      <div className="island by-script" data-island="rate" data-code={code} data-words={wordsFor(locale, ['rate', 'orderStatus.grades', 'form', 'offline'])}><Skeleton words={words} lines={3} /></div>
    </div>
  );
};

/** Where the code on the poster leads: whoever listened says how it was, without an account. */
export const tellRate: Tell = async (ask) => ({
  title: ask.words('rate.title'), description: ask.words('rate.description'), cityName: await cityOf(ask), sheets: ['forms'], islands: ['rate'], body: (context) => <RatePage {...context} code={ask.visit.params['code'] ?? ''} />,
});
