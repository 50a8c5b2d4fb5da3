import type { PageContext } from '../page.js';
import { pathOf } from '../routes.js';

/** No such page, or no data for it: one sentence and one way on. */
export const PlainPage = ({ page, words, locale, here }: PageContext) => {
  const failed = page === 'failure';
  return (
    <div className="wrap plain">
      <h1>{words(`${page}.title`)}</h1>
      <p className="lead">{words(`${page}.text`)}</p>
      <p className="ways"><a className="button" href={failed ? here : pathOf('home', locale)}>{words(failed ? 'failure.again' : 'notFound.home')}</a></p>
    </div>
  );
};
