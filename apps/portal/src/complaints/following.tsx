import type { OwnComplaint } from '@kepu/contracts';
import { attachForm } from '../account/forms.js';
import { draw, part } from '../dom/draw.js';
import { told, type Browser } from '../islands/browser.js';
import { Icon } from '../layout/icon.js';
import { Field } from '../register/fields.js';
import { pathOf } from '../routes.js';
import { dateOf, dayOf } from '../times.js';

type Answer = NonNullable<OwnComplaint['answer']>;

/** What the link of a complaint shows: how it stands, the answer, and what can be said to it once. The token stands behind the `#`, which no server reads. */
export const attachComplaintStatus = (root: HTMLElement, browser: Browser & { readonly token: string }): void => {
  const { client, words, locale, token } = browser;
  const date = (day: string): string => dateOf(day, locale, '');
  const lost = (text: string): void => draw(root, <div><p className="note note-wrong" role="alert">{text}</p><p className="ways"><a className="button" href={pathOf('complaints', locale)}>{words('complaints.heading')}</a></p></div>);

  const said = (heading: string, { text, outcome, at }: Answer) => (
    <section><h2>{heading}</h2><p><b>{words(`terms.complaintOutcomes.${outcome}`)}</b> · <span className="soft">{date(dayOf(at))}</span></p><p className="said">{text}</p></section>
  );
  const timeLeft = ({ state, daysLeft }: OwnComplaint): string =>
    (state === 'open' || state === 'reopened' ? ` ${words(daysLeft < 0 ? 'complaints.status.daysPast' : 'complaints.status.daysLeft', { count: Math.abs(daysLeft) })}` : '');

  const show = (complaint: OwnComplaint): void => {
    const { state, answer, disputed, review } = complaint;
    const rows: readonly (readonly [string, string])[] = [
      ['number', complaint.number], ['kind', words(`terms.complaintKinds.${complaint.kind}`)], ['submittedAt', date(dayOf(complaint.submittedAt))], ['state', words(`terms.complaintStates.${state}`) + timeLeft(complaint)], ['text', complaint.text],
    ];
    draw(root, (
      <>
        <p className={`note ${state === 'closed' ? 'note-good' : 'note-wait'} note-large`} role="status"><Icon name="info" /><span>{words(`complaints.status.next.${state}`, { day: date(complaint.dueOn) })}</span></p>
        <dl className="facts">{rows.map(([key, value]) => <div key={key}><dt>{words(`complaints.status.${key}`)}</dt><dd className={key === 'text' ? 'said' : undefined}>{value}</dd></div>)}</dl>
        {answer && said(words('complaints.status.answer', { level: words(`terms.complaintLevels.${answer.level}`) }), answer)}
        {disputed && <section><h2>{words('complaints.status.disputed')}</h2><p className="said">{disputed.reason}</p></section>}
        {review && said(words('complaints.status.review'), review)}
        {state === 'answered' && (
          <>
            <p className="ways"><button className="button accept" type="button">{words('complaints.status.accept')}</button></p>
            <details>
              <summary>{words('complaints.status.dispute')}</summary>
              <form className="form" method="post" noValidate>
                <Field name="reason" label={words('complaints.status.disputeReason')}><textarea id="reason" name="reason" rows={4} maxLength={500} required aria-describedby="reason-wrong" /></Field>
                <div className="form-end"><p className="note note-wrong form-wrong" role="alert" tabIndex={-1} hidden /><button className="button" type="submit">{words('complaints.status.disputeSubmit')}</button></div>
              </form>
            </details>
          </>
        )}
        <p className="note note-wrong own-wrong" role="alert" hidden />
        {state === 'closed' && <p className="ways"><a className="quiet" href={pathOf('complaints', locale)}>{words('complaints.status.again')}</a></p>}
      </>
    ));
    const form = root.querySelector('form');
    if (form) attachForm(form, browser, ['reason'], words('complaints.sending'), async (value) => show(await client.disputeComplaint({ body: { token, reason: value('reason') } })));
    root.querySelector('button.accept')?.addEventListener('click', () => void client.acceptComplaintAnswer({ body: { token } }).then(show, (error: unknown) => {
      const place = part(root, '.own-wrong');
      place.textContent = told(error, words);
      place.hidden = false;
    }));
  };

  if (!/^[\w-]{43}$/.test(token)) return lost(words('complaints.status.noToken'));
  client.lookUpComplaint({ body: { token } }).then(show, (error: unknown) => lost(told(error, words)));
};
