import { NoScript } from '../layout/parts.js';
import { cityOf } from '../load.js';
import type { PageContext, Tell } from '../page.js';
import { Field } from '../register/fields.js';
import { pathOf } from '../routes.js';
import { wordsFor } from '../words.js';

const OrderStatusPage = (context: PageContext) => {
  const { words, locale } = context;
  return (
    <div className="wrap page form-page">
      <h1>{words('orderStatus.heading')}</h1>
      <NoScript {...context} what="own" />
      <div className="island by-script" data-island="order-status" data-words={wordsFor(locale, ['orderStatus', 'form', 'offline', 'when', 'terms.orderStates', 'terms.ordererKinds', 'terms.dayParts', 'terms.talkLanguages'])}>
        <form className="form" method="post" noValidate>
          <Field name="number" label={words('orderStatus.number')}><input id="number" name="number" type="text" maxLength={20} autoCapitalize="characters" autoComplete="off" aria-describedby="number-wrong" /></Field>
          <Field name="code" label={words('orderStatus.code')}><input id="code" name="code" type="text" maxLength={12} autoCapitalize="characters" autoComplete="off" aria-describedby="code-wrong" /></Field>
          <div className="form-end"><p className="note note-wrong form-wrong" role="alert" tabIndex={-1} hidden /><button className="button button-large" type="submit" disabled>{words('orderStatus.look')}</button></div>
        </form>
        <div className="order-shown" />
      </div>
      <p className="form-aside"><a href={pathOf('order', locale)}>{words('order.heading')}</a></p>
    </div>
  );
};

/** How an order stands, for whoever holds its number and code. */
export const tellOrderStatus: Tell = async (ask) => ({
  title: ask.words('orderStatus.title'), description: ask.words('orderStatus.description'), cityName: await cityOf(ask), sheets: ['forms', 'talks'], islands: ['orderStatus'], body: (context) => <OrderStatusPage {...context} />,
});
