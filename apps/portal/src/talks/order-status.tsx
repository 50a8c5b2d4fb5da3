import type { Client } from '@kepu/api-client';
import type { OwnOrder } from '@kepu/contracts';
import { attachForm } from '../account/forms.js';
import { draw, part } from '../dom/draw.js';
import type { Browser } from '../islands/browser.js';
import { Icon } from '../layout/icon.js';
import { Field } from '../register/fields.js';
import { pathOf } from '../routes.js';
import { dateOf, timeText } from '../times.js';
import { Grades } from './grades.js';

type Key = { readonly number: string; readonly code: string };
type Revision = Parameters<Client['reviseOwnOrder']>[0]['body'];
const open: ReadonlySet<OwnOrder['state']> = new Set(['submitted', 'asked', 'dispatching', 'confirmed']);
const good: ReadonlySet<OwnOrder['state']> = new Set(['confirmed', 'done', 'closed']);
const wrong: ReadonlySet<OwnOrder['state']> = new Set(['declined', 'unfilled', 'cancelled']);
const clock = (startsAt: string): string => new Date(Date.parse(startsAt) + 8 * 3_600_000).toISOString().slice(11, 16);
const wishOf = ({ talks, topics, need, dates, people, venue, audiences, language, projector, minors, note }: OwnOrder): Omit<Revision, 'key' | 'version' | 'answer'> => ({
  talkIds: talks.map(({ id }) => id), topicIds: topics.map(({ id }) => id), need, dates: dates.map(({ day, part: of, startsAt, timed }) => ({ day, part: of, time: timed ? clock(startsAt) : null })), people, venue, audienceIds: audiences.map(({ id }) => id), language, projector, minors, note,
});

