import type { MyOrderOffer } from '@kepu/contracts';
import { attachForm } from '../account/forms.js';
import { act, fill } from '../account/me/own.js';
import { draw, part } from '../dom/draw.js';
import type { Browser } from '../islands/browser.js';
import { Chip } from '../layout/chip.js';
import { Icon } from '../layout/icon.js';
import { Verbatim } from '../layout/verbatim.js';
import { Field } from '../register/fields.js';
import { pathOf } from '../routes.js';
import { timeText } from '../times.js';
import { Grades } from './grades.js';

interface Here extends Browser { readonly host: HTMLElement; readonly announce: (text: string) => void }
const looks = { offered: { tone: 'wait', icon: 'clock' }, accepted: { tone: 'good', icon: 'check' } } as const;
const calm = { tone: 'calm', icon: 'info' } as const;

const ReasonForm = ({ label, submit, words }: { readonly label: string; readonly submit: string; readonly words: Browser['words'] }) => (
  <form className="form" noValidate>
    <Field name="reason" label={label}><textarea id="reason" name="reason" rows={2} maxLength={500} aria-describedby="reason-wrong" /></Field>
    <div className="form-end"><p className="note note-wrong form-wrong" role="alert" tabIndex={-1} hidden /><p className="ways"><button className="button button-soft" type="submit">{submit}</button><button className="quiet cancel" type="button">{words('myOrders.cancel')}</button></p></div>
  </form>
);
const RateForm = ({ words, locale }: Pick<Browser, 'words' | 'locale'>) => (
  <form className="form" noValidate>
    {(['prepared', 'audience'] as const).map((name) => <Grades key={name} name={name} label={words(`myOrders.${name}`)} words={words} locale={locale} />)}
    <Field name="note" label={words('myOrders.note')}><textarea id="note" name="note" rows={2} maxLength={500} aria-describedby="note-wrong" /></Field>
    <div className="form-end"><p className="note note-wrong form-wrong" role="alert" tabIndex={-1} hidden /><p className="ways"><button className="button" type="submit">{words('myOrders.rateSubmit')}</button><button className="quiet cancel" type="button">{words('myOrders.cancel')}</button></p></div>
  </form>
);

