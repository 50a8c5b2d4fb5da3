import type { MyPools } from '@kepu/contracts';
import { draw, part } from '../../dom/draw.js';
import { Icon } from '../../layout/icon.js';
import { Verbatim } from '../../layout/verbatim.js';
import { dateOf } from '../../times.js';
import { act, fill, type Own } from './own.js';

type Term = MyPools['terms'][number];
type Question = MyPools['open'][number]['questions'][number];
type Answers = Record<string, string | number | boolean | string[] | null>;

/** What is asked for one question, as a browser does it by itself. */
const Ask = ({ question, id, own: { words } }: { readonly question: Question; readonly id: string; readonly own: Own }) => {
  const { label, type, options, required, help } = question;
  const control = type === 'choice' || type === 'flag' ? (
    <select id={id} name={question.key}>
      <option value="">{words('pools.choose')}</option>
      {(type === 'flag' ? ['true', 'false'] : options).map((option) => <option value={option}>{type === 'flag' ? words(option === 'true' ? 'pools.yes' : 'pools.no') : option}</option>)}
    </select>
  ) : type === 'long' ? <textarea id={id} name={question.key} rows={3} maxLength={2000} /> : type === 'choices' ? <div>{options.map((option) => <label className="tick"><input type="checkbox" name={question.key} value={option} /> <span>{option}</span></label>)}</div>
    : <input id={id} name={question.key} type={type === 'day' ? 'date' : type === 'month' ? 'month' : 'text'} inputMode={type === 'whole' ? 'numeric' : type === 'decimal' ? 'decimal' : 'text'} maxLength={200} />;
  return <div className="field"><label htmlFor={id}>{`${label}${required ? ` (${words('pools.required')})` : ''}`}</label>{help && <p className="hint">{help}</p>}{control}</div>;
};
const read = (form: HTMLFormElement, questions: readonly Question[]): Answers => {
  const data = new FormData(form);
  return Object.fromEntries(questions.flatMap(({ key, type }) => {
    const all = data.getAll(key).map(String).filter((value) => value.trim() !== '');
    const [first] = all;
    if (first === undefined) return [];
    return [[key, type === 'choices' ? all : type === 'flag' ? first === 'true' : type === 'whole' || type === 'decimal' ? (Number.isFinite(Number(first)) ? Number(first) : first) : first]];
  }));
};

