import { NoScript, Skeleton } from '../layout/parts.js';
import { cityOf } from '../load.js';
import type { PageContext, Tell } from '../page.js';
import { pathOf } from '../routes.js';
import { wordsFor } from '../words.js';

const MyOrdersPage = (context: PageContext) => {
  const { words, locale } = context;
  return (
    <div className="wrap page own" data-island="my-orders" data-words={wordsFor(locale, ['myOrders', 'orderStatus.grades', 'form', 'offline', 'when', 'terms.orderOfferStates', 'terms.orderStates'])}>
      <p><a className="quiet" href={pathOf('me', locale)}>{words('header.me')}</a> <a className="quiet" href={pathOf('myTalks', locale)}>{words('myTalks.heading')}</a></p>
      <h1>{words('myOrders.heading')}</h1>
      <NoScript {...context} what="own" />
      <div className="by-script own-body"><div className="own-alert" role="status" /><section className="own-part own-next"><div className="own-content"><Skeleton words={words} /></div></section></div>
    </div>
  );
};

/** What a lecturer is asked, and has taken on. */
export const tellMyOrders: Tell = async (ask) => ({
  title: ask.words('myOrders.heading'), description: ask.words('order.description'), cityName: await cityOf(ask), sheets: ['forms', 'activities', 'own'], islands: ['myOrders'], body: (context) => <MyOrdersPage {...context} />,
});
