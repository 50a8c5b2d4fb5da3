import type { Client } from '@kepu/api-client';
import { attachForm } from '../account/forms.js';
import { copyText } from '../activities/copying.js';
import { draw, part } from '../dom/draw.js';
import type { Browser } from '../islands/browser.js';
import { Icon } from '../layout/icon.js';
import { dateOf } from '../times.js';

type Body = Parameters<Client['createComplaint']>[0]['body'];
type Made = Awaited<ReturnType<Client['createComplaint']>>;

/** A page of this site, as an address says it; null for anything else. */
export const aboutOf = (search: string): string | null => {
  const about = new URLSearchParams(search).get('about') ?? '';
  return /^\/(?![/\\])[^\\\p{Cc}]{0,198}$/u.test(about) ? about : null;
};

/** The form, and the link that it leads to, which is shown once. */
export const attachComplaints = (root: HTMLElement, browser: Browser & { readonly about: string | null }): void => {
  const { client, words, locale, about } = browser;
  const form = part<HTMLFormElement>(root, 'form');
  // The first page is nobody's: it says nothing about what the complaint is about.
  if (about !== null && about !== '/' && about !== '/en/') {
    const from = part(form, '.about-page');
    from.textContent = words('complaints.aboutPage', { page: about });
    from.hidden = false;
  }

  const made = (complaint: Made): void => {
    const copied = (done: boolean): void => { part(root, '.copied').textContent = words(done ? 'complaints.copied' : 'activity.copyFailed'); };
    draw(root, (
      <div className="note note-good note-large"><Icon name="check" /><div>
        <h2 tabIndex={-1}>{words('complaints.madeHeading')}</h2>
        <p>{words('complaints.madeText', { number: complaint.number, day: dateOf(complaint.dueOn, locale, '') })}</p>
        <p className="link-text">{complaint.link}</p>
        <p className="soft">{words('complaints.linkHint')}</p>
        <p className="ways"><button className="button" type="button" onClick={() => void copyText(complaint.link).then(copied)}>{words('complaints.copy')}</button><a className="quiet" href={complaint.link}>{words('complaints.open')}</a></p>
        <p className="copied" role="status" />
      </div></div>
    ));
    part(root, 'h2').focus();
  };

  attachForm(form, browser, ['kind', 'text'], words('complaints.sending'), async (value) => {
    const orNone = (name: string): string | null => (value(name).trim() === '' ? null : value(name));
    made(await client.createComplaint({ body: { kind: value('kind') as Body['kind'], text: value('text'), about, contact: orNone('contact'), name: orNone('name') } }));
  });
};