/** Number and code open an order; its link carries them, the code behind the `#`, which no server reads. */
export const attachOrderStatus = (root: HTMLElement, browser: Browser & { readonly search: string; readonly hash: string }): void => {
  const { client, words, locale, search, hash } = browser;
  const [form, host] = [part<HTMLFormElement>(root, 'form'), part(root, '.order-shown')];
  const date = (day: string): string => dateOf(day, locale, '');
  const comma = locale === 'en' ? ', ' : '、';

  const show = (order: OwnOrder, key: Key, said = ''): void => {
    const { state, version, lecturer, startsAt, endsAt } = order;
    const wish = [...order.talks.map(({ title }) => title), ...order.topics.map(({ name }) => name), ...(order.need ? [order.need] : [])].join(comma);
    const rows: readonly (readonly [string, string | null])[] = [
      ['number', order.number], ['state', words(`terms.orderStates.${state}`)], ['when', startsAt && endsAt ? timeText({ startsAt, endsAt }, locale, '') : null], ['lecturer', lecturer ? words('orderStatus.lecturerLine', { name: lecturer.name, unit: lecturer.unit ?? '', phone: lecturer.phone ?? '' }) : null],
      ['place', [order.county.name, order.township?.name, order.placeName].filter(Boolean).join(' ')], ['wish', wish], ['dates', startsAt ? null : order.dates.map(({ day, part: of }) => `${date(day)} ${words(`terms.dayParts.${of}`)}`).join(comma)], ['venue', order.venue], ['people', String(order.people)], ['contact', `${order.contactName} ${order.phone}`],
      ['reason', wrong.has(state) ? order.reason : null], ['alternatives', state === 'unfilled' ? order.alternatives : null],
    ];
    draw(host, (
      <>
        {said && <p className="note note-good" role="status">{said}</p>}
        <p className={`note ${good.has(state) ? 'note-good' : wrong.has(state) ? 'note-wrong' : 'note-wait'} note-large`} role="status"><Icon name="info" /><span>{words(`orderStatus.next.${state}`, { day: date(order.reviewDueOn) })}{order.urgent && ` ${words('orderStatus.urgent')}`}</span></p>
        {order.messages !== 'account' && <p className="soft">{words(`orderStatus.messages.${order.messages}`, { phone: order.phone })}{order.messages !== 'none' && <> <button className="quiet messages" type="button">{words(order.messages === 'on' ? 'orderStatus.messagesStop' : 'orderStatus.messagesStart')}</button></>}</p>}
        <dl className="facts">{rows.map(([name, text]) => text && <div key={name}><dt>{words(`orderStatus.${name}`)}</dt><dd className="said">{text}</dd></div>)}</dl>
        {state === 'confirmed' && <p className="ways"><button className="button poster" type="button">{words('orderStatus.poster')}</button>{order.activityId && <a className="quiet" href={pathOf('activity', locale, { params: { id: order.activityId } })}>{words('orderStatus.activity')}</a>}</p>}
        {order.rateUrl && <p className="soft">{words('orderStatus.rateLink')}: <a href={order.rateUrl}>{order.rateUrl}</a></p>}
        {order.rating && <p className="note note-good">{words('orderStatus.ratedLine', { content: order.rating.content, manner: order.rating.manner, again: order.rating.again, people: order.rating.people })}</p>}
        {state === 'asked' && (
          <form className="form answer-form" noValidate><h2>{words('orderStatus.question')}</h2><p className="said">{order.question}</p>
            <Field name="answer" label={words('orderStatus.answer')}><textarea id="answer" name="answer" rows={3} maxLength={500} aria-describedby="answer-wrong" /></Field>
            <div className="form-end"><p className="note note-wrong form-wrong" role="alert" tabIndex={-1} hidden /><button className="button" type="submit">{words('orderStatus.answerSubmit')}</button></div></form>
        )}
        {order.mayRate && (
          <form className="form rate-form" noValidate><h2>{words('orderStatus.rate')}</h2>
            {(['content', 'manner', 'again'] as const).map((name) => <Grades key={name} name={name} label={words(`orderStatus.${name}`)} words={words} locale={locale} />)}
            <Field name="came" label={words('orderStatus.came')}><input id="came" name="came" type="number" inputMode="numeric" min={0} max={5000} aria-describedby="came-wrong" /></Field>
            <Field name="rateNote" label={words('orderStatus.note')}><textarea id="rateNote" name="rateNote" rows={2} maxLength={500} aria-describedby="rateNote-wrong" /></Field>
            <div className="form-end"><p className="note note-wrong form-wrong" role="alert" tabIndex={-1} hidden /><button className="button" type="submit">{words('orderStatus.rateSubmit')}</button></div></form>
        )}
        {open.has(state) && (
          <details><summary>{words('orderStatus.cancel')}</summary>
            <form className="form cancel-form" noValidate>{order.cancelFreeUntil && <p className="hint">{words('orderStatus.cancelFree', { day: date(order.cancelFreeUntil) })}</p>}
              <Field name="cancelReason" label={words('orderStatus.cancelReason')}><textarea id="cancelReason" name="cancelReason" rows={2} maxLength={500} aria-describedby="cancelReason-wrong" /></Field>
              <div className="form-end"><p className="note note-wrong form-wrong" role="alert" tabIndex={-1} hidden /><button className="button button-soft" type="submit">{words('orderStatus.cancelSure')}</button></div></form></details>
        )}
        <p className="ways"><button className="quiet other" type="button">{words('orderStatus.other')}</button></p>
      </>
    ));
    part(host, '.other').addEventListener('click', () => { draw(host, null); form.hidden = false; });
    host.querySelector<HTMLButtonElement>('.messages')?.addEventListener('click', ({ currentTarget }) => void wantMessages(currentTarget as HTMLButtonElement, key, order.messages !== 'on'));
    host.querySelector<HTMLButtonElement>('.poster')?.addEventListener('click', ({ currentTarget }) => void savePoster(currentTarget as HTMLButtonElement, key, order.number));
    const attach = (selector: string, names: readonly string[], send: (value: (name: string) => string) => Promise<OwnOrder>, done: string): void => {
      const found = host.querySelector<HTMLFormElement>(selector);
      if (found) attachForm(found, browser, names, words('orderStatus.sending'), async (value) => show(await send(value), key, words(done)));
    };
    attach('.answer-form', ['answer'], (value) => client.reviseOwnOrder({ body: { key, version, ...wishOf(order), answer: value('answer') } }), 'orderStatus.answered');
    attach('.rate-form', ['content', 'manner', 'again', 'came'], (value) => client.rateOwnOrder({ body: { key, version, content: Number(value('content')), manner: Number(value('manner')), again: Number(value('again')), people: Number(value('came')), note: value('rateNote').trim() || null } }), 'orderStatus.rated');
    attach('.cancel-form', ['cancelReason'], (value) => client.cancelOwnOrder({ body: { key, version, reason: value('cancelReason') } }), 'orderStatus.cancelled');
  };
  const wantMessages = async (button: HTMLButtonElement, key: Key, wanted: boolean): Promise<void> => {
    button.disabled = true;
    const order = await client.setOwnOrderMessages({ body: { key, wanted } }).catch(() => null);
    button.disabled = false;
    if (order) show(order, key, words(wanted ? 'orderStatus.messagesStarted' : 'orderStatus.messagesStopped'));
  };
  const savePoster = async (button: HTMLButtonElement, key: Key, number: string): Promise<void> => {
    button.disabled = true;
    const answer = await client.getOwnOrderPoster({ body: { ...key } }).catch(() => null);
    button.disabled = false;
    if (!answer) return;
    const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(await answer.blob()), download: `${number}.pdf` });
    link.click();
    URL.revokeObjectURL(link.href);
  };

  attachForm(form, browser, ['number', 'code'], words('orderStatus.sending'), async (value) => {
    const key = { number: value('number').trim().toUpperCase(), code: value('code').trim().toUpperCase() };
    show(await client.lookUpOrder({ body: key }), key);
    form.hidden = true;
  });
  const [number, code] = [new URLSearchParams(search).get('no') ?? '', hash.replace(/^#/, '')];
  if (number) part<HTMLInputElement>(form, '[name="number"]').value = number;
  if (number && code) {
    part<HTMLInputElement>(form, '[name="code"]').value = code;
    form.requestSubmit();
  }
};
