import type { MyDeletion } from '@kepu/contracts';
import { draw, part } from '../../dom/draw.js';
import { Field } from '../../register/fields.js';
import { pathOf } from '../../routes.js';
import { clockOf, dateOf, dayOf } from '../../times.js';
import { act, type Own } from '../me/own.js';
import { attachForm } from '../forms.js';

const Consequences = ({ deletion, own: { words, locale, today } }: { readonly deletion: MyDeletion; readonly own: Own }) => (
  <>
    <h3>{words('mine.leave.goesHeading')}</h3>
    <ul className="consequences-list">{deletion.goes.map((what) => <li key={what}>{words(`mine.leave.goes.${what}`)}</li>)}</ul>
    {deletion.places.length > 0 && <><h3>{words('mine.leave.placesHeading')}</h3><ul className="consequences-list">{deletion.places.map(({ title, startsAt }) => <li key={`${title}${startsAt}`}>{`${title} ${dateOf(dayOf(startsAt), locale, today)} ${clockOf(startsAt)}`}</li>)}</ul></>}
    <h3>{words('mine.leave.staysHeading')}</h3>
    <ul className="consequences-list">{deletion.stays.map(({ what, article, until }) => (
      <li key={what}>{words(`mine.leave.stays.${what}`)} <span className="soft">{until ? words('mine.leave.until', { day: dateOf(until, locale, today) }) : words('mine.leave.forGood')} · {words(`retention.articles.${article}`)}</span></li>
    ))}</ul>
    {!deletion.keepsName && <p>{words('mine.leave.noName')}</p>}
  </>
);

/** Asks once more, with the password where the sign-in was a while ago, and closes the account. */
const openForm = (host: Element, deletion: MyDeletion, own: Own): void => {
  const { client, words, locale, go, memory } = own;
  const back = (): void => showConsequences(host, deletion, own);
  draw(host, (
    <form className="form leave-form" noValidate>
      <p>{words('mine.leave.sure')}</p>
      {deletion.needsPassword && <Field name="password" label={words('mine.leave.password')}><div className="secret"><input id="password" name="password" type="password" autoComplete="current-password" maxLength={200} aria-describedby="password-wrong" /><button className="tool reveal" type="button" aria-pressed="false" aria-controls="password">{words('form.reveal')}</button></div></Field>}
      <div className="form-end"><p className="note note-wrong form-wrong" role="alert" tabIndex={-1} hidden /><p className="ways"><button className="button" type="submit">{words('mine.leave.confirm')}</button><button className="quiet" type="button" onClick={back}>{words('mine.leave.keep')}</button></p></div>
    </form>
  ));
  const form = part<HTMLFormElement>(host, 'form');
  attachForm(form, own, deletion.needsPassword ? ['password'] : [], words('mine.leave.sending'), async (value) => {
    await client.deleteMyself({ body: deletion.needsPassword ? { password: value('password') } : {} });
    memory.remember(false);
    draw(host, <p className="note note-good">{words('mine.leave.done')}</p>);
    go(pathOf('home', locale));
  });
  part<HTMLElement>(form, 'input, button').focus();
};

const showConsequences = (host: Element, deletion: MyDeletion, own: Own): void => {
  const { words } = own;
  draw(host, (
    <div className="consequences">
      <Consequences deletion={deletion} own={own} />
      {deletion.ties > 0 ? <p className="note note-wait">{words('mine.leave.ties', { count: deletion.ties })}</p> : <p className="ways"><button className="button button-soft" type="button" onClick={() => openForm(host, deletion, own)}>{words('mine.leave.start')}</button></p>}
    </div>
  ));
};

/** Leaving: first what it would do, then the way to it. */
export const Leave = ({ own }: { readonly own: Own }) => {
  const { client, words } = own;
  const look = ({ currentTarget }: { readonly currentTarget: HTMLButtonElement }): void => {
    const here = currentTarget.closest('.leaving');
    if (here) void act(currentTarget, own, part(here, '.wrong'), async () => showConsequences(part(here, '.leaving-place'), await client.getMyDeletion(), own));
  };
  return (
    <div className="leaving">
      <p>{words('mine.leave.text')}</p>
      <p className="wrong" role="alert" />
      <div className="leaving-place"><p className="ways"><button className="button button-soft" type="button" onClick={look}>{words('mine.leave.look')}</button></p></div>
    </div>
  );
};
