import type { PageContext, Told } from '../page.js';
import { pathOf } from '../routes.js';
import type { Words } from '../wording.js';

type Plain = 'notFound' | 'failure';

const PlainPage = ({ page, words, locale, here }: PageContext & { readonly page: Plain }) => (
  <div className="wrap plain">
    <h1>{words(`${page}.title`)}</h1>
    <p className="lead">{words(`${page}.text`)}</p>
    <p className="ways">
      <a className="button" href={page === 'failure' ? here : pathOf('home', locale)}>{words(page === 'failure' ? 'failure.again' : 'notFound.home')}</a>
      {page === 'notFound' && <a className="quiet" href={pathOf('activities', locale)}>{words('notFound.activities')}</a>}
    </p>
  </div>
);

/** No such page, or no data for it: one sentence and one way on. */
export const tellPlain = (page: Plain, words: Words): Told => ({
  title: words(`${page}.title`), description: words(`${page}.text`), cityName: '', body: (context) => <PlainPage {...context} page={page} />,
});