const Row = ({ offer, here }: { readonly offer: MyOrderOffer; readonly here: Here }) => {
  const { client, words, locale, announce, host } = here;
  const { id, version, state, visits, talk } = offer;
  const time = (startsAt: string, endsAt: string): string => timeText({ startsAt, endsAt }, locale, '');
  const rowOf = (target: Element): HTMLElement => target.closest<HTMLElement>('.row') ?? host;
  const again = async (said: string): Promise<void> => { await show(here); announce(words(said)); };
  /** Opens a small form below; what was sent shows the list again. */
  const ask = (target: Element, view: Parameters<typeof draw>[1], names: readonly string[], send: (value: (name: string) => string) => Promise<unknown>, said: string): void => {
    const place = part(rowOf(target), '.row-form');
    draw(place, view);
    part(place, '.cancel').addEventListener('click', () => draw(place, null));
    attachForm(part<HTMLFormElement>(place, 'form'), here, names, words('myOrders.loading'), async (value) => { await send(value); await again(said); });
    part<HTMLElement>(place, 'textarea, input').focus();
  };
  const params = { id };
  const accept = ({ currentTarget }: { readonly currentTarget: HTMLButtonElement }): void => void act(currentTarget, here, part(rowOf(currentTarget), '.wrong'), async () => { await client.acceptMyOrderOffer({ params, body: { version } }); await again('myOrders.accepted'); });
  const contact = (orderId: string) => ({ currentTarget }: { readonly currentTarget: HTMLButtonElement }): void => void act(currentTarget, here, part(rowOf(currentTarget), '.wrong'), async () => {
    const found = await client.revealMyOrderContact({ params: { id: orderId } });
    currentTarget.replaceWith(words('myOrders.contactLine', { name: found.name, phone: found.phone }));
  });
  return (
    <li className="row">
      <div>
        <p className="chips"><Chip {...(state === 'offered' || state === 'accepted' ? looks[state] : calm)} word={words(`terms.orderOfferStates.${state}`)} />{visits.length > 1 && <span className="chip chip-kind">{words('myOrders.trip', { count: visits.length })}</span>}</p>
        {visits.map((visit) => (
          <div key={visit.orderId}>
            <h3><Verbatim text={words('myOrders.for', { place: visit.placeName, county: [visit.county.name, visit.township?.name].filter(Boolean).join(' ') })} locale={locale} /></h3>
            <p className="line"><Icon name="clock" /><span>{time(visit.startsAt, visit.endsAt)}</span></p>
            <p className="line"><Icon name="place" /><span><Verbatim text={visit.venue} locale={locale} /> · {words('myOrders.people', { count: visit.people })}</span></p>
            {state === 'accepted' && <p className="ways">{visit.contactName !== null && <button className="button button-soft" type="button" onClick={contact(visit.orderId)}>{words('myOrders.contact')}</button>} <a className="quiet" href={`/api/v1/me/orders/${visit.orderId}/request-letter.pdf`} download="">{words('myOrders.letter')}</a> {visit.activityId && <a className="quiet" href={pathOf('activity', locale, { params: { id: visit.activityId } })}>{words('myOrders.activity')}</a>}</p>}
            {visit.rating && <p className="note note-good">{words('myOrders.ratedLine', { prepared: visit.rating.prepared, audience: visit.rating.audience })}</p>}
            {visit.mayRate && <p className="ways"><button className="button" type="button" onClick={({ currentTarget }) => ask(currentTarget, <RateForm words={words} locale={locale} />, ['prepared', 'audience'], (value) => client.rateMyOrder({ params: { id: visit.orderId }, body: { version: visit.version, prepared: Number(value('prepared')), audience: Number(value('audience')), note: value('note').trim() || null } }), 'myOrders.rated')}>{words('myOrders.rate')}</button></p>}
          </div>
        ))}
        {talk && <p><Verbatim text={words('myOrders.talk', { title: talk.title })} locale={locale} /></p>}
        {offer.need && <p className="soft"><Verbatim text={words('myOrders.need', { text: offer.need })} locale={locale} /></p>}
        <p className="soft">{[words(offer.projector ? 'myOrders.projector' : 'myOrders.noProjector'), ...(offer.minors ? [words('myOrders.minors')] : []), ...offer.audiences.map(({ name }) => name)].join(' · ')}</p>
        {offer.note && <p className="soft"><Verbatim text={offer.note} locale={locale} /></p>}
        {offer.mayAnswer && <p className="note note-wait"><Icon name="clock" /><span>{words('myOrders.until', { time: time(offer.expiresAt, offer.expiresAt).split('–')[0] ?? '' })}</span></p>}
        <p className="ways">
          {offer.mayAnswer && <button className="button" type="button" onClick={accept}>{words('myOrders.accept')}</button>}
          {offer.mayAnswer && <button className="button button-soft" type="button" onClick={({ currentTarget }) => ask(currentTarget, <ReasonForm label={words('myOrders.declineReason')} submit={words('myOrders.decline')} words={words} />, [], (value) => client.declineMyOrderOffer({ params, body: { version, reason: value('reason').trim() || null } }), 'myOrders.declined')}>{words('myOrders.decline')}</button>}
          {offer.mayStepBack && <button className="quiet" type="button" onClick={({ currentTarget }) => ask(currentTarget, <ReasonForm label={words('myOrders.stepBackReason')} submit={words('myOrders.stepBackSure')} words={words} />, ['reason'], (value) => client.stepBackFromOrder({ params, body: { version, reason: value('reason') } }), 'myOrders.steppedBack')}>{words('myOrders.stepBack')}</button>}
        </p>
        <div className="row-form" /><p className="wrong" role="alert" />
      </div>
    </li>
  );
};

const show = (here: Here): Promise<void> => fill(here.host, here, () => here.client.listMyOrderOffers(), ({ data }) => (
  data.length === 0 ? <div className="empty empty-small"><p>{here.words('myOrders.none')}</p></div> : <ul className="rows plain-list">{data.map((offer) => <Row key={offer.id} offer={offer} here={here} />)}</ul>
));

/** Fills the page of what a lecturer is asked. */
export const attachMyOrders = (root: HTMLElement, browser: Browser): Promise<void> => {
  const alert = part(root, '.own-alert');
  return show({ ...browser, host: part(root, '.own-content'), announce: (text) => draw(alert, <p className="note note-good">{text}</p>) });
};