/** Own pools: what is asked, where one is, where one may apply. */
export const showPools = (host: HTMLElement, own: Own): Promise<void> => {
  const { client, words, locale, announce } = own;
  const date = (day: string): string => dateOf(day, locale, '');
  const show = (answer: MyPools): void => draw(host, view(answer));
  const button = (label: string, said: string, run: () => Promise<MyPools>, quiet = false) => (
    <button className={quiet ? 'quiet' : 'button'} type="button" onClick={({ currentTarget }) => void act(currentTarget, own, part(host, '.pools-wrong'), async () => { show(await run()); announce(words(said)); })}>{words(label)}</button>
  );
  const leave = (place: HTMLElement, { id, pool }: Term): void => draw(place, (
    <div className="note note-wait" role="alert"><div><p>{words('pools.leave_sure', { pool: pool.name })}</p><p className="ways">{button('pools.leave', 'pools.left', () => client.leavePool({ params: { id } }))} <button className="quiet" type="button" onClick={() => draw(place, null)}>{words('pools.cancel')}</button></p></div></div>
  ));
  const TermRow = ({ term }: { readonly term: Term }) => {
    const { id, pool, state, letter, suspended, willing, willingAskedAt, toDay } = term;
    const stands = state === 'valid' || state === 'upcoming' || state === 'suspended';
    let sure: HTMLElement | null = null;
    return (
      <li className="row">
        <div>
          <h3><Verbatim text={pool.name} locale={locale} /></h3>
          <p className="soft">{words('pools.term', { from: date(term.fromDay), to: toDay === null ? words('pools.no_end') : date(toDay) })} · {words(`terms.appointmentStates.${state}`)}</p>
          {letter && <p className="soft"><Verbatim text={words('pools.number', { number: letter.number })} locale={locale} /></p>}
          {suspended && <p className="line"><Icon name="alert" /><span>{words('pools.suspended', { reason: suspended.reason })}</span></p>}
          {stands && willingAskedAt !== null && willing === null && <p className="ways"><span>{words('pools.still')}</span> {button('pools.go_on', 'pools.answered', () => client.answerPoolTerm({ params: { id }, body: { yes: true } }))} {button('pools.stop', 'pools.answered', () => client.answerPoolTerm({ params: { id }, body: { yes: false } }), true)}</p>}
          {willing !== null && <p className="soft">{words(willing ? 'pools.said_yes' : 'pools.said_no')}</p>}
          <p className="ways">{letter && <a className="button button-soft" href={`/api/v1/me/pool-terms/${id}/letter.pdf`} download="">{words('pools.download')}</a>} {stands && <button className="quiet" type="button" onClick={() => sure && leave(sure, term)}>{words('pools.leave')}</button>}</p>
          <div ref={(place) => { sure = place; }} />
        </div>
      </li>
    );
  };
  const apply = (place: HTMLElement, { id, questions }: MyPools['open'][number]): void => {
    draw(place, (
      <form className="form" method="post" noValidate>
        {questions.map((question, index) => <Ask key={question.key} question={question} id={`pool-${id}-${index}`} own={own} />)}
        <div className="field"><label htmlFor={`pool-${id}-words`}>{words('pools.words')}</label><textarea id={`pool-${id}-words`} name="words" rows={3} maxLength={500} /></div>
        <p className="wrong" role="alert" />
        <p className="ways"><button className="button" type="submit">{words('pools.apply')}</button></p>
      </form>
    ));
    const form = part<HTMLFormElement>(place, 'form');
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void act(part<HTMLButtonElement>(form, 'button'), own, part(form, '.wrong'), async () => {
        const text = String(new FormData(form).get('words') ?? '').trim();
        show(await client.applyToPool({ body: { poolId: id, words: text === '' ? null : text, answers: read(form, questions) } }));
        announce(words('pools.applied'));
      });
    });
  };
  const view = ({ terms, nominations, open }: MyPools) => (
    <>
      <p className="wrong pools-wrong" role="alert" />
      {nominations.filter(({ state, consent }) => consent === 'asked' && (state === 'recommended' || state === 'reviewed' || state === 'returned')).map(({ id, pool, by, unit }) => (
        <div key={id} className="note note-wait note-large"><div><p>{words('pools.asks', { by: unit?.name ?? by ?? '', pool: pool.name })}</p><p className="ways">{button('pools.agree', 'pools.agreed', () => client.answerNomination({ params: { id }, body: { yes: true } }))} {button('pools.refuse', 'pools.refused', () => client.answerNomination({ params: { id }, body: { yes: false } }), true)}</p></div></div>
      ))}
      {terms.length === 0 ? <p className="soft">{words('pools.none')}</p> : <ul className="rows">{terms.map((term) => <TermRow key={term.id} term={term} />)}</ul>}
      {nominations.length > 0 && <><h3>{words('pools.state')}</h3><ul className="rows">{nominations.map(({ id, pool, state, reason, own: mine }) => <li key={id} className="row"><div><p><Verbatim text={pool.name} locale={locale} /> · {words(`terms.nominationStates.${state}`)}</p>{reason && <p className="soft">{words('pools.reason', { reason })}</p>}{mine && (state === 'recommended' || state === 'reviewed' || state === 'returned') && button('pools.withdraw', 'pools.withdrawn', () => client.withdrawMyNomination({ params: { id } }), true)}</div></li>)}</ul></>}
      {open.length > 0 && <><h3>{words('pools.open')}</h3><ul className="rows">{open.map((one) => { let place: HTMLElement | null = null; return <li key={one.id} className="row"><div><p><b><Verbatim text={one.name} locale={locale} /></b></p>{one.note && <p className="soft">{one.note}</p>}<div ref={(host_) => { place = host_; }}><button className="button button-soft" type="button" onClick={() => place && apply(place, one)}>{words('pools.apply')}</button></div></div></li>; })}</ul></>}
    </>
  );
  return fill(host, own, () => client.getMyPools(), view);
};
