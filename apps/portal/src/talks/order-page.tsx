import type { PublicDictionary, PublicTalk } from '@kepu/contracts';
import { dayParts, ordererKinds, talkLanguages } from '../choices.js';
import { langOf } from '../layout/verbatim.js';
import { NoScript } from '../layout/parts.js';
import { dictionaryOf, orNone } from '../load.js';
import type { PageContext, Tell } from '../page.js';
import { Choice, Field, Group } from '../register/fields.js';
import { pathOf } from '../routes.js';
import { capital } from '../wording.js';
import { wordsFor } from '../words.js';

interface OrderProps extends PageContext { readonly dictionary: PublicDictionary; readonly talks: readonly PublicTalk[] }

const Dates = ({ words }: Pick<PageContext, 'words'>) => (
  <Group name="dates" label={words('order.dates')} hint={words('order.datesHint')}>
    {[1, 2, 3].map((count) => (
      <div key={count} className="order-date">
        <label className="field"><span>{words('order.date', { count })}</span><input type="date" name={`day${count}`} /></label>
        <label className="field"><span>{words('order.part')}</span><select name={`part${count}`}>{dayParts.map((part) => <option key={part} value={part}>{capital(words(`terms.dayParts.${part}`))}</option>)}</select></label>
        <label className="field"><span>{words('order.time')}</span><input type="time" name={`time${count}`} /></label>
      </div>
    ))}
  </Group>
);

const OrderPage = (props: OrderProps) => {
  const { dictionary: { counties, topics, audiences }, talks, words, locale } = props;
  return (
    <div className="wrap page form-page">
      <h1>{words('order.heading')}</h1>
      <p className="lead">{words('order.lead')}</p>
      <p><a className="quiet" href={pathOf('orderStatus', locale)}>{words('order.follow')}</a></p>
      <NoScript {...props} what="own" />
      <div className="island by-script" data-island="order" data-words={wordsFor(locale, ['order', 'form', 'offline', 'entry', 'activity.copyFailed', 'terms.orderPlaceKinds'])}>
        <form className="form" method="post" noValidate>
          <h2>{words('order.wishHeading')}</h2>
          <Group name="talkIds" label={words('order.talks')}>{talks.length > 0 ? <div className="choices">{talks.map(({ id, title }) => <Choice key={id} type="checkbox" name="talkIds" value={id} text={title} locale={locale} checked />)}</div> : <p className="hint">{words('order.noTalks')}</p>}<p><a className="quiet" href={pathOf('talks', locale)}>{words('order.toMenu')}</a></p></Group>
          <Field name="topicIds" label={words('order.topic')}><select id="topicIds" name="topicIds"><option value="">{words('order.any')}</option>{topics.flatMap(({ id, name, children }) => (children.length > 0 ? children : [{ id, name }])).map(({ id, name }) => <option key={id} value={id} lang={langOf(name, locale)}>{name}</option>)}</select></Field>
          <Field name="need" label={words('order.need')} hint={words('order.needHint')}><textarea id="need" name="need" rows={3} maxLength={500} aria-describedby="need-hint need-wrong" /></Field>
          <h2>{words('order.whoHeading')}</h2>
          <Field name="countyCode" label={words('order.county')}><select id="countyCode" name="countyCode"><option value="">{words('order.choose')}</option>{counties.map(({ code, name }) => <option key={code} value={code} lang={langOf(name, locale)}>{name}</option>)}</select></Field>
          <Field name="townshipCode" label={words('order.township')} hint={words('order.townshipHint')}><input id="townshipCode" name="townshipName" type="text" autoComplete="off" maxLength={60} aria-describedby="townshipCode-hint townshipCode-wrong" /><input type="hidden" name="townshipCode" /><div className="choices found" role="status" /></Field>
          <Group name="ordererKind" label={words('order.kind')}><div className="choices">{ordererKinds.map((kind, index) => <Choice key={kind} type="radio" name="ordererKind" value={kind} text={capital(words(`terms.ordererKinds.${kind}`))} locale={locale} checked={index === 0} />)}</div></Group>
          <Field name="placeName" label={words('order.place')} hint={words('order.placeHint')}><input id="placeName" name="placeName" type="text" autoComplete="organization" maxLength={120} aria-describedby="placeName-hint placeName-wrong" /><div className="choices found" role="status" /></Field>
          <Field name="contactName" label={words('order.contact')}><input id="contactName" name="contactName" type="text" autoComplete="name" maxLength={60} aria-describedby="contactName-wrong" /></Field>
          <Field name="phone" label={words('order.phone')} hint={words('order.phoneHint')}><input id="phone" name="phone" type="tel" autoComplete="tel" maxLength={20} aria-describedby="phone-hint phone-wrong" /></Field>
          <h2>{words('order.whenHeading')}</h2>
          <Dates {...props} />
          <Field name="people" label={words('order.people')}><input id="people" name="people" type="number" inputMode="numeric" min={1} max={5000} aria-describedby="people-wrong" /></Field>
          <Field name="venue" label={words('order.venue')} hint={words('order.venueHint')}><input id="venue" name="venue" type="text" maxLength={200} aria-describedby="venue-hint venue-wrong" /></Field>
          <Group name="audienceIds" label={words('order.audiences')}><div className="choices">{audiences.map(({ id, name }) => <Choice key={id} type="checkbox" name="audienceIds" value={id} text={name} locale={locale} />)}</div></Group>
          <Field name="language" label={words('order.language')}><select id="language" name="language"><option value="">{words('order.anyLanguage')}</option>{talkLanguages.map((language) => <option key={language} value={language}>{words(`terms.talkLanguages.${language}`)}</option>)}</select></Field>
          <label className="tick"><input type="checkbox" name="projector" value="1" /><span>{words('order.projector')}</span></label>
          <label className="tick"><input type="checkbox" name="minors" value="1" /><span>{words('order.minors')}</span></label>
          <Field name="note" label={words('order.note')}><textarea id="note" name="note" rows={2} maxLength={500} aria-describedby="note-wrong" /></Field>
          <div className="form-end"><p className="note note-wrong form-wrong" role="alert" tabIndex={-1} hidden /><button className="button button-large" type="submit" disabled>{words('order.submit')}</button></div>
        </form>
      </div>
    </div>
  );
};

/** 点单: a village, community or school orders a talk, without an account. */
export const tellOrder: Tell = async (ask) => {
  const ids = (ask.visit.query['talks'] ?? '').split(',').filter((id) => id !== '');
  const [dictionary, found] = await Promise.all([dictionaryOf(ask), ids.length === 0 ? null : orNone(ask, ask.client.listPublicTalks({ query: { ids: ids.join(','), perPage: 3 } }))]);
  return {
    title: ask.words('order.title'), description: ask.words('order.description'), cityName: dictionary.cityName, canonical: (locale) => pathOf('order', locale), sheets: ['forms', 'talks'], islands: ['order'],
    body: (context) => <OrderPage {...context} dictionary={dictionary} talks={found?.data ?? []} />,
  };
};
