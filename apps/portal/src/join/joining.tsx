import type { Client } from '@kepu/api-client';
import type { OwnApplication } from '@kepu/contracts';
import { attachForm } from '../account/forms.js';
import { copyText } from '../activities/copying.js';
import { draw, part } from '../dom/draw.js';
import { told, type Browser } from '../islands/browser.js';
import { Icon } from '../layout/icon.js';
import { pathOf } from '../routes.js';
import { dateOf, dayOf } from '../times.js';

type Fields = Parameters<Client['createUnitApplication']>[0]['body'];
const needed = ['unitName', 'kind', 'countyCode', 'place', 'name', 'duty', 'contact'] as const;

/** What the form gives. */
const fieldsOf = (value: (name: string) => string): Fields => ({
  unitName: value('unitName'), kind: value('kind') as Fields['kind'], countyCode: value('countyCode'), place: value('place'), name: value('name'), duty: value('duty'), contact: value('contact'), note: value('note').trim() === '' ? null : value('note'),
});

/** Applying, and what the applicant's link shows afterwards. The token stands behind the `#`, which no server reads. */
export const attachJoin = (root: HTMLElement, browser: Browser & { readonly token: string }): void => {
  const { client, words, locale, go, token } = browser;
  const form = part<HTMLFormElement>(root, 'form');
  const title = part(document, 'h1');

  const made = (application: OwnApplication & { link: string }): void => {
    const copied = (done: boolean): void => { part(root, '.copied').textContent = words(done ? 'join.copied' : 'activity.copyFailed'); };
    draw(root, (
      <div className="note note-good note-large"><Icon name="check" /><div>
        <h2 tabIndex={-1}>{words('join.madeHeading')}</h2>
        <p>{words('join.madeText', { number: application.number })}</p>
        <p className="link-text">{application.link}</p>
        <p className="soft">{words('join.linkHint')}</p>
        <p className="ways"><button className="button" type="button" onClick={() => void copyText(application.link).then(copied)}>{words('join.copy')}</button><a className="quiet" href={application.link}>{words('join.open')}</a></p>
        <p className="copied" role="status" />
      </div></div>
    ));
    part(root, 'h2').focus();
    // The same page: its address changes behind the # only, so that it has to be told to look again.
    part(root, 'a').addEventListener('click', () => setTimeout(() => globalThis.location.reload(), 0));
  };

  const own = (application: OwnApplication, said = ''): void => {
    title.textContent = words('join.ownHeading');
    for (const about of document.querySelectorAll<HTMLElement>('.lead, .form-aside')) about.hidden = true;
    const { state } = application;
    const rows: readonly (readonly [string, string])[] = [
      ['join.number', application.number], ['join.unitName', application.unitName], ['join.county', application.county.name], ['join.submittedAt', dateOf(dayOf(application.submittedAt), locale, '')], ['join.state', words(`terms.applicationStates.${state}`)],
      ...(application.reason ? [['join.reason', application.reason] as const] : []),
    ];
    const facts = document.createElement('div');
    draw(facts, (
      <>
        <p className={`note ${state === 'approved' ? 'note-good' : state === 'refused' ? 'note-wrong' : 'note-wait'} note-large`} role="status"><Icon name="info" /><span>{said || words(`join.next.${state}`)}</span></p>
        <dl className="facts">{rows.map(([key, value]) => <div key={key}><dt>{words(key)}</dt><dd>{value}</dd></div>)}</dl>
        <p className="ways">
          {state === 'approved' && <a className="button button-large" href={`${pathOf('invitation', locale)}#${token}`}>{words('join.goOn')}</a>}
          {(state === 'submitted' || state === 'returned') && <button className="quiet withdraw" type="button">{words('join.withdraw')}</button>}
        </p>
        <p className="note note-wrong own-wrong" role="alert" hidden />
      </>
    ));
    if (state === 'returned') {
      for (const [name, value] of Object.entries({ unitName: application.unitName, place: application.place, name: application.name, duty: application.duty, note: application.note ?? '' })) part<HTMLInputElement>(form, `[name="${name}"]`).value = value;
      for (const [name, value] of [['kind', application.kind], ['countyCode', application.county.code]] as const) part<HTMLInputElement>(form, `input[name="${name}"][value="${value}"]`).checked = true;
      part(form, 'button[type="submit"]').textContent = words('join.revise');
      facts.append(form);
    }
    root.replaceChildren(facts);
    root.querySelector<HTMLButtonElement>('.withdraw')?.addEventListener('click', () => {
      if (!globalThis.confirm(words('join.withdrawSure'))) return;
      client.withdrawUnitApplication({ body: { token } }).then(() => own({ ...application, state: 'withdrawn', reason: null }), (error: unknown) => {
        const place = part(root, '.own-wrong');
        place.textContent = told(error, words);
        place.hidden = false;
      });
    });
  };

  attachForm(form, browser, needed, words('join.sending'), async (value) => {
    const body = fieldsOf(value);
    if (token === '') made(await client.createUnitApplication({ body }));
    else own(await client.reviseUnitApplication({ body: { token, ...body } }), words('join.revised'));
  });
  if (token === '') return;
  client.lookUpUnitApplication({ body: { token } }).then((application) => own(application), (error: unknown) => {
    draw(root, <div><p className="note note-wrong" role="alert">{told(error, words)}</p><p className="ways"><button className="button" type="button" onClick={() => go(pathOf('join', locale))}>{words('join.heading')}</button></p></div>);
  });
};
